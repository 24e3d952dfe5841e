"""Quotations that go on behind their attribution: "A," she said. "B." and "A," she said, "b."."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.quotes.direct.ahead import ahead
from extractor.quotes.direct.behind import behind
from extractor.quotes.direct.scene import Scene, Unit
from extractor.quotes.direct.sieve import Attribution, Sieve, Solved

PAUSES = frozenset((",", ".", ":", ";", "—", "–", "--", "-", "!", "?", "…", "..."))

CLOSING = frozenset(('"', "”", "''", "’", "'", "»"))


def _find(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    mine: dict[int, Attribution] = {}
    for unit in scene.units:
        if unit.index in solved:
            continue
        previous = scene.previous(unit)
        if previous is None:
            continue
        known = solved.get(previous.index) or mine.get(previous.index)
        if known is None or not _goes_on(scene, previous, unit, known):
            continue
        first = previous.index if known.joins is None else known.joins
        mine[unit.index] = Attribution(
            source=known.source,
            speaker_mention=known.speaker_mention,
            cue=known.cue,
            addressee=known.addressee,
            joins=first,
            confidence=known.confidence,
        )
        yield unit.index, mine[unit.index]


def _goes_on(scene: Scene, previous: Unit, unit: Unit, known: Attribution) -> bool:
    """Whether only the attribution of `previous`, one sentence or part of one, stands between the two."""
    between = scene.narration(previous.end, unit.first)
    if not any(t.is_alpha for t in between):
        return True
    while between and between[-1].text in CLOSING:
        between.pop()  # of a title inside the attribution
    if known.cue is None or not between or between[-1].text not in PAUSES:
        return False
    if not previous.segment.end <= known.cue.start < unit.segment.start and behind(scene, previous) is None:
        return False
    if scene.sentence_behind(previous) < between[-1].i + 1:
        return False
    if not scene.is_stop(between[-1].i):
        own = ahead(scene, unit)
        return own is None or own.cue == known.cue
    return scene.words(unit) > 1 or not scene.first_character(unit).islower()


SPLIT = Sieve(
    name="direct.split",
    find=_find,
    examples={
        '"We had no warning," the mayor said. "We will find out why."': "the mayor | said | We had no",
    },
)
