"""One article out of its text: identity, fields, body and publication date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from extractor.articles.language import language_notices
from extractor.articles.margins import Margins, read_margins
from extractor.articles.published import PublishedError, iso_day
from extractor.records import Article, Notice, PublishedFrom, Reading

_LONE_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What an input says of its article in fields of its own, as written."""

    title: str | None = None
    published: str | None = None
    url: str | None = None
    source: str | None = None
    byline: str | None = None
    #: Where `published` stands: in a field of the input's own, or in a web page.
    published_from: PublishedFrom = "field"
    #: What the field is called, for a warning.
    published_name: str = "published"


class NoArticleError(ValueError):
    """A formatted file in which no article was found; the message names the fix, `code` is that of the failure."""

    def __init__(self, message: str, *, code: str = "no_article") -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What a formatted file holds: its main text, and what it says of itself."""

    text: str
    given: Given


def article_of(
    text: str,
    *,
    id: str,  # noqa: A002
    path: str | None = None,
    given: Given | None = None,
    published: str | None = None,
) -> Reading:
    """The article that `text` is. `published`, an ISO date, wins over `given`, and that over the text itself.

    Half a character, which no parser and no file can take, is U+FFFD from here on; in the text that is said.
    """
    broken = _LONE_SURROGATE.search(text) is not None
    text, id, given = whole(text), whole(id), _whole_fields(given or Given())  # noqa: A001
    margins = read_margins(text)
    day, day_from, notices = _published(published, given, margins)
    foreign = language_notices(text)
    article = Article(
        id=id,
        path=path,
        title=given.title or margins.title,
        byline=given.byline or margins.byline,
        source=given.source or margins.source,
        agency=margins.agency,
        dateline=margins.dateline,
        url=given.url or margins.url,
        language="und" if foreign else "en",
        published=day,
        published_from=day_from,
        sha256=sha256(text.encode("utf-8")).hexdigest(),
        body=margins.body,
        text=text,
    )
    half = (Notice(code="repaired_encoding", message="half a character in the text: read as U+FFFD"),) if broken else ()
    return Reading(article=article, notices=(*half, *notices, *foreign))


def whole(text: str) -> str:
    """`text` with each lone surrogate, half a character that no encoding can write, as U+FFFD; its length stays."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _whole_fields(given: Given) -> Given:
    """`given` with every character whole."""
    found = {name: value for name in Given.__slots__ if isinstance(value := getattr(given, name), str)}
    broken = {name: whole(value) for name, value in found.items() if _LONE_SURROGATE.search(value)}
    return replace(given, **broken) if broken else given  # type: ignore[arg-type]


def with_notices(reading: Reading, notices: tuple[Notice, ...]) -> Reading:
    """`reading` with `notices` in front of its own."""
    return replace(reading, notices=(*notices, *reading.notices))


def _published(
    option: str | None, given: Given, margins: Margins
) -> tuple[str | None, PublishedFrom | None, tuple[Notice, ...]]:
    """Option before field before dateline; a field that is no date is passed over with a warning."""
    if option:
        return option, "option", ()
    notices: tuple[Notice, ...] = ()
    if given.published:
        try:
            return iso_day(given.published), given.published_from, ()
        except PublishedError as error:
            notices = (Notice(code="invalid_publication_date", message=f'the field "{given.published_name}": {error}'),)
    return margins.day, "dateline" if margins.day else None, notices
