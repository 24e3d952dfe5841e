"""From what the user named to articles, one after the other; what cannot be read is a `Failure`, the rest goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO, Final

from extractor.articles.decoding import MARKS, BinaryError, decode
from extractor.articles.inputs import JSON, JSON_LINES, PAGES, TABLES, Input, expand, unreadable
from extractor.articles.parquet import read_table
from extractor.articles.plain import article_of, with_notices
from extractor.articles.saved_json import is_object, looks_like_json, read_json, read_lines
from extractor.articles.web_page import NoArticleError, decode_page, looks_like_page, read_page
from extractor.records import Failure, Notice, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: The longest single article, or line of JSON Lines, in bytes. A book has two million.
LONGEST: Final = 50_000_000
_WIDE_MARKS: Final = tuple(mark for mark, encoding in MARKS if encoding != "utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A saved web page that is still to be read: finding its article takes as long as parsing it."""

    source: Input
    id: str
    data: bytes
    published: str | None
    notices: tuple[Notice, ...] = ()

    def read(self) -> Reading | Failure:
        """The article of the page."""
        decoded = decode_page(self.data)
        try:
            saved = read_page(decoded.text)
        except NoArticleError as error:
            return self.source.failure("no_article", str(error))
        reading = article_of(saved.text, id=self.id, path=self.source.path, given=saved.given, published=self.published)
        return with_notices(reading, (*self.notices, *decoded.notices))


def read_all(
    arguments: Iterable[str], *, standard_input: BinaryIO, published: str | None = None
) -> Iterator[Reading | Failure]:
    """Every article that `arguments` name (files, folders, "-"), in order, read when it is asked for.

    `published`, an ISO date, wins over what the inputs say.
    """
    for item in read_all_but_pages(arguments, standard_input=standard_input, published=published):
        yield item.read() if isinstance(item, Page) else item


def read_all_but_pages(
    arguments: Iterable[str], *, standard_input: BinaryIO, published: str | None = None
) -> Iterator[Reading | Failure | Page]:
    """What `read_all` gives, with web pages still unread, so that somebody else can pay for that.

    Ids are unique in one run: one that occurs again gets "~2", "~3" and a warning.
    """
    seen: dict[str, int] = {}
    for item in chain.from_iterable(_read(found, standard_input, published) for found in expand(arguments)):
        yield item if isinstance(item, Failure) else _unique(item, seen)


def _read(
    found: Input | Failure, standard_input: BinaryIO, published: str | None
) -> Iterator[Reading | Failure | Page]:
    if isinstance(found, Failure):
        yield found
        return
    try:
        if found.file is None:
            yield from _articles(standard_input, found, published)
        elif found.ending in TABLES:
            yield from read_table(found, published=published)
        else:
            with found.file.open("rb") as stream:
                yield from _articles(stream, found, published)
    except OSError as error:
        yield unreadable(found, error)


def _articles(stream: BinaryIO, source: Input, published: str | None) -> Iterator[Reading | Failure | Page]:
    """The format is decided by content; the ending only settles what JSON Lines and broken JSON are."""
    first = stream.readline(LONGEST + 1)
    wide = first.startswith(_WIDE_MARKS)
    second = stream.readline(LONGEST + 1) if is_object(first) else b""
    if not wide and (source.ending in JSON_LINES or second.strip()):
        lines = iter(lambda: stream.readline(LONGEST + 1), b"")
        yield from read_lines(chain([first, second] if second else [first], lines), source, published=published)
        return
    data = first + second
    data += stream.read(max(0, LONGEST + 1 - len(data)))
    if len(data) > LONGEST:
        size = LONGEST // 1_000_000
        yield source.failure("too_long", f"longer than {size} million bytes; split it into its articles")
        return
    yield from _document(data, source, published)


def _document(data: bytes, source: Input, published: str | None) -> Iterator[Reading | Failure | Page]:
    try:
        decoded = decode(data)
    except BinaryError as error:
        yield source.failure("binary", f"{error}; save the article as plain text, JSON or JSONL")
        return
    text = decoded.text
    if not text.strip():
        yield source.failure("empty", "the file is empty; put the article's text into it")
    elif looks_like_page(text, named_so=source.ending in PAGES):
        yield Page(source=source, id=source.id, data=data, published=published)
    elif source.ending in JSON_LINES:
        yield from read_lines((line.encode() for line in text.split("\n")), source, published=published)
    elif source.ending in JSON or looks_like_json(text):
        for item in read_json(text, source, published=published):
            yield item if isinstance(item, Failure) else with_notices(item, decoded.notices)
    else:
        yield with_notices(article_of(text, id=source.id, path=source.path, published=published), decoded.notices)


def _unique(item: Reading | Page, seen: dict[str, int]) -> Reading | Page:
    own = item.id if isinstance(item, Page) else item.article.id
    seen[own] = seen.get(own, 0) + 1
    if seen[own] == 1:
        return item
    other = f"{own}~{seen[own]}"
    while other in seen:
        other += "~"
    seen[other] = 1
    message = f"the id {own!r} occurs more than once in this run; this article is {other!r}"
    notices = (Notice(code="duplicate_id", message=message),)
    if isinstance(item, Page):
        return replace(item, id=other, notices=notices)
    return with_notices(replace(item, article=replace(item.article, id=other)), notices)
