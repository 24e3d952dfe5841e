"""Now, then and some day: PRESENT_REF, PAST_REF, FUTURE_REF."""

from __future__ import annotations

from extractor.dates.anchors import Anchors, Direction
from extractor.dates.grammar import Match, Reading, TemporalRule


def present(match: Match, at: Anchors) -> Reading | None:
    """The present."""
    return Reading(value="PRESENT_REF")


def past(match: Match, at: Anchors) -> Reading | None:
    """Some time past."""
    return Reading(value="PAST_REF")


def future(match: Match, at: Anchors) -> Reading | None:
    """Some time to come."""
    return Reading(value="FUTURE_REF")


def soon(match: Match, at: Anchors) -> Reading | None:
    """Read "soon": of what is to come, not of how quickly something past was done."""
    return None if at.context.tense(*match.span()) is Direction.PAST else Reading(value="FUTURE_REF")


def one_day(match: Match, at: Anchors) -> Reading | None:
    """Read "one day" beside a verb of the future: some day."""
    return (
        Reading(value="FUTURE_REF")
        if match.text() == "someday" or at.context.tense(*match.span()) is Direction.FUTURE
        else None
    )


def current(match: Match, at: Anchors) -> Reading | None:
    """What is current now; "the then current" was so in the past."""
    return Reading(value="PRESENT_REF") if match.before() not in ("then", "-") else None


RULES = (
    TemporalRule(
        name="present",
        patterns=(
            "now (?! - | defunct)",
            "currently",
            "nowadays",
            "presently",
            "these days",
            "(?<= at) present",
            "(?<= at) the moment",
            "(?<= at) this (point | time | moment | stage)",
            "(?<= at) the present time",
            "(?<= for) the time being",
        ),
        produce=present,
        confidence=0.9,
        examples={
            "now": "DATE PRESENT_REF",
            "these days": "DATE PRESENT_REF",
        },
        counter_examples=("the now-defunct firm",),
    ),
    TemporalRule(
        name="current",
        patterns=("current (?! and)",),
        produce=current,
        confidence=0.8,
        examples={"the [current] plan": "DATE PRESENT_REF"},
        counter_examples=("the then current price",),
    ),
    TemporalRule(
        name="one-day",
        patterns=("one day (?! of | in | a)", "someday"),
        produce=one_day,
        confidence=0.6,
        examples={"someday": "DATE FUTURE_REF"},
    ),
    TemporalRule(
        name="past",
        patterns=(
            "(more | most)? recently (?! - )",
            "lately",
            "(?<= in | than | of) the (recent | distant)? past (?! NUMBER | UNIT | VAGUE | few | several)",
            "recent (times | (days | weeks | months) and (weeks | months | years))",
            "formerly",
            "a long time ago",
        ),
        produce=past,
        confidence=0.8,
        examples={"recently": "DATE PAST_REF", "in [the past]": "DATE PAST_REF"},
        counter_examples=("in the past two years",),
    ),
    TemporalRule(
        name="future",
        patterns=(
            "(the | a) (near | foreseeable | not too distant | immediate)? future (?! of | generations)",
            "(?<= in) future",
        ),
        produce=future,
        confidence=0.7,
        examples={"in [the near future]": "DATE FUTURE_REF"},
    ),
    TemporalRule(
        name="soon",
        patterns=("soon (?! after | as | enough)",),
        produce=soon,
        confidence=0.7,
        examples={"soon": "DATE FUTURE_REF"},
        counter_examples=("as soon as they can",),
    ),
)
