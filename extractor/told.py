"""Records of what many articles tell: one fact with each claim of it, one speaker with each quote.

A room of their own only because `records` is full. Standard library only, as there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.records import Agreement, QuoteKind, SpeakerKind, StatementPolarity


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldClaim:
    """One claim as one article tells it: `article` and `claim` are ids, `source` the outlet, `date` the event's day."""

    article: str
    claim: str
    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    speaker: str | None
    agency: str | None
    source: str | None
    date: str | None
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFact:
    """Claims of one fact across articles, in order of publication, and how many sources really vouch for it."""

    id: str
    event: str
    noun: str | None
    scope: str | None
    claims: tuple[ToldClaim, ...]
    low: float | None
    high: float | None
    agreement: Agreement
    independent_sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One quote as one article gives it; `article` and `quote` are ids, offsets those of the article's text."""

    article: str
    quote: str
    published: str | None
    date: str | None
    start: int
    end: int
    text: str
    kind: QuoteKind
    polarity: StatementPolarity


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSpeaker:
    """One speaker across articles under the fullest name given, and what is quoted of them, in order."""

    id: str
    name: str
    kind: SpeakerKind
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    articles: tuple[str, ...]
    quotes: tuple[Utterance, ...]
