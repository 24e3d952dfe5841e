"""Lines that begin with a name and a colon. Transcripts inside marks stand with the hard cases."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractor.quotes.direct.transcripts import turns
from extractor.quotes.marks import paragraphs


def told(parse: Callable[[str], Doc], text: str) -> list[tuple[str, str]]:
    found = turns(parse(text), text, paragraphs(text), ())
    return [(s.source.of(text) if s.source else "-", " / ".join(c.of(text) for c in s.content)) for s in found]


def test_turns_go_on_until_the_next_label(parse: Callable[[str], Doc]) -> None:
    text = "RAMO: Why?\n\nTARN: First reason.\n\nSecond reason.\n\n(APPLAUSE)\n\nRAMO: Thanks.\n\nTARN: Bye.\n\nThe show ended."
    assert told(parse, text) == [
        ("RAMO", "Why?"),
        ("TARN", "First reason. / Second reason."),
        ("RAMO", "Thanks."),
        ("TARN", "Bye."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE: The dam broke.\n\nNOTE: We will report.\n\nUPDATE: It rained.\n\nNOTE: It stopped.",
        "DRIVING THE DAY: The dam.\n\nON THE MAP: Ruvenna.",
        "RAMO: The mayor was alone in this story.",
        "Injured: 4,877\nTotal dead: 192\nInjured: 12 in Odrun\nTotal dead: 3",
        "Yes: 51%\nNo: 49%\nYes: 60%.\nNo: 40%.",
        "The plan: build a dam.\n\nThe cost: ten million.",
    ],
)
def test_headings_are_no_speakers(parse: Callable[[str], Doc], text: str) -> None:
    assert told(parse, text) == []


def test_mixed_case_labels_need_to_speak_again(parse: Callable[[str], Doc]) -> None:
    once = "Ramo: Why?\n\nTarn: Because."
    again = once + "\n\nRamo: Really?\n\nTarn: Yes."
    assert told(parse, once) == []
    assert [source for source, _ in told(parse, again)] == ["Ramo", "Tarn", "Ramo", "Tarn"]
