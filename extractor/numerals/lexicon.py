"""The word list of numerals, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from extractor.lexicon import read_own
from extractor.records import Modifier

#: "nearly" is an "about" whose number is also an upper end.
Bound = Modifier | Literal["nearly"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """`words.toml`: what each number word is worth, and the phrases that bound a number."""

    half_a: frozenset[str]
    half_words: frozenset[str]
    half_compounds: frozenset[str]
    the_half: frozenset[str]
    behind_parts: frozenset[str]
    moved: frozenset[str]
    units: Mapping[str, int]
    teens: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    suffixes: Mapping[str, int]
    fuzzy: Mapping[str, tuple[int, int]]
    parts: Mapping[str, int]
    before: Mapping[str, Bound]
    after: Mapping[str, Bound]


WORDS = read_own("extractor.numerals", "words.toml", Words)


def either(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; their spaces are any white space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered)
