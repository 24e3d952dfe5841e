"""How much of a unit: the amounts and bounds that several families of rules read."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.dates.words import month_numbers, words
from extractor.numerals import number_of

if TYPE_CHECKING:
    from extractor.dates.grammar import Match

#: Nobody counts so many of a unit of time.
MOST = 1e9
#: The ends of numbers and of their units.
COMPARED = frozenset({"hundred", "thousand", "million", "billion", "percent", "%", "points"})
#: Such a number behind such a word is a year.
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
YEAR_CUES = frozenset({"in", "by", "since", "until"})
#: Words that are one.
ONE = frozenset({"a", "an", "one", "another", "a single", "each", "every", ""})


@lru_cache(maxsize=1024)
def amount_of(phrase: str) -> float | None:
    """The number that a phrase in lower case states, None for "several", "a few", "many" and their like."""
    if phrase in ONE:
        return 1.0
    bare = phrase.split()
    if bare[0] == "half" and len(bare) <= 2:
        return 0.5
    if "quarter" in phrase:
        return 0.75 if bare[0].startswith("three") else 0.25
    if len(bare) > 1 and bare[-2:] in (["a", "half"], ["and", "half"]):
        whole = amount_of(" ".join(bare).split(" and ")[0])
        return None if whole is None else whole + 0.5
    for word, amount in words().loose_amounts.items():
        if word in bare:
            return amount if word != "dozen" or bare[0] in ("a", "dozen") else 24.0
    if any(word in words().vague_amounts.words for word in bare):
        return None
    number = number_of(phrase)
    return number if number is not None and number < MOST else None


def mod_of(phrase: str) -> str | None:
    """The TIMEX3 `mod` that the words before an amount stand for."""
    listed = words().mods
    found = [key for key in listed if phrase.startswith(key)]
    return listed[max(found, key=len)] if found else None


def compares(match: Match) -> bool:
    """Whether "more than" belongs to a number before it: "900 fewer than a year ago", but no year or day does."""
    before = match.before()
    if not match["a"].endswith(" than") or is_dated(before, match.before(2)):
        return False
    return before[:1].isdigit() or before in words().numbers or before in COMPARED


def is_dated(number: str, before: str) -> bool:
    """Whether a number is a year or a day of a month by the word before it: "in 2019", "May 2020", "May 6"."""
    if before in month_numbers():
        return number.isdigit()
    return YEAR.fullmatch(number) is not None and before in YEAR_CUES
