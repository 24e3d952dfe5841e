"""Where it happened, where the clause or the counted noun says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.claims.words import GRAMMAR
from extractor.parse import text_span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.claims.draft import Draft
    from extractor.records import TextSpan

ONLY_WHERE = GRAMMAR.where
PREPOSITIONS = GRAMMAR.where | GRAMMAR.whither
PLACES = frozenset(("GPE", "LOC", "FAC"))
#: Events that are of a direction: "fled to", "expelled from".
MOVING = frozenset(("displaced", "evacuated", "deployed", "expelled"))


def place_of(draft: Draft, mention: Token | None) -> TextSpan | None:
    """The nearest place name behind a preposition on the event's word, or on the counted noun."""
    wanted = PREPOSITIONS if draft.event in MOVING else ONLY_WHERE
    for token in (draft.top, draft.head, mention):
        if token is None:
            continue
        found = place_under(token, wanted)
        if found is not None:
            return found
    return None


def place_under(token: Token, wanted: frozenset[str], depth: int = 2) -> TextSpan | None:
    """The place behind a preposition that hangs on `token`, two prepositions deep more ("in the city of X")."""
    for child in token.children:
        if child.dep_ != "prep" or child.lower_ not in wanted:
            continue
        for noun in child.children:
            if noun.dep_ != "pobj":
                continue
            if noun.ent_type_ in PLACES:
                return named(noun)
            if depth and (inner := place_under(noun, wanted | {"of"}, depth - 1)):
                return inner
            inside = next((c for c in noun.subtree if c.ent_type_ in ("GPE", "LOC") and abs(c.i - noun.i) <= 4), None)
            if inside is not None:
                return named(inside)
    return None


def named(token: Token) -> TextSpan:
    """The whole entity that `token` is part of."""
    doc = token.doc
    first = last = token.i
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I" and doc[last + 1].ent_type_ == token.ent_type_:
        last += 1
    if doc[first].lower_ == "the" and first < last:
        first += 1
    return text_span(doc, first, last)
