"""Where each claim of an article happened, as far as its own sentence and those before it say."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from extractor.comparing.lexicon import WHOLE
from extractor.comparing.names import Name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.comparing.page import Page
    from extractor.comparing.wording import Sentence
    from extractor.records import Claim

#: So many lines above a claim are searched for its place (a table's heading).
LINES_ABOVE = 8
#: So many claims away another one may give its place, so many characters away "there" may stand.
FARTHEST, REACH = 5, 200
SPLIT = re.compile(r";|\b(?:and|while|but|plus|with)\b")
WORD = re.compile(r"[a-z-]+")
THERE = re.compile(r"\bthere\b(?!\s+(?:is|are|was|were|have|has|had|could|may|might|would|will)\b)", re.IGNORECASE)


class Setting(NamedTuple):
    """The names that may say where a claim happened, the surest first, and how far from it they stand.

    `named` are the places of its own words, `beside` all names behind it, `near` those of the sentences before it,
    nearest first. `whole` is true where the text says that it means all places together.
    """

    named: tuple[Name, ...]
    beside: tuple[Name, ...]
    near: tuple[tuple[Name, ...], ...]
    whole: bool


def settings_of(page: Page, claims: Sequence[Claim]) -> dict[str, Setting]:
    """The setting of each claim, by its id."""
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault(page.at(claim.start), []).append(claim)
    found: dict[str, Setting] = {}
    for at, told in by_sentence.items():
        if at < 0:
            found.update((claim.id, Setting((), (), (), False)) for claim in told)
            continue
        part = page.parts[at]
        above = [
            n for n in range(at - 1, max(-1, at - 1 - LINES_ABOVE), -1) if page.parts[n].paragraph == part.paragraph
        ]
        whole = says_whole(page.text, part)
        shares = shared_out(page.text, part, page.names(at), told)
        for claim, (own, beside) in zip(told, shares, strict=True):
            if any(name.where and not name.said for name in own):
                found[claim.id] = Setting(own, beside, (), whole)
                continue
            back = above or ([at - 1] if at and says_there(page.text, part, claim) else [])
            found[claim.id] = Setting(own, beside, tuple(page.names(n) for n in back), whole)
    return found


def says_there(text: str, part: Sentence, claim: Claim) -> bool:
    """Whether the claim's place is that of the sentence before ("killed there"), not the article's own."""
    return bool(THERE.search(text, claim.end, min(part.end, claim.end + REACH)))


def says_whole(text: str, part: Sentence) -> bool:
    """Whether the sentence says that its numbers are that of all places together."""
    return not WHOLE.isdisjoint(WORD.findall(text[part.start : part.end].lower()))


class Share(NamedTuple):
    """What one claim has of its sentence's names: its places, and all names behind it up to the next claim."""

    places: tuple[Name, ...]
    behind: tuple[Name, ...]


def shared_out(text: str, part: Sentence, names: Sequence[Name], claims: Sequence[Claim]) -> list[Share]:
    """Which names of the sentence each of its claims may be placed by.

    The places beside a claim, up to the conjunction that leads to the next one, are its own ("247 in A and 10 in B"). A
    claim without any shares those before the first claim ("bombs in A and B killed 257 and hurt 5,000"), else those of
    the nearest claim that has some. Where no name stands as a place, any name may be one.
    """
    edges = [part.start]
    for left, right in pairwise(claims):
        joints = [match.start() for match in SPLIT.finditer(text, left.end, right.start)]
        apart = [joint for joint in joints if not in_phrase(names, joint)]
        edges.append(apart[-1] if apart else right.start)
    edges.append(part.end)
    common = last_chain([name for name in names if name.end <= claims[0].start])
    own: list[tuple[Name, ...]] = []
    behind: list[tuple[Name, ...]] = []
    for claim, low, high in zip(claims, edges, edges[1:], strict=False):
        behind.append(tuple(name for name in names if claim.end <= name.start < high))
        ahead = [name for name in names if low <= name.start < claim.start]
        own.append(first_chain(behind[-1]) or last_chain(ahead))
    return [Share(own[n] or common or of_neighbour(own, n) or tuple(names), behind[n]) for n in range(len(claims))]


def in_phrase(names: Sequence[Name], at: int) -> bool:
    """Whether a conjunction only joins the places of one phrase ("in A and B")."""
    before = {name.chain for name in names if name.where and name.start < at}
    return any(name.where and name.start > at and name.chain in before for name in names)


def of_neighbour(own: Sequence[tuple[Name, ...]], n: int) -> tuple[Name, ...]:
    """The places of the nearest claim that has some, of two equally near those of the later."""
    for step in range(1, FARTHEST):
        for m in (n + step, n - step):
            if 0 <= m < len(own) and own[m]:
                return own[m]
    return ()


def first_chain(names: Sequence[Name]) -> tuple[Name, ...]:
    """The first phrase of places among the names ("in A, B and C"); none where somebody only spoke there."""
    placing = [name for name in names if name.where and not name.said]
    return tuple(name for name in placing if name.chain == placing[0].chain)


def last_chain(names: Sequence[Name]) -> tuple[Name, ...]:
    """The last such phrase."""
    placing = [name for name in names if name.where and not name.said]
    return tuple(name for name in placing if name.chain == placing[-1].chain)
