"""Quotes: what was said, in quotation marks or not, and which words of the text say who said it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.quotes import direct, reported
from extractor.quotes.direct import transcripts
from extractor.quotes.kinds import sort_segments
from extractor.quotes.marks import find_segments, paragraphs
from extractor.records import Notice, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

    from extractor.records import Span


def find_statements(doc: Doc, *, scare: bool = False) -> tuple[tuple[Statement, ...], tuple[Notice, ...]]:
    """All statements of `doc` in text order, and what had to be repaired in its quotation marks."""
    text: str = doc.text
    ranges = paragraphs(text)
    marked = find_segments(text)
    segments = sort_segments(text, marked.segments)["words"]
    turns = transcripts.turns(text, ranges, segments)
    segments = transcripts.outside(segments, turns)
    scene = direct.Scene(doc, ranges, segments)
    found = direct.run(scene, direct.STRONG, {})
    strong = (*turns, *direct.statements_of(scene, found))
    told = in_order(merged(text, strong, reported.find(doc, segments, strong)))
    scene.told = told
    known = direct.by_others(scene, told)
    bold = {index: found for index, found in direct.run(scene, direct.BOLD, known).items() if index not in known}
    return in_order((*told, *direct.statements_of(scene, bold))), marked.notices


def in_order(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Statements in text order; of two that begin together the longer first."""
    return tuple(sorted(statements, key=lambda s: (s.start, -s.end)))


def merged(text: str, direct_ones: Sequence[Statement], reported_ones: Sequence[Statement]) -> list[Statement]:
    """Both kinds without doubles: of two statements with one cue, or one content, the one that tells more stands.

    So `"a disaster," he called the plan` becomes one mixed statement, and a whole quotation stays the direct one it is.
    """
    ours = Rivals(direct_ones)
    replaced: set[int] = set()
    kept: list[Statement] = []
    for statement in reported_ones:
        rival = ours.of(statement)
        if rival is not None:
            if rival.cue != statement.cue or _letters(text, statement.content) <= _letters(text, rival.content):
                continue
            replaced.add(id(rival))
        kept.append(statement)
    return [*(s for s in direct_ones if id(s) not in replaced), *kept]


class Rivals:
    """Direct statements, asked for the one that another statement is a second reading of."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._cues = sorted((s.cue.start, s.cue.end, n) for n, s in enumerate(statements) if s.cue)
        self._ranges = sorted((span.start, span.end, n) for n, s in enumerate(statements) for span in s.content)

    def of(self, other: Statement) -> Statement | None:
        """The statement with the same cue, or the one in whose words all of `other` stands with a cue from outside."""
        if other.cue is not None:
            near = _last_before(self._cues, other.cue.end)
            if near is not None and near[1] > other.cue.start:
                return self._statements[near[2]]
        near = _last_before(self._ranges, other.start + 1)
        if near is None:
            return None
        ours = self._statements[near[2]]
        return ours if all(any(o.contains(t) for o in ours.content) for t in other.content) else None


def _last_before(places: Sequence[tuple[int, int, int]], offset: int) -> tuple[int, int, int] | None:
    """The last place that begins before an offset."""
    position = bisect_left(places, (offset, 0, 0)) - 1
    return places[position] if position >= 0 else None


def _letters(text: str, content: Sequence[Span]) -> int:
    return sum(c.isalnum() for span in content for c in span.of(text))
