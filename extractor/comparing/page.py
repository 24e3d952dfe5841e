"""The text of one article cut into sentences, with the names of each read once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.comparing.names import Name, names_of
from extractor.comparing.wording import Sentence, sentences

if TYPE_CHECKING:
    from extractor.records import Article


@dataclass(slots=True)
class Page:
    """An article's body in sentences; empty where the article comes without its text."""

    text: str
    parts: list[Sentence]
    starts: list[int]
    read: dict[int, tuple[Name, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article) -> Page:
        """The page of an article."""
        text = article.text or ""
        begin, end = (article.body.start, article.body.end) if article.body else (0, len(text))
        parts = sentences(text, begin, min(end, len(text)))
        return cls(text, parts, [part.start for part in parts])

    def at(self, offset: int) -> int:
        """Index of the sentence in which a character stands, -1 where there is none."""
        return bisect_right(self.starts, offset) - 1

    def names(self, at: int) -> tuple[Name, ...]:
        """The names of one sentence."""
        if at not in self.read:
            self.read[at] = names_of(self.text, self.parts[at])
        return self.read[at]
