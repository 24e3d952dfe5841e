"""A saved web page into its article: main text, headline, byline, outlet, link and day, with trafilatura and htmldate.

Of the page's text only the main text is kept, paragraphs apart by an empty line. On 181 news pages trafilatura found it
best of what was tried; its tree is walked, because its plain text runs paragraphs together.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any, Final

from extractor.articles.decoding import Decoded, decode_declared
from extractor.articles.plain import Given, NoArticleError, Saved

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What a page begins with.
_OPENING: Final = re.compile(r"\s*<(?:!doctype|html|head|\?xml)", re.IGNORECASE)
_TAG: Final = re.compile(r"<(?:!--|/?[a-zA-Z][a-zA-Z0-9]*[\s/>])")
_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_DECLARED_AS_XML: Final = re.compile(rb"\s*<\?xml[^>]{0,100}?\bencoding\s*=\s*[\"']([\w.:-]{2,40})")
_XML_DECLARATION: Final = re.compile(r"<\?xml[^>]{0,200}\?>")
#: Pictures and fonts that a saved page carries within itself.
_EMBEDDED: Final = re.compile(r"data:[\w/+.-]{0,80}(?:;[\w=-]{1,40}){0,3},[^\"'()<>\s]{200,}")
_SAVED_FROM: Final = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->|^\s*url:\s*(https?://\S+)", re.MULTILINE)
_BREAKS: Final = re.compile(r"[\r\n]+")
_EMPTY_LINES: Final = re.compile(r"\n[^\S\n]*\n\s*")
_SPACES: Final = re.compile(r"[^\S\n]+")
_BLOCKS: Final = frozenset({"p", "head", "item", "quote", "row", "code", "pre", "list", "table", "div"})
#: What preformatted text may have become, where an empty line parts paragraphs.
_EMPTY_LINES_COUNT: Final = frozenset({"code", "pre", "quote"})
#: Short blocks that are furniture of the page.
_FURNITURE: Final = re.compile(
    r"(?:advertis(?:e?ment|ing)|story continues below(?: advertisement)?|read more|read also|also read"
    r"|related(?: (?:articles?|stories))?"
    r"|share(?: this(?: article| story)?)?|subscribe|sign up|loading\W*|click here|(?:photo|image|picture|credit)s?"
    r"|(?:[\w ]{2,30}/)?(?:getty images|ap photo|shutterstock|file photo))\W*"
    r"|(?:read more|read also|also read|read next|see also|related|watch"
    r"|photo(?:graph)?|image|picture|credit|file photo)\s*:.{0,200}"
    r"|[(\[]?(?:photo|image|picture) (?:by|credit|courtesy)\b.{0,200}"
    # A caption, by the credit that it ends with.
    r"|[^“”\"]{0,500}[(\[](?:(?:ap|afp|epa|reuters) photo|photo(?:graph)?)\s?(?:/|:|by|courtesy)[^()\[\]]{2,80}[)\]]\W*"
    r"|(?:sign up|subscribe) (?:for|to) [^“”\"]{0,160}|get (?:the|our) [^“”\"]{0,80}newsletter[^“”\"]{0,80}"
    r"|follow (?:us|me|him|her|them|[\w ]{3,30}) on (?:twitter|facebook|instagram|whatsapp|telegram|x)\b[^“”\"]{0,80}",
    re.IGNORECASE | re.DOTALL,
)
_LETTERS: Final = re.compile(r"[^\W_]+")
#: htmldate would else take today for the latest day there can be.
_DAY_PARAMETERS: Final = {"original_date": True, "extensive_search": False, "max_date": "2999-12-31"}
FEWEST_WORDS: Final = 10
#: The longest page without what is embedded in it, in characters, and the most elements, of which news pages have a few
#: thousand; in one paragraph so many are too many, as trafilatura takes time that grows with their square.
LONGEST: Final = 10_000_000
MOST_ELEMENTS: Final = 60_000
MOST_IN_PARAGRAPH: Final = 5_000
_ELEMENT: Final = re.compile(r"<[a-zA-Z]")


def looks_like_page(text: str, *, named_so: bool) -> bool:
    """Whether `text` is a web page: by how it begins, or where its file is `named_so`, by having any tag."""
    return bool(_OPENING.match(text)) or (named_so and bool(_TAG.search(text)))


def decode_page(data: bytes, declared: str | None = None) -> Decoded:
    """The text of a page: as any text if it is UTF-8 or has a byte order mark, else as `declared`, or by itself.

    Raises:
        BinaryError: the bytes are not text.
    """
    own = _DECLARED.search(data[:20_000]) or _DECLARED_AS_XML.match(data[:200])
    return decode_declared(data, own[1].decode("ascii", "replace") if own else declared)


def read_page(html: str) -> Saved:
    """The article of a page.

    Raises:
        NoArticleError: no text of at least `FEWEST_WORDS` words was found, or the page is too long.
    """
    saved_from = _SAVED_FROM.search(html[:5_000])
    page = _EMBEDDED.sub("data:,", _XML_DECLARATION.sub("", html, count=1))
    if len(page) > LONGEST:
        raise NoArticleError(f"this web page is longer than {LONGEST // 1_000_000} million characters; save its text")
    elements = sum(1 for _ in _ELEMENT.finditer(page))
    if elements > MOST_ELEMENTS:
        raise NoArticleError(f"this web page has more than {MOST_ELEMENTS} elements; save the article's text as .txt")
    if elements > MOST_IN_PARAGRAPH and _fullest_paragraph(page) > MOST_IN_PARAGRAPH:
        raise NoArticleError(
            f"this web page has more than {MOST_IN_PARAGRAPH} elements in one paragraph; save its text as a .txt file"
        )
    found = _extraction(page)
    blocks = [] if found is None else [block for block in _blocks(found.body) if not _FURNITURE.fullmatch(block)]
    title = _clean(found.title) if found is not None else None
    while title and blocks and _same(blocks[0], title):
        blocks = blocks[1:]
    text = "\n\n".join(blocks)
    if found is None or len(text.split()) < FEWEST_WORDS:
        raise NoArticleError("no article was found in this web page; save the article's text as a .txt file")
    url = found.url or (saved_from and (saved_from[1] or saved_from[2]))
    given = Given(
        title=title,
        published=found.date,
        published_from="html",
        url=_clean(url),
        source=_clean(found.sitename),
        byline=_clean(found.author),
    )
    return Saved(text=text, given=given)


def _fullest_paragraph(page: str) -> int:
    """How many elements the fullest paragraph has."""
    from trafilatura import load_html  # noqa: PLC0415

    _silence()
    try:
        tree = load_html(page)
    except Exception:  # as below, where it is no article then
        return 0
    return 0 if tree is None else max((sum(1 for _ in p.iterdescendants()) for p in tree.iter("p")), default=0)


def _extraction(page: str) -> Any:  # noqa: ANN401  (trafilatura's document)
    """What trafilatura makes of `page`, None where it finds nothing or cannot read it."""
    from trafilatura import bare_extraction  # noqa: PLC0415  (a fifth of a second that only pages cost)

    _silence()
    try:
        return bare_extraction(
            page, include_comments=False, with_metadata=True, date_extraction_params=dict(_DAY_PARAMETERS)
        )
    except Exception:  # whatever a broken page makes a parser raise, it is a page without an article
        return None


def _silence() -> None:
    """Keep the libraries from writing to standard error by themselves."""
    for name in ("trafilatura", "htmldate", "justext", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _blocks(element: Any) -> Iterator[str]:  # noqa: ANN401  (an lxml element)
    """The text of each innermost block under `element`, in order; a block's own text before the blocks in it."""
    if element is None:
        return
    typeset = element.tag in _EMPTY_LINES_COUNT
    buffer: list[str] = [_flat(element.text, typeset)]
    for child in element:
        if child.tag in _BLOCKS:
            yield from _flushed(buffer)
            yield from [_row(child)] if child.tag == "row" else _blocks(child)
        else:
            buffer.append("\n" if child.tag == "lb" else _flat("".join(child.itertext()), typeset))
        buffer.append(_flat(child.tail, typeset))
    yield from _flushed(buffer)


def _flat(text: str | None, typeset: bool) -> str:
    """`text` with line breaks as a browser shows them, as spaces; `typeset` before, an empty line is a break."""
    parts = _EMPTY_LINES.split(text or "") if typeset else [text or ""]
    return "\n".join(_BREAKS.sub(" ", part) for part in parts)


def _row(row: Any) -> str:  # noqa: ANN401  (an lxml element)
    """A table's row as one line."""
    return " | ".join(filter(None, (" ".join("".join(cell.itertext()).split()) for cell in row)))


def _flushed(buffer: list[str]) -> Iterator[str]:
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(buffer).replace("\r", "\n").split("\n"))
    text = "\n".join(filter(None, lines))
    buffer.clear()
    if text:
        yield text


def _same(block: str, title: str) -> bool:
    """Whether a block says the headline again, be it without the outlet's name that titles end in."""
    one, other = (" ".join(_LETTERS.findall(words)).casefold() for words in (block, title))
    return one == other or (len(one) > 15 and other.startswith(one))


def _clean(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
