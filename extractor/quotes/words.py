"""The word lists of `words.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractor.lexicon import read_own
from extractor.quotes import cues


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Lower-case word lists; what each is for is said in the file."""

    titles: frozenset[str]
    headline_sources: frozenset[str]
    small_in_titles: frozenset[str]
    works: frozenset[str]
    times: frozenset[str]
    blows: frozenset[str]
    strikers: frozenset[str]
    struck: frozenset[str]
    documents: frozenset[str]
    reactions: frozenset[str]
    receiving: frozenset[str]


#: The lists that ship with the program.
WORDS = read_own("extractor.quotes", "words.toml", Words)


@cache
def titles() -> frozenset[str]:
    """Titles before a name, in small letters, without a full stop and with one."""
    return frozenset(form for word in WORDS.titles for form in (word, word + "."))


@cache
def receiving() -> frozenset[str]:
    """All forms of the verbs of whoever something is said to or against."""
    irregular = cues.cue_list().irregular
    return frozenset(form for verb in WORDS.receiving for form in (*cues.verb_forms(verb), *irregular.get(verb, ())))


@cache
def headline_sources() -> frozenset[str]:
    """Nouns that name a source in a headline, singular and plural."""
    return frozenset(form for noun in WORDS.headline_sources for form in (noun, noun + "s"))
