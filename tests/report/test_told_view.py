"""What several articles tell of a fact, in words: the numbers it leaves, and who vouches for them."""

from __future__ import annotations

import pytest

from extractor.report.told_view import bounds, facts_view, voucher
from tests.report.test_chart import exactly, fact, told


@pytest.mark.parametrize(
    ("low", "high", "agreement", "words"),
    [
        (40.0, 40.0, "same", "40"),
        (40.0, 52.0, "compatible", "40 to 52"),
        (40.0, 52.0, "conflicting", "stated from 40 to 52"),
        (40.0, None, "compatible", "40 or more"),
        (None, 52.0, "compatible", "up to 52"),
        (None, None, "compatible", "any number"),
    ],
)
def test_the_numbers_that_a_fact_leaves(low, high, agreement, words):
    assert bounds(fact(exactly("2024-05-06", 40.0), low=low, high=high, agreement=agreement)) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"speaker": "Ilse Tarn"}, "Ilse Tarn (The Ruvenna Herald)"),
        ({"speaker": "Ilse Tarn", "agency": "Meridian Press"}, "Ilse Tarn (Meridian Press)"),
        ({"speaker": "Ilse Tarn", "source": None}, "Ilse Tarn"),
        ({}, "The Ruvenna Herald"),
        ({"source": None}, "\u2014"),
    ],
)
def test_who_vouches(fields, words):
    assert voucher(told("2024-05-06", **fields)) == words


def test_a_fact_without_a_name_a_day_or_a_second_source():
    bare = told(None, 40.0, 40.0, 40.0)
    (view,) = facts_view([fact(bare, event="other", noun=None, scope=None, independent_sources=1)], {})
    assert (view["about"], view["sources"], view["undrawn"]) == ("something counted", "1 source", 1)
    assert (view["claims"][0]["published"], view["claims"][0]["href"]) == ("no date", None)
