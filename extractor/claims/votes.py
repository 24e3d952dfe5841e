"""The tallies of votes: "89-52", "approved it 188 to 64"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.claims.exclusions import TALLY_BEFORE, TALLY_BEHIND, WORDS
from extractor.claims.happening import Happening
from extractor.claims.words import GRAMMAR
from extractor.numerals import either

if TYPE_CHECKING:
    from extractor.claims.clause import Link
    from extractor.claims.draft import Draft

#: A word for the vote stands so many tokens from its tally at most.
TALLY_REACH = 20
VOTING = GRAMMAR.voting
TALLY_SPAN = 60
#: "voted 312 to 98".
TALLY_TO = re.compile(
    rf"\b(?:{either(GRAMMAR.tallying)})\s(?:(?!from\b|by\b)[\w'’-]+\s){{0,5}}(?:(?<=vote )by )?\d{{1,4}} to \d{{1,4}}\b"
)


def tally(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """One side of a vote: "89-52"; what is no vote was left out before."""
    text = draft.text
    one_side = (
        TALLY_BEFORE.search(text, max(0, draft.core_start - 4), draft.core_start)
        or TALLY_BEHIND.match(text, draft.core_end)
        or (draft.noun is None and TALLY_TO.search(text, max(0, draft.core_start - TALLY_SPAN), draft.core_end + 8))
    )
    if not one_side:
        return None
    doc = draft.doc
    near = [
        t for t in doc[max(0, draft.first - TALLY_REACH) : draft.last + TALLY_REACH] if t.lower_ in WORDS.vote_words
    ]
    before = [t for t in near if t.i < draft.first]
    draft.noun, draft.noun_text = None, None
    said = next((t for t in (*reversed(before), *near) if t.lower_ in VOTING), near[0] if near else None)
    return Happening("votes", said) if said is not None else None
