"""The house rules that a machine can check: lint, format, types, layering, file sizes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = sorted(p for folder in ("extractor", "tests") for p in (ROOT / folder).rglob("*.py"))
BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [
        [sys.executable, "-m", "ruff", "check", "."],
        [sys.executable, "-m", "ruff", "format", "--check", "."],
        [sys.executable, "-m", "mypy"],
        [str(BIN / "lint-imports"), "--no-cache"],
    ],
    ids=["lint", "format", "types", "layering"],
)
def test_the_checkers_agree(command: list[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_is_longer_than_400_lines() -> None:
    long = {str(p.relative_to(ROOT)): n for p in CODE if (n := len(p.read_text(encoding="utf-8").splitlines())) > 400}
    assert not long


def test_no_grab_bags() -> None:
    assert not [p for p in CODE if p.stem in {"utils", "util", "helpers", "common", "misc"}]


def test_rules_read_nothing_that_is_not_computed() -> None:
    """The lemmatizer and the attribute ruler do not run, so their attributes would be empty without a word."""
    bad = [
        f"{path.relative_to(ROOT)}: {attribute}"
        for path in CODE
        if path.is_relative_to(ROOT / "extractor")
        for attribute in (".lemma_", ".pos_", ".morph", '"LEMMA":', '"POS":')
        if attribute in path.read_text(encoding="utf-8")
    ]
    assert not bad
