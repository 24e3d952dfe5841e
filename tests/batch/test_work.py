"""The function that every engine runs gives what `extractor extract` gives, however many articles it has seen."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest
from batch_faults import readings
from typer.testing import CliRunner

from extractor import pipeline
from extractor.batch import work as work_module
from extractor.batch.work import StartAnalysis
from extractor.cli import app
from extractor.pipeline import extract_each
from extractor.records import Failure
from extractor.report.json_output import to_json

TEXTS = [
    f"“We counted {n} boats,” Mayor Ines Tarrow{n} said on Tuesday. The Vel{n}mora ministry said that {n} people had left."
    for n in range(12)
]


@pytest.fixture
def work(model, monkeypatch):
    monkeypatch.setattr(pipeline, "load_model", lambda name: model)
    return StartAnalysis(model="en_core_web_sm")()


def test_words_that_are_forgotten_change_no_result(model, work, monkeypatch):
    articles = readings(*TEXTS)
    wanted = [to_json(found) for found in extract_each(articles, model)]
    assert [work(article).decode() for article in articles] == wanted
    monkeypatch.setattr(work_module, "REMEMBERED", 0)
    words = len(model.nlp.vocab.strings)
    for _ in range(2):
        assert [work(article).decode() for article in articles] == wanted
    work(replace(articles[0], article=readings("Unheardof Zzyzzx said so.")[0].article))
    assert len(model.nlp.vocab.strings) == words


def test_what_the_pipeline_gives_up_is_a_failure(work, monkeypatch):
    def broken(*_args, **_named):
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "analyse", broken)
    assert isinstance(work(readings("Text.")[0]), Failure)


def test_the_command_from_end_to_end(tmp_path):
    source = tmp_path / "news.jsonl"
    rows = [{"id": f"n{n}", "text": text} for n, text in enumerate(TEXTS)]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows) + '{"id": "=bad"}\n')
    output = tmp_path / "out"

    def run(*options):
        return CliRunner().invoke(app, ["batch", str(source), "--output", str(output), "--workers", "1", *options])

    done = run("--published", "6 May 2014")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "12 articles done; 1 failed" in done.stderr
    found = [json.loads(line) for line in (output / "part-00000.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [one["article"]["id"] for one in found] == [f"n{n}" for n in range(12)]
    assert {one["article"]["published"] for one in found} == {"2014-05-06"}
    assert all(one["quotes"] and one["claims"] for one in found)
    assert (output / "errors.csv").read_text().splitlines()[1].startswith("'=bad,")
    again = run("--published", "2014-05-06")
    assert "0 articles done; 12 done before; 1 failed" in again.stderr
    restarted = run("--restart")
    assert "12 articles done; 1 failed" in restarted.stderr


def test_a_missing_model_has_a_status_of_its_own(tmp_path):
    source = tmp_path / "one.txt"
    source.write_text(TEXTS[0])
    done = CliRunner().invoke(app, ["batch", str(source), "-o", str(tmp_path / "o"), "--model", "no_such_model"])
    assert done.exit_code == 3
    assert "no_such_model is not installed" in done.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["x.txt"], "--output"),
        (["-o", "{out}"], "SOURCE"),
        (["x.txt", "-o", "{out}", "--scheduler", "tcp://h:1"], "only with --engine dask"),
        (["x.txt", "-o", "{out}", "--published", "6/5/2014"], "YYYY-MM-DD"),
        (["-", "-o", "{out}", "--files-from", "-"], "standard input cannot be both"),
        (["{folder}", "-o", "{out}"], "lies in the source"),
    ],
)
def test_wrong_use(tmp_path, options, said):
    words = [word.format(out=tmp_path / "out", folder=tmp_path) for word in options]
    done = CliRunner().invoke(app, ["batch", *words])
    assert done.exit_code == 2
    assert said in done.stderr
    assert not (tmp_path / "out" / "part-00000.jsonl").exists()


def test_the_run_itself_loads_no_model(tmp_path):
    script = """
import sys
from extractor.cli import app
try:
    app(["batch", "missing.txt", "-o", sys.argv[1]])
except SystemExit as done:
    sys.exit(f"{done.code} {sorted({'spacy', 'numpy'} & set(sys.modules))}")
"""
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == "1 []"
