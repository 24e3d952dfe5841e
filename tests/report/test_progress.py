"""The progress of a long run: words, times, and silence where there is nothing to show it on."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pytest
from rich.console import Console

from extractor.report.progress import ProgressDisplay, duration, in_words


@dataclass
class Counts:
    read: int = 0
    total: int | None = 500
    failed: int = 0
    rate: float = 0.0


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (Counts(), "0/500 articles, 0.0/s, 0 failed"),
        (Counts(read=120, rate=8.0, failed=2), "120/500 articles, 8.0/s, 48 s left, 2 failed"),
        (Counts(read=120, rate=8.0, total=None), "120 articles, 8.0/s, 0 failed"),
        (Counts(read=600, rate=8.0), "600 articles, 8.0/s, 0 failed"),
    ],
)
def test_words(counts, words):
    assert in_words(counts) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.4, "0 s"), (59, "59 s"), (200, "3 min 20 s"), (7_260, "2 h 1 min"), (400_000, "111 h 6 min")],
)
def test_durations(seconds, words):
    assert duration(seconds) == words


def test_without_a_terminal_there_are_plain_lines_now_and_then():
    stream = io.StringIO()
    with ProgressDisplay(Console(file=stream, force_terminal=False), plain_every=0.0) as show:
        show(Counts(read=1))
        show(Counts(read=2))
        show(Counts(read=500))
    assert stream.getvalue() == "1/500 articles, 0.0/s, 0 failed\n2/500 articles, 0.0/s, 0 failed\n"
    stream = io.StringIO()
    with ProgressDisplay(Console(file=stream, force_terminal=False)) as show:
        show(Counts(read=1))
    assert stream.getvalue() == ""


def test_on_a_terminal_there_is_one_bar():
    stream = io.StringIO()
    with ProgressDisplay(Console(file=stream, force_terminal=True, width=100)) as show:
        show(Counts(read=500, rate=8.0, failed=2))
    assert "500/500 articles, 8.0/s, 0 s left, 2 failed" in stream.getvalue()
