"""Extractions as one self-contained HTML page: the text with everything in its place, and beside it what was found.

No script, no request: style sheet and text are in the page, and its own policy forbids the rest. Every character of an
article goes through Jinja's escaping, and through `visible_lines`, so that it neither runs nor hides.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, StrictUndefined, Template

from extractor.report.passages import Passage, Piece, paragraphs, pieces
from extractor.report.selection import Selection, confident, only_scare
from extractor.report.told_view import facts_view
from extractor.report.visible import visible, visible_lines
from extractor.report.wording import PUBLISHED_FROM, Wording, about, figure, meaning, quoted_text, sure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.records import Article, Claim, Extraction, Quote, Span, Timex
    from extractor.told import ToldFact

#: As many colours of speakers as the style sheet has.
COLOURS: Final = 8
_MODES: Final = {"speech": "", "thought": "thought", "attitude": "wanted or supported"}
_POLARITIES: Final = {"affirmed": "", "negated": "negated", "non_factive": "only if"}


def html_page(
    extractions: Sequence[Extraction], selection: Selection | None = None, facts: Sequence[ToldFact] = ()
) -> str:
    """The page of one or several articles; of several it begins with an index, totals and what they tell alike.

    `facts` are the facts that the articles tell, as comparing finds them; a claim of theirs that is on the page is a
    link to it.
    """
    selection = selection or Selection()
    pages = [_View(one, selection, number) for number, one in enumerate(extractions, 1)]
    views = [page.made() for page in pages]
    title = views[0]["title"] if len(views) == 1 else f"{len(views)} articles"
    return _template().render(
        title=title,
        articles=views,
        facts=facts_view(facts, _anchors(pages)),
        style=_own("page.css"),
        version=extractions[0].extractor_version if extractions else "",
    )


def _anchors(pages: Sequence[_View]) -> dict[tuple[str, str, int], str]:
    """Where each claim is listed, by article, id and start; the first place where an article stands twice."""
    anchors: dict[tuple[str, str, int], str] = {}
    for page in pages:
        for claim in page.claims:
            anchors.setdefault((page.extraction.article.id, claim.id, claim.start), page.prefix + claim.id)
    return anchors


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["visible"] = visible
    return environment.from_string(_own("page.html"))


def _own(name: str) -> str:
    return (resources.files("extractor.report") / name).read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A piece as the template draws it."""

    text: str
    begins: tuple[str, ...] = ()
    classes: str = ""
    href: str = ""
    hint: str = ""


class _View:
    """One article as the template wants it. Ids get the article's number in front, for a page has many articles."""

    def __init__(self, extraction: Extraction, selection: Selection, number: int) -> None:
        self.extraction = only_scare(confident(extraction, selection.min_confidence), selection)
        self.selection = selection
        self.prefix = f"a{number}-"
        self.words = Wording(extraction=self.extraction)
        speaking = dict.fromkeys(q.speaker for q in self.extraction.quotes if q.speaker)
        speaking.update(dict.fromkeys(c.speaker for c in self.extraction.claims if c.speaker))
        self.colour = {speaker: n % COLOURS for n, speaker in enumerate(speaking)}
        self.quotes = self.extraction.quotes if selection.has("quotes") else ()
        self.claims = self.extraction.claims if selection.has("claims") else ()
        self.dates = self.extraction.dates if selection.has("dates") else ()
        self.by_id = {quote.id: quote for quote in self.quotes}
        self.hints: dict[str, str] = {}

    def made(self) -> dict[str, Any]:
        """Everything that the template names."""
        article = self.extraction.article
        speakers = self._speakers()
        claims = [self._claim(claim) for claim in self.claims]
        dates = [self._date(n) for n in range(len(self.dates))]
        return {
            "anchor": self.prefix.rstrip("-"),
            "prefix": self.prefix,
            "title": visible(article.title or article.id),
            "facts": _facts(article),
            "published": article.published,
            "url": article.url if (article.url or "").startswith(("http://", "https://")) else None,
            "blocks": list(self._blocks()),
            "speakers": speakers,
            "named": sum(speaker["name"] is not None for speaker in speakers),
            "outlet": visible(article.source or ""),
            "quotes": len(self.quotes),
            "claims": claims,
            "dates": dates,
            "groups": self._groups() if self.selection.has("claim_groups") else [],
            "warnings": [visible(w.message) for w in self.extraction.warnings],
        }

    # ------------------------------------------------------------ beside the text

    def _speakers(self) -> list[dict[str, Any]]:
        """Speakers with their quotes, in the order in which they speak; the unattributed last."""
        found: dict[str | None, list[Quote]] = {}
        for quote in self.quotes:
            found.setdefault(quote.speaker, []).append(quote)
        return [self._speaker(*item) for item in sorted(found.items(), key=lambda item: item[0] is None)]

    def _speaker(self, speaker_id: str | None, quotes: Sequence[Quote]) -> dict[str, Any]:
        speaker = self.words.speakers.get(speaker_id or "")
        return {
            "name": visible(speaker.name) if speaker else None,
            "roles": visible(", ".join(r for r in speaker.roles if r not in speaker.name)) if speaker else "",
            "kind": speaker.kind if speaker else None,
            "colour": self._colour(speaker_id),
            "quotes": [self._quote(quote) for quote in quotes],
        }

    def _quote(self, quote: Quote) -> dict[str, Any]:
        said = f"{self.words.source(quote) or 'unattributed'}: {_verb(quote)}"
        self._hint(quote.id, said, quote)
        about = [
            quote.addressee and f"to {quote.addressee.text}",
            self.words.day(quote.date),
            quote.within and f"according to {self.words.name(quote.according_to) or 'somebody'}",
        ]
        return {
            "id": self.prefix + quote.id,
            "text": visible(quoted_text(quote, self.extraction.article.text or "")),
            "cue": visible(_verb(quote)),
            "tags": [tag for tag in (_POLARITIES[quote.polarity], _MODES[quote.mode]) if tag],
            "about": " \u00b7 ".join(visible(part) for part in about if part),
            "found": _found(quote),
        }

    def _claim(self, claim: Claim) -> dict[str, Any]:
        value, source = figure(claim), self.words.source(claim)
        event = self.words.event(claim)
        self._hint(claim.id, " ".join(p for p in (value, self.words.noun(claim), event) if p), claim)
        return {
            "id": self.prefix + claim.id,
            "figure": visible(value),
            "noun": visible(self.words.noun(claim)),
            "event": visible(event),
            "day": visible(self.words.day(claim.date) or ""),
            "source": visible(source) if source else "",
            "colour": self._colour(claim.speaker),
            "found": _found(claim),
        }

    def _date(self, number: int) -> dict[str, Any]:
        item = self.dates[number]
        self._hint(item.id, meaning(item), item)
        return {
            "id": self.prefix + item.id,
            "text": visible(item.text),
            "means": meaning(item),
            "value": f"{item.value} {item.mod or ''}".strip(),
            "found": _found(item),
        }

    def _groups(self) -> list[dict[str, Any]]:
        return [
            {
                "about": visible(about(group)),
                "agreement": group.agreement,
                "claims": [
                    {
                        "id": self.prefix + c.id,
                        "figure": visible(figure(c)),
                        "source": visible(self.words.source(c) or ""),
                    }
                    for c in (self.words.claims[i] for i in group.claims if i in self.words.claims)
                ],
            }
            for group in self.extraction.claim_groups
        ]

    def _colour(self, speaker: str | None) -> str:
        return f"s{self.colour[speaker]}" if speaker in self.colour else "nobody"

    def _hint(self, found_id: str, what: str, item: Quote | Claim | Timex) -> None:
        self.hints[found_id] = f"{visible(what)} ({_found(item)})"

    # ------------------------------------------------------------ the text

    def _blocks(self) -> Iterator[dict[str, Any]]:
        """The paragraphs, those outside the body marked."""
        article = self.extraction.article
        text = article.text or ""
        blocks = list(_by_body(list(paragraphs(text)), article.body))
        for block, inside in zip(blocks, pieces([b for b, _ in blocks], self._passages()), strict=True):
            kind = "headline" if block[0].of(text).strip() == article.title else ""
            yield {"kind": kind if block[1] else "margin", "marks": [self._mark(piece, text) for piece in inside]}

    def _passages(self) -> Iterator[Passage]:
        for quote in self.quotes:
            for number, span in enumerate(quote.content):
                yield Passage(kind="quote", id=quote.id, start=span.start, end=span.end, first=number == 0)
        for kind, items in (("claim", self.claims), ("date", self.dates)):
            for item in items:
                yield Passage(kind=kind, id=item.id, start=item.start, end=item.end)

    def _mark(self, piece: Piece, text: str) -> _Mark:
        words = visible_lines(text[piece.start : piece.end])
        begins = tuple(self.prefix + i for i in piece.begins)
        if not piece.inside:
            return _Mark(text=words, begins=begins)
        inner = piece.inside.get("date") or piece.inside.get("claim") or piece.inside["quote"]
        return _Mark(
            text=words,
            begins=begins,
            classes=" ".join(self._classes(piece.inside)),
            href=self.prefix + inner,
            hint="\n".join(self.hints[i] for i in piece.inside.values()),
        )

    def _classes(self, inside: dict[str, str]) -> Iterator[str]:
        yield from inside
        if "quote" in inside:
            quote = self.by_id[inside["quote"]]
            yield quote.kind
            yield self._colour(quote.speaker)


def _by_body(blocks: Sequence[Span], body: Span | None) -> Iterator[tuple[Span, bool]]:
    """Each block with whether it stands in the body; one that the body's edge goes through counts as inside."""
    for block in blocks:
        yield block, body is not None and block.overlaps(body)


def _facts(article: Article) -> list[str]:
    published = article.published and f"published {article.published}"
    if published and article.published_from:
        published += f" ({PUBLISHED_FROM[article.published_from]})"
    parts = (article.source, article.byline, article.dateline, article.agency, published, article.path)
    return [visible(part) for part in parts if part]


def _verb(quote: Quote) -> str:
    """The reporting words; a speaker whom the passage does not name again goes on."""
    if quote.cue:
        return quote.cue.text
    return "goes on" if quote.speaker and not quote.source else "\u2014"


def _found(item: Quote | Claim | Timex) -> str:
    return f"rule {visible(item.found_by)}, {sure(item.confidence)}"
