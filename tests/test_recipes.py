"""The README's recipes for other tools, run as they stand there wherever the tool is installed."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.report.label_studio import LABELS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"<!-- recipe: ([\w-]+) -->\n```sh\n(.+)\n```", README))
#: DuckDB's library for Python has no command of its own; this is enough of one.
DUCKDB = "import sys, duckdb; print(duckdb.sql(sys.argv[2]))"
EXPECTED = {
    "jq": r"^Ilse Tarn\tWe had no warning at all",
    "duckdb": r"killed\D+\d",
    "sqlite-utils": r'"speaker_name": "Kestrian Relief Society"',
    "pandas": r"^Ilse Tarn +\d$",
}


@pytest.fixture
def kitchen(tmp_path):
    """A folder with our fixtures, and commands of the names that the recipes use."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    commands = tmp_path / "bin"
    commands.mkdir()
    named = {"extractor": "-m extractor", "python": ""}
    if not shutil.which("duckdb"):
        named["duckdb"] = f"-c '{DUCKDB}'"
    if importlib.util.find_spec("sqlite_utils"):
        named["sqlite-utils"] = "-m sqlite_utils"
    for name, options in named.items():
        file = commands / name
        file.write_text(f'#!/bin/sh\nexec "{sys.executable}" {options} "$@"\n')
        file.chmod(0o755)
    return tmp_path


def missing(tool):
    """What a recipe needs and is not here, or nothing."""
    if tool == "jq":
        return None if shutil.which("jq") else "jq"
    if tool == "duckdb" and not importlib.util.find_spec("pyarrow"):
        return "pyarrow (extra `parquet`)"
    module = tool.replace("-", "_")
    return None if importlib.util.find_spec(module) or (tool != "pandas" and shutil.which(tool)) else tool


def test_there_is_a_recipe_for_each_tool():
    assert set(RECIPES) == set(EXPECTED)


@pytest.mark.parametrize("tool", EXPECTED)
def test_a_recipe_does_what_it_says(tool, kitchen):
    if absent := missing(tool):
        pytest.skip(f"{absent} is not installed")
    path = f"{kitchen / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", RECIPES[tool]],
        cwd=kitchen,
        env=os.environ | {"PATH": path, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert re.search(EXPECTED[tool], done.stdout, re.MULTILINE), done.stdout


def test_the_labelling_interface_is_the_one_that_tasks_fit():
    (interface,) = re.findall(r"```xml\n(.*?)```", README, re.DOTALL)
    assert interface == LABELS


def test_the_doc_bin_reads_as_the_readme_says(kitchen):
    (code,) = re.findall(r"```python\n([^`]*DocBin[^`]*)```", README)
    line = 'extractor extract fixtures/articles/quiet-brief/article.txt -f docbin -o news.spacy && python -c "$CODE"'
    done = subprocess.run(
        ["bash", "-c", line],
        cwd=kitchen,
        env=os.environ | {"PATH": f"{kitchen / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "CODE": code},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("article [")
