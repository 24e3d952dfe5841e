"""The function that every engine runs gives what `extractor extract` gives, however many articles it has seen."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from typer.testing import CliRunner

from extractor import pipeline
from extractor.articles.reading import Page, read_all_but_pages
from extractor.batch import work as work_module
from extractor.batch.run import key_of
from extractor.batch.sources import count
from extractor.batch.work import StartAnalysis
from extractor.cli import app
from extractor.pipeline import extract_each
from extractor.records import Failure
from extractor.report.json_output import to_json
from tests.batch.batch_faults import readings

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
        (["x.txt", "-o", "{out}", "--timeout", "nan"], "--timeout"),
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


def test_web_pages_are_read_by_the_worker(work, tmp_path):
    words = " ".join(f"“The bridge at Vel{n}mora is closed,” Ines Tarrow said on Tuesday." for n in range(12))
    page = f"<!doctype html><html><body><article><h1>Bridge closed</h1><p>{words}</p></article></body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (tmp_path / "bare.html").write_text("<!doctype html><html><body></body></html>")
    bare, full = read_all_but_pages([str(tmp_path)], standard_input=io.BytesIO())
    assert isinstance(full, Page)
    assert json.loads(work(full))["quotes"]
    assert work(bare).id == "bare"
    assert key_of(full, "v1") == key_of(replace(full), "v1")
    others = [replace(full, id="x"), replace(full, data=b"x"), replace(full, published="2014-05-06"), bare]
    assert len({key_of(full, "v2"), key_of(full, "v1"), *(key_of(other, "v1") for other in others)}) == 6


def test_parquet_is_read_like_json_lines(tmp_path):
    arrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'newsfacts[cluster]'")
    from pyarrow import parquet  # noqa: PLC0415 - an extra

    rows = [
        {"id": "n0", "text": "One.", "published": date(2014, 5, 6), "other": 1},
        {"id": None, "text": "Two.", "published": None, "other": 2},
        {"id": "n2", "text": None, "published": None, "other": 3},
    ]
    parquet.write_table(arrow.Table.from_pylist(rows), tmp_path / "news.parquet")
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 or not")
    broken, one, two, bad = read_all_but_pages([str(tmp_path)], standard_input=io.BytesIO())
    assert (one.article.id, one.article.text, one.article.published) == ("n0", "One.", "2014-05-06")
    assert (two.article.id, two.article.text, two.article.published) == ("news:2", "Two.", None)
    assert (bad.code, broken.code) == ("no_text", "invalid_parquet")
    assert count([str(tmp_path)]) == 4
