"""TIMEX3 values by arithmetic: calendar periods, lengths of time, and what days a value spans (TimeML 1.2.1).

A calendar period is a unit and a number: periods of one unit are counted without gaps, so that the neighbour of any of
them is one more or one less, and leap days, weeks 53 and year ends need no case of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import Enum
from functools import lru_cache

SEASONS = ("SP", "SU", "FA", "WI")
#: The meteorological month in which a season begins, in the order of `SEASONS`.
SEASON_MONTHS = (3, 6, 9, 12)


class Unit(Enum):
    """A size of calendar period; the value is its name in the word lists."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    WEEK = "week"
    WEEKEND = "weekend"
    DAY = "day"


#: How many of a unit fill a year, for the units that do so evenly.
PER_YEAR = {Unit.YEAR: 1, Unit.HALF: 2, Unit.QUARTER: 4, Unit.SEASON: 4, Unit.MONTH: 12}
YEARS_EACH = {Unit.DECADE: 10, Unit.CENTURY: 100}
#: What stands where nothing is known.
OPEN = {
    Unit.CENTURY: "XX",
    Unit.DECADE: "XXX",
    Unit.YEAR: "XXXX",
    Unit.HALF: "XXXX-HX",
    Unit.QUARTER: "XXXX-QX",
    Unit.SEASON: "XXXX-XX",
    Unit.MONTH: "XXXX-XX",
    Unit.WEEK: "XXXX-WXX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.DAY: "XXXX-XX-XX",
}


def year_text(year: int) -> str:
    """A year as TIMEX3 writes it: "0850", "2024", "BC0490" for -490."""
    return f"{year:04d}" if year >= 0 else f"BC{-year:04d}"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One calendar period: the `number`-th of its unit, counted from the year 0 (weeks and days from 0001-01-01)."""

    unit: Unit
    number: int

    @classmethod
    def year(cls, year: int) -> Period:
        """A whole year; negative years are before Christ."""
        return cls(Unit.YEAR, year)

    @classmethod
    def part(cls, unit: Unit, year: int, index: int) -> Period:
        """The `index`-th (from 1) half, quarter, season or month of a year."""
        return cls(unit, year * PER_YEAR[unit] + index - 1)

    @classmethod
    def day(cls, day: date) -> Period:
        """One day."""
        return cls(Unit.DAY, day.toordinal())

    @classmethod
    def around(cls, unit: Unit, day: date) -> Period:
        """The period of that unit in which `day` lies (a winter belongs to the year of its December)."""
        if unit is Unit.DAY:
            return cls.day(day)
        if unit in (Unit.WEEK, Unit.WEEKEND):
            return cls(unit, (day.toordinal() - 1) // 7)
        if unit in YEARS_EACH:
            return cls(unit, day.year // YEARS_EACH[unit])
        if unit is Unit.SEASON:
            return cls(unit, (day.year * 12 + day.month - 3) // 3)
        return cls(unit, (day.year * 12 + day.month - 1) * PER_YEAR[unit] // 12)

    def shift(self, count: int) -> Period:
        """The period `count` places later (earlier when negative)."""
        return Period(self.unit, self.number + count)

    def year_before(self, count: int = 1) -> Period:
        """The same part of the year, `count` years before."""
        return self.shift(-count * PER_YEAR[self.unit])

    def years(self) -> int:
        """The year in which it begins (ISO year for weeks).

        Raises:
            ValueError: a day or week outside the calendar.
        """
        if self.unit in PER_YEAR:
            return self.number // PER_YEAR[self.unit]
        if self.unit in YEARS_EACH:
            return self.number * YEARS_EACH[self.unit]
        if self.unit is Unit.DAY:
            return date.fromordinal(self.number).year
        return self._monday().isocalendar().year

    def _monday(self) -> date:
        return date.fromordinal(self.number * 7 + 1)

    def span(self) -> tuple[date, date] | None:
        """Its first and last day, or None where the calendar does not reach (before year 1, after 9999)."""
        try:
            first = self._first()
            if self.unit is Unit.WEEKEND:
                return first, first + timedelta(days=1)
            return first, self.shift(1)._first() - timedelta(days=1)
        except (ValueError, OverflowError):
            return None

    def _first(self) -> date:
        if self.unit is Unit.DAY:
            return date.fromordinal(self.number)
        if self.unit is Unit.WEEK:
            return self._monday()
        if self.unit is Unit.WEEKEND:
            return self._monday() + timedelta(days=5)
        if self.unit in YEARS_EACH:
            return date(max(self.number * YEARS_EACH[self.unit], MINYEAR), 1, 1)
        year, index = divmod(self.number, PER_YEAR[self.unit])
        if self.unit is Unit.SEASON:
            return date(year, SEASON_MONTHS[index], 1)
        return date(year, index * 12 // PER_YEAR[self.unit] + 1, 1)

    def __str__(self) -> str:
        """The TIMEX3 value; open where the calendar does not reach."""
        try:
            return self._text()
        except (ValueError, OverflowError):
            return OPEN[self.unit]

    def _text(self) -> str:
        if self.unit is Unit.DAY:
            return date.fromordinal(self.number).isoformat()
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            iso = self._monday().isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.unit is Unit.WEEKEND else "")
        if self.unit in YEARS_EACH:
            width = 3 if self.unit is Unit.DECADE else 2
            if abs(self.number) >= 10**width:
                return OPEN[self.unit]
            return f"{self.number:0{width}d}" if self.number >= 0 else f"BC{-self.number:0{width}d}"
        year, index = divmod(self.number, PER_YEAR[self.unit])
        if abs(year) > MAXYEAR:
            return OPEN[self.unit]
        if self.unit is Unit.YEAR:
            return year_text(year)
        if self.unit is Unit.SEASON:
            return f"{year_text(year)}-{SEASONS[index]}"
        letter = {Unit.HALF: "H", Unit.QUARTER: "Q"}.get(self.unit)
        return f"{year_text(year)}-{letter}{index + 1}" if letter else f"{year_text(year)}-{index + 1:02d}"


VALUE = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{4})(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<season>SP|SU|FA|WI)"
    r"|W(?P<week>\d\d)(?:-(?:(?P<weekend>WE)|(?P<weekday>[1-7])))?|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?(?:T.*)?"
)
#: Tests on the year alone come last.
PARTS_OF_YEAR = (("half", Unit.HALF), ("quarter", Unit.QUARTER), ("month", Unit.MONTH))


@lru_cache(maxsize=4096)
def read_value(value: str) -> Period | None:
    """The calendar period that a TIMEX3 value names (the day, for a time of day); None for every other value."""
    if re.fullmatch(r"\d\d\d?", value):
        return Period(Unit.DECADE if len(value) == 3 else Unit.CENTURY, int(value))
    match = VALUE.fullmatch(value)
    if match is None:
        return None
    year = -int(match["year"]) if match["bc"] else int(match["year"])
    try:
        if match["week"]:
            day = date.fromisocalendar(year, int(match["week"]), int(match["weekday"] or 1))
            unit = Unit.DAY if match["weekday"] else Unit.WEEKEND if match["weekend"] else Unit.WEEK
            return Period.around(unit, day)
        if match["day"]:
            return Period.day(date(year, int(match["month"]), int(match["day"])))
    except ValueError:
        return None
    if match["season"]:
        return Period.part(Unit.SEASON, year, SEASONS.index(match["season"]) + 1)
    for name, unit in PARTS_OF_YEAR:
        if match[name]:
            index = int(match[name])
            return Period.part(unit, year, index) if 1 <= index <= PER_YEAR[unit] else None
    return Period.year(year)


@lru_cache(maxsize=4096)
def bounds(value: str) -> tuple[str | None, str | None]:
    """The first and last ISO date that a TIMEX3 value spans; two Nones for lengths, sets, references, open values."""
    period = read_value(value)
    span = period.span() if period else None
    return (span[0].isoformat(), span[1].isoformat()) if span else (None, None)


#: Letters of lengths; those of the clock stand after a T.
LETTERS = {
    "century": "CE",
    "decade": "DE",
    "year": "Y",
    "quarter": "Q",
    "season": "Q",
    "month": "M",
    "fortnight": "W",
    "week": "W",
    "weekend": "WE",
    "day": "D",
    "night": "D",
    "hour": "H",
    "minute": "M",
    "second": "S",
}
CLOCK = frozenset({"hour", "minute", "second"})
#: Written in years when their number is known, as the field's corpora do.
DECIMAL_UNITS = {"decade": 10, "century": 100}
#: What half of a unit is, in a smaller one.
HALVES = {"year": (6, "M"), "hour": (30, "M"), "minute": (30, "S"), "day": (12, "TH")}


def length(amount: float | None, unit: str) -> str:
    """A length of time as TIMEX3 writes it: P3D, PT2H, P2Y6M; PXY where the amount is unknown.

    Raises:
        KeyError: no unit of that name.
    """
    letter = LETTERS[unit]
    head = "PT" if unit in CLOCK else "P"
    if amount is None:
        return f"{head}X{letter}"
    if unit == "fortnight":
        amount *= 2
    if unit in DECIMAL_UNITS:
        amount, letter = amount * DECIMAL_UNITS[unit], "Y"
    whole = int(amount)
    rest = amount - whole
    if rest == 0.5 and unit in HALVES:
        count, smaller = HALVES[unit]
        clock, smaller = ("T", smaller[1:]) if smaller.startswith("T") else ("", smaller)
        if not whole and unit in CLOCK:
            clock = "T"
        start = f"{head}{whole}{letter}" if whole else "P"
        return f"{start}{clock}{count}{smaller}"
    if unit == "hour" and rest in (0.25, 0.75):
        return f"PT{f'{whole}H' if whole else ''}{60 * rest:g}M"
    return f"{head}{whole}{letter}" if not rest else f"{head}{amount:g}{letter}"
