"""Which candidates are statements: the most probable reading of each cue, and of cues in each other's way."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.quotes.reported import evidence
from extractor.quotes.reported.site import own_subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.quotes.reported.candidate import Candidate
    from extractor.quotes.reported.extent import Range

#: Below this probability a candidate is left out: about half of the attainable F1, where one more guess stops paying.
THRESHOLD = 0.35
#: A statement inside another's content is told at second hand, and kept only where it is plain.
NESTED_THRESHOLD = 0.42
#: From here on a cue is surer than the word that leads up to it.
PLAIN = 0.5
#: So many contents before a cue are asked whether it stands in them.
DEEPEST = 12


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
    return _nested(_one_per_cue(sorted(best.values(), key=lambda r: r.candidate.cue)))


def _one_per_cue(readings: Sequence[Reading]) -> list[Reading]:
    """Of two cues that overlap the one that the other leads up to ("declined to say"), else the more probable."""
    kept: list[Reading] = []
    for reading in readings:
        if kept and reading.candidate.cue[0] < kept[-1].candidate.cue[1]:
            if _beats(reading, kept[-1]):
                kept[-1] = reading
        else:
            kept.append(reading)
    return kept


def _beats(later: Reading, earlier: Reading) -> bool:
    if later.candidate.cue[1] > earlier.candidate.cue[1] and later.candidate.cue[0] <= earlier.candidate.cue[0]:
        return later.probability >= PLAIN
    return later.probability > earlier.probability


def _nested(readings: Sequence[Reading]) -> list[Reading]:
    """What stands in another's content is kept where it is plain, and its source looked for there."""
    kept: list[Reading] = []
    around: list[tuple[Range, Reading]] = sorted(
        ((span, reading) for reading in readings for span in reading.candidate.content), key=lambda pair: pair[0]
    )
    starts = [span[0] for span, _ in around]
    for reading in readings:
        outer = _enclosing(around, starts, reading)
        if outer is None:
            kept.append(reading)
        elif reading.probability >= NESTED_THRESHOLD:
            kept.append(Reading(_with_inner_source(reading.candidate, outer), reading.probability))
    return kept


def _enclosing(around: Sequence[tuple[Range, Reading]], starts: Sequence[int], reading: Reading) -> Range | None:
    """The innermost of the nearest contents that the cue stands in."""
    at = reading.candidate.site.i
    last = bisect_right(starts, at) - 1
    for n in range(last, max(-1, last - DEEPEST), -1):
        span, other = around[n]
        if at < span[1] and other is not reading:
            return span
    return None


def _with_inner_source(candidate: Candidate, outer: Range) -> Candidate:
    """The candidate with a source from the content that it stands in, where it had borrowed the outer one."""
    source = candidate.source
    if source is None or outer[0] <= source.i < outer[1] or candidate.content[0][0] < outer[0]:
        return candidate
    root = source.doc[outer[0] : outer[1]].root
    return replace(candidate, source=own_subject(root) if root.i != candidate.site.i else None)
