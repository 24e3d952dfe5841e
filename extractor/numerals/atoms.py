"""The smallest pieces of a written number: one run of digits or one number word, with what it is worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extractor.numerals.lexicon import WORDS

Kind = Literal["digits", "unit", "teen", "ten", "scale", "part", "fuzzy", "small"]

#: Characters that are a number themselves.
VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8}
#: "few", "several" and "a couple of" count only before a scale ("a few hundred").
SMALL = ("few", "several", "couple")
#: The slashed fractions that are no dates ("9/11").
SLASHED = {
    "1/2": 1 / 2,
    "1/3": 1 / 3,
    "2/3": 2 / 3,
    "1/4": 1 / 4,
    "3/4": 3 / 4,
    "1/5": 1 / 5,
    "1/8": 1 / 8,
    "3/8": 3 / 8,
}
SLASHED |= {"5/8": 5 / 8, "7/8": 7 / 8, "1/10": 1 / 10, "1/16": 1 / 16, "3/16": 3 / 16}


@dataclass(frozen=True, slots=True)
class Atom:
    """One piece: `start`..`end` in the text, what it is worth, and its lower-case word ("" for digits)."""

    start: int
    end: int
    kind: Kind
    worth: float
    word: str


def word_table() -> dict[str, tuple[Kind, float]]:
    """Every number word with its kind and worth."""
    table: dict[str, tuple[Kind, float]] = {}
    kinds: tuple[tuple[Kind, dict[str, int]], ...] = (
        ("unit", dict(WORDS.units)),
        ("teen", dict(WORDS.teens)),
        ("ten", dict(WORDS.tens)),
        ("scale", dict(WORDS.scales)),
        ("part", dict(WORDS.parts)),
    )
    for kind, words in kinds:
        table |= {word: (kind, float(worth)) for word, worth in words.items()}
    table |= {word: ("fuzzy", float(low)) for word, (low, _) in WORDS.fuzzy.items()}
    table |= dict.fromkeys(SMALL, ("small", 0.0))
    return table


TABLE = word_table()

#: Currencies that are written against their digits ("Rs500"); other letters before digits make a code.
AGAINST = (
    *("Rs", "Rs.", "RM", "PS", "US", "$A", "$C", "$S", "$US"),
    *("USD", "EUR", "GBP", "AUD", "CAD", "INR", "SGD", "HKD"),
)
DIGITS = re.compile(
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"
    r"|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
    r"(?P<tail>\ ?[½⅓⅔¼¾⅕⅛]|[\ -][1357]/(?:16|[2-9])(?![0-9/])|/[0-9]+(?:/[0-9]+)?|⁄[0-9]+|×10[-−^]?[0-9]{1,2})?"
)
#: Every word and every run of digits is looked at once; no pattern is tried in between.
RUN = re.compile(r"[A-Za-z]+|[0-9½⅓⅔¼¾⅕⅛]+")
#: A scale that is written against its digits.
SUFFIX = re.compile("(?:" + "|".join(sorted(WORDS.suffixes, key=len, reverse=True)) + r")(?!\w)", re.IGNORECASE)
#: What makes digits a rank, a decade or a model name.
RANK = re.compile(r"(?:st|nd|rd|th|s)(?!\w)", re.IGNORECASE)
NEGATIVE = re.compile(r"(?:minus|negative|sub|now|(?<!\w)(?:to|or))-$", re.IGNORECASE)
MONEY_BEFORE = re.compile(r"(?:[$£€¥₹₪₽₩]|\b(?:PS|Rs\.?|RM|[A-Z]{3}|dlrs))\s?$")


def find_atoms(text: str) -> Iterator[Atom]:
    """All pieces of `text` in order. Linear in its length."""
    resume = 0
    for run in RUN.finditer(text):
        start = run.start()
        if start < resume:
            continue
        first = text[start]
        if first.isalpha():
            known = TABLE.get(run[0].lower())
            if known and stands_alone(text, start, run.end()):
                yield Atom(start, run.end(), *known, run[0].lower())
        elif first in VULGAR:
            yield Atom(start, start + 1, "digits", VULGAR[first], "")
        else:
            match = digits_at(text, start)
            if match:
                resume = match.end()
                yield from digit_atoms(text, match)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a word is no part of a longer one."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before in ("_", "'", "’")) and not (behind.isalnum() or behind == "_")


def digits_at(text: str, start: int) -> re.Match[str] | None:
    """The number whose first digit stands at `start` (its point may stand before); None inside words and codes."""
    before = text[start - 1 : start]
    if before == ".":
        further = text[start - 2 : start - 1]
        if not further.isalnum() and further not in (".", ",", ":", "/"):
            return DIGITS.match(text, start - 1)
    joined = before.isalnum() or before in ("_", ".", ",", ":", "/")
    if joined and before and not written_against(text, start, before):
        return None
    return DIGITS.match(text, start)


def written_against(text: str, start: int, before: str) -> bool:
    """Whether what stands right before the digits lets them begin a number: "Rs500", "USD5"."""
    if before == "/":
        return text[start - 2 : start - 1] in (" ", "(", "")
    sign = next((s for s in AGAINST if text.endswith(s, 0, start)), None)
    return sign is not None and not text[start - len(sign) - 1 : start - len(sign)].isalnum()


def digit_atoms(text: str, match: re.Match[str]) -> Iterator[Atom]:
    """Digits with a fraction or a scale written against them ("3½", "2 1/2", "5bn"); none for dates and labels."""
    start, end = match.span("digits")
    if RANK.match(text, end) or (
        start > 1
        and text[start - 1] in "-‑"
        and text[start - 2].isalpha()
        and not NEGATIVE.search(text, max(0, start - 10), start)
    ):
        return
    worth = float(match["digits"].replace(",", ""))
    tail = match["tail"]
    if tail:
        extra = tail_worth(match["digits"], tail)
        if extra is None:
            return
        end = match.end()
        worth = extra if tail[0] in "/⁄×" else worth + extra
    yield Atom(start, end, "digits", worth, "")
    suffix = None if tail else SUFFIX.match(text, end)
    if suffix and not (suffix[0] in ("m", "b", "B") and not MONEY_BEFORE.search(text, max(0, start - 5), start)):
        scale = WORDS.suffixes[suffix[0].lower()]
        yield Atom(suffix.start(), suffix.end(), "scale", float(scale), suffix[0].lower())


def tail_worth(digits: str, tail: str) -> float | None:
    """What stands behind the digits adds: "½", " 1/2", or with them makes: "/2"; None where it is no fraction."""
    if tail[0] in "⁄×":
        return marked(float(digits.replace(",", "")), tail)
    if tail.strip() in VULGAR:
        return VULGAR[tail.strip()]
    return SLASHED.get(digits + tail) if tail.startswith("/") else SLASHED.get(tail[1:])


def marked(digits: float, tail: str) -> float | None:
    """Such as "1⁄32" and "2×10−5"."""
    power = tail.lstrip("⁄×")
    if tail[0] == "⁄":
        return digits / float(power) if float(power) > digits else None
    return digits * 10.0 ** int(power[2:].replace("−", "-").lstrip("^"))
