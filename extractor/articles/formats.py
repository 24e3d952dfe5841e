"""Files that hold an article in some format: which it is, by content where that can be, and its article."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from extractor.articles.decoding import decode
from extractor.articles.mail import read_mail
from extractor.articles.markdown import read_markdown
from extractor.articles.mojibake import mended
from extractor.articles.pdf import SIGNATURE, read_pdf
from extractor.articles.plain import Saved
from extractor.articles.web_page import decode_page, looks_like_page, read_page
from extractor.articles.word_document import is_word_document, read_word_document

if TYPE_CHECKING:
    from extractor.records import Notice

PAGES: Final = frozenset({".htm", ".html", ".xhtml"})
MAILS: Final = frozenset({".eml", ".mht", ".mhtml"})
MARKDOWN: Final = frozenset({".md", ".markdown"})
WORD: Final = frozenset({".docx"})
PDF: Final = frozenset({".pdf"})


class Form(StrEnum):
    """What a file holds its article in."""

    page = "page"
    mail = "mail"
    markdown = "markdown"
    word = "word"
    pdf = "pdf"


def form_of_bytes(data: bytes, ending: str) -> Form | None:
    """The format of a file that is not to be decoded as text: a PDF, a Word document, or by its ending a mail."""
    if data.startswith(SIGNATURE):
        return Form.pdf
    if is_word_document(data):
        return Form.word
    return Form.mail if ending in MAILS else None


def form_of_text(text: str, ending: str) -> Form | None:
    """The format of decoded text that is neither plain nor JSON."""
    if looks_like_page(text, named_so=ending in PAGES):
        return Form.page
    return Form.markdown if ending in MARKDOWN else None


def read_form(form: Form, data: bytes) -> tuple[Saved, tuple[Notice, ...]]:
    """The article of a formatted file, and what decoding has to say.

    Raises:
        NoArticleError: none was found.
        BinaryError: what should be text is none.
    """
    if form is Form.mail:
        return read_mail(data)
    if form is Form.word or form is Form.pdf:
        return (read_word_document if form is Form.word else read_pdf)(data), ()
    decoded = mended(decode_page(data) if form is Form.page else decode(data))
    read = read_page if form is Form.page else read_markdown
    return read(decoded.text), decoded.notices
