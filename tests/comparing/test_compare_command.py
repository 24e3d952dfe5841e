"""`extractor compare` as its users meet it."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import chain

import pytest
from typer.testing import CliRunner

import tests.comparing.story_fixtures as stories
from extractor import pipeline
from extractor.cli import app, gather
from extractor.comparing import compare
from extractor.report.comparison import facts_text
from extractor.report.json_output import to_json

EXTRACTIONS = tuple(chain.from_iterable(stories.read(slug).extractions for slug in stories.SLUGS))
FACT_KEYS = {"id", "event", "noun", "scope", "claims", "low", "high", "agreement", "independent_sources"}
CLAIM_KEYS = {"article", "claim", "start", "end", "text", "value", "low", "high", "speaker", "agency", "published"}


@pytest.fixture
def run(monkeypatch):
    def missing(name):
        raise pipeline.ModelMissingError(f"the language model {name} is not installed")

    monkeypatch.setattr(pipeline, "load_model", missing)
    monkeypatch.setattr(gather, "_loaded", gather._loaded.__wrapped__)  # whatever tests before it have loaded
    return lambda *arguments, stdin=None: CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)


@pytest.fixture
def results(tmp_path):
    file = tmp_path / "results.jsonl"
    file.write_text("".join(to_json(e) + "\n" for e in EXTRACTIONS), encoding="utf-8")
    return file


def test_json_lines_as_the_contract_has_them(run, results) -> None:
    """Results need no language model."""
    done = run("compare", results, "--format", "jsonl")
    assert done.exit_code == 0
    facts = [json.loads(line) for line in done.stdout.splitlines()]
    assert facts
    for fact in facts:
        assert set(fact) >= FACT_KEYS
        assert all(set(claim) >= CLAIM_KEYS for claim in fact["claims"])
    assert json.loads(run("compare", results, "--format", "json").stdout) == facts


def test_the_order_of_the_files_does_not_matter(run, tmp_path) -> None:
    files = []
    for n, extraction in enumerate(EXTRACTIONS):
        files.append(tmp_path / f"{n}.json")
        files[-1].write_text(to_json(extraction), encoding="utf-8")
    assert run("compare", *files, "-f", "jsonl").stdout == run("compare", *files[::-1], "-f", "jsonl").stdout


def test_the_table_has_figures_sources_places_and_verdicts(run, results) -> None:
    table = run("compare", results).stdout
    assert "conflicting" in table
    assert "revised" in table
    assert "At least 14" in table
    assert "the interior ministry" in table
    assert "01-first-report 190" in table


def test_speakers(run, results) -> None:
    done = run("compare", results, "--speakers", "--format", "json")
    assert done.exit_code == 0
    known = json.loads(done.stdout)
    assert [speaker["name"] for speaker in known] == ["Blue Strait Lines", "Norgas"]
    assert [quote["text"] for quote in known[1]["quotes"]] == ["60"]
    assert known[1]["quotes"][0]["polarity"] == "negated"
    assert "Norgas" in run("compare", results, "--speakers").stdout


def test_a_bad_result_is_one_line_and_exit_1_and_the_rest_goes_on(run, results, tmp_path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"schema_version": 1, "article": {}}', encoding="utf-8")
    done = run("compare", bad, results, "--format", "jsonl")
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "bad.json" in done.stderr
    assert done.stdout == run("compare", results, "--format", "jsonl").stdout


def test_articles_need_the_model_and_say_so(run, tmp_path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Nine people died in Tolvan.", encoding="utf-8")
    done = run("compare", article)
    assert done.exit_code == 3
    assert "not installed" in done.stderr


def test_articles_themselves(run, model, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(pipeline, "load_model", lambda name: model)
    for day in (3, 4):
        data = {"text": f"A fire in Tolvan killed {day + 6} people.", "published": f"2025-03-0{day}"}
        (tmp_path / f"{day}.json").write_text(json.dumps(data), encoding="utf-8")
    (fact,) = json.loads(run("compare", tmp_path, "--format", "json").stdout)
    assert (fact["event"], fact["scope"], fact["agreement"], fact["low"]) == ("killed", "Tolvan", "revised", 10.0)


def test_nothing_in_common_is_no_error(run, tmp_path) -> None:
    file = tmp_path / "one.json"
    file.write_text(to_json(stories.extraction_of(EXTRACTIONS[0].article, [])), encoding="utf-8")
    done = run("compare", file)
    assert done.exit_code == 0
    assert "No fact" in done.stdout
    assert run("compare", file, "--format", "jsonl").stdout == ""
    assert json.loads(run("compare", file, "--format", "json").stdout) == []


def test_wrong_use(run, results) -> None:
    assert run("compare", results, "--format", "csv").exit_code == 2
    assert run("compare", results, "--output", ".").exit_code == 2


def test_a_table_for_a_terminal_is_coloured_and_harmless(monkeypatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    fact = replace(compare(EXTRACTIONS)[0], noun="homes\x1b[31m")
    assert "\x1b[31m" not in facts_text([fact])
    assert "\x1b[" in facts_text([fact], terminal=True)
