"""Ranges and levels: what "from 3 to 5" says, and where a rise or fall came to rest."""

from __future__ import annotations

import pytest

from extractor.claims import find_quantities


@pytest.fixture
def read(parse):
    return lambda text: find_quantities(parse(text), ())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Cottages from $300,000 to $2 million sell within a week.", [(300_000, 2_000_000)]),
        ("Rooms cost from 40 to 60 euros.", [(40, 60)]),
        ("They saw a crowd of from 20 to 30 people.", [(20, 30)]),
        ("It has from 5 to 7 doors.", [(5, 7)]),
        ("The bank cut its forecast from 2 to 4 percent to 1 to 3 percent.", [(2, 4), (1, 3)]),
        ("The price of a ticket rose from $30 to $45 in May.", [(30, 30), (45, 45)]),
        ("The mayor raised the number of seats from 30 to 50.", [(30, 30), (50, 50)]),
        ("The council went from 12 to 15 members.", [(12, 12), (15, 15)]),
        ("An increase from 3 to 5 percent is likely.", [(3, 3), (5, 5)]),
        ("A move from 3 to 5 percent is likely.", [(3, 3), (5, 5)]),
    ],
)
def test_from_and_to_are_a_range_unless_something_changed(read, text, wanted):
    assert [(q.low, q.high) for q in read(text)] == wanted


@pytest.mark.parametrize(
    "text", ["He worked there from 1990 to 1995.", "The shop is open from 9 to 11 a.m. on Monday."]
)
def test_years_and_hours_are_no_range(read, text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Tarvel index ended down 1% at 2,310.40.", ["down", "down"]),
        ("The Tarvel index gained 1.2% to close at 1,204.30.", ["up", "up"]),
        ("The trade balance decreased to $-20.4bn.", ["down"]),
        ("The cold air can dip down to minus-90 degrees.", ["down"]),
        ("Sales rose 5 percent at 40 stores.", ["up", None]),
        ("The fund rose 5% while the yield stood at 3%.", ["up", None]),
        ("The pipe leads down to 90 degrees of heat.", [None]),
    ],
)
def test_the_level_that_was_reached_has_the_trend_too(read, text, wanted):
    assert [q.trend for q in read(text)] == wanted


@pytest.mark.parametrize(
    ("text", "values"),
    [("Jon Arvel: 6 Worked hard in the first half.", []), ("Jon Arvel: 6 boats sank.", [6])],
)
def test_a_mark_behind_a_name_is_no_claim(read, text, values):
    assert [q.value for q in read(text)] == values
