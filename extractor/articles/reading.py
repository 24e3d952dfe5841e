"""From what the user named to articles, one after the other; what cannot be read is a `Failure`, the rest goes on."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, replace
from io import BufferedReader, RawIOBase
from itertools import chain
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from extractor.articles.asked import NOTHING, Asked
from extractor.articles.decoding import MARKS, BinaryError, decode
from extractor.articles.formats import Form, form_of_bytes, form_of_text, read_form
from extractor.articles.inputs import ARCHIVES, JSON, JSON_LINES, TABLES, UNREADABLE, Input, expand, unreadable
from extractor.articles.mojibake import mended
from extractor.articles.parquet import read_table
from extractor.articles.plain import NoArticleError, article_of, with_notices
from extractor.articles.saved_json import is_object, looks_like_json, read_json, read_lines
from extractor.articles.warc import pages_in
from extractor.records import Failure, Notice, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: The longest single article, or line of JSON Lines, in bytes. A book has two million.
LONGEST: Final = 50_000_000
_GZIP: Final = b"\x1f\x8b"
_SAVE_AS: Final = "save the article as plain text, JSON or JSONL"
_WIDE_MARKS: Final = tuple(mark for mark, encoding in MARKS if encoding != "utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A web page or other formatted file that is still to be read: finding its article takes as long as parsing it.

    `among_others` as in `Reading`.
    """

    source: Input
    id: str
    data: bytes
    published: str | None
    form: Form = Form.page
    url: str | None = None
    notices: tuple[Notice, ...] = ()
    among_others: bool = False

    def read(self) -> Reading | Failure:
        """The article in it."""
        try:
            saved, notices = read_form(self.form, self.data)
        except NoArticleError as error:
            return self.source.failure(error.code, str(error), id=self.id)
        except BinaryError as error:
            return self.source.failure("binary", f"{error}; {_SAVE_AS}", id=self.id)
        given = replace(saved.given, url=saved.given.url or self.url)
        reading = article_of(saved.text, id=self.id, path=self.source.path, given=given, published=self.published)
        return with_notices(replace(reading, among_others=self.among_others), (*self.notices, *notices))


def read_all(
    arguments: Iterable[str], *, standard_input: BinaryIO, asked: Asked = NOTHING
) -> Iterator[Reading | Failure]:
    """Every article that `arguments` name (files, folders, "-"), in order, read when it is asked for.

    `asked` is what the user says of them all.
    """
    for item in read_all_but_pages(arguments, standard_input=standard_input, asked=asked):
        yield item.read() if isinstance(item, Page) else item


def read_all_but_pages(
    arguments: Iterable[str], *, standard_input: BinaryIO, asked: Asked = NOTHING
) -> Iterator[Reading | Failure | Page]:
    """What `read_all` gives, with web pages still unread, so that somebody else can pay for that.

    Ids are unique in one run: one that occurs again gets "~2", "~3" and a warning.
    """
    return _told_apart(chain.from_iterable(_read(found, standard_input, asked) for found in expand(arguments)))


def read_opened(source: Input, stream: BinaryIO) -> Iterator[Reading | Failure]:
    """The articles of `source`, which somebody has opened already and unpacked, as `read_all` gives them.

    Raises:
        OSError, EOFError, zlib.error: it cannot be read to its end (`inputs.UNREADABLE`).
    """
    for item in _told_apart(_articles(stream, source, NOTHING)):
        yield item.read() if isinstance(item, Page) else item


def _told_apart(items: Iterable[Reading | Failure | Page]) -> Iterator[Reading | Failure | Page]:
    seen: dict[str, int] = {}
    for item in items:
        yield item if isinstance(item, Failure) else _unique(item, seen)


def _read(found: Input | Failure, standard_input: BinaryIO, asked: Asked) -> Iterator[Reading | Failure | Page]:
    if isinstance(found, Failure):
        yield found
        return
    try:
        if found.file is None:
            yield from _articles(unpacked(standard_input), found, asked)
        elif found.ending in TABLES:
            yield from read_table(found, asked=asked)
        elif found.ending in ARCHIVES:
            yield from _archived(found, asked)
        else:
            with found.file.open("rb") as stream:
                yield from _articles(unpacked(stream), found, asked)
    except UNREADABLE as error:
        yield unreadable(found, error)


def _archived(archive: Input, asked: Asked) -> Iterator[Page | Failure]:
    """The pages of a web archive, each by its address."""
    for page in pages_in(archive, longest=LONGEST):
        if isinstance(page, Failure):
            yield page
            continue
        address, data = page
        day = asked.published
        yield Page(source=archive, id=address, url=address, data=data, published=day, among_others=True)


def _articles(stream: BinaryIO, source: Input, asked: Asked) -> Iterator[Reading | Failure | Page]:
    """The format is decided by content; the ending only settles what JSON Lines and broken JSON are."""
    opening, several = _opening(stream)
    wide = bool(opening) and opening[0].startswith(_WIDE_MARKS)
    if not wide and (source.ending in JSON_LINES or several):
        lines = iter(lambda: stream.readline(LONGEST + 1), b"")
        yield from read_lines(chain(opening, lines), source, asked=asked)
        return
    data = b"".join(opening)
    data += stream.read(max(0, LONGEST + 1 - len(data)))
    if len(data) > LONGEST:
        size = LONGEST // 1_000_000
        yield source.failure("too_long", f"longer than {size} million bytes; split it into its articles")
        return
    yield from _document(data, source, asked)


def _opening(stream: BinaryIO) -> tuple[list[bytes], bool]:
    """The lines that show whether `stream` is JSON Lines, and whether it is: an object on one, more on another."""
    lines: list[bytes] = []
    length, begun = 0, False
    while length <= LONGEST and (line := stream.readline(LONGEST + 1)):
        lines.append(line)
        length += len(line)
        if line.strip():
            if begun or not is_object(line):
                return lines, begun
            begun = True
    return lines, False


def unpacked(stream: BinaryIO) -> BinaryIO:
    """`stream`, unpacked as it is read if it is a gzip archive; a bomb costs no more than the longest article."""
    start, whole = looked_into(stream, len(_GZIP))
    return gzip.GzipFile(fileobj=whole) if start == _GZIP else whole  # type: ignore[return-value]


def looked_into(stream: BinaryIO, count: int) -> tuple[bytes, BufferedReader]:
    """The first `count` bytes of `stream`, and the stream with them still to be read, be it a pipe."""
    start = stream.read(count)
    return start, BufferedReader(_Joined(start, stream))


class _Joined(RawIOBase):
    """A stream that was read from already, with what was read in front again."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        self.start = start
        self.rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401  (any writable buffer)
        data, self.start = self.start, b""
        if not data:
            some = getattr(self.rest, "read1", self.rest.read)  # what is there now, without waiting for more
            data = some(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _document(data: bytes, source: Input, asked: Asked) -> Iterator[Reading | Failure | Page]:
    if not data.strip():
        yield source.failure("empty", "the file is empty; put the article's text into it")
        return
    form = form_of_bytes(data, source.ending)
    if form is not None:
        yield Page(source=source, id=source.id, data=data, published=asked.published, form=form)
        return
    try:
        decoded = decode(data)
    except BinaryError as error:
        yield source.failure("binary", f"{error}; {_SAVE_AS}")
        return
    text = decoded.text
    form = form_of_text(text, source.ending)
    if not text.strip():
        yield source.failure("empty", "the file is empty; put the article's text into it")
    elif form is not None:
        yield Page(source=source, id=source.id, data=data, published=asked.published, form=form)
    elif source.ending in JSON_LINES:
        yield from read_lines((line.encode() for line in text.split("\n")), source, asked=asked)
    elif source.ending in JSON or looks_like_json(text):
        for item in read_json(text, source, asked=asked):
            yield item if isinstance(item, Failure) else with_notices(item, decoded.notices)
    else:
        decoded = mended(decoded)
        reading = article_of(decoded.text, id=source.id, path=source.path, published=asked.published)
        yield with_notices(reading, decoded.notices)


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
