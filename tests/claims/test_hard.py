"""The hard cases: elided nouns and verbs, bounds that do not spread, parts, tallies, zero, tolls, tables."""

from __future__ import annotations

import pytest

from extractor.claims import find_quantities


@pytest.fixture
def claims(parse):
    def read(text):
        found = find_quantities(parse(text), ())
        return {q.text: q for q in found}

    return read


def test_a_part_is_of_its_whole_and_shares_its_event(claims):
    text = (
        "The raids are said to have killed 64 people so far, a quarter of them children, according to a relief group."
    )
    found = claims(text)
    whole, part = found["64"], found["a quarter"]
    assert (whole.value, whole.noun, whole.event) == (64, "people", "killed")
    assert (part.value, part.unit, part.noun, part.event) == (0.25, "fraction", "children", "killed")
    assert part.whole is not None
    assert part.whole.of(text) == "64"


def test_noun_and_verb_elided(claims):
    found = claims("Since then more than 9,000 people have been killed and tens of thousands forced from their homes.")
    fuzzy = found["tens of thousands"]
    assert (fuzzy.value, fuzzy.low, fuzzy.high, fuzzy.modifier) == (None, 20_000, 99_999, "fuzzy")
    assert (fuzzy.noun, fuzzy.noun_inferred, fuzzy.event) == (None, "people", "displaced")


def test_a_duration_beside_a_count_is_no_claim(claims):
    found = claims("The law lets the governor call up as many as 3,000 reservists for up to 90 days.")
    assert list(found) == ["as many as 3,000"]
    assert found["as many as 3,000"].event == "deployed"
    assert (found["as many as 3,000"].low, found["as many as 3,000"].high) == (None, 3000)


def test_a_bound_does_not_spread_to_the_next_number(claims):
    found = claims("At least 33 people were killed and 712 wounded there, nurses said.")
    assert (found["At least 33"].modifier, found["At least 33"].event) == ("at_least", "killed")
    assert (found["712"].modifier, found["712"].event, found["712"].noun) == ("exact", "injured", None)


def test_a_toll_rises(claims):
    found = claims(
        "The death toll in the Dorran blast has risen to 31, officials said. That brought the toll for both blasts to 88."
    )
    assert (found["31"].event, found["31"].trend, found["31"].noun_inferred) == ("killed", "up", "people")
    assert found["88"].event == "killed"


def test_none_of_them_is_a_zero(claims):
    found = claims("Nine people, none of them soldiers, died in the raid.")
    assert (found["Nine"].event, found["Nine"].value) == ("killed", 9)
    zero = found["none"]
    assert (zero.value, zero.polarity, zero.noun, zero.event) == (0, "zero", "soldiers", "killed")
    assert zero.whole is not None


def test_so_many_of_so_many(claims):
    text = "At the airfield, 8 of 14 Ruvennan victims were flown home."
    found = claims(text)
    assert found["8"].whole is not None
    assert found["8"].whole.of(text) == "14"
    assert (found["8"].event, found["14"].event) == ("other", "killed")


def test_a_vote(claims):
    found = claims("Delegates voted 71-48 for the treaty, with 9 abstentions.")
    assert {text: q.event for text, q in found.items()} == {"71": "votes", "48": "votes", "9": "votes"}


def test_a_range_and_its_whole(claims):
    found = claims("The mill will probably cut only about 120 to 160 of its more than 4,000 jobs.")
    cut = next(q for q in found.values() if q.modifier == "range")
    assert (cut.value, cut.low, cut.high, cut.event) == (None, 120, 160, "jobs_cut")
    assert found["more than 4,000"].modifier == "more_than"
    assert cut.whole == found["more than 4,000"].span


@pytest.mark.parametrize(
    ("text", "quantity", "modifier", "event"),
    [
        ("The number injured topped 640.", "640", "more_than", "injured"),
        ("Officials said more then 830 were wounded.", "more then 830", "more_than", "injured"),
    ],
)
def test_loose_wording(claims, text, quantity, modifier, event):
    found = claims(text)[quantity]
    assert (found.modifier, found.event) == (modifier, event)


TABLE = """Figures from Monday's floods follow.

The source for the Dorran figures is the Ministry of Rivers.

The source for the Ruvenna figures is the Lake Police.

DORRAN:
Total dead: 92
Teachers: 3
Injured: 1,204

RUVENNA:
Total dead: 6
Teachers: 0
"""


def test_a_table_names_its_source_once(claims, parse):
    found = find_quantities(parse(TABLE), ())
    rows = [(q.text, q.event, q.noun, q.polarity, q.source.of(TABLE) if q.source else None) for q in found]
    rivers, lake = "the Ministry of Rivers", "the Lake Police"
    assert rows == [
        ("92", "killed", None, "affirmed", rivers),
        ("3", "killed", "Teachers", "affirmed", rivers),
        ("1,204", "injured", None, "affirmed", rivers),
        ("6", "killed", None, "affirmed", lake),
        ("0", "killed", "Teachers", "zero", lake),
    ]
    assert found[1].whole == found[0].span
    assert found[4].whole == found[3].span


@pytest.mark.parametrize(
    "text",
    [
        "The mill will stay open until at least 2030.",
        "Ines Tarrow died at 88.",
        "Her brother Olvar, who, at 91, still fishes, was there.",
        "He left school at 14 and never went back.",
        "They asked for it eleven times.",
    ],
)
def test_years_and_ages_are_no_claims(claims, text):
    assert claims(text) == {}


def test_a_thing_that_the_parser_took_for_a_time_is_counted(claims):
    found = claims("They destroyed two trucks, captured four mortars and took nine prisoners.")
    assert (found["four"].noun, found["nine"].event) == ("mortars", "detained")


def test_a_bound_is_said_once_where_the_first_is_a_preposition(claims):
    (found,) = claims("The miner had burns over more than 40 percent of his body.").values()
    assert (found.text, found.modifier) == ("more than 40 percent", "more_than")


def test_no_body_of_the_living_was_killed(claims):
    (found,) = claims("They have burns over more than 40 percent of their bodies.").values()
    assert found.event == "share"


def test_no_noun_is_a_day(claims):
    found = claims(
        "The ministry raised the death toll to 64 late Tuesday from 41 earlier. It said 12 of the dead were boys."
    )
    assert (found["64"].noun, found["64"].noun_inferred, found["64"].event) == (None, "people", "killed")
    assert found["12"].whole is not None
    assert found["12"].whole.start == found["64"].start


def test_an_aside_is_not_what_the_next_figure_counts(claims):
    found = claims("At least 24 people, including seven boys, were killed and over 50 injured in the fire.")
    assert (found["over 50"].noun_inferred, found["over 50"].event) == ("people", "injured")


def test_the_injured_stay_who_they_are_before_a_part_of_them(claims):
    found = claims("Nurses said 14 of the injured, six of them women, had burns.")
    assert (found["14"].noun, found["14"].event) == (None, "injured")
    assert (found["six"].noun, found["six"].whole and found["six"].whole.start) == ("women", found["14"].start)


def test_a_part_of_what_somebody_has(claims):
    found = claims("The fire destroyed 160 of the old market's 300 stalls.")
    assert found["160"].whole is not None
    assert found["160"].whole.start == found["300"].start


def test_a_way_down_a_road_is_no_fall(claims):
    (found,) = claims("She moved into a hut half a mile down the road.").values()
    assert (found.trend, found.event) == (None, "measure")


def test_points_are_of_what_they_are_taken_off(claims):
    (found,) = claims("A strike could shave 0.4 percentage points off growth.").values()
    assert (found.noun, found.trend) == ("growth", "down")


def test_half_of_a_figure_is_of_what_that_figure_told(claims):
    found = claims(
        "They hold perhaps a fifth of the land. More than 800 people have been killed. It says the figure is half that."
    )
    assert (found["half"].event, found["perhaps a fifth"].event) == ("killed", "share")
    assert found["half"].hedge is None


@pytest.mark.parametrize(
    ("text", "figure", "event"),
    [
        ("Gunmen holding 41 people in a mill freed a boy.", "41", "kidnapped"),
        ("Police holding 41 people in a mill freed a boy.", "41", "detained"),
        ("Eleven foreign workers are being held by armed groups in the hills.", "Eleven", "kidnapped"),
        ("It was their third kidnapping. In the last one, the band seized 26 tourists.", "26", "kidnapped"),
        ("It was their third kidnapping. On Monday the army seized 26 rebels.", "26", "detained"),
        ("He wants the release of 63 jailed clerks.", "63", "detained"),
        ("He wants the release of 63 clerks.", "63", "other"),
        ("Among the missing are seven nurses.", "seven", "missing"),
    ],
)
def test_whose_captives_they_are(claims, text, figure, event):
    assert claims(text)[figure].event == event


def test_a_percentage_that_is_said_once_is_one_twice(claims):
    found = claims("Her approval rating fell to 31 percent from 44 in January.")
    assert (found["44"].unit, found["44"].noun) == ("percent", "rating")


def test_a_part_of_a_sum_is_of_that_sum(claims):
    found = claims("It has received only a third of the $75 million that it was promised.")
    assert (found["only a third"].noun, found["only a third"].event) == (None, "money")


def test_another_numbers_unit_is_no_thing_counted(claims):
    found = claims("The storm hit Sorvan, a textile town of 64,000 about 120 miles east of the port.")
    assert (found["64,000"].kind, found["about 120 miles"].unit) == ("count", "mile")


def test_who_gives_the_figures_of_a_table_stands_above_it(claims):
    text = "The dead, as given late on Sunday by the crisis center:\n\nSORVAN\nDead: 28\nInjured: 61"
    assert [q.source and q.source.of(text) for q in claims(text).values()] == ["the crisis center"] * 2


@pytest.mark.parametrize(
    ("text", "figure", "noun", "event"),
    [
        ("Bread in Sorvan costs twice what it did in May.", "twice", "Bread", "money"),
        ("Oil rose above $130.", "above $130", "Oil", "money"),
        ("Drivers paid 56 cents more than a year ago.", "56 cents", None, "change"),
        ("The mill closed, putting 310 people out of work.", "310", "people", "jobs_cut"),
        ("Of the $340 million we asked for in May, we have received 38 percent.", "38 percent", None, "money"),
        ("The drought has driven 9,000 people into makeshift camps.", "9,000", "people", "displaced"),
        ("The poll put the Liberals on 29 percent.", "29 percent", "Liberals", "share"),
    ],
)
def test_what_a_figure_is_of_and_what_it_tells(claims, text, figure, noun, event):
    assert (claims(text)[figure].noun, claims(text)[figure].event) == (noun, event)


def test_points_behind_a_percentage_are_of_the_same_and_those_of_an_index_are_not(claims):
    assert claims("The Liberals fell to 29 percent, down four points from May.")["four points"].unit == "percent"
    assert claims("The index rose 1.2 percent, or 34 points.")["34 points"].unit == "point"


def test_a_count_is_a_document_that_finds(claims):
    text = "Its annual count in May found 214 people without a home."
    assert claims(text)["214"].source.of(text) == "Its annual count in May"


@pytest.mark.parametrize(
    ("text", "figure", "noun", "event"),
    [
        ("The ministry offered $2 million for information.", "$2 million", None, "money"),
        ("The ministry paid $2 million for a bridge.", "$2 million", "bridge", "money"),
        ("Shares fell 7.50 crowns.", "7.50 crowns", "Shares", "change"),
        ("Helicopters plucked 1,200 people from rooftops.", "1,200", "people", "evacuated"),
        ("The raid killed 40 people. Among them were three nurses.", "three", "nurses", "killed"),
    ],
)
def test_what_else_a_figure_is_of(claims, text, figure, noun, event):
    assert (claims(text)[figure].noun, claims(text)[figure].event) == (noun, event)
