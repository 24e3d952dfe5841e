"""TOML word lists into records. Words live in TOML beside the room that reads them, grammar in Python."""

from __future__ import annotations

from dataclasses import is_dataclass
from importlib import resources
from typing import TYPE_CHECKING, TypeVar, get_args, get_type_hints

import tomli  # the standard library's tomllib, compiled: less than half of the time, and a start reads fifteen lists

from extractor.shapes import fitted

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

T = TypeVar("T")


class LexiconError(ValueError):
    """A word list that cannot be used; the message names the file, the table and the key."""


def read(file: Path | Traversable, shape: type[T]) -> T:
    """Read one TOML file as `shape` (a dataclass, or a mapping of names to dataclasses).

    Raises:
        LexiconError: the file is unreadable, no TOML, or has a table or key that `shape` does not know.
    """
    try:
        data = tomli.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise LexiconError(f"{file.name}: there is no such file") from error
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise LexiconError(f"{file.name}: {error}") from error
    except RecursionError as error:
        raise LexiconError(f"{file.name}: it is nested too deeply") from error
    try:
        return fitted(data, shape)
    except ValueError:  # it does not fit, or a record refuses its values
        return _explained(data, shape, file.name)


def _explained(data: object, shape: type[T], name: str) -> T:
    """`data` as `shape` by the slow way, which knows every conversion and says what is wrong."""
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - takes longer than reading all our lists

    if path := unknown_key(data, shape):
        raise LexiconError(f"{name}: {' / '.join(path)}: there is no such key")
    try:
        return TypeAdapter(shape).validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = " / ".join(str(part) for part in first["loc"]) or "top level"
        raise LexiconError(f"{name}: {where}: {first['msg'].removeprefix('Value error, ')}") from error


def unknown_key(data: object, shape: object) -> tuple[str, ...]:
    """The path to the first key in `data` that `shape` does not know; empty where it knows all.

    `shape` is a type: a dataclass, or a mapping or list of such; whatever else it is holds no keys.
    """
    inside: list[tuple[str, object, object]] = []
    if isinstance(shape, type) and is_dataclass(shape) and isinstance(data, dict):
        known = get_type_hints(shape)
        inside = [(key, value, known.get(key)) for key, value in data.items()]
    elif isinstance(data, dict):
        inside = [(str(key), value, of) for key, value in data.items() for of in get_args(shape)[1:2]]
    elif isinstance(data, list):
        inside = [(str(number), value, of) for number, value in enumerate(data) for of in get_args(shape)[:1]]
    for key, value, of in inside:
        path = () if of is None else unknown_key(value, of)
        if of is None or path:
            return (key, *path)
    return ()


def read_own(package: str, name: str, shape: type[T]) -> T:
    """Read a word list that ships with the program, e.g. `read_own("extractor.quotes", "cues.toml", CueList)`."""
    return read(resources.files(package) / name, shape)
