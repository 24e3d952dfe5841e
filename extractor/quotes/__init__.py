"""Quotes: what was said, in quotation marks or not, and which words of the text say who said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.quotes import direct, reported
from extractor.quotes.marks import find_segments, paragraphs
from extractor.records import Notice, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_statements(doc: Doc, *, scare: bool = False) -> tuple[tuple[Statement, ...], tuple[Notice, ...]]:
    """All statements of `doc` in text order, and what had to be repaired in its quotation marks."""
    marked = find_segments(doc.text)
    outer = tuple(segment for segment in marked.segments if not segment.depth)
    scene = direct.Scene(doc, paragraphs(doc.text), outer)
    found = direct.run(scene, direct.STRONG, {})
    strong = direct.statements_of(scene, found)
    told = reported.find(doc, outer, strong)
    statements = (*strong, *told)
    return tuple(sorted(statements, key=lambda s: (s.start, -s.end))), marked.notices
