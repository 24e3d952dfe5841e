"""What a verb behind "and" goes with, where the tense of both tells it better than the parse does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE = frozenset(("VBD", "VBZ"))
#: What no one who says something is to the verb before it.
SILENT = frozenset(("nsubjpass", "expl"))


def governor(verb: Token) -> Token:
    """The word that a verb hangs on.

    In "he said that the talks would go on and warned ...", no "would" can go before "warned": it goes with "said",
    though the parser hangs it on "go". So does the second verb of "he said the move was hers and said ...".
    """
    first = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in FINITE or first.dep_ != "ccomp" or first.head.tag_ != verb.tag_:
        return first
    modal = first.tag_ == "VB" and any(child.tag_ == "MD" for child in first.lefts)
    again = first.head.lower_ == verb.lower_ or any(child.dep_ in SILENT for child in first.lefts)
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.lefts)
    return first.head if not own and (modal or again) else first
