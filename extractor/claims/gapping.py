"""Figures that a name alone sets off: "gave Tarrow 49 percent and Dorn 47", "won 84 seats, the Greens 30"."""

from __future__ import annotations

import re

from extractor.claims.words import GRAMMAR
from extractor.numerals import either

#: What parts two such figures: a comma or "and", and whose the next one is.
NAME = r"[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){0,3}"
NAMED = rf"(?:[,;]|[,;]?\s(?:and|to|for|while))\s(?:(?:and|for|the|to)\s)*{NAME}(?:\s(?:{either(GRAMMAR.polling)}))?\s"
#: Only percentages and what is won at polls go on like that; elsewhere a number behind a name is its label.
UNITS = rf"(?:%|\s(?:{either(GRAMMAR.gapped_units)}))"
GAPPED = re.compile(rf"{UNITS}?{NAMED}")
GOES_ON = re.compile(rf"{UNITS}(?:{NAMED}[\d,.]*\d%?)*{NAMED}$")
REACH = 160


def goes_on(text: str, start: int) -> bool:
    """Whether the number at offset `start` has the unit of a figure before it, and a name of its own."""
    return GOES_ON.search(text, max(0, start - REACH), start) is not None


def is_gapped(text: str, end: int, start: int) -> bool:
    """Whether nothing but a name stands between the end of one figure and the start of the next."""
    return GAPPED.fullmatch(text, end, start) is not None
