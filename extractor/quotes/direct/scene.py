"""What the sieves look at: the quoted segments of a text as units, each with the narration before and behind it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from extractor.quotes.titles import is_stop_of_title

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from extractor.quotes.marks import Segment
    from extractor.records import Statement

SENTENCE_STOPS = frozenset(".!?")
#: What may close a sentence behind its full stop.
_AFTER_STOP = frozenset("\"'”’»)]")
_LEADING = frozenset(("RB", "RBR", "CC", "UH"))
#: What an adverb may be drawn out by before a colon: "Then, after a long moment:". In tokens, marks among them.
_PHRASE = frozenset(("IN", "DT", "JJ", "NN", "CD"))
_LONGEST_ADVERB = 3
_LONGEST_LEAD = 9
#: A segment that ends so is a whole utterance, or waits for its attribution.
UTTERANCE_ENDS = frozenset(",.!?—–-…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One quoted segment with its narration. All numbers but `index` and the paragraphs' are token positions.

    `first`..`end` are the segment's tokens, marks included; `before` is where the narration in front of it begins
    (behind the previous unit of its paragraph), `after` where the narration behind it ends. `paragraph` and
    `last_paragraph` number the paragraphs in which it begins and ends.
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
    """A parsed text with its paragraphs and the units in it. Token ranges are half open.

    `text` is `doc.text`, which spaCy puts together anew from all tokens each time it is asked.
    """

    def __init__(self, doc: Doc, text: str, paragraphs: Sequence[tuple[int, int]], segments: Sequence[Segment]) -> None:
        self.doc = doc
        #: Statements already found, in text order: what the bolder sieves go by.
        self.told: tuple[Statement, ...] = ()
        self.text = text
        self._starts, self._ends = _offsets(doc)
        self._paragraph_starts = [start for start, _ in paragraphs]
        self.paragraphs = [(self.position(start), self.position(end)) for start, end in paragraphs]
        self.units = tuple(self._build(segments))
        self._firsts = [unit.first for unit in self.units]

    def tokens(self, start: int, end: int) -> Span:
        """The tokens of a range; made only when asked for, since making them is what costs."""
        return self.doc[start:end]

    def offset(self, position: int) -> int:
        """Where a token begins; the text's end for the position behind the last one."""
        return self._starts[position] if position < len(self._starts) else len(self.text)

    def word(self, position: int) -> str:
        """The characters of one token."""
        return self.text[self._starts[position] : self._ends[position]]

    def has_words(self, start: int, end: int) -> bool:
        """Whether any letter or digit stands in a range of tokens."""
        return start < end and any(c.isalnum() for c in self.text[self._starts[start] : self._ends[end - 1]])

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
        return [token for token in self.tokens(start, end) if not token.is_space]

    def sentence_behind(self, unit: Unit) -> int:
        """Where the sentence that runs on behind the unit ends (token position behind its full stop)."""
        for position in range(unit.end, unit.after):
            if self.is_stop(position):
                return self._past_stops(position + 1, unit.after)
        return unit.after

    def _past_stops(self, position: int, end: int) -> int:
        while position < end and self.is_stop(position):
            position += 1
        return position

    def sentence_before(self, unit: Unit) -> int:
        """Where the sentence that the unit stands in begins, at the earliest behind the unit before."""
        for position in range(unit.first - 1, unit.before - 1, -1):
            if self.is_stop(position):
                return position + 1
        return unit.before

    def is_stop(self, position: int) -> bool:
        """Whether a sentence ends with this token."""
        word = self.word(position)
        if word == "." and is_stop_of_title(self.doc, position):
            return False
        return word in SENTENCE_STOPS or (
            word in _AFTER_STOP and position > 0 and self.word(position - 1) in SENTENCE_STOPS
        )

    def last_character(self, unit: Unit) -> str:
        """The last character inside the marks, or the comma right behind them (British usage).

        Where a quotation inside ends there too, the one before its mark.
        """
        end = unit.segment.inner[-1].end
        inside = self.text[end - 1]
        if inside in _AFTER_STOP and end > unit.segment.inner[-1].start + 1 and self.text[end - 2] in UTTERANCE_ENDS:
            inside = self.text[end - 2]
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
        return not self.has_words(self.sentence_before(unit), unit.first)

    def leads_in(self, unit: Unit) -> bool:
        """Whether nothing or only an adverb stands before the unit in its sentence.

        "Instead, "..."; before a colon the adverb may be drawn out: "Then, after a moment: "...".
        """
        low = self.sentence_before(unit)
        if unit.first - low > _LONGEST_LEAD:
            return False
        before = self.tokens(low, unit.first)
        if unit.first - low <= _LONGEST_ADVERB and all(_leads(t) for t in before):
            return True
        words = [t for t in before if not t.is_space]
        return (
            bool(words)
            and words[-1].text == ":"
            and words[0].tag_ == "RB"
            and all(_leads(t) or t.tag_ in _PHRASE for t in words)
        )

    def is_quoted(self, position: int) -> bool:
        """Whether a token stands inside a unit."""
        found = bisect_right(self._firsts, position) - 1
        return found >= 0 and position < self.units[found].end


def _leads(token: Token) -> bool:
    return token.tag_ in _LEADING or token.is_punct or token.is_space


def _offsets(doc: Doc) -> tuple[list[int], list[int]]:
    """First offset of each token and the one behind its last, without making the tokens."""
    if not len(doc):
        return [], []
    lengths, spaces = doc.to_array(["LENGTH", "SPACY"]).astype(np.int64).T
    behind = np.cumsum(lengths + spaces)
    starts = behind - lengths - spaces
    return starts.tolist(), (starts + lengths).tolist()
