"""The public names of the package, as a program that imports it sees them."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest

import extractor
from extractor.articles.published import PublishedError
from extractor.model import Model

TEXT = "VELL, May 6 - At least 12 people were hurt on Sunday, Mayor Ann Orlo said."


def test_extract_finds_and_places(model: Model) -> None:
    found = extractor.extract(TEXT, published="2024-05-06", title="A title", id="x", model=model)
    assert (found.article.id, found.article.title, found.article.text) == ("x", "A title", TEXT)
    assert [(TEXT[d.start : d.end], d.value) for d in found.dates] == [
        ("May 6", "2024-05-06"),
        ("Sunday", "2024-05-05"),
    ]
    assert found == extractor.extract(TEXT, published="2024-05-06", title="A title", id="x", model=model)


def test_half_a_character_is_replaced_in_place_and_said(model: Model) -> None:
    found = extractor.extract(f"\ud800 {TEXT}", published="2024-05-06", title="\udfff", id="\udfff", model=model)
    assert (found.article.text, found.article.title, found.article.id) == (f"\ufffd {TEXT}", "\ufffd", "\ufffd")
    assert [warning.code for warning in found.warnings] == ["repaired_encoding"]
    assert [(d.start - 2, d.value) for d in found.dates] == [(6, "2024-05-06"), (46, "2024-05-05")]


@pytest.mark.parametrize("published", ["2024-05-06", date(2024, 5, 6), datetime(2024, 5, 6, 23, 30, tzinfo=UTC)])
def test_the_day_may_be_text_or_a_date(model: Model, published: str | date) -> None:
    found = extractor.extract(TEXT, published=published, model=model)
    assert (found.article.published, found.article.published_from) == ("2024-05-06", "option")


def test_a_date_that_is_none_is_refused(model: Model) -> None:
    with pytest.raises(PublishedError):
        extractor.extract(TEXT, published="soon", model=model)


def test_threads_that_share_a_model_find_the_same(model: Model) -> None:
    texts = [f"{TEXT} {n} houses were lost." for n in range(2, 26)]
    alone = [extractor.extract(text, published="2024-05-06", model=model) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: extractor.extract(text, published="2024-05-06", model=model), texts)) == alone


def test_the_model_is_loaded_once() -> None:
    assert extractor.load() is extractor.load("en_core_web_sm") is extractor.load(name="en_core_web_sm")


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import sys, extractor; sys.exit(any(m in sys.modules for m in ('spacy', 'pydantic', 'rich', 'typer')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
