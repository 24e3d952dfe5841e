"""Titles that the tokenizer parts from their full stop, where the parser ends a sentence."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from extractor.quotes.titles import is_stop_of_title, past_title

VOCAB = English().vocab


def built(text: str, tags: str) -> Doc:
    """Words apart by white space; "_" before one glues it to the word before."""
    words = text.split()
    spaces = [not following.startswith("_") for following in words[1:]] + [False]
    return Doc(VOCAB, words=[word.lstrip("_") for word in words], spaces=spaces, tags=tags.split())


LT_COL = built("said Army Lt _. Col _. Vera Lunt of Odrun", "VBD NNP NNP NNP NNP NNP NNP NNP IN NNP")


@pytest.mark.parametrize(
    ("text", "tags", "stop"),
    [
        ("Sgt _. Vera", "NNP . NNP", True),
        ("Sgt . Vera", "NNP . NNP", False),
        ("dam _. Vera", "NN . NNP", False),
        ("Lt _. He", "NNP . PRP", False),
        ("Lt _.", "NNP .", False),
        ("Lt _, Vera", "NNP , NNP", False),
    ],
)
def test_a_title_s_full_stop(text: str, tags: str, *, stop: bool) -> None:
    assert is_stop_of_title(built(text, tags), 1) == stop


@pytest.mark.parametrize("end", [3, 4, 6, 8])
def test_a_phrase_goes_on_to_the_end_of_the_name(end: int) -> None:
    assert past_title(LT_COL, end, len(LT_COL)) == 8


def test_a_phrase_goes_no_further_than_it_may() -> None:
    assert past_title(LT_COL, 3, 4) == 3
    assert past_title(LT_COL, 3, 7) == 7


def test_a_phrase_that_is_not_cut_stays() -> None:
    assert past_title(LT_COL, 8, 10) == 8
    assert past_title(LT_COL, 0, 10) == 0
