"""Quantities without a number word: none of them, no arrests, twice the donation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.claims.draft import Draft
from extractor.claims.ontology import EVENT_NOUNS, STATES
from extractor.claims.words import GRAMMAR
from extractor.numerals import bound_before, bounded, either, number_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractor.records import ClaimKind

#: Each pattern begins with the letters of its word: a quick search, and what stands before is looked at after.
RATIO = re.compile(
    r"(?:[Tt]wice|[Tt]hrice|[Dd]ouble|[Tt]riple)"
    r"(?=\s+(?:the|that|what|as\s+(?:many|much|high|large|big|long|often)|its|their|his|her|last|those)\b)"
)
TIMES = re.compile(rf"times(?=\s+(?:{either(GRAMMAR.compared_with)})\b)")
NUMBER_BEFORE = re.compile(
    r"(?<![\w.-])(?:[\d.]+|two|three|four|five|six|seven|eight|nine|ten|a\s+hundred)\s+$", re.IGNORECASE
)
NONE = re.compile(r"[Nn]one(?=\s+of\s+(?:them|whom|those|these|the|its|their|his|her|our|my)\b)")
NO = re.compile(r"[Nn]o(?=\s+(?:[a-z]+\s+){0,2}(?:" + either({*EVENT_NOUNS, *GRAMMAR.none_of}) + r")\b)")
#: "three" stands so close before "times".
REACH = 14
WORTH = {"twice": 2.0, "double": 2.0, "thrice": 3.0, "triple": 3.0}
#: Events whose absence is news, and so a claim.
ZERO_EVENTS = frozenset(
    (
        "killed",
        "injured",
        "missing",
        "detained",
        "legal",
        "kidnapped",
        "infected",
        "displaced",
        "trapped",
        "jobs_cut",
        "attacks",
        "votes",
    )
)


def find_special(doc: Doc, text: str) -> Iterator[Draft]:
    """Zero and ratios, in no order."""
    for start, end, value, kind in special_words(text):
        tokens = doc.char_span(start, end, alignment_mode="expand")
        if tokens is None or (kind == "ratio" and tokens[0].tag_[:2] == "VB"):
            continue
        before = bound_before(text, start) if kind == "ratio" else None
        modifier, low, high = bounded(value, before[0] if before else "exact")
        yield Draft(
            doc=doc,
            text=text,
            start=before[1] if before else start,
            end=end,
            core_start=start,
            core_end=end,
            kind=kind,
            value=value,
            low=low,
            high=high,
            modifier=modifier,
            unit="ratio" if kind == "ratio" else "count",
            head=tokens.root,
            top=tokens.root,
            first=tokens.start,
            last=tokens.end - 1,
            form="words",
            polarity="zero" if kind == "count" else "affirmed",
        )


def special_words(text: str) -> Iterator[tuple[int, int, float, ClaimKind]]:
    """Start, end, value and kind of every such word."""
    for pattern in (NONE, NO):
        for match in pattern.finditer(text):
            if begins_word(text, match.start()):
                yield match.start(), match.end(), 0.0, "count"
    for match in RATIO.finditer(text):
        if begins_word(text, match.start()):
            yield match.start(), match.end(), WORTH[match[0].lower()], "ratio"
    for match in TIMES.finditer(text):
        number = NUMBER_BEFORE.search(text, max(0, match.start() - REACH), match.start())
        value = number_of(number[0].strip()) if number else None
        if number and value is not None:
            yield number.start(), match.end(), value, "ratio"


def begins_word(text: str, start: int) -> bool:
    """Whether no letter, digit, apostrophe or hyphen stands before."""
    before = text[start - 1 : start]
    return not (before.isalnum() or before in ("_", "'", "’", "-")) or not before


def is_zero_claim(draft: Draft) -> bool:
    """Whether none of something is worth a claim: a casualty or a legal event counted."""
    return draft.event in ZERO_EVENTS or (draft.noun is not None and draft.noun.lower_ in STATES)
