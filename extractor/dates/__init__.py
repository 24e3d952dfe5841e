"""Dates: temporal expressions found and resolved to TIMEX3 values.

`find_dates` reads a parsed text; `extractor.dates.dateline` reads the publication date out of a dateline and needs no parse.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from extractor.dates.reading import read
from extractor.dates.tense import context_of
from extractor.records import Timex

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_dates"]


def find_dates(doc: Doc, *, published: str | None) -> tuple[Timex, ...]:
    """All temporal expressions of `doc` in text order, never overlapping; `published` is an ISO date or None.

    Offsets are code points into `doc.text`. Without a publication date what depends on it stays open ("XXXX-WXX-2").

    Raises:
        ValueError: `published` is no ISO date.
    """
    known = date.fromisoformat(published) if published else None
    text = doc.text
    return tuple(read(text, known, context_of(doc, text)))
