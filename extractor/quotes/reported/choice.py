"""Which candidates are statements: the most probable reading of each cue, and of cues that stand in each other's way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.quotes.reported import evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.quotes.reported.candidate import Candidate
    from extractor.quotes.reported.extent import Range

#: Below this probability a candidate is left out. Half of the best attainable F1, which is where one more guess stops paying.
THRESHOLD = 0.35
#: A statement inside another's content is told at second hand, and kept only where it is plain.
NESTED_THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Reading:
    """A candidate with its probability."""

    candidate: Candidate
    probability: float


def choose(candidates: Iterable[Candidate]) -> list[Reading]:
    """The readings that stand, in order of their cues."""
    best: dict[int, Reading] = {}
    for candidate in candidates:
        p = evidence.probability(candidate)
        old = best.get(candidate.site.i)
        if p >= THRESHOLD and (old is None or p > old.probability):
            best[candidate.site.i] = Reading(candidate, p)
    return _plain_if_nested(_one_per_cue(sorted(best.values(), key=lambda r: r.candidate.cue)))


def _one_per_cue(readings: Sequence[Reading]) -> list[Reading]:
    """Of two cues that overlap ("made the claim": make, claim) the more probable one."""
    kept: list[Reading] = []
    for reading in readings:
        if kept and reading.candidate.cue[0] < kept[-1].candidate.cue[1]:
            if reading.probability > kept[-1].probability:
                kept[-1] = reading
        else:
            kept.append(reading)
    return kept


def _plain_if_nested(readings: Sequence[Reading]) -> list[Reading]:
    """Drop what stands in another's content and is not plain."""
    covered: set[int] = set()
    for reading in readings:
        for first, end in reading.candidate.content:
            covered.update(range(first, end))
    return [r for r in readings if r.probability >= NESTED_THRESHOLD or r.candidate.site.i not in covered]


def covers(content: Sequence[Range], index: int) -> bool:
    """Whether a token lies in one of the ranges."""
    return any(first <= index < end for first, end in content)
