"""Titles whose full stop the tokenizer splits off ("Capt", "."), so that the parser ends a sentence before the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.quotes.words import titles

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: In tokens, and how many titles may stand one behind the other: "Army Lt. Col. Vera Lunt".
LONGEST_NAME = 4
MOST_TITLES = 3
NAMES = frozenset(("NNP", "NNPS"))


def is_stop_of_title(doc: Doc, position: int) -> bool:
    """Whether the full stop at `position` only shortens the title before a name."""
    if not 0 < position < len(doc) - 1 or doc[position].text != "." or doc[position - 1].whitespace_:
        return False
    behind = doc[position + 1]
    return doc[position - 1].lower_ in titles() and behind.tag_ in NAMES and behind.text[:1].isupper()


def past_title(doc: Doc, end: int, high: int) -> int:
    """Where a phrase that ends before such a full stop or behind it, at `end`, ends with the name; at most `high`."""
    for _ in range(MOST_TITLES):
        stop = end - 1 if end and doc[end - 1].text == "." else end
        if stop + 1 >= high or not is_stop_of_title(doc, stop):
            break
        end = stop + 2
        while end < high and end - stop <= LONGEST_NAME and doc[end].tag_ in NAMES and doc[end].text[:1].isupper():
            end += 1
    return end
