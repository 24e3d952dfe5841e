"""Parts and wholes, and what is said once for several figures."""

from __future__ import annotations

import pytest

from extractor.claims import find_quantities


@pytest.fixture
def told(parse):
    def read(text):
        return [f"{q.text} {q.noun or '-'} {q.event}" for q in find_quantities(parse(text), ())]

    return read


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
        (
            "Some 6,000 members walked off the job at three factories. Police put the number at 2,500.",
            ["Some 6,000 members protest", "three factories other", "2,500 - protest"],
        ),
        (
            "Turnout was 61 percent, down from 68 percent in 2016.",
            ["61 percent Turnout votes", "68 percent Turnout votes"],
        ),
        (
            "Tarn shares closed down $2.15, or 6.4 percent, at $31.40 on the exchange.",
            ["$2.15 shares change", "6.4 percent shares change", "$31.40 shares money"],
        ),
        (
            "The company raised its profit forecast by 10 cents to $1.45 to $1.50 a share.",
            ["10 cents forecast change", "$1.45 to $1.50 a share forecast money"],
        ),
        ("The poll gave Marek 49 percent and Dorn 47.", ["49 percent - share", "47 - share"]),
        (
            "The Bloc won 84 seats, the Greens 30 and the Liberals 12.",
            ["84 seats votes", "30 - votes", "12 - votes"],
        ),
        ("The Bloc lost 23 seats and will hold 84.", ["23 seats votes", "84 - votes"]),
        ("The Bloc lost 23 voters and will hold 84.", ["23 voters other", "84 - other"]),
        ("Twenty-one people were hurt, four seriously.", ["Twenty-one people injured", "four - injured"]),
        (
            "A train hit a truck, killing nine men and injuring at least 64, 11 of them seriously.",
            ["nine men killed", "at least 64 - injured", "11 - injured"],
        ),
        ("They seized 19 tons this year, up from 12 in May.", ["19 tons - measure", "12 - measure"]),
        (
            "Gangs killed 240 people in May, 15 of them policemen, against 190 in April.",
            ["240 people killed", "15 policemen killed", "190 people killed"],
        ),
        ("Three of the dead were Sorvans and two were Turks.", ["Three dead killed", "two - killed"]),
        (
            "The number of accidents rose to 63 last year from 34.",
            ["63 accidents other", "34 accidents other"],
        ),
    ],
)
def test_said_once_for_several(told, text, wanted):
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


def test_a_share_that_a_name_alone_sets_off_is_in_percent(parse):
    found = find_quantities(parse("The poll gave Marek 49 percent and Dorn 47."), ())
    assert [(q.value, q.unit) for q in found] == [(49, "percent"), (47, "percent")]


def test_a_part_is_told_what_its_whole_is(parse):
    text = "They pulled 132 survivors from the water, among them 19 children."
    whole, part = find_quantities(parse(text), ())
    assert part.whole is not None
    assert (whole.event_mention, part.event_mention) == (part.event_mention, whole.event_mention)
    assert part.event_mention is not None
