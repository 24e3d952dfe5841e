"""The word lists of this room and of direct speech."""

from dataclasses import asdict

import pytest

from extractor.quotes.direct.words import PHRASES
from extractor.quotes.direct.words import WORDS as DIRECT
from extractor.quotes.words import WORDS, headline_sources, titles

LISTS = {**asdict(WORDS), **asdict(DIRECT)}
#: Labels are told apart by how they are written.
AS_WRITTEN = ("questions", "answers")


@pytest.mark.parametrize("name", LISTS)
def test_words_are_as_they_are_looked_up(name: str) -> None:
    assert LISTS[name]
    assert all(word == (word if name in AS_WRITTEN else word.lower()) and word.strip() == word for word in LISTS[name])


def test_a_title_is_known_with_its_full_stop() -> None:
    assert {"capt", "capt."} <= titles()


def test_a_source_of_headlines_is_known_in_the_plural() -> None:
    assert {"monitor", "monitors"} <= headline_sources()


def test_the_longest_phrase_is_tried_first() -> None:
    assert [len(words) for words in PHRASES] == sorted(map(len, PHRASES), reverse=True)
