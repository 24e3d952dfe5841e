"""Boxes of a PDF into paragraphs; pure strings but for the one file."""

from __future__ import annotations

import pytest

from extractor.articles.pdf import _paragraphs, read_pdf
from extractor.articles.plain import NoArticleError
from tests.articles.make_formats import FOLDER, PARAGRAPHS, TITLE

HEAD = "19/01/2024, 09:12 Three boats sink"


@pytest.mark.parametrize(
    ("pages", "paragraphs"),
    [
        ([["Three boats\nsank."]], ["Three boats sank."]),
        ([["The coast-\nguard came. Coastguard."]], ["The coastguard came. Coastguard."]),
        ([["The coast-\nguard came."]], ["The coast-guard came."]),
        ([["The coast\u00ad\nguard came."]], ["The coastguard came."]),
        ([["One.", "1"], ["Two.", "Page 2 of 2"]], ["One.", "Two."]),
        ([[HEAD, "One.", "https://a.invalid 1/2"], [HEAD, "Two.", "https://a.invalid 2/2"]], ["One.", "Two."]),
        ([["One goes on,"], ["and on.", "Two."]], ["One goes on, and on.", "Two."]),
        ([["One ends."], ["and on."]], ["One ends.", "and on."]),
        ([["40 people were killed."]], ["40 people were killed."]),
        ([], []),
    ],
)
def test_boxes_become_paragraphs(pages, paragraphs):
    assert _paragraphs(pages) == paragraphs


def test_a_long_paragraph_that_occurs_twice_is_no_running_head():
    long = "The ferry sank on Sunday. " * 10
    assert _paragraphs([[long], [long]]) == [long, long]


def test_the_fixture_is_its_paragraphs_without_page_numbers():
    pytest.importorskip("pdfminer", reason="pdfminer.six is not installed: pip install 'newsfacts[pdf]'")
    assert read_pdf((FOLDER / "paper.pdf").read_bytes()).text.split("\n\n") == [TITLE, *PARAGRAPHS]


@pytest.mark.parametrize("data", [b"%PDF-", b"%PDF-1.4\n", b"%PDF-1.4\ntrailer << /Root 1 0 R >>\n%%EOF"])
def test_a_broken_pdf_says_so(data):
    pytest.importorskip("pdfminer", reason="pdfminer.six is not installed: pip install 'newsfacts[pdf]'")
    with pytest.raises(NoArticleError, match=r"save .* as a \.txt file"):
        read_pdf(data)
