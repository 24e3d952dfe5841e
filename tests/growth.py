"""Whether time grows as the input does: two sizes side by side in processor time, since no absolute time is a test."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
#: The larger input is so many times the smaller one.
TIMES = 4
#: What takes four times as long may seem to take ten times as long on a busy machine; what grows with the square takes
#: sixteen.
GENEROUS = 2.5 * TIMES
#: Seconds that a busy machine adds to anything; shorter ones tell nothing.
NOISE = 0.25


def seconds(work: Callable[[T], object], given: T) -> float:
    """Seconds of this process for one call."""
    started = time.process_time()
    work(given)
    return time.process_time() - started


def grows_as_the_input(work: Callable[[T], object], small: T, large: T) -> bool:
    """Whether `large`, which is `TIMES` times as much as `small`, takes no more than about so many times as long."""
    took = seconds(work, large)
    if took < NOISE:
        return True
    return min(seconds(work, large), took) < GENEROUS * seconds(work, small) + NOISE
