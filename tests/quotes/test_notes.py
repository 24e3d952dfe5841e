"""Notes of correction. Plain strings, no model."""

from __future__ import annotations

import pytest

from extractor.quotes.marks import paragraphs
from extractor.quotes.notes import notes, outside
from extractor.records import Span, Statement


@pytest.mark.parametrize(
    "text",
    [
        "Correction: The mayor said the dam was safe.",
        "CORRECTION (May 4): The mayor said the dam was safe.",
        "Corrections and clarifications\nThe mayor said the dam was safe.",
        "Clarification, May 4: The mayor said the dam was safe.",
        "Editor’s note: The mayor said the dam was safe.",
        "* An earlier version of this article said the dam was safe.",
        "This story has been corrected to say that the dam was safe.",
    ],
)
def test_a_note_of_correction(text: str) -> None:
    assert notes(text, paragraphs(text))[0].start == 0


@pytest.mark.parametrize(
    "text",
    [
        "Correction officers said the dam was safe.",
        "The mayor asked for a correction: the dam was safe.",
        "An earlier version of the plan was dropped, the mayor said.",
        "Clarifications were sought by the council.",
    ],
)
def test_a_story_is_none(text: str) -> None:
    assert notes(text, paragraphs(text)) == ()


def test_what_begins_in_a_note_is_left_out() -> None:
    told = [
        Statement(kind="indirect", content=(Span(start=n, end=n + 2),), found_by="reported.clause", confidence=0.5)
        for n in (1, 5, 9)
    ]
    assert [s.start for s in outside(told, (Span(start=4, end=9),))] == [1, 9]
    assert len(outside(told, ())) == 3
