"""One source article, made ready to be looked things up in: its words by form, its quotes and claims by place."""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from extractor.checking.wording import Word, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.records import Extraction, Quote

#: Words that an ellipsis or a bracket may stand for.
LONGEST_GAP = 80
#: Occurrences of one word that are tried as the place of a passage; the commonest words tell nothing.
MOST_PLACES = 400
#: Least likeness (difflib's ratio over words) of a passage that counts as the same one, altered.
LIKE = 0.6


class Passage(NamedTuple):
    """A stretch of a source's words, indices half-open, and how like it is to what was looked for (1.0 verbatim)."""

    first: int
    last: int
    likeness: float


class Source:
    """A source article and its words."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.text = extraction.article.text or ""
        self.words = words_of(self.text)
        self.keys = [word.key for word in self.words]
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for n, key in enumerate(self.keys):
            self._places[key].append(n)

    def verbatim(self, pieces: Sequence[Sequence[Word]]) -> Passage | None:
        """Where the pieces stand word for word and in order, with no more between them than an editor leaves out."""
        wanted = [[word.key for word in piece] for piece in pieces]
        for first in self._places.get(wanted[0][0], ()):
            last = self._run(wanted, first)
            if last is not None:
                return Passage(first, last, 1.0)
        return None

    def _run(self, wanted: Sequence[Sequence[str]], first: int) -> int | None:
        """The index behind the last piece if the first begins at `first`; None where they do not follow."""
        at = first
        for number, piece in enumerate(wanted):
            reach = LONGEST_GAP if number else 0
            starts = range(at, min(at + reach, len(self.keys) - len(piece)) + 1)
            found = next((n for n in starts if self.keys[n : n + len(piece)] == piece), None)
            if found is None:
                return None
            at = found + len(piece)
        return at

    def alike(self, pieces: Sequence[Sequence[Word]]) -> Passage | None:
        """The passage most like the pieces, None where none is like enough."""
        wanted = [word.key for piece in pieces for word in piece]
        offsets: Counter[int] = Counter()
        for n, key in enumerate(wanted):
            places = self._places.get(key, ())
            if len(places) <= MOST_PLACES:
                offsets.update(place - n for place in places)
        best: Passage | None = None
        for offset, _ in offsets.most_common(5):
            passage = self._trimmed(wanted, offset)
            if passage and passage.likeness >= LIKE and (best is None or passage.likeness > best.likeness):
                best = passage
        return best

    def _trimmed(self, wanted: Sequence[str], offset: int) -> Passage | None:
        """The window at `offset`, cut to its first and last word in common, with a word's room either side."""
        slack = 2 + len(wanted) // 5
        low, high = max(0, offset - slack), min(len(self.keys), offset + len(wanted) + slack)
        matcher = SequenceMatcher(None, wanted, self.keys[low:high], autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        if not blocks:
            return None
        first = max(0, low + blocks[0].b - blocks[0].a)
        last = min(len(self.keys), low + blocks[-1].b + len(wanted) - blocks[-1].a)
        ratio = SequenceMatcher(None, wanted, self.keys[first:last], autojunk=False).ratio()
        return Passage(first, last, ratio) if last > first else None

    def span(self, passage: Passage) -> tuple[int, int]:
        """Start and end of a passage in the source's text."""
        return self.words[passage.first].start, self.words[passage.last - 1].end

    def quote_at(self, start: int, end: int) -> Quote | None:
        """The shortest quote with a speaker that holds most of a range; None where the range is the paper's own."""
        holding = [
            quote
            for quote in self.extraction.quotes
            if quote.speaker
            and 2 * sum(max(0, min(c.end, end) - max(c.start, start)) for c in quote.content) > end - start
        ]
        return min(holding, key=lambda q: sum(c.end - c.start for c in q.content), default=None)
