"""Quantities out of sentences: spans, values, units, and what is no claim."""

from __future__ import annotations

import pytest

from extractor.claims import find_quantities
from extractor.records import Timex


def spans(doc, **options):
    return [q.text for q in find_quantities(doc, (), **options)]


@pytest.mark.parametrize(
    ("text", "quantity", "value", "kind", "unit"),
    [
        ("The bridge cost more than $6 million.", "more than $6 million", 6e6, "money", "USD"),
        ("It paid dlrs 2 million in aid.", "dlrs 2 million", 2e6, "money", "USD"),
        ("It paid US$45 for it.", "US$45", 45, "money", "USD"),
        ("The fine was 20,000 marks.", "20,000 marks", 20_000, "money", "DEM"),
        ("The fine was Rs 500.", "Rs 500", 500, "money", "INR"),
        ("He owes 3.5 crore rupees.", "3.5 crore rupees", 35e6, "money", "INR"),
        ("They earned $4.55 a share.", "$4.55 a share", 4.55, "money", "USD/share"),
        ("Crude costs $71 a barrel.", "$71 a barrel", 71, "money", "dollar per barrel"),
        ("It rose two cents a gallon.", "two cents a gallon", 0.02, "money", "dollar per gallon"),
        ("A loaf costs 85 pence.", "85 pence", 0.85, "money", "GBP"),
        ("Prices fell by twenty six percent.", "twenty six percent", 26, "percent", "percent"),
        ("The share fell 2.5 percentage points.", "2.5 percentage points", 2.5, "percent", "percent"),
        ("They walked 17 kilometers.", "17 kilometers", 17, "measure", "km"),
        ("They walked hundreds of miles.", "hundreds of miles", None, "measure", "mile"),
        ("It was minus 40 degrees Fahrenheit.", "minus 40 degrees Fahrenheit", -40, "measure", "fahrenheit"),
        ("He is 5 feet, 10 inches tall.", "5 feet, 10 inches", 70, "measure", "inch"),
        ("He left a third of the land to her.", "a third", 0.333333, "fraction", "fraction"),
        ("One in five miners voted for it.", "One in five", 0.2, "fraction", "fraction"),
        ("The fine is twice the donation.", "twice", 2, "ratio", "ratio"),
        ("A 62-member team arrived.", "62", 62, "count", "people"),
        ("About a half million people left.", "About a half million", 500_000, "count", "people"),
    ],
)
def test_a_quantity_with_its_unit(parse, text, quantity, value, kind, unit):
    found = find_quantities(parse(text), ())
    assert [(q.text, q.value, q.kind, q.unit) for q in found] == [(quantity, value, kind, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "The office opens at 7:15 and closes at 5 p.m. each day.",
        "Ilse Tarn, 37, lives here.",
        "She will be 35 by May.",
        "The 12-year-old boy waited for 3 hours.",
        "They met on page 4 of the book.",
        "Flight 103 was late.",
        "He lives at 120 Larch Street.",
        "The home side won 3-2 on Sunday.",
        "No one came, and one cannot say why.",
        "He doubled the sum; they want to double their money.",
        "The train runs three times a day.",
        "The plane was an F-16 of the 1990s.",
        "It came 5th.",
    ],
)
def test_what_is_no_claim(parse, text):
    assert spans(parse(text)) == []


def test_durations_and_ages_only_when_asked_for(parse):
    doc = parse("Ilse Tarn, 37, waited for 3 hours with two friends.")
    assert spans(doc) == ["two"]
    assert [(q.text, q.kind) for q in find_quantities(doc, (), all_quantities=True)] == [
        ("37", "age"),
        ("3 hours", "duration"),
        ("two", "count"),
    ]


def test_a_conversion_is_the_papers_own(parse):
    found = find_quantities(parse("The camp lies 17 kilometers (10 miles) from Dorran, she said."), ())
    assert [(q.value, q.unit, q.aside) for q in found] == [(17, "km", True), (10, "mile", True)]


def test_dates_are_left_out(parse):
    text = "In all 2,000 people came in 1999."
    date = Timex(start=28, end=32, text="1999", type="DATE", value="1999", found_by="dates.year", confidence=1.0)
    assert [q.text for q in find_quantities(parse(text), (date,))] == ["2,000"]


@pytest.mark.parametrize(
    ("text", "hedge", "polarity"),
    [
        ("The army reportedly killed 12 people.", "reportedly", "affirmed"),
        ("At least 51 people were reported killed.", "reported", "affirmed"),
        ("Some 20 people are feared dead.", "feared", "affirmed"),
        ("The plan could cost $5 million.", "could", "affirmed"),
        ("The rockets did not kill five people.", None, "negated"),
        ("The army denied that 40 people had died.", None, "negated"),
        ("The army killed 12 people.", None, "affirmed"),
    ],
)
def test_how_it_is_put(parse, text, hedge, polarity):
    (found,) = find_quantities(parse(text), ())
    assert (found.hedge.text if found.hedge else None, found.polarity) == (hedge, polarity)


def test_an_aside_is_told_from_a_restrictive_clause(parse):
    aside = find_quantities(parse("She spoke of the storm, which killed 12 people."), ())
    meant = find_quantities(parse("She spoke of the storm that killed 12 people."), ())
    assert [q.aside for q in aside] == [True]
    assert [q.aside for q in meant] == [False]


def test_the_place_of_the_event(parse):
    (found,) = find_quantities(parse("The flood killed 12 people in Bangladesh."), ())
    assert found.place is not None
    assert found.place.text == "Bangladesh"


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("The toll rose to 52.", "up"),
        ("Prices fell by 4 percent.", "down"),
        ("Shares were up 3 percent.", "up"),
        ("Prices are 4 percent of the sum.", None),
    ],
)
def test_trend(parse, text, trend):
    assert find_quantities(parse(text), ())[0].trend == trend


def test_who_announced_it(parse):
    text = "She turned down a $900 reward announced earlier by Governor Ilse Tarn."
    (found,) = find_quantities(parse(text), ())
    assert found.source is not None
    assert found.source.of(text) == "Governor Ilse Tarn"


def test_what_is_said_once_for_two(parse):
    text = "The mill cut 120 jobs, or 8 percent of its staff. Police counted 15 dead; nurses put the number at 22."
    assert [(q.text, q.event) for q in find_quantities(parse(text), ())] == [
        ("120", "jobs_cut"),
        ("8 percent", "jobs_cut"),
        ("15", "killed"),
        ("22", "killed"),
    ]


def test_a_note_of_correction_makes_no_claim(parse):
    text = "Nine people died.\n\nCorrection: An earlier version of this article said that five people had died.\n\nTwo survived."
    assert spans(parse(text)) == ["Nine", "Two"]
