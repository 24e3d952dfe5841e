"""The walk-through for a rule, a verb and a unit, gone through on a copy of the project with the page's own commands."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from textwrap import indent

import pytest

from tests.docs import pages

PAGE = pages.page("adding-a-rule")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()]
#: Where each part goes: its file, and what the page says it stands before or behind.
PLACES = {
    "date": "extractor/dates/rules/days.py",
    "verb": "extractor/quotes/cues.toml",
    "unit": "extractor/claims/units.toml",
}


def parts(name):
    return re.findall(rf"<!-- part: {name} -->\n```\w+\n(.*?)```", PAGE, re.DOTALL)


def put(file, before, block):
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, f"{block}{before}"), encoding="utf-8")


def run(command, folder):
    """A command of the page, with the Python that runs the tests for that of the page's environment."""
    line = command.replace(".venv/bin/python", sys.executable).replace(
        ".venv/bin/extractor", f"{sys.executable} -m extractor"
    )
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV"))}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", line],
        cwd=folder,
        env=env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def tries(folder):
    """What the page's three tries print, by what they are about."""
    lines = [command for command in COMMANDS if command.startswith("echo")]
    assert len(lines) == len(PLACES)
    return dict(zip(PLACES, (json.loads(run(line, folder)) for line in lines), strict=True))


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    """The copy with everything added, and what the tries printed before and after."""
    folder = tmp_path_factory.mktemp("walk")
    for name in ("extractor", "docs", "tests", "fixtures"):
        shutil.copytree(pages.ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(pages.ROOT / "pyproject.toml", folder)
    shutil.copy(pages.ROOT / "README.md", folder)
    before = tries(folder)
    function, rule = parts("date")
    days = folder / PLACES["date"]
    put(days, "\n\nEARLY = ", f"\n\n{function.rstrip()}\n")
    put(days, '    TemporalRule(\n        name="deictic"', f"{indent(rule.rstrip(), '    ')},\n")
    put(folder / PLACES["verb"], "label = {", *parts("verb"))
    put(folder / PLACES["unit"], "quart = ", *parts("unit"))
    (row,) = re.findall(r"```text\n(\| `dates.*?)```", PAGE, re.DOTALL)
    put(folder / "docs" / "how-it-decides.md", "| `dates.deictic`", row)
    return folder, before, tries(folder)


def test_the_program_does_not_know_them_yet(walked):
    _, before, _ = walked
    assert [(d["text"], d["value"]) for d in before["date"]["dates"]] == [("Friday", "2024-05-03")]
    assert before["verb"]["quotes"] == []
    assert [(c["text"], c["noun"]) for c in before["unit"]["claims"]] == [("40", "quintals")]


def test_it_knows_them_once_they_are_added(walked):
    _, _, after = walked
    assert [(d["text"], d["value"], d["found_by"]) for d in after["date"]["dates"]] == [
        ("Friday week", "2024-05-17", "dates.weekday-week")
    ]
    assert [(q["text"], q["cue"]["lemma"]) for q in after["verb"]["quotes"]] == [("it was late", "kvetch")]
    assert [(c["text"], c["unit"], c["noun"]) for c in after["unit"]["claims"]] == [("40 quintals", "quintal", "wheat")]


def test_the_rules_examples_run_by_the_pages_command(walked):
    (command,) = (line for line in COMMANDS if "-k weekday-week" in line)
    examples = len(re.findall(r'": "DATE', parts("date")[1])) + 1  # and one counter-example
    assert f"{examples + 1} passed" in run(command.replace("-q ", ""), walked[0])  # and one of its confidence


def test_the_page_of_all_rules_takes_the_row(walked):
    """In its place, with the example coming out as it says; the walk is not walked in the copy again."""
    run(
        ".venv/bin/python -m pytest -q tests/docs/test_how_it_decides.py -k 'weekday-week or rules_in_the_order'",
        walked[0],
    )


def test_the_code_keeps_the_rules_of_the_house(walked):
    folder = walked[0]
    run(".venv/bin/python -m ruff check extractor && .venv/bin/python -m ruff format --check extractor", folder)


def test_every_other_command_is_known():
    """What is not run here is the README's own, or runs everything."""
    left = [line for line in COMMANDS if not line.startswith("echo") and "-k weekday-week" not in line]
    assert left == [
        "python3 -m venv .venv && .venv/bin/python -m pip install -q -e '.[dev]'",
        ".venv/bin/python -m extractor.quality score fixtures/articles",
        ".venv/bin/python -m pytest -q",
    ]
