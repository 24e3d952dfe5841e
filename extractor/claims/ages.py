"""Numbers that are ages without saying years: "Ilse Tarn, 37, of Torm", "children under 5", "He will be 35"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.claims.counted import NOUN_TAGS, is_person
from extractor.claims.ontology import forms
from extractor.claims.words import GRAMMAR

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.claims.draft import Draft

AGE_BEFORE = re.compile(
    r"(?<!\w)(?:aged\s(?:\d{1,2},\s){0,3}\d{1,2}\sand|aged?|ages|turned|turns|turning|aged\s+between|ages?\s+of)\s$",
    re.IGNORECASE,
)
AGE_COMMAS = re.compile(r",\s$")
AGE_CLOSE = re.compile(
    r"\s?[,.;)]|\s(?:and|or|who|was|were|is|are|of(?!\s(?:them|whom|those|these|which))|from|said|told)\b"
)
LIVED = frozenset(form for verb in GRAMMAR.lived for form in forms(verb))
#: Nobody is older, and the words that say up to or from what age.
MOST_YEARS = 110
LIMITS = (["under"], ["over"], ["above"], ["below"])


def is_age(draft: Draft, text: str) -> bool:
    """Such as "Jane Roe, 37, of Leeds", "aged 37", "a woman of 37" is left to the reader."""
    if AGE_BEFORE.search(text, max(0, draft.start - 28), draft.start) or is_what_she_is(draft) or is_age_limit(draft):
        return True
    if is_hers(draft) or is_age_of_life(draft):
        return True
    if draft.form != "digits" or not (draft.value or 0) <= 120 or draft.start != draft.core_start:
        return False
    if not AGE_COMMAS.search(text, max(0, draft.start - 2), draft.start) or not AGE_CLOSE.match(text, draft.end):
        return False
    before = draft.doc[draft.first - 2] if draft.first > 1 else None
    if before is None:
        return False
    # "The gunman, 16, fired": a noun needs the second comma, too.
    named = before.tag_ == "NN" and (is_person(before.lower_, before) or before.text[:1].isupper())
    return (named and draft.text[draft.end : draft.end + 1] == ",") or before.tag_ in ("NNP", "NNPS")


def is_age_limit(draft: Draft) -> bool:
    """Such as "children under 5 account for most"."""
    start = draft.doc.char_span(draft.start, draft.core_end, alignment_mode="expand")
    if draft.modifier not in ("less_than", "more_than") or not 0 < (draft.value or 0) <= MOST_YEARS or start is None:
        return False
    counts = draft.head.dep_ == "nummod" and draft.head.head.tag_ in ("NNS", "NNPS")
    if counts or draft.text[draft.start : draft.core_start].split()[:1] not in LIMITS:
        return False
    before = draft.doc[start.start - 1] if start.start else None
    if before is None:
        return False
    if before.lower_ in GRAMMAR.being and AGE_CLOSE.match(draft.text, draft.end):
        # "half of the patients were over 65"
        return any(c.dep_ == "nsubj" and any(is_person(t.lower_, t) for t in c.subtree) for c in before.children)
    return before.tag_ in NOUN_TAGS and is_person(before.lower_, before)


def is_age_of_life(draft: Draft) -> bool:
    """Such as "died at 88", "married at 19", "a brother who, at 91, still fishes"."""
    doc, at = draft.doc, draft.head.head
    bare = draft.form == "digits" and draft.start == draft.core_start and 0 < (draft.value or 0) <= MOST_YEARS
    if not bare or draft.head.dep_ != "pobj" or at.lower_ != "at" or at.i + 1 != draft.first:
        return False
    if at.head.lower_ in LIVED:
        return bool(AGE_CLOSE.match(draft.text, draft.end)) or draft.text[draft.end : draft.end + 1] in ("", "\n")
    before = doc[at.i - 2] if at.i > 1 and doc[at.i - 1].text == "," else None
    return before is not None and draft.text[draft.end : draft.end + 1] == "," and is_somebody(before)


def is_somebody(token: Token) -> bool:
    """Whether a word names one person: "who", "she", "Tarn"."""
    return token.lower_ in ("who", "he", "she") or token.ent_type_ == "PERSON"


def is_hers(draft: Draft) -> bool:
    """Such as "a woman of 60"; not "a crowd of 60"."""
    of = draft.head.head
    if draft.head.dep_ != "pobj" or of.lower_ != "of" or not 0 < (draft.value or 0) <= MOST_YEARS:
        return False
    noun = of.head
    one = noun.tag_ == "NN" and noun.lower_ not in GRAMMAR.bodies | GRAMMAR.containers | GRAMMAR.holders
    return one and draft.noun is None and is_person(noun.lower_, noun)


def is_what_she_is(draft: Draft) -> bool:
    """Such as "He will be 35 by May"."""
    head = draft.head
    parted = draft.last + 1 < len(draft.doc) and draft.doc[draft.last + 1].lower_ == "of"
    if (
        parted
        or head.dep_ != "attr"
        or not 0 < (draft.value or 0) <= 110
        or head.head.lower_ not in ("is", "was", "be", "'s", "are", "were")
    ):
        return False
    return any(c.dep_ == "nsubj" and c.lower_ in ("he", "she", "i", "who") for c in head.head.children)
