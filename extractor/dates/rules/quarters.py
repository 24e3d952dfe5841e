"""Quarters of the year and what earnings stories compare them with."""

from __future__ import annotations

from extractor.dates.anchors import Anchors
from extractor.dates.grammar import Match, Reading, TemporalRule
from extractor.dates.rules.days import edge_mod
from extractor.dates.value import Unit
from extractor.dates.words import month_numbers, ordinal_numbers


def quarter_of_year(match: Match, at: Anchors) -> Reading | None:
    """A numbered quarter with its year."""
    number = quarter_number(match)
    year = at.year_named(match["y"].removeprefix("fiscal ").removesuffix("'s").removesuffix("’s"))
    if number is None:
        return None
    return Reading(value=at.part(Unit.QUARTER, number, year), anchor=None if match["y"][:1].isdigit() else at.published)


def quarter_number(match: Match) -> int | None:
    """1 to 4 for "first" to "fourth", "Q3", "final"."""
    name = match["q"]
    if name in ("final", "last"):
        return 4
    number = ordinal_numbers().get(name) or int("".join(c for c in name if c.isdigit()) or 0)
    return number if 1 <= number <= 4 else None


def numbered_quarter(match: Match, at: Anchors) -> Reading | None:
    """A numbered quarter without a year: the last that has begun, unless the words look ahead."""
    number = quarter_number(match)
    if number is None:
        return None
    now = at.now
    if now is None:
        return Reading(value=at.part(Unit.QUARTER, number, None), mod=edge_mod(match))
    current = (now.month - 1) // 3 + 1
    year = now.year if number <= current or at.ahead(match.span()) else now.year - 1
    return Reading(value=at.part(Unit.QUARTER, number, year), mod=edge_mod(match), anchor=now)


def month_quarter(match: Match, at: Anchors) -> Reading | None:
    """Read "the March quarter", which ends with that month."""
    month = month_numbers()[match["m"]]
    if month % 3:
        return None
    return Reading(value=at.part(Unit.QUARTER, month // 3, at.year_of_month(month, match.span())), anchor=at.now)


def near_quarter(match: Match, at: Anchors) -> Reading | None:
    """Say that "the latest quarter" and "the quarter" are the one told of, or the last one over."""
    which = match["r"].split()[-1] if match["r"] else "the"
    now = at.now
    if which in ("this", "current"):
        return Reading(value=at.unit(Unit.QUARTER, 0), anchor=now)
    if which in ("next", "coming"):
        return Reading(value=at.unit(Unit.QUARTER, 1), anchor=now)
    told = at.quarter
    if told is not None and which not in ("last", "previous", "prior", "preceding"):
        return Reading(value=str(told), anchor=now)
    if told is not None and which in ("previous", "prior", "preceding"):
        return Reading(value=str(told.shift(-1)), anchor=now)
    return Reading(value=at.unit(Unit.QUARTER, -1), anchor=now)


def year_ago_quarter(match: Match, at: Anchors) -> Reading | None:
    """The quarter told of, a year before; a numbered one where the words number it."""
    number = quarter_number(match) if "q" in match else None
    now = at.now
    if number and now:
        return Reading(
            value=at.part(Unit.QUARTER, number, (at.quarter.years() if at.quarter else now.year) - 1), anchor=now
        )
    told = at.quarter if match.text().endswith("quarter") else at.compared
    if told is not None:
        return Reading(value=str(told.year_before()), anchor=now)
    if match.text().endswith("quarter"):
        return Reading(value=at.unit(Unit.QUARTER, -5), anchor=now)
    return Reading(value=at.unit(Unit.YEAR, -1), anchor=now)


def period_of_year(match: Match, at: Anchors) -> Reading | None:
    """Read "the 1988 period", "the 1988 quarter": that year's part that the story tells of."""
    year = int(match["y"])
    if at.compared is not None:
        return Reading(value=str(at.compared.year_before(at.compared.years() - year)))
    return Reading(value=match["y"])


EDGE = "(the? x=(end | beginning | start | middle) of | x=(early | late) (in)?)?"
YEARNAME = "(fiscal? YEAR | (last | this | next | that) year | SHORTYEAR)"
RULES = (
    TemporalRule(
        name="quarter-of-year",
        patterns=(
            (f"the? (fiscal -?)? q=(first | second | third | fourth | final) -? quarter (of | in)? y={YEARNAME}"),
            f"q=QTOKEN (of | in)? y={YEARNAME}",
            (
                "y=((this | last | next) year 's | YEAR 's?) (fiscal)? q=(first | second | third | fourth"
                " | final) -? quarter"
            ),
            "y=YEAR 's? q=QTOKEN",
            "the y=YEAR (fiscal)? q=(first | second | third | fourth) -? quarter",
        ),
        produce=quarter_of_year,
        confidence=0.96,
        examples={
            "the third quarter of 1990": "DATE 1990-Q3",
            "next year's first quarter": "DATE 2025-Q1",
            "Q4 2023": "DATE 2023-Q4",
        },
    ),
    TemporalRule(
        name="numbered-quarter",
        patterns=(
            (
                f"{EDGE} (the | a flat)? (fiscal -?)? q=(first | second | third | fourth) (fiscal)? quarter (?!"
                " final | finals | back | century | hour | point)"
            ),
            (
                "(fiscal -?)? q=(first | second | third | fourth) (fiscal)? - quarter (?! final | finals"
                " | back | century | hour | point)"
            ),
            "the (fiscal -?)? q=(final) -? quarter",
            "q=QTOKEN (?! YEAR)",
        ),
        produce=numbered_quarter,
        confidence=0.9,
        examples={
            "the first quarter": "DATE 2024-Q1",
            "third-quarter": "DATE 2023-Q3",
            "Q2": "DATE 2024-Q2",
            "by [the end of the first quarter]": "DATE 2024-Q1 END",
            "early in the second quarter": "DATE 2024-Q2 START",
        },
        counter_examples=("a quarter of them", "quarter-final"),
    ),
    TemporalRule(
        name="month-quarter",
        patterns=("(the | its | a)? m=MONTH -? quarter (?! final | finals | past | to)",),
        produce=month_quarter,
        confidence=0.85,
        examples={
            "Sales fell in [the March quarter].": "DATE 2024-Q1",
            "[December-quarter] sales fell.": "DATE 2023-Q4",
        },
        counter_examples=("the April quarter",),
    ),
    TemporalRule(
        name="near-quarter",
        patterns=(
            (
                "r=(the (latest | most recent | current | previous | prior | preceding | same | last |"
                " next | coming)? | this | last | next | that | current) (fiscal)? quarter"
                " (?! of | century | hour | - | final | ended | ending)"
            ),
            "r=(the (latest | most recent)) period",
        ),
        produce=near_quarter,
        confidence=0.8,
        examples={"the latest quarter": "DATE 2024-Q1", "this quarter": "DATE 2024-Q2", "next quarter": "DATE 2024-Q3"},
        counter_examples=("a quarter of the vote",),
    ),
    TemporalRule(
        name="year-ago-quarter",
        patterns=(
            (
                "the? (comparable | corresponding | same)? (year - (ago | earlier) | prior - year) (q=(first | second |"
                " third | fourth))? -? (period | quarter)?"
            ),
            (
                "the (same | corresponding | comparable) (period | quarter) (last year | a year (ago |"
                " earlier) | (of | in) (the previous | last) year | the year before)"
            ),
            "the quarter a year (ago | earlier)",
        ),
        produce=year_ago_quarter,
        confidence=0.85,
        examples={"In the third quarter it lost, against a profit in [the year-earlier period].": "DATE 2022-Q3"},
    ),
    TemporalRule(
        name="period-of-year",
        patterns=("the y=YEAR (period | quarter)",),
        produce=period_of_year,
        confidence=0.85,
        examples={"It grew in the third quarter; in [the 2022 period] it shrank.": "DATE 2022-Q3"},
    ),
)
