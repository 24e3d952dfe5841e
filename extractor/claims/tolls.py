"""Figures that some number has: a toll that rises, a total that is brought to so many, cases that top a million."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.claims.clause import VERB_TAGS, Link
from extractor.claims.counted import fill_noun, is_person
from extractor.claims.happening import GROUPS, Happening
from extractor.claims.ontology import CHANGE_VERBS, EVENT_NOUNS, FORCES, VICTIMS
from extractor.claims.phrases import arguments, case_of, compound_in, number_of_what, numbers_over, toll_of, way_of
from extractor.claims.words import GRAMMAR

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.claims.draft import Draft

COUNTING = GRAMMAR.counting
#: "The rebels number 3,000."
NUMBERING = frozenset(("number", "numbers", "numbered", "numbering"))
LEVELS = GRAMMAR.levels | GRAMMAR.being | GRAMMAR.counting


def toll(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """The figure that a toll has: "the death toll rose to 12", "brings to seven the number of miners dead"."""
    for link in links:
        verb = link.governor
        if link.role == "appos" and draft.noun is None and (found := toll_of(verb)):
            # "The toll, initially 10, has risen".
            return Happening(*found)
        if verb.tag_ not in VERB_TAGS or not gives_level(draft, verb, link.role):
            continue
        for noun in (*arguments(verb, link.token), *numbers_over(verb, link.role)):
            if noun.lower_ in GRAMMAR.staffs and link.role == "by" and CHANGE_VERBS.get(verb.lower_) == "down":
                return Happening("jobs_cut", verb)
            found = toll_of(noun, counting=verb.lower_ in COUNTING)
            if found and noun.lower_ == "turnout" and draft.kind == "count":
                # How many came, to the polls or to a rally.
                draft.noun, draft.noun_text, draft.unit = noun, noun.text, "people"
                return Happening(*found)
            if found:
                fill_noun(draft, noun if verb.lower_ in COUNTING else number_of_what(noun))
                draft.trend = draft.trend or way_of(verb, link.role)
                return Happening(*found)
    return None


def gives_level(draft: Draft, verb: Token, role: str) -> bool:
    """Whether a verb says how high a number is: any with "to" or "at", else those of reaching, rising, being."""
    if role in ("to", "at", "from", "by"):
        return True
    return role not in ("nsubj", "nsubjpass") and (verb.lower_ in LEVELS or verb.lower_ in CHANGE_VERBS)


def level(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """The figure that some other number has: "the number of visitors rose from 100 to 300"."""
    if draft.noun_text is not None:
        return None
    for link in links:
        verb = link.governor
        if verb.tag_ not in VERB_TAGS or link.role not in ("to", "from", "at", "by", "attr", "object", "dobj"):
            continue
        for noun in arguments(verb, link.token):
            counted = number_of_what(noun)
            if counted is not None:
                fill_noun(draft, counted)
                draft.trend = draft.trend or way_of(verb, link.role)
                return Happening("other", counted)
            if noun.lower_ in GROUPS and is_level_of(draft, noun, link):
                fill_noun(draft, noun)
                draft.unit = "people"
                draft.trend = draft.trend or way_of(verb, link.role)
                return Happening(compound_in(VICTIMS, noun) or "other", noun)
            if verb.lower_ in NUMBERING and noun.dep_ in ("nsubj", "nsubjpass") and noun.tag_[:1] == "N":
                fill_noun(draft, noun)
                draft.unit = "people" if is_person(noun.lower_, noun) else draft.unit
                return Happening(compound_in(VICTIMS, noun) or ("deployed" if noun.lower_ in FORCES else "other"), verb)
            if is_their_number(draft, noun, verb, link.role):
                fill_noun(draft, noun)
                event = EVENT_NOUNS.get(noun.lower_) or case_of(noun) or "other"
                draft.trend = draft.trend or way_of(verb, link.role)
                return Happening(event, noun)
            if noun.lower_ in GRAMMAR.again:
                draft.form = "again"
                return Happening("other", noun)
    return None


def is_level_of(draft: Draft, body: Token, link: Link) -> bool:
    """Whether the figure is how many a body has; who puts a number at so much only says so."""
    puts = body.dep_ == "nsubj" and link.governor.lower_ in GRAMMAR.putting
    return draft.kind == "count" and not puts and gives_level(draft, link.governor, link.role)


def is_their_number(draft: Draft, noun: Token, verb: Token, role: str) -> bool:
    """Whether the figure is how many there are: "cases topped a million", "arrests rose to 63"."""
    if noun.tag_ != "NNS" or noun.lower_ in GRAMMAR.traded | GRAMMAR.amounts or draft.kind != "count":
        return False
    if role in ("to", "from"):
        return verb.lower_ in CHANGE_VERBS
    return role in ("object", "dobj") and verb.lower_ in GRAMMAR.passing
