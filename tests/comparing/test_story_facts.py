"""Our own stories: facts and verdicts as made by hand, whatever the order of the articles."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tests.comparing.story_fixtures as stories
from extractor.comparing import compare, speakers_across
from extractor.pipeline import extract_all

STORIES = {slug: stories.read(slug) for slug in stories.SLUGS}
TOGETHER = tuple(extraction for story in STORIES.values() for extraction in story.extractions)
GOLD = {claim: fact for story in STORIES.values() for claim, fact in story.facts.items()}
VERDICTS = {fact: verdict for story in STORIES.values() for fact, verdict in story.verdicts.items()}


def members(fact) -> set[tuple[str, int, int]]:
    return {(claim.article, claim.start, claim.end) for claim in fact.claims}


def b_cubed(facts) -> tuple[float, float]:
    """Precision and recall over the gold claims; a claim that is found in no fact stands alone."""
    found = {}
    for fact in facts:
        for article, start, end in members(fact):
            for gold in GOLD:
                if gold[0] == article and gold[1] < end and start < gold[2]:
                    found[gold] = fact.id
    for gold in GOLD:
        found.setdefault(gold, gold)
    precision = recall = 0.0
    for claim, label in GOLD.items():
        true = {other for other, others in GOLD.items() if others == label}
        told = {other for other in GOLD if found[other] == found[claim]}
        precision += len(true & told) / len(told)
        recall += len(true & told) / len(true)
    return precision / len(GOLD), recall / len(GOLD)


def test_the_fixtures_are_as_many_as_we_say() -> None:
    assert len(STORIES) >= 2
    assert sum(len(story.articles) for story in STORIES.values()) >= 8


def test_a_perfect_reading_gives_the_facts_made_by_hand() -> None:
    """Two stories of the same days, given together, stay apart."""
    found = {frozenset(members(fact)) for fact in compare(TOGETHER)}
    gold: dict[str, set] = {}
    for claim, fact in GOLD.items():
        gold.setdefault(fact, set()).add(claim)
    assert found == {frozenset(claims) for claims in gold.values() if len(claims) > 1}


@pytest.mark.parametrize("label", sorted(VERDICTS))
def test_the_verdict_made_by_hand(label: str) -> None:
    (fact,) = [f for f in compare(TOGETHER) if any(GOLD.get(claim) == label for claim in members(f))]
    assert {key: getattr(fact, key) for key in VERDICTS[label]} == VERDICTS[label]


def test_claims_stand_in_order_of_publication_with_their_own_words() -> None:
    texts = {extraction.article.id: extraction.article.text for extraction in TOGETHER}
    facts = compare(TOGETHER)
    assert facts
    for fact in facts:
        days = [claim.published for claim in fact.claims]
        assert days == sorted(days)
        assert all(texts[claim.article][claim.start : claim.end] == claim.text for claim in fact.claims)


def test_singles_are_told_only_when_asked_for() -> None:
    every = compare(TOGETHER, singles=True)
    assert sum(len(fact.claims) for fact in every) == len(GOLD)
    assert {frozenset(members(f)) for f in every if len(f.claims) > 1} == {
        frozenset(members(f)) for f in compare(TOGETHER)
    }


@settings(max_examples=25, deadline=None)
@given(st.permutations(TOGETHER), st.lists(st.sampled_from(TOGETHER), max_size=3))
def test_neither_order_nor_repetition_matters(shuffled, again) -> None:
    assert compare([*shuffled, *again]) == compare(TOGETHER)
    assert speakers_across([*shuffled, *again]) == speakers_across(TOGETHER)


def test_results_without_their_text_still_compare() -> None:
    """`--no-text`: less is known, nothing breaks, offsets stay."""
    bare = [replace(e, article=replace(e.article, text=None)) for e in TOGETHER]
    told = {(c.article, c.start, c.end) for fact in compare(bare, singles=True) for c in fact.claims}
    assert told == set(GOLD)


def test_with_the_real_reader(model) -> None:
    """Whole journey on raw articles; floors, lowered only with a reason in the commit."""
    articles = [article for story in STORIES.values() for article in story.articles]
    precision, recall = b_cubed(compare(extract_all(articles, model)))
    assert 2 * precision * recall / (precision + recall) >= 0.88
    assert precision >= 0.95
