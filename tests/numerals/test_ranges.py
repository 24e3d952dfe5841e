"""Two numbers beside each other: a range, a share, or two of them."""

from __future__ import annotations

import pytest

from extractor.numerals import find_numerals, number_of


def found(text: str) -> list[str]:
    return [text[n.start : n.end] for n in find_numerals(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 in 10", 0.1),
        ("3 of every 4", 0.75),
        ("one out of every three", 0.333333),
        ("one-in-five", 0.2),
        ("1 in 100", 0.01),
        ("twenty in one hundred", 0.2),
        ("twenty in one thousand", 0.02),
        ("one in one thousand", 0.001),
    ],
)
def test_shares(text: str, value: float) -> None:
    (numeral,) = find_numerals(text)
    assert (numeral.start, numeral.end, numeral.form, numeral.modifier) == (0, len(text), "one_in", "exact")
    assert numeral.value == numeral.low == numeral.high == value
    assert number_of(text) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 in 5", ["5", "5"]),
        ("five in two", ["five", "two"]),
        ("0.5 in 6", ["0.5", "6"]),
        ("zero in 6", ["zero", "6"]),
        ("twenty-one in one hundred", ["twenty-one", "one hundred"]),
        ("1 in 101", ["1", "101"]),
        ("20 in 1,000", ["20", "1,000"]),
        ("one in one thousand and one", ["one", "one thousand and one"]),
        ("half in five", ["half", "five"]),
    ],
)
def test_no_shares(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "whole", "low", "high"),
    [
        ("5-6", "5-6", 5, 6),
        ("5 – 6", "5 – 6", 5, 6),
        ("5 to even 6", "5 to even 6", 5, 6),
        ("5 to perhaps 6", "5 to perhaps 6", 5, 6),
        ("5-to-6", "5-to-6", 5, 6),
        ("5-or-6", "5-or-6", 5, 6),
        ("5% to 6%", "5% to 6", 5, 6),
        ("5% to 6 percent", "5% to 6", 5, 6),
        ("5 percent or 6 per cent", "5 percent or 6", 5, 6),
        ("between 5% and 6%", "5% and 6", 5, 6),
        ("between $4 and $5", "4 and $5", 4, 5),
        ("Between four and five", "four and five", 4, 5),
        ("between a hundred and two hundred", "a hundred and two hundred", 100, 200),
        ("between one million and two million", "one million and two million", 1e6, 2e6),
        ("$4 to $13", "4 to $13", 4, 13),
        ("US$4 to US$13", "4 to US$13", 4, 13),
        ("$ 4-$13", "4-$13", 4, 13),
        ("half to two-thirds", "half to two-thirds", 0.5, 0.666667),
        ("5 to 6 thousand", "5 to 6 thousand", 5000, 6000),
        ("5 to six hundred", "5 to six hundred", 500, 600),
        ("two hundred to three hundred thousand", "two hundred to three hundred thousand", 200_000, 300_000),
        ("2 thousand to 3 million", "2 thousand to 3 million", 2000, 3e6),
        ("5,000 to 6 thousand", "5,000 to 6 thousand", 5000, 6000),
        ("500 to 1 thousand", "500 to 1 thousand", 500, 1000),
        ("1 to a million", "1 to a million", 1, 1_000_000),
        ("5 million to 6 million", "5 million to 6 million", 5e6, 6e6),
        ("900 thousand to 2 million", "900 thousand to 2 million", 900_000, 2e6),
        ("by 1 to 2 degrees", "1 to 2", 1, 2),
        ("by 1 to 8", "1 to 8", 1, 8),
        ("up 4 to 5", "4 to 5", 4, 5),
        ("rose $4-$5", "4-$5", 4, 5),
    ],
)
def test_ranges(text: str, whole: str, low: float, high: float) -> None:
    (numeral,) = find_numerals(text)
    assert text[numeral.start : numeral.end] == whole
    assert (numeral.value, numeral.modifier, numeral.form) == (None, "range", "range")
    assert (numeral.low, numeral.high) == (low, high)
    assert len(numeral.ends) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 to 3", ["5", "3"]),
        ("5 to 5", ["5", "5"]),
        ("4 and 5", ["4", "5"]),
        ("in-between 4, 5", ["4", "5"]),
        ("1, 2 and 3", ["1", "2", "3"]),
        ("5 percent to 6", ["5", "6"]),
        ("5% and 6%", ["5", "6"]),
        ("4 to $13", ["4", "13"]),
        ("up 4 percent to $13", ["4", "13"]),
        ("half to two", ["half", "two"]),
        ("5 to dozens", ["5", "dozens"]),
        ("dozens to 500", ["dozens", "500"]),
        (f"5{' ' * 11}to{' ' * 12}6", ["5", "6"]),
        # A change and the level it led to.
        ("rose $4 to $5", ["4", "5"]),
        ("shares fell about $4 to $5", ["4", "5"]),
        ("up US$4 to US$5", ["4", "5"]),
        ("by 1 to 9", ["1", "9"]),
        ("by about 12,000 to 1.3 million", ["12,000", "1.3 million"]),
        # Two levels, the second a range; and scores.
        ("from 24 to 33-35", ["24", "33-35"]),
        ("from $24 to $33-$35", ["24", "33-$35"]),
        ("5-3-2", ["5", "3", "2"]),
        ("5-6-7", ["5", "6-7"]),
        ("5–6–7", ["5", "6–7"]),
    ],
)
def test_two_numbers_that_are_no_range(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_ranges_to_a_dash_are_read_to_their_end() -> None:
    assert found("ranging from 24 to 33-35") == ["24 to 33", "35"]
    assert found("24 to 33-35") == ["24 to 33", "35"]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("from 24 to 33", True),
        ("from about 24 to 33", True),
        ("from just $24 to 33", True),
        ("from US$24 to 33", True),
        ("from 24-33", False),
        ("from 24 or 33", False),
        ("ranged from 24 to 33", False),
        ("24 to 33", False),
        ("away from it 24 to 33", False),
    ],
)
def test_levels(text: str, levels: bool) -> None:
    (numeral,) = find_numerals(text)
    assert numeral.levels is levels


def test_the_ends_of_a_range_are_numbers_of_their_own() -> None:
    text = "some 5 to six thousand"
    (numeral,) = find_numerals(text)
    first, second = numeral.ends
    assert (text[first.start : first.end], first.value, first.form) == ("5", 5, "digits")
    assert (text[second.start : second.end], second.value, second.form) == ("six thousand", 6000, "words")
    assert (first.low, first.high, first.modifier, first.ends) == (5, 5, "exact", ())
