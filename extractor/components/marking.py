"""What is found as spans: of which group, with which label and ids, and in which tokens of a document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from extractor.records import Extraction

#: The span groups that there are.
GROUPS: Final = ("quotes", "dates", "claims", "speakers")
#: A span as a group holds it: start, end, label, whose it is (an id of a speaker, or nothing), its own id.
Marked = tuple[int, int, str, str, str]


def marked(extraction: Extraction, group: str) -> Iterator[Marked]:
    """The spans of one group in the order of their records; a quote of several ranges is several spans with its id."""
    return _MARKED[group](extraction)


def mark(doc: Doc, extraction: Extraction, group: str) -> None:
    """Make the group in `doc`, in whole tokens: an edge that falls inside a token moves out to the token's own."""
    from spacy.tokens import Span  # noqa: PLC0415 - spaCy is there where a document is

    spans = list(marked(extraction, group))
    starts: list[int] = doc.to_array("IDX").tolist() if spans else []
    doc.spans[group] = [
        Span(
            doc,
            bisect_right(starts, start) - 1,
            bisect_left(starts, end),
            label=label,
            kb_id=whose,
            span_id=own,
        )
        for start, end, label, whose, own in spans
    ]


def _quotes(extraction: Extraction) -> Iterator[Marked]:
    for quote in extraction.quotes:
        for span in quote.content:
            yield span.start, span.end, quote.kind, quote.speaker or "", quote.id


def _dates(extraction: Extraction) -> Iterator[Marked]:
    for item in extraction.dates:
        yield item.start, item.end, item.type, "", item.id


def _claims(extraction: Extraction) -> Iterator[Marked]:
    for claim in extraction.claims:
        yield claim.start, claim.end, claim.kind, claim.speaker or "", claim.id


def _speakers(extraction: Extraction) -> Iterator[Marked]:
    for speaker in extraction.speakers:
        for mention in speaker.mentions:
            yield mention.start, mention.end, mention.form, speaker.id, speaker.id


_MARKED: Final = {"quotes": _quotes, "dates": _dates, "claims": _claims, "speakers": _speakers}
