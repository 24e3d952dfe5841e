"""Reported speech: what was said without quotation marks, or with only some of it in marks, and who said it.

One pass over the parse proposes candidates (`patterns`), the cue lexicon and what stands around each say how probable
it is (`evidence`), the most probable reading of each cue stands (`choice`) and becomes a record (`statements`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.quotes.reported.appositions import with_appositions
from extractor.quotes.reported.choice import choose
from extractor.quotes.reported.patterns import candidates
from extractor.quotes.reported.statements import Marks, Segment, statement_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from extractor.records import Statement

__all__ = ["find", "with_appositions"]


def find(doc: Doc, segments: Sequence[Segment], taken: Sequence[Statement] = ()) -> tuple[Statement, ...]:
    """Indirect and mixed statements of `doc` in text order.

    `segments` are its quoted segments: no cue is sought inside them, and each lies in a content wholly or not at all.
    `taken` are statements found before. One of ours with the same cue is left out unless its content is the longer and
    holds theirs: then it is meant to replace it.
    """
    marks = Marks(segments)
    outside = (c for c in candidates(doc) if marks.around(doc[c.site.i].idx) is None)
    found = []
    for reading in choose(outside):
        statement = statement_of(doc, reading, marks)
        if statement is not None and not any(_same_saying(statement, other) for other in taken):
            found.append(statement)
    return tuple(sorted(found, key=lambda s: (s.start, -s.end, len(s.content))))


def _same_saying(ours: Statement, theirs: Statement) -> bool:
    """Whether `theirs` already tells what `ours` would."""
    if ours.cue is None or theirs.cue is None or not ours.cue.overlaps(theirs.cue):
        return False
    return not all(any(o.contains(t) for o in ours.content) for t in theirs.content)
