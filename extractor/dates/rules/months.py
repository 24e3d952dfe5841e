"""Months and seasons: "June", "early May", "March of last year", "last December", "the summer of 1916", "this fall"."""

from __future__ import annotations

from datetime import date

from extractor.dates.anchors import Anchors
from extractor.dates.grammar import Match, Reading, TemporalRule
from extractor.dates.rules.days import edge_mod
from extractor.dates.value import SEASON_MONTHS, SEASONS, Period, Unit, year_text
from extractor.dates.words import month_numbers, season_names, words


def month_of_year(match: Match, at: Anchors) -> Reading:
    """A month whose year is given or named by its relation to this one."""
    year = at.year_named(match["y"])
    month = month_numbers()[match["m"]]
    value = f"{'XXXX' if year is None else year_text(year)}-{month:02d}"
    return Reading(value=value, mod=edge_mod(match), anchor=None if match["y"][:1].isdigit() else at.published)


def bare_month(match: Match, at: Anchors) -> Reading | None:
    """A month alone; names and verbs that are spelled like one are left alone."""
    if is_name(match):
        return None
    if "y" in match:
        month, last = month_numbers()[match["m"]], month_numbers()[match["e"]]
        return Reading(value=at.part(Unit.MONTH, month, int(match["y"]) - (month > last)), mod=edge_mod(match))
    value = at.month_text(month_numbers()[match["m"]], match.span())
    return Reading(value=value, mod=edge_mod(match), anchor=at.published)


def is_name(match: Match) -> bool:
    """Whether a capitalised month stands where a person's name or a verb would."""
    name = match["m"]
    bare = name.rstrip(".")
    if bare not in words().month_names.words or "x" in match:
        return False
    cued = match.before() in words().month_cues.words
    if match.before() == "the" and name in ("may", "march"):
        return True
    follower = match.follower()
    if bare in words().month_words.words and not cued:
        return True
    if name in ("jan", "mar") and follower[:1].isupper():
        return True
    return not cued and follower[:1].isupper() and follower[1:].islower()


def near_month(match: Match, at: Anchors) -> Reading:
    """Read "last June", "next May", "this September"; the month just over is "last" only a year before."""
    month, now = month_numbers()[match["m"]], start_of(match["r"], at)
    told = beside_told(match["r"], month, at)
    if told is not None:
        return Reading(value=str(told), mod=edge_mod(match), anchor=at.reference)
    if now is None:
        return Reading(value=f"XXXX-{month:02d}", mod=edge_mod(match))
    return Reading(value=f"{near_year(match['r'], month, at):04d}-{month:02d}", mod=edge_mod(match), anchor=now)


def beside_told(which: str, month: int, at: Anchors) -> Period | None:
    """The month that "the following January" names: the first such one after the month told of, or the last before."""
    if which not in ("the following", "the previous"):
        return None
    if at.month is None or not at.month_told():
        year = None if at.year is None else at.year + (1 if which == "the following" else -1)
        return None if year is None else Period.part(Unit.MONTH, year, month)
    steps = (month - 1 - at.month.number) % 12
    return at.month.shift(steps or 12) if which == "the following" else at.month.shift(steps - 12)


def start_of(which: str, at: Anchors) -> date | None:
    """The day from which "last", "next" and "this" count: that of the publication, unless the story's own is meant."""
    return at.published if which.split(maxsplit=1)[0] in ("last", "next", "this") else at.now


def near_year(which: str, month: int, at: Anchors) -> int:
    """The year of the month that "last", "next" or "this" names."""
    now = start_of(which, at)
    if now is None:
        return 0
    word = which.rsplit(maxsplit=1)[-1]
    if word in ("last", "past", "previous"):
        return now.year if month < now.month - 1 else now.year - 1
    if word in ("that", "same") and at.year is not None:
        return at.year
    if word in ("next", "coming", "following"):
        return now.year if month > now.month else now.year + 1
    return now.year


def year_ago_month(match: Match, at: Anchors) -> Reading | None:
    """The month told of, a year before or in the year that stands beside it."""
    told = at.month
    if told is None:
        return None
    back = told.years() - int(match["y"]) if match["y"] else 1
    return Reading(value=str(told.year_before(back)), anchor=at.now)


def season_of_year(match: Match, at: Anchors) -> Reading:
    """A season whose year is given or named by its relation to this one."""
    index = SEASONS.index(season_names()[match["s"]]) + 1
    value = at.part(Unit.SEASON, index, at.year_named(match["y"]))
    return Reading(value=value, mod=edge_mod(match), anchor=None if match["y"][:1].isdigit() else at.published)


def near_season(match: Match, at: Anchors) -> Reading:
    """Read "last summer", "this fall", "next spring"."""
    index = SEASONS.index(season_names()[match["s"]])
    word = match["r"].split()[-1]
    now = at.published if match["r"] == "last" else at.now
    if word == "following" and at.year is not None:
        year = at.year + (
            at.month is None or at.month.years() != at.year or at.month.number % 12 + 1 >= SEASON_MONTHS[index]
        )
        return Reading(value=at.part(Unit.SEASON, index + 1, year), mod=edge_mod(match), anchor=at.reference)
    if now is None:
        return Reading(value=at.part(Unit.SEASON, index + 1, None), mod=edge_mod(match))
    first = SEASON_MONTHS[index]
    year = now.year
    if word in ("last", "past", "previous"):
        year -= now.month < first + 3
    elif word in ("next", "coming", "following"):
        year += now.month >= first
    elif index == 3 and now.month < 3:
        year -= 1
    return Reading(value=at.part(Unit.SEASON, index + 1, year), mod=edge_mod(match), anchor=now)


def bare_season(match: Match, at: Anchors) -> Reading | None:
    """A season with nothing to say which; "fall" and "spring" are nouns only behind a preposition or article."""
    index = SEASONS.index(season_names()[match["s"]])
    middle = (SEASON_MONTHS[index] + 1) % 12
    year = at.year_of_month(middle, match.span())
    if year is not None and index == 3 and not at.narrative:
        year -= 1
    return Reading(value=at.part(Unit.SEASON, index + 1, year), mod=edge_mod(match), anchor=at.published)


EDGE = (
    "(x=(early | late | mid) (- | in | of)* | the? x=(beginning | start | middle | end | close | outset) of | later)?"
)
YEARNAME = "(YEAR | SHORTYEAR | SPELLED | (last | this | next | that | the previous | the same) year)"
WHICH = "((this | the)? (last | past | next | coming | previous | following) | this)"
RULES = (
    TemporalRule(
        name="month-of-year",
        patterns=(
            f"{EDGE} m=MONTH ,? (of | in)? y={YEARNAME} (?! - TWO - | ERA)",
            f"{EDGE} m=MONTH ,? (of | in)? y=((YEAR | OLDYEAR | TWO) ERA)",
        ),
        produce=month_of_year,
        confidence=0.98,
        examples={
            "March 2011": "DATE 2011-03",
            "late May 1940": "DATE 1940-05 END",
            "June last year": "DATE 2023-06",
            "January of this year": "DATE 2024-01",
            "the end of June 1999": "DATE 1999-06 END",
        },
    ),
    TemporalRule(
        name="bare-month",
        patterns=(
            f"{EDGE} m=MONTH (?= (and | to | or | - | through | until) the? EDGE? -? e=MONTH ,? of? y=YEAR)",
            f"{EDGE} m=MONTH (?! DAY)",
        ),
        produce=bare_month,
        confidence=0.93,
        examples={
            "in [March]": "DATE 2024-03",
            "since [November]": "DATE 2023-11",
            "early April": "DATE 2024-04 START",
            "the middle of March": "DATE 2024-03 MID",
        },
        counter_examples=("Theresa May resigned", "They may go", "the March on the capital", "April Jones spoke"),
    ),
    TemporalRule(
        name="near-month",
        patterns=(f"{EDGE} r=({WHICH} | that | that same) m=MONTH (?! DAY)",),
        produce=near_month,
        confidence=0.95,
        examples={
            "last June": "DATE 2023-06",
            "next May": "DATE 2025-05",
            "this September": "DATE 2024-09",
            "last April": "DATE 2023-04",
            "She won in November 2022 and sat [the following January].": "DATE 2023-01",
            "She won in the autumn of 1981 and sat [the following January].": "DATE 1982-01",
            "She sat in January 2022; she had won [the previous November].": "DATE 2021-11",
        },
    ),
    TemporalRule(
        name="year-ago-month",
        patterns=(
            "the same month (last year | a year (ago | earlier | before) | the (previous | year before) year?)",
            "the same month (of | in) (last year | the previous year | y=YEAR)",
        ),
        produce=year_ago_month,
        confidence=0.85,
        examples={
            "It sold 40 in March, against 30 in [the same month last year].": "DATE 2023-03",
            "It sold 40 in March, against 30 in [the same month of 2021].": "DATE 2021-03",
        },
        counter_examples=("the same monthly fee last year",),
    ),
    TemporalRule(
        name="season-of-year",
        patterns=(
            f"{EDGE} the? s=SEASON (of | in)? y={YEARNAME}",
            f"{EDGE} the? s=SEASON (of | in)? y=((YEAR | OLDYEAR | TWO) ERA)",
            f"the x=EDGE -? s=SEASON (of | in)? y={YEARNAME}",
            "y=YEAR s=SEASON",
            f"{EDGE} the? s=SEASON (?= (and | to | or | through | until) the? EDGE? -? SEASON (of | in)? y=YEAR)",
        ),
        produce=season_of_year,
        confidence=0.95,
        examples={
            "the summer of 1916": "DATE 1916-SU",
            "winter 2023": "DATE 2023-WI",
            "spring of next year": "DATE 2025-SP",
            "They spent [the spring] and [early summer of 1943] there.": "DATE 1943-SP; DATE 1943-SU START",
        },
    ),
    TemporalRule(
        name="near-season",
        patterns=(f"{EDGE} r={WHICH} s=SEASON (?! of)",),
        produce=near_season,
        examples={
            "last summer": "DATE 2023-SU",
            "this fall": "DATE 2024-FA",
            "next spring": "DATE 2025-SP",
            "It sank in 2021 and was raised [the following summer].": "DATE 2022-SU",
            "It sank in March 2021 and was raised [the following autumn].": "DATE 2021-FA",
        },
        counter_examples=("the fall of the wall",),
    ),
    TemporalRule(
        name="bare-season",
        patterns=("(?<= SEASONCUE) the? x=EDGE? -? s=SEASON (?! in | of | from | to | SEASON | -)",),
        produce=bare_season,
        confidence=0.75,
        examples={"since [the winter]": "DATE 2023-WI", "by [spring]": "DATE 2024-SP"},
        counter_examples=("the fall of the wall", "a fall in prices"),
    ),
)
