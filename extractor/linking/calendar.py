"""Which word each date of an article says the time of: looked up once, then by every quote and every figure."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

    from extractor.records import Timex

#: Words between a date and what it dates: "on Monday", "since before Monday".
BETWEEN = frozenset({"prep", "pcomp", "pobj"})


def dates_by_head(doc: Doc, dates: Sequence[Timex]) -> Mapping[int, tuple[Timex, ...]]:
    """By token index, the dates (no durations, no sets) that hang on that token, bare or by a preposition."""
    heads: defaultdict[int, list[Timex]] = defaultdict(list)
    for date in dates:
        if date.type not in ("DATE", "TIME"):
            continue
        phrase = doc.char_span(date.start, date.end, alignment_mode="expand")
        if phrase is None:
            continue
        head = phrase.root.head
        if head.dep_ in BETWEEN:
            head = head.head
        heads[head.i].append(date)
    return {head: tuple(found) for head, found in heads.items()}
