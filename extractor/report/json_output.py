"""An extraction as plain data and as JSON. Every key is there every time; offsets and text as they are."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from decimal import Decimal
from json.encoder import encode_basestring
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from extractor.records import Failure

#: Characters that JSON allows and that line readers, terminals or the order of reading obey: written as escapes, so
#: that one line stays one line for all of them and nothing acts where it is looked at. To a JSON reader it is the same.
_ACTING: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
#: Names of a record's fields by its class, filled as classes occur.
_FIELDS: Final[dict[type, tuple[str, ...]]] = {}


def as_data(record: object) -> Any:  # noqa: ANN401  (plain data is of many types)
    """Records into dicts, tuples into lists, everything else as it is; keys in the order of the fields."""
    if is_dataclass(record) and not isinstance(record, type):
        return {f.name: as_data(getattr(record, f.name)) for f in fields(record)}
    if isinstance(record, tuple):
        return [as_data(item) for item in record]
    return record


def to_json(record: object, *, indent: int | None = None) -> str:
    """Any record, or plain data, as JSON text without a newline at its end; `indent` None gives one line.

    Numbers that are not whole by nature always have a decimal point, however large they are, so that readers which
    guess a column's type guess the same every time. The standard library's writer cannot do that.
    """
    text = _written(record, "" if indent is None else "\n", " " * (indent or 0))
    return text if text.isascii() and "\x7f" not in text else _ACTING.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def failure_to_json(failure: Failure) -> str:
    """The line that stands in JSON Lines for an article that could not be read."""
    return to_json(
        {
            "article": {"id": failure.id, "path": failure.path},
            "error": {"code": failure.code, "message": failure.message},
        }
    )


def _written(value: object, margin: str, step: str) -> str:
    """`margin` is what a new line begins with, newline included; empty for a text of one line."""
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return number(value)
    inner = margin + step if margin else ""
    if isinstance(value, (tuple, list)):
        return _joined([_written(item, inner, step) for item in value], "[]", margin, inner)
    pairs = list(value.items()) if isinstance(value, dict) else [(n, getattr(value, n)) for n in _names(value)]
    return _joined([f'"{name}": {_written(item, inner, step)}' for name, item in pairs], "{}", margin, inner)


def _joined(items: list[str], brackets: str, margin: str, inner: str) -> str:
    if not items:
        return brackets
    between = f",{inner}" if inner else ", "
    return f"{brackets[0]}{inner}{between.join(items)}{margin}{brackets[1]}"


def number(value: float) -> str:
    """A number with a decimal point and no exponent; what is no number is null."""
    if not isfinite(value):
        return "null"
    text = repr(value)
    if "e" not in text:
        return text
    plain = format(Decimal(text), "f")
    return plain if "." in plain else f"{plain}.0"


def _names(record: Any) -> tuple[str, ...]:  # noqa: ANN401  (any record)
    kind = type(record)
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(f.name for f in fields(record))
    return _FIELDS[kind]
