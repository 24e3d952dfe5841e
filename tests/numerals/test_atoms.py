"""Digits and number words, one piece at a time: what each is worth, and what is none."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

import pytest

from extractor.numerals import find_numerals
from extractor.numerals.atoms import find_atoms, word_table


def pieces(text: str) -> dict[str, float]:
    return {text[atom.start : atom.end]: atom.worth for atom in find_atoms(text)}


@pytest.mark.parametrize(
    ("word", "kind", "worth"),
    [
        ("one", "unit", 1),
        ("zero", "teen", 0),
        ("twelve", "teen", 12),
        ("ninety", "ten", 90),
        ("dozen", "scale", 12),
        ("lakh", "scale", 100_000),
        ("third", "part", 3),
        ("halves", "part", 2),
        ("tens", "fuzzy", 20),
        ("crores", "fuzzy", 20_000_000),
        ("few", "small", 0),
        ("couple", "small", 0),
    ],
)
def test_every_number_word_has_a_kind_and_a_worth(word: str, kind: str, worth: float) -> None:
    assert word_table()[word] == (kind, worth)
    assert word_table().keys() >= {"several", "nine", "nineteen", "twenty", "trillion", "tenths", "billions"}
    (atom,) = find_atoms(f"about {word.upper()}, they said")
    assert (atom.start, atom.end, atom.kind, atom.worth, atom.word) == (6, 6 + len(word), kind, worth, word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234.5 tonnes", {"1,234.5": 1234.5}),
        ("12,34,567 rupees", {"12,34,567": 1_234_567}),
        ("1,2345", {"1": 1}),
        ("version 1.5.2", {"1.5": 1.5}),
        ("a rate of .5", {".5": 0.5}),
        ("(.5)", {".5": 0.5}),
        ("3 .5", {"3": 3, ".5": 0.5}),
        ("007", {"007": 7}),
        ("12:30", {"12": 12}),
        ("a 1:5 ratio", {"1": 1}),
    ],
)
def test_digits_with_commas_and_points(text: str, expected: dict[str, float]) -> None:
    assert pieces(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("½", {"½": 1 / 2}),
        ("⅛ of it", {"⅛": 1 / 8}),
        ("2½ cups", {"2½": 2.5}),
        ("2 ⅔ cups", {"2 ⅔": 2 + 2 / 3}),
        ("1,000¾", {"1,000¾": 1000.75}),
        ("1/8", {"1/8": 1 / 8}),
        ("5/8 of an inch", {"5/8": 5 / 8}),
        ("3/16", {"3/16": 3 / 16}),
        ("2 3/8", {"2 3/8": 2.375}),
        ("2-1/2", {"2-1/2": 2.5}),
        ("1⁄32 inch", {"1⁄32": 1 / 32}),
        ("1,500⁄3,000", {}),
        ("3⁄2", {}),
        ("6⁄6", {}),
        ("3×10^4", {"3×10^4": 30_000}),
        ("4×103 cells", {"4×103": 4000}),
        ("2×10−5", {"2×10−5": 2e-5}),
        ("2×10-3", {"2×10-3": 2e-3}),
        ("1,200×102", {"1,200×102": 120_000}),
    ],
)
def test_fractions_and_powers(text: str, expected: dict[str, float]) -> None:
    assert pieces(text) == pytest.approx(expected)


@pytest.mark.parametrize("text", ["½", "⅓", "⅔", "¼", "¾", "⅕", "⅛"])
def test_every_vulgar_fraction(text: str) -> None:
    assert pieces(text) == {text: pytest.approx(unicodedata.numeric(text))}
    assert pieces(f"7{text}") == {f"7{text}": pytest.approx(7 + unicodedata.numeric(text))}


@pytest.mark.parametrize(
    "text", ["1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "1/8", "3/8", "5/8", "7/8", "1/10", "1/16", "3/16"]
)
def test_every_slashed_fraction(text: str) -> None:
    assert pieces(text) == {text: pytest.approx(float(Fraction(text)))}


@pytest.mark.parametrize("text", ["9/11", "1/9", "12/25", "20/21", "7/8/2001", "2/3/04"])
def test_a_slash_that_is_no_known_fraction_is_a_date_or_a_label(text: str) -> None:
    assert pieces(text) == {}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5bn people", 5e9),
        ("5BN people", 5e9),
        ("10k people", 10_000),
        ("5trn people", 5e12),
        ("5mn people", 5e6),
        ("£5m", 5e6),
        ("€ 5m", 5e6),
        ("Rs.5m", 5e6),
        ("PS5m", 5e6),
        ("USD5m", 5e6),
        ("dlrs 5m", 5e6),
        ("$5b", 5e9),
        ("$5B", 5e9),
        # Without money before it "m" is metres and "b" a label; a longer word is a unit.
        ("5m high", 5),
        ("5b", 5),
        ("5B", 5),
        ("5km", 5),
        ("$5mm", 5),
        ("$5 b", 5),
        ("$5½m", 5.5),
    ],
)
def test_a_scale_against_its_digits(text: str, value: float) -> None:
    (numeral,) = find_numerals(text)
    assert numeral.value == value


@pytest.mark.parametrize(
    "text",
    [
        "Rs500",
        "Rs.500",
        "RM500",
        "US500",
        "EUR500",
        "$500",
        "$-500",
        "£-500",
        "US$-500",
        "-500",
        "/500",
        "(/500)",
        " /500",
        "minus-500",
        "negative-500",
        "now-500",
        "to-500",
        "Or-500",
        "’500",
        "(500",
    ],
)
def test_what_may_stand_against_digits(text: str) -> None:
    assert list(pieces(text).values()) == [500]


@pytest.mark.parametrize(
    "text",
    [
        "A500",
        "aRs500",
        "x500",
        "_500",
        "a-500",
        "US-500",
        "Covid-500",
        "X‑500",
        "undergo-500",
        "a.500",
        "..500",
        ",500",
        ":500",
        "a/500",
        "/.500",
        "500th",
        "1st",
        "2nd",
        "3RD",
        "1990s",
        "500s",
    ],
)
def test_digits_of_a_name_a_rank_or_a_code_are_no_number(text: str) -> None:
    assert pieces(text) == {}


def test_a_rank_is_a_whole_ending() -> None:
    assert pieces("5sth") == {"5": 5}


@pytest.mark.parametrize("text", ["'five", "o’five", "_five", "five_", "fivefold", "5five", "five5", "highfive"])
def test_a_number_word_inside_another_word_is_none(text: str) -> None:
    assert "five" not in pieces(text)


@pytest.mark.parametrize("text", ["five", "(five)", "five's", "five’", "twenty-five", "-five"])
def test_a_number_word_beside_punctuation_is_one(text: str) -> None:
    assert pieces(text)["five"] == 5
