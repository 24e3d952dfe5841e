"""Formats for other programs: Parquet, CSV for Excel, and for annotators spaCy's DocBin and Label Studio's tasks."""

from __future__ import annotations

import io
import json
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import DocBin
from typer.testing import CliRunner

from extractor import pipeline
from extractor.cli import app
from extractor.cli.doc_bin import document
from extractor.components.marking import GROUPS
from extractor.records import Article, Extraction, Timex
from extractor.report.selection import Selection

TEXT = (
    "RUVENNA, May 6 — “We had no warning,” said Governor Ilse Tarn, who arrived on Sunday. “Nobody told us why.” 😀\n\n"
    "Forty people were killed and $2million was lost, the ministry said."
)


BLANK = spacy.blank("en")
#: Has a quotation that its speaker's name parts in two.
FLOOD = Path(__file__).parent.parent / "fixtures" / "articles" / "sorvan-flood" / "article.txt"


@pytest.fixture
def run(monkeypatch, model):
    monkeypatch.setattr(pipeline, "load_model", lambda name: model)

    def invoke(*arguments):
        return CliRunner().invoke(app, ["extract", *(str(a) for a in arguments)])

    return invoke


@pytest.fixture
def article(tmp_path):
    file = tmp_path / "ruvenna.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def extracted(run, article):
    return json.loads(run(article, "--format", "json").stdout)


def test_csv_for_excel_begins_with_a_mark(run, article):
    plain = run(article, "--only", "quotes", "--format", "csv").stdout_bytes
    marked = run(article, "--only", "quotes", "--format", "csv", "--csv-bom").stdout_bytes
    assert marked == b"\xef\xbb\xbf" + plain
    twice = run(article, article, "--only", "quotes", "--format", "csv", "--csv-bom").stdout_bytes
    assert twice.count(b"\xef\xbb\xbf") == 1


@pytest.mark.parametrize("output", [True, False])
def test_parquet_is_one_table_for_all_articles(run, article, tmp_path, output):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed (extra `parquet`)")
    file = tmp_path / "claims.parquet"
    done = run(article, article, "--only", "claims", "--format", "parquet", *(["-o", file] if output else []))
    assert done.exit_code == 0
    table = parquet.read_table(file if output else io.BytesIO(done.stdout_bytes))
    assert table.column("text").to_pylist() == [c["text"] for c in extracted(run, article)["claims"]] * 2


def test_a_doc_bin_has_the_spans_of_the_extraction(run, tmp_path):
    article = FLOOD
    file = tmp_path / "ruvenna.spacy"
    assert run(article, "--format", "docbin", "--output", file).exit_code == 0
    (doc,) = DocBin(store_user_data=True).from_disk(file).get_docs(BLANK.vocab)
    found = extracted(run, article)
    assert doc.text == found["article"]["text"]
    assert set(doc.spans) == set(GROUPS)
    for kind in ("dates", "claims"):
        assert [(s.id_, s.text) for s in doc.spans[kind]] == [(i["id"], i["text"]) for i in found[kind]]
    ranges = [(q["id"], c["start"], c["end"]) for q in found["quotes"] for c in q["content"]]
    assert [(s.id_, s.start_char, s.end_char) for s in doc.spans["quotes"]] == ranges
    assert len(ranges) > len(found["quotes"]) > 1
    assert {s.kb_id_ for s in doc.spans["quotes"]} == {q["speaker"] or "" for q in found["quotes"]}
    assert doc.user_data["id"] == found["article"]["id"]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=2, max_size=60), st.data())
def test_any_span_of_any_text_is_one_of_whole_tokens(text, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    dates = tuple(
        Timex(id=f"d{n}", start=a, end=b, text=text[a:b], type="DATE", value="XXXX", found_by="t", confidence=1.0)
        for n, (a, b) in enumerate(pairwise(cuts))
    )
    empty = dict.fromkeys(("path", "title", "byline", "source", "agency", "dateline", "url", "published"))
    article = Article(id="a", language="en", published_from=None, sha256="", body=None, text=text, **empty)
    made = document(Extraction(extractor_version="0", model="m", article=article, dates=dates), Selection(), BLANK)
    assert made.text == text
    assert [span.text for span in made.spans["dates"]] == [item.text for item in dates]


def test_label_studio_tasks_slice_the_text(run, article):
    done = run(article, article, "--format", "labelstudio")
    tasks = json.loads(done.stdout)
    assert len(tasks) == 2
    regions = [r["value"] for r in tasks[0]["predictions"][0]["result"] if r["type"] == "labels"]
    assert {label for value in regions for label in value["labels"]} == {"Quote", "Source", "Claim", "Date"}
    for value in regions:
        assert tasks[0]["data"]["text"][value["start"] : value["end"]] == value["text"]


def test_nothing_read_is_still_a_file(run, tmp_path):
    missing = tmp_path / "none.txt"
    assert run(missing, "--format", "labelstudio").stdout == "[]\n"
    assert list(DocBin().from_bytes(run(missing, "--format", "docbin").stdout_bytes).get_docs(BLANK.vocab)) == []


@pytest.mark.parametrize(
    ("options", "option"),
    [
        (["--format", "parquet"], "--only"),
        (["--format", "parquet", "--only", "quotes,claims"], "--only"),
        (["--format", "docbin", "--no-text"], "--no-text"),
        (["--format", "labelstudio", "--no-text"], "--no-text"),
        (["--csv-bom"], "--csv-bom"),
    ],
)
def test_options_that_do_not_go_together(run, article, options, option):
    done = run(article, *options)
    assert done.exit_code == 2
    assert option in done.stderr
    assert done.stdout == ""
