"""One article of ours in every format: text, fields, quotes, dates and claims are those of its plain text."""

from __future__ import annotations

import importlib.util
import json
from io import BytesIO

import pytest

from extractor.articles.asked import Asked
from extractor.articles.inputs import KNOWN, ending_of
from extractor.articles.reading import read_all
from extractor.pipeline import extract_each
from extractor.records import Reading
from tests.articles.make_formats import ARTICLE, DAY, FILES, FOLDER, PARAGRAPHS, TITLE, URL

#: What the formats that need an extra need.
EXTRAS = {"paper.pdf": "pdfminer", "crawl.warc.gz": "warcio", "rows.parquet": "pyarrow"}
#: Formats that have no place for the article's own day, and those that do not say where it was.
WITHOUT_DAY = {"document.docx", "paper.pdf", "packed.txt.gz"}
WITHOUT_LINK = {*WITHOUT_DAY, "page.html", "page.xhtml", "mail.eml", "scraped.jsonl"}
#: Packed, so that the bytes depend on the packing library's version.
PACKED = {"packed.txt.gz", "crawl.warc.gz", "rows.parquet"}


def words(text: str) -> str:
    return " ".join(text.split())


def reading_of(name: str, published: str | None = None) -> Reading:
    if (extra := EXTRAS.get(name)) and importlib.util.find_spec(extra) is None:
        pytest.skip(f"{extra} is not installed")
    fields = {"text_field": "body", "id_field": "uid", "date_field": "when"} if name == "scraped.jsonl" else {}
    (item,) = read_all([str(FOLDER / name)], standard_input=BytesIO(), asked=Asked(published=published, **fields))
    assert isinstance(item, Reading), item
    return item


def found(reading, model):
    """Quotes, dates and claims by what they say; every one of them is its slice of the text.

    Those of the headline are left out: it is a field of a page or a mail, and text only where nothing sets it apart.
    """
    (extraction,) = extract_each([reading], model, strict=True)
    text = extraction.article.text
    start = len(TITLE) if text.startswith(TITLE) else 0
    names = {s.id: s.name for s in extraction.speakers}
    assert all(text[t.start : t.end] == t.text for t in (*extraction.dates, *extraction.claims))
    assert all(text[s.start : s.end] in q.text for q in extraction.quotes for s in q.content)
    return {
        "quotes": [
            (words(q.text), names.get(q.speaker), q.kind, q.polarity)
            for q in extraction.quotes
            if q.content[0].start >= start
        ],
        "dates": [(words(d.text), d.value) for d in extraction.dates if d.start >= start],
        "claims": [
            (words(c.text), c.value, c.unit, c.event, names.get(c.speaker))
            for c in extraction.claims
            if c.start >= start
        ],
    }


@pytest.fixture(scope="module")
def plain(model):
    (item,) = read_all([str(ARTICLE)], standard_input=BytesIO(), asked=Asked(published=DAY))
    facts = found(item, model)
    assert len(facts["quotes"]) >= 5
    assert len(facts["claims"]) >= 5
    assert facts["dates"]
    return facts


@pytest.mark.parametrize("name", FILES)
def test_the_paragraphs_are_those_of_the_plain_text_and_no_others(name):
    paragraphs = [words(p) for p in reading_of(name).article.text.strip().split("\n\n")]
    assert paragraphs in ([*PARAGRAPHS], [TITLE, *PARAGRAPHS])


@pytest.mark.parametrize("name", FILES)
def test_the_facts_are_those_of_the_plain_text(name, plain, model):
    assert found(reading_of(name, DAY), model) == plain


@pytest.mark.parametrize("name", FILES)
def test_the_fields_are_found(name):
    reading = reading_of(name)
    article = reading.article
    assert article.title == TITLE
    assert article.published == (None if name in WITHOUT_DAY else DAY)
    assert article.url == (None if name in WITHOUT_LINK else URL)
    assert article.language == "en"
    assert reading.notices == ()


@pytest.mark.parametrize("name", sorted(set(FILES) - PACKED))
def test_the_files_are_what_the_script_makes(name):
    assert (FOLDER / name).read_bytes() == FILES[name]()


def test_every_format_has_a_file():
    there = {ending_of(FOLDER / name) for name in FILES}
    assert there | {".text", ".markdown", ".mht", ".ndjson"} == KNOWN
    assert {file.name for file in FOLDER.iterdir()} == set(FILES)


def test_a_folder_of_all_of_them_is_read_whole():
    items = list(read_all([str(FOLDER)], standard_input=BytesIO()))
    read = [item for item in items if isinstance(item, Reading)]
    missing = sum(importlib.util.find_spec(extra) is None for extra in EXTRAS.values())
    assert len(read) == len(FILES) - missing - 1
    (failure,) = (item for item in items if not isinstance(item, Reading) and item.code == "no_text")
    assert failure.path.endswith("scraped.jsonl")
    assert '"uid", "body", "when"' in failure.message


def test_the_scraped_object_has_names_of_its_own():
    assert set(json.loads((FOLDER / "scraped.jsonl").read_bytes())) == {"uid", "body", "when"}
    assert reading_of("scraped.jsonl").article.id == "s1"
