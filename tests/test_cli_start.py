"""How the command begins and ends: spaCy without its own command line, and an end that leaves only memory behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")


def python(code: str, *arguments: str, **how: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "ignore", "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **how)


def test_spacy_is_imported_without_its_command_line_and_yet_whole() -> None:
    code = """
import sys
from extractor.cli.spacy_import import leave_out_the_command_line
leave_out_the_command_line()
import spacy
print("weasel" in sys.modules, "spacy.cli" in sys.modules)
print(spacy.info(silent=True)["spacy_version"] == spacy.__version__)
import spacy.cli
print(spacy.cli.info.info.__module__ if hasattr(spacy.cli.info, "info") else spacy.cli.info.__module__)
print(callable(spacy.cli.app))
"""
    done = python(code)
    assert done.stdout.splitlines() == ["False False", "True", "spacy.cli.info", "True"], done.stderr


def test_where_spacy_is_imported_already_nothing_is_left_out() -> None:
    code = """
import sys, spacy
from extractor.cli.spacy_import import leave_out_the_command_line
before = sys.modules["spacy.cli.info"]
leave_out_the_command_line()
print(sys.modules["spacy.cli.info"] is before)
"""
    assert python(code).stdout == "True\n"


@pytest.mark.parametrize(
    ("arguments", "status"), [(["--version"], 0), (["extract", "no-such-file"], 1), (["extract", "--no"], 2)]
)
def test_the_end_keeps_status_and_output_and_runs_what_was_registered(arguments: list[str], status: int) -> None:
    code = """
import atexit
atexit.register(print, "registered")
from extractor.cli import main
main()
"""
    done = python(code, *arguments)
    assert done.returncode == status
    assert done.stdout.endswith("registered\n")
    assert (done.stdout.startswith("extractor ")) is (status == 0)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no full disk to write to")
def test_a_full_disk_is_no_fault_of_the_program() -> None:
    with FULL.open("w") as full:
        command = [sys.executable, "-m", "extractor", "schema"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "No space left on device); make room" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such shell")
@pytest.mark.parametrize(
    ("command", "status", "out", "said"),
    [
        ("extract {none} {good} -f jsonl 2>&-", 1, 2, ""),
        ("batch {none} {good} -o {out} 2>&-", 1, 0, ""),
        ("extract {good} -f json >&-", 1, 0, "standard output is closed; open it, or name a file with --output"),
        ("extract {good} -f docbin >&-", 1, 0, "standard output is closed; open it, or name a file with --output"),
        ("extract {good} -f jsonl <&-", 0, 1, ""),
        ("check {good} --against {good} <&-", 0, 1, ""),
        ("extract - <&-", 1, 0, "standard input: the file is empty; put the article's text into it"),
        ("compare - -f jsonl <&-", 1, 0, "standard input: the file is empty; put the article's text into it"),
    ],
)
def test_a_stream_that_is_closed_from_outside_ends_nothing_in_a_fault(
    tmp_path: Path, command: str, status: int, out: int, said: str
) -> None:
    (tmp_path / "good.txt").write_text("It rained.")
    names = {name: f'"{tmp_path / file}"' for name, file in (("good", "good.txt"), ("none", "no.txt"), ("out", "out"))}
    line = f'"{sys.executable}" -m extractor {command.format(**names)}'
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, len(done.stdout.splitlines())) == (status, out), done.stderr
    assert done.stderr == (f"extractor: {said}\n" if said else "")
