"""The word lists of `words.toml`."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.lexicon import read_own


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Word lists; what each is for is said in the file."""

    sayings: frozenset[str]
    turns: frozenset[str]
    never_speech: frozenset[str]
    wordings: frozenset[str]
    quantities: frozenset[str]
    things: frozenset[str]
    headings: frozenset[str]
    questions: frozenset[str]
    answers: frozenset[str]
    phrases: frozenset[str]


#: The lists that ship with the program.
WORDS = read_own("extractor.quotes.direct", "words.toml", Words)
#: Phrases as words, the longest first.
PHRASES = tuple(sorted((tuple(p.split()) for p in WORDS.phrases), key=len, reverse=True))
