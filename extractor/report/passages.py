"""The text of an article in pieces, split wherever something begins or ends, so that overlaps are drawn right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from extractor.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: What parts paragraphs: an empty line, however it is written.
_BLANK: Final = re.compile(r"(?:\r\n|[\n\r\u2028\u2029])[^\S\n\r\u2028\u2029]*(?:\r\n|[\n\r\u2028\u2029])\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Where something was found: its kind ("quote", "claim", "date"), its id and one of its ranges."""

    kind: str
    id: str
    start: int
    end: int
    first: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text in which nothing begins or ends.

    `begins` are the ids whose first passage begins here; `inside` is the innermost passage of each kind, by kind.
    """

    start: int
    end: int
    begins: tuple[str, ...]
    inside: dict[str, str]


def paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of `text`, without the empty lines between them."""
    start = 0
    for match in _BLANK.finditer(text):
        if text[start : match.start()].strip():
            yield Span(start=start, end=match.start())
        start = match.end()
    if text[start:].strip():
        yield Span(start=start, end=len(text))


def pieces(blocks: Sequence[Span], passages: Iterable[Passage]) -> Iterator[list[Piece]]:
    """The pieces of each of `blocks`, which are in order and apart; one sweep over all boundaries."""
    ordered = sorted(passages, key=lambda p: (p.start, -p.end))
    ending = sorted(ordered, key=lambda p: p.end)
    cuts = sorted({edge for passage in ordered for edge in (passage.start, passage.end)})
    sweep = _Sweep(ordered, ending)
    place = 0
    for block in blocks:
        while place < len(cuts) and cuts[place] <= block.start:
            place += 1
        inner = []
        while place < len(cuts) and cuts[place] < block.end:
            inner.append(cuts[place])
            place += 1
        yield [sweep.piece(start, end) for start, end in pairwise((block.start, *inner, block.end))]


class _Sweep:
    """What is open at a place, going forward. The last opened passage of a kind is the innermost."""

    def __init__(self, ordered: Sequence[Passage], ending: Sequence[Passage]) -> None:
        self.ordered = ordered
        self.ending = ending
        self.opened = 0
        self.closed = 0
        self.open: dict[str, dict[Passage, None]] = {}

    def piece(self, start: int, end: int) -> Piece:
        """The piece from `start` to `end`; places must be asked for in order."""
        begins = []
        while self.opened < len(self.ordered) and self.ordered[self.opened].start <= start:
            passage = self.ordered[self.opened]
            self.open.setdefault(passage.kind, {})[passage] = None
            if passage.first:
                begins.append(passage.id)
            self.opened += 1
        while self.closed < len(self.ending) and self.ending[self.closed].end <= start:
            passage = self.ending[self.closed]
            self.open.get(passage.kind, {}).pop(passage, None)
            self.closed += 1
        inside = {kind: next(reversed(passages)).id for kind, passages in self.open.items() if passages}
        return Piece(start=start, end=end, begins=tuple(begins), inside=inside)
