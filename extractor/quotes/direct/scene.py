"""What the sieves look at: the quoted segments of a text as units, each with the narration before and behind it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extractor.quotes.marks import Segment
    from extractor.records import Statement

SENTENCE_STOPS = frozenset(".!?")
#: What may close a sentence behind its full stop.
_AFTER_STOP = frozenset("\"'”’»)]")
#: A segment that ends so is a whole utterance, or waits for its attribution.
UTTERANCE_ENDS = frozenset(",.!?—–-…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One quoted segment with its narration. All numbers but `index` and `paragraph` are token positions.

    `first`..`end` are the segment's tokens, marks included; `before` is where the narration in front of it begins (behind the
    previous unit of its paragraph), `after` where the narration behind it ends. `paragraph` and `last_paragraph` number the
    paragraphs in which it begins and ends.
    """

    index: int
    segment: Segment
    first: int
    end: int
    before: int
    after: int
    paragraph: int
    last_paragraph: int


class Scene:
    """A parsed text with its paragraphs and the units in it. Token ranges are half open."""

    def __init__(self, doc: Doc, paragraphs: Sequence[tuple[int, int]], segments: Sequence[Segment]) -> None:
        self.doc = doc
        #: Statements already found, in text order: what the bolder sieves go by.
        self.told: tuple[Statement, ...] = ()
        self.text: str = doc.text
        self.tokens: list[Token] = list(doc)
        self._starts = [token.idx for token in self.tokens]
        self._paragraph_starts = [start for start, _ in paragraphs]
        self.paragraphs = [(self.position(start), self.position(end)) for start, end in paragraphs]
        self.units = tuple(self._build(segments))

    def position(self, offset: int) -> int:
        """The first token that begins at or behind a character offset."""
        return bisect_left(self._starts, offset)

    def paragraph_of(self, offset: int) -> int:
        """Number of the paragraph that a character lies in."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def _build(self, segments: Sequence[Segment]) -> Iterator[Unit]:
        places = [
            (s, self.position(s.start), self.position(s.end), self.paragraph_of(s.start), self.paragraph_of(s.end - 1))
            for s in segments
        ]
        for index, (segment, first, end, paragraph, last_paragraph) in enumerate(places):
            before, after = self.paragraphs[paragraph][0], self.paragraphs[last_paragraph][1]
            if index and places[index - 1][4] == paragraph:
                before = places[index - 1][2]
            if index + 1 < len(places) and places[index + 1][3] == last_paragraph:
                after = places[index + 1][1]
            yield Unit(
                index=index,
                segment=segment,
                first=first,
                end=max(end, first),
                before=min(before, first),
                after=max(after, end),
                paragraph=paragraph,
                last_paragraph=last_paragraph,
            )

    def previous(self, unit: Unit) -> Unit | None:
        """The unit before this one in the same paragraph."""
        other = self.units[unit.index - 1] if unit.index else None
        return other if other and other.last_paragraph == unit.paragraph else None

    def following(self, unit: Unit) -> Unit | None:
        """The unit behind this one in the same paragraph."""
        other = self.units[unit.index + 1] if unit.index + 1 < len(self.units) else None
        return other if other and other.paragraph == unit.last_paragraph else None

    def narration(self, start: int, end: int) -> list[Token]:
        """Tokens of a range without white space."""
        return [token for token in self.tokens[start:end] if not token.is_space]

    def sentence_behind(self, unit: Unit) -> int:
        """Where the sentence that runs on behind the unit ends (token position behind its full stop)."""
        for position in range(unit.end, unit.after):
            if self.is_stop(position):
                return position + 1
        return unit.after

    def sentence_before(self, unit: Unit) -> int:
        """Where the sentence that the unit stands in begins, at the earliest behind the unit before."""
        for position in range(unit.first - 1, unit.before - 1, -1):
            if self.is_stop(position):
                return position + 1
        return unit.before

    def is_stop(self, position: int) -> bool:
        """Whether a sentence ends with this token."""
        token = self.tokens[position]
        return token.text in SENTENCE_STOPS or (
            token.text in _AFTER_STOP and position > 0 and self.tokens[position - 1].text in SENTENCE_STOPS
        )

    def last_character(self, unit: Unit) -> str:
        """The last character inside the marks, or the comma right behind them (British usage)."""
        inside = self.text[unit.segment.inner[-1].end - 1]
        behind = self.text[unit.segment.end : unit.segment.end + 1]
        return behind if behind == "," else inside

    def first_character(self, unit: Unit) -> str:
        """The first letter or digit inside the marks."""
        span = unit.segment.inner[0]
        return next((c for c in self.text[span.start : span.end] if c.isalnum()), "")

    def words(self, unit: Unit) -> int:
        """Words inside the marks, counted by white space."""
        return sum(len(span.of(self.text).split()) for span in unit.segment.inner)

    def opens(self, unit: Unit) -> bool:
        """Whether the unit begins a sentence of the text: nothing stands before it there."""
        return not any(t.is_alpha or t.like_num for t in self.tokens[self.sentence_before(unit) : unit.first])

    @cached_property
    def owner(self) -> dict[int, int]:
        """Unit index by token position, for all tokens inside a unit."""
        return {position: unit.index for unit in self.units for position in range(unit.first, unit.end)}
