"""Numerals in a text: single numbers and ranges, and the number that a whole phrase states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from extractor.numerals.bounds import bound_after, bound_before, bounded
from extractor.numerals.grammar import Number, find_numbers
from extractor.numerals.lexicon import WORDS, either
from extractor.records import Modifier

Form = Literal["digits", "words", "fraction", "fuzzy", "range", "one_in"]

PERCENT = r"\s*(?P<percent>%|percent|per\s+cent|pct)?"
RANGE_GAP = re.compile(
    PERCENT + r"(?:\s?[-–—‑]\s?|\s+(?:to|or)[\s-]*(?:even\s+|perhaps\s+)?|-(?:to|or)-)", re.IGNORECASE
)
AND_GAP = re.compile(PERCENT + r"\s+and\s*", re.IGNORECASE)
PERCENT_BEHIND = re.compile(r"\s*(?:%|percent|per\s+cent|pct)", re.IGNORECASE)
ONE_IN = re.compile(r"\s+(?:(?:in|out\s+of)(?:\s+every)?|of\s+every)\s+|-in-", re.IGNORECASE)
BETWEEN = re.compile(r"(?<!\w)between\s+(?:an?\s+)?[$£€¥₹]?$", re.IGNORECASE)
#: "from 3 to 5" may be two levels, unless something ranges; "by $3 to $5" is a change and a level.
FROM = re.compile(
    r"(?<!\w)(?P<ranging>rang\w+\s+)?from\s+(?:(?:about|some|an?|just|nearly)\s+)?(?:[A-Z]{0,2}[$£€¥₹])?$",
    re.IGNORECASE,
)
#: "from 24 to 33-35": the range is the second level.
DASHED = re.compile(r"\s?[-–—‑]\s?[$£€¥₹]?\d")
CHANGE = re.compile(
    rf"(?<!\w)(?:by|up|down|off|{either(WORDS.moved)})\s+(?:(?:about|some|an?|just|nearly)\s+)?[A-Z]{{0,2}}[$£€¥₹]$"
)
CURRENCY_GAP = re.compile(r"(?P<gap>.*?)\s?(?:US|A|C)?[$£€¥₹]$")
SIGN_BEFORE = re.compile(r"[$£€¥₹]\s?$")
BY = re.compile(r"(?<!\w)by\s+(?:(?:about|some|nearly)\s+)?$", re.IGNORECASE)
#: "by 1 to 2 degrees" is a range; what is "by 12,000 to 1.3 million" has a step and a level.
STEP = 8
LOOK_BACK = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number as a text states it, `start`..`end` in code points.

    `value` is None for a range and a fuzzy word; `low` and `high` bound what it can be and are None when open. `form`
    says how it is written; "one_in" is "one in five" (a fraction in words). `ends` are the two numbers of a range;
    `levels` says that they stand in "from 3 to 5", which is no range where something rose from one to the other.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    modifier: Modifier
    form: Form
    ends: tuple[Numeral, ...] = ()
    levels: bool = False


def find_numerals(text: str) -> tuple[Numeral, ...]:
    """All numbers and ranges of `text` in order, without the words that bound them. Never raises; linear time."""
    return tuple(merged(text, find_numbers(text)))


def merged(text: str, numbers: Iterator[Number]) -> Iterator[Numeral]:
    """Single numbers into ranges ("40 to 50", "four or five", "between 4 and 5") and shares ("one in five")."""
    held: Number | None = None
    for number in numbers:
        if held is None:
            held = number
            continue
        pair = paired(text, held, number)
        if pair:
            yield pair
            held = None
        else:
            yield single(held)
            held = number
    if held is not None:
        yield single(held)


def single(number: Number) -> Numeral:
    """A lone number as a record."""
    value = number.value
    form: Form = "fuzzy" if value is None else "fraction" if number.fraction else "digits" if number.digits else "words"
    return Numeral(
        start=number.start,
        end=number.end,
        value=value,
        low=number.low if value is None else value,
        high=number.high if value is None else value,
        modifier="fuzzy" if value is None else "exact",
        form=form,
    )


def paired(text: str, first: Number, second: Number) -> Numeral | None:
    """The range or share that two neighbouring numbers make, None where they are two claims."""
    gap = text[first.end : second.start]
    low, high = first.value, second.value
    if len(gap) > 24 or low is None or high is None:
        return None
    if ONE_IN.fullmatch(gap):
        return share(first, second, low, high)
    currency = CURRENCY_GAP.fullmatch(gap)
    bare = currency["gap"] if currency else gap
    before = text[max(0, first.start - LOOK_BACK) : first.start]
    ranged = RANGE_GAP.fullmatch(bare) or (AND_GAP.fullmatch(bare) if BETWEEN.search(before) else None)
    if (
        not ranged
        or unlike(text, first, second, signed=currency is not None, percent=bool(ranged["percent"]))
        or first.fraction != second.fraction
        or is_tally(text, first, second, bare, before)
    ):
        return None
    low = shared_scale(second, low, high)
    if not low < high:
        return None
    return Numeral(
        start=first.start,
        end=second.end,
        value=None,
        low=low,
        high=high,
        modifier="range",
        form="range",
        ends=(single(first), single(second)),
        levels=is_from_to(bare, before),
    )


def share(first: Number, second: Number, part: float, whole: float) -> Numeral | None:
    """Such as "one in five": small whole numbers, the part below the whole."""
    if not 1 <= part < whole <= 1000 or part > 20:
        return None
    if first.digits and whole > 100:
        return None
    value = round(part / whole, 6)
    return Numeral(
        start=first.start, end=second.end, value=value, low=value, high=value, modifier="exact", form="one_in"
    )


def unlike(text: str, first: Number, second: Number, *, signed: bool, percent: bool) -> bool:
    """Whether the two are of different things: "up 4 percent to $13", "7% to 2.3"."""
    if percent and not PERCENT_BEHIND.match(text, second.end):
        return True
    return signed and not SIGN_BEFORE.search(text, max(0, first.start - 2), first.start)


def is_tally(text: str, first: Number, second: Number, gap: str, before: str) -> bool:
    """Whether two numbers stand side by side without being the ends of a range: levels ("from 3 to 5"), dates."""
    if gap.strip().lower().endswith("to"):
        if CHANGE.search(before) or (is_from_to(gap, before) and DASHED.match(text, second.end)):
            return True
        if BY.search(before) and (second.value or 0.0) > STEP * (first.value or 0.0):
            return True
    return text[second.end : second.end + 1] in ("-", "–") and gap.strip() in ("-", "–")


def is_from_to(gap: str, before: str) -> bool:
    """Whether the two stand in "from 3 to 5", and nothing is said to range."""
    level = FROM.search(before) if gap.strip().lower().endswith("to") else None
    return level is not None and not level["ranging"]


def shared_scale(second: Number, low: float, high: float) -> float:
    """Such as "1 to 2 thousand" and "$3-5 million": a scale behind the second number is the first one's too."""
    last = second.pieces[-1]
    return low * last.worth if last.kind == "scale" and low < high / last.worth else low


def parse_numeral(text: str) -> Numeral | None:
    """What a phrase says as one number, its bounding words included; None where it holds none or several."""
    found = find_numerals(text)
    if len(found) != 1:
        return None
    return with_bounds(text, found[0])


def with_bounds(text: str, numeral: Numeral) -> Numeral:
    """The numeral together with the words around it that bound it."""
    before, after = bound_before(text, numeral.start), bound_after(text, numeral.end)
    start = before[1] if before else numeral.start
    end = after[1] if after else numeral.end
    bound = before[0] if before and before[0] != "exact" else after[0] if after else "exact"
    if numeral.value is None:
        return replace(numeral, start=start, end=end)
    modifier, low, high = bounded(numeral.value, bound)
    return replace(numeral, start=start, end=end, modifier=modifier, low=low, high=high)


def number_of(text: str) -> float | None:
    """The exact value of a text that is one number and nothing else ("twenty-four", "1,200", "half a dozen")."""
    found = find_numerals(text)
    if len(found) != 1 or found[0].value is None or text.strip() != text[found[0].start : found[0].end]:
        return None
    return found[0].value
