"""Each quotation of a draft: word for word in a source, altered, somebody else's, or nowhere."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from extractor.checking.people import speaker_of, surely_different
from extractor.checking.wording import Word, pieces_of
from extractor.records import Finding, TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.checking.sources import Passage, Source
    from extractor.records import CheckVerdict, Extraction, Quote, Span

#: A single word in marks is nobody's words.
FEWEST_WORDS = 2


def check_quotes(draft: Extraction, sources: Sequence[Source]) -> tuple[list[Finding], int]:
    """What does not hold of the draft's quotations, and how many do."""
    findings = []
    right = 0
    for quote, span in _quotations(draft):
        finding = _check(draft, quote, span, sources)
        if finding:
            findings.append(finding)
        else:
            right += 1
    return findings, right


def _quotations(draft: Extraction) -> Iterator[tuple[Quote, Span]]:
    """Each stretch in marks once, with the innermost quote that it belongs to."""
    innermost: dict[Span, Quote] = {}
    for quote in draft.quotes:
        for span in quote.quoted:
            if span not in innermost or quote.within:
                innermost[span] = quote
    for span in sorted(innermost):
        yield innermost[span], span


def _check(draft: Extraction, quote: Quote, span: Span, sources: Sequence[Source]) -> Finding | None:
    text = draft.article.text or ""
    pieces = pieces_of(text, span.start, span.end)
    if sum(len(piece) for piece in pieces) < FEWEST_WORDS:
        return None
    places = [(source, passage) for source in sources if (passage := source.verbatim(pieces))]
    if places:
        return _speaker_finding(draft, quote, span, places)
    alike = [(source, passage) for source in sources if (passage := source.alike(pieces))]
    if not alike:
        return _finding(draft, span, "not_found", None, "in none of the sources")
    source, passage = max(alike, key=lambda found: found[1].likeness)
    wanted = [word for piece in pieces for word in piece]
    return _finding(draft, span, "altered", (source, passage), word_diff(text, wanted, source, passage))


def _speaker_finding(
    draft: Extraction, quote: Quote, span: Span, places: Sequence[tuple[Source, Passage]]
) -> Finding | None:
    """None where some source gives the words to the same speaker, or to nobody for sure."""
    said = speaker_of(draft, quote.speaker)
    clash = None
    for source, passage in places:
        found = source.quote_at(*source.span(passage))
        theirs = speaker_of(source.extraction, found.speaker if found else None)
        if not surely_different(said, theirs):
            return None
        clash = clash or (source, passage, theirs)
    if clash is None or said is None or clash[2] is None:
        return None
    difference = f"said by {clash[2].name} in the source, by {said.name} in the draft"
    return _finding(draft, span, "other_speaker", clash[:2], difference)


def word_diff(text: str, wanted: Sequence[Word], source: Source, passage: Passage) -> str:
    """What became of the source's words: "we [-will not-] {+will+} rebuild"; both sides as they are written."""
    theirs = source.words[passage.first : passage.last]
    matcher = SequenceMatcher(None, [w.key for w in theirs], [w.key for w in wanted], autojunk=False)
    parts = []
    for operation, a, b, c, d in matcher.get_opcodes():
        before = " ".join(source.text[w.start : w.end] for w in theirs[a:b])
        after = " ".join(text[w.start : w.end] for w in wanted[c:d])
        if operation == "equal":
            parts.append(after)
        else:
            parts.extend(
                mark for mark in (f"[-{before}-]" if before else "", f"{{+{after}+}}" if after else "") if mark
            )
    return " ".join(parts)


def _finding(
    draft: Extraction, span: Span, verdict: CheckVerdict, where: tuple[Source, Passage] | None, difference: str
) -> Finding:
    match = None
    if where:
        start, end = where[0].span(where[1])
        match = TextSpan(start=start, end=end, text=where[0].text[start:end])
    return Finding(
        kind="quote",
        start=span.start,
        end=span.end,
        text=span.of(draft.article.text or ""),
        verdict=verdict,
        article=where[0].extraction.article.id if where else None,
        match=match,
        difference=difference,
    )
