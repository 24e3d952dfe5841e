"""Whose each figure is: the statement it stands in, who made that, and the day of the event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.linking.accounts import speaker_by_mention, with_text
from extractor.records import Claim, Quantity, Quote, Speaker, TextSpan, Timex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc


def claims_of(
    doc: Doc,
    quantities: Sequence[Quantity],
    quotes: Sequence[Quote],
    speakers: Sequence[Speaker],
    dates: Sequence[Timex],
) -> tuple[Claim, ...]:
    """Numbered claims in text order."""
    owner = speaker_by_mention(speakers)
    ordered = sorted(quantities, key=lambda q: (q.start, q.end))
    numbers = {(q.start, q.end): f"c{n}" for n, q in enumerate(ordered, 1)}
    claims = []
    for quantity in ordered:
        quote = innermost(quantity, quotes)
        source, speaker = with_text(quantity.source, doc.text), None
        if quantity.source:
            speaker = owner.get((quantity.source.start, quantity.source.end))
        elif quote and not quantity.aside:
            source, speaker = vouching(quote, quotes)
        claims.append(
            Claim(
                id=numbers[quantity.start, quantity.end],
                start=quantity.start,
                end=quantity.end,
                text=quantity.text,
                kind=quantity.kind,
                value=quantity.value,
                low=quantity.low,
                high=quantity.high,
                modifier=quantity.modifier,
                trend=quantity.trend,
                unit=quantity.unit,
                noun=quantity.noun,
                noun_inferred=quantity.noun_inferred,
                event=quantity.event,
                event_mention=quantity.event_mention,
                polarity=quantity.polarity,
                hedge=quantity.hedge,
                source=source,
                speaker=speaker,
                quote=quote.id if quote else None,
                date=date_of_event(doc, quantity, dates),
                place=quantity.place,
                part_of=numbers.get((quantity.whole.start, quantity.whole.end)) if quantity.whole else None,
                group=None,
                found_by=quantity.found_by,
                confidence=quantity.confidence,
            )
        )
    return tuple(claims)


def innermost(quantity: Quantity, quotes: Sequence[Quote]) -> Quote | None:
    """The shortest quote in whose content the quantity stands."""
    around = [q for q in quotes if q.kind != "scare" and any(c.contains(quantity.span) for c in q.content)]
    return min(around, key=lambda q: sum(c.end - c.start for c in q.content), default=None)


def vouching(quote: Quote, quotes: Sequence[Quote]) -> tuple[TextSpan | None, str | None]:
    """Source and speaker of a quote; of one without a source of its own, those of the quote that it stands in."""
    by_id = {q.id: q for q in quotes}
    at: Quote | None = quote
    while at and not at.source and not at.speaker:
        at = by_id.get(at.within) if at.within else None
    return (at.source, at.speaker) if at else (None, None)


def date_of_event(doc: Doc, quantity: Quantity, dates: Sequence[Timex]) -> str | None:
    """Id of the one date that stands in the quantity's own clause, None where there is none or a choice."""
    mention = quantity.event_mention
    if mention is None:
        return None
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return None
    clause = span.root
    for date in dates:
        phrase = doc.char_span(date.start, date.end, alignment_mode="expand")
        if phrase is None or date.type not in ("DATE", "TIME"):
            continue
        head = phrase.root.head
        if head.dep_ in ("prep", "pcomp", "pobj"):
            head = head.head
        if head == clause:
            return date.id
    return None
