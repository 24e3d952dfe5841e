"""Quotations that ran on over their attribution. Plain strings, no model."""

from __future__ import annotations

import pytest

from extractor.quotes.marks import find_segments
from extractor.quotes.mending import mend


def mended(text: str) -> list[list[str]]:
    segments, _ = mend(text, find_segments(text).segments)
    return [[span.of(text) for span in segment.inner] for segment in segments]


@pytest.mark.parametrize(
    "attribution", ["Burr said", "said Burr", "Jo Burr said on Monday", "he said", "the governor added"]
)
def test_a_quotation_ends_before_its_attribution(attribution: str) -> None:
    text = f'"We never knew, {attribution}.\n\n"The dam will hold," she said.'
    assert mended(text) == [["We never knew,"], ["The dam will hold,"]]
    (notice,) = mend(text, find_segments(text).segments)[1]
    assert notice.code == "unbalanced_quotation_marks"


def test_an_attribution_in_the_only_paragraph_left_open() -> None:
    assert mended('"We never knew, Burr said.') == [["We never knew,"]]


@pytest.mark.parametrize(
    "text",
    [
        '"The dam is old.\n\n"It was safe, they told us.\n\n"Nobody knew."',
        '"We saw him, and he left.\n\n"Then it rained."',
        '"It will hold, Burr said."',
    ],
)
def test_what_is_re_opened_stays_whole(text: str) -> None:
    segments = find_segments(text).segments
    assert mend(text, segments) == (segments, ())
