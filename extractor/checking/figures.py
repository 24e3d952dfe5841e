"""Each figure of a draft: the same in a source, with another number, bound, event or voice, or nowhere.

A figure inside a quotation is not looked up again: its words are checked as words.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isclose
from typing import TYPE_CHECKING

from extractor.checking.people import speaker_of, surely_different
from extractor.checking.wording import words_of
from extractor.linking.agreement import bounds_of
from extractor.records import Finding, TextSpan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.checking.sources import Source
    from extractor.records import CheckVerdict, Claim, Extraction

#: Events that say little of what happened, so that a draft may put them in other words.
VAGUE = frozenset({"other", "measure", "money", "share", "change", "votes"})
#: Characters on either side of a figure whose words say what it is about.
CONTEXT = 120
#: Shortest word that says something.
TELLING = 4
#: Least likeness of two figures that may be one fact with another number.
SAME_FACT = 3.0
#: How far a rounded figure may be from the exact one, as a share of it.
ROUNDED = 0.1
#: A small number of nothing in particular ("two families") is a way of speaking, not a figure that a source must give.
SMALL = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A source's claim, and how like the draft's it is in everything but the number."""

    source: Source
    claim: Claim
    likeness: float


def check_claims(draft: Extraction, sources: Sequence[Source]) -> tuple[list[Finding], int]:
    """What does not hold of the draft's figures, and how many do."""
    findings = []
    right = 0
    marked = [span for quote in draft.quotes for span in quote.quoted]
    for claim in draft.claims:
        if any(span.start <= claim.start and claim.end <= span.end for span in marked):
            continue
        finding = _check(draft, claim, sources)
        if finding:
            findings.append(finding)
        else:
            right += 1
    return findings, right


def _check(draft: Extraction, claim: Claim, sources: Sequence[Source]) -> Finding | None:
    text = draft.article.text or ""
    about = _context(text, claim)
    candidates = [
        Candidate(source=source, claim=theirs, likeness=_likeness(claim, theirs, about, source))
        for source in sources
        for theirs in source.extraction.claims
        if _comparable(claim, theirs)
    ]
    candidates.sort(key=lambda c: -c.likeness)
    same = [c for c in candidates if _same_number(claim, c.claim)]
    if same:
        return _same_number_finding(draft, claim, same)
    if any(_allowed(claim, c.claim) for c in candidates if c.likeness >= SAME_FACT):
        return None
    if candidates and candidates[0].likeness >= SAME_FACT:
        found = candidates[0]
        return _finding(draft, claim, "figure_differs", found, f"{found.claim.text} in the source, {claim.text} here")
    if _way_of_speaking(claim) or any(_stands_in(claim, source) for source in sources):
        return None
    return _finding(draft, claim, "not_found", None, "in none of the sources")


def _same_number_finding(draft: Extraction, claim: Claim, same: Sequence[Candidate]) -> Finding | None:
    """None where one of the figures with the same number agrees in event, bound and voice."""
    told = [c for c in same if _same_event(claim, c.claim)]
    if not told:
        best = same[0]
        difference = f"{_event(best.claim)} in the source, {_event(claim)} here"
        return _finding(draft, claim, "altered", best, difference)
    bounded = [c for c in told if _same_bound(claim, c.claim)]
    if not bounded:
        best = told[0]
        difference = f"“{best.claim.text}” in the source, “{claim.text}” here"
        return _finding(draft, claim, "bound_differs", best, difference)
    said = speaker_of(draft, claim.speaker)
    for c in bounded:
        theirs = speaker_of(c.source.extraction, c.claim.speaker)
        if not surely_different(said, theirs):
            return None
    best = bounded[0]
    theirs = speaker_of(best.source.extraction, best.claim.speaker)
    difference = f"by {theirs.name if theirs else 'nobody'} in the source, by {said.name if said else 'nobody'} here"
    return _finding(draft, claim, "other_speaker", best, difference)


def _comparable(claim: Claim, theirs: Claim) -> bool:
    """Whether both count things of a kind: people with people, dollars with dollars."""
    counted = {"people", "count"}
    return claim.unit == theirs.unit or {claim.unit, theirs.unit} <= counted


def _likeness(claim: Claim, theirs: Claim, about: set[str], source: Source) -> float:
    """How surely two claims are of one fact, whatever their numbers."""
    if not _same_event(claim, theirs):
        return 0.0
    likeness = 0.0
    if claim.event == theirs.event:
        likeness = 1.0 if claim.event in VAGUE else 2.0
    if (noun := _noun(claim)) and noun == _noun(theirs):
        likeness += 1.0
    shared = about & _context(source.text, theirs)
    return likeness + min(2.0, 0.5 * len(shared))


def _noun(claim: Claim) -> str | None:
    noun = claim.noun or claim.noun_inferred
    return noun.split()[-1].casefold().rstrip("s") if noun else None


def _context(text: str, claim: Claim) -> set[str]:
    """The telling words round a claim, the number itself left out."""
    around = words_of(text, max(0, claim.start - CONTEXT), min(len(text), claim.end + CONTEXT))
    return {
        w.key
        for w in around
        if len(w.key) >= TELLING and not w.key[0].isdigit() and not claim.start <= w.start < claim.end
    }


def _same_event(claim: Claim, theirs: Claim) -> bool:
    return claim.event == theirs.event or claim.event in VAGUE or theirs.event in VAGUE


def _same_number(claim: Claim, theirs: Claim) -> bool:
    if claim.value is None or theirs.value is None:
        return claim.value is theirs.value and (claim.low, claim.high) == (theirs.low, theirs.high)
    return isclose(claim.value, theirs.value, rel_tol=1e-6)


def _same_bound(claim: Claim, theirs: Claim) -> bool:
    """Whether the draft claims no more than the source: "more than 80" is no "80", "at least" is no "about"."""
    sides = {"more_than": "least", "at_least": "least", "less_than": "most", "at_most": "most", "up_to": "most"}
    return sides.get(claim.modifier, claim.modifier) == sides.get(theirs.modifier, theirs.modifier)


def _allowed(claim: Claim, theirs: Claim) -> bool:
    """Whether a rounded figure ("more than 80", "about 40") is true of the source's exact one (81, 41)."""
    if claim.modifier == "exact" or theirs.value is None:
        return False
    low, high = bounds_of(claim)
    if claim.value is not None and claim.modifier == theirs.modifier == "about":
        return _rounds_to(theirs.value, claim.value)
    near = claim.value is None or isclose(claim.value, theirs.value, rel_tol=ROUNDED)
    return near and low <= theirs.value <= high


def _rounds_to(number: float, rounder: float) -> bool:
    """Whether one round number is another made rounder: "some 3,000" of "about 3,400", but not "some 3,600"."""
    step = 1.0
    while rounder and rounder % (step * 10) == 0:
        step *= 10
    return isclose(round(number / step) * step, rounder)


def _way_of_speaking(claim: Claim) -> bool:
    spelled_out = not any(c.isdigit() for c in claim.text)
    return claim.kind == "count" and claim.event == "other" and spelled_out and (claim.value or 0) <= SMALL


def _stands_in(claim: Claim, source: Source) -> bool:
    """Whether the very words of the figure stand in the source, where no claim was found in them."""
    wanted = words_of(claim.text)
    return bool(wanted) and any(w.key[0].isdigit() for w in wanted) and source.verbatim([wanted]) is not None


def _event(claim: Claim) -> str:
    return claim.event_mention.text if claim.event_mention else claim.event.replace("_", " ")


def _finding(
    draft: Extraction, claim: Claim, verdict: CheckVerdict, where: Candidate | None, difference: str
) -> Finding:
    match = None
    if where:
        match = TextSpan(start=where.claim.start, end=where.claim.end, text=where.claim.text)
    return Finding(
        kind="claim",
        start=claim.start,
        end=claim.end,
        text=claim.text,
        verdict=verdict,
        article=where.source.extraction.article.id if where else None,
        match=match,
        difference=difference,
    )
