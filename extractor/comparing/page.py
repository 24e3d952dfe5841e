"""The text of one article cut into sentences, with the names of each read once."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.comparing.names import Name, names_of
from extractor.comparing.wording import Sentence, Word, sentences, words

if TYPE_CHECKING:
    from extractor.records import Extraction


#: A sentence of more words than this is none (a table without line breaks, noise): its names place nothing.
LONGEST = 400
#: A year that sets the sentence's event, not the end of a span or a number.
YEAR = re.compile(r"(?<![Ss]ince )(?<![Aa]fter )(?<!until )(?<!from )(?<![\d,.$£€])\b(1[89]\d\d|20\d\d)\b(?![,.]?\d|%)")


@dataclass(slots=True)
class Page:
    """An article's body in sentences; empty where the article comes without its text.

    `persons` are the offsets of the characters in full names of persons who speak in the article: those are no places.
    """

    text: str
    parts: list[Sentence]
    starts: list[int]
    persons: frozenset[int]
    read: dict[int, tuple[Name, ...]] = field(default_factory=dict)
    years: dict[int, str | None] = field(default_factory=dict)
    split: dict[int, list[Word]] = field(default_factory=dict)

    @classmethod
    def of(cls, extraction: Extraction) -> Page:
        """The page of an article."""
        article = extraction.article
        text = article.text or ""
        begin, end = (article.body.start, article.body.end) if article.body else (0, len(text))
        parts = sentences(text, begin, min(end, len(text)))
        persons = (s for s in extraction.speakers if s.kind == "person" and " " in s.name)
        named = (m for s in persons for m in s.mentions if m.form == "name")
        letters = frozenset(at for mention in named for at in range(mention.start, mention.end))
        return cls(text, parts, [part.start for part in parts], letters)

    def at(self, offset: int) -> int:
        """Index of the sentence in which a character stands, -1 where there is none."""
        return bisect_right(self.starts, offset) - 1

    def words(self, at: int) -> list[Word]:
        """The words of one sentence."""
        if at not in self.split:
            self.split[at] = words(self.text, self.parts[at].start, self.parts[at].end)
        return self.split[at]

    def year(self, at: int) -> str | None:
        """The one year that a sentence names."""
        if at not in self.years:
            part = self.parts[at]
            years = set(YEAR.findall(self.text, part.start, part.end))
            self.years[at] = years.pop() if len(years) == 1 else None
        return self.years[at]

    def names(self, at: int) -> tuple[Name, ...]:
        """The names of one sentence."""
        if at not in self.read:
            tokens = self.words(at)
            found = names_of(self.text, tokens) if len(tokens) <= LONGEST else ()
            self.read[at] = tuple(name for name in found if name.end - 1 not in self.persons)
        return self.read[at]
