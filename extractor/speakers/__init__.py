"""Speakers: who is behind each source mention of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.speakers.output import speakers_of
from extractor.speakers.resolve import who_is_meant
from extractor.speakers.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from extractor.records import Span, Speaker, Statement
    from extractor.speakers.words import Words


def find_speakers(
    doc: Doc, statements: Sequence[Statement], sources: Sequence[Span] = (), *, known: Words = WORDS
) -> tuple[Speaker, ...]:
    """One speaker per real-world source, in text order.

    Every `Statement.source` and `speaker_mention` and every span of `sources` is, with exactly its own offsets, a
    mention of exactly one of them. `known` are the words to know: ours, or ours with a reader's own on top.
    """
    return speakers_of(*who_is_meant(doc, statements, sources, known))
