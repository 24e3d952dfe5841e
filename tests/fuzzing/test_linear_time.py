"""Long runs of any character or piece: every reader and every rule answers in a time that grows as the text does."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.fuzzing.guessing import tokenizer
from tests.fuzzing.long_runs import CHARACTERS, READERS, REPEATED, RULES, run_of
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


@pytest.mark.parametrize(("power", "linear"), [(1.0, True), (1.5, True), (2.0, False)])
def test_what_is_not_linear_is_noticed(monkeypatch, power, linear):
    clock = SimpleNamespace(now=0.0)
    monkeypatch.setattr("tests.growth.time", SimpleNamespace(process_time=lambda: clock.now))

    def work(text):
        clock.now += (len(text) / 1_000) ** power

    assert grows_as_the_input(work, "a" * 1_000, "a" * 1_000 * TIMES) is linear


def test_what_is_linear_and_yet_slow_is_noticed(monkeypatch):
    monkeypatch.setattr(f"{__name__}.NOISE", 0.0)
    monkeypatch.setattr(f"{__name__}.CEILING", 1)
    monkeypatch.setattr(f"{__name__}.grows_as_the_input", lambda *_: True)
    with pytest.raises(AssertionError):
        grows_as_the_text(lambda text: [loop(text) for _ in range(20)], "a", "a" * 20_000)
