"""Articles in JSON and JSON Lines: an object with a `text` field, and id, title, published, url, source, byline."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from extractor.articles.decoding import BinaryError, decode
from extractor.articles.plain import Given, article_of, with_notices
from extractor.records import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.articles.inputs import Input
    from extractor.records import Failure, Reading

TEXT: Final = "text"
_FIELDS: Final = ("title", "published", "url", "source", "byline")
_LONE_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


def looks_like_json(text: str) -> bool:
    """Whether `text` opens as a JSON object or an array of objects does; prose never does."""
    return bool(re.match(r"\s*(?:\{\s*[\"}]|\[\s*[{\]])", text))


def is_object(line: bytes) -> bool:
    """Whether `line` is one whole JSON object."""
    try:
        return line.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def read_json(text: str, source: Input, *, published: str | None) -> Iterator[Reading | Failure]:
    """The articles of one JSON document: an object is one article, an array as many as it has objects."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield source.failure("invalid_json", f"{_fault(error)}; mend the file, or name it .txt if it is plain text")
        return
    if isinstance(data, list):
        for number, item in enumerate(data, 1):
            yield _article(item, source, f"{source.id}:{number}", f"item {number}", published=published, many=True)
    else:
        yield _article(data, source, source.id, "it", published=published, many=False)


def read_lines(lines: Iterable[bytes], source: Input, *, published: str | None) -> Iterator[Reading | Failure]:
    """The articles of JSON Lines, one a line, as they come; a broken line costs only itself."""
    for number, line in enumerate(lines, 1):
        own_id = f"{source.id}:{number}"
        try:
            decoded = decode(line)
            if not decoded.text.strip():
                continue
            data = json.loads(decoded.text)
        except (BinaryError, ValueError, RecursionError) as error:
            yield source.failure("invalid_json", f"line {number}: {_fault(error)}; one JSON object a line is wanted", id=own_id)
            continue
        item = _article(data, source, own_id, f"line {number}", published=published, many=True)
        yield item if not decoded.notices or not hasattr(item, "notices") else with_notices(item, decoded.notices)


def _article(
    data: object, source: Input, own_id: str, where: str, *, published: str | None, many: bool
) -> Reading | Failure:
    if not isinstance(data, dict):
        return source.failure("invalid_json", f"{where} is not a JSON object with a \"{TEXT}\" field", id=own_id)
    given_id = data.get("id")
    if isinstance(given_id, (str, int)) and str(given_id).strip():
        own_id = _clean(str(given_id))
    text = data.get(TEXT)
    if not isinstance(text, str):
        return source.failure("no_text", f"{where} has no \"{TEXT}\" field with the article's text; add or rename it", id=own_id)
    if not text.strip():
        return source.failure("empty", f"{where} has an empty \"{TEXT}\" field; put the article's text there", id=own_id)
    clean = _clean(text)
    given = Given(**{name: _field(data, name) for name in _FIELDS})
    reading = article_of(clean, id=own_id, path=source.path, given=given, published=published, among_others=many)
    if clean != text:
        broken = Notice(code="repaired_encoding", message="half a character in the text: read as U+FFFD")
        reading = with_notices(reading, (broken,))
    return reading


def _field(data: dict[str, Any], name: str) -> str | None:
    """A field as text; None where it is missing, empty or no single value."""
    value = data.get(name)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    return _clean(value).strip() or None if isinstance(value, str) else None


def _clean(text: str) -> str:
    """`text` with each lone surrogate, which no encoding can write, as U+FFFD; its length stays."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _fault(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not valid JSON ({error.msg}, line {error.lineno} column {error.colno})"
    if isinstance(error, RecursionError):
        return "not readable JSON (nested too deeply)"
    return f"not valid JSON ({error})"
