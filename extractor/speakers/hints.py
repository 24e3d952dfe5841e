"""The word lists of `hints.toml`: what single words beside a name or in a description tell of who is meant."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.lexicon import read_own


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """Lower-case word lists; what each is for is said in the file."""

    particles: frozenset[str]
    common_acronyms: frozenset[str]
    note_openers: frozenset[str]
    belief: frozenset[str]
    inhabitants: frozenset[str]
    inhabited: frozenset[str]
    also_of_bodies: frozenset[str]
    ranks: frozenset[str]
    former: frozenset[str]
    held_alone: frozenset[str]
    say_little: frozenset[str]
    somebody_else: frozenset[str]
    anybody: frozenset[str]
    own_bodies: frozenset[str]
    any_body: frozenset[str]
    outlets: frozenset[str]


#: The lists that ship with the program.
HINTS = read_own("extractor.speakers", "hints.toml", Hints)
