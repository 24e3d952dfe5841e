"""Words as they are compared, and the gaps that an editor has marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.checking.wording import pieces_of, words_of


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("We’ll rebuild 1,200 homes.", [["we'll", "rebuild", "1,200", "homes"]]),
        ("We … will", [["we"], ["will"]]),
        ("We . . . will", [["we"], ["will"]]),
        ("We [the council] will", [["we"], ["will"]]),
        ("[N]obody came", [["nobody", "came"]]),
        ("[…]", []),
        ("It ended. Then", [["it", "ended", "then"]]),
    ],
)
def test_pieces(text: str, pieces: list[list[str]]) -> None:
    assert [[word.key for word in piece] for piece in pieces_of(text, 0, len(text))] == pieces


@given(st.text())
def test_every_word_has_its_place(text: str) -> None:
    for word in words_of(text):
        assert (
            text[word.start : word.end].translate({ord("["): None, ord("]"): None}).casefold().replace("’", "'")[0]
            == word.key[0]
        )
        assert 0 <= word.start < word.end <= len(text)


def test_a_megabyte_of_brackets_is_no_trouble() -> None:
    assert pieces_of("[" * 1_000_000, 0, 1_000_000) == []
