"""Every rule's own examples, and what it must leave alone."""

from __future__ import annotations

import pytest

from extractor.claims import find_quantities
from extractor.claims.ontology import EVENTS
from extractor.claims.rules import AMOUNTS, OTHER, RULES

EXAMPLES = [(rule.name, text, wanted) for rule in (*RULES, OTHER, *AMOUNTS) for text, wanted in rule.examples.items()]
COUNTERS = [(rule.name, text) for rule in (*RULES, OTHER, *AMOUNTS) for text in rule.counter_examples]


def told(quantity):
    """A quantity in the notation of the rules' examples."""
    value = "-" if quantity.value is None else f"{quantity.value:g}"
    return f"{value} {quantity.noun or '-'} {quantity.event}"


@pytest.mark.parametrize(("name", "text", "wanted"), EXAMPLES)
def test_an_example_is_found_by_its_rule(parse, name, text, wanted):
    found = [told(q) for q in find_quantities(parse(text), (), all_quantities=True) if q.found_by == name]
    assert "; ".join(found) == wanted


@pytest.mark.parametrize(("name", "text"), COUNTERS)
def test_a_counter_example_is_not(parse, name, text):
    assert [q for q in find_quantities(parse(text), (), all_quantities=True) if q.found_by == name] == []


def test_names_are_unique_and_ours():
    names = [rule.name for rule in (*RULES, OTHER, *AMOUNTS)]
    assert len(set(names)) == len(names)
    assert all(name.startswith("claims.") for name in names)


def test_every_found_by_is_a_named_rule(parse):
    texts = [text for _, text, _ in EXAMPLES] + [text for _, text in COUNTERS]
    names = {rule.name for rule in (*RULES, OTHER, *AMOUNTS)}
    assert {q.found_by for text in texts for q in find_quantities(parse(text), (), all_quantities=True)} <= names


def test_every_event_of_the_guideline_stands_in_the_ontology():
    guideline = """killed injured treated missing displaced evacuated homeless trapped kidnapped infected detained legal expelled
        investigated deployed attacks protest jobs_cut unemployed cut_off votes money share change measure other"""
    assert list(EVENTS) == guideline.split()


ONE_OF_EACH = {
    "killed": "Gunmen shot dead or knifed 12 villagers; 12 villagers died.",
    "injured": "The blast wounded 40 shoppers.",
    "treated": "Doctors treated 31 patients.",
    "missing": "Nine sailors are missing.",
    "displaced": "The fighting displaced 9,000 families.",
    "evacuated": "The navy evacuated 300 tourists.",
    "homeless": "The storm left 400 people homeless.",
    "trapped": "Six miners were trapped underground.",
    "kidnapped": "Rebels kidnapped three nurses.",
    "infected": "The virus infected 70 children.",
    "detained": "Police arrested 15 protesters.",
    "legal": "Prosecutors indicted four bankers.",
    "expelled": "The ministry expelled seven diplomats.",
    "investigated": "Detectives questioned 20 witnesses.",
    "deployed": "The country deployed 2,000 troops.",
    "attacks": "Rebels carried out 14 attacks.",
    "protest": "Some 5,000 workers marched through Dorran.",
    "jobs_cut": "The bank will cut 800 jobs.",
    "unemployed": "About 30,000 miners are unemployed.",
    "cut_off": "The gale left 60,000 homes without power.",
    "votes": "He won 61 percent of the vote.",
    "money": "The bridge cost $8 million.",
    "share": "She owns 30 percent of the mill.",
    "change": "Prices fell by 4 percent.",
    "measure": "The wall is 9 meters high.",
    "other": "The zoo has 12 wolves.",
}


@pytest.mark.parametrize(("event", "text"), ONE_OF_EACH.items())
def test_each_event_is_understood(parse, event, text):
    assert find_quantities(parse(text), ())[-1].event == event
