"""Percentages and fractions that are parts of something: of a vote, a work force, those asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.claims.about import set_noun, subject_of
from extractor.claims.clause import VERB_TAGS, Link
from extractor.claims.counted import CONTAINERS, is_person
from extractor.claims.happening import Happening
from extractor.claims.ontology import TOLLS
from extractor.claims.words import GRAMMAR

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.claims.draft import Draft

VOTES = GRAMMAR.vote_nouns
#: What is so high is not named: "a peak of 61 percent".
HEIGHTS = CONTAINERS | GRAMMAR.heights
#: Roles in which a percentage is how high its subject is.
LEVELS = frozenset(("attr", "acomp", "at", "to", "from", "by"))


def share(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """A part of something: of a vote, of a work force. None lets a count's rules find a sharper event first."""
    if draft.noun is not None and (draft.noun.lower_ in VOTES or is_turnout(draft, links)):
        return Happening("votes", draft.noun)
    for link in links:
        governor = link.governor
        named = governor.tag_ in ("NN", "NNS") and governor.i < draft.first and governor.lower_ not in HEIGHTS
        set_off = link.role == "at" and draft.text[link.token.head.idx - 2 : link.token.head.idx] == ", "
        if (link.role == "of" or set_off) and draft.noun is None and named:
            # "a third of the town", "unemployment, at 9 percent, is"
            set_noun(draft, governor)
            event = toll_event(governor)
            return Happening(event, governor) if event else None
        if link.role == "on" and governor.lower_ in GRAMMAR.putting and draft.noun is None:
            # "the poll put the Liberals on 11 percent"
            set_noun(draft, next((c for c in governor.children if c.dep_ == "dobj" and c.i < draft.first), None))
            return None
        if governor.tag_ not in VERB_TAGS and governor.tag_[:1] != "J":
            continue
        about = subject_of(governor) if governor.tag_ in VERB_TAGS or governor.dep_ == "acomp" else None
        if governor.tag_[:1] == "J" and governor.head.tag_ in VERB_TAGS:
            about = subject_of(governor.head)
        if (
            about is not None
            and (event := toll_event(about))
            and link.role in ("attr", "at", "to", "from", "dobj", "object")
        ):
            set_noun(draft, draft.noun or about)
            return Happening(event, about)
        if (
            draft.noun is None
            and about is not None
            and about.lower_ not in CONTAINERS
            and link.role not in ("nsubj", "nsubjpass")
            and not (link.role not in LEVELS and gets_share(about))
        ):
            direct = next((c for c in governor.children if c.dep_ == "dobj" and c.i < draft.first), None)
            set_noun(draft, direct if direct is not None and link.role in ("at", "to") else about)
        break
    return None


def gets_share(about: Token) -> bool:
    """Whether who is named has or finds the part, and is not what it is of: "Tarrow took 45 percent"."""
    return about.tag_ in ("NNP", "NNPS") or about.lower_ in GRAMMAR.tellers or is_person(about.lower_, about)


def is_turnout(draft: Draft, links: Sequence[Link]) -> bool:
    """Whether a part of the voters is said to have done so: "61 percent of voters rejected it"; polls only ask them."""
    if draft.noun is None or draft.noun.lower_ != "voters":
        return False
    for link in links:
        verb = link.governor
        if verb.lower_ in GRAMMAR.deciding:
            return not any(c.dep_ == "aux" and c.lower_ in ("would", "could", "might", "may") for c in verb.children)
        if verb.tag_ in VERB_TAGS:
            return False
    return False


def toll_event(noun: Token) -> str | None:
    """The event of a rate: "the unemployment rate was 8 percent"."""
    both = f"{noun.nbor(-1).lower_} {noun.lower_}" if noun.i else ""
    event = TOLLS.get(both) or TOLLS.get(noun.lower_)
    return event if event in ("unemployed", "votes") else None
