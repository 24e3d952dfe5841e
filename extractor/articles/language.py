"""Whether a text is English, by the share of its commonest words. Sure enough to warn, not to refuse."""

from __future__ import annotations

import re
from typing import Final

from extractor.records import Notice

_WORDS: Final = re.compile(r"[^\W\d_]+")
#: Words that no sentence of English goes long without and that other languages hardly share.
_ENGLISH: Final = frozenset(
    {
        "the",
        "of",
        "and",
        "to",
        "that",
        "for",
        "with",
        "by",
        "from",
        "said",
        "his",
        "were",
        "have",
        "but",
        "not",
        "which",
    }
    | {"this", "are", "been", "has", "they", "their", "would", "she", "he", "it", "be", "as", "its"}
)
#: Looked at are so many words from the beginning, and fewer than these say nothing.
_MOST: Final = 400
_FEWEST: Final = 50
#: English news has a quarter of its words from these, tables and lists of names a tenth, other languages hardly any.
_LEAST_SHARE: Final = 0.05


def language_notices(text: str) -> tuple[Notice, ...]:
    """One warning where `text` is plainly not English."""
    words = [match[0].lower() for match, _ in zip(_WORDS.finditer(text), range(_MOST), strict=False)]
    letters = sum(map(len, words))
    if letters < 5 * _FEWEST and len(words) < _FEWEST:
        return ()
    if sum(word in _ENGLISH for word in words) >= _LEAST_SHARE * len(words):
        return ()
    message = "the text does not look like English; what is found in it cannot be relied on"
    return (Notice(code="not_english", message=message),)
