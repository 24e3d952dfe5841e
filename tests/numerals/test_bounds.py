"""Words that bound a number: which of two decides, where their phrase begins, and what bounds nothing."""

from __future__ import annotations

import pytest

from extractor.numerals import bound_after, bound_before, bounded, parse_numeral


@pytest.mark.parametrize(
    ("text", "bound", "phrase"),
    [
        ("about 5", "about", "about"),
        ("about\u00a05", "about", "about"),
        ("About\n 5", "about", "About"),
        ("a (about 5", "about", "about"),
        ("a “roughly 5", "about", "roughly"),
        ("a — roughly 5", "about", "roughly"),
        ("it is in the region of 5", "about", "in the region of"),
        ("in  the region\nof 5", "about", "in  the region\nof"),
        ("at the very least 5", "at_least", "at the very least"),
        ("a crowd of more than 5", "more_than", "more than"),
        ("a good deal less than 5", "less_than", "less than"),
        ("a ~5", "about", "~"),
        ("a ≥ 5", "at_least", "≥ "),
        ("a sub-5", "less_than", "sub-"),
        ("a Sub-5", "less_than", "Sub-"),
        # Of two the stricter decides, whichever comes first; the phrase is both.
        ("a crowd of at least some 5", "at_least", "at least some"),
        ("a crowd of some at least 5", "at_least", "some at least"),
        ("more than about 5", "more_than", "more than about"),
        ("only about 5", "about", "only about"),
        ("about only 5", "about", "about only"),
        ("exactly just 5", "exact", "exactly just"),
        ("nearly at most 5", "at_most", "nearly at most"),
    ],
)
def test_a_bound_before_and_where_it_begins(text: str, bound: str, phrase: str) -> None:
    found = bound_before(text, len(text) - 1)
    assert found is not None
    assert found[0] == bound
    assert text[found[1] :].startswith(phrase)
    assert len(text) - 1 - found[1] - len(phrase) <= 2


@pytest.mark.parametrize(
    "text", ["5", " 5", "about, 5", "about5", "roundabout 5", "a 5", "asub-5", "than 5", "least 5"]
)
def test_no_bound_before(text: str) -> None:
    assert bound_before(text, len(text) - 1) is None


@pytest.mark.parametrize(
    ("text", "bound", "phrase"),
    [
        ("40 or more of them", "at_least", " or more"),
        ("40 OR SO", "about", " OR SO"),
        ("40+", "at_least", "+"),
        ("40-odd ships", "about", "-odd"),
        ("40-plus ships", "more_than", "-plus"),
        ("40 plus", "more_than", " plus"),
        ("40 plus ships", "more_than", " plus"),
        ("40 plus anything", "more_than", " plus"),
        ("40 or less", "at_most", " or less"),
        ("40 and counting", "at_least", " and counting"),
        ("40 at most, he said", "at_most", " at most"),
    ],
)
def test_a_bound_behind_and_where_it_ends(text: str, bound: str, phrase: str) -> None:
    assert bound_after(text, 2) == (bound, 2 + len(phrase))
    assert text[2:].startswith(phrase)


@pytest.mark.parametrize(
    "text",
    ["40 or moreover", "40  or more", "40 oddly", "40 plus a bonus", "40 plus the cost", "40 plus $5", "40 plus 5"],
)
def test_no_bound_behind(text: str) -> None:
    assert bound_after(text, 2) is None


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        ("exact", ("exact", 5, 5)),
        ("about", ("about", None, None)),
        ("nearly", ("about", None, 5)),
        ("more_than", ("more_than", 5, None)),
        ("at_least", ("at_least", 5, None)),
        ("less_than", ("less_than", None, 5)),
        ("at_most", ("at_most", None, 5)),
        ("up_to", ("up_to", None, 5)),
    ],
)
def test_what_a_bound_makes_of_a_number(bound, expected) -> None:
    assert bounded(5, bound) == expected


@pytest.mark.parametrize(
    ("text", "modifier", "low", "high"),
    [
        ("only 40 or more", "at_least", 40, None),
        ("about 40 or more", "about", None, None),
        ("at least 1,000 or so", "at_least", 1000, None),
        ("only 40", "exact", 40, 40),
        ("40", "exact", 40, 40),
        ("some 40 to 50", "range", 40, 50),
        ("dozens or more", "fuzzy", 24, 99),
        ("at least dozens", "fuzzy", 24, 99),
    ],
)
def test_bounds_on_both_sides(text: str, modifier: str, low: float, high: float | None) -> None:
    numeral = parse_numeral(text)
    assert numeral is not None
    assert (numeral.start, numeral.end) == (0, len(text))
    assert (numeral.modifier, numeral.low, numeral.high) == (modifier, low, high)
