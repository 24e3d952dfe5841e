"""Units and events without a model: spellings, verb forms."""

from __future__ import annotations

import pytest

from extractor.claims.ontology import SENSES, forms
from extractor.claims.units import rate_behind, unit_before, unit_behind


@pytest.mark.parametrize(
    ("text", "family", "name"),
    [
        ("5 miles", "measure", "mile"),
        ("5 km/h", "measure", "kilometre per hour"),
        ("5 degrees Fahrenheit", "measure", "fahrenheit"),
        ("5%", "percent", "percent"),
        ("5 per cent", "percent", "percent"),
        ("5 Danish crowns", "money", "DKK"),
        ("5€", "money", "EUR"),
        ("5m wall", "measure", "metre"),
        ("5p", "money", "GBX"),
        ("5 cents", "cents", "USD"),
        ("5-year", "time", "year"),
        ("5 years old", "age", "year"),
        ("5 Nm", "measure", "newton metre"),
        ("5 nm", "measure", "nanometre"),
    ],
)
def test_units_behind(text, family, name):
    unit = unit_behind(text, 1, 5)
    assert unit is not None
    assert (unit.family, unit.name) == (family, name)


@pytest.mark.parametrize("text", ["5 people", "5G", "5 won", "5 has", "5 inland"])
def test_words_that_are_no_units(text):
    assert unit_behind(text, 1, 5) is None


def test_abbreviations_need_digits():
    assert unit_behind("one hp", 3, 1, digits=False) is None
    assert unit_behind("one yen", 3, 1, digits=False) is not None


@pytest.mark.parametrize(
    ("text", "name"), [("$", "USD"), ("US$", "USD"), ("HK $", "HKD"), ("EUR ", "EUR"), ("Rs ", "INR"), ("£", "GBP")]
)
def test_signs_before(text, name):
    unit = unit_before(text, len(text))
    assert unit is not None
    assert (unit.name, unit.edge) == (name, 0)


def test_a_large_number_of_pounds_is_money():
    assert unit_behind("5 pounds", 1, 5).family == "measure"
    assert unit_behind("5 pounds", 1, 5e6).name == "GBP"


def test_a_year_ago_is_no_rate():
    assert rate_behind(" a share", 0) == ("share", 8)
    assert rate_behind(" a year earlier", 0) is None


@pytest.mark.parametrize(
    ("verb", "wanted"),
    [
        ("trap", {"trap", "traps", "trapped", "trapping"}),
        ("die", {"die", "dies", "died", "dying"}),
        ("carry", {"carry", "carries", "carried", "carrying"}),
        ("flee", {"flee", "flees", "fled", "fleeing"}),
        ("shoot", {"shoot", "shoots", "shot", "shooting"}),
        ("wound", {"wound", "wounds", "wounded", "wounding"}),
    ],
)
def test_verb_forms(verb, wanted):
    assert forms(verb) == wanted


def test_senses_that_ask_for_more_words_come_first():
    for found in SENSES.values():
        asking = [bool(s.objects or s.beside or s.particle or s.who) for s in found]
        assert asking == sorted(asking, reverse=True)


@pytest.mark.parametrize("text", ["5 İDR", "5 kıloſ", "5 \u212ag", "5 mıles", "a 5-ſtone weight"])
def test_a_letter_that_only_a_pattern_takes_for_another_makes_no_unit_and_no_error(text):
    unit = unit_behind(text, text.index("5") + 1, 5.0)
    assert unit is None or unit.name == "kg"
