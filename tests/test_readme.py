"""The README says what there is: every command, every option, every key, and output that is what comes out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
import typer.main

from extractor import records
from extractor.cli import app

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def section(name: str) -> str:
    """The part of the README on one command; the whole where it has none of its own."""
    match = re.search(rf"^### {name}\n(.*?)(?=^##)", README, re.MULTILINE | re.DOTALL)
    return match[1] if match else README


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_there(name: str) -> None:
    assert f"`extractor {name}" in README
    options = {o for p in COMMANDS[name].params if p.param_type_name == "option" for o in p.opts}
    missing = {
        o for o in options - {"-h", "--help"} if not re.search(rf"`[^`]*(?<![\w-]){o}(?![\w-])[^`]*`", section(name))
    }
    assert not missing


@pytest.mark.parametrize(
    "record",
    [
        records.Extraction,
        records.Article,
        records.Speaker,
        records.Quote,
        records.Timex,
        records.Claim,
        records.ClaimGroup,
    ],
)
def test_every_key_is_there(record: type) -> None:
    assert {f.name for f in fields(record) if f'"{f.name}"' not in README} == set()


def test_the_main_line_prints_what_the_readme_shows() -> None:
    command = re.search(r"<!-- main line -->\n```sh\n.*?(extractor extract .*)\n```", README)
    shown = re.search(r"<!-- output -->\n```text\n(.*?)```", README, re.DOTALL)
    assert command
    assert shown
    argv = [sys.executable, "-m", *command[1].split()]
    done = subprocess.run(
        argv,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=os.environ | {"COLUMNS": "100", "NO_COLOR": "1"},
    )
    assert done.stdout == shown[1]
