"""Sentences and lines of timelines that begin with the time of what they tell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from spacy.tokens import Doc

from extractor.dates import find_dates
from extractor.dates.reading import read

PUBLISHED = date(2024, 5, 6)


def values(text: str) -> list[str]:
    return [timex.value for timex in read(text, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2019, the ferry sank in March. Divers left in April.", ["2019", "2019-03", "2024-04"]),
        ("In 2012, half of them voted before Election Day.", ["2012", "2012-11-06"]),
        ("Last year, the ferry sank on June 3.", ["2023", "2023-06-03"]),
        ("He spoke. In March 2019, he was held, and in December freed.", ["2019-03", "2019-12"]),
        ("In March 2019, weeks after the mill burned in January, he left.", ["2019-03", "PXW", "2019-01"]),
        ("In 2019, he said he will return in December.", ["2019", "2024-12"]),
        ("In 2019, half of them came, and the mayor expects more in December.", ["2019", "2024-12"]),
        ("This year, the ferry sails in March.", ["2024", "2024-03"]),
        ("The ferry sank in 2019, and in March it was raised.", ["2019", "2024-03"]),
    ],
)
def test_a_sentence_that_begins_with_a_time(parse: Callable[[str], Doc], text: str, found: list[str]) -> None:
    assert [timex.value for timex in find_dates(parse(text), published="2024-05-06")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "14 October 2022: Talks begin.\n\n9 January: They fail over plans for June.\n\n2 April: A walkout ends at noon.",
            ["2022-10-14", "2023-01-09", "2023-06", "2023-04-02", "2023-04-02T12:00"],
        ),
        (
            "• Nov. 3, 2022 — Talks begin.\n• December — They break down days before Christmas.\n• July — A deal.",
            ["2022-11-03", "2022-12", "PXD", "2022-12-25", "2023-07"],
        ),
        ("2019: The mill opens in March.\n\n2021: It closes in July.", ["2019", "2019-03", "2021", "2021-07"]),
        ("5 December 2023: A deal.\n20 August: Talks.\n3 July: A walkout.", ["2023-12-05", "2023-08-20", "2023-07-03"]),
        ("20 May: The gates open.\n1 September: They close.", ["2024-05-20", "2024-09-01"]),
        ("14 October 2022: Talks begin.\n\nThey failed. In June he left.", ["2022-10-14", "2024-06"]),
    ],
)
def test_a_timeline_runs_on(text: str, found: list[str]) -> None:
    assert values(text) == found


def test_without_publication_a_timeline_stays_open() -> None:
    text = "14 October 2022: Talks begin.\n\n9 January: They fail."
    assert [timex.value for timex in read(text, None)] == ["2022-10-14", "XXXX-01-09"]


@pytest.mark.parametrize("year", ["490 BC", "AD 1", "AD 2", "AD 3"])
def test_a_frame_at_the_edge_of_the_calendar(year: str) -> None:
    text = f"In {year}, they met at Christmas and on March 3.\n\n{year}: They met at Easter in March."
    assert len(values(text)) == 6
