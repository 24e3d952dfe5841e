"""Annotated news in JSON Lines, an article a line, and which of our answers on it are right.

Three formats, told by their keys. All offsets are code points of `text`.

* quotes: {"id", "text", "date", "attributions": [{"id", "source_heads": [[start, end]], "source_names": [{"name"}],
  "content": [[start, end]]}], "quotes": [{"inner": [start, end], "attribution": id or null}]}
* claims: {"id", "text", "dct", "claims": [{"start", "end", "value", "low", "event", "optional"}]}
* dates: {"id", "text", "dct", "timexes": [{"start", "end", "value"}]}

An answer that lies on nothing annotated is wrong. A claim on an optional one is not judged.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor.articles.plain import Given, article_of
from extractor.linking.confidence import claim_key, forms_of, quote_key, quote_kind
from extractor.speakers.names import parse_body, parse_name, same_organization, same_person

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from extractor.linking.confidence import Kind
    from extractor.records import Article, Claim, Extraction, Quote, Timex

Row = dict[str, Any]
#: Least share of characters in common (intersection over union) of words in marks, and of a statement without.
SAME_WORDS = 0.8
SAME_STATEMENT = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer of the program and whether it is right; `key` as the table of counts has it."""

    kind: Kind
    key: str
    confidence: float
    right: bool


def read_rows(path: Path) -> list[Row]:
    """The articles of one file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def article(row: Row) -> Article:
    """The article of a row, as the program reads it."""
    given = Given(title=row.get("title"), published=row.get("date") or row.get("dct"))
    return article_of(row["text"], id=row["id"], given=given).article


def answers(row: Row, found: Extraction) -> Iterator[Answer]:
    """Every answer that the row can judge."""
    if "attributions" in row:
        yield from _quotes(row, found)
    if "claims" in row:
        yield from _claims(row["claims"], found.claims)
    if "timexes" in row:
        yield from _dates(row["timexes"], found.dates)


def _quotes(row: Row, found: Extraction) -> Iterator[Answer]:
    forms = forms_of(found.speakers)
    names = {s.id: s.name for s in found.speakers if s.kind != "unnamed"}
    for quote in found.quotes:
        if quote.within or quote.kind == "scare" or not (quote.source or quote.speaker):
            continue
        kind = quote_kind(quote)
        name = names.get(quote.speaker) if quote.speaker else None
        gold = _attribution(row, quote)
        right = gold is not None and _same_source(gold, quote, name)
        yield Answer(kind=kind, key=quote_key(quote, forms), confidence=quote.confidence, right=right)


def _attribution(row: Row, quote: Quote) -> Row | None:
    """The annotated statement that a quote is: by its words in marks, or without marks by its whole content."""
    if quote_kind(quote) == "indirect":
        own = {n for c in quote.content for n in range(c.start, c.end)}
        shares = [(_share(own, {n for s, e in a["content"] for n in range(s, e)}), a) for a in row["attributions"]]
        best = max(shares, key=lambda pair: pair[0], default=(0.0, None))
        return best[1] if best[0] >= SAME_STATEMENT else None
    by_id = {a["id"]: a for a in row["attributions"]}
    for marks in row["quotes"]:
        inner = set(range(*marks["inner"]))
        if any(_share(inner, set(range(q.start, q.end))) >= SAME_WORDS for q in quote.quoted):
            return by_id.get(marks["attribution"])
    return None


def _share(one: set[int], other: set[int]) -> float:
    return len(one & other) / len(one | other) if one & other else 0.0


def _same_source(gold: Row, quote: Quote, name: str | None) -> bool:
    if quote.source and any(s < quote.source.end and quote.source.start < e for s, e in gold["source_heads"]):
        return True
    return name is not None and any(_same_name(name, other["name"]) for other in gold.get("source_names", ()))


def _same_name(one: str, other: str) -> bool:
    return same_person(parse_name(one), parse_name(other)) or same_organization(parse_body(one), parse_body(other))


def _claims(gold: Iterable[Row], found: Iterable[Claim]) -> Iterator[Answer]:
    wanted = list(gold)
    for claim in found:
        here = [g for g in wanted if g["start"] < claim.end and claim.start < g["end"]]
        if here and here[0].get("optional"):
            continue
        right = any(g["event"] == claim.event and _same_value(g, claim) for g in here)
        yield Answer(kind="claim", key=claim_key(claim), confidence=claim.confidence, right=right)


def _same_value(gold: Row, claim: Claim) -> bool:
    value = gold["value"]
    if not isinstance(value, (int, float)) or claim.value is None:
        return claim.value is None and claim.low == gold["low"]
    return abs(claim.value - value) <= 1e-3 * max(1.0, abs(value))


def _dates(gold: Iterable[Row], found: Iterable[Timex]) -> Iterator[Answer]:
    wanted = list(gold)
    for date in found:
        right = any(g["start"] < date.end and date.start < g["end"] and g["value"] == date.value for g in wanted)
        yield Answer(kind="date", key=date.found_by, confidence=date.confidence, right=right)
