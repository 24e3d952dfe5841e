"""Numbers out of text: values, bounds, ranges, and that they round-trip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.numerals import bound_after, bound_before, find_numerals, number_of, parse_numeral
from extractor.numerals.lexicon import WORDS

EXACT = {
    "82": 82,
    "1,200": 1200,
    "5,00,000": 500_000,
    "3.5": 3.5,
    ".5": 0.5,
    "sixty-one and a half": 61.5,
    "twenty six": 26,
    "1.7 million": 1_700_000,
    "a hundred thirty million": 130_000_000,
    "one point six billion": 1_600_000_000,
    "three point one four": 3.14,
    "a half million": 500_000,
    "half a million": 500_000,
    "a quarter of a million": 250_000,
    "three quarters of a million": 750_000,
    "two and a half million": 2_500_000,
    "a million and a half": 1_500_000,
    "half a dozen": 6,
    "two dozen": 24,
    "twelve hundred": 1200,
    "1,000 million": 1_000_000_000,
    "three hundred and five": 305,
    "12 lakh": 1_200_000,
    "3.5 crore": 35_000_000,
    "2½": 2.5,
    "2 1/2": 2.5,
    "3-1/2": 3.5,
    "1/2": 0.5,
    "10k": 10_000,
    "7bn": 7_000_000_000,
    "a third": 0.333333,
    "two-thirds": 0.666667,
    "three quarters": 0.75,
    "one in five": 0.2,
    "nine out of ten": 0.9,
    "zero": 0,
}


@pytest.mark.parametrize(("text", "value"), EXACT.items())
def test_a_phrase_is_its_value(text, value):
    assert number_of(text) == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "few",
        "several",
        "a third man",
        "the third",
        "first half",
        "half an hour",
        "9/11",
        "7/8/2001",
        "1990s",
        "5th",
        "F-16",
        "A320",
        "dozen",
        "oneself",
        "tens",
    ],
)
def test_what_is_no_number(text):
    assert find_numerals(text) == ()


@pytest.mark.parametrize("text", ["", "24 25", "24 people", "more than 24", "dozens", "5 to 6"])
def test_what_is_not_one_number_and_nothing_else(text):
    assert number_of(text) is None


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("killed three and two", ["three", "two"]),
        ("voted 89-52-11", ["89", "52", "11"]),
        ("rose from 35 to 51-53", ["35", "51-53"]),
        ("seven two", ["seven", "two"]),
        ("lost 10 of 12", ["10", "12"]),
        ("52-40 for it", ["52", "40"]),
    ],
)
def test_neighbours_stay_apart(text, pieces):
    assert [text[n.start : n.end] for n in find_numerals(text)] == pieces


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("275 to 350", 275, 350),
        ("four or five", 4, 5),
        ("between 5 and 10", 5, 10),
        ("1 to 2 thousand", 1000, 2000),
        ("$3-5 million", 3_000_000, 5_000_000),
        ("$3 billion to $5 billion", 3e9, 5e9),
        ("1.5 to 2 million", 1_500_000, 2_000_000),
    ],
)
def test_ranges(text, low, high):
    numeral = parse_numeral(text)
    assert numeral is not None
    assert (numeral.value, numeral.low, numeral.high, numeral.modifier) == (None, low, high, "range")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 24, 99),
        ("scores", 40, 199),
        ("hundreds", 200, 999),
        ("a few hundred", 200, 999),
        ("several thousand", 2000, 9999),
        ("tens of thousands", 20_000, 99_999),
        ("hundreds of thousands", 200_000, 999_999),
        ("tens of millions", 20_000_000, 99_999_999),
        ("millions", 2_000_000, None),
    ],
)
def test_fuzzy_words_have_bounds_and_no_value(text, low, high):
    numeral = parse_numeral(text)
    assert numeral is not None
    assert (numeral.value, numeral.low, numeral.high, numeral.modifier) == (None, low, high, "fuzzy")


@pytest.mark.parametrize(
    ("text", "modifier", "low", "high"),
    [
        ("more than 250", "more_than", 250, None),
        ("more then 1,640", "more_than", 1640, None),
        ("over 6", "more_than", 6, None),
        ("at least 40", "at_least", 40, None),
        ("at least some 40", "at_least", 40, None),
        ("no fewer than 30", "at_least", 30, None),
        ("100 or more", "at_least", 100, None),
        ("fewer than 9", "less_than", None, 9),
        ("no more than 9", "at_most", None, 9),
        ("up to 5", "up_to", None, 5),
        ("as many as 1.7 million", "up_to", None, 1_700_000),
        ("nearly 200", "about", None, 200),
        ("some 35,000", "about", None, None),
        ("an estimated 500", "about", None, None),
        ("10 million or so", "about", None, None),
        ("~300", "about", None, None),
        ("only one", "exact", 1, 1),
    ],
)
def test_bounds(text, modifier, low, high):
    numeral = parse_numeral(text)
    assert numeral is not None
    assert (numeral.modifier, numeral.low, numeral.high) == (modifier, low, high)
    assert (numeral.start, numeral.end) == (0, len(text))


def test_no_bound_where_no_word_bounds():
    assert bound_before("the crowd of 40", 13) is None
    assert bound_before("about40", 5) is None
    assert bound_after("40 people", 2) is None


def test_the_money_scale_is_metres_without_money():
    assert number_of("$5m") is None
    assert parse_numeral("$5m").value == 5_000_000
    assert parse_numeral("a 5m wall").value == 5


SMALL = [*WORDS.teens.items(), *WORDS.units.items(), *WORDS.tens.items()]
NAMES = {worth: word for word, worth in SMALL if word != "fourty"}


def spoken(n: int) -> str:
    """An English name of `n`, 0..999,999,999."""
    for scale, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= scale:
            rest = n % scale
            return f"{spoken(n // scale)} {name}" + (
                f" and {spoken(rest)}" if rest and rest < 100 else f" {spoken(rest)}" if rest else ""
            )
    if n in NAMES:
        return NAMES[n]
    return f"{NAMES[n - n % 10]}-{NAMES[n % 10]}"


@given(st.integers(0, 999_999_999))
def test_spoken_numbers_round_trip(n):
    assert number_of(spoken(n)) == n


@given(st.integers(0, 10**12))
def test_written_numbers_round_trip(n):
    assert number_of(str(n)) == n
    assert number_of(f"{n:,}") == n


@given(st.text(alphabet="0123456789 ,.-–½/$%abm andofthousandshalfthirdonetwo\n", max_size=80))
def test_any_string_is_read_without_error_and_spans_are_in_order(text):
    last = 0
    for numeral in find_numerals(text):
        assert last <= numeral.start < numeral.end <= len(text)
        assert numeral.value is not None or numeral.low is not None
        last = numeral.end


@pytest.mark.parametrize("piece", ["1", "one ", "1,", "and ", "half ", "1-", "three hundred ", "at least ", "one in "])
def test_a_long_run_takes_linear_time(piece):
    find_numerals(piece * (200_000 // len(piece)))


@pytest.mark.parametrize(
    ("text", "levels"),
    [("from 35 to 51", True), ("from $3 to $5", True), ("ranging from 35 to 51", False), ("35 to 51", False)],
)
def test_from_and_to_may_be_two_levels(text, levels):
    (numeral,) = find_numerals(text)
    assert numeral.levels is levels
    assert [end.value for end in numeral.ends] == [numeral.low, numeral.high]


def test_a_hyphen_behind_to_joins_a_range():
    (numeral,) = find_numerals("a 200,000 to-260,000 year-old bone")
    assert (numeral.low, numeral.high) == (200_000, 260_000)


@pytest.mark.parametrize("text", ["~25", "~ 25", "barely 25"])
def test_a_tilde_and_barely_are_about(text):
    numeral = parse_numeral(text)
    assert numeral is not None
    assert (numeral.value, numeral.modifier) == (25, "about")


@pytest.mark.parametrize("text", ["5 or leſs", "ſub-5", "up to 5 or ſo", "5K", "5 or ſo"])
def test_a_letter_that_only_a_pattern_takes_for_another_bounds_nothing(text):
    numeral = parse_numeral(text)
    assert numeral is not None
    assert numeral.value in {5, 5_000}


@pytest.mark.parametrize("before", ["\r\n", "\u2028 ", "          \r\n\r\n", "\x0b\n"])
def test_white_space_of_any_kind_before_a_number_bounds_nothing(before):
    numeral = parse_numeral(f"{before}40 people")
    assert numeral is not None
    assert (numeral.value, numeral.modifier, numeral.start) == (40, "exact", len(before))
