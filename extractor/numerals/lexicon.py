"""The word list of numerals, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from extractor.lexicon import read_own
from extractor.records import Modifier

#: "nearly" is an "about" whose number is also an upper end.
Bound = Modifier | Literal["nearly"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """`words.toml`: what each number word is worth, and the phrases that bound a number."""

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
