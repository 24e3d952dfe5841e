"""Which places a story has, and which of them lie in which: learned from the articles themselves, without a gazetteer.

"In Ruvenna, Kestria," and "the Kestrian capital, Ruvenna," say that Ruvenna lies in Kestria. Where a story names one
place in Kestria only, a toll "in Kestria" and one "in Ruvenna" are of the same scope; where it names two, the country
is the whole and each town a part.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.comparing.lexicon import DEMONYMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from extractor.comparing.names import Name

#: A name of a people shares at least so many first letters with the name of its place.
SHORTEST_ROOT = 4


@dataclass(slots=True)
class Gazetteer:
    """The places of one story: how often each is named as a place, and what is said to lie in what."""

    places: Counter[str] = field(default_factory=Counter)
    inside: Counter[tuple[str, str]] = field(default_factory=Counter)
    roots: dict[str, set[str]] = field(default_factory=dict)
    written: dict[str, Counter[str]] = field(default_factory=dict)
    told: list[tuple[str, str]] = field(default_factory=list)

    def add(self, key: str, text: str) -> None:
        """Count a name that stands as a place, as it is written there."""
        self.places[key] += 1
        self.written.setdefault(key, Counter())[text] += 1
        self.roots.setdefault(key[:SHORTEST_ROOT], set()).add(key)

    def learn(self, names: Sequence[Name]) -> None:
        """Take in the names of one sentence."""
        chains: dict[int, list[Name]] = {}
        for name in names:
            if name.where:
                self.add(name.key, name.text)
                chains.setdefault(name.chain, []).append(name)
            if name.inside:
                self.told.append((name.key, name.inside))
        for chain in chains.values():
            for inner, outer in pairs(chain):
                self.inside[inner.key, outer.key] += 1

    def find(self, key: str) -> str | None:
        """The place that a name means: the place itself, or that of a people ("Kestrian"); None where it is none."""
        if key in self.places:
            return key
        last = key.rsplit(" ", 1)[-1]
        near = sorted(self.roots.get(last[:SHORTEST_ROOT], ()))
        return next((place for place in near if is_people_of(last, place)), None)

    def shown(self, key: str) -> str:
        """The place as it is mostly written."""
        if key not in self.written:
            return key.title()
        return min(self.written[key].items(), key=lambda item: (-item[1], item[0]))[0]

    def parents(self) -> dict[str, str]:
        """For each place that lies in another one of the story, that other one, the most often named."""
        found: dict[str, str] = {}
        counts = Counter(self.inside)
        for inner, people in self.told:
            named = self.find(people)
            if named and named != inner:
                counts[inner, named] += 1
        for (inner, outer), times in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            if inner not in found and times > counts.get((outer, inner), 0) and found.get(outer) != inner:
                found[inner] = outer
        return found


def pairs(chain: Sequence[Name]) -> Iterable[tuple[Name, Name]]:
    """(place, what it lies in) of a phrase such as "in A, X" or "in A, X, and B, Y"; a list ("A, B, C") has none."""
    commas = [name.comma for name in chain]
    if commas in ([False, True], [False, True, False, True]):
        yield from zip(chain[::2], chain[1::2], strict=True)


def is_people_of(word: str, place: str) -> bool:
    """Whether `word` is made of the name of `place` with an ending of peoples: "kestrian", "kestria"."""
    if word == place or " " in place:
        return False
    shared = 0
    for a, b in zip(word, place, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= max(SHORTEST_ROOT, len(place) - 2) and word[shared:] in DEMONYMS


def scope_key(places: Iterable[str], parents: Mapping[str, str], children: Mapping[str, int]) -> frozenset[str]:
    """Places reduced to what tells scopes of the story apart.

    A place that is the only one of the story in what it lies in, and that itself, are one. What a place of the set lies
    in says only where that place is ("in Ruvenna, Kestria").
    """
    named = set(places)
    named -= {parents[place] for place in named if place in parents}
    return frozenset(widest(place, parents, children) for place in named)


def widest(place: str, parents: Mapping[str, str], children: Mapping[str, int]) -> str:
    """The outermost place of which this is the only one in the story."""
    seen = {place}
    while (outer := parents.get(place)) and outer not in seen and children.get(outer, 0) <= 1:
        seen.add(outer)
        place = outer
    return place
