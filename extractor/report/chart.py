"""One figure over time as an inline SVG: a dot a claim, a bar where it is a range, an arrow where it is open.

Only numbers, days and fixed words reach the drawing; colours and sizes of letters are the style sheet's.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from extractor.report.wording import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.told import ToldClaim, ToldFact

#: The drawing's own units, and what of them is left for the words at its edges.
WIDTH: Final = 640
HEIGHT: Final = 180
_LEFT: Final = 84
_RIGHT: Final = 24
_TOP: Final = 18
_BOTTOM: Final = 30
#: How far an arrow reaches beyond the last number that is known.
_ARROW: Final = 22
#: Room for the claims of the first and the last day, and how far claims of one day stand apart.
_EDGE: Final = 30
_APART: Final = 15.0
_BIG: Final = ((1e12, " tn"), (1e9, " bn"), (1e6, " m"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One claim in the drawing. `y` is None where only bounds are known; `open` is "up", "down" or empty."""

    claim: ToldClaim
    x: float
    y: float | None
    low: float
    high: float
    open: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The drawing: its dots, the line through those that state one number, and the words at its edges."""

    dots: tuple[Dot, ...]
    line: str
    top: str
    middle: str
    bottom: str
    zero: float
    half: float
    first: str
    last: str


def chart_of(fact: ToldFact) -> Chart | None:
    """The chart of one fact; None where its numbers are all of one day, for then no time passes.

    Days are to scale. Claims whose day is unknown are not drawn.
    """
    drawn = [claim for claim in fact.claims if claim.published and _numbers(claim)]
    if len({claim.published for claim in drawn}) < 2:
        return None
    places = _places([date.fromisoformat(claim.published or "") for claim in drawn])
    scale = _Scale([n for claim in drawn for n in _numbers(claim)])
    dots = tuple(_dot(claim, x, scale) for claim, x in zip(drawn, places, strict=True))
    points = " ".join(f"{dot.x:.1f},{dot.y:.1f}" for dot in dots if dot.y is not None)
    return Chart(
        dots=dots,
        line="" if fact.agreement == "conflicting" else points,
        top=short(scale.most),
        middle=short((scale.most + scale.least) / 2),
        bottom=short(scale.least),
        zero=scale.at(scale.least),
        half=scale.at((scale.most + scale.least) / 2),
        first=drawn[0].published or "",
        last=drawn[-1].published or "",
    )


def short(value: float) -> str:
    """A number as short as an axis needs it: "1,320", "2.5 bn"."""
    for size, word in _BIG:
        if abs(value) >= size:
            return f"{value / size:,.1f}".removesuffix(".0") + word
    return number(round(value, 2))


def _numbers(claim: ToldClaim) -> list[float]:
    return [n for n in (claim.value, claim.low, claim.high) if n is not None]


class _Scale:
    """Numbers to heights. Zero is always in sight, so that twice as high is twice as much."""

    def __init__(self, numbers: Sequence[float]) -> None:
        self.least = min(0.0, *numbers)
        self.most = max(0.0, *numbers)
        if self.most / 2 == self.least / 2:  # as `at` has it: the half of the least number there is is nothing
            self.most = self.least + 1

    def at(self, value: float) -> float:
        """How far down the drawing `value` stands."""
        share = (value / 2 - self.least / 2) / (self.most / 2 - self.least / 2)
        return HEIGHT - _BOTTOM - share * (HEIGHT - _TOP - _BOTTOM)


def _places(days: Sequence[date]) -> list[float]:
    """How far right each claim stands: by its day, those of one day side by side as far as there is room."""
    first, last = min(days), max(days)
    room = WIDTH - _LEFT - _RIGHT - 2 * _EDGE
    crowd = Counter(days)
    apart = min(_APART, room * 0.8 / (last - first).days / max(crowd.values()))
    before: Counter[date] = Counter()
    places = []
    for day in days:
        middle = _LEFT + _EDGE + room * (day - first).days / (last - first).days
        places.append(middle + apart * (before[day] - (crowd[day] - 1) / 2))
        before[day] += 1
    return places


def _dot(claim: ToldClaim, x: float, scale: _Scale) -> Dot:
    numbers = _numbers(claim)
    low, high = scale.at(min(numbers)), scale.at(max(numbers))
    toward = ""
    if claim.high is None and claim.low is not None:
        toward, high = "up", max(high - _ARROW, 2.0)
    elif claim.low is None and claim.high is not None:
        toward, low = "down", min(low + _ARROW, HEIGHT - _BOTTOM + 0.0)
    y = scale.at(claim.value) if claim.value is not None else None
    return Dot(claim=claim, x=x, y=y, low=low, high=high, open=toward)
