"""What a claim counts: of what event, which of those concerned, and how it is meant (stated, open, denied, added)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from extractor.comparing.frame import LETTERS
from extractor.comparing.lexicon import COMMON, LISTS, MORE, OPEN_HEDGES, PARTS, PERSONS, SAME
from extractor.comparing.wording import stem, words

if TYPE_CHECKING:
    from extractor.records import Claim, StatementPolarity

Modality = Literal["stated", "open", "denied", "more"]

#: So far behind a number its noun is looked for, and so far before it "another".
NOUN_REACH = 60
MORE_REACH = 20
#: Events whose numbers are of persons; what is counted is then told by who they are.
OF_PERSONS = frozenset(LISTS.of_persons.split())
SHARES = frozenset({"percent", "fraction", "ratio"})
WORD = re.compile(r"[a-z]+")
OF_A_WHOLE = re.compile(
    r"\s+of\s+(?:them|those|these|the)\b(?:[^.;:,!?\n]{0,60}?\b(?:were|was|are|is))?\s+((?:[A-Za-z-]+[ ])?[A-Za-z-]+)"
)


class Subject(NamedTuple):
    """What is counted. `unit` is the class of unit; `who` are stems that narrow it down ("american", "soldier").

    `crowd` is the stem of a noun that may be just another word for all concerned ("miners", "passengers").
    """

    event: str
    unit: str
    who: frozenset[str]
    crowd: str | None
    modality: Modality


def subject_of(text: str, claim: Claim, quoted: StatementPolarity, whole: Claim | None = None) -> Subject:
    """What the claim counts, from its fields and the words beside it.

    `quoted` is the polarity of its quote. A part of a `whole` is of the event of the whole unless it has its own.
    """
    modality = modality_of(text, claim, quoted)
    event = whole.event if whole and claim.event == "other" else claim.event
    noun = claim.noun
    if claim.unit in SHARES or not (event in OF_PERSONS or claim.unit == "people"):
        thing = noun or claim.noun_inferred
        return Subject(event, claim.unit, frozenset({stem(thing)} if thing else ()), None, modality)
    unit = "people" if claim.unit == "count" else claim.unit
    who = {kind_of(word) for word in [*qualifiers(text, claim), *predicate(text, claim)] if narrows(word)}
    head = noun.rsplit(None, 1)[-1] if noun else "people"
    crowd = None
    if narrows(head):
        who.add(kind_of(head))
    elif head.lower() not in PERSONS:
        crowd = stem(head)
    return Subject(event, unit, frozenset(who), crowd, modality)


def narrows(word: str) -> bool:
    """Whether the word tells some persons from the others: a nationality, children, soldiers."""
    return word[0].isupper() or word in PARTS


def kind_of(word: str) -> str:
    """The key of a qualifier: "Kestrians" and "Kestrian" are one, by their first letters."""
    return "^" + word[:LETTERS].lower() if word[0].isupper() else stem(SAME.get(word, word))


def predicate(text: str, claim: Claim) -> list[str]:
    """What a sentence says that some of a whole are: "four of the dead were Kestrians", "two of them children"."""
    match = OF_A_WHOLE.match(text, claim.end)
    return [word.text for word in words(text, *match.span(1))] if match else []


def qualifiers(text: str, claim: Claim) -> list[str]:
    """The words before the noun that narrow it down ("12 American victims"), as written, back to a function word."""
    if not claim.noun:
        return []
    head = claim.noun.rsplit(None, 1)[-1]
    behind = text[claim.end : claim.end + NOUN_REACH]
    at = behind.find(head)
    if at < 0 or any(mark in behind[:at] for mark in ".,;:\n"):
        return []
    found: list[str] = []
    for word in words(behind, 0, at):
        found = [] if word.text.lower() in COMMON else [*found, word.text]
    return found


def modality_of(text: str, claim: Claim, quoted: StatementPolarity) -> Modality:
    """How the number is meant: stated, open (feared, forecast, asked), denied, or added to an earlier number."""
    if claim.polarity == "negated" or quoted == "negated":
        return "denied"
    hedges = set(WORD.findall(claim.hedge.text.lower())) if claim.hedge else set()
    if hedges & OPEN_HEDGES or quoted == "non_factive":
        return "open"
    before = text[max(0, claim.start - MORE_REACH) : claim.start].lower().split()
    behind = text[claim.end : claim.end + MORE_REACH].lower().split()
    if (
        (before and before[-1] in MORE)
        or (behind and behind[0].strip(",.;") in MORE)
        or claim.text.lower().startswith("another")
    ):
        return "more"
    return "stated"
