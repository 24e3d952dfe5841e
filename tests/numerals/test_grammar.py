"""How pieces make one number, and where one number ends and the next begins."""

from __future__ import annotations

import pytest

from extractor.numerals import find_numerals, number_of


def values(text: str) -> dict[str, float | tuple[float | None, float | None]]:
    """Each numeral as written -> its value, or (low, high) where it has none."""
    return {text[n.start : n.end]: n.value if n.value is not None else (n.low, n.high) for n in find_numerals(text)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("zero point five", 0.5),
        ("two point zero five", 2.05),
        ("three point one four", 3.14),
        ("one point six two billion", 1_620_000_000),
        ("twenty point five", 20.5),
        ("five-point-two", 5.2),
        ("two and a quarter", 2.25),
        ("six-and-a-half", 6.5),
        ("two thousand and a half", 2500),
        ("two hundred and a half", 200.5),
        ("a million and a third", 1_333_333.333333),
        ("one half", 0.5),
        ("one-third", 0.333333),
        ("five sixths", 0.833333),
        ("half a hundred", 50),
        ("a quarter of a million", 250_000),
        ("two and a half dozen", 30),
        ("hundred", 100),
        ("an hundred", 100),
        ("hundred and one", 101),
        ("two dozen", 24),
        ("thousand million", 1e9),
        ("twelve hundred and six", 1206),
        ("two thousand six", 2006),
        ("two thousand and twenty", 2020),
        ("three million five hundred thousand and two", 3_500_002),
        ("a hundred and two thousand", 102_000),
        ("a hundred and two thousand two hundred", 102_200),
        ("a million and two thousand five hundred", 1_002_500),
        ("one hundred and twenty-two million five hundred and six thousand", 122_506_000),
        ("5 hundred thousand", 500_000),
        ("8.2 million", 8_200_000),
        ("5½ million", 5_500_000),
        ("two‑thirds", 0.666667),
        ("one hundred quadrillion", 1e17),
        ("1000000000000000000", 1e18),
    ],
)
def test_one_number(text: str, value: float) -> None:
    assert values(text) == {text: pytest.approx(value)}
    assert number_of(text) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one point ten", {"one": 1, "ten": 10}),
        ("one point hundred", {"one": 1, "hundred": 100}),
        ("two point five and six", {"two point five": 2.5, "six": 6}),
        ("one and two point five", {"one": 1, "two point five": 2.5}),
        ("two point and five", {"two": 2, "five": 5}),
        ("two point five point six", {"two point five": 2.5, "six": 6}),
        ("two halves", {"two": 2}),
        ("one halves", {"one": 1}),
        ("three fourth", {"three": 3}),
        ("four quarters", {"four": 4}),
        ("five quarters", {"five": 5}),
        ("a thousand quarters", {"a thousand": 1000}),
        ("a million and third", {"a million": 1_000_000}),
        ("two half a", {"two": 2, "half": 0.5}),
        ("a half and three quarters", {"a half": 0.5, "three quarters": 0.75}),
        ("two-thirds thousand", {"two-thirds": pytest.approx(2 / 3), "thousand": 1000}),
        ("five a thousand", {"five": 5, "a thousand": 1000}),
        ("twenty zero", {"twenty": 20, "zero": 0}),
        ("twenty and one", {"twenty": 20, "one": 1}),
        ("twenty eleven", {"twenty": 20, "eleven": 11}),
        ("one hundred zero", {"one hundred": 100, "zero": 0}),
        ("two dozen six", {"two dozen": 24, "six": 6}),
        ("5 six", {"5": 5, "six": 6}),
        ("5 hundred six", {"5 hundred": 500, "six": 6}),
        ("five, six", {"five": 5, "six": 6}),
        ("a hundred million million", {"a hundred million million": 1e14}),
        ("five hundred hundred", {"five hundred": 500, "hundred": 100}),
        # No scale comes twice, and none behind a smaller one: what would repeat it is another number.
        ("a hundred and two hundred", {"a hundred": 100, "two hundred": 200}),
        ("one million and two million", {"one million": 1_000_000, "two million": 2_000_000}),
        ("a thousand and twenty-two thousand", {"a thousand": 1000, "twenty-two thousand": 22_000}),
        ("a thousand and two hundred thousand", {"a thousand": 1000, "two hundred thousand": 200_000}),
        ("two thousand five hundred and three thousand", {"two thousand five hundred": 2500, "three thousand": 3000}),
        ("a thousand and two million", {"a thousand": 1000, "two million": 2_000_000}),
        ("a thousand and two, thousand", {"a thousand and two": 1002, "thousand": 1000}),
        ("a thousand and two and a thousand", {"a thousand and two": 1002, "a thousand": 1000}),
        ("10000000000000000000", {}),
        ("10,000 quadrillion", {}),
    ],
)
def test_what_does_not_go_on(text: str, expected: dict[str, float]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("scores of thousands", 40_000, 199_999),
        ("dozens of thousands", 24_000, 99_999),
        ("hundreds of hundreds", 20_000, 99_999),
        ("thousands of millions", 2e9, 9_999_999_999),
        ("tens of lakh", 2_000_000, 9_999_999),
        ("hundreds of lakhs", 20_000_000, 99_999_999),
        ("a couple of hundred", 200, 999),
        ("a couple of dozen", 24, 99),
        ("a few dozen", 24, 99),
        ("couple hundred", 200, 999),
        ("several lakh", 200_000, 999_999),
        ("several million", 2_000_000, None),
        ("a few billion", 2e9, None),
        ("lakhs", 200_000, 999_999),
        ("billions", 2e9, None),
    ],
)
def test_fuzzy_numbers(text: str, low: float, high: float | None) -> None:
    assert values(text) == {text: (low, high)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tens of people", {}),
        ("tens of six", {"six": 6}),
        ("tens thousand", {"thousand": 1000}),
        ("hundreds thousands", {"hundreds": (200, 999), "thousands": (2000, 9999)}),
        ("dozens of scores", {"dozens": (24, 99), "scores": (40, 199)}),
        ("lakhs of thousands", {"lakhs": (200_000, 999_999), "thousands": (2000, 9999)}),
        ("millions of thousands", {"millions": (2_000_000, None), "thousands": (2000, 9999)}),
        ("tens of thousands of thousands", {"tens of thousands": (20_000, 99_999), "thousands": (2000, 9999)}),
        ("few and hundred", {"hundred": 100}),
        ("a few six", {"six": 6}),
        ("a few thousand million", {"a few thousand": (2000, 9999), "million": 1_000_000}),
        ("several", {}),
        ("a couple of people", {}),
    ],
)
def test_fuzzy_words_that_do_not_go_together(text: str, expected: dict[str, object]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a third of them",
        "a third were",
        "a tenth more",
        "a quarter since",
        "a third live in tents",
        "a third lack water",
        "a third think the wall will hold",
        "a third want to leave",
        "a third support the ban",
        "a quarter, she said",
        "a fifth",
        "a third\n",
        "half",
        "a half",
        "Half of them",
        "half the town",
    ],
)
def test_a_lone_part(text: str) -> None:
    (numeral,) = find_numerals(text)
    assert numeral.form == "fraction"


@pytest.mark.parametrize(
    "text",
    [
        "third",
        "the third of them",
        "a third runner",
        "a third live show",
        "a third think tank agreed",
        "a third want ad appeared",
        "a third support ship",
        "a third (",
        "thirds",
        "quarters",
        "a thirds of them",
        "dozen",
        "lakh",
        "tens",
        "half an hour",
        "half a century",
        "half-hour",
        "half time",
        "half-way",
        "a half brother",
        "Half-sister",
        "half past",
        "the first half",
        "the other half",
        "Norvik's half",
        "each half",
        "the second-half",
        "this half",
        "top half",
    ],
)
def test_a_rank_a_period_or_a_relative_is_no_part(text: str) -> None:
    assert values(text) == {}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("5", "digits"),
        ("five", "words"),
        ("5 million", "digits"),
        ("a third", "fraction"),
        ("dozens", "fuzzy"),
        ("two and a half", "words"),
        ("half a million", "words"),
        ("1 in 5", "one_in"),
        ("5 to 6", "range"),
    ],
)
def test_how_it_is_written(text: str, form: str) -> None:
    (numeral,) = find_numerals(text)
    assert numeral.form == form
