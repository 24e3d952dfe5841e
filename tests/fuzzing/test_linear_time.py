"""Long runs of any character or piece: every reader and every rule answers in a time that grows as the text does."""

from __future__ import annotations

import pytest

from tests.fuzzing.long_runs import CHARACTERS, READERS, REPEATED, RULES, run_of, tokenizer
from tests.growth import NOISE, TIMES, grows_as_the_input, seconds

#: Characters of a run; of much fewer no clock tells n from n².
LENGTH = 4_000
#: So many times as long as a loop of Python over its characters a run may take; a megabyte then takes seconds.
CEILING = 4_000


def grows_as_the_text(work, short, long):
    assert grows_as_the_input(work, short, long)
    took = seconds(work, long)
    if took > NOISE:
        text = long if isinstance(long, str) else long.text
        assert min(took, seconds(work, long)) < CEILING * min(seconds(loop, text) for _ in range(3))


def loop(text):
    return [character.isalnum() for character in text]


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
        grows_as_the_text(quadratic, "a" * 20_000, "a" * 80_000)
    grows_as_the_text(sorted, "a" * 20_000, "a" * 80_000)
