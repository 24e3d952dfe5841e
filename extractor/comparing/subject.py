"""What a claim counts: of what event, which of those concerned, and how it is meant (stated, open, denied, added)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from extractor.comparing.frame import LETTERS
from extractor.comparing.lexicon import COMMON, LISTS, MORE, OPEN_HEDGES, PARTS, PERSONS
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


class Subject(NamedTuple):
    """What is counted. `unit` is the class of unit; `who` are stems that narrow it down ("american", "soldier").

    `crowd` is the stem of a noun that may be just another word for all concerned ("miners", "passengers").
    """

    event: str
    unit: str
    who: frozenset[str]
    crowd: str | None
    modality: Modality


def subject_of(text: str, claim: Claim, quoted: StatementPolarity) -> Subject:
    """What the claim counts, from its fields and the words beside it; `quoted` is the polarity of its quote."""
    modality = modality_of(text, claim, quoted)
    noun = claim.noun or claim.noun_inferred
    if claim.unit in SHARES or not (claim.event in OF_PERSONS or claim.unit == "people"):
        return Subject(claim.event, claim.unit, frozenset({stem(noun)} if noun else ()), None, modality)
    unit = "people" if claim.unit == "count" else claim.unit
    if noun is None:
        return Subject(claim.event, unit, frozenset(), None, modality)
    who = {kind_of(word) for word in qualifiers(text, claim) if word[0].isupper() or word in PARTS}
    head = noun.rsplit(None, 1)[-1]
    crowd = None
    if head[0].isupper() or head.lower() in PARTS:
        who.add(kind_of(head))
    elif head.lower() not in PERSONS:
        crowd = stem(head)
    return Subject(claim.event, unit, frozenset(who), crowd, modality)


def kind_of(word: str) -> str:
    """The key of a qualifier: "Kestrians" and "Kestrian" are one, by their first letters."""
    return "^" + word[:LETTERS].lower() if word[0].isupper() else stem(word)


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
