"""Fuzzing without a tool for it: seeds varied by luck that is the same every time, in plain Python."""

from __future__ import annotations

import random
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from tests.fuzzing.seeds import dictionary, seeds
from tests.fuzzing.targets import Target

#: Seconds that one input of a few thousand bytes may take; most take a thousandth.
PATIENCE = 20
#: Bytes of one input.
LONGEST = 4_096


class TooSlowError(AssertionError):
    """One small input took longer than `PATIENCE`."""


def variations(target: str, runs: int, seed: int) -> Iterator[bytes]:
    """`runs` inputs for `target`, the same ones for the same seed: the seeds themselves, then variations of them."""
    luck = random.Random(f"{target} {seed}")
    corpus = seeds(target)
    for number in range(runs):
        yield corpus[number] if number < len(corpus) else _varied(luck.choice(corpus), corpus, luck)


def _varied(data: bytes, corpus: tuple[bytes, ...], luck: random.Random) -> bytes:
    varied = bytearray(data)
    for _ in range(luck.choice((1, 1, 2, 3, 5, 9))):
        at = luck.randint(0, len(varied))
        some = luck.choice((1, 1, 2, 4, 9, 40, 200))
        kind = luck.randrange(7)
        if kind == 0 and varied:
            varied[min(at, len(varied) - 1)] = luck.randrange(256)
        elif kind == 1:
            del varied[at : at + some]
        elif kind == 2:
            varied[at:at] = varied[at : at + some]
        elif kind == 3:
            varied[at : at + luck.choice((0, some))] = luck.choice(dictionary())
        elif kind == 4:
            varied[at:at] = luck.choice(dictionary()) * luck.choice((1, 2, 30))
        elif kind == 5:
            other = luck.choice(corpus)
            start = luck.randint(0, len(other))
            varied[at:at] = other[start : start + luck.choice((9, 40, 400))]
        else:
            varied[at : at + some] = luck.randbytes(some)
    return bytes(varied[:LONGEST])


@contextmanager
def patience() -> Iterator[None]:
    """Raise where what is done within takes too long; where the system cannot interrupt, say so afterwards."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise TooSlowError(f"longer than {PATIENCE} s")

    if sys.platform == "win32":
        started = time.monotonic()
        yield
        if time.monotonic() - started > PATIENCE:
            raise TooSlowError(f"longer than {PATIENCE} s")
        return
    before = signal.signal(signal.SIGALRM, interrupt)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def first_finding(target: Target, runs: int, seed: int) -> tuple[int, bytes, BaseException] | int:
    """The first input that breaks a promise, with its number and what it raised; the number of inputs if none does."""
    number = 0
    for number, data in enumerate(variations(target.name, runs, seed), 1):
        try:
            with patience():
                target.run(data)
        except (Exception, RecursionError) as error:  # whatever it is, it is what we look for
            return number, data, error
    return number
