"""What nobody asked for is not loaded: web pages, mails and PDF cost only those who read them."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.articles.make_formats import ARTICLE, FOLDER

#: What takes long to load, each for a few formats only.
HEAVY = ("trafilatura", "htmldate", "lxml", "ftfy", "pdfminer", "warcio", "pyarrow")
READ = """
import io, json, sys
from extractor.articles.reading import read_all
items = list(read_all(sys.argv[1:], standard_input=io.BytesIO()))
assert all(hasattr(item, "article") for item in items), items
"""
HELP = """
import json, sys
from extractor.cli import app
try:
    app(["extract", "--help"])
except SystemExit as end:
    assert end.code == 0
"""


def loaded(program, *arguments):
    code = f"{program}\nprint(json.dumps([m for m in {(*HEAVY, 'spacy', 'pydantic')!r} if m in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_help_loads_nothing_heavy():
    assert loaded(HELP) == set()


@pytest.mark.parametrize("name", ["packed.txt.gz", "object.json", "notes.md", "document.docx", "mail.eml"])
def test_text_loads_nothing_heavy(name):
    assert loaded(READ, str(ARTICLE), str(FOLDER / name)) == set()


def test_a_page_loads_what_finds_its_article():
    assert {"trafilatura", "htmldate", "lxml"} <= loaded(READ, str(FOLDER / "page.html"))
