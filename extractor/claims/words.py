"""Words of grammar, from `grammar.toml`: those that say nothing of an event but tell how a figure is put."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.lexicon import read_own


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """`grammar.toml`; each list is described there."""

    sum_verbs: frozenset[str]
    sum_nouns: frozenset[str]
    things: frozenset[str]
    traded: frozenset[str]
    not_moving: frozenset[str]
    spending: frozenset[str]
    being: frozenset[str]
    small_words: frozenset[str]
    money_nouns: frozenset[str]
    vote_nouns: frozenset[str]
    raising: frozenset[str]
    holders: frozenset[str]
    containers: frozenset[str]
    elided: frozenset[str]
    pronouns: frozenset[str]
    bodies: frozenset[str]
    voting: frozenset[str]
    measuring: frozenset[str]
    deciding: frozenset[str]
    funds: frozenset[str]
    tellers: frozenset[str]
    announced: frozenset[str]
    asserting: frozenset[str]
    counting: frozenset[str]
    levels: frozenset[str]
    passing: frozenset[str]
    no_forces: frozenset[str]
    hedging_adverbs: frozenset[str]
    hedging_modals: frozenset[str]
    doubts: frozenset[str]
    passive_doubts: frozenset[str]
    denials: frozenset[str]
    apart: frozenset[str]
    spanning: frozenset[str]
    leading: frozenset[str]
    gapped_units: frozenset[str]
    polling: frozenset[str]
    holding: frozenset[str]
    how_badly: frozenset[str]
    befallen: frozenset[str]
    befell: frozenset[str]
    closing: frozenset[str]
    that_number: frozenset[str]
    again: frozenset[str]
    before_states: frozenset[str]
    at_persons: frozenset[str]
    staffs: frozenset[str]
    over: frozenset[str]
    nearing: frozenset[str]
    costing: frozenset[str]
    amounts: frozenset[str]
    no_kinds: frozenset[str]
    periods: frozenset[str]
    sizes: frozenset[str]
    heights: frozenset[str]
    compared_with: frozenset[str]
    none_of: frozenset[str]
    near_hedges: frozenset[str]
    tallying: frozenset[str]
    where: frozenset[str]
    whither: frozenset[str]


GRAMMAR = read_own("extractor.claims", "grammar.toml", Grammar)
