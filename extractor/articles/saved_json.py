"""Articles in JSON and JSON Lines: an object with a `text` field, and id, title, published, url, source, byline."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from extractor.articles.decoding import BinaryError, decode
from extractor.articles.plain import Given, article_of, whole, with_notices
from extractor.records import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.articles.asked import Asked
    from extractor.articles.inputs import Input
    from extractor.records import Failure

#: So many fields are named where one is missing, and so much of each name.
_MOST_NAMED: Final = 12
_LONGEST_NAME: Final = 40
#: What may stand before the first brace: the byte order mark and white space.
_BEFORE: Final = b"\xef\xbb\xbf \t\r\n"


def looks_like_json(text: str) -> bool:
    """Whether `text` opens as a JSON object or an array of objects does; prose never does."""
    return bool(re.match(r"\s*(?:\{\s*[\"}]|\[\s*[{\]])", text))


def is_object(line: bytes) -> bool:
    """Whether `line` is one whole JSON object."""
    try:
        return line.lstrip(_BEFORE).startswith(b"{") and isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def read_json(text: str, source: Input, *, asked: Asked) -> Iterator[Reading | Failure]:
    """The articles of one JSON document: an object is one article, an array as many as it has objects."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield source.failure("invalid_json", f"{_fault(error)}; mend the file, or name it .txt if it is plain text")
        return
    if isinstance(data, list):
        for number, item in enumerate(data, 1):
            yield _article(item, _Place(source=source, id=f"{source.id}:{number}", shown=f"item {number}"), asked)
    else:
        yield _article(data, _Place(source=source, id=source.id, shown="it", alone=True), asked)


def read_lines(lines: Iterable[bytes], source: Input, *, asked: Asked) -> Iterator[Reading | Failure]:
    """The articles of JSON Lines, one a line, as they come; a broken line costs only itself."""
    for number, line in enumerate(lines, 1):
        place = _Place(source=source, id=f"{source.id}:{number}", shown=f"line {number}")
        try:
            decoded = decode(line)
            if not decoded.text.strip():
                continue
            data = json.loads(decoded.text)
        except (BinaryError, ValueError, RecursionError) as error:
            yield place.failure("invalid_json", f"is {_fault(error, of_lines=True)}; one JSON object a line is wanted")
            continue
        item = _article(data, place, asked)
        yield with_notices(item, decoded.notices) if isinstance(item, Reading) else item


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where an object stands in its input: the id it gets unless it has its own, and how messages call it."""

    source: Input
    id: str
    shown: str
    alone: bool = False

    def failure(self, code: str, message: str) -> Failure:
        return self.source.failure(code, f"{self.shown} {message}", id=self.id)


def _article(data: object, place: _Place, asked: Asked) -> Reading | Failure:
    if not isinstance(data, dict):
        return place.failure("invalid_json", f'is not a JSON object with a "{asked.text}" field; wrap the text in one')
    own_id = data.get(asked.id)
    if isinstance(own_id, (str, int)) and str(own_id).strip():
        place = replace(place, id=whole(str(own_id)))
    text = data.get(asked.text)
    lacking = [name for name in asked.named if name not in data]
    if not isinstance(text, str) or lacking:
        code = "no_field" if isinstance(text, str) else "no_text"
        return place.failure(code, _lacks(data, lacking, asked))
    if not text.strip():
        return place.failure("empty", f'has an empty "{asked.text}" field; put the article\'s text there')
    given = Given(
        title=_field(data, "title"),
        published=_field(data, asked.date),
        published_name=asked.date,
        url=_field(data, "url"),
        source=_field(data, "source"),
        byline=_field(data, "byline"),
    )
    reading = article_of(text, id=place.id, path=place.source.path, given=given, published=asked.published)
    return replace(reading, among_others=not place.alone)


def _lacks(data: dict[str, Any], lacking: list[str], asked: Asked) -> str:
    """What is missing, and what there is instead."""
    names = [" ".join(name[:_LONGEST_NAME].split()) for name in data]
    there = ", ".join(f'"{name}"' for name in names[:_MOST_NAMED]) + (", ..." if len(names) > _MOST_NAMED else "")
    there = f"its fields are {there}" if names else "it has no fields"
    if lacking:
        return f'has no "{lacking[0]}" field; {there}'
    lack = f'no "{asked.text}" field' if asked.text not in data else f'no text in its "{asked.text}" field'
    return f"has {lack}; name the field that holds the article's text with --text-field ({there})"


def _field(data: dict[str, Any], name: str) -> str | None:
    """A field as text; None where it is missing, empty or no single value."""
    value = data.get(name)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    return value.strip() or None if isinstance(value, str) else None


def _fault(error: Exception, *, of_lines: bool = False) -> str:
    """What is wrong; `of_lines` where the line is named already."""
    if isinstance(error, json.JSONDecodeError):
        where = f"column {error.pos + 1}" if of_lines else f"line {error.lineno} column {error.colno}"
        return f"not valid JSON ({error.msg}, {where})"
    if isinstance(error, RecursionError):
        return "not readable JSON (nested too deeply)"
    return f"not valid JSON ({error})"
