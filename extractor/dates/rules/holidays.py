"""Feasts and holidays, fixed and movable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from extractor.dates.anchors import Anchors
from extractor.dates.grammar import Match, Reading, TemporalRule
from extractor.dates.value import OPEN, Period, Unit, read_value
from extractor.dates.words import words


def nth(month: int, weekday: int, number: int) -> Callable[[int], date]:
    """The `number`-th such weekday (Monday is 0) of a month; -1 is the last."""

    def of_year(year: int) -> date:
        if number < 0:
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            return last - timedelta(days=(last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))

    return of_year


def fixed(month: int, day: int) -> Callable[[int], date]:
    """The same day every year."""
    return lambda year: date(year, month, day)


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def from_easter(days: int) -> Callable[[int], date]:
    """So many days from Easter Sunday."""
    return lambda year: easter(year) + timedelta(days=days)


#: Name, pattern, day of a year, its day in 2024. Lunar feasts are left out: they need tables.
HOLIDAYS: tuple[tuple[str, str, Callable[[int], date], str], ...] = (
    ("new-year", "new year 's day", fixed(1, 1), "New Year's Day 2024-01-01"),
    ("new-years-eve", "new year 's eve", fixed(12, 31), "New Year's Eve 2024-12-31"),
    ("king-day", "(martin luther king | mlk) (jr | .)* day", nth(1, 0, 3), "Martin Luther King Jr. Day 2024-01-15"),
    ("valentines-day", "valentine 's day", fixed(2, 14), "Valentine's Day 2024-02-14"),
    ("presidents-day", "presidents ' day", nth(2, 0, 3), "Presidents' Day 2024-02-19"),
    ("st-patricks-day", "st .? patrick 's day", fixed(3, 17), "St. Patrick's Day 2024-03-17"),
    ("good-friday", "good friday", from_easter(-2), "Good Friday 2024-03-29"),
    ("easter", "easter (sunday)?", from_easter(0), "Easter 2024-03-31"),
    ("easter-monday", "easter monday", from_easter(1), "Easter Monday 2024-04-01"),
    ("ash-wednesday", "ash wednesday", from_easter(-46), "Ash Wednesday 2024-02-14"),
    ("palm-sunday", "palm sunday", from_easter(-7), "Palm Sunday 2024-03-24"),
    ("may-day", "may day", fixed(5, 1), "May Day 2024-05-01"),
    ("mothers-day", "mother 's day", nth(5, 6, 2), "Mother's Day 2024-05-12"),
    ("memorial-day", "memorial day", nth(5, 0, -1), "Memorial Day 2024-05-27"),
    ("juneteenth", "juneteenth", fixed(6, 19), "Juneteenth 2024-06-19"),
    ("fathers-day", "father 's day", nth(6, 6, 3), "Father's Day 2024-06-16"),
    ("independence-day", "(independence day | the? fourth of july)", fixed(7, 4), "the Fourth of July 2024-07-04"),
    ("bastille-day", "bastille day", fixed(7, 14), "Bastille Day 2024-07-14"),
    ("labor-day", "(labor | labour) day", nth(9, 0, 1), "Labor Day 2024-09-02"),
    ("columbus-day", "columbus day", nth(10, 0, 2), "Columbus Day 2024-10-14"),
    ("halloween", "halloween", fixed(10, 31), "Halloween 2024-10-31"),
    ("election-day", "election day", lambda year: nth(11, 0, 1)(year) + timedelta(days=1), "Election Day 2024-11-05"),
    ("veterans-day", "(veterans ' | armistice | remembrance) day", fixed(11, 11), "Armistice Day 2024-11-11"),
    ("thanksgiving", "thanksgiving (day)?", nth(11, 3, 4), "Thanksgiving 2024-11-28"),
    ("black-friday", "black friday", lambda year: nth(11, 3, 4)(year) + timedelta(days=1), "Black Friday 2024-11-29"),
    ("christmas", "christmas (day)?", fixed(12, 25), "Christmas Day 2024-12-25"),
    ("christmas-eve", "christmas eve", fixed(12, 24), "Christmas Eve 2024-12-24"),
    ("boxing-day", "boxing day", fixed(12, 26), "Boxing Day 2024-12-26"),
)


def open_value(on: Callable[[int], date]) -> str:
    """What is known of a holiday's date in an unknown year."""
    first, second = on(2023), on(2024)
    if first.month != second.month:
        return "XXXX"
    return f"XXXX-{first.month:02d}-{first.day:02d}" if first.day == second.day else f"XXXX-{first.month:02d}"


def holiday(on: Callable[[int], date]) -> Callable[[Match, Anchors], Reading | None]:
    """The production of one holiday: its day in the year named, or in the year that fits."""

    def produce(match: Match, at: Anchors) -> Reading | None:
        if not match.raw("h")[0].isupper() or match.after() in words().holiday_things.words:
            return None
        if match["r"] in ("every", "each"):
            return Reading(value=open_value(on), type="SET")
        if "y" in match:
            year = at.year_named(match["y"])
            return Reading(value=str(Period.day(on(year)))) if year is not None and 1 < year < 9999 else None
        day = fitting(on, match, at)
        reading = Reading(value=str(Period.day(day)) if day else open_value(on), anchor=at.published)
        return of_weekend(reading) if "w" in match else reading

    return produce


def fitting(on: Callable[[int], date], match: Match, at: Anchors) -> date | None:
    """The holiday of the year that fits, None when that is unknown."""
    now = at.published
    if (framed := at.in_frame(on, match.span())) is not None:
        return framed
    if at.narrative and at.year is not None and at.year > 1:
        return on(at.year)
    if now is None:
        return None
    days = [on(year) for year in (now.year - 1, now.year, now.year + 1)]
    if match["r"] == "last":
        return max(d for d in days if d < now)
    return min(d for d in days if d > now) if match["r"] == "next" else at.fitting(days, now, match.span())


def of_weekend(reading: Reading) -> Reading:
    """The weekend on which a holiday lies, or the nearer one: that of a Monday is the one before."""
    period = read_value(reading.value)
    if period is None or period.unit is not Unit.DAY:
        return replace(reading, value=OPEN[Unit.WEEKEND])
    day = date.fromordinal(period.number)
    near = day - timedelta(days=7) if day.weekday() < 2 else day
    return replace(reading, value=str(Period.around(Unit.WEEKEND, near)))


RULES = tuple(
    TemporalRule(
        name=f"holiday-{name}",
        patterns=(
            f"(r=(last | next | every | each))? the? h=({pattern}) (,? of? y=(YEAR | (last | this | next) year))?",
            f"(r=(last | next))? the? h=({pattern}) w=weekend",
        ),
        produce=holiday(on),
        examples={f"{example[:-11]} of 2024": f"DATE {example[-10:]}"},
    )
    for name, pattern, on, example in HOLIDAYS
)
