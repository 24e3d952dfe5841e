"""The words of comparing, out of `words.toml`."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.lexicon import read_own


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLists:
    """The tables of `words.toml`, each a string of words."""

    common: str
    prepositions: str
    leaving: str
    place_adjectives: str
    place_kinds: str
    after_place: str
    saying: str
    no_place: str
    name_particles: str
    of_persons: str
    persons: str
    parts: str
    same: str
    whole: str
    more: str
    open_hedges: str
    demonyms: str
    titles: str
    abbreviations: str


LISTS = read_own("extractor.comparing", "words.toml", WordLists)
COMMON = frozenset(LISTS.common.split())
PREPOSITIONS = frozenset(LISTS.prepositions.split())
LEAVING = frozenset(LISTS.leaving.split())
PLACE_ADJECTIVES = frozenset(LISTS.place_adjectives.split())
PLACE_KINDS = frozenset(LISTS.place_kinds.split())
AFTER_PLACE = frozenset(LISTS.after_place.split())
SAYING = frozenset(LISTS.saying.split())
NO_PLACE = frozenset(LISTS.no_place.split())
NAME_PARTICLES = frozenset(LISTS.name_particles.split())
PERSONS = frozenset(LISTS.persons.split())
PARTS = frozenset(LISTS.parts.split())
#: The first word of a line of `same`, by each word of the line.
SAME = {word: line.split()[0] for line in LISTS.same.splitlines() if line for word in line.split()}
WHOLE = frozenset(LISTS.whole.split())
MORE = frozenset(LISTS.more.split())
OPEN_HEDGES = frozenset(LISTS.open_hedges.split())
TITLES = frozenset(LISTS.titles.split())
DEMONYMS = frozenset(LISTS.demonyms.split())
ABBREVIATIONS = frozenset(LISTS.abbreviations.split())
