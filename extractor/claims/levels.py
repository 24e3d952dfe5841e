"""What "from 3 to 5" says: one range, or two levels that something had before and after a change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.claims.clause import VERB_TAGS
from extractor.claims.ontology import CHANGE_NOUNS, CHANGE_VERBS, forms
from extractor.claims.words import GRAMMAR

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extractor.numerals import Numeral

#: Verbs that go with a range: "the rooms cost from 40 to 60 dollars".
SPANNING = frozenset(form for verb in GRAMMAR.spanning for form in forms(verb)) | GRAMMAR.being
#: Words that lead from one level to another without saying up or down: "moved", "a switch".
LEADING = frozenset(form for verb in GRAMMAR.leading for form in forms(verb))
#: "from 5 to 7 percent to 3 to 5 percent": the levels are ranges themselves.
TO_RANGE = re.compile(
    r"\s*(?:%|percent|per\s+cent|pct|million|billion)?\s+to\s+[$£€]?\d[\d.,]*\s*(?:%|million|billion)?\s*(?:to|[-–])\s*[$£€]?\d",
    re.IGNORECASE,
)
YEAR = re.compile(r"1[4-9]\d\d|2[01]\d\d")
#: So many tokens may stand between "from" and its number, and so many steps lead up to what governs it.
NEAR = 4
DEEPEST = 8


def are_levels(doc: Doc, text: str, numeral: Numeral) -> bool:
    """Whether the ends of a "from ... to ..." are two claims: a change governs it, or they are years."""
    first = numeral.ends[0]
    if YEAR.fullmatch(text, first.start, first.end):
        return True
    if TO_RANGE.match(text, numeral.end):
        return False
    word = from_before(doc, numeral.start)
    return word is None or governed_by_change(word)


def from_before(doc: Doc, start: int) -> Token | None:
    """The "from" right before the number at offset `start`."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    for token in reversed(doc[max(0, span.start - NEAR) : span.start] if span is not None else ()):
        if token.lower_ == "from":
            return token
    return None


def governed_by_change(word: Token) -> bool:
    """Whether what "from" hangs on, or a clause above it, tells of a change; a verb does unless it spans."""
    at = word.head
    if at.tag_ in VERB_TAGS and at.lower_ not in SPANNING:
        return True
    for _ in range(DEEPEST):
        if any(at.lower_ in words for words in (CHANGE_VERBS, CHANGE_NOUNS, LEADING)):
            return True
        if at.head == at:
            return False
        at = at.head
    return False
