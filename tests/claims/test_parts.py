"""Parts and wholes."""

from __future__ import annotations

import pytest

from extractor.claims import find_quantities


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The plane overshot the runway, killing its crew of four.", ["four crew killed"]),
        ("The fire killed a Sorvan family of five.", ["five family killed"]),
        ("Tolvan has a population of 9,000.", ["9,000 population other"]),
        (
            "Bombs killed 58 people and wounded 300. Of the dead, 41 were civilians and 14 were recruits.",
            ["58 people killed", "300 - injured", "41 - killed", "14 - killed"],
        ),
        (
            "Bombs killed 58 people and wounded 300. The victims included six Sorvans.",
            ["58 people killed", "300 - injured", "six Sorvans killed"],
        ),
        ("Twenty-one people were hurt, four seriously.", ["Twenty-one people injured", "four - injured"]),
        (
            "A train hit a truck, killing nine men and injuring at least 64, 11 of them seriously.",
            ["nine men killed", "at least 64 - injured", "11 - injured"],
        ),
        ("Three of the dead were Sorvans and two were Turks.", ["Three dead killed", "two - killed"]),
    ],
)
def test_parts_have_what_befell_their_whole(told, text, wanted):
    assert told(text) == wanted


def test_the_victims_are_those_killed_whatever_stands_between(parse):
    text = "Bombs killed 58 people and wounded 300. The victims included six Sorvans."
    part = find_quantities(parse(text), ())[-1]
    assert part.whole is not None
    assert part.whole.of(text) == "58"


def test_a_figure_of_which_nothing_is_told_stays_the_whole(parse):
    text = "Police stopped 40 people on Sunday. Arrests included 4 men."
    part = find_quantities(parse(text), ())[-1]
    assert (part.event, part.whole and part.whole.of(text)) == ("detained", "40")


def test_a_figure_of_another_event_is_no_whole(parse):
    text = "The fire injured 12 people. Arrests included 4 men."
    assert find_quantities(parse(text), ())[-1].whole is None


def test_parts_that_go_on_have_the_same_whole(parse):
    text = "Bombs killed 58 people and wounded 300. Of the dead, 41 were civilians and 14 were recruits."
    found = find_quantities(parse(text), ())
    assert [q.whole.of(text) if q.whole else None for q in found] == [None, None, "58", "58"]
    assert [q.unit for q in found] == ["people"] * 4


def test_a_part_is_told_what_its_whole_is(parse):
    text = "They pulled 132 survivors from the water, among them 19 children."
    whole, part = find_quantities(parse(text), ())
    assert part.whole is not None
    assert (whole.event_mention, part.event_mention) == (part.event_mention, whole.event_mention)
    assert part.event_mention is not None


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("The storm hurt 12 people and killed four. Two of those hurt were boys.", [None, None, "12"]),
        ("Twelve people are missing. The food reached a fifth of those who need it.", [None, None]),
        ("Of the 90 people, 60 swam, 25 drowned and five are missing.", [None, "90", "90", "90"]),
        ("They counted 7,000 people in more than 50 towns, including 900 in Lorn.", [None, None, "7,000"]),
        ("They counted 7,000 people in more than 50 towns, including 12 in Lorn.", [None, None, "more than 50"]),
    ],
)
def test_of_whom_they_are_a_part(parse, text, wholes):
    assert [q.whole.of(text) if q.whole else None for q in find_quantities(parse(text), ())] == wholes


@pytest.mark.parametrize(
    ("text", "is_part"),
    [
        ("The firm has 8,700 clerks. It builds its own boats, and it plans to have 900 of them at sea.", False),
        ("The mill has 870 clerks. Nobody climbs the stairs. There are 214 of them.", False),
        ("The blast injured 40 workers and shattered windows. Nine of them died.", True),
        ("The police held 40 men after raids on houses. Twelve of them Sorvans.", True),
        ("Some 300 residents are asleep on cots. Twelve of them are children.", True),
    ],
)
def test_them_are_the_nearest_that_they_can_be(parse, text, is_part):
    whole, part = find_quantities(parse(text), ())
    assert (part.whole is not None and part.whole.start == whole.start) == is_part


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Sorvan shipped 9,000 doses. Of the 214 who died, 141 were children under five.", "141", "214"),
        ("Donors gave $25m of the $60m that is needed.", "$25m", "$60m"),
    ],
)
def test_the_whole_is_named_beside_its_part(parse, text, part, whole):
    found = {q.text: q for q in find_quantities(parse(text), ())}
    assert found[part].whole is not None
    assert found[part].whole.of(text) == whole
    assert found[whole].noun != "m"
