"""Reported speech: what was said without quotation marks, or with only some of it in marks, and who said it.

One pass over the parse proposes candidates (`patterns`), the cue lexicon and what stands around each say how probable
it is (`evidence`), the most probable reading of each cue stands (`choice`) and becomes a record (`statements`).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.quotes.reported.appositions import with_appositions
from extractor.quotes.reported.blows import is_blow
from extractor.quotes.reported.choice import choose
from extractor.quotes.reported.patterns import candidates
from extractor.quotes.reported.statements import Marks, Segment, statement_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from extractor.records import Statement

__all__ = ["find", "with_appositions"]

#: So many statements may share one cue.
MOST_WITH_CUE = 8


def find(doc: Doc, segments: Sequence[Segment], taken: Sequence[Statement] = ()) -> tuple[Statement, ...]:
    """Indirect and mixed statements of `doc` in text order.

    `segments` are its quoted segments: no cue is sought inside them, and each lies in a content wholly or not at all.
    `taken` are statements found before. One of ours with the same cue is left out unless its content is the longer and
    holds theirs: then it is meant to replace it.
    """
    marks, told = Marks(segments), Told(taken)
    outside = (c for c in candidates(doc) if marks.around(doc[c.site.i].idx) is None and not is_blow(c))
    found = []
    for reading in choose(outside):
        statement = statement_of(doc, reading, marks)
        if statement is not None and not told.says(statement):
            found.append(statement)
    return tuple(sorted(found, key=lambda s: (s.start, -s.end, len(s.content))))


class Told:
    """Statements found before, asked whether one of them says already what another would say."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        with_cue = ((s.cue, s.content) for s in statements if s.cue is not None)
        self._cues = sorted(with_cue, key=lambda pair: (pair[0].start, pair[0].end))
        self._starts = [cue.start for cue, _ in self._cues]

    def says(self, ours: Statement) -> bool:
        """Whether one with the same cue holds something that `ours` does not; cues of different words never overlap."""
        if ours.cue is None:
            return False
        last = bisect_left(self._starts, ours.cue.end)
        for cue, content in self._cues[max(0, last - MOST_WITH_CUE) : last]:
            if cue.end > ours.cue.start and not all(any(o.contains(t) for o in ours.content) for t in content):
                return True
        return False
