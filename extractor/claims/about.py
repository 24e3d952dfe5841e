"""What an amount is of: the subject it is said of, the noun behind a preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.claims.counted import NOUN_TAGS, PRONOUNS, TIME_NOUNS
from extractor.claims.words import GRAMMAR

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.claims.draft import Draft

#: "lost $74 million in the quarter, or $1.20 a share": no sum is of a quarter.
PERIODS = TIME_NOUNS | GRAMMAR.periods
#: Parts are themselves amounts: no sum or share is of "two-thirds".
NO_NOUN_TAGS = frozenset(("PRP", "WP", "DT", "EX", "CD"))
NO_NOUNS = PRONOUNS | PERIODS | GRAMMAR.fractions


def subject_of(verb: Token) -> Token | None:
    """The noun that a verb's clause is about; of a participle or infinitive, that of the clause it hangs on."""
    at = verb
    for _ in range(4):
        for child in at.children:
            if child.dep_ == "nsubj" and at.lower_ in GRAMMAR.telling:
                # Who tells it is not what it is of.
                return None
            if child.dep_ in ("nsubj", "nsubjpass"):
                return antecedent(child, at)
        if at.dep_ == "acl" and at.head.tag_ in NOUN_TAGS:
            return at.head
        if (
            at.dep_ not in ("xcomp", "advcl", "conj", "ccomp", "acl", "pcomp", "prep", "relcl", "acomp")
            or at.head == at
        ):
            return None
        at = at.head
    return None


def antecedent(subject: Token, verb: Token) -> Token | None:
    """What "which" or "that" stands for; None for other pronouns."""
    if subject.lower_ in ("which", "that", "who"):
        return verb.head if verb.dep_ == "relcl" else None
    if subject.tag_ in ("PRP", "DT", "EX", "WP"):
        return None
    # "the value of the market" is about the value; "a total of", "a third of" are about what follows.
    return subject


def noun_under(token: Token, prepositions: tuple[str, ...]) -> Token | None:
    """The noun behind one of the prepositions that hang on `token`, to its right."""
    for child in token.children:
        if child.dep_ == "prep" and child.i > token.i and child.lower_ in prepositions:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return noun
    return None


def set_noun(draft: Draft, noun: Token | None) -> None:
    """Let the amount be of `noun`, unless that is a pronoun, a time or missing."""
    usable = noun is not None and noun.lower_ not in NO_NOUNS and noun.tag_ not in NO_NOUN_TAGS
    draft.noun = noun if usable else None
    draft.noun_text = noun.text if usable and noun is not None else None
