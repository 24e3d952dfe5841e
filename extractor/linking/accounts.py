"""Whose each quote is: its speaker, the account it stands in ("X, the Kremlin said"), and the day it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.linking.calendar import dates_by_head
from extractor.records import Quote, Span, Speaker, Statement, TextSpan, Timex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc


def quotes_of(
    doc: Doc, statements: Sequence[Statement], speakers: Sequence[Speaker], dates: Sequence[Timex]
) -> tuple[Quote, ...]:
    """Numbered quotes in text order; of two that begin together the one that holds the other comes first."""
    ordered = sorted(statements, key=lambda s: (s.start, -_length(s), s.cue.start if s.cue else 0, s.found_by))
    owner = speaker_by_mention(speakers)
    by_head = dates_by_head(doc, dates)
    text = doc.text
    quotes: list[Quote] = []
    for statement, outer in zip(ordered, enclosing(ordered), strict=True):
        mention = statement.source or statement.speaker_mention
        said = date_of_saying(doc, statement, by_head)
        quotes.append(
            Quote(
                id=f"q{len(quotes) + 1}",
                kind=statement.kind,
                mode=statement.mode,
                polarity=statement.polarity,
                content=statement.content,
                text=" ".join(span.of(text) for span in statement.content),
                quoted=statement.quoted,
                speaker=owner.get((mention.start, mention.end)) if mention else None,
                source=with_text(statement.source, text),
                cue=statement.cue,
                according_to=quotes[outer].speaker if outer is not None else None,
                within=quotes[outer].id if outer is not None else None,
                addressee=with_text(statement.addressee, text),
                date=said.id if said else None,
                found_by=statement.found_by,
                confidence=statement.confidence,
            )
        )
    return tuple(quotes)


def speaker_by_mention(speakers: Sequence[Speaker]) -> Mapping[tuple[int, int], str]:
    """Speaker id by a mention's exact (start, end)."""
    return {(m.start, m.end): speaker.id for speaker in speakers for m in speaker.mentions}


def with_text(span: Span | None, text: str) -> TextSpan | None:
    """The span with its characters, None for None."""
    return TextSpan(start=span.start, end=span.end, text=span.of(text)) if span else None


def enclosing(ordered: Sequence[Statement]) -> list[int | None]:
    """For each statement the index of the innermost one that tells it, None where none does.

    A statement is told within another when its cue and all its words stand in that one's content. `ordered` as in
    `quotes_of`, so the teller always comes before what it tells.
    """
    tellers: list[int | None] = []
    near: list[int] = []  # statements that may still hold later ones
    for n, inner in enumerate(ordered):
        near = [m for m in near if ordered[m].end > inner.start]
        holding = [m for m in near if _tells(ordered[m], inner)]
        tellers.append(min(holding, key=lambda m: (_length(ordered[m]), -m), default=None))
        near.append(n)
    return tellers


def _tells(outer: Statement, inner: Statement) -> bool:
    """Whether `inner`, cue and content, stands in the content of `outer`."""
    if outer.content == inner.content and not inner.cue:
        return False
    parts = (*inner.content, inner.cue) if inner.cue else inner.content
    return all(any(words.contains(part) for words in outer.content) for part in parts)


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)


def date_of_saying(doc: Doc, statement: Statement, by_head: Mapping[int, tuple[Timex, ...]]) -> Timex | None:
    """The date that hangs on the cue itself and stands outside the content: when it was said."""
    if statement.cue is None or not by_head:
        return None
    cue = doc.char_span(statement.cue.start, statement.cue.end, alignment_mode="expand")
    for token in cue or ():
        for date in by_head.get(token.i, ()):
            if not any(words.overlaps(date.span) for words in statement.content):
                return date
    return None
