"""Times that frame what follows: "In 2012, most voted before Election Day", and the lines of a timeline, "9 May: ...".

What such a sentence or line dates without a year lies in its time or follows it, and each line of a timeline follows
the one before.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR
from typing import TYPE_CHECKING

from extractor.dates.anchors import LONGEST_SENTENCE, SENTENCE_END, Frame
from extractor.dates.value import Period, Unit

if TYPE_CHECKING:
    from extractor.dates.anchors import Anchors
    from extractor.dates.grammar import Match

#: What stands before a time that begins a sentence, or a line.
SENTENCE = re.compile(r"(?:\A|\n|[.!?]['\"”’]?\s)\s*(?:(?:In|On|By)\s+)?\Z")
LINE = re.compile(r"(?:\A|\n)[ \t•*·–-]*\Z")
REACH = 12
LINE_END = re.compile(r"\n|\Z")
#: Marks between the time of a timeline's line and what happened then.
MARKS = frozenset({":", "–", "—"})
#: What recurs every day or more often, or on a weekday.
RECURRING = re.compile(r"P1D|PT|(?P<day>XXXX-(?:XX-XX|WXX-\d))")
FRAMES = frozenset({Unit.DAY, Unit.MONTH, Unit.YEAR})


def entered(anchors: Anchors, start: int) -> Anchors:
    """The anchors at a character: without a frame that ends before it; a line's own time follows the last line's."""
    if anchors.frame is not None and start > anchors.frame.end:
        anchors = replace(anchors, frame=None)
    if anchors.entry is not None and LINE.search(anchors.text, max(0, start - REACH), start):
        return replace(anchors, frame=Frame(period=Period.day(anchors.entry), start=start, end=start, line=True))
    return anchors


def sentence_end(text: str, start: int) -> int:
    """Where the sentence ends that goes on from a character, or as far on as a sentence is looked through."""
    end = min(start + LONGEST_SENTENCE, len(text))
    close = SENTENCE_END.search(text, start, end)
    return close.start() if close else end


def recurring(anchors: Anchors, value: str, end: int) -> Anchors:
    """The anchors behind what recurs, up to a character: to the end of the sentence hours are of all such days."""
    days = RECURRING.match(value)
    if days is None:
        return anchors
    return replace(anchors, recurs=days["day"] or "XXXX-XX-XX", recurs_end=sentence_end(anchors.text, end))


def framed(anchors: Anchors, match: Match, period: Period | None, end: int) -> Anchors:
    """The anchors with the frame that a time sets which begins its sentence or line; `end` is where that time ends."""
    mark, text, start = match.after(), anchors.text, match.span()[0]
    if anchors.published is None or period is None or period.unit not in FRAMES:
        return anchors
    if not MINYEAR + 1 < period.years() < MAXYEAR - 1:
        return anchors  # the calendar does not reach what may lie around it
    if mark == "," and period.years() < anchors.published.year and SENTENCE.search(text, max(0, start - REACH), start):
        return replace(anchors, frame=Frame(period=period, start=end, end=sentence_end(text, end)))
    if mark in MARKS and LINE.search(text, max(0, start - REACH), start):
        span, close = period.span(), LINE_END.search(text, end)
        if span and close:
            frame = Frame(period=period, start=end, end=close.start(), line=True)
            return replace(anchors, frame=frame, entry=span[0])
    return anchors
