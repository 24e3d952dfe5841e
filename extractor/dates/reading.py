"""A text read from its beginning to its end: rules run, anchors carried along, values closed or left open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from extractor.dates.anchors import NO_CONTEXT, Anchors, Context
from extractor.dates.frames import entered, framed, recurring
from extractor.dates.grammar import Grammar, Match, Reading, TemporalRule
from extractor.dates.lexer import Tokens
from extractor.dates.rules import ALL
from extractor.dates.value import Period, Unit, bounds, read_value
from extractor.dates.words import words
from extractor.records import Timex

#: A value with a year, and the short ways to write one.
GIVEN = re.compile(r"\d{4}(?![^-T])")
FOUR_DIGITS = re.compile(r"(?=([0-9]{4}))")
SHORT = re.compile(
    r"['’‘]\d\d|\d/\d+/\d\d|\d{4}\W{1,3}\d\d\b|fy ?\d\d"
    r"|(?:nineteen|twenty)[ -](?:ten|eleven|twelve|\w+teen|\w+ty)|two thousand(?! years)"
)
YEAR = re.compile(r"(?<![\d,.$-])(1[0-9]{3}|20[0-4][0-9])(?!\d|,\d|%|\.\d)")
#: A text is a story of another time when most of its years lie this far from its publication.
FAR_YEARS = 1
FEW_YEARS = 8
#: A day of which the year is not known.
OPEN_DAY = re.compile(r"XXXX-(?:\d\d-\d\d|WXX-\d)")
#: Words of news, which is told from the day it is published.
NEWS = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday|[Tt]oday|[Tt]omorrow"
    r"|(?:[Ll]ast|[Tt]his|[Nn]ext) (?:week|month|year|spring|summer|autumn|fall|winter))\b"
)
#: Verbs of news, which weigh less: a story quotes, too.
SAID = re.compile(r"\b(?:said|says|told)\b")
NEWS_WEIGHT = 3
OLD = re.compile(r"\d B\.?C\b")
DAY_FIRST = re.compile(r"\b(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/(?:\d\d){1,2}\b")


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """All rules made ready, once a process."""
    return Grammar(ALL)


def read(text: str, published: date | None, context: Context = NO_CONTEXT) -> Iterator[Timex]:
    """All temporal expressions of a text in order, never overlapping."""
    tokens = Tokens.of(text)
    years = frozenset[str]() if published else frozenset(FOUR_DIGITS.findall(text))
    narrative = is_narrative(text, published)
    first = YEAR.search(text) if narrative else None
    anchors = Anchors(
        published=published,
        text=text,
        context=context,
        narrative=narrative,
        year=int(first[0]) if first else None,
        day_first=DAY_FIRST.search(text) is not None,
    )
    free = 0
    for at, options in grammar().candidates(tokens):
        if at < free:
            continue
        anchors = entered(anchors, tokens.starts[at])
        for rule, match in options:
            readings = rule.produce(match, anchors)
            if readings is None:
                continue
            free = match.last + 1
            for found in readings if isinstance(readings, tuple) else (readings,):
                reading = found if published else opened(found, match, years)
                yield timex(rule, match, reading)
                anchors = told(anchors, rule, match, reading)
            break


def opened(reading: Reading, match: Match, years: frozenset[str]) -> Reading:
    """Without a publication date, the reading with its year open unless it is among the `years` that the text gives."""
    year = GIVEN.match(reading.value)
    if year is None or year[0] in years or SHORT.search(match.text()):
        return reading
    return replace(reading, value=f"XXXX{reading.value[4:]}", anchor=None)


#: Rules whose quarter is the one that a story goes on telling of.
TELL_QUARTER = frozenset({"numbered-quarter", "near-quarter", "quarter-of-year", "year-ended"})
#: Rules whose hours are of every day, where the same sentence tells them.
RECUR = frozenset({"every", "adverb-of-rate"})
#: How the word ends that makes a record, and how far before "since" it stands.
SUPERLATIVE = ("est", "worst", "first", "most", "least", "record")
RECORD_REACH = 8
#: Lengths that earnings stories tell of: what they compare with is no quarter any more.
LONGER = frozenset({"P6M", "P9M", "P26W", "P39W", "P1Y"})


def timex(rule: TemporalRule, match: Match, reading: Reading) -> Timex:
    """A reading as a record."""
    start, end = match.span(reading.group)
    earliest, latest = bounds(reading.value)
    return Timex(
        start=start,
        end=end,
        text=match.tokens.text[start:end],
        type=reading.type or rule.type,
        value=reading.value,
        mod=reading.mod,
        earliest=earliest,
        latest=latest,
        anchor=reading.anchor.isoformat() if reading.anchor else None,
        found_by=f"dates.{rule.name}",
        confidence=rule.confidence,
    )


def told(anchors: Anchors, rule: TemporalRule, match: Match, reading: Reading) -> Anchors:
    """The anchors after a reading."""
    if reading.aside or is_record(match, reading):
        return anchors
    period = read_value(reading.value)
    after = framed(anchors.after(reading.value), match, period, match.span(reading.group)[1])
    if (reading.type or rule.type) == "SET":
        return recurring(after, reading.value, match.span()[1]) if rule.name in RECUR else after
    if OPEN_DAY.match(reading.value):
        return replace(after, day=None, event_day=None)
    if period is not None and period.unit is Unit.DAY:
        start, end = match.span(reading.group)
        after = replace(after, day_at=start, day_end=end)
    if after.day is not anchors.day and happens(anchors, rule, match, reading):
        after = replace(after, event_day=after.day)
    if period is not None and period.unit is Unit.YEAR:
        after = replace(after, year_end=match.span(reading.group)[1])
    if rule.name == "clock" and "p" in match:
        after = replace(after, hour=int(reading.value.partition("T")[2][:2]), hour_at=match.span()[0])
    return earned(after, rule, reading, period)


def earned(after: Anchors, rule: TemporalRule, reading: Reading, period: Period | None) -> Anchors:
    """The anchors with what an earnings story compares with."""
    if period is not None and period.unit is Unit.QUARTER and rule.name in TELL_QUARTER:
        return replace(after, quarter=period, compared=period)
    if period is not None and rule.name == "half":
        return replace(after, compared=period)
    if reading.value in LONGER or rule.name in ("fiscal-year", "year-ended"):
        return replace(after, compared=None)
    return after


def happens(anchors: Anchors, rule: TemporalRule, match: Match, reading: Reading) -> bool:
    """Whether the story goes on from a day: not where it was only said, nor one that only bounds what is told."""
    if match.before() in ("since", "until", "till") or (rule.name.startswith("holiday-") and match.before() != "on"):
        return False
    return not anchors.context.reported(*match.span(reading.group))


def is_record(match: Match, reading: Reading) -> bool:
    """Whether the day only tells how rare something is: "its biggest one-day fall since Aug. 16"."""
    period = read_value(reading.value)
    if match.before() != "since" or period is None or period.unit is not Unit.DAY:
        return False
    near = (match.before(n) for n in range(2, RECORD_REACH))
    return any(word.endswith(SUPERLATIVE) and word not in words().no_superlatives.words for word in near)


def is_narrative(text: str, published: date | None) -> bool:
    """Whether most of the years that a text names lie far from its publication."""
    if published is None:
        return False
    years = [int(found) for found in YEAR.findall(text)] + [-1] * len(OLD.findall(text))
    far = sum(published.year - year > FAR_YEARS for year in years)
    if len(years) < FEW_YEARS or far * 10 < len(years) * 6:
        return False
    return NEWS_WEIGHT * sum(1 for _ in NEWS.finditer(text)) + sum(1 for _ in SAID.finditer(text)) <= len(years)
