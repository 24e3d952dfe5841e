"""A mistake that news makes the small model make: in "On Monday Mayor Ann Orlo said" the day becomes part of the name.

Without the comma that writers leave out, the parser reads "Monday Mayor Ann Orlo" as one name, or loses the verb's
subject, in a third of such sentences. The day is then wrong as part of a speaker, and the speaker unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from spacy.tokens import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FINITE: Final = frozenset(("VBD", "VBZ", "VBP", "MD"))
NOUNS: Final = frozenset(("NNP", "NNPS", "NNS"))
NAMES: Final = frozenset(("NNP", "NNPS"))
#: Words from a day to the end of the name behind it.
LONGEST: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNames:
    """`day_names.toml`: words behind a day that go on its name, and by preposition the days and months behind it."""

    go_on: list[str]
    behind: dict[str, list[str]]


@lru_cache(maxsize=1)
def day_names() -> DayNames:
    """The word list.

    Raises:
        LexiconError: it cannot be used.
    """
    from extractor.lexicon import read_own  # noqa: PLC0415 - spaCy imports this module whenever it makes a pipeline

    return read_own("extractor", "day_names.toml", DayNames)


@lru_cache(maxsize=1)
def prepositions() -> dict[str, str]:
    """What stands before a day or month that is a date of its own: "Monday" -> "on"."""
    return {day: preposition for preposition, days in day_names().behind.items() for day in days}


def days_apart(doc: Doc) -> Doc:
    """Make a day or month behind "on" or "in" the date it is, and what stands behind it the subject of its verb."""
    before = prepositions()
    for token in doc:
        if token.text in before and token.i and doc[token.i - 1].lower_ == before[token.text]:
            _part(doc, token)
    return doc


def _part(doc: Doc, day: Token) -> None:
    top = day
    while top.dep_ in ("compound", "nmod", "amod") and top.i < top.head.i <= day.i + LONGEST:
        top = top.head
    verb = _verb_behind(doc, top)
    if top.i == day.i or verb is None or doc[day.i + 1].text in day_names().go_on:
        return
    if any(doc[i].tag_ not in NOUNS for i in range(day.i + 1, top.i + 1)):
        return
    before = doc[day.i - 1]
    if top.is_ancestor(verb) or day.is_ancestor(before):
        return  # what hangs on the name cannot be given the name: "rebels set free returned home"
    if top.dep_ == "pobj" and top.head.i == before.i:
        if before.sent != verb.sent or any(kid.dep_ in ("nsubj", "nsubjpass") for kid in verb.lefts):
            return
        # First the day, so that the tree is one all the time.
        day.head, day.dep_ = before, "pobj"
        passive = any(kid.dep_ == "auxpass" for kid in verb.children)
        top.head, top.dep_ = verb, "nsubjpass" if passive else "nsubj"
    elif top.dep_ in ("nsubj", "nsubjpass"):
        day.head, day.dep_ = before, "pobj"
    else:
        return
    _free_name(doc, day, top)


def _verb_behind(doc: Doc, top: Token) -> Token | None:
    """The finite verb right behind a word, adverbs apart; of "has said" the one that has the subject."""
    for position in range(top.i + 1, min(top.i + 3, len(doc))):
        token = doc[position]
        if token.tag_ in FINITE:
            return token.head if token.dep_ in ("aux", "auxpass") else token
        if token.tag_ != "RB":
            return None
    return None


def _free_name(doc: Doc, day: Token, top: Token) -> None:
    """Where the entity of the day has swallowed the name, make two of it."""
    if top.ent_type_ != "DATE" or day.ent_type_ != "DATE" or top.ent_iob_ == "B":
        return
    kept = [entity for entity in doc.ents if not entity.start <= day.i < entity.end]
    names = all(doc[i].tag_ in NAMES for i in range(day.i + 1, top.i + 1))
    freed = [Span(doc, day.i + 1, top.i + 1, label="PERSON")] if names else []
    doc.ents = [*kept, Span(doc, day.i, day.i + 1, label="DATE"), *freed]
