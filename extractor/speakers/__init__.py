"""Speakers: who is behind each source mention of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.records import Mention, Span, Speaker, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc


def find_speakers(doc: Doc, statements: Sequence[Statement], sources: Sequence[Span] = ()) -> tuple[Speaker, ...]:
    """One speaker per real-world source. Every `Statement.source` and `speaker_mention` and every span of `sources` is,
    with exactly its own offsets, a mention of exactly one of them.
    """
    spans = sorted({s.source for s in statements if s.source} | {s.speaker_mention for s in statements if s.speaker_mention} | set(sources))
    return tuple(
        Speaker(name=sp.of(doc.text), kind="unnamed", mentions=(Mention(start=sp.start, end=sp.end, text=sp.of(doc.text), form="nominal"),))
        for sp in spans
    )
