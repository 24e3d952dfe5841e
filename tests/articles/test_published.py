from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.articles.published import PublishedError, day_in, iso_day


@pytest.mark.parametrize(
    "written",
    [
        "2024-05-06",
        " 2024-05-06 ",
        "2024-05-06T23:59:00+02:00",
        "2024-05-06 10:00",
        "20240506",
        "20240506T101500Z",
        "6 May 2024",
        "May 6, 2024",
        "May 6th, 2024",
        "Mon, 06 May 2024 10:15:00 GMT",
        "Monday, 6 May 2024",
        "06-May-2024",
    ],
)
def test_ways_to_write_a_day(written):
    assert iso_day(written) == "2024-05-06"


@pytest.mark.parametrize(
    "written", ["", "yesterday", "6/5/2024", "2024", "2024-05", "2024-13-01", "2023-02-29", "May 2024", "0000-01-01"]
)
def test_what_is_no_day_or_could_be_two_is_refused(written):
    with pytest.raises(PublishedError, match="YYYY-MM-DD"):
        iso_day(written)


def test_a_day_without_its_year_is_none():
    assert day_in("RUVENNA, May 6") is None
    assert day_in("RUVENNA, Sept. 6, 2023") == "2023-09-06"


@given(st.text())
def test_no_text_makes_it_fail_otherwise(text):
    with suppress(PublishedError):
        assert len(iso_day(text)) == 10


@given(st.dates())
def test_every_day_reads_back(day):
    assert iso_day(day.isoformat()) == day.isoformat()


@pytest.mark.parametrize("text", ["6 \u017fept 2024", "\u017fept. 6, 2024", "6 \u017fEP 2024"])
def test_a_month_with_a_letter_that_only_a_pattern_takes_for_another_is_none(text):
    assert day_in(text) is None
    with pytest.raises(PublishedError):
        iso_day(text)
