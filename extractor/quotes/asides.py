"""Subjects that the parser loses: behind an aside or a bracket, or because a surname is also another word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FINITE = frozenset(("VBD", "VBZ", "VBP"))
RELATIVE = frozenset(("WP", "WP$", "WDT"))
NOMINAL = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP"))
#: No aside goes over these.
ENDS = frozenset((".", "!", "?", ";", ":", '"', "“", "”", "''", "``"))
#: In tokens: longer asides, and longer brackets, are something else.
LONGEST_ASIDE = 40
LONGEST_BRACKET = 6


def past_aside(verb: Token, subject: Token | None) -> Token | None:
    """The subject of a finite verb that an aside with "who" ends right before: Tarn in "Tarn, who left early, said".

    `subject` is the one that the parse gives; it stands where it is not inside the aside.
    """
    doc = verb.doc
    if verb.i < 2 or doc[verb.i - 1].text != "," or verb.tag_ not in FINITE:
        return subject
    for position in range(verb.i - 2, max(0, verb.i - LONGEST_ASIDE), -1):
        token = doc[position]
        if token.text in ENDS or "\n" in token.text:
            return subject
        if token.tag_ in RELATIVE and doc[position - 1].text == ",":
            if subject is not None and (subject.i == position or (subject.i < position and subject.tag_ in NOMINAL)):
                return subject
            return _before(doc, position - 1) or subject
    return subject


def _before(doc: Doc, comma: int) -> Token | None:
    """Head of the noun phrase that ends before a comma, with an adverb behind it or not ("Tarn, meanwhile, who")."""
    position = comma
    while position > 0 and (doc[position].text == "," or doc[position].tag_ == "RB"):
        position -= 1
    token = out_of_brackets(doc[position])
    while token.dep_ in ("pobj", "prep") and token.ent_type_ != "PERSON" and token.head.i < token.i:
        token = token.head
    return token if token.tag_ in NOMINAL else None


def out_of_brackets(head: Token) -> Token:
    """The name before a bracket, where the parser has made what is inside the head ("Jo Burr (D-Ruvenna) said")."""
    doc = head.doc
    first = head.i - 1 if head.text == ")" else head.i
    if first + 1 >= len(doc) or doc[first + 1].text != ")":
        return head
    for position in range(first, max(0, first - LONGEST_BRACKET), -1):
        if doc[position].text == ")":
            break
        if doc[position].text == "(" and doc[position - 1].tag_ in NOMINAL:
            return doc[position - 1]
    return head


def capital_before(verb: Token) -> Token | None:
    """The surname before a verb that the parser took for an adverb: "Asked about it, Early described it as old"."""
    if verb.i < 2 or verb.tag_ not in FINITE:
        return None
    word = verb.nbor(-1)
    named = word.tag_ == "RB" and word.text.istitle() and word.head.i == verb.i and word.nbor(-1).text == ","
    return word if named else None
