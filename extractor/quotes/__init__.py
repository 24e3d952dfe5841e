"""Quotes: what was said, in quotation marks or not, and which words of the text say who said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.records import Notice, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_statements(doc: Doc, *, scare: bool = False) -> tuple[tuple[Statement, ...], tuple[Notice, ...]]:
    """All statements of `doc` in text order, and what had to be repaired in its quotation marks."""
    return (), ()
