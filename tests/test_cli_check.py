"""`extractor check` as a gate: its exit status, its two formats, and inputs that cannot be used."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
SOURCE = str(FIXTURES / "articles" / "ferncroft-court" / "article.txt")
OTHER = str(FIXTURES / "articles" / "orlan-foods" / "article.txt")
WRONG = str(FIXTURES / "drafts" / "court-errors" / "draft.txt")
CLEAN = str(FIXTURES / "drafts" / "court-clean" / "draft.txt")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    argv = [sys.executable, "-m", "extractor", "check", *arguments]
    return subprocess.run(argv, capture_output=True, encoding="utf-8", check=False)


def test_findings_make_the_exit_status_1_and_are_whole_in_json() -> None:
    done = run(WRONG, "--against", SOURCE, OTHER, "--format", "json")
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert set(found) == {"draft", "findings", "verbatim", "unreadable"}
    assert {"kind", "start", "end", "text", "verdict", "article", "match", "difference"} == set(found["findings"][0])


def test_an_honest_draft_passes_the_gate() -> None:
    done = run(CLEAN, "--against", SOURCE)
    assert (done.returncode, done.stdout.split(",")[0]) == (0, "0 findings")


def test_a_source_that_cannot_be_read_is_said_and_fails_the_gate() -> None:
    done = run(CLEAN, "--against", SOURCE, "no-such-file.txt", "--format", "json")
    assert done.returncode == 1
    assert [u["path"] for u in json.loads(done.stdout)["unreadable"]] == ["no-such-file.txt"]
    assert "no-such-file.txt" in done.stderr


def test_a_result_without_its_text_bears_nothing_out_and_passes_no_gate(tmp_path: Path) -> None:
    bare = tmp_path / "bare.json"
    command = [sys.executable, "-m", "extractor", "extract", SOURCE, "-f", "json", "--no-text", "-o", str(bare)]
    subprocess.run(command, check=True)
    done = run(CLEAN, "--against", SOURCE, str(bare), "--format", "json")
    assert done.returncode == 1
    assert [(u["path"], u["code"]) for u in json.loads(done.stdout)["unreadable"]] == [(SOURCE, "no_text")]
    assert json.loads(done.stdout)["findings"] == []
    done = run(str(bare), "--against", SOURCE)
    assert (done.returncode, done.stdout) == (1, "")
    assert "has no text (--no-text)" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "word"),
    [
        ((CLEAN,), 2, "--against"),
        ((CLEAN, "--against", "no-such-file.txt"), 1, "nothing was checked"),
        (("no-such-file.txt", "--against", SOURCE), 1, "no-such-file.txt"),
        ((CLEAN, "--against", "-"), 2, "standard input"),
    ],
)
def test_wrong_use_is_one_clear_line(arguments: tuple[str, ...], status: int, word: str) -> None:
    done = run(*arguments)
    assert done.returncode == status
    assert word in done.stderr
    assert "Traceback" not in done.stderr
