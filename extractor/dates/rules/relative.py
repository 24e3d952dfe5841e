"""Dates by their distance from another: "two years ago", "a week later", "last month", "the end of the year"."""

from __future__ import annotations

from extractor.dates.anchors import Anchors
from extractor.dates.grammar import Match, Reading, TemporalRule
from extractor.dates.rules.amounts import amount_of, compares, mod_of
from extractor.dates.rules.days import day_text, edge_mod, goes_on
from extractor.dates.value import OPEN, YEARS_EACH, Period, Unit, length
from extractor.dates.words import season_names, unit_names, words

#: Halves of a unit are as exact as the unit they make.
IN_MONTHS = {"year": (12, "month"), "decade": (10, "year"), "century": (100, "year")}
#: Years after which a year told of in news is an aside ("founded in 1911").
LONG_PAST = 10
#: Units of which "the past" is a length, up to now, behind a word that asks for one; a year is one behind "for" alone.
ROLLING = frozenset({Unit.WEEK, Unit.MONTH, Unit.DECADE, Unit.CENTURY})
BACK = frozenset({"ago", "earlier", "before", "previously", "back"})


def distant(match: Match, at: Anchors) -> Reading | None:
    """N units before or after: as exact as its unit ("two years ago" is a year, "two days ago" a day)."""
    if compares(match):
        return None
    unit = unit_names()[match["u"]]
    back = match["d"].split()[0] in BACK
    from_now = match["d"] in ("ago", "from now", "hence", "from today", "back")
    start = at.now if from_now else at.reference
    mod = mod_of(match["a"])
    count = amount_of(match["n"]) if "n" in match else None
    if count is None:
        return Reading(value="PAST_REF" if back else "FUTURE_REF", mod=mod, anchor=start)
    if unit == "year" and count == 1 and back and at.compared is not None and mod is None:
        return Reading(value=str(at.compared.year_before()), anchor=start)
    if unit == "decade" or (count != int(count) and unit in IN_MONTHS):
        count, unit = round(count * IN_MONTHS[unit][0]), IN_MONTHS[unit][1]
    step = round(-count if back else count)
    if unit in ("hour", "minute", "second"):
        return Reading(value=f"{day_text(start)}TXX", mod=mod, anchor=start, type="TIME")
    if unit == "fortnight":
        unit, step = "week", step * 2
    size = Unit("day" if unit == "night" else unit)
    told_from = not from_now and (at.narrative or not back or counts_from_told(size, step, at))
    told = told_unit(size, at) if told_from else Period.around(size, start) if start else None
    return Reading(value=str(told.shift(step)) if told else OPEN[size], mod=mod, anchor=start)


def counts_from_told(unit: Unit, step: int, at: Anchors) -> bool:
    """Whether "earlier" counts in news from the month or year told of; from a year long past it seldom does."""
    if unit is Unit.YEAR and at.published is not None and at.year is not None:
        return step < -1 and 0 <= at.published.year - at.year <= LONG_PAST
    return unit is Unit.MONTH or (unit is Unit.YEAR and step < -1)


def distant_plain(match: Match, at: Anchors) -> Reading | None:
    """Read "years ago", "weeks later": somewhere in the past or the future."""
    return Reading(value="FUTURE_REF" if match["d"] == "later" else "PAST_REF")


def near_unit(match: Match, at: Anchors) -> Reading | None:
    """Read "last week", "this year", "the following month": the unit beside ours, or beside the story's own."""
    if match.raw("r") == "This" and match.raw("u")[0].isupper():
        return None
    unit = Unit(unit_names()[match["u"]])
    which = match["r"].split()[-1]
    mod = edge_mod(match)
    if is_length(match, unit):
        return Reading(value=length(1.0, unit.value), type="DURATION")
    if which in ("following", "previous", "preceding", "same", "that", "subsequent", "prior"):
        return beside(unit, which, mod, at)
    shift = {"last": -1, "past": -1, "next": 1, "coming": 1, "upcoming": 1, "new": 1}.get(which, 0)
    start = at.published if match["r"] in ("last", "next", "this") else at.now
    return Reading(value=at.unit(unit, shift, start=start), mod=mod, anchor=start)


def is_length(match: Match, unit: Unit) -> bool:
    """Whether "the past week" is the time up to now and not the week before this one: "for the past week"."""
    if match["r"] not in ("the past", "the last", "the next", "the coming", "this past") or "x" in match:
        return False
    if match["r"] == "this past" or match.before() not in words().lasting.words:
        return False
    return unit in ROLLING or (unit is Unit.YEAR and match.before() == "for")


def beside(unit: Unit, which: str, mod: str | None, at: Anchors) -> Reading:
    """The unit beside the one that the story names last."""
    shift = {"following": 1, "subsequent": 1, "previous": -1, "preceding": -1, "prior": -1}.get(which, 0)
    told = told_unit(unit, at)
    if told is None:
        return Reading(value=OPEN[unit], mod=mod)
    return Reading(value=str(told.shift(shift)), mod=mod, anchor=at.reference)


def told_unit(unit: Unit, at: Anchors) -> Period | None:
    """The period of that unit which the text named last, else the one around the publication date."""
    if unit is Unit.YEAR and at.year is not None:
        return Period.year(at.year)
    if unit is Unit.MONTH and at.month is not None:
        return at.month
    if unit is Unit.WEEK and at.week is not None:
        return at.week
    start = at.reference
    if unit in YEARS_EACH and at.year is not None:
        return Period(unit, at.year // YEARS_EACH[unit])
    return Period.around(unit, start) if start else None


def unit_before(match: Match, at: Anchors) -> Reading | None:
    """Read "the year before" at the end of its clause, from the year told of."""
    if goes_on(match):
        return None
    unit = Unit(unit_names()[match["u"]])
    told = told_unit(unit, at)
    step = 1 if match["d"] == "after" else -1
    return Reading(value=str(told.shift(step)) if told else OPEN[unit], anchor=at.reference)


def beyond(match: Match, at: Anchors) -> Reading:
    """Read "the week after next", "the year before last"."""
    return Reading(
        value=at.unit(Unit(unit_names()[match["u"]]), 2 if match["d"] == "after next" else -2), anchor=at.now
    )


def the_unit(match: Match, at: Anchors) -> Reading | None:
    """Read "the week", "the year" at rest: the one we are in."""
    if match.after() == "-" or match.after() in words().behind_a_unit.words:
        return None
    unit = Unit(unit_names()[match["u"]])
    return Reading(value=at.unit(unit, 0), mod=edge_mod(match), anchor=at.now)


def edge_of_unit(match: Match, at: Anchors) -> Reading | None:
    """Read "the end of the year", "later this month", "early next week"; but "at the end of the day" is no date."""
    unit_name = unit_names()[match["u"]]
    if unit_name == "day":
        early = match["x"] in ("early", "late", "earlier", "later")
        return Reading(value=day_text(at.reference), mod=edge_mod(match), anchor=at.reference) if early else None
    which = match["r"].split()[-1] if match["r"] else "the"
    shift = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    unit = Unit(unit_name)
    if which in ("that", "following", "previous", "same"):
        return beside(unit, which, edge_mod(match), at)
    return Reading(value=at.unit(unit, shift), mod=edge_mod(match), anchor=at.now)


def unit_end(match: Match, at: Anchors) -> Reading | None:
    """Read "year-end", "month's end", "midyear"."""
    unit = Unit(unit_names()[match["u"]])
    return Reading(value=at.unit(unit, 0), mod="MID" if "x" in match else "END", anchor=at.now)


def season_later(match: Match, at: Anchors) -> Reading | None:
    """Read "that summer", "the following spring": the season of the year last named."""
    season = season_names()[match["s"]]
    year = at.year if at.year is not None else at.now.year if at.now else None
    if year is not None and match["r"].split()[-1] in ("following", "next"):
        year += 1
    return Reading(
        value=f"{'XXXX' if year is None else f'{year:04d}'}-{season}", mod=edge_mod(match), anchor=at.reference
    )


EDGE = "(x=(early | late | earlier | later | mid) (- | in | on | that)*)?"
ABOUT = "(a=ABOUT (the | a)?)?"
RULES = (
    TemporalRule(
        name="distant",
        patterns=(
            (
                "(just | only | a=ABOUT)? n=(NUMBER | a | an | one | half (a | an)"
                " | (a? quarter | three -? quarters) of (a | an) | VAGUE)"
                " (more | full | - | or so | short | calendar | long | whole)* u=UNIT (or (so | more))?"
                " d=(ago | earlier | previously | later | from (now | today) | hence | back (?= , | then))"
            ),
            "(just | only | a=ABOUT)? n=(a | an | one | NUMBER) (UNIT or two) d=(ago | later)",
            "(just | only | a=ABOUT)? n=(NUMBER | a | an | one) u=UNIT d=before (?= , | . | and | but)",
        ),
        produce=distant,
        confidence=0.92,
        examples={
            "two years ago": "DATE 2022",
            "nearly four months ago": "DATE 2024-01 LESS_THAN",
            "three days ago": "DATE 2024-05-03",
            "a week ago": "DATE 2024-W18",
            "several years ago": "DATE PAST_REF",
            "a decade ago": "DATE 2014",
            "a quarter of a century ago": "DATE 1999",
            "It fell [a quarter of an hour ago].": "TIME 2024-05-06TXX",
            "[three quarters of an hour later]": "TIME 2024-05-06TXX",
            "It employs 900 fewer than [a year ago].": "DATE 2023",
            "In March it employed 900, up from 800 [a year before], he said.": "DATE 2023",
            "It began on May 2. [Two days later] it was over.": "DATE 2024-05-04",
            "It was 11% in February. [A month earlier] it was 10%.": "DATE 2024-01",
            "Set up in 1988, it made $3 million, up from $2 million [two years earlier].": "DATE 2022",
            "In May 2020 it won 52 seats, down from 70 [four years earlier].": "DATE 2016",
        },
        counter_examples=("two-year-old", "ten years of war", "a year before the war"),
    ),
    TemporalRule(
        name="distant-plain",
        patterns=("u=UNITMANY d=(ago | earlier | later)", "(not | so)? long ago", "some time ago"),
        produce=distant_plain,
        confidence=0.85,
        examples={"[Years later] they met.": "DATE FUTURE_REF", "long ago": "DATE PAST_REF"},
    ),
    TemporalRule(
        name="near-unit",
        patterns=(
            (
                f"{EDGE} r=(((this | the)? (last | past | next | coming | upcoming | previous | prior)"
                " | the (following | preceding | subsequent)) | this | (this | the)? current"
                " | (the | that) same | that | the new) u=SPAN (or so)? (?! - | and a half | ended | ending)"
            ),
            "sometime r=(this | last | next) u=SPAN",
        ),
        produce=near_unit,
        confidence=0.93,
        examples={
            "last month": "DATE 2024-04",
            "this year": "DATE 2024",
            "next week": "DATE 2024-W20",
            "early next year": "DATE 2025 START",
            "later this month": "DATE 2024-05 END",
            "It has rained for [the past week].": "DURATION P1W",
            "Prices rose over [the last decade].": "DURATION P10Y",
            "Prices rose over [the past year].": "DATE 2023",
            "He left in 1995, and [the following year] he was back.": "DATE 1996",
        },
        counter_examples=("the last week-long visit",),
    ),
    TemporalRule(
        name="unit-beyond",
        patterns=("the u=SPAN (d=(after next | before last))",),
        produce=beyond,
        examples={"the week after next": "DATE 2024-W21", "the weekend before last": "DATE 2024-W17-WE"},
    ),
    TemporalRule(
        name="unit-before",
        patterns=("the u=SPAN d=(before | after | earlier)", "the u=SPAN d=(before | after) that"),
        produce=unit_before,
        confidence=0.85,
        examples={
            "It earned $3 million last year and $5 million [the year before].": "DATE 2022",
            "It was 64 in 2020 and 71 [the year before that].": "DATE 2019",
            "They saw 18 cases last week and 12 [the week before].": "DATE 2024-W17",
            "It sold more than [the year before], he said.": "DATE 2023",
            "Prices rose from [the year before] as costs climbed.": "DATE 2023",
        },
        counter_examples=("the year before the war", "the week after she left", "the week before that vote"),
    ),
    TemporalRule(
        name="edge-of-unit",
        patterns=(
            (
                "(the | around)? (very)? x=(end | beginning | start | middle | close | turn | outset) of"
                " (r=(this | last | next | the (current | following | next | previous | last | past | coming)?"
                " | that))? u=SPAN"
                " (?! - | to)"
            ),
            "x=(early | late | earlier | later) in (r=(the | this | last | next | that)) u=(SPAN | day)",
            "(the | for the)? rest of (r=(the | this)) u=SPAN",
        ),
        produce=edge_of_unit,
        confidence=0.9,
        examples={
            "by [the end of the year]": "DATE 2024 END",
            "earlier in the month": "DATE 2024-05 START",
            "the end of next week": "DATE 2024-W20 END",
            "earlier in the day": "DATE 2024-05-06 START",
        },
        counter_examples=("at the end of the day",),
    ),
    TemporalRule(
        name="the-unit",
        patterns=(
            "the (full)? u=(week | month | year) (?! - | 's | and)",
            "the u=(week | month | year) 's (?! ORDINAL)",
        ),
        produce=the_unit,
        confidence=0.6,
        examples={"for [the week]": "DATE 2024-W19", "so far in [the year]": "DATE 2024"},
        counter_examples=("the year of the cat", "the week that was"),
    ),
    TemporalRule(
        name="unit-end",
        patterns=(
            "u=(year | month | week) - end",
            "u=(year | month) 's end",
            "u=(year | month) end",
            "x=mid -? u=(year | month | week)",
        ),
        produce=unit_end,
        examples={"by [year-end]": "DATE 2024 END", "month's end": "DATE 2024-05 END"},
    ),
    TemporalRule(
        name="told-season",
        patterns=(f"{EDGE} r=(that | the (following | same | next)) s=SEASON",),
        produce=season_later,
        examples={"In 2019 it fell, and [that summer] it rose.": "DATE 2019-SU"},
    ),
)
