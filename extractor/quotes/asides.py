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
    """The subject of a finite verb that an aside ends right before: Tarn in "Tarn, who left early, said".

    `subject` is the one that the parse gives; it stands where it is not inside the aside. Where there is none, the
    person named before a description is, too: "Tarn, the mayor, said".
    """
    doc = verb.doc
    comma = verb.i - 1
    while comma > 1 and doc[comma].tag_ == "RB":
        comma -= 1
    if comma < 1 or doc[comma].text != "," or verb.tag_ not in FINITE:
        return subject
    finite = False
    for position in range(comma - 1, max(0, verb.i - LONGEST_ASIDE), -1):
        token = doc[position]
        if token.text in ENDS or "\n" in token.text:
            return subject
        if token.tag_ in RELATIVE and doc[position - 1].text == ",":
            if subject is not None and (subject.i == position or (subject.i < position and subject.tag_ in NOMINAL)):
                return subject
            return _before(doc, position - 1) or subject
        finite = finite or token.tag_ in FINITE
        if subject is None and not finite and token.ent_type_ == "PERSON" and doc[position + 1].text == ",":
            return token if position < comma - 1 else subject
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


def is_set_off(verb: Token) -> bool:
    """Whether a participle is parted by a comma from a thing that the parser hangs it on: "in a long speech, calling".

    Then it goes with the clause and its subject; behind a person's name it tells of the person.
    """
    noun, at = verb.head, verb.i - 1
    while at > noun.i and verb.doc[at].tag_ == "RB":
        at -= 1
    if verb.tag_ != "VBG" or at <= noun.i or verb.doc[at].text != ",":
        return False
    return noun.tag_ in ("NN", "NNS") and noun.dep_ not in ("nsubj", "nsubjpass", "ROOT")


def before_participle(verb: Token) -> Token | None:
    """Who speaks right before a participle and its comma: Tarn in "said Tarn, adding" and in "Tarn said, adding"."""
    at = verb.i - 1
    while at > 1 and verb.doc[at].tag_ == "RB":
        at -= 1
    if verb.tag_ != "VBG" or at < 1 or verb.doc[at].text != ",":
        return None
    word = verb.doc[at - 1]
    if word.head.i < word.i and (word.dep_ == "nsubj" or capital_behind(word.head) == word):
        return word
    return next((c for c in word.lefts if c.dep_ == "nsubj"), None) if word.tag_ in FINITE else None


def capital_before(verb: Token) -> Token | None:
    """The surname before a verb that the parser took for an adverb: "Asked about it, Early described it as old"."""
    if verb.i < 2 or verb.tag_ not in FINITE:
        return None
    word = verb.nbor(-1)
    before = word.nbor(-1)
    named = word.tag_ == "RB" and word.text.istitle() and word.head.i == verb.i
    return word if named and (before.text == "," or before.tag_ == "CC") else None


def capital_behind(verb: Token) -> Token | None:
    """The surname behind a verb that the parser took for an adverb: "..., said Early, adding"."""
    if verb.i + 2 >= len(verb.doc) or verb.tag_ not in FINITE or not verb.is_lower:
        return None
    word = verb.nbor(1)
    named = word.tag_ == "RB" and word.text.istitle() and word.head.i == verb.i
    return word if named and word.nbor(1).text in (",", ".") else None
