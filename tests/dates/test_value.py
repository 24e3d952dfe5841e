"""Arithmetic of TIMEX3 values, as properties."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.dates.value import Period, Unit, bounds, length, read_value

DAYS = st.dates(min_value=date(1583, 1, 1), max_value=date(4000, 12, 31))
UNITS = st.sampled_from(list(Unit))


@given(DAYS, UNITS)
def test_a_period_contains_the_day_it_is_around(day: date, unit: Unit) -> None:
    span = Period.around(unit, day).span()
    assert span is not None
    if unit is Unit.WEEKEND and day.weekday() < 5:
        assert span[0] > day
    else:
        assert span[0] <= day <= span[1]


@given(DAYS, UNITS)
def test_a_written_period_reads_back(day: date, unit: Unit) -> None:
    period = Period.around(unit, day)
    assert read_value(str(period)) == period


@given(DAYS, UNITS, st.integers(-500, 500))
def test_shifts_undo_each_other(day: date, unit: Unit, count: int) -> None:
    period = Period.around(unit, day)
    assert period.shift(count).shift(-count) == period


@given(DAYS, st.sampled_from([unit for unit in Unit if unit is not Unit.WEEKEND]))
def test_neighbours_touch(day: date, unit: Unit) -> None:
    period = Period.around(unit, day)
    span, after = period.span(), period.shift(1).span()
    assert span is not None
    assert after is not None
    assert after[0] == span[1] + timedelta(days=1)


@given(DAYS)
def test_weeks_are_those_of_the_standard(day: date) -> None:
    iso = day.isocalendar()
    assert str(Period.around(Unit.WEEK, day)) == f"{iso.year:04d}-W{iso.week:02d}"


@given(st.integers(-9999, 9999), UNITS)
def test_any_number_is_written(number: int, unit: Unit) -> None:
    text = str(Period(unit, number))
    assert text
    assert bounds(text) is not None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2021-W01", "2021-01-04", "2021-01-10"),
        ("2020-W53-WE", "2021-01-02", "2021-01-03"),
        ("2024-W18-2", "2024-04-30", "2024-04-30"),
        ("2023-Q4", "2023-10-01", "2023-12-31"),
        ("2023-H1", "2023-01-01", "2023-06-30"),
        ("2023-WI", "2023-12-01", "2024-02-29"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2015-10-20TEV", "2015-10-20", "2015-10-20"),
        ("2015-10-20T17:30Z", "2015-10-20", "2015-10-20"),
        ("9998", "9998-01-01", "9998-12-31"),
        ("9999", None, None),
        ("XXXX-WXX-2", None, None),
        ("P3D", None, None),
        ("PRESENT_REF", None, None),
        ("2021-W53", None, None),
        ("2023-02-29", None, None),
        ("2023-13", None, None),
        ("BC0490", None, None),
    ],
)
def test_bounds(value: str, first: str | None, last: str | None) -> None:
    assert bounds(value) == (first, last)


def test_week_53_and_its_neighbour() -> None:
    week = Period.around(Unit.WEEK, date(2020, 12, 31))
    assert (str(week), str(week.shift(1))) == ("2020-W53", "2021-W01")


def test_leap_day_and_year_end() -> None:
    assert str(Period.day(date(2024, 2, 28)).shift(1)) == "2024-02-29"
    assert str(Period.day(date(2023, 12, 31)).shift(1)) == "2024-01-01"
    assert str(Period.part(Unit.MONTH, 2023, 12).shift(1)) == "2024-01"
    assert str(Period.part(Unit.QUARTER, 2023, 4).shift(1)) == "2024-Q1"


def test_beyond_the_calendar_is_open() -> None:
    assert str(Period(Unit.DAY, 10**9)) == "XXXX-XX-XX"
    assert str(Period.year(123456)) == "XXXX"
    assert Period(Unit.DAY, -5).span() is None


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        (3.0, "day", "P3D"),
        (None, "year", "PXY"),
        (None, "minute", "PTXM"),
        (2.5, "year", "P2Y6M"),
        (0.5, "hour", "PT30M"),
        (1.5, "minute", "PT1M30S"),
        (1.0, "fortnight", "P2W"),
        (2.0, "decade", "P20Y"),
        (1.2, "month", "P1.2M"),
        (1.5, "day", "P1DT12H"),
    ],
)
def test_length(amount: float | None, unit: str, value: str) -> None:
    assert length(amount, unit) == value
