"""One article made ready for comparing: each claim with what its text says of whom, where, when and on whose word.

What is kept is small, so that thousands of articles fit: the text and the quotes are let go.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from extractor.comparing.frame import LEAD_SENTENCES, lead_frame, sentence_frame
from extractor.comparing.names import Name, key_of
from extractor.comparing.page import Page
from extractor.comparing.setting import Setting, settings_of
from extractor.comparing.subject import Subject, subject_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.records import Article, Claim, Extraction, Timex

#: Of the runs of so many words in an article, about one in so many is looked at, and so many kept to know a copy by.
WORDS_IN_PRINT, SAMPLE, KEPT = 6, 4, 64
#: Of a long article its first characters are enough to know it by.
PRINTED = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is kept of an article: who it is, what its lead names, and a print of its wording to know a copy by."""

    id: str
    sha256: str
    published: str
    outlet: str | None
    agency: str | None
    lead_names: tuple[Name, ...]
    dateline: str | None
    days: frozenset[str]
    print: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One claim with its setting. `frame` weighs the words that say which story it belongs to.

    `day` is the event's ISO day where one day is given; `era` the year that the sentence sets it in; `voice` the key of
    who vouches, None where the paper itself does. None where there is none.
    """

    card: Card
    claim: Claim
    subject: Subject
    setting: Setting
    frame: Mapping[str, float]
    day: str | None
    era: str | None
    voice: str | None
    speaker: str | None

    @property
    def order(self) -> tuple[str, str, str, int, int]:
        """Where it stands in time, and a fixed place among those of one day."""
        return self.card.published or "9999", self.card.id, self.card.sha256, self.claim.start, self.claim.end


def tellings_of(extraction: Extraction) -> tuple[Telling, ...]:
    """The claims of one article, ready for comparing, in text order."""
    page = Page.of(extraction)
    card = card_of(extraction, page)
    lead = lead_frame(page, extraction.article.title)
    settings = settings_of(page, extraction.claims)
    frames: dict[int, Mapping[str, float]] = {}
    dates = {date.id: date for date in extraction.dates}
    claims = {claim.id: claim for claim in extraction.claims}
    quotes = {quote.id: quote for quote in extraction.quotes}
    speakers = {speaker.id: speaker for speaker in extraction.speakers}
    tellings = []
    for claim in extraction.claims:
        at = page.at(claim.start)
        if at not in frames:
            frames[at] = sentence_frame(page, at, lead)
        quote, date, speaker = (
            quotes.get(claim.quote or ""),
            dates.get(claim.date or ""),
            speakers.get(claim.speaker or ""),
        )
        name = speaker.name if speaker else claim.source.text if claim.source else None
        tellings.append(
            Telling(
                card=card,
                claim=claim,
                subject=subject_of(
                    page.text, claim, quote.polarity if quote else "affirmed", claims.get(claim.part_of or "")
                ),
                setting=settings[claim.id],
                frame=frames[at],
                day=date.earliest if date and date.earliest == date.latest else None,
                era=era_of(page, at, date),
                voice=key_of(name) if name else None,
                speaker=name,
            )
        )
    return tuple(tellings)


def card_of(extraction: Extraction, page: Page) -> Card:
    """What is kept of the article."""
    article = extraction.article
    return Card(
        id=article.id,
        sha256=article.sha256,
        published=article.published or "",
        outlet=article.source,
        agency=article.agency,
        lead_names=tuple(name for at in range(min(LEAD_SENTENCES, len(page.parts))) for name in page.names(at)),
        dateline=dateline_place(article),
        days=frozenset(d.earliest for d in extraction.dates if d.earliest and d.earliest == d.latest),
        print=print_of(page.text, article),
    )


def dateline_place(article: Article) -> str | None:
    """The first place of the dateline ("RUVENNA, May 6"), as a key."""
    return key_of(article.dateline.split(",")[0].split("(")[0]) or None if article.dateline else None


def era_of(page: Page, at: int, date: Timex | None) -> str | None:
    """The year in which the claim's date or its sentence sets the event ("the 1998 flood"), not one of a span."""
    if date and date.earliest and date.latest and date.earliest[:4] == date.latest[:4]:
        return date.earliest[:4]
    return page.year(at) if at >= 0 else None


def print_of(text: str, article: Article) -> frozenset[int]:
    """A sample of the runs of words in the body: two articles that share most of them are one copy.

    Which runs are taken depends on their words alone, so that copies are sampled alike. A checksum, not Python's
    hash, which differs from process to process.
    """
    begin, end = (article.body.start, article.body.end) if article.body else (0, len(text))
    tokens = text[begin : min(end, begin + PRINTED)].lower().split()
    runs = {
        crc32(" ".join(tokens[n : n + WORDS_IN_PRINT]).encode("utf-8", "surrogatepass"))
        for n in range(len(tokens) - WORDS_IN_PRINT + 1)
        if crc32(tokens[n].encode("utf-8", "surrogatepass")) % SAMPLE == 0
    }
    return frozenset(sorted(runs)[:KEPT])
