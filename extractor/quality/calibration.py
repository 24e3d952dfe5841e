"""Confidence held against annotated news: the counts it is made of, and how far it is off.

Expected calibration error as in Naeini et al. 2015: answers in ten bins by confidence, the mean distance of each bin's
confidence from its share of right answers, weighted by the bin's size.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.pipeline import Options, extract_all
from extractor.quality.reference import answers, article, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from extractor.model import Model
    from extractor.quality.reference import Answer

BINS = 10
HEADER = """\
# Counts [right, given] by rule; the key "" is the whole kind. Fitted by: python -m extractor.quality calibrate FILES"""


def judged(files: Sequence[Path], model: Model, *, own: bool = False) -> Iterator[Answer]:
    """Every answer on the articles of `files`; `own` with each rule's own confidence instead of the counted one."""
    for file in files:
        rows = read_rows(file)
        found = extract_all((article(row) for row in rows), model, Options(own_confidence=own))
        for row, extraction in zip(rows, found, strict=True):
            yield from answers(row, extraction)


def table(given: Iterable[Answer]) -> str:
    """The counts of all answers, as `confidence.toml` has them."""
    counts: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for answer in given:
        for key in ("", answer.key):
            counts[answer.kind][key][0] += answer.right
            counts[answer.kind][key][1] += 1
    lines = [HEADER]
    for kind in sorted(counts):
        lines += ["", f"[{kind}]"]
        lines += [f'"{key}" = [{right}, {n}]' for key, (right, n) in sorted(counts[kind].items())]
    return "\n".join(lines) + "\n"


def reliability(given: Iterable[Answer]) -> str:
    """For each kind its calibration error, and for each tenth of confidence what was said and what was right."""
    kinds: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in given:
        kinds[answer.kind].append(answer)
    lines = []
    for kind in sorted(kinds):
        lines.append(
            f"{kind}: {len(kinds[kind])} answers, expected calibration error {calibration_error(kinds[kind]):.3f}"
        )
        lines += [f"  said {said:.2f}  right {right:.2f}  of {n}" for said, right, n in bins(kinds[kind])]
    return "\n".join(lines) + "\n"


def calibration_error(given: Sequence[Answer]) -> float:
    """The expected calibration error, 0..1."""
    return sum(n * abs(said - right) for said, right, n in bins(given)) / len(given)


def bins(given: Iterable[Answer]) -> list[tuple[float, float, int]]:
    """For each tenth of confidence that occurs: mean confidence, share of right answers, number of answers."""
    groups: defaultdict[int, list[Answer]] = defaultdict(list)
    for answer in given:
        groups[min(BINS - 1, int(answer.confidence * BINS))].append(answer)
    return [
        (sum(a.confidence for a in group) / len(group), sum(a.right for a in group) / len(group), len(group))
        for _, group in sorted(groups.items())
    ]
