"""Dates: temporal expressions found and resolved to TIMEX3 values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.records import Timex

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_dates(doc: Doc, *, published: str | None) -> tuple[Timex, ...]:
    """All temporal expressions of `doc` in text order, never overlapping; `published` is an ISO date or None."""
    return ()
