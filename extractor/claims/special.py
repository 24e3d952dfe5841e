"""Quantities without a number word: none of them, no arrests, twice the donation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.claims.draft import Draft
from extractor.claims.ontology import EVENT_NOUNS, STATES
from extractor.numerals import bound_before, bounded, number_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractor.records import ClaimKind

SPECIAL = re.compile(
    r"(?<![\w'’-])(?:(?P<ratio>twice|thrice|double|triple)(?=\s+(?:the|that|what|as\s+(?:many|much|high|large|big|long|often)|its|their|his|her|last|those)\b)"
    r"|(?P<times>(?:[\d.]+|two|three|four|five|six|seven|eight|nine|ten|a\s+hundred)\s+times)(?=\s+(?:the|that|as|more|larger|higher|greater|bigger|its|their|what|less|lower|smaller|faster)\b)"
    r"|(?P<none>none(?=\s+of\s+(?:them|whom|those|these|the)\b))"
    r"|(?P<no>no)(?=\s+(?:[a-z]+\s+){0,2}(?:"
    + "|".join(sorted(set(EVENT_NOUNS) | {"casualties", "americans", "victims", "survivors"}, key=len, reverse=True))
    + r")\b))",
    re.IGNORECASE,
)
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
QUICK = re.compile(r"\b(?:twice|thrice|double|triple|times|none|no)\b", re.IGNORECASE)


def find_special(doc: Doc, text: str) -> Iterator[Draft]:
    """Zero and ratios, in text order."""
    for match in SPECIAL.finditer(text):
        tokens = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if tokens is None or (tokens[0].tag_[:2] == "VB" and match.lastgroup == "ratio"):
            continue
        group = match.lastgroup
        kind: ClaimKind = "ratio" if group in ("ratio", "times") else "count"
        value = ratio_of(match[0]) if kind == "ratio" else 0.0
        if value is None:
            continue
        before = bound_before(text, match.start())
        modifier, low, high = bounded(value, before[0] if before and kind == "ratio" else "exact")
        yield Draft(
            doc=doc,
            text=text,
            start=before[1] if before and kind == "ratio" else match.start(),
            end=match.end(),
            core_start=match.start(),
            core_end=match.end(),
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
            form=group or "",
            polarity="zero" if kind == "count" else "affirmed",
        )


def ratio_of(words: str) -> float | None:
    """What "twice" or "three times" multiplies by."""
    last = words.lower().split()[-1]
    if last in WORTH:
        return WORTH[last]
    return number_of(words[: -len("times")].strip())


def is_zero_claim(draft: Draft) -> bool:
    """Whether none of something is worth a claim: a casualty or a legal event counted."""
    return draft.event in ZERO_EVENTS or (draft.noun is not None and draft.noun.lower_ in STATES)
