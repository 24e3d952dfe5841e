"""A Word document (.docx) into its text: the paragraphs of its body, and its title."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree

from extractor.articles.plain import Given, NoArticleError, Saved

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_BODY: Final = "word/document.xml"
_PROPERTIES: Final = "docProps/core.xml"
#: The longest body, unpacked, in bytes; a book has ten million.
LONGEST: Final = 50_000_000


def is_word_document(data: bytes) -> bool:
    """Whether `data` is a zip archive with a Word document in it."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _BODY in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def read_word_document(data: bytes) -> Saved:
    """The article of a Word document. Day and author of the file are not the article's, and are not taken.

    Raises:
        NoArticleError: it is broken, or too long, or tries something that no document does.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            body = _parsed(archive, _BODY)
            properties = _parsed(archive, _PROPERTIES) if _PROPERTIES in archive.namelist() else None
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        ElementTree.ParseError,
    ) as error:
        raise NoArticleError(f"this Word document cannot be read ({error}); save its text as a .txt file") from error
    title = properties.findtext(_TITLE) if properties is not None else None
    text = "\n\n".join(filter(str.strip, (_paragraph(p) for p in body.iter(f"{_WORD}p"))))
    if not text:
        raise NoArticleError("this Word document holds no text; save the article's text as a .txt file")
    return Saved(text=text, given=Given(title=title.strip() or None if title else None))


def _parsed(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    with archive.open(name) as stream:
        data = stream.read(LONGEST + 1)
    if len(data) > LONGEST:
        raise ValueError("it is too long")
    if b"<!DOCTYPE" in data[:2_000] or b"<!ENTITY" in data:
        raise ValueError("it declares entities")
    return ElementTree.fromstring(data)


def _paragraph(paragraph: ElementTree.Element) -> str:
    return "".join(_runs(paragraph))


def _runs(paragraph: ElementTree.Element) -> Iterator[str]:
    for element in paragraph.iter():
        if element.tag == f"{_WORD}t":
            yield element.text or ""
        elif element.tag == f"{_WORD}tab":
            yield "\t"
        elif element.tag in {f"{_WORD}br", f"{_WORD}cr"}:
            yield "\n"
