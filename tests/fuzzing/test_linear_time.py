"""Long runs of any character or piece: every reader and every rule answers in a time that grows as the text does."""

from __future__ import annotations

import pytest

from tests.fuzzing.long_runs import CHARACTERS, READERS, REPEATED, RULES, run_of, seconds, tokenizer

#: Characters of a run, and of the longer one of two; below, no clock tells n from n².
LENGTH = 4_000
TIMES = 4
#: So many times as long takes at most so many times the time, and this much for what the machine does besides.
GENEROUS = 2.5 * TIMES
NOISE = 0.25
#: Seconds for 16,000 characters; a megabyte is sixty times that.
CEILING = 1.5


def grows_as_the_text(work, short, long):
    took = seconds(work, long)
    if took > NOISE:
        again = min(seconds(work, long), took)
        assert again < GENEROUS * seconds(work, short) + NOISE
    assert took < CEILING


@pytest.mark.parametrize("piece", (*CHARACTERS, *REPEATED))
def test_readers_take_linear_time(piece):
    short, long = run_of(piece, LENGTH), run_of(piece, TIMES * LENGTH)
    for read in READERS.values():
        grows_as_the_text(read, short, long)


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("piece", (*CHARACTERS, *REPEATED))
def test_rules_take_linear_time(name, piece):
    tokens = tokenizer()
    short, long = (tokens(run_of(piece, length // 2)) for length in (LENGTH, TIMES * LENGTH))
    grows_as_the_text(RULES[name], short, long)


def quadratic(text):
    return [text.count("é") for _ in range(0, len(text), 2)]


def test_what_is_not_linear_is_noticed():
    with pytest.raises(AssertionError):
        grows_as_the_text(quadratic, "a" * 5_000, "a" * 80_000)
    grows_as_the_text(sorted, "a" * 5_000, "a" * 80_000)
