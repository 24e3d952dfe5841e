"""What a verb behind "and" goes with, where the tense of both tells it better than the parse does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE = frozenset(("VBD", "VBZ"))


def governor(verb: Token) -> Token:
    """The word that a verb hangs on.

    In "he said that the talks would go on and warned ...", no "would" can go before "warned": it goes with "said",
    though the parser hangs it on "go".
    """
    first = verb.head
    beside = verb.dep_ == "conj" and verb.tag_ in FINITE and first.dep_ == "ccomp" and first.tag_ == "VB"
    if beside and first.head.tag_ == verb.tag_ and any(child.tag_ == "MD" for child in first.lefts):
        return first.head
    return first
