"""Checking: a draft's quotations and figures, held against the articles that they are taken from.

Strict on words and numbers; tolerant of what an editor may change honestly: marks, spaces, a capital, an ellipsis,
a bracketed word. Pure functions over extractions; nothing is parsed here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.checking.figures import check_claims
from extractor.checking.quotations import check_quotes
from extractor.checking.sources import Source
from extractor.records import Checked, Unread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.records import Extraction


def check(draft: Extraction, sources: Sequence[Extraction], unreadable: Sequence[Unread] = ()) -> Checked:
    """Every quotation and figure of `draft` that `sources` do not bear out, in text order, and how many they do."""
    known = [Source(extraction) for extraction in sources]
    quotes, quotes_right = check_quotes(draft, known)
    claims, claims_right = check_claims(draft, known)
    return Checked(
        draft=draft.article,
        findings=tuple(sorted((*quotes, *claims), key=lambda f: (f.start, f.end, f.kind))),
        verbatim=quotes_right + claims_right,
        unreadable=tuple(unreadable),
    )
