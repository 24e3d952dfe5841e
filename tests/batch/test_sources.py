"""What the user names: patterns, lists of files, a count, and an output folder that is not its own input."""

from __future__ import annotations

import gzip
import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from extractor.batch.errors import written
from extractor.batch.folder import OutputError, locked
from extractor.batch.sources import SourcesError, count, listed, refuse_overlap, spelt_out
from extractor.batch.stamp import PACKAGES, stamp
from extractor.batch.work import StartAnalysis
from extractor.model import BUNDLED_MODEL, BUNDLED_PACKAGE
from extractor.records import Failure


@pytest.fixture
def news(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("news/b.txt", "news/a.txt", "news/old/c.txt", "[odd].txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("text")
    Path("news/many.jsonl").write_text('{"text": "one"}\n{"text": "two"}\n{"text": "three"}')
    return tmp_path


def test_patterns_are_spelt_out_in_order_and_names_are_left_alone(news):
    assert list(spelt_out(["news/*.txt", "-", "[odd].txt"])) == ["news/a.txt", "news/b.txt", "-", "[odd].txt"]
    assert list(spelt_out(["**/c.txt"])) == ["news/old/c.txt"]
    assert list(spelt_out(["nothing*", "missing.txt"])) == ["nothing*", "missing.txt"]


def test_a_pattern_gives_no_file_twice(news):
    Path("news/old/older").mkdir()
    assert list(spelt_out(["news/**"])) == ["news/"]
    assert list(spelt_out(["news/*"])) == ["news/a.txt", "news/b.txt", "news/many.jsonl", "news/old"]
    assert list(spelt_out(["**/old*"])) == ["news/old"]
    assert list(spelt_out(["**/*.txt"])) == ["[odd].txt", "news/a.txt", "news/b.txt", "news/old/c.txt"]


def test_lists_of_files(news, monkeypatch):
    Path("lines").write_bytes("\ufeffnews/a.txt\n\nnéws/b c.txt\r\n".encode())
    assert listed("lines") == ["news/a.txt", "néws/b c.txt"]
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"one\ntwo\0three\0")))
    assert listed("-") == ["one\ntwo", "three"]
    with pytest.raises(SourcesError, match="check the path"):
        listed("missing")


def test_the_count_for_the_progress_bar(news):
    assert count(["news"]) == 6
    assert count(["news/many.jsonl", "missing.txt"]) == 4
    assert count(["-"]) is None
    Path("news/more.jsonl.gz").write_bytes(gzip.compress(b"{}"))
    assert count(["news"]) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_in_a_pipe_is_left_for_the_run(news):
    os.mkfifo("pipe.jsonl")
    assert count(["news", "pipe.jsonl"]) is None  # and nobody waited for a writer


@pytest.mark.parametrize("output", ["news", "news/results", "."])
def test_results_are_never_written_into_a_source(news, output):
    with pytest.raises(SourcesError, match="choose one beside it"):
        refuse_overlap(["news", "."], Path(output))


def test_an_output_beside_the_sources_is_fine(news):
    refuse_overlap(["news", "-", "[odd].txt"], Path("results"))


def test_a_folder_with_files_of_others_is_refused_and_left_alone(tmp_path):
    (tmp_path / "mine.jsonl").write_text("{}")
    with locked(tmp_path) as folder, pytest.raises(OutputError, match=r"holds mine\.jsonl"):
        folder.refuse_foreign_files()
    (tmp_path / "notes.txt").write_text("keep")
    with locked(tmp_path) as folder:
        folder.clear()
    assert {file.name for file in tmp_path.iterdir()} == {"mine.jsonl", "notes.txt", ".extractor"}


def test_errors_are_no_formulas():
    failures = [
        Failure(id=start + "1+1", path=None, code="x", message='say "no",\nnow') for start in ("=", "+", "-", "@")
    ]
    rows = written(failures).decode().splitlines()
    assert rows[1:3] == ['\'=1+1,,x,"say ""no"",', 'now"']
    assert all(row.startswith("'") for row in rows[1::2])
    assert written([Failure(id="half \ud800", path=None, code="x", message="")])


def test_a_result_depends_on_version_model_and_options():
    stamps = {
        stamp(StartAnalysis(model="en_core_web_sm")),
        stamp(StartAnalysis(model="en_core_web_sm", all_quantities=True)),
        stamp(StartAnalysis(model="no_such_model")),
    }
    assert len(stamps) == 3


def test_the_bundled_model_is_known_by_its_package():
    assert PACKAGES == {BUNDLED_MODEL: BUNDLED_PACKAGE}
