"""Plain data made into dataclasses: as a real validator makes them, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import TypeAdapter

from extractor.lexicon import LexiconError, read
from extractor.shapes import UnfitError, fitted


@dataclass(frozen=True, slots=True, kw_only=True)
class Herb:
    """A record with and without defaults."""

    name: str
    bitter: float = 0.5
    months: tuple[int, ...] = ()
    uses: dict[str, list[str]] = field(default_factory=dict)


SHAPES = [
    ("sage", str),
    (3, float),
    (True, bool),
    ({"name": "sage", "bitter": 1, "months": [4, 5], "uses": {"tea": ["leaf"]}}, Herb),
    ({"name": "sage"}, Herb),
    ({"a": {"name": "sage"}}, dict[str, Herb]),
    ({"a": 1}, Mapping[str, int]),
    ({"1990": ["nineties"]}, dict[int, list[str]]),
    (["a", "b"], frozenset[str]),
    ([["a"], []], list[list[str]]),
    ([1, 2.5], tuple[int, float]),
    ("low", Literal["low", "high"]),
    (7, int | str),
    ([{"name": "sage"}], tuple[Herb, ...]),
]
MISFITS = [
    (3, str),
    (True, int),
    ("3", int),
    ({"name": 3}, Herb),
    ({"bitter": 0.1}, Herb),
    ({"name": "sage", "colour": "grey"}, Herb),
    (["sage"], Herb),
    ([1], tuple[int, float]),
    (["a", 1], list[str]),
    ({"x": ["nineties"]}, dict[int, list[str]]),
    ("mid", Literal["low", "high"]),
    (["a"], dict[str, str]),
    ("ab", tuple[str, ...]),
    (1, bytes),
]


@pytest.mark.parametrize(("data", "shape"), SHAPES)
def test_what_fits_is_made_as_a_validator_makes_it(data: object, shape: Any) -> None:
    made, wanted = fitted(data, shape), TypeAdapter(shape).validate_python(data)
    assert made == wanted
    assert type(made) is type(wanted)


@pytest.mark.parametrize(("data", "shape"), MISFITS)
def test_what_does_not_fit_is_left_to_a_validator(data: object, shape: Any) -> None:
    with pytest.raises(UnfitError):
        fitted(data, shape)


def test_a_list_that_does_not_fit_names_file_table_and_key(tmp_path: Path) -> None:
    file = tmp_path / "herbs.toml"
    file.write_text('[sage]\nname = "sage"\nbitter = "very"\n', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"herbs\.toml: sage / bitter: "):
        read(file, dict[str, Herb])
