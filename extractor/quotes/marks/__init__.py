"""Quotation marks: text -> quoted segments, paired by glyph and by paragraph. No language model.

Straight, curly, doubled ('' ''), low and angle marks, single ones where they are quotation marks; a quotation whose
paragraphs are each re-opened and only the last closed is one segment in several ranges. Lost and stray marks are
repaired where they stand, with a notice, and never shift their neighbours. Any string will do, in linear time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractor.quotes.marks.chains import Chain, chains_of
from extractor.quotes.marks.paragraphs import paragraphs
from extractor.records import Notice, Span

__all__ = ["Marked", "Segment", "find_segments", "paragraphs"]

#: So many places of repair are named in the notice; more would bury them.
PLACES_NAMED = 5
#: Characters of no width, which str.isspace does not know.
_INVISIBLE = "\u200b\u200e\u200f\u2060\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One quotation in marks: `start`..`end` with its marks, `inner` what stands inside, one range a paragraph.

    `depth` is 0 for a segment inside no other. `repaired`: one of its marks is missing and its end a guess. `single`:
    it stands in single marks, which may be a headline's or a British quotation.
    """

    start: int
    end: int
    inner: tuple[Span, ...]
    depth: int = 0
    repaired: bool = False
    single: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The segments of a text in order of their start, and one notice if any mark had no partner."""

    segments: tuple[Segment, ...]
    notices: tuple[Notice, ...]


def find_segments(text: str) -> Marked:
    """Pair all quotation marks of `text`. Offsets are code points; linear in its length; never raises."""
    found, repairs = chains_of(text, paragraphs(text))
    segments = _nest(_segments(text, found))
    return Marked(segments=tuple(segments), notices=_notices(repairs))


def _segments(text: str, found: Iterable[Chain]) -> list[Segment]:
    """Chains with something in them, as segments in order of their start, the longer first."""
    made = []
    for chain in found:
        if text[chain.start - 1 : chain.start] == "=":
            continue  # an attribute of some markup
        inner = tuple(span for start, end in chain.ranges if (span := _trimmed(text, start, end)))
        if inner and any(c.isalnum() for span in inner for c in span.of(text)):
            made.append(
                Segment(
                    start=chain.start,
                    end=chain.end,
                    inner=inner,
                    repaired=chain.repaired,
                    single=chain.family == "single",
                )
            )
    return sorted(made, key=lambda s: (s.start, -s.end))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The range without white space at its edges; None if nothing is left."""
    while start < end and _is_blank(text[start]):
        start += 1
    while start < end and _is_blank(text[end - 1]):
        end -= 1
    return Span(start=start, end=end) if start < end else None


def _is_blank(character: str) -> bool:
    return character.isspace() or character in _INVISIBLE


def _nest(segments: Sequence[Segment]) -> list[Segment]:
    """Give each segment its depth; of two that cross, the one that begins later is dropped (its family's stray)."""
    kept: list[Segment] = []
    open_ends: list[int] = []
    for segment in segments:
        while open_ends and open_ends[-1] <= segment.start:
            open_ends.pop()
        if open_ends and segment.end > open_ends[-1]:
            continue
        kept.append(replace(segment, depth=len(open_ends)))
        open_ends.append(segment.end)
    return kept


def _notices(repairs: Sequence[int]) -> tuple[Notice, ...]:
    """One notice for all marks without a partner; none where all is well."""
    if not repairs:
        return ()
    places = ", ".join(str(place) for place in sorted(repairs)[:PLACES_NAMED])
    more = f" and {len(repairs) - PLACES_NAMED} more" if len(repairs) > PLACES_NAMED else ""
    noun = "a quotation mark has" if len(repairs) == 1 else f"{len(repairs)} quotation marks have"
    return (
        Notice(
            code="unbalanced_quotation_marks",
            message=f"{noun} no partner and the quotation was repaired there (character {places}{more})",
        ),
    )
