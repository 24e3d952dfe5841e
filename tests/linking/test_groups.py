"""Groups of claims that state one fact, from hand-made claims."""

from __future__ import annotations

import pytest

from extractor.linking.groups import group_claims
from extractor.records import Claim, TextSpan


def claim(
    n,
    value,
    *,
    event="killed",
    noun="people",
    modifier="exact",
    place=None,
    trend=None,
    speaker=None,
    part_of=None,
    kind="count",
    unit="people",
):
    """The n-th claim of an article; bounds follow from the modifier."""
    low = None if modifier in ("about", "up_to", "less_than", "at_most") else value
    high = None if modifier in ("about", "more_than", "at_least") else value
    return Claim(
        id=f"c{n}",
        start=n * 100,
        end=n * 100 + 5,
        text=str(value),
        kind=kind,
        value=value,
        low=low,
        high=high,
        modifier=modifier,
        trend=trend,
        unit=unit,
        noun=noun,
        noun_inferred=None if noun else "people",
        event=event,
        event_mention=None,
        polarity="affirmed",
        hedge=None,
        source=None,
        speaker=speaker,
        quote=None,
        date=None,
        place=TextSpan(start=1, end=2 + len(place), text=place) if place else None,
        part_of=part_of,
        group=None,
        found_by="claims.object",
        confidence=0.9,
    )


def grouped(*claims):
    """Ids, agreement and bounds of every group."""
    marked, groups = group_claims(claims)
    for group in groups:
        assert [c.id for c in marked if c.group == group.id] == list(group.claims)
    return [(g.claims, g.agreement, g.low, g.high) for g in groups]


def test_one_claim_is_no_group():
    assert grouped(claim(1, 40.0)) == []


def test_the_same_figure_twice():
    assert grouped(claim(1, 40.0), claim(2, 40.0, noun=None)) == [(("c1", "c2"), "same", 40.0, 40.0)]


def test_a_bound_goes_with_the_figure_it_allows():
    first, second = claim(1, 370.0), claim(2, 370.0, modifier="more_than")
    assert grouped(first, second) == [(("c1", "c2"), "compatible", 370.0, 370.0)]


def test_at_least_forty_and_then_fifty_two():
    assert grouped(claim(1, 40.0, modifier="at_least"), claim(2, 52.0, noun=None)) == [
        (("c1", "c2"), "compatible", 52.0, 52.0)
    ]


def test_a_toll_that_rises_is_revised():
    assert grouped(claim(1, 10.0), claim(2, 12.0, trend="up")) == [(("c1", "c2"), "revised", 12.0, 12.0)]


def test_two_voices_on_one_place_conflict():
    claims = claim(1, 30.0, place="Dorran", speaker="s1"), claim(2, 40.0, place="Dorran", speaker="s2")
    assert grouped(*claims) == [(("c1", "c2"), "conflicting", 30.0, 40.0)]


@pytest.mark.parametrize(
    "second",
    [
        claim(2, 40.0, event="injured"),
        claim(2, 40.0, noun="soldiers"),
        claim(2, 250_000.0, modifier="more_than"),
        claim(2, 50.0),
        claim(2, 40.0, part_of="c9"),
        claim(2, 40.0, place="Ruvenna"),
    ],
    ids=["event", "noun", "size", "number", "part", "place"],
)
def test_what_is_another_fact(second):
    assert grouped(claim(1, 40.0, place="Dorran"), second) == []


def test_weak_events_need_the_same_noun_and_number():
    boats = claim(1, 8.0, event="other", noun="boats", unit="count")
    assert grouped(boats, claim(2, 8.0, event="other", noun="boats", unit="count")) == [
        (("c1", "c2"), "same", 8.0, 8.0)
    ]
    assert grouped(boats, claim(2, 9.0, event="other", noun="boats", unit="count")) == []
    assert grouped(boats, claim(2, 8.0, event="other", noun="carts", unit="count")) == []


def test_measures_and_parts_are_facts_of_their_own():
    assert grouped(claim(1, 5.0, event="measure", kind="measure"), claim(2, 5.0, event="measure", kind="measure")) == []
    assert grouped(claim(1, 0.5, kind="fraction"), claim(2, 0.5, kind="fraction")) == []


def test_many_claims_take_linear_time():
    marked, groups = group_claims([claim(n, float(n * n)) for n in range(3000)])
    assert len(marked) == 3000
    assert all(len(g.claims) > 1 for g in groups)
