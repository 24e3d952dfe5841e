"""The output folder when the disk or another run is in the way: what is said, and what stays."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extractor.batch.folder import Folder, OutputError, locked


def test_one_run_at_a_time(tmp_path: Path) -> None:
    with locked(tmp_path) as folder:
        assert folder == Folder(tmp_path)
        with pytest.raises(OutputError, match=rf"another run \(process {os.getpid()}\)"), locked(tmp_path):
            pass
    with locked(tmp_path):
        pass


def test_drafts_of_a_run_that_died_are_removed(tmp_path: Path) -> None:
    (tmp_path / ".extractor").mkdir()
    left = tmp_path / ".extractor" / "part-00000.jsonl.draft"
    left.write_text("half")
    with locked(tmp_path):
        assert not left.exists()


def test_a_draft_that_cannot_be_removed_is_said(tmp_path: Path) -> None:
    (tmp_path / ".extractor" / "a.draft").mkdir(parents=True)
    with pytest.raises(OutputError, match="cannot write into"), locked(tmp_path):
        pass


def test_what_cannot_be_removed_is_said(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.remove(tmp_path / "nothing there")
    folder.part(3).mkdir()
    with pytest.raises(OutputError, match=r"cannot remove .*part-00003\.jsonl"):
        folder.remove(folder.part(3))


def test_clearing_takes_results_and_leaves_the_rest(tmp_path: Path) -> None:
    with locked(tmp_path) as folder:
        folder.write(folder.part(0), b"{}\n")
        folder.write(folder.index(0), b"{}\n")
        folder.write(tmp_path / "errors.csv", b"id\n")
        (tmp_path / "notes.txt").write_text("mine")
        assert folder.numbers() == [0]
        folder.refuse_foreign_files()
        folder.clear()
        assert folder.numbers() == []
    assert sorted(file.name for file in tmp_path.iterdir()) == [".extractor", "notes.txt"]


def test_files_of_others_are_refused(tmp_path: Path) -> None:
    (tmp_path / "articles.jsonl").write_text("{}")
    with locked(tmp_path) as folder, pytest.raises(OutputError, match=r"articles\.jsonl"):
        folder.refuse_foreign_files()
