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
    though the parser hangs it on "go". Nor can "had" in "he said the vote had cost jobs and called ...", where the
    tagger tells "called" from a participle. So does the second verb of "he said the move was hers and said ...". And
    where an aside stands between subject and verb, as in "heard that the mayor, once tipped as a minister, told ...",
    its participle is what the parser takes for the verb of the clause.
    """
    first = verb.head
    aside = _aside_before(verb)
    if aside is not None:
        return aside
    if verb.dep_ != "conj" or verb.tag_ not in FINITE or first.dep_ != "ccomp" or first.head.tag_ != verb.tag_:
        return first
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.lefts):
        return first
    unlike = first.tag_ in ("VB", "VBN") and any(_is_auxiliary(child, first.tag_) for child in first.lefts)
    again = first.head.lower_ == verb.lower_ or any(child.dep_ in SILENT for child in first.lefts)
    return first.head if unlike or again else first


def _is_auxiliary(token: Token, tag: str) -> bool:
    """Whether the word makes the verb behind it, of that tag, no finite verb."""
    return token.tag_ == "MD" if tag == "VB" else token.dep_ == "aux"


def _aside_before(verb: Token) -> Token | None:
    """The participle between two commas, with the subject before them, that a verb stands right behind."""
    first = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in FINITE or not verb.i or verb.nbor(-1).text != ",":
        return None
    clause = next((c for c in first.rights if c.dep_ == "ccomp" and c.i < verb.i), None)
    if clause is None or clause.tag_ not in ("VBN", "VBD"):
        return None
    parts = {c.dep_: c for c in clause.lefts}
    subject = parts.get("nsubj") or parts.get("nsubjpass")
    if subject is None or not parts.keys().isdisjoint(("aux", "auxpass")):
        return None
    last = subject.right_edge
    return clause if "," in {token.text for token in verb.doc[last.i : last.i + 2]} else None
