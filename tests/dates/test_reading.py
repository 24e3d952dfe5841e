"""Whole texts read from beginning to end: anchors, open values, hostile input."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.dates import day_published
from extractor.dates.reading import read
from extractor.dates.rules import ALL
from extractor.dates.words import word_classes
from tests.growth import grows_as_the_input

PUBLISHED = date(2024, 5, 6)


def values(text: str, published: date | None = PUBLISHED) -> dict[str, str]:
    return {timex.text: timex.value for timex in read(text, published)}


WORDS = sorted({*word_classes(), *(w for rule in ALL for e in rule.examples for w in e.split())})
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(WORDS).map(str.capitalize),
        st.text(max_size=5),
        st.integers(0, 3000).map(str),
    ),
    max_size=25,
).map(" ".join)


@given(TEXTS, st.one_of(st.none(), st.dates(date(1700, 1, 1), date(2200, 1, 1))))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(text: str, published: date | None) -> None:
    end = 0
    for timex in read(text, published):
        assert timex.start >= end
        assert timex.text == text[timex.start : timex.end]
        assert timex.value
        end = timex.end


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_no_year_that_the_text_does_not_give(text: str) -> None:
    digits = {text[i : i + 4] for i in range(len(text))}
    for timex in read(text, None):
        year = re.match(r"\d{4}(?=$|-|T)", timex.value)
        if timex.found_by == "dates.year-range":
            continue  # "1957-58" gives 1958
        if year and not re.search(
            r"['’‘]\d\d|\d/\d|FY|nineteen[ -]\w+t|twenty[ -]\w+t|two thousand", timex.text, re.IGNORECASE
        ):
            assert year[0] in digits, timex


@given(TEXTS, st.text(alphabet="xyz \n.", max_size=20))
@settings(max_examples=100, deadline=None)
def test_a_paragraph_in_front_shifts_every_date(text: str, front: str) -> None:
    before = f"{front}.\n\n"
    shifted = [(t.start - len(before), t.value) for t in read(before + text, PUBLISHED)]
    assert shifted == [(t.start, t.value) for t in read(text, PUBLISHED)]


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "1",
        "the past ",
        "early - the ",
        "last ",
        "1,000",
        "\n",
        "' ",
        "5 more more ",
        "a quarter a year ",
        "May ",
        "daily ",
        "9am daily ",
        ". In 2019, May ",
        "Monday and ",
        "\n9 May: May ",
        "a year ",
        "overnight ",
    ],
)
def test_time_grows_with_length_alone(unit: str) -> None:
    def took(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.process_time()
        for _ in read(text, PUBLISHED):
            pass
        return time.process_time() - start

    took(1000)
    assert took(160_000) < 40 * max(took(20_000), 0.004)


def test_years_that_an_undated_text_gives_cost_nothing() -> None:
    def undated(text: str) -> list[object]:
        return list(read(text, None))

    assert len(undated("1/" * 40_000)) > 5_000
    assert grows_as_the_input(undated, "1/" * 20_000, "1/" * 80_000)


def test_without_publication_date_values_stay_open() -> None:
    text = "It opened Tuesday, a month after May 3. Last year it was shut; in 1995 it was new. Christmas is near. Today it rains."
    assert values(text, None) == {
        "Tuesday": "XXXX-WXX-2",
        "a month": "P1M",
        "May 3": "XXXX-05-03",
        "Last year": "XXXX",
        "1995": "1995",
        "Christmas": "XXXX-12-25",
        "Today": "XXXX-XX-XX",
    }


def test_a_year_in_short_is_given() -> None:
    assert values("in 1957-58, in May '98 and in nineteen ninety-four", None) == {
        "1957": "1957",
        "58": "1958",
        "May '98": "1998-05",
        "nineteen ninety-four": "1994",
    }
    assert values("It fell in 1939. Twenty years later it rose.", None)["Twenty years later"] == "XXXX"


def test_slashes_follow_the_order_the_article_shows() -> None:
    assert values("due 3/4/2024")["3/4/2024"] == "2024-03-04"
    assert values("due 3/4/2024, paid 25/4/2024")["3/4/2024"] == "2024-04-03"


def test_later_starts_from_the_day_last_named() -> None:
    found = values("The strike began on April 2. Two days later it spread. The same day the mayor resigned.")
    assert found["Two days later"] == "2024-04-04"
    assert found["The same day"] == "2024-04-04"


def test_the_day_of_a_record_is_no_day_of_the_story() -> None:
    found = values("The index had its biggest fall since March 12. Volume was up from a day earlier.")
    assert found["a day earlier"] == "2024-05-05"
    found = values("They have been missing since March 12. A day earlier they had called.")
    assert found["A day earlier"] == "2024-03-11"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("In 2019 more than two years of talks ended.", "more than two years"),
        ("In May 2020 more than 10 years of war ended.", "more than 10 years"),
        ("By 2020 more than a decade had passed.", "more than a decade"),
        ("Since 1990 more than 30 years have passed.", "more than 30 years"),
        ("On May 6 more than two years of talks ended.", "more than two years"),
    ],
)
def test_no_year_or_day_is_compared(text: str, written: str) -> None:
    (found,) = [timex for timex in read(text, PUBLISHED) if timex.type == "DURATION"]
    assert (found.text, found.mod) == (written, "MORE_THAN")


@pytest.mark.parametrize("word", ["protest", "arrest", "forest", "interest", "West"])
def test_a_word_like_a_superlative_makes_no_record(word: str) -> None:
    found = values(f"It was the talk of the {word} since March 12. A day earlier they had called.")
    assert found["A day earlier"] == "2024-03-11"


def test_the_week_before_starts_from_the_week_told_of() -> None:
    assert values("They saw 18 cases last week and 12 the week before.")["the week before"] == "2024-W17"
    found = values("They saw 18 cases last week. On March 12 they closed; the week before, it was open.")
    assert found["the week before"] == "2024-W10"


def test_earnings_compare_with_the_quarter_told_of() -> None:
    found = values(
        "Net income in the first quarter rose from a year earlier. For the six months it fell from a year ago."
    )
    assert found["a year earlier"] == "2023-Q1"
    assert found["a year ago"] == "2023"


STORY = (
    "The wars of 1867, 1868, 1869 and 1870 had emptied the land. The treaty of 1871 failed. In 1873 the border closed. On 4 March the garrison left, and in November it returned. "
    "In January 1875 the town burned. It was rebuilt in 1876 and on 2 May a market opened."
)


def test_a_story_of_another_time_takes_its_own_years() -> None:
    found = values(STORY)
    assert found["4 March"] == "1873-03-04"
    assert found["November"] == "1873-11"
    assert found["2 May"] == "1876-05-02"


def test_news_with_old_years_is_no_such_story() -> None:
    text = (
        STORY
        + " Officials said on Tuesday that yesterday and last week were quiet; the archive opened Friday. On 2 April it closed."
    )
    assert values(text)["2 April"] == "2024-04-02"


def test_an_idiom_is_no_date() -> None:
    assert values("At the end of the day, a deal can be reached.") == {}


@pytest.mark.parametrize(
    "text", ["Theresa May spoke", "They march on", "the second man", "in the sun", "a 12-year-old boy", "Jan Novak won"]
)
def test_look_alikes(text: str) -> None:
    assert values(text) == {}


def test_anchor_and_bounds() -> None:
    (timex,) = read("last month", PUBLISHED)
    assert (timex.anchor, timex.earliest, timex.latest) == ("2024-05-06", "2024-04-01", "2024-04-30")


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-05-06", PUBLISHED),
        ("2024-05-06T10:00:00Z", PUBLISHED),
        (None, None),
        ("", None),
        ("May 6", None),
        ("0001-01-01", None),
    ],
)
def test_publication_day(published: str | None, day: date | None) -> None:
    assert day_published(published) == day


def test_a_day_of_unknown_year_takes_the_place_of_the_last_one() -> None:
    text = "They met on Jan. 9, 2025. It rained on Tuesday. The next day it was dry."
    assert [timex.value for timex in read(text, None)] == ["2025-01-09", "XXXX-WXX-2", "XXXX-XX-XX"]


def test_modern_news_that_looks_back_far_is_no_narrative() -> None:
    text = (
        "A paper published this week looks back to 1911, 1932, 1944, 1957, 1961, 1979, 1983 and 1994. "
        "The ship sails next spring."
    )
    assert [timex.value for timex in read(text, date(2023, 7, 14))][-1] == "2024-SP"
