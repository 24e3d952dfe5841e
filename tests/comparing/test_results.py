"""Results read back in: round trip, several shapes, and what is no result."""

from __future__ import annotations

import gzip
import json
import os
from dataclasses import replace
from io import BytesIO
from threading import Thread

import pytest

import tests.comparing.story_fixtures as stories
from extractor.comparing.results import adapter, read_results
from extractor.pipeline import extract_all
from extractor.records import Extraction, Failure, Reading
from extractor.report.json_output import to_json

EXTRACTIONS = stories.read("corva-ferry").extractions


def read(*arguments, stdin: bytes = b""):
    return list(read_results([str(argument) for argument in arguments], standard_input=BytesIO(stdin)))


@pytest.fixture
def lines() -> str:
    return "".join(to_json(extraction) + "\n" for extraction in EXTRACTIONS)


@pytest.mark.parametrize("extraction", EXTRACTIONS, ids=lambda e: e.article.id)
def test_an_extraction_comes_back_as_it_was(extraction: Extraction) -> None:
    assert adapter().validate_json(to_json(extraction)) == extraction


def test_a_real_extraction_comes_back_as_it_was(model) -> None:
    (extraction,) = extract_all([EXTRACTIONS[0].article], model)
    assert extraction.quotes
    assert extraction.dates
    assert extraction.claims
    assert adapter().validate_json(to_json(extraction)) == extraction


def test_json_lines(tmp_path, lines: str) -> None:
    file = tmp_path / "results.jsonl"
    file.write_text(lines, encoding="utf-8")
    assert read(file) == list(EXTRACTIONS)
    assert read("-", stdin=lines.encode()) == list(EXTRACTIONS)


def test_packed_results_and_articles(tmp_path, lines: str) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"Nine people died."))
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(b"Nine people died.")[:-9])
    *found, article, failure = read(tmp_path)
    assert found == list(EXTRACTIONS)
    assert (article.article.id, article.article.path) == ("b", (tmp_path / "b.txt.gz").as_posix())
    assert (failure.id, failure.code) == ("c", "unreadable")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_named_pipes_are_read_once(tmp_path) -> None:
    def through_a_pipe(data: bytes) -> Extraction | Reading | Failure:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        Thread(target=pipe.write_bytes, args=(data,), daemon=True).start()
        (found,) = read(pipe)
        pipe.unlink()
        return found

    assert through_a_pipe(to_json(EXTRACTIONS[0]).encode()) == EXTRACTIONS[0]
    assert through_a_pipe(b"Nine people died.").article.text == "Nine people died."


def test_one_object_an_array_and_a_folder(tmp_path) -> None:
    (tmp_path / "a.json").write_text(to_json(EXTRACTIONS[0], indent=2), encoding="utf-8")
    (tmp_path / "b.json").write_text("\ufeff" + to_json(EXTRACTIONS[1:], indent=2), encoding="utf-8")
    assert read(tmp_path) == list(EXTRACTIONS)
    one = to_json(EXTRACTIONS[0]).encode()
    assert read("-", stdin=one) == [EXTRACTIONS[0]]


def test_articles_themselves(tmp_path) -> None:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "a.txt").write_text("TOLVAN — Nine people died.", encoding="utf-8")
    (tmp_path / "story" / "b.json").write_text(json.dumps({"text": "Ten people died.", "id": "ten"}), encoding="utf-8")
    found = read(tmp_path / "story")
    assert [type(item) for item in found] == [Reading, Reading]
    assert [item.article.id for item in found] == ["a", "ten"]


def test_a_newer_schema_says_so(tmp_path) -> None:
    file = tmp_path / "new.jsonl"
    file.write_text(to_json(replace(EXTRACTIONS[0], schema_version=2)), encoding="utf-8")
    (failure,) = read(file)
    assert failure.code == "newer_schema"
    assert "schema_version 2" in failure.message
    assert "update extractor" in failure.message


@pytest.mark.parametrize(
    "line",
    [
        '{"schema_version": 1, "article": {"id": "x"}}',
        '{"schema_version": 1, "article": ',
        '{"schema_version": "one"}',
        '{"schema_version": 1, "extractor_version": "0", "model": "m", "article": null}',
        "no JSON",
        "[" * 100_000,
    ],
)
def test_a_broken_result_costs_only_itself(tmp_path, lines: str, line: str) -> None:
    file = tmp_path / "results.jsonl"
    file.write_text(lines + line + "\n" + lines, encoding="utf-8")
    found = read(file)
    failures = [item for item in found if isinstance(item, Failure)]
    assert [f.code for f in failures] == ["invalid_result"]
    assert f"line {len(EXTRACTIONS) + 1}" in failures[0].message
    assert len(found) == 2 * len(EXTRACTIONS) + 1


def test_a_position_that_is_none_is_no_result(tmp_path) -> None:
    data = json.loads(to_json(EXTRACTIONS[0]))
    data["article"]["body"] = {"start": 5, "end": 5}
    file = tmp_path / "x.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    (failure,) = read(file)
    assert failure.code == "invalid_result"
    assert "body" in failure.message


def test_an_article_that_could_not_be_read_is_passed_over(tmp_path, lines: str) -> None:
    lost = '{"article": {"id": "x", "path": null}, "error": {"code": "empty", "message": "the file is empty"}}\n'
    file = tmp_path / "results.jsonl"
    file.write_text(lost + lines, encoding="utf-8")
    assert read(file) == list(EXTRACTIONS)


def test_a_file_that_is_not_there(tmp_path) -> None:
    (failure,) = read(tmp_path / "nothing.jsonl")
    assert failure.code == "missing"


@pytest.mark.parametrize(
    ("of", "changed", "said"),
    [
        ("claims", {"noun": " "}, "the noun of c1 is blank"),
        ("claims", {"noun_inferred": ""}, "the noun of c1 is blank"),
        ("claims", {"text": "another"}, "c1 is not what the text has there"),
        ("quotes", {"content": [{"start": 0, "end": 10**6}]}, "q1 ends behind the text"),
    ],
)
def test_what_cannot_have_come_from_here_is_no_result(tmp_path, model, of: str, changed: dict, said: str) -> None:
    (extraction,) = extract_all([EXTRACTIONS[0].article], model)
    data = json.loads(to_json(extraction))
    data[of][0] |= changed
    file = tmp_path / "x.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    (failure,) = read(file)
    assert failure.code == "invalid_result"
    assert said in failure.message
