"""Flat tables, one a kind, a row a quote, date or claim: CSV that spreadsheets, DuckDB and pandas take as it is.

Ids are looked up: a quote's row has its speaker's name, a claim's row its date's value. No column is an SQL keyword.
An empty cell is nothing; a number always has a decimal point where it may have one, so that a column has one type.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from extractor.report.json_output import number
from extractor.report.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from extractor.records import Claim, ClaimGroup, Extraction, Quote, Speaker, TextSpan, Timex

Cell = str | int | float | None

_SPEAKERS: Final = ("id", "name", "kind", "roles", "aliases", "mentions", "start_char", "end_char")
_PLACE: Final = ("id", "start_char", "end_char", "text")
_WHENCE: Final = ("found_by", "confidence")
_SAID_BY: Final = ("speaker_id", "speaker_name", "source")
COLUMNS: Final = {
    "speakers": _SPEAKERS,
    "quotes": (
        *(*_PLACE, "kind", "mode", "polarity", *_SAID_BY, "cue", "cue_lemma", "addressee"),
        *("said_on", "within_id", "according_to", *_WHENCE),
    ),
    "dates": (*_PLACE, "type", "value", "mod", "earliest", "latest", "anchor", *_WHENCE),
    "claims": (
        *(*_PLACE, "kind", "value", "low", "high", "modifier", "trend", "unit", "noun", "noun_inferred", "event"),
        *("event_mention", "polarity", "hedge", *_SAID_BY, "quote_id", "happened_on", "earliest", "latest", "place"),
        *("part_of_id", "group_id", *_WHENCE),
    ),
    "claim_groups": ("id", "event", "noun", "scope", "claims", "low", "high", "agreement"),
}
#: What a spreadsheet would run: the signs of a formula, also full-width, and the white space it skips before them.
_FORMULA: Final = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
#: What tells Excel that a file is UTF-8: without it "é" is two letters there.
BOM: Final = "\ufeff"
_QUOTED: Final = re.compile(r"[\",\r\n]|^\s|\s$|^$")


def header(kind: str) -> str:
    """The first line of the table of `kind`, one of `COLUMNS`, with its newline."""
    return line(("article_id", "published", *COLUMNS[kind]))


def table_rows(extraction: Extraction, kind: str) -> str:
    """The lines of one article in the table of `kind`."""
    return "".join(line(row) for row in cells(extraction, kind))


def cells(extraction: Extraction, kind: str) -> Iterator[Sequence[Cell]]:
    """The rows of one article in the table of `kind`, not yet written in any format."""
    article = extraction.article
    rows: Callable[[Wording], Iterable[Sequence[Cell]]] = _ROWS[kind]
    for row in rows(Wording(extraction=extraction)):
        yield (article.id, article.published, *row)


def line(cells: Iterable[Cell]) -> str:
    """One line of CSV: text in quotation marks where it must be, numbers bare, nothing for None."""
    return ",".join(_cell(cell) for cell in cells) + "\n"


def harmless(text: str) -> str:
    """`text` as a spreadsheet shows it instead of running it: an apostrophe before what looks like a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return number(cell)
    if isinstance(cell, int):
        return str(cell)
    text = harmless(cell)
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _text(span: TextSpan | None) -> str | None:
    return span.text if span else None


def _speakers(words: Wording) -> Iterator[Sequence[Cell]]:
    for item in words.extraction.speakers:
        yield _speaker(item)


def _speaker(item: Speaker) -> Sequence[Cell]:
    first = item.mentions[0]
    joined = ("; ".join(item.roles) or None, "; ".join(item.aliases) or None)
    return (item.id, item.name, item.kind, *joined, len(item.mentions), first.start, first.end)


def _quotes(words: Wording) -> Iterator[Sequence[Cell]]:
    for item in words.extraction.quotes:
        yield _quote(item, words)


def _quote(item: Quote, words: Wording) -> Sequence[Cell]:
    said_on = words.dates.get(item.date or "")
    return (
        *(item.id, item.content[0].start, item.content[-1].end, item.text, item.kind, item.mode, item.polarity),
        *(item.speaker, words.name(item.speaker), _text(item.source)),
        *(_text(item.cue), item.cue.lemma if item.cue else None, _text(item.addressee)),
        *(said_on.value if said_on else None, item.within, words.name(item.according_to)),
        *(item.found_by, item.confidence),
    )


def _dates(words: Wording) -> Iterator[Sequence[Cell]]:
    for item in words.extraction.dates:
        yield _date(item)


def _date(item: Timex) -> Sequence[Cell]:
    return (
        *(item.id, item.start, item.end, item.text, item.type, item.value, item.mod),
        *(item.earliest, item.latest, item.anchor, item.found_by, item.confidence),
    )


def _claims(words: Wording) -> Iterator[Sequence[Cell]]:
    for item in words.extraction.claims:
        yield _claim(item, words)


def _claim(item: Claim, words: Wording) -> Sequence[Cell]:
    day = words.dates.get(item.date or "")
    when = (day.value, day.earliest, day.latest) if day else (None, None, None)
    return (
        *(item.id, item.start, item.end, item.text, item.kind, item.value, item.low, item.high, item.modifier),
        *(item.trend, item.unit, item.noun, item.noun_inferred, item.event, _text(item.event_mention)),
        *(item.polarity, _text(item.hedge), item.speaker, words.name(item.speaker), _text(item.source)),
        *(item.quote, *when, _text(item.place), item.part_of, item.group, item.found_by, item.confidence),
    )


def _groups(words: Wording) -> Iterator[Sequence[Cell]]:
    for item in words.extraction.claim_groups:
        yield _group(item)


def _group(item: ClaimGroup) -> Sequence[Cell]:
    return (item.id, item.event, item.noun, item.scope, " ".join(item.claims), item.low, item.high, item.agreement)


_ROWS: Final = {
    "speakers": _speakers,
    "quotes": _quotes,
    "dates": _dates,
    "claims": _claims,
    "claim_groups": _groups,
}
