"""Words of a text with their places, folded so that only what is said counts: no case, no accents of typography."""

from __future__ import annotations

import re
from typing import NamedTuple

#: A number with its separators; or a word with apostrophes and hyphens, its first letter perhaps put in: "[N]obody".
WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:\[[^\W\d_]\])?[^\W\d_]+(?:['’\-‐‑][^\W\d_]+)*")
#: Where an editor has left something out or put something in: "…", ". . .", "[the government]".
GAP = re.compile(r"…|\.(?:[ \xa0]?\.){2,}|\[(?!\w\]\w)[^\]\[]{0,80}\]")
FOLDED = str.maketrans({"’": "'", "‐": "-", "‑": "-", "[": None, "]": None})


class Word(NamedTuple):
    """One word: its folded form, and its range in the text."""

    key: str
    start: int
    end: int


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]`, offsets counted in `text`."""
    stop = len(text) if end is None else end
    return [Word(fold(m[0]), m.start(), m.end()) for m in WORD.finditer(text, start, stop)]


def fold(word: str) -> str:
    """A word as it is compared."""
    return word.translate(FOLDED).casefold()


def pieces_of(text: str, start: int, end: int) -> list[list[Word]]:
    """The stretches of words between the gaps that an editor has marked; a stretch without words is left out."""
    pieces = []
    at = start
    for gap in GAP.finditer(text, start, end):
        pieces.append(words_of(text, at, gap.start()))
        at = gap.end()
    pieces.append(words_of(text, at, end))
    return [piece for piece in pieces if piece]
