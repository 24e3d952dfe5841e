"""What several articles tell of a fact, in words: the numbers it leaves, and who vouches for them."""

from __future__ import annotations

import pytest

from extractor.report.chart import short
from extractor.report.comparison import facts_text
from extractor.report.fact_wording import bounds, voucher
from extractor.report.told_view import facts_view
from tests.report.test_chart import exactly, fact, told


@pytest.mark.parametrize(
    ("low", "high", "agreement", "words"),
    [
        (40.0, 40.0, "same", "40"),
        (40.0, 52.0, "compatible", "40 to 52"),
        (40.0, 52.0, "conflicting", "stated from 40 to 52"),
        (40.0, None, "compatible", "40 or more"),
        (40.0, None, "conflicting", "40 or more"),
        (None, 52.0, "conflicting", "up to 52"),
        (None, 52.0, "compatible", "up to 52"),
        (None, None, "compatible", "any number"),
    ],
)
def test_the_numbers_that_a_fact_leaves(low, high, agreement, words):
    told_of = fact(exactly("2024-05-06", 40.0), low=low, high=high, agreement=agreement)
    assert bounds(told_of, short) == words
    assert f" {words}; 2 independent sources\n" in facts_text([told_of])


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


def test_an_event_without_a_name_is_left_out_and_others_are_words():
    shown = facts_text([fact(exactly(None, 3.0), event=event) for event in ("other", "taken_ill")])
    assert [line for line in shown.splitlines() if line.startswith(("people", "taken"))] == [
        "people \u00b7 Ruvenna  revised",
        "taken ill \u00b7 people \u00b7 Ruvenna  revised",
    ]
