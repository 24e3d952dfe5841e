"""Parts that are told one after another and come to their whole: "eight people, five men and three women"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.claims.draft import one_sentence

if TYPE_CHECKING:
    from extractor.claims.draft import Draft

#: Between the whole and its first part, and between one part and the next.
OPENS = re.compile(r"(?:\s[\w'’-]+){0,4}\s?(?:[,:;(]|--|—|–|\s-)\s?")
GOES_ON = re.compile(r"(?:\s[\w'’-]+){1,4}(?:,|,?\sand|,?\splus)\s")
#: No list of parts is longer.
MOST = 8


def break_down(drafts: Sequence[Draft]) -> None:
    """Set `whole` where exact counts that follow a count, as a list, come to just that number."""
    for index, draft in enumerate(drafts):
        if is_exact(draft) and draft.whole is None:
            for part in parts_of(draft, drafts[index + 1 : index + 1 + MOST]):
                part.whole = part.whole or draft


def parts_of(whole: Draft, following: Sequence[Draft]) -> Sequence[Draft]:
    """The counts that come to the whole; none where they come to less or more."""
    left, before = whole.value or 0.0, whole
    for number, part in enumerate(following):
        between = OPENS if not number else GOES_ON
        if not is_exact(part) or not between.fullmatch(whole.text, before.end, part.start):
            return ()
        left, before = left - (part.value or 0.0), part
        if left <= 0:
            return following[: number + 1] if not left and number and one_sentence(whole, part) else ()
    return ()


def is_exact(draft: Draft) -> bool:
    """Whether it is a plain count of one number."""
    return draft.kind == "count" and draft.modifier == "exact" and bool(draft.value)
