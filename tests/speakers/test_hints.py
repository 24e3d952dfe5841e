"""What single words tell of who is meant."""

from dataclasses import asdict

import pytest

from extractor.speakers.hints import HINTS

LISTS = asdict(HINTS)


@pytest.mark.parametrize("name", LISTS)
def test_words_are_as_they_are_looked_up(name: str) -> None:
    assert LISTS[name]
    assert all(word == word.lower().strip() for word in LISTS[name])


def test_nobody_is_everybody() -> None:
    assert HINTS.own_bodies.isdisjoint(HINTS.any_body)
    assert HINTS.held_alone.isdisjoint(HINTS.say_little)
