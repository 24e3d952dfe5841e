"""The same words with and without a day of publication: resolved against it, or left open where it is not known."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.dates.reading import read

PUBLISHED = date(2024, 5, 6)


@pytest.mark.parametrize(
    ("text", "resolved", "unknown"),
    [
        ("last Christmas", "2023-12-25", "XXXX-12-25"),
        ("next Christmas", "2024-12-25", "XXXX-12-25"),
        ("Christmas 2019", "2019-12-25", "2019-12-25"),
        ("Halloween", "2024-10-31", "XXXX-10-31"),
        ("last Easter", "2024-03-31", "XXXX"),
        ("next Easter", "2025-04-20", "XXXX"),
        ("Easter Sunday", "2024-03-31", "XXXX"),
        ("Thanksgiving", "2023-11-23", "XXXX-11"),
        ("Memorial Day weekend", "2024-W21-WE", "XXXX-WXX-WE"),
        ("Thanksgiving weekend", "2023-W47-WE", "XXXX-WXX-WE"),
        ("Every Christmas", "XXXX-12-25", "XXXX-12-25"),
        ("each Easter", "XXXX", "XXXX"),
        ("next New Year's Day", "2025-01-01", "XXXX-01-01"),
        ("the first quarter", "2024-Q1", "XXXX-Q1"),
        ("the fourth quarter", "2023-Q4", "XXXX-Q4"),
        ("the final quarter of last year", "2023-Q4", "XXXX-Q4"),
        ("the second quarter of 2019", "2019-Q2", "2019-Q2"),
        ("this quarter", "2024-Q2", "XXXX-QX"),
        ("next quarter", "2024-Q3", "XXXX-QX"),
        ("the previous quarter", "2024-Q1", "XXXX-QX"),
        ("the year-earlier quarter", "2023-Q1", "XXXX-QX"),
    ],
)
def test_resolved_and_open(text: str, resolved: str, unknown: str) -> None:
    assert [(timex.text, timex.value) for timex in read(text, PUBLISHED)] == [(text, resolved)]
    assert [(timex.text, timex.value) for timex in read(text, None)] == [(text, unknown)]


@pytest.mark.parametrize("text", ["christmas", "a Christmas tree", "the fifth quarter", "Easter eggs"])
def test_what_is_no_date(text: str) -> None:
    assert list(read(text, PUBLISHED)) == []
    assert list(read(text, None)) == []
