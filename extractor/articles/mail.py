"""A mail, or a web page saved as one (.mhtml): its plain text unless that is a stub, else its page; and its head."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from typing import TYPE_CHECKING, Final

from extractor.articles.decoding import Decoded, decode, decode_declared
from extractor.articles.mojibake import mended
from extractor.articles.plain import Given, NoArticleError, Saved
from extractor.articles.web_page import FEWEST_WORDS, decode_page, read_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from extractor.records import Notice

#: A mail has a handful of parts; a page saved as one has one for every picture.
_MOST_PARTS: Final = 2_000
_LONGEST_HEADER: Final = 2_000
_HEADER: Final = re.compile(rb"[!-9;-~]{1,76}:")


def read_mail(data: bytes) -> tuple[Saved, tuple[Notice, ...]]:
    """The article of a mail, and what decoding it has to say.

    Raises:
        NoArticleError: it has neither plain text nor a page with an article.
        BinaryError: what it calls text is none.
    """
    data = data.lstrip(b"\xef\xbb\xbf\r\n")
    if not _HEADER.match(data) and not data.startswith(b"From "):
        decode(data)  # says so where it is binary
        raise NoArticleError("this file is no mail, though named as one; name it .txt or .html")
    try:
        return _read(message_from_bytes(data))
    except RecursionError:
        raise NoArticleError("this mail is nested too deeply; save the article's text as a .txt file") from None


def _read(message: Message) -> tuple[Saved, tuple[Notice, ...]]:
    saved_page = _header(message, "Snapshot-Content-Location")
    plain: tuple[Saved, tuple[Notice, ...]] | None = None
    page: Decoded | None = None
    for part in _parts(message):
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or not content.strip():
            continue
        if plain is None and part.get_content_type() == "text/plain" and not saved_page:
            plain = _plain(content, part, message)
        if page is None and part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            page = mended(decode_page(content, part.get_content_charset()))
    if plain and (page is None or len(plain[0].text.split()) >= FEWEST_WORDS):
        return plain
    if page is None:
        raise NoArticleError("this mail holds no text; save the article's text as a .txt file")
    saved = read_page(page.text)
    given = replace(saved.given, url=saved.given.url or saved_page) if saved_page else _given(message)
    return replace(saved, given=given), page.notices


def _plain(content: bytes, part: Message, message: Message) -> tuple[Saved, tuple[Notice, ...]]:
    decoded = mended(decode_declared(content, part.get_content_charset()))
    text = decoded.text.replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        text = _unflowed(text)
    return Saved(text=text, given=_given(message)), decoded.notices


def _parts(message: Message) -> Iterator[Message]:
    for number, part in enumerate(message.walk()):
        if number >= _MOST_PARTS:
            return
        if not part.is_multipart() and part.get_content_disposition() != "attachment":
            yield part


def _unflowed(text: str) -> str:
    """Lines that end in a space joined with the next one, as RFC 3676 has it; "-- " opens the signature."""
    joined: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        words = line.removeprefix(" ")
        if goes_on:
            joined[-1] += words
        else:
            joined.append(words)
        goes_on = words.endswith(" ") and words != "-- " and bool(words.strip())
    return "\n".join(joined)


def _given(message: Message) -> Given:
    return Given(title=_header(message, "Subject"), published=_header(message, "Date"), byline=_header(message, "From"))


def _header(message: Message, name: str) -> str | None:
    """A header's words, in whatever way they were encoded; None where there are none."""
    value = next((value for key, value in message.raw_items() if key.lower() == name.lower()), None)
    if value is None:
        return None
    raw = str(value)[:_LONGEST_HEADER]
    with suppress(LookupError, ValueError, MessageError):  # then it stays as it is written
        raw = decode(raw.encode("utf-8", "surrogateescape")).text
        raw = str(make_header(decode_header(raw)))
    return " ".join(raw.encode("utf-8", "replace").decode("utf-8").split()) or None
