"""Word lists of a reader's own: what is wrong in one is said in one line that names file, table and key."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from extractor.lexicon import LexiconError, read


@dataclass(frozen=True, slots=True, kw_only=True)
class Boat:
    """An inner table."""

    oars: int = 0
    crew: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.oars < 0:
            raise ValueError("no boat has fewer than no oars")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fleet:
    """A whole file."""

    flagship: Boat = field(default_factory=Boat)
    boats: dict[str, Boat] = field(default_factory=dict)
    wrecks: tuple[Boat, ...] = ()


def fleet(tmp_path: Path, text: str) -> Fleet:
    file = tmp_path / "fleet.toml"
    file.write_text(text, encoding="utf-8")
    return read(file, Fleet)


def test_a_list_becomes_records(tmp_path: Path) -> None:
    found = fleet(tmp_path, '[flagship]\noars = 2\n[boats.Ilse]\ncrew = ["Tarn"]\n[[wrecks]]\noars = 1\n')
    assert found == Fleet(flagship=Boat(oars=2), boats={"Ilse": Boat(crew=("Tarn",))}, wrecks=(Boat(oars=1),))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("sails = 3\n", "sails: there is no such key"),
        ("[flagship]\nsails = 3\n", "flagship / sails: there is no such key"),
        ("[boats.Ilse]\nsails = 3\n", "boats / Ilse / sails: there is no such key"),
        ("[[wrecks]]\n[[wrecks]]\nsails = 3\n", "wrecks / 1 / sails: there is no such key"),
        ('[flagship]\noars = "two"\n', "flagship / oars: "),
        ("[boats.Ilse]\noars = -1\n", "boats / Ilse: no boat has fewer than no oars"),
        ("[flagship\n", ""),
    ],
)
def test_an_error_names_file_table_and_key(tmp_path: Path, text: str, where: str) -> None:
    with pytest.raises(LexiconError) as error:
        fleet(tmp_path, text)
    assert str(error.value).startswith(f"fleet.toml: {where}")
    assert "\n" not in str(error.value)


def test_a_list_nested_too_deeply_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"^fleet\.toml: it is nested too deeply$"):
        fleet(tmp_path, "a = " + "[" * 5_000)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"^none\.toml: there is no such file$"):
        read(tmp_path / "none.toml", Fleet)
