"""How periods are written, what days they span, and where the calendar ends."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.dates.value import Period, Unit, bounds, length, read_value, year_text

DAY = date(2024, 8, 15)  # a Thursday


@pytest.mark.parametrize(
    ("name", "value", "first", "last"),
    [
        ("century", "20", "2000-01-01", "2099-12-31"),
        ("decade", "202", "2020-01-01", "2029-12-31"),
        ("year", "2024", "2024-01-01", "2024-12-31"),
        ("half", "2024-H2", "2024-07-01", "2024-12-31"),
        ("quarter", "2024-Q3", "2024-07-01", "2024-09-30"),
        ("season", "2024-SU", "2024-06-01", "2024-08-31"),
        ("month", "2024-08", "2024-08-01", "2024-08-31"),
        ("week", "2024-W33", "2024-08-12", "2024-08-18"),
        ("weekend", "2024-W33-WE", "2024-08-17", "2024-08-18"),
        ("day", "2024-08-15", "2024-08-15", "2024-08-15"),
    ],
)
def test_the_period_around_a_day(name: str, value: str, first: str, last: str) -> None:
    unit = Unit(name)
    period = Period.around(unit, DAY)
    assert str(period) == value
    assert bounds(value) == (first, last)
    assert period.years() == (2000 if unit is Unit.CENTURY else 2020 if unit is Unit.DECADE else 2024)


@pytest.mark.parametrize(
    ("day", "season", "first", "last"),
    [
        ("2024-02-29", "2023-WI", "2023-12-01", "2024-02-29"),
        ("2024-03-01", "2024-SP", "2024-03-01", "2024-05-31"),
        ("2024-08-31", "2024-SU", "2024-06-01", "2024-08-31"),
        ("2024-09-01", "2024-FA", "2024-09-01", "2024-11-30"),
        ("2024-12-01", "2024-WI", "2024-12-01", "2025-02-28"),
    ],
)
def test_a_winter_belongs_to_its_december(day: str, season: str, first: str, last: str) -> None:
    assert str(Period.around(Unit.SEASON, date.fromisoformat(day))) == season
    assert bounds(season) == (first, last)


@pytest.mark.parametrize(
    ("day", "half", "quarter"),
    [
        ("2024-01-01", "2024-H1", "2024-Q1"),
        ("2024-06-30", "2024-H1", "2024-Q2"),
        ("2024-07-01", "2024-H2", "2024-Q3"),
        ("2024-12-31", "2024-H2", "2024-Q4"),
    ],
)
def test_halves_and_quarters(day: str, half: str, quarter: str) -> None:
    assert str(Period.around(Unit.HALF, date.fromisoformat(day))) == half
    assert str(Period.around(Unit.QUARTER, date.fromisoformat(day))) == quarter


def test_the_year_in_which_a_period_begins() -> None:
    assert Period.part(Unit.QUARTER, 2023, 4).years() == 2023
    assert Period.part(Unit.MONTH, 2023, 12).years() == 2023
    assert Period.day(date(2023, 12, 31)).years() == 2023
    assert Period.around(Unit.WEEK, date(2024, 12, 31)).years() == 2025
    assert Period(Unit.DECADE, -3).years() == -30
    with pytest.raises(ValueError, match="ordinal"):
        Period(Unit.DAY, 0).years()


@pytest.mark.parametrize(
    ("period", "value"),
    [
        (Period.year(0), "0000"),
        (Period.year(850), "0850"),
        (Period.year(-490), "BC0490"),
        (Period.year(9999), "9999"),
        (Period.year(10_000), "XXXX"),
        (Period.year(-9999), "BC9999"),
        (Period.year(-10_000), "XXXX"),
        (Period.part(Unit.HALF, -44, 1), "BC0044-H1"),
        (Period.part(Unit.HALF, 12_000, 1), "XXXX-HX"),
        (Period.part(Unit.QUARTER, 12_000, 1), "XXXX-QX"),
        (Period.part(Unit.SEASON, 12_000, 1), "XXXX-XX"),
        (Period.part(Unit.MONTH, 12_000, 1), "XXXX-XX"),
        (Period.part(Unit.MONTH, 2024, 1), "2024-01"),
        (Period(Unit.DECADE, 7), "007"),
        (Period(Unit.DECADE, 999), "999"),
        (Period(Unit.DECADE, 1000), "XXX"),
        (Period(Unit.DECADE, -4), "BC004"),
        (Period(Unit.CENTURY, 0), "00"),
        (Period(Unit.CENTURY, 99), "99"),
        (Period(Unit.CENTURY, 100), "XX"),
        (Period(Unit.CENTURY, -5), "BC05"),
        (Period(Unit.WEEK, -1), "XXXX-WXX"),
        (Period(Unit.WEEKEND, 10**7), "XXXX-WXX-WE"),
        (Period(Unit.DAY, 0), "XXXX-XX-XX"),
        (Period(Unit.DAY, 10**30), "XXXX-XX-XX"),
    ],
)
def test_how_a_period_is_written(period: Period, value: str) -> None:
    assert str(period) == value


def test_years_before_christ() -> None:
    assert (year_text(0), year_text(5), year_text(-1), year_text(-490)) == ("0000", "0005", "BC0001", "BC0490")


@pytest.mark.parametrize(
    ("value", "unit", "number"),
    [
        ("19", Unit.CENTURY, 19),
        ("199", Unit.DECADE, 199),
        ("1990", Unit.YEAR, 1990),
        ("BC0044", Unit.YEAR, -44),
        ("BC0044-03", Unit.MONTH, -44 * 12 + 2),
        ("1990-H2", Unit.HALF, 1990 * 2 + 1),
        ("1990-Q1", Unit.QUARTER, 1990 * 4),
        ("1990-FA", Unit.SEASON, 1990 * 4 + 2),
        ("1990-12", Unit.MONTH, 1990 * 12 + 11),
        ("2024-W01", Unit.WEEK, date(2024, 1, 1).toordinal() // 7),
        ("2024-W01-WE", Unit.WEEKEND, date(2024, 1, 1).toordinal() // 7),
        ("2024-W01-7", Unit.DAY, date(2024, 1, 7).toordinal()),
        ("2024-01-07", Unit.DAY, date(2024, 1, 7).toordinal()),
        ("2024-01-07TMO", Unit.DAY, date(2024, 1, 7).toordinal()),
        ("2024-01T12:00", Unit.MONTH, 2024 * 12),
    ],
)
def test_a_value_is_read(value: str, unit: Unit, number: int) -> None:
    assert read_value(value) == Period(unit, number)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "1",
        "19900",
        "1990-",
        "1990-H3",
        "1990-Q0",
        "1990-Q5",
        "1990-XX",
        "1990-13",
        "1990-00",
        "1990-1",
        "1990-W54",
        "1990-W00",
        "1990-02-30",
        "1990-13-01",
        "1990-W01-8",
        "BC0044-03-15",
        "XXXX",
        "P3D",
        "PAST_REF",
        "19X",
    ],
)
def test_what_names_no_period(value: str) -> None:
    assert read_value(value) is None
    assert bounds(value) == (None, None)


def test_where_the_calendar_ends() -> None:
    assert bounds("0000") == (None, None)
    assert bounds("0001") == ("0001-01-01", "0001-12-31")
    assert bounds("00") == ("0001-01-01", "0099-12-31")
    assert bounds("000") == ("0001-01-01", "0009-12-31")
    assert bounds("9998-12") == ("9998-12-01", "9998-12-31")
    assert bounds("9999-12") == (None, None)
    assert Period(Unit.WEEKEND, 0).span() == (date(1, 1, 6), date(1, 1, 7))
    assert Period(Unit.WEEK, 10**12).span() is None


def test_shifting_back_and_forth() -> None:
    assert str(Period.part(Unit.MONTH, 2024, 1).shift(-1)) == "2023-12"
    assert str(Period.part(Unit.SEASON, 2024, 1).shift(-1)) == "2023-WI"
    assert Period.year(2024).shift(3) == Period.year(2027)


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        (1, "century", "P100Y"),
        (None, "century", "PXCE"),
        (None, "decade", "PXDE"),
        (1.5, "decade", "P15Y"),
        (0.5, "century", "P50Y"),
        (2, "quarter", "P2Q"),
        (1, "season", "P1Q"),
        (3, "month", "P3M"),
        (0.5, "month", "P0.5M"),
        (3, "fortnight", "P6W"),
        (1.5, "fortnight", "P3W"),
        (None, "fortnight", "PXW"),
        (2, "week", "P2W"),
        (2.5, "week", "P2.5W"),
        (2, "weekend", "P2WE"),
        (4, "night", "P4D"),
        (0.5, "day", "PT12H"),
        (0.5, "year", "P6M"),
        (0.25, "year", "P0.25Y"),
        (2.5, "hour", "PT2H30M"),
        (2.25, "hour", "PT2H15M"),
        (0.5, "minute", "PT30S"),
        (10, "second", "PT10S"),
        (None, "hour", "PTXH"),
        (0.5, "second", "PT0.5S"),
        (1_000_000, "year", "P1000000Y"),
    ],
)
def test_lengths(amount: float | None, unit: str, value: str) -> None:
    assert length(amount, unit) == value


def test_a_length_of_no_known_unit() -> None:
    with pytest.raises(KeyError):
        length(1, "eon")
