"""Whose each quote is: its speaker, the account it stands in ("X, the Kremlin said"), and the day it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.records import Quote, Span, Speaker, Statement, TextSpan, Timex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc


def quotes_of(
    doc: Doc, statements: Sequence[Statement], speakers: Sequence[Speaker], dates: Sequence[Timex]
) -> tuple[Quote, ...]:
    """Numbered quotes in text order; of two that begin together the longer, which holds the other, comes first."""
    ordered = sorted(statements, key=lambda s: (s.start, -s.end, s.cue.start if s.cue else 0, s.found_by))
    owner = speaker_by_mention(speakers)
    text = doc.text
    quotes: list[Quote] = []
    for number, statement in enumerate(ordered, 1):
        outer = enclosing(ordered, number - 1)
        mention = statement.source or statement.speaker_mention
        quotes.append(
            Quote(
                id=f"q{number}",
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
                within=f"q{outer + 1}" if outer is not None else None,
                addressee=with_text(statement.addressee, text),
                date=date_of_saying(doc, statement, dates),
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


def enclosing(statements: Sequence[Statement], index: int) -> int | None:
    """Index of the innermost statement in whose content this one is told, cue (or all its words) and content alike.

    Only an earlier one in the order of `quotes_of` can enclose it, so the result always comes before `index`.
    """
    inner = statements[index]
    parts = [*inner.content, *([inner.cue] if inner.cue else [])]
    best: int | None = None
    for n in range(index):
        outer = statements[n]
        if outer.content == inner.content and not inner.cue:
            continue
        if all(any(range_.contains(part) for range_ in outer.content) for part in parts) and (
            best is None or outer.end - outer.start <= statements[best].end - statements[best].start
        ):
            best = n
    return best


def date_of_saying(doc: Doc, statement: Statement, dates: Sequence[Timex]) -> str | None:
    """Id of the date that says when it was said: in the cue's own sentence, outside the content, next to the cue."""
    if statement.cue is None:
        return None
    cue = statement.cue
    token = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    if token is None:
        return None
    verb = token[0]
    for date in dates:
        if date.type not in ("DATE", "TIME") or any(c.overlaps(date.span) for c in statement.content):
            continue
        phrase = doc.char_span(date.start, date.end, alignment_mode="expand")
        if phrase is None or phrase.root.sent.start != verb.sent.start:
            continue
        head = phrase.root.head
        if head.dep_ in ("prep", "pcomp", "pobj"):
            head = head.head
        if head in (token.root, verb):
            return date.id
    return None
