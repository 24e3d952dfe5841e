"""Quotations that ran on over their attribution because the closing mark before it was lost.

Only words can tell `"We left, she said.` from a quotation that is re-opened in the next paragraph. So this looks for
"..., X said" at the end of a paragraph inside marks that do not close there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractor.quotes import cues
from extractor.quotes.marks import Segment
from extractor.records import Notice, Span

_NAME = r"(?:[Tt]he\s+\w+|[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,3}|he|she)"
#: ", X said" or ", said X" with at most a few words behind it, as the last words of a paragraph.
_TRAILING = re.compile(
    rf",\s+(?:{_NAME}\s+(?P<verb>[a-z]+)|(?P<first>[a-z]+)\s+{_NAME})(?:\s+(?!us\b|me\b)[\w'’-]+){{0,6}}[.]?$"
)
#: So much of a paragraph's end is looked at.
REACH = 160
SURE = 0.8


def mend(text: str, segments: Iterable[Segment]) -> tuple[tuple[Segment, ...], tuple[Notice, ...]]:
    """Close the segments that have run on over their attribution, and say where."""
    mended: list[Segment] = []
    places: list[int] = []
    for segment in segments:
        parts = tuple(_closed(text, segment))
        if parts != (segment,):
            places.append(parts[0].end)
        mended += parts
    if not places:
        return tuple(mended), ()
    shown = ", ".join(map(str, places[:5]))
    message = f"a closing quotation mark is missing before the attribution (character {shown})"
    return tuple(mended), (Notice(code="unbalanced_quotation_marks", message=message),)


def _closed(text: str, segment: Segment) -> Sequence[Segment]:
    """The segment cut at every paragraph that ends with an attribution, but for one that a mark closes."""
    if not segment.repaired and len(segment.inner) == 1:
        return [segment]
    parts: list[Segment] = []
    ranges: list[Span] = []
    start = segment.start
    for number, span in enumerate(segment.inner):
        open_here = segment.repaired or number + 1 < len(segment.inner)
        comma = _attribution(text, span) if open_here else None
        if not ranges and number:
            start = span.start - 1
        if comma is None:
            ranges.append(span)
            continue
        ranges.append(Span(start=span.start, end=comma + 1))
        parts.append(replace(segment, start=start, end=comma + 1, inner=tuple(ranges), repaired=True))
        ranges = []
    if ranges:
        parts.append(replace(segment, start=start, inner=tuple(ranges), repaired=segment.repaired and not parts))
    return parts if len(parts) > 1 or parts[0].end != segment.end else [segment]


def _attribution(text: str, span: Span) -> int | None:
    """Offset of the comma before an attribution that ends the range."""
    low = max(span.start, span.end - REACH)
    tail = text[low : span.end]
    for match in _TRAILING.finditer(tail):
        entry = cues.forms()["verb"].get(match["verb"] or match["first"])
        if entry is not None and entry.frames.get("direct", 0.0) >= SURE and match.start() + low > span.start:
            return low + match.start()
    return None
