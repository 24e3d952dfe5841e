"""Notes of correction: paragraphs in which a paper speaks of its own article, not of the story."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from extractor.records import Span, Statement

#: "Correction:", "Clarification (May 4):", "Editor's note:" on a line of its own or at the start of one.
_LABEL = re.compile(
    r"[^\w\n]{0,4}(?:corrections?(?: and clarifications?)?|clarifications?|editor['’]?s['’]? note)"
    r"(?:[^\S\n]*(?:\([^)\n]{0,40}\)|,[^:\n]{0,40}|appended))?[^\S\n]*(?::|[–—-]|[.](?=\s|$)|$)",
    re.IGNORECASE,
)
#: "An earlier version of this story misstated ...", "This article was corrected on ...".
_VERSION = re.compile(
    r"[^\n]{0,80}\b(?:(?:an?|the) (?:earlier|previous|original) version of this (?:article|story|report|post|piece)"
    r"|this (?:article|story|report|post|piece) (?:has been|was) (?:corrected|amended|updated))\b",
    re.IGNORECASE,
)

#: What every such note has in it; most texts have none, and are looked at no further.
_HINT = re.compile(r"version of this|correct|amended|updated|clarif|note\b", re.IGNORECASE)


def notes(text: str, paragraphs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """The paragraphs of `text` that are notes of correction, in text order. Linear in the length of the text."""
    if not _HINT.search(text):
        return ()
    return tuple(
        Span(start=start, end=end)
        for start, end in paragraphs
        if _LABEL.match(text, start, end) or _VERSION.match(text, start, end)
    )


def outside(found: Iterable[Statement], ranges: Sequence[Span]) -> tuple[Statement, ...]:
    """The statements that do not begin in one of the ranges."""
    if not ranges:
        return tuple(found)
    starts = [span.start for span in ranges]
    return tuple(s for s in found if not _inside(s.start, starts, ranges))


def _inside(position: int, starts: Sequence[int], ranges: Sequence[Span]) -> bool:
    at = bisect_right(starts, position) - 1
    return at >= 0 and position < ranges[at].end
