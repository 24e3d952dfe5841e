"""A mail, or a web page saved as one (.mhtml): its plain text, else its page; subject, sender and day."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import TYPE_CHECKING

from extractor.articles.decoding import decode
from extractor.articles.plain import Given, NoArticleError, Saved
from extractor.articles.web_page import decode_page, read_page

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A mail has a handful of parts; a page saved as one has one for every picture.
_MOST_PARTS = 2_000


def read_mail(data: bytes) -> Saved:
    """The article of a mail.

    Raises:
        NoArticleError: it has neither plain text nor a page with an article.
        BinaryError: what it calls text is none.
    """
    message = message_from_bytes(data, policy=policy.default)
    saved_page = message.get("Snapshot-Content-Location")
    page: bytes | None = None
    for part in _parts(message):
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or not content.strip():
            continue
        if part.get_content_type() == "text/plain" and not saved_page:
            text = _text(content, part.get_content_charset())
            return Saved(text=text.replace("\r\n", "\n"), given=_given(message))
        if page is None and part.get_content_type() == "text/html":
            page = content
    if page is None:
        raise NoArticleError("this mail holds no text; save the article's text as a .txt file")
    return _of_page(page, message, saved_page)


def _of_page(page: bytes, message: EmailMessage, saved_page: str | None) -> Saved:
    saved = read_page(decode_page(page).text)
    if not saved_page:
        return Saved(text=saved.text, given=_given(message))
    given = saved.given
    if given.url is None:
        given = Given(
            title=given.title,
            published=given.published,
            published_from=given.published_from,
            url=str(saved_page).strip(),
            source=given.source,
            byline=given.byline,
        )
    return Saved(text=saved.text, given=given)


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    for number, part in enumerate(message.walk()):
        if number >= _MOST_PARTS:
            return
        if not part.is_multipart() and part.get_content_disposition() != "attachment":
            yield part


def _text(content: bytes, charset: str | None) -> str:
    """As the mail declares where that works, else as any file."""
    if charset:
        try:
            return content.decode(charset)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(content).text


def _given(message: EmailMessage) -> Given:
    return Given(title=_header(message, "Subject"), published=_header(message, "Date"), byline=_header(message, "From"))


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return " ".join(str(value).split()) or None if value is not None else None
