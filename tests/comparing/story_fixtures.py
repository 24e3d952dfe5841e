"""The stories of `fixtures/stories`: articles of our own as records, with the facts and verdicts made by hand."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from extractor.records import Article, Claim, Extraction, Quote, Span, Speaker, TextSpan, Timex

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "stories"
SLUGS = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles, hand-made extractions of them, and which claims are of one fact, by (article, start, end)."""

    articles: tuple[Article, ...]
    extractions: tuple[Extraction, ...]
    facts: dict[tuple[str, int, int], str]
    verdicts: dict[str, dict[str, Any]]


def read(slug: str) -> Story:
    """One story of the fixtures; a claim that is of no fact told twice has a fact of its own."""
    about = tomllib.loads((FOLDER / slug / "story.toml").read_text("utf-8"))
    gold = json.loads((FOLDER / slug / "gold.json").read_text("utf-8"))
    articles, extractions, facts = [], [], {}
    for entry in about["articles"]:
        text = (FOLDER / slug / f"{entry['id']}.txt").read_text("utf-8")
        article = article_of(text, entry)
        told = gold["articles"][article.id]
        extraction = extraction_of(article, told)
        for claim, facts_of in zip(extraction.claims, told, strict=True):
            label = facts_of["fact"] or f"{article.id}/{claim.id}"
            facts[article.id, claim.start, claim.end] = f"{slug}/{label}"
        articles.append(article)
        extractions.append(extraction)
    verdicts = {f"{slug}/{label}": verdict for label, verdict in gold["facts"].items()}
    return Story(articles=tuple(articles), extractions=tuple(extractions), facts=facts, verdicts=verdicts)


def article_of(text: str, entry: dict[str, Any]) -> Article:
    return Article(
        id=entry["id"],
        path=None,
        title=None,
        byline=None,
        source=entry["source"],
        agency=entry.get("agency"),
        dateline=entry.get("dateline"),
        url=None,
        language="en",
        published=entry["published"],
        published_from="field",
        sha256=sha256(text.encode()).hexdigest(),
        body=Span(start=0, end=len(text)),
        text=text,
    )


def extraction_of(article: Article, told: list[dict[str, Any]]) -> Extraction:
    """What a perfect reading of the article would find, as far as comparing looks at it. Claims stand in text order."""
    assert article.text is not None
    speakers: dict[str, Speaker] = {}
    claims, quotes, dates = [], [], []
    at = 0
    for n, fact in enumerate(told, 1):
        at = article.text.index(fact["text"], at)
        claim = claim_of(article.text, f"c{n}", at, fact)
        at = claim.end
        part = next((c.id for c in claims if c.text == fact.get("part_of")), None)
        if claim.source:
            name = fact.get("speaker", claim.source.text)
            kind = "person" if name[0].isupper() and not name.startswith(("The ", "Doctors")) else "organization"
            speakers.setdefault(name, Speaker(id=f"s{len(speakers) + 1}", name=name, kind=kind, mentions=()))
            claim = changed(claim, speaker=speakers[name].id)
        if fact.get("denied"):
            quotes.append(denial(f"q{len(quotes) + 1}", claim))
            claim = changed(claim, quote=quotes[-1].id)
        if "date" in fact:
            dates.append(timex(f"d{len(dates) + 1}", claim, fact["date"]))
            claim = changed(claim, date=dates[-1].id)
        claims.append(changed(claim, part_of=part))
    return Extraction(
        extractor_version="0",
        model="by hand",
        article=article,
        speakers=tuple(speakers.values()),
        quotes=tuple(quotes),
        dates=tuple(dates),
        claims=tuple(claims),
    )


def changed(claim: Claim, **fields: Any) -> Claim:
    return replace(claim, **fields)


def claim_of(text: str, id_: str, start: int, fact: dict[str, Any]) -> Claim:
    value = fact["value"]
    number = None if value is None else float(value)
    bounds = {key: None if fact.get(key, value) is None else float(fact.get(key, value)) for key in ("low", "high")}
    end = start + len(fact["text"])
    return Claim(
        id=id_,
        start=start,
        end=end,
        text=fact["text"],
        kind=fact.get("kind", "count"),
        value=number,
        **bounds,
        modifier=fact.get("modifier", "exact"),
        trend=fact.get("trend"),
        unit=fact.get("unit", "people"),
        noun=fact.get("noun"),
        noun_inferred=None if "noun" in fact or "kind" in fact else "people",
        event=fact["event"],
        event_mention=span(text, fact["event_mention"], start),
        polarity="affirmed",
        hedge=span(text, fact["hedge"], start) if "hedge" in fact else None,
        source=span(text, fact["source"], start) if "source" in fact else None,
        speaker=None,
        quote=None,
        date=None,
        place=None,
        part_of=None,
        group=None,
        found_by="hand",
        confidence=1.0,
    )


def span(text: str, words: str, near: int) -> TextSpan:
    """The occurrence of `words` nearest to offset `near`."""
    places = [n for n in range(len(text)) if text.startswith(words, n)]
    start = min(places, key=lambda place: abs(place - near))
    return TextSpan(start=start, end=start + len(words), text=words)


def denial(id_: str, claim: Claim) -> Quote:
    return Quote(
        id=id_,
        kind="indirect",
        mode="speech",
        polarity="negated",
        content=(Span(start=claim.start, end=claim.end),),
        text=claim.text,
        quoted=(),
        speaker=claim.speaker,
        source=None,
        cue=None,
        according_to=None,
        within=None,
        addressee=None,
        date=None,
        found_by="hand",
        confidence=1.0,
    )


def timex(id_: str, claim: Claim, day: str) -> Timex:
    return Timex(
        id=id_,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        type="DATE",
        value=day,
        earliest=day,
        latest=day,
        found_by="hand",
        confidence=1.0,
    )
