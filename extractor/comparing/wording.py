"""Sentences, words and stems of a plain text, without a parse. All offsets are code points into that text."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractor.comparing.lexicon import ABBREVIATIONS

#: A word with its inner full stops, apostrophes and hyphens: "U.S.", "Bar-le-Mont", "Sorvan's".
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.'’-][^\W_]+)*")
BREAK = re.compile(r"(?<=[.!?])[\"'”’)\]]{0,4}\s+|\n\s*\n|\n")
LAST_WORD = re.compile(r"[\w.]{1,12}$")
SUFFIXES = ("ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s")
SHORTEST_STEM = 3


class Word(NamedTuple):
    """One word with its place."""

    text: str
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence, or a line of a table or list; `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int


def sentences(text: str, start: int, end: int) -> list[Sentence]:
    """The sentences of `text[start:end]`, in order, without gaps longer than white space and closing marks.

    A line break ends a sentence unless the next line goes on in lower case.
    """
    found: list[Sentence] = []
    paragraph, begin = 0, start
    for match in BREAK.finditer(text, start, end):
        gap = match.group()
        blank = gap.count("\n") > 1
        if not blank and (
            text[match.end() : match.end() + 1].islower() or after_abbreviation(text, match.start(), gap)
        ):
            continue
        if text[begin : match.start()].strip():
            found.append(Sentence(begin, match.start(), paragraph))
        begin = match.end()
        paragraph += blank
    if text[begin:end].strip():
        found.append(Sentence(begin, end, paragraph))
    return found


def after_abbreviation(text: str, at: int, gap: str) -> bool:
    """Whether the full stop before offset `at` belongs to an abbreviation or an initial, in the middle of a line."""
    if "\n" in gap or text[at - 1 : at] != ".":
        return False
    word = LAST_WORD.search(text, max(0, at - 13), at - 1)
    return word is not None and (len(word[0]) == 1 or word[0].lower() in ABBREVIATIONS or "." in word[0])


def words(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`."""
    return [Word(match.group(), *match.span()) for match in WORD.finditer(text, start, end)]


def stem(word: str) -> str:
    """The word in lower case without possessive and common endings: "Bombings", "bombed" and "bomb" are one."""
    lower = word.lower().replace("’", "'")
    lower = lower.removesuffix("'s").removesuffix("'")
    for suffix in SUFFIXES:
        if lower.endswith(suffix) and len(lower) - len(suffix) >= SHORTEST_STEM:
            lower = lower[: -len(suffix)]
            break
    return lower.rstrip("e") or lower
