"""Blows that are no words: "rebels attacked the garrison" reports nothing, "Burr attacked the plan" does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.quotes.words import WORDS

if TYPE_CHECKING:
    from extractor.quotes.reported.candidate import Candidate


def is_blow(candidate: Candidate) -> bool:
    """Whether a cue that is a blow as well as a word ("attack") is one here, by who strikes or what is struck."""
    entry = candidate.site.entry
    if entry is None or entry.lemma not in WORDS.blows:
        return False
    if candidate.source is not None and candidate.source.lower_ in WORDS.strikers:
        return True
    first, end = candidate.content[0]
    return candidate.site.doc[first:end].root.lower_ in WORDS.struck
