"""A Word document (.docx) into its text: the paragraphs of its body, and its title.

The XML goes by as it is unpacked and no tree is built, so that neither size nor depth of a document costs memory.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Any, Final
from xml.etree import ElementTree

from extractor.articles.plain import Given, NoArticleError, Saved

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH: Final = f"{_WORD}p"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_BODY: Final = "word/document.xml"
_PROPERTIES: Final = "docProps/core.xml"
#: What stands for a character of its own.
_MARKS: Final = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
#: What is said twice (a shape's older form), was moved away, or is only about the text.
_LEFT_OUT: Final = frozenset(
    {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback", f"{_WORD}moveFrom", f"{_WORD}pPr"}
)
#: The longest part, unpacked, in bytes; a book has ten million.
LONGEST: Final = 50_000_000
_BLOCK: Final = 1 << 16


def is_word_document(data: bytes) -> bool:
    """Whether `data` is a zip archive with a Word document in it."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _BODY in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def read_word_document(data: bytes) -> Saved:
    """The article of a Word document. Day and author of the file are not the article's, and are not taken.

    Raises:
        NoArticleError: it is broken, or too long, or tries something that no document does.
    """
    body, properties = _Reader(_PARAGRAPH, f"{_WORD}t"), _Reader(_TITLE, _TITLE)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _feed(archive, _BODY, body)
            if _PROPERTIES in archive.namelist():
                _feed(archive, _PROPERTIES, properties)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        ElementTree.ParseError,
    ) as error:
        raise NoArticleError(f"this Word document cannot be read ({error}); save its text as a .txt file") from error
    if not body.found:
        raise NoArticleError("this Word document holds no text; save the article's text as a .txt file")
    title = " ".join(properties.found[0].split()) if properties.found else None
    return Saved(text="\n\n".join(body.found), given=Given(title=title))


def _feed(archive: zipfile.ZipFile, name: str, reader: _Reader) -> None:
    parser = ElementTree.XMLParser(target=reader)
    left = LONGEST
    with archive.open(name) as stream:
        while block := stream.read(_BLOCK):
            left -= len(block)
            if left < 0:
                raise ValueError(f"it unpacks to more than {LONGEST // 1_000_000} million bytes")
            parser.feed(block)
    parser.close()


class _Reader:
    """Takes parts of an XML document as they go by; `found` is the text of each `block`, inner ones before outer."""

    def __init__(self, block: str, text: str) -> None:
        self.found: list[str] = []
        self._block = block
        self._text = text
        self._open: list[list[str]] = []
        self._left_out = 0
        self._in_text = 0

    def doctype(self, *_: object) -> None:
        raise ValueError("it declares entities")

    def start(self, tag: str, _: dict[Any, Any]) -> None:
        self._left_out += tag in _LEFT_OUT
        self._in_text += tag == self._text
        if tag == self._block:
            self._open.append([])
        elif tag in _MARKS:
            self._take(_MARKS[tag])

    def data(self, data: str) -> None:
        if self._in_text:
            self._take(data)

    def end(self, tag: str) -> None:
        self._left_out -= tag in _LEFT_OUT
        self._in_text -= tag == self._text
        if tag == self._block and (text := "".join(self._open.pop())).strip():
            self.found.append(text)

    def close(self) -> None:
        """Called at the document's end; nothing is left to do."""

    def _take(self, data: str) -> None:
        if self._open and not self._left_out:
            self._open[-1].append(data)
