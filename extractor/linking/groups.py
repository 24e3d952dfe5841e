"""Claims of one article that state the same fact, and whether their numbers can all be true."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.lexicon import read_own
from extractor.linking.agreement import Figure, bounds_of, verdict
from extractor.records import Claim, ClaimGroup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class NounList:
    """`groups.toml`."""

    anybody: frozenset[str]


#: Nouns that say no more than that people are counted; "" is none at all.
ANYBODY = read_own("extractor.linking", "groups.toml", NounList).anybody | {""}
#: Events that say too little: such claims are of one fact only if noun and number are the same.
WEAK = frozenset(("other", "measure", "money", "share", "change"))
#: Two tolls of one event differ by no more than this factor, unless they are of one named place or the text revises.
FACTOR = 1.6
#: A fact is looked for among so many of the latest groups of its kind, so that time stays linear.
NEAREST = 40


def group_claims(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[ClaimGroup, ...]]:
    """The claims with their `group` set, and the groups: two claims or more each, in text order."""
    kinds: defaultdict[tuple[str, str, str], list[list[Claim]]] = defaultdict(list)
    for claim in claims:
        key = kind_of(claim)
        if key is None:
            continue
        for group in reversed(kinds[key][-NEAREST:]):
            if all(same_fact(claim, member) for member in group[-NEAREST:]):
                group.append(claim)
                break
        else:
            kinds[key].append([claim])
    found = sorted((g for groups in kinds.values() for g in groups if len(g) > 1), key=lambda g: (g[0].start, g[0].end))
    groups = tuple(summed_up(f"g{n}", members) for n, members in enumerate(found, 1))
    group_of = {claim: group.id for group in groups for claim in group.claims}
    return tuple(replace(c, group=group_of.get(c.id)) for c in claims), groups


def kind_of(claim: Claim) -> tuple[str, str, str] | None:
    """What claims of one fact have in common; None for what is a fact of its own: conversions, parts in per cent."""
    if claim.kind in ("measure", "duration", "age", "number", "fraction", "ratio") or stated(claim) is None:
        return None
    noun = counted(claim)
    if claim.event in WEAK:
        return None if not noun else (claim.event, claim.unit, f"{noun} {stated(claim)}")
    return claim.event, claim.polarity, "anybody" if noun in ANYBODY else noun


def counted(claim: Claim) -> str:
    """What is counted, lower-case and singular as far as an "s" goes."""
    noun = (claim.noun or claim.noun_inferred or "").lower()
    return noun if noun in ANYBODY else noun.removesuffix("s")


def stated(claim: Claim) -> float | None:
    """The number that the claim names: its value, else the middle of its bounds, else the known one."""
    if claim.value is not None:
        return claim.value
    known = [x for x in (claim.low, claim.high) if x is not None]
    return sum(known) / len(known) if known else None


def same_fact(later: Claim, earlier: Claim) -> bool:
    """Whether two claims of one kind are of one fact: no other place or part, and numbers that could be one number.

    Numbers that cannot both be true are of one fact where the place is the same or the text says that it rose or fell.
    """
    if (later.part_of is None) != (earlier.part_of is None):
        return False
    here, there = place(later), place(earlier)
    if here and there and here != there:
        return False
    if later.event in WEAK:
        return later.modifier == earlier.modifier
    if later.end > earlier.start and later.start - earlier.end < 1:
        return False
    return near(later, earlier, revised=later.trend is not None and earlier.trend is None)


def place(claim: Claim) -> str:
    """Where it happened, "" when that is not said."""
    return claim.place.text.lower() if claim.place else ""


def near(later: Claim, earlier: Claim, *, revised: bool) -> bool:
    """Whether two numbers could be of one fact: equal, or not far apart and either compatible or a revision."""
    a, b = stated(later) or 0.0, stated(earlier) or 0.0
    if a == b:
        return True
    if min(a, b) <= 0 or max(a, b) > FACTOR * min(a, b):
        return False
    if revised or (place(later) and place(later) == place(earlier)):
        return True
    (low, high), (low2, high2) = bounds_of(later), bounds_of(earlier)
    return low <= high2 and low2 <= high


def summed_up(name: str, members: Sequence[Claim]) -> ClaimGroup:
    """The group with its agreement: what all its numbers leave possible."""
    agreed = verdict(list(figures(members)))
    return ClaimGroup(
        id=name,
        event=members[0].event,
        noun=next((c.noun or c.noun_inferred for c in members if c.noun or c.noun_inferred), None),
        scope=next((c.place.text for c in members if c.place), None),
        claims=tuple(c.id for c in members),
        low=agreed.low,
        high=agreed.high,
        agreement=agreed.agreement,
    )


def figures(members: Sequence[Claim]) -> Iterator[Figure]:
    """The members as figures; one that says it went up or down replaces the ones before it."""
    for n, claim in enumerate(members):
        low, high = bounds_of(claim)
        yield Figure(low=low, high=high, voice=claim.speaker or "", replaces=n > 0 and claim.trend is not None)
