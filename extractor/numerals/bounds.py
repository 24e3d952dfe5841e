"""Words that bound a number: "more than", "at least", "up to", "nearly", "or more"."""

from __future__ import annotations

import re

from extractor.numerals.lexicon import WORDS, Bound
from extractor.records import Modifier

LONGEST = max(phrase.count(" ") + 1 for phrase in WORDS.before)
#: No bounding phrase is longer than this, so no more of the text before a number is looked at.
REACH = max(map(len, WORDS.before)) + 12
LAST_WORDS = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in WORDS.before)
WORD = re.compile(r"\S+")
SIGN = re.compile(r"(?:([~≈<>≥≤])\s?|(?<!\w)(sub-))$", re.IGNORECASE)
#: "6 percent plus a bonus": what is added, and no bound.
AND_ALSO = re.compile(r"\s+(?:an?|the|its|their|his|her|up|any|[$£€\d])(?!\w)|\s+[$£€\d]")
AFTER = re.compile(
    r"\s?(?:" + "|".join(re.escape(phrase) for phrase in sorted(WORDS.after, key=len, reverse=True)) + r")(?!\w)",
    re.IGNORECASE,
)


def bound_before(text: str, start: int) -> tuple[Bound, int] | None:
    """The bound that stands right before offset `start`, and where its phrase begins; None where there is none.

    Of two ("at least some 40", "only about 5") the whole begins at the first and the stricter word decides.
    """
    found = one_before(text, start)
    if found is None:
        return None
    further = one_before(text, found[1])
    if further is None:
        return found
    if found[0] == further[0] and found[0] not in ("exact", "about"):
        # "burns over more than 60 percent": the first is a preposition.
        return found
    bound = further[0] if found[0] in ("exact", "about") and further[0] != "exact" else found[0]
    return bound, further[1]


def one_before(text: str, start: int) -> tuple[Bound, int] | None:
    """The longest single bounding phrase that ends right before `start`."""
    low = max(0, start - REACH)
    before = text[low:start]
    sign = SIGN.search(before)
    bound = WORDS.before.get(sign[1] or sign[2].lower()) if sign else None
    if sign and bound:
        return bound, low + sign.start()
    stripped = before.rstrip(" \n\t\u00a0")
    if not stripped or stripped.isspace() or len(stripped) == len(before):
        return None
    if stripped.rsplit(None, 1)[-1].lower().lstrip("(\"'“‘`") not in LAST_WORDS:
        return None
    words = list(WORD.finditer(stripped))[-LONGEST:]
    for match in words:
        raw = stripped[match.start() :]
        phrase = raw.lstrip("(\"'“‘`_-—– \n")
        bound = WORDS.before.get(" ".join(phrase.lower().split()))
        if bound:
            return bound, low + match.start() + len(raw) - len(phrase)
    return None


def bound_after(text: str, end: int) -> tuple[Bound, int] | None:
    """The bound that stands right behind offset `end` ("or more"), and where its phrase ends."""
    match = AFTER.match(text, end)
    if match is None or (match[0].endswith("plus") and AND_ALSO.match(text, match.end())):
        return None
    bound = WORDS.after.get(
        match[0].strip().lower()
    )  # none with a letter that only a pattern takes for another: \u017f
    return (bound, match.end()) if bound else None


def bounded(value: float, bound: Bound) -> tuple[Modifier, float | None, float | None]:
    """Modifier, low and high of an exact number under a bound."""
    if bound == "nearly":
        return "about", None, value
    if bound in ("more_than", "at_least"):
        return bound, value, None
    if bound in ("less_than", "at_most", "up_to"):
        return bound, None, value
    if bound == "about":
        return bound, None, None
    return "exact", value, value
