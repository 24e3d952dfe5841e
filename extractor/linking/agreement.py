"""Whether several figures for one fact can all be true, and what is left of them when they cannot.

Shared by the groups of one article and by the comparison of many. Bounds are numbers; an open end is infinite. "More
than 81" allows 81: papers use it as loosely as that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.records import Agreement, Claim

#: How far "about 80" may be off, either way, as a share of the number.
ABOUT = 0.1
#: Figures of more voices than this are compared by the day only, so that time stays linear.
MANY_FIGURES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What one claim lets the number be, on which day (ISO, "" when unknown) and by whose word ("" when unknown).

    `replaces` is true where the text itself says that an earlier figure no longer holds ("has risen to 12").
    """

    low: float
    high: float
    day: str = ""
    voice: str = ""
    replaces: bool = False

    def allows(self, other: Figure) -> bool:
        """Whether both can be true."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How figures agree; `low` and `high` as in the contract, None when open."""

    agreement: Agreement
    low: float | None
    high: float | None


def bounds_of(claim: Claim) -> tuple[float, float]:
    """The lowest and highest number that the claim allows; "about" allows a tenth more or less."""
    low, high = claim.low, claim.high
    if claim.modifier == "about" and claim.value is not None:
        slack = abs(claim.value) * ABOUT
        low = claim.value - slack if low is None else low
        high = claim.value + slack if high is None else high
    return (-inf if low is None else low), (inf if high is None else high)


def verdict(figures: Sequence[Figure]) -> Verdict:
    """How the figures agree.

    `same`: all bounds are equal. `compatible`: some number satisfies all. `revised`: they cannot all be true, but
    wherever two clash a later one replaces the other. Else `conflicting`: two voices, one day, no number for both.
    `low` and `high` satisfy all; after a revision those of the last day; in a conflict the lowest and highest stated.

    Raises:
        ValueError: there is no figure.
    """
    low, high = common(figures)
    if low <= high:
        same = len({(f.low, f.high) for f in figures}) == 1
        return Verdict(agreement="same" if same else "compatible", low=finite(low), high=finite(high))
    if clash(figures):
        stated = [number for f in figures for number in (f.low, f.high) if abs(number) != inf]
        return Verdict(agreement="conflicting", low=min(stated), high=max(stated))
    low, high = common(standing(figures))
    return Verdict(agreement="revised", low=finite(low), high=finite(high))


def common(figures: Iterable[Figure]) -> tuple[float, float]:
    """The bounds that satisfy all figures; low is above high where nothing does."""
    known = list(figures)
    return max(f.low for f in known), min(f.high for f in known)


def finite(number: float) -> float | None:
    """The number, None for an open end."""
    return None if abs(number) == inf else number


def standing(figures: Sequence[Figure]) -> list[Figure]:
    """The figures that the others leave standing: those of the last day, of them the last that go together."""
    last = max(f.day for f in figures)
    kept: list[Figure] = []
    for figure in sorted((f for f in figures if f.day == last), key=lambda f: (not f.replaces, -f.low, f.high)):
        if all(figure.allows(other) for other in kept):
            kept.append(figure)
    return kept


def clash(figures: Sequence[Figure]) -> bool:
    """Whether two voices hold on one day what cannot both be true, and neither text says that one replaces the other.

    A voice that repeats its figure holds it on the days between, too.
    """
    held: dict[tuple[str, float, float], tuple[str, str]] = {}
    for f in figures:
        if f.replaces:
            continue
        first, last = held.get((f.voice, f.low, f.high), (f.day, f.day))
        held[f.voice, f.low, f.high] = min(first, f.day), max(last, f.day)
    if len(held) > MANY_FIGURES:
        return any(clash_in(day) for day in by_day(figures))
    spans = sorted((first, last, voice, low, high) for (voice, low, high), (first, last) in held.items())
    for n, (_, last, voice, low, high) in enumerate(spans):
        for first2, _, voice2, low2, high2 in spans[n + 1 :]:
            if first2 > last:
                break
            if (voice != voice2 or not voice) and (low > high2 or low2 > high):
                return True
    return False


def by_day(figures: Iterable[Figure]) -> Iterable[list[Figure]]:
    """The figures that replace nothing, apart by day."""
    days: dict[str, list[Figure]] = {}
    for figure in figures:
        if not figure.replaces:
            days.setdefault(figure.day, []).append(figure)
    return days.values()


def clash_in(day: Sequence[Figure]) -> bool:
    """Whether two voices of one day clash, in linear time: the highest floor and the lowest ceiling of other voices."""
    floors: dict[str, float] = {}
    ceilings: dict[str, float] = {}
    for n, figure in enumerate(day):
        voice = figure.voice or f"#{n}"
        floors[voice] = max(floors.get(voice, -inf), figure.low)
        ceilings[voice] = min(ceilings.get(voice, inf), figure.high)
    top = sorted(floors.items(), key=lambda item: -item[1])[:2]
    bottom = sorted(ceilings.items(), key=lambda item: item[1])[:2]
    return any(v != w and low > high for v, low in top for w, high in bottom)
