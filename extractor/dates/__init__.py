"""Dates: temporal expressions found and resolved to TIMEX3 values."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date
from typing import TYPE_CHECKING

from extractor.dates.reading import read
from extractor.dates.tense import context_of
from extractor.records import Timex

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_dates"]


def day_published(published: str | None) -> date | None:
    """The publication day, None when it is not given, no date, or so far off that its neighbours leave the calendar."""
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if MINYEAR + 1000 <= day.year <= MAXYEAR - 1000 else None


def find_dates(doc: Doc, *, published: str | None) -> tuple[Timex, ...]:
    """All temporal expressions of `doc` in text order, never overlapping; `published` is an ISO date or None.

    Offsets are code points into `doc.text`. Without a publication date what depends on it stays open ("XXXX-WXX-2").
    """
    known = day_published(published)
    text = doc.text
    return tuple(read(text, known, context_of(doc, text)))
