"""Plain data, as a TOML file or JSON gives it, made into dataclasses: the usual types only, and fast.

A program that starts for one article reads some fifteen word lists; to make a validator for each takes longer than to
read them. What does not fit here is for a real validator, which explains it.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
_LISTS = {list: list, tuple: tuple, set: set, frozenset: frozenset, Sequence: list}


class UnfitError(ValueError):
    """The data has not the shape, or the shape is none of the usual ones."""


def fitted(data: object, shape: type[T]) -> T:
    """`data` as `shape`.

    Raises:
        UnfitError: it has not that shape without a conversion, or the shape is one that only a real validator knows.
    """
    return cast("T", _made(data, shape))


def _made(data: object, shape: Any) -> object:  # noqa: ANN401 - types are of no one type
    if shape in (str, int, bool, float, types.NoneType):
        return _plain(data, shape)
    if is_dataclass(shape) and isinstance(shape, type):
        return _record(data, shape)
    origin, inner = get_origin(shape), get_args(shape)
    if origin in (dict, Mapping):
        return _mapping(data, *inner)
    if origin in _LISTS:
        return _list(data, origin, inner)
    return _one_of(data, origin, inner)


def _plain(data: object, shape: type) -> object:
    if type(data) is shape:
        return data
    if shape is float and type(data) is int:
        return float(data)
    raise UnfitError


def _record(data: object, shape: type) -> object:
    known, needed = _fields(shape)
    if type(data) is not dict or not needed <= data.keys() <= known.keys():
        raise UnfitError
    return shape(**{name: _made(value, known[name]) for name, value in data.items()})


@cache
def _fields(shape: Any) -> tuple[Mapping[str, object], frozenset[str]]:  # noqa: ANN401
    """The types of a dataclass's fields, and which of them have no default."""
    needed = [f.name for f in fields(shape) if f.default is MISSING and f.default_factory is MISSING]
    return get_type_hints(shape), frozenset(needed)


def _mapping(data: object, key: Any, value: Any) -> object:  # noqa: ANN401
    if type(data) is not dict:
        raise UnfitError
    if key is int and all(name.isdecimal() and name.isascii() for name in data):
        return {int(name): _made(item, value) for name, item in data.items()}
    return {_made(name, key): _made(item, value) for name, item in data.items()}


def _list(data: object, origin: Any, inner: tuple[object, ...]) -> object:  # noqa: ANN401
    if type(data) is not list:
        raise UnfitError
    if origin is tuple and inner[-1] is not Ellipsis:
        if len(data) != len(inner):
            raise UnfitError
        return tuple(map(_made, data, inner))
    shape = inner[0]
    return _LISTS[origin](data if shape is str and _all_text(data) else [_made(item, shape) for item in data])


def _all_text(data: Sequence[object]) -> bool:
    return all(type(item) is str for item in data)


def _one_of(data: object, origin: object, inner: tuple[Any, ...]) -> object:
    """A literal, or the first shape of a union that the data has."""
    if origin is Literal and any(type(data) is type(value) and data == value for value in inner):
        return data
    if origin in (Union, types.UnionType):
        for shape in inner:
            try:
                return _made(data, shape)
            except UnfitError:
                continue
    raise UnfitError
