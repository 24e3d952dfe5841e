"""TOML word lists into records. Words live in TOML beside the room that reads them, grammar in Python."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TYPE_CHECKING, TypeVar

from extractor.shapes import UnfitError, fitted

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
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{file.name}: {error}") from error
    try:
        return fitted(data, shape)
    except UnfitError:
        return _explained(data, shape, file.name)


def _explained(data: object, shape: type[T], name: str) -> T:
    """`data` as `shape` by the slow way, which knows every conversion and says what is wrong."""
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - takes longer than reading all our lists

    try:
        return TypeAdapter(shape).validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = " / ".join(str(part) for part in first["loc"]) or "top level"
        raise LexiconError(f"{name}: {where}: {first['msg']}") from error


def read_own(package: str, name: str, shape: type[T]) -> T:
    """Read a word list that ships with the program, e.g. `read_own("extractor.quotes", "cues.toml", CueList)`."""
    return read(resources.files(package) / name, shape)
