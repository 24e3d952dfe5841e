"""What holds whatever comes in: the promises that every fuzz target and a few other tests hold a result against."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from jsonschema.protocols import Validator
from jsonschema.validators import validator_for

from extractor.records import Article, Extraction, Failure, Reading
from extractor.report.json_output import as_data, to_json
from extractor.report.schema import schema

#: What a terminal, a page or a spreadsheet would obey instead of showing.
ACTING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
#: Joiners that scripts need, and the newline that ends a line of ours.
INNOCENT = frozenset("\u200c\u200d\n")


@cache
def validator() -> Validator:
    """The schema of one extraction, compiled once."""
    made = schema()
    return validator_for(made)(made)


def acting(shown: str) -> set[str]:
    """The characters of an output that act instead of being seen."""
    return {c for c in shown if unicodedata.category(c) in ACTING} - INNOCENT


def spans_in(record: object) -> Iterator[object]:
    """Every record within `record` that has a place in the text."""
    if is_dataclass(record):
        if hasattr(record, "start"):
            yield record
        for field in fields(record):
            yield from spans_in(getattr(record, field.name))
    elif isinstance(record, tuple):
        for item in record:
            yield from spans_in(item)


def slices(text: str, records: object, start: int = 0, end: int | None = None) -> None:
    """Every span lies within `start`..`end` and has the characters that stand there."""
    end = len(text) if end is None else end
    for span in spans_in(records):
        assert start <= span.start < span.end <= end, span
        if hasattr(span, "text") and not hasattr(span, "content"):
            assert span.text == text[span.start : span.end], span


def apart(records: Iterable[object]) -> None:
    """In text order, and none overlaps another."""
    assert all(a.end <= b.start for a, b in pairwise(records))


def writable(record: object) -> None:
    """Every string in it can be written in UTF-8, and the whole as one line of JSON that reads back."""
    line = to_json(record)
    line.encode("utf-8")
    assert len(line.splitlines()) == 1
    json.loads(line)


def article(item: Article) -> None:
    """What holds for an article as read."""
    text = item.text
    assert text is not None
    writable(item)
    if item.body is None:
        assert not text.strip()
    else:
        assert 0 <= item.body.start < item.body.end <= len(text)
        assert item.body.of(text).strip() == item.body.of(text)
    if item.published is not None:
        date.fromisoformat(item.published)
    assert item.id


def reading(item: Reading | Failure) -> None:
    """What holds for anything that reading gives: an article, or a failure that says something, in one line."""
    writable(item)
    if isinstance(item, Failure):
        assert item.code
        assert item.message.strip()
        return
    assert isinstance(item, Reading)
    article(item.article)
    assert all(notice.code and notice.message for notice in item.notices)


def extraction(item: Extraction) -> None:
    """What the contract says of every extraction."""
    text, body = item.article.text, item.article.body
    found = (item.speakers, item.quotes, item.dates, item.claims)
    if body is None:
        assert not any(found)
    else:
        slices(text, found, body.start, body.end)
    for quote in item.quotes:
        assert quote.text == " ".join(text[c.start : c.end] for c in quote.content)
        apart(quote.content)
    apart(item.dates)
    apart(item.claims)
    _ids(item)
    validator().validate(as_data(item))
    writable(item)


def _ids(item: Extraction) -> None:
    """Ids are numbered without gaps, and whatever points to one points to one that is there."""
    known: dict[str, set[str | None]] = {}
    for letter, records in zip(
        "sqdcg", (item.speakers, item.quotes, item.dates, item.claims, item.claim_groups), strict=True
    ):
        ids = [record.id for record in records]
        assert ids == [f"{letter}{n}" for n in range(1, len(ids) + 1)]
        known[letter] = {None, *ids}
    for quote in item.quotes:
        assert {quote.speaker, quote.according_to} <= known["s"]
        assert quote.within in known["q"] - {quote.id}
        assert quote.date in known["d"]
    for claim in item.claims:
        assert claim.speaker in known["s"]
        assert claim.quote in known["q"]
        assert claim.date in known["d"]
        assert claim.part_of in known["c"] - {claim.id}
        assert claim.group in known["g"]
    for group in item.claim_groups:
        assert set(group.claims) <= known["c"]
