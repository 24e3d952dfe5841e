"""Sources with their apposition: "Ilse Tarn" -> "Ilse Tarn, the governor of Ruvenna", as the text names its speaker."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from extractor.parse import char_span
from extractor.quotes.reported.extent import noun_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from extractor.records import Span, Statement

#: What opens an apposition, and how many dependents of a name are asked whether they are one.
OPENERS = frozenset((",", "(", "-", "--", "–", "—"))
MOST_DEPENDENTS = 20
#: In tokens: what is longer is more likely a parse gone wrong.
LONGEST = 30


def with_appositions(doc: Doc, statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements, each source that ends before its apposition stretched over it; signatures stay as they are."""
    for statement in statements:
        source = statement.source if statement.cue is not None else None
        whole = _stretched(doc, source) if source is not None else None
        if whole is not None and not _in_the_way(statement, whole):
            yield replace(statement, source=whole)
        else:
            yield statement


def _stretched(doc: Doc, source: Span) -> Span | None:
    """The source with its apposition; None where it has none behind it."""
    after = doc.char_span(source.start, source.end, alignment_mode="expand")
    if after is None or after.end + 1 >= len(doc) or doc[after.end].text not in OPENERS:
        return None
    head = after.root
    if head.tag_[:3] == "PRP" or not any(_follows(child, after.end) for child in islice(head.rights, MOST_DEPENDENTS)):
        return None
    first, end = noun_phrase(head)
    if first > after.start or not after.end < end <= after.end + LONGEST:
        return None
    return char_span(doc, after.start, end - 1)


def _follows(child: Token, opener: int) -> bool:
    return child.dep_ == "appos" and child.left_edge.i == opener + 1


def _in_the_way(statement: Statement, source: Span) -> bool:
    """Whether the stretched source would swallow something of the statement itself."""
    others = [*statement.content, *(span for span in (statement.cue, statement.addressee) if span is not None)]
    return any(span.overlaps(source) for span in others)
