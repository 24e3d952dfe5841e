"""Everything that takes text or files from outside, as fuzz targets: a name, and a function of bytes that asserts.

A target raises on any promise that is broken; what the program itself refuses by design (a binary file, a page without
an article) is no finding. Targets import nothing of spaCy before they run, but for those that need it.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.articles.asked import NOTHING
from extractor.articles.datelines import read_dateline
from extractor.articles.decoding import BinaryError, Decoded, decode, decode_declared
from extractor.articles.inputs import Input
from extractor.articles.language import language_notices
from extractor.articles.mail import read_mail
from extractor.articles.margins import read_margins
from extractor.articles.markdown import read_markdown
from extractor.articles.mojibake import mended
from extractor.articles.plain import NoArticleError, Saved, article_of
from extractor.articles.published import PublishedError, day_in, iso_day
from extractor.articles.reading import read_all
from extractor.articles.saved_json import read_json, read_lines
from extractor.articles.web_page import decode_page, read_page
from extractor.articles.word_document import is_word_document, read_word_document
from extractor.dates.lexer import Tokens
from extractor.dates.reading import read as read_dates
from extractor.dates.value import Period, bounds, read_value
from extractor.numerals import find_numerals, parse_numeral
from extractor.numerals.numeral import with_bounds
from extractor.quotes.marks import find_segments, paragraphs
from tests.fuzzing import promises
from tests.fuzzing.news import news

if TYPE_CHECKING:
    from extractor.model import Model

PUBLISHED = date(2024, 5, 6)
#: Declared encodings, right, wrong and absurd.
ENCODINGS = (
    "utf-8",
    "windows-1251",
    "utf-16",
    "shift_jis",
    "iso-2022-jp",
    "utf-7",
    "punycode",
    "hex",
    "x-none",
    "",
    "mbcs",
)
ENDINGS = (".txt", ".json", ".jsonl", ".html", ".eml", ".mhtml", ".md", ".docx", ".pdf", ".warc", ".parquet", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One way in. `run` raises where a promise is broken; `heavy` ones cost more than some milliseconds."""

    name: str
    run: Callable[[bytes], object]
    heavy: bool = False


def text_of(data: bytes) -> str:
    """Bytes as text: any string at all where the first byte is even, news that means harm where it is odd."""
    if data[:1] and data[0] % 2:
        return news(data[1:])
    return data[1:].decode("utf-8", "surrogateescape")


def decoding(data: bytes) -> None:
    with suppress(BinaryError):
        _decoded(decode(data))
    declared = ENCODINGS[data[0] % len(ENCODINGS)] if data else None
    with suppress(BinaryError):
        _decoded(decode_declared(data, declared))
        _decoded(decode_page(data))


def _decoded(decoded: Decoded) -> None:
    decoded.text.encode("utf-8")
    again = mended(decoded)
    again.text.encode("utf-8")
    assert bool(again.text) == bool(decoded.text)


def plain(data: bytes) -> None:
    text = text_of(data)
    margins = read_margins(text)
    if margins.body is not None:
        assert 0 <= margins.body.start < margins.body.end <= len(text)
    read_dateline(text)
    language_notices(text)
    promises.reading(article_of(text, id="a"))


def days(data: bytes) -> None:
    text = text_of(data)
    for day in (day_in(text), _iso(text)):
        assert day is None or date.fromisoformat(day).isoformat() == day


def _iso(text: str) -> str | None:
    try:
        return iso_day(text)
    except PublishedError as error:
        assert str(error)
        return None


def _saved(saved: Saved) -> None:
    promises.reading(article_of(saved.text, id="a", given=saved.given))


def markdown(data: bytes) -> None:
    _saved(read_markdown(text_of(data)))


def mail(data: bytes) -> None:
    with suppress(BinaryError, NoArticleError):
        _saved(read_mail(data)[0])


def page(data: bytes) -> None:
    with suppress(NoArticleError):
        _saved(read_page(text_of(data)))


def saved_json(data: bytes) -> None:
    here = Input(file=Path("a.json"), id="a")
    text = text_of(data)
    for item in (*read_json(text, here, asked=NOTHING), *read_lines(data.split(b"\n"), here, asked=NOTHING)):
        promises.reading(item)
    whole = json.dumps({"text": text, "title": text[:50], "published": text[-20:], "id": text[:5], "byline": [text]})
    for item in read_json(whole, here, asked=NOTHING):
        promises.reading(item)


def zipped(document: bytes) -> bytes:
    """A .docx with this document in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml"), document)
        archive.writestr(zipfile.ZipInfo("docProps/core.xml"), document[-200:])
    return made.getvalue()


def word_document(data: bytes) -> None:
    """A document of which every byte is the fuzzer's, or well packed and of which only the XML is."""
    if data[:1] == b"<":
        data = zipped(data)
    if is_word_document(data):
        with suppress(NoArticleError):
            _saved(read_word_document(data))


@cache
def _folder() -> Path:
    made = tempfile.TemporaryDirectory(prefix="fuzzing-")
    _KEPT.append(made)
    return Path(made.name)


_KEPT: list[tempfile.TemporaryDirectory[str]] = []


def files(data: bytes) -> None:
    """A file of any ending, packed or not, from the first byte to its articles."""
    first = data[0] if data else 0
    packed = first >= 128
    file = _folder() / f"a{ENDINGS[first % len(ENDINGS)]}{'.gz' if packed else ''}"
    file.write_bytes(gzip.compress(data[1:], 1) if packed and first < 192 else data[1:])
    items = list(read_all([str(file)], standard_input=io.BytesIO()))
    file.unlink()
    assert items or not data[1:].strip() or file.suffixes[0] in {".jsonl", ".warc", ".parquet"}
    for item in items:
        promises.reading(item)


def marks(data: bytes) -> None:
    text = text_of(data)
    promises.apart(_Range(*place) for place in paragraphs(text))
    marked = find_segments(text)
    open_ends: list[int] = []
    for segment in marked.segments:
        assert 0 <= segment.start < segment.end <= len(text)
        open_ends = [end for end in open_ends if end > segment.start]
        assert all(segment.end <= end for end in open_ends), "two quotations cross"
        assert segment.depth == len(open_ends)
        open_ends.append(segment.end)
        assert segment.inner
        promises.slices(text, segment.inner, segment.start, segment.end)
        promises.apart(segment.inner)
    assert find_segments(text) == marked


@dataclass(frozen=True, slots=True)
class _Range:
    start: int
    end: int


def numerals(data: bytes) -> None:
    text = text_of(data)
    found = find_numerals(text)
    promises.apart(found)
    for numeral in found:
        whole = with_bounds(text, numeral)
        assert 0 <= whole.start <= numeral.start < numeral.end <= whole.end <= len(text)
        assert numeral.value is not None or numeral.low is not None
        if whole.low is not None and whole.high is not None:
            assert whole.low <= whole.high, whole
        promises.writable(whole)
    parse_numeral(text)


def dates(data: bytes) -> None:
    text = text_of(data)
    tokens = Tokens.of(text)
    assert all(text[at : at + len(word)] == word for at, word in zip(tokens.starts, tokens.words, strict=True))
    for published in (PUBLISHED, None):
        found = tuple(read_dates(text, published))
        promises.slices(text, found)
        promises.apart(found)
        for timex in found:
            assert timex.value
            assert bounds(timex.value) == (timex.earliest, timex.latest)
            assert timex.earliest is None or timex.earliest <= timex.latest
            promises.writable(timex)


def timex_values(data: bytes) -> None:
    text = text_of(data)
    for value in (text, *text.split(), text[:7]):
        period = read_value(value)
        assert period is None or isinstance(period, Period)
        first, last = bounds(value)
        assert (first is None) == (last is None)
        assert first is None or first <= last
        if period is not None:
            for step in (-1, 1, 10_000):
                assert str(period.shift(step))


def names(data: bytes) -> None:
    from extractor.checking.wording import pieces_of, words_of  # noqa: PLC0415 - reads word lists
    from extractor.comparing.names import names_of  # noqa: PLC0415
    from extractor.comparing.wording import words  # noqa: PLC0415
    from extractor.speakers.names import parse_name, same_person  # noqa: PLC0415

    text = text_of(data)
    name = parse_name(text)
    assert same_person(name, name) is bool(name.keys)
    promises.apart(words_of(text))
    assert sum(map(len, pieces_of(text, 0, len(text)))) <= len(words_of(text)) + text.count("[") * 40
    for place in names_of(text, words(text, 0, len(text))):
        assert place.text


def results(data: bytes) -> None:
    """What `compare` and `check` read back: results of an earlier run, which anybody may have changed."""
    from extractor.comparing.results import read_results  # noqa: PLC0415 - reads word lists
    from extractor.records import Extraction  # noqa: PLC0415

    for item in read_results(["-"], standard_input=io.BytesIO(data)):
        if isinstance(item, Extraction):
            promises.writable(item)
        else:
            promises.reading(item)


def lexicon(data: bytes) -> None:
    """A word list of a reader's own."""
    from extractor.taught import LexiconError, Taught, read  # noqa: PLC0415 - reads word lists

    file = _folder() / "mine.toml"
    file.write_bytes(data)
    try:
        assert isinstance(read(file), Taught)
    except LexiconError as error:
        assert str(error).startswith("mine.toml: ")


def ways_out(data: bytes) -> None:
    from extractor.report.flat import line  # noqa: PLC0415 - only the reports need it
    from extractor.report.visible import visible, visible_lines  # noqa: PLC0415

    text = text_of(data)
    assert not promises.acting(visible(text))
    assert "\n" not in visible(text)
    assert not promises.acting(visible_lines(text).replace("\t", ""))
    promises.writable(text.encode("utf-8", "replace").decode())
    ((cell,),) = csv.reader(io.StringIO(line([text]), newline=""))
    assert cell.removeprefix("'") in {text, text.removeprefix("'")}
    assert cell[:1] not in set("=+-@\t\r\n")


def guessed_parse(data: bytes) -> None:
    """The rules under whatever a parser may say of a text: tags, heads and entities come from the bytes too."""
    from tests.fuzzing.guessing import guessed  # noqa: PLC0415 - needs spaCy

    half = len(data) // 2
    guessed(article_of(news(data[:half]), id="a", published="2024-05-06").article, data[half:])


@cache
def _model() -> Model:
    from extractor.model import load_model  # noqa: PLC0415 - needs spaCy

    return load_model()


def whole(data: bytes) -> None:
    """The whole journey with the real model, twice, and out by every way."""
    from extractor import extract  # noqa: PLC0415 - needs spaCy
    from tests.fuzzing.printing import printed  # noqa: PLC0415

    text = text_of(data)
    published = None if len(data) % 3 == 0 else "2024-05-06"
    found = extract(text, published=published, model=_model(), all_quantities=len(data) % 2 == 0)
    assert len(found.article.text) == len(text)
    promises.extraction(found)
    assert extract(text, published=published, model=_model(), all_quantities=len(data) % 2 == 0) == found
    printed(found)


TARGETS = {
    target.name: target
    for target in (
        Target(name="decoding", run=decoding),
        Target(name="plain", run=plain),
        Target(name="days", run=days),
        Target(name="markdown", run=markdown),
        Target(name="mail", run=mail),
        Target(name="page", run=page, heavy=True),
        Target(name="saved_json", run=saved_json),
        Target(name="word_document", run=word_document),
        Target(name="files", run=files, heavy=True),
        Target(name="marks", run=marks),
        Target(name="numerals", run=numerals),
        Target(name="dates", run=dates),
        Target(name="timex_values", run=timex_values),
        Target(name="names", run=names),
        Target(name="results", run=results),
        Target(name="lexicon", run=lexicon),
        Target(name="ways_out", run=ways_out),
        Target(name="guessed_parse", run=guessed_parse, heavy=True),
        Target(name="whole", run=whole, heavy=True),
    )
}
