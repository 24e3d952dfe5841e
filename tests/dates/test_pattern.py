"""The notation of patterns."""

from __future__ import annotations

import re

import pytest

from extractor.dates.pattern import PatternError, Reader, atoms_of, group_named

LETTERS = {"a": "a", "b": "b", "C": "cd"}


def compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(Reader(pattern, LETTERS, {"AB": "(a b)"}).read().expression)


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("a b", "ab", True),
        ("a? b", "b", True),
        ("(a | C)* b", "acdb", True),
        ("AB+", "abab", True),
        ("a (?! b)", "a", True),
        ("a b", "ba", False),
    ],
)
def test_matches(pattern: str, text: str, matches: bool) -> None:
    assert bool(compiled(pattern).fullmatch(text)) is matches


def test_lookahead_forbids() -> None:
    assert compiled("a (?! b)").match("ab") is None


def test_first_atoms_and_emptiness() -> None:
    piece = Reader("a? (b | C)", LETTERS, {}).read()
    assert (piece.first, piece.empty) == (frozenset({"a", "b", "C"}), False)
    assert Reader("a? b*", LETTERS, {}).read().empty


def test_a_name_in_several_alternatives() -> None:
    found = compiled("x=a | x=C").fullmatch("d")
    assert found is not None
    assert group_named(found, "x") == "x2"
    assert group_named(found, "y") is None


def test_atoms_of_macros() -> None:
    assert atoms_of("AB C", {"AB": "(a b)"}) == {"a", "b", "C"}


@pytest.mark.parametrize("pattern", ["(a", "a )", "a {"])
def test_unreadable(pattern: str) -> None:
    with pytest.raises(PatternError):
        Reader(pattern, LETTERS, {}).read()


def test_a_class_without_words() -> None:
    with pytest.raises(PatternError, match="no word is"):
        Reader("E", {"E": ""}, {}).read()
