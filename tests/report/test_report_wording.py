from dataclasses import replace

import pytest

from extractor.records import Timex
from extractor.report.wording import Wording, figure, meaning, number, quoted_text


def timex(value, first=None, last=None, type="DATE"):  # noqa: A002
    return Timex(
        start=0, end=1, text="x", type=type, value=value, earliest=first, latest=last, found_by="r", confidence=1.0
    )


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (timex("2024-05-05", "2024-05-05", "2024-05-05"), "Sun 2024-05-05"),
        (timex("2024-05-05TEV", "2024-05-05", "2024-05-05", "TIME"), "Sun 2024-05-05, evening"),
        (timex("2024-05", "2024-05-01", "2024-05-31"), "May 2024"),
        (timex("2024-02", "2024-02-01", "2024-02-29"), "February 2024"),
        (timex("2024", "2024-01-01", "2024-12-31"), "2024"),
        (timex("9999", "9999-01-01", "9999-12-31"), "9999"),
        (timex("2024-W18", "2024-04-29", "2024-05-05"), "2024-04-29 – 2024-05-05"),
        (timex("2024", "2024-01-01", None), "from 2024-01-01"),
        (timex("2024", None, "2024-12-31"), "until 2024-12-31"),
        (timex("XXXX-WXX-2"), "open (XXXX-WXX-2)"),
        (timex("PRESENT_REF"), "now"),
        (timex("P3D", type="DURATION"), "3 days"),
        (timex("P1Y", type="DURATION"), "1 year"),
        (timex("PT2.5H", type="DURATION"), "2.5 hours"),
        (timex("PXD", type="DURATION"), "some time"),
        (timex("P1Y6M", type="DURATION"), "P1Y6M"),
        (timex("P1D", type="SET"), "repeatedly (P1D)"),
    ],
)
def test_meaning(item, words):
    assert meaning(item) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(40.0, "40"), (250000.0, "250,000"), (2.5, "2.5"), (0.333333, "0.333333"), (1e18, "1,000,000,000,000,000,000")],
)
def test_number(value, words):
    assert number(value) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "At least 40"),
        ({"text": "about\n40", "trend": "up"}, "↑ about 40"),
        ({"text": "two dozen", "value": 24.0}, "two dozen (24)"),
        ({"text": "forty percent", "kind": "percent"}, "forty percent (40%)"),
        ({"text": "two percentage points", "kind": "percent", "value": 2.0}, "two percentage points (2)"),
        ({"text": "a third", "kind": "fraction", "value": 0.333333}, "a third"),
        ({"modifier": "fuzzy", "value": None, "text": "dozens"}, "dozens"),
    ],
)
def test_figure(extraction, fields, words):
    assert figure(replace(extraction.claims[0], **fields)) == words


def test_noun_and_source(extraction):
    words = Wording(extraction=extraction)
    first, second, third = extraction.claims
    assert [words.noun(c) for c in (first, second, third)] == ["people", "(people)", "children (of 52 people)"]
    assert [words.source(c) for c in (first, second, third)] == ["Ilse Tarn", "a rescue official", None]
    assert words.day("d1") == "Sun 2024-05-05"
    assert words.day("d9") is None


def test_an_open_day_is_told_in_the_words_of_the_text(extraction):
    unclear = replace(extraction.dates[0], value="XXXX-WXX-7", earliest=None, latest=None)
    assert Wording(extraction=replace(extraction, dates=(unclear,))).day("d1") == "Sunday (open)"


def test_the_comma_before_she_said_is_not_shown(extraction):
    first = extraction.quotes[0]
    wider = replace(first, content=(replace(first.content[0], end=first.content[0].end + 1), first.content[1]))
    text = extraction.article.text
    assert text[wider.content[0].end - 1] == ","
    assert quoted_text(wider, text) == quoted_text(first, text)


def test_quoted_text(extraction):
    text = extraction.article.text
    assert quoted_text(extraction.quotes[0], text) == "“We had [absolutely] no warning … We will find out why.”"
    assert quoted_text(extraction.quotes[1], text) == "At least 40 people were killed"
    assert quoted_text(extraction.quotes[1], "") == "At least 40 people were killed"
