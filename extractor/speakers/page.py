"""One article's parse as flat lists, so that finding who speaks walks no tree twice.

Built in one pass over the `Doc`. A *token* is an index into these lists; `starts` and `ends` are code points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING

from extractor.speakers.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from extractor.records import Span
    from extractor.speakers.words import Words

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
#: A phrase is never looked at beyond so many tokens, so that deep or endless nesting stays cheap.
LONGEST_PHRASE = 40
#: Tags of words that can head a source: nouns, pronouns, numbers, determiners, adjectives ("the poor").
HEADING = frozenset({"NN", "PR", "WP", "WD", "CD", "DT", "JJ"})
#: Heads come as offsets modulo 2**64.
UNSIGNED = 2**64 - 1


class Page:
    """The words, tags, heads, sentences and paragraphs of one article; `quoted` marks tokens inside quotation marks."""

    def __init__(self, doc: Doc, quoted: Iterable[Span] = (), known: Words = WORDS) -> None:
        """Read `doc` once; `quoted` are the character ranges inside quotation marks, `known` the words to know."""
        self.known = known
        strings = doc.vocab.strings
        # One array for everything: making a Token object a word would cost more than all the rest of this room.
        table = doc.to_array(["ORTH", "TAG", "DEP", "HEAD", "SPACY", "SENT_START"])
        rows = [table[:, column].tolist() for column in range(6)] if len(doc) else [[]] * 6
        orths: dict[int, str] = {number: strings[number] for number in set(rows[0])}
        lowers = {number: word.lower() for number, word in orths.items()}
        names: dict[int, str] = {number: strings[number] if number else "" for number in {*rows[1], *rows[2]}}
        self.vocabulary = frozenset(orths.values())
        self.words = [orths[number] for number in rows[0]]
        self.lower = [lowers[number] for number in rows[0]]
        self.tags = [names[number] for number in rows[1]]
        self.deps = [names[number] for number in rows[2]]
        self.heads = [(index + offset) & UNSIGNED for index, offset in enumerate(rows[3])]
        self._mend()
        self.starts, self.ends = self._positions(rows[4])
        self.text = "".join([word + " " if space else word for word, space in zip(self.words, rows[4], strict=True)])
        self.quoted = self._quoted(quoted)
        self.sentence, self.paragraph = self._count(rows[5])
        self._kids: dict[int, list[int]] | None = None

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.words)

    def _mend(self) -> None:
        """Make subjects of first parts of verbs, which only nouns have: "Asked whether she voted, Burr demurred"."""
        for index, dep in enumerate(self.deps):
            if dep != "compound" or self.heads[index] != index + 1:
                continue
            behind = index + 1
            taken_for_noun = self.deps[behind] == "ROOT" and self.lower[behind].endswith("ed")
            if self.tags[behind] in ("VBD", "VBZ") or taken_for_noun:
                self.deps[index] = "nsubj"

    def _positions(self, spaces: list[int]) -> tuple[list[int], list[int]]:
        """Where each token starts and ends, in code points; `spaces` tells after which ones a space follows."""
        lengths = list(map(len, self.words))
        ends_with_space = list(accumulate(map(add, lengths, spaces)))
        starts = [0, *ends_with_space[:-1]] if lengths else []
        return starts, list(map(add, starts, lengths))

    def _quoted(self, spans: Iterable[Span]) -> list[bool]:
        """One flag a token: whether it stands inside a quotation."""
        flags = [False] * len(self.words)
        for span in spans:
            first = bisect_left(self.starts, span.start)
            last = bisect_left(self.starts, span.end)
            flags[first:last] = [True] * (last - first)
        return flags

    def _count(self, begins: list[int]) -> tuple[list[int], list[int]]:
        """Sentence and paragraph number of each token; sentences inside quotations do not count, they move no focus."""
        sentence = paragraph = 0
        sentences: list[int] = []
        paragraphs: list[int] = []
        for word, begin, quoted in zip(self.words, begins, self.quoted, strict=True):
            if "\n" in word:
                paragraph += 1
            if begin == 1 and not quoted:
                sentence += 1
            sentences.append(sentence)
            paragraphs.append(paragraph)
        return sentences, paragraphs

    @property
    def kids(self) -> dict[int, list[int]]:
        """The children of every token that has any, in text order."""
        if self._kids is None:
            self._kids = {}
            for index, head in enumerate(self.heads):
                if head != index:
                    self._kids.setdefault(head, []).append(index)
        return self._kids

    def children(self, token: int, *deps: str) -> list[int]:
        """The token's children, of the given dependencies only if any are given."""
        found = self.kids.get(token, [])
        return [kid for kid in found if self.deps[kid] in deps] if deps else found

    def tokens(self, span: Span) -> tuple[int, int]:
        """First and last token (both included) that `span` touches; marks and white space at its end left out."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        if first < len(self.ends) and self.ends[first] <= span.start:
            first += 1
        last = bisect_left(self.starts, span.end) - 1
        first = min(first, len(self.words) - 1)
        last = max(first, last)
        while first < last and self.words[first].isspace():
            first += 1
        while last > first and not self.words[last][-1].isalnum():
            last -= 1
        return first, last

    def head_of(self, first: int, last: int) -> int:
        """The token in first..last whose own head lies outside; the first noun of several."""
        found = [
            i
            for i in range(first, min(last, first + LONGEST_PHRASE) + 1)
            if not first <= self.heads[i] <= last or self.heads[i] == i
        ]
        solid = [i for i in found if self.tags[i].startswith("NN")]
        nouns = [i for i in found if self.tags[i][:2] in HEADING]
        if not (solid or nouns):
            # The parser hung the noun on a verb inside the span: "Norvik, worried about a war spilling over,".
            solid = [i for i in range(first, min(last, first + LONGEST_PHRASE) + 1) if self.tags[i].startswith("NN")]
        return (solid or nouns or found or [last])[0]

    def phrase(self, head: int) -> tuple[int, int]:
        """First and last token of the noun phrase round `head`: what modifies it, but no clauses."""
        first = last = head
        stack = [head]
        while stack and last - first < LONGEST_PHRASE:
            for kid in self.kids.get(stack.pop(), ()):
                if self.deps[kid] in PHRASE_DEPS and abs(kid - head) < LONGEST_PHRASE:
                    first, last = min(first, kid), max(last, kid)
                    stack.append(kid)
        return first, last

    def string(self, first: int, last: int) -> str:
        """The characters from token `first` to token `last`, both included."""
        return self.text[self.starts[first] : self.ends[last]]

    def is_subject(self, token: int) -> bool:
        """Whether the token is a subject of its clause."""
        return self.deps[token] in SUBJECTS


#: What belongs to a noun phrase on either side of its head.
PHRASE_DEPS = frozenset(
    {
        "det",
        "poss",
        "case",
        "compound",
        "amod",
        "nummod",
        "nmod",
        "quantmod",
        "advmod",
        "predet",
        "prep",
        "pobj",
        "punct-hyph",
        "npadvmod",
    }
)
