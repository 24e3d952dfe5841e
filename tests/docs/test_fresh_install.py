"""The README's main line on a fresh copy of the project, and then every example in the environment that it makes.

It needs the package index and a minute or two, so it runs only where it is asked for: `EXTRACTOR_FRESH_INSTALL=1`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.docs.examples import can_import, examples, run
from tests.docs.pages import ROOT

pytestmark = pytest.mark.skipif(
    os.environ.get("EXTRACTOR_FRESH_INSTALL") != "1", reason="installs anew: set EXTRACTOR_FRESH_INSTALL=1 for it"
)
README = (ROOT / "README.md").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"<!-- recipe: ([\w-]+) -->\n```sh\n(.+)\n```", README))
LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "dist", "build")
#: What the index or a proxy needs goes along; nothing else of this process's environment does.
KEPT = ("PATH", "HOME", "LANG", "TMPDIR", "PIP_", "SSL_", "REQUESTS_", "HTTP", "http", "NO_PROXY", "no_proxy")


def in_bash(line: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name.startswith(KEPT)} | more
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", line],
        cwd=folder,
        env=env,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=1800,
    )


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A copy of the project in which the README's main line was run, and what that printed."""
    folder = tmp_path_factory.mktemp("fresh") / "clone"
    shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
    line = re.search(r"<!-- main line -->\n```sh\n(.*)\n```", README)
    return folder, in_bash(line[1], folder, COLUMNS="100", NO_COLOR="1")


def test_the_main_line_installs_and_prints_what_the_readme_shows(clone):
    folder, done = clone
    assert done.returncode == 0, done.stderr
    assert done.stdout == re.search(r"<!-- output -->\n```text\n(.*?)```", README, re.DOTALL)[1]
    where = in_bash(".venv/bin/python -P -c 'import extractor; print(extractor.__file__)'", folder)
    assert "site-packages" in where.stdout


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_an_example_runs_in_the_fresh_environment(example, clone, tmp_path):
    python = clone[0] / ".venv" / "bin" / "python"
    if lacking := [module for module in example.needs if not can_import(module, python)]:
        pytest.skip(f"{lacking[0]} is no part of a plain install")
    done = run(example, python, tmp_path)
    assert done.returncode == 0, done.stderr
    if example.prints is not None:
        assert done.stdout == example.prints


@pytest.mark.parametrize("tool", RECIPES)
def test_a_recipe_runs_in_the_fresh_environment(tool, clone):
    folder, _ = clone
    python = folder / ".venv" / "bin" / "python"
    absent = not can_import("pyarrow", python) if tool == "duckdb" else False
    if absent or not (shutil.which(tool) or can_import(tool.replace("-", "_"), python)):
        pytest.skip(f"{tool} is no part of a plain install")
    done = in_bash(RECIPES[tool], folder, PATH=f"{python.parent}{os.pathsep}{os.environ['PATH']}")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
