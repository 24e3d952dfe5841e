"""The examples of README and docs, run as they stand there, each in a process of its own."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.docs.examples import can_import, examples, run
from tests.docs.pages import PAGES, ROOT

EXAMPLES = examples()
#: Blocks of Python that no test here can run: they need a cluster, or a file that another test makes.
ELSEWHERE = {ROOT / "README.md": ["mapInPandas", "DocBin"]}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_runs_and_prints_what_the_page_says(example, tmp_path):
    python = Path(sys.executable)
    if lacking := [module for module in example.needs if not can_import(module, python)]:
        pytest.skip(f"{lacking[0]} is not installed")
    done = run(example, python, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout
    if example.prints is not None:
        assert done.stdout == example.prints


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=lambda page: str(page.relative_to(ROOT)))
def test_every_block_of_python_is_run(page):
    blocks = re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    left = [block for block in blocks if block not in {example.code for example in EXAMPLES}]
    if page.stem == "adding-a-rule":  # its blocks are parts of one module, run by its own test
        return
    known = ELSEWHERE.get(page, [])
    assert [next((mark for mark in known if mark in block), block) for block in left] == known


def test_links_of_the_pages_lead_somewhere():
    for page in [ROOT / "README.md", *PAGES]:
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", text):
            file, _, anchor = target.partition("#")
            aim = (page.parent / file).resolve() if file else page
            assert aim.exists(), f"{page.name}: {target}"
            if anchor and aim.suffix == ".md":
                assert anchor in anchors(aim), f"{page.name}: {target}"


def anchors(page):
    """The anchors that a page's headings have where Markdown is shown."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_every_page_is_in_the_index():
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in PAGES if page.name != "README.md" and f"]({page.name})" not in index] == []
