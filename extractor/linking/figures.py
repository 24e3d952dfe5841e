"""Whose each figure is: the statement it stands in, who made that, and the day of the event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.lexicon import read_own
from extractor.linking.accounts import speaker_by_mention, with_text
from extractor.linking.calendar import dates_by_head
from extractor.records import Claim, Quantity, Quote, Speaker, TextSpan, Timex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class CueList:
    """`figures.toml`."""

    not_vouching: frozenset[str]
    expecting: frozenset[str]
    taken: frozenset[str]


#: Between a figure and its own date: what it counts, and the preposition of a time.
UNTIL_DAY = re.compile(r"(?:\s[\w-]+){0,2}?\s(?:in|on|during)\s")
CUES = read_own("extractor.linking", "figures.toml", CueList)


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
    by_head = dates_by_head(doc, dates)
    by_start = {date.start: date.id for date in dates if date.type in ("DATE", "TIME")}
    text = doc.text
    # "62 percent said he should go" is nobody's word.
    shares = {q.start for q in ordered if q.kind in ("percent", "fraction")}
    claims = []
    told = list(zip(ordered, quotes_around(ordered, quotes), strict=True))
    # "freed one of two men" tells of both what was done, and nobody says it of either.
    done = {
        q.id for quantity, around in told for q in around if q.kind == "indirect" and _is_what_happened(q, quantity)
    }
    for quantity, around in told:
        source, speaker = with_text(quantity.source, text), None
        if quantity.source:
            speaker = owner.get((quantity.source.start, quantity.source.end))
        else:
            stating = [q for q in around if q.id not in done and not (q.source and q.source.start in shares)]
            source, speaker = vouching(quantity, stating)
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
                source=without_clause(doc, source),
                speaker=speaker,
                quote=around[0].id if around else None,
                date=date_behind(text, quantity, by_start) or date_of_event(doc, quantity, by_head),
                place=quantity.place,
                part_of=numbers.get((quantity.whole.start, quantity.whole.end)) if quantity.whole else None,
                group=None,
                found_by=quantity.found_by,
                confidence=quantity.confidence,
            )
        )
    return tuple(claims)


def quotes_around(ordered: Sequence[Quantity], quotes: Sequence[Quote]) -> list[list[Quote]]:
    """For each quantity, the quotes in whose content it stands, the innermost first. Both in text order; one sweep."""
    ranges = sorted(
        ((c.start, c.end, n) for n, q in enumerate(quotes) if q.kind != "scare" for c in q.content), reverse=True
    )
    length = [sum(c.end - c.start for c in q.content) for q in quotes]
    open_ranges: list[tuple[int, int]] = []
    found: list[list[Quote]] = []
    for quantity in ordered:
        while ranges and ranges[-1][0] <= quantity.start:
            _, end, n = ranges.pop()
            open_ranges.append((end, n))
        open_ranges = [(end, n) for end, n in open_ranges if end > quantity.start]
        around = {n for end, n in open_ranges if end >= quantity.end}
        found.append([quotes[n] for n in sorted(around, key=lambda n: (length[n], -n))])
    return found


def vouching(quantity: Quantity, around: Sequence[Quote]) -> tuple[TextSpan | None, str | None]:
    """Source and speaker of the innermost statement around the figure that states it and is somebody's.

    What the paper puts in by itself (an aside, a conversion) is nobody's, unless it stands in quotation marks; the same
    goes for everything in a statement that only promises, demands or condemns.
    """
    expected: tuple[TextSpan | None, str | None] = (None, None)
    for quote in around:
        marked = any(marks.contains(quantity.span) for marks in quote.quoted)
        if quantity.aside and not marked:
            continue
        told = quote.kind != "direct" and not marked
        if told and (not _vouches(quote) or _is_what_happened(quote, quantity)):
            continue
        if not (quote.source or quote.speaker):
            continue
        if told and quote.cue is not None and quote.cue.lemma in CUES.expecting:
            # "She said the firm expects to cut 400 jobs" is her word, if anybody said it.
            expected = (quote.source, quote.speaker) if expected == (None, None) else expected
            continue
        return quote.source, quote.speaker
    return expected


def _is_what_happened(quote: Quote, quantity: Quantity) -> bool:
    """Whether the cue is the event itself and nobody's word: "the stock added 45 cents"."""
    mention = quantity.event_mention
    if mention is None or quote.cue is None:
        return False
    if quantity.event in ("other", "share", "money") and quantity.found_by != "claims.object":
        # "reported 12 boats" is a report of them; "released 12 hostages" is none.
        return False
    return quote.cue.start < mention.end and mention.start < quote.cue.end


def _vouches(quote: Quote) -> bool:
    """Whether its cue states what it introduces: "said", "estimated", but not "sentenced" or "promised"."""
    if quote.mode == "attitude" or quote.text.split(" ", 1)[0].lower() in CUES.taken:
        return False
    return quote.cue is None or quote.cue.lemma not in CUES.not_vouching


def without_clause(doc: Doc, source: TextSpan | None) -> TextSpan | None:
    """A figure's source without the clause behind its noun: "figures [kept by the coalition]", "a man [who saw it]".

    The guideline counts such a clause out; a quote's source keeps what tells it from another.
    """
    words = doc.char_span(source.start, source.end) if source is not None else None
    if source is None or words is None:
        return source
    clause = next((c for c in words.root.rights if c.dep_ in ("relcl", "acl") and c.i < words.end), None)
    if clause is None or not words.start < clause.left_edge.i:
        return source
    last = doc[clause.left_edge.i - 1]
    last = last if last.text != "," or last.i == words.start else last.nbor(-1)
    end = last.idx + len(last)
    return TextSpan(start=source.start, end=end, text=source.text[: end - source.start])


def date_behind(text: str, quantity: Quantity, by_start: Mapping[int, str]) -> str | None:
    """The date right behind a figure: "120 the year before", "more than 400 in March", "9 men on Monday"."""
    beside = by_start.get(quantity.end + 1)
    if beside is None and by_start and (until := UNTIL_DAY.match(text, quantity.end)):
        return by_start.get(until.end())
    return beside


def date_of_event(doc: Doc, quantity: Quantity, by_head: Mapping[int, tuple[Timex, ...]]) -> str | None:
    """Id of the first date that hangs on the event's own word, None where there is none.

    One that stands right behind the figure ("120 the year before") is nearer, and asked for first.
    """
    mention = quantity.event_mention
    if mention is None or not by_head:
        return None
    words = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    for token in words or ():
        for date in by_head.get(token.i, ()):
            return date.id
    return None
