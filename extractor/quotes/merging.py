"""Statements found in two ways, told once; and the marks in a statement that are not its source's words."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.records import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from extractor.records import Span

#: Up to so many words in marks that nobody is given for are a scare quote; more are a quotation without a speaker.
LONGEST_SCARE = 3
#: In characters: a space and an opening mark, of one glyph or of two.
LONGEST_OPENING = 4
#: Up to so many words in marks inside a denial are what is denied, or the writer's distance from it.
LONGEST_DENIED = 2
#: How somebody who has just been named is named again.
AGAIN = frozenset(("he", "she", "they", "it"))


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
        if ours.end(text, statement):
            continue
        rival = ours.of(statement)
        if rival is not None:
            if (
                rival.cue != statement.cue
                or _is_whole(text, rival)
                or _letters(text, statement.content) <= _letters(text, rival.content)
            ):
                continue
            replaced.add(id(rival))
        kept.append(statement)
    return [*(s for s in direct_ones if id(s) not in replaced), *kept]


def joined(
    text: str, told: Sequence[Statement], pieces: Sequence[Statement], ends: Mapping[Span, int]
) -> list[Statement]:
    """Both, a piece of quotation put to what the same cue tells right before it: `called it "the worst of nights"`.

    `ends` gives the offset behind the closing mark of each quotation, by its first inner range. Pieces that nothing
    stands before stay statements of their own.
    """
    before = {(s.cue.start, s.cue.end): n for n, s in enumerate(told) if s.cue is not None}
    whole = list(told)
    alone: list[Statement] = []
    for piece in pieces:
        number = before.get((piece.cue.start, piece.cue.end)) if piece.cue is not None else None
        last = whole[number].content[-1] if number is not None else None
        if number is None or last is None or not _adjoins(text, last.end, piece):
            alone.append(piece)
            continue
        ours = whole[number]
        content = (*ours.content[:-1], replace(last, end=ends.get(piece.quoted[0], piece.end)))
        whole[number] = replace(ours, kind="mixed", content=content, quoted=(*ours.quoted, *piece.quoted))
    return [*whole, *alone]


def _adjoins(text: str, end: int, piece: Statement) -> bool:
    """Whether nothing but an opening mark stands between `end` and a piece of one range."""
    between = text[end : piece.start]
    return len(piece.content) == 1 and end <= piece.start and len(between) <= LONGEST_OPENING and not _says(between)


def _says(between: str) -> bool:
    return any(c.isalnum() or c in ".,;:!?\n" for c in between)


def _is_whole(text: str, statement: Statement) -> bool:
    """Whether a cue and its pause lead in a sentence of its own in marks: what stands before them is no part of it."""
    if statement.cue is None or not statement.quoted or statement.cue.end > statement.start:
        return False
    pause = text[statement.cue.end : statement.start]
    led_in = pause[:1] in (",", ":") and not any(c.isalnum() for c in pause)
    return led_in and text[statement.start].isupper() and text[statement.end - 1] in ".!?"


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

    def end(self, text: str, other: Statement) -> bool:
        """Whether `other` says again who spoke, behind words in marks with their own cue: `telling us, "...," he said`.

        A name there is somebody else's, who tells of the first: `"...," the paper reported`.
        """
        if other.cue is None or other.source is None or other.end > other.cue.start:
            return False
        if other.source.of(text).lower() not in AGAIN:
            return False
        near = _last_before(self._ranges, other.end)
        ours = self._statements[near[2]] if near is not None else None
        if ours is None or ours.cue is None or ours.cue.end > ours.start or not other.end - ours.content[0].end <= 1:
            return False
        return any(span.contains(ours.cue) for span in other.content)


def _last_before(places: Sequence[tuple[int, int, int]], offset: int) -> tuple[int, int, int] | None:
    """The last place that begins before an offset."""
    position = bisect_left(places, (offset, 0, 0)) - 1
    return places[position] if position >= 0 else None


def _letters(text: str, content: Sequence[Span]) -> int:
    return sum(c.isalnum() for span in content for c in span.of(text))


def without_denied(text: str, statement: Statement) -> Statement:
    """The statement without the short marked words of a denial.

    Whoever declines to say whether the "lengthy" talks helped has not called them lengthy.
    """
    if statement.polarity != "negated" or not statement.quoted or statement.kind == "direct":
        return statement
    kept = tuple(span for span in statement.quoted if len(span.of(text).split()) > LONGEST_DENIED)
    return replace(statement, quoted=kept, kind="mixed" if kept else "indirect")


def scare_quotes(text: str, ranges: Iterable[Sequence[Span]], statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Short words in marks that are nobody's in particular; `ranges` are the inner ranges of all segments."""
    told = {span for statement in statements for span in statement.quoted}
    return tuple(
        Statement(kind="scare", content=tuple(inner), quoted=tuple(inner), found_by="direct.scare", confidence=0.7)
        for inner in ranges
        if inner[0] not in told and len(inner) == 1 and _is_fragment(inner[0].of(text))
    )


def _is_fragment(words: str) -> bool:
    """Whether marked words are few and no utterance of their own ("No comment," is one)."""
    whole = words[:1].isupper() and words[-1:] in ",.!?"
    return not whole and len(words.split()) <= LONGEST_SCARE
