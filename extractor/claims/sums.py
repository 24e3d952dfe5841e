"""What a sum of money is of: the noun it is joined to, what it buys, whose price it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.claims.about import PERIODS, noun_under, set_noun, subject_of
from extractor.claims.clause import VERB_TAGS, Link
from extractor.claims.counted import NOUN_TAGS, is_person, is_scale
from extractor.claims.happening import Happening
from extractor.claims.ontology import forms
from extractor.claims.words import GRAMMAR

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.claims.draft import Draft

SPENDING = GRAMMAR.spending
HOARDING = frozenset(form for verb in GRAMMAR.hoarding for form in forms(verb))
TRADING = frozenset(form for verb in GRAMMAR.trading for form in forms(verb))
OFFERING = frozenset(form for verb in GRAMMAR.offering for form in forms(verb))
LARGE_SUM = 100_000
FORMS_OF_BE = GRAMMAR.being
#: "an average of $47" is of something else.
VAGUE = GRAMMAR.containers - {"total"}
IN = re.compile(r"\s+(?:\([^()\n]{1,30}\)\s+)?(in)\s")


def money(draft: Draft, links: Sequence[Link]) -> Happening:
    """A sum: what it is of, and the word it hangs on."""
    if draft.noun is None and (named := named_before(draft)) is not None:
        set_noun(draft, named)
        return Happening("money", named)
    if draft.noun is not None and draft.noun.lower_ == "worth" and (of_what := noun_under(draft.noun, ("of",))):
        # "$2 million worth of damage"
        set_noun(draft, of_what)
    mention: Token | None = draft.noun
    for link in links:
        governor = link.governor
        if draft.noun is None and names_sum(draft, link):
            set_noun(draft, governor)
            mention = governor
            break
        if governor.tag_ in VERB_TAGS or governor.lower_ == "worth":
            mention = governor if mention is None else mention
            if draft.noun is None:
                set_noun(draft, money_of_verb(draft, governor, link.role))
            break
    kind = (noun_under(draft.head, ("in",)) or fund_behind(draft)) if draft.noun is None else None
    hoard = kind is not None and kind.lower_ == "cash" and any(link.governor.lower_ in HOARDING for link in links)
    if hoard or not_a_place(kind):
        set_noun(draft, kind)
        mention = mention or kind
    return Happening("money", mention or draft.doc[draft.last])


def fund_behind(draft: Draft) -> Token | None:
    """The kind of sum behind "in", wherever the parse hangs it: "asked for 9 billion rupees ($195 million) in aid"."""
    behind = IN.match(draft.text, draft.end)
    span = draft.doc.char_span(behind.start(1), behind.end(1)) if behind else None
    for noun in span[0].children if span is not None else ():
        if noun.dep_ == "pobj" and noun.lower_ in GRAMMAR.funds | GRAMMAR.money_nouns:
            return noun
    return None


def named_before(draft: Draft) -> Token | None:
    """The noun right before "of" and the sum, wherever the parse hangs it: "12 branches and assets of $9 billion".

    Before "at" only what is money itself: "set bail at $5 million".
    """
    doc = draft.doc
    at = draft.first - 1
    while at > 0 and doc[at].idx >= draft.start:
        at -= 1
    noun = doc[at - 1] if at > 0 and doc[at].lower_ in ("of", "at") else None
    if noun is not None and doc[at].lower_ == "at" and noun.lower_ not in GRAMMAR.money_nouns | GRAMMAR.funds:
        return None
    usable = (
        noun is not None
        and noun.tag_ in ("NN", "NNS")
        and not is_person(noun.lower_, noun)
        and not is_scale(noun)
        and noun.lower_ not in GRAMMAR.amounts | GRAMMAR.containers
    )
    return noun if usable else None


def names_sum(draft: Draft, link: Link) -> bool:
    """Whether a noun before the sum is what it is of: "sales of $5", "pearls for $800"; not "a buyer for $5"."""
    noun = link.governor
    if noun.tag_ not in NOUN_TAGS or noun.i >= draft.first or noun.lower_ in GRAMMAR.amounts | PERIODS | VAGUE:
        return False
    if is_scale(noun):
        return False
    return link.role in ("in", "at") or (link.role in ("of", "for") and not is_person(noun.lower_, noun))


def sum_without_sign(draft: Draft) -> Token | None:
    """What a number is a sum of, though it names no currency: "paid half a billion in dividends"."""
    if draft.kind != "count" or draft.noun is not None or (draft.value or draft.low or 0) < LARGE_SUM:
        return None
    kind = noun_under(draft.head, ("in",)) or noun_under(draft.head.head, ("in",))
    return kind if kind is not None and (kind.lower_ in GRAMMAR.money_nouns or kind.lower_ in GRAMMAR.funds) else None


def not_a_place(noun: Token | None) -> bool:
    """Whether what the sum is "in" is a kind of thing and no place, year or currency."""
    return (
        noun is not None and noun.tag_ in ("NN", "NNS") and not noun.ent_type_ and noun.lower_ not in GRAMMAR.no_kinds
    )


def money_of_verb(draft: Draft, verb: Token, role: str) -> Token | None:
    """What a sum is of by its verb: "spent $5 on a house", "the fine is $5", "shares closed at $50"."""
    if (
        role in ("attr", "acomp", "at", "to", "from", "oprd", "npadvmod", "prep", "advmod")
        or verb.lower_ in FORMS_OF_BE
        or verb.lower_ == "worth"
    ):
        if verb.lower_ == "worth" and verb.head.tag_ in NOUN_TAGS:
            return verb.head
        if role in ("at", "to"):
            # "put the repair bill at $40 million"
            direct = next(
                (c for c in verb.children if c.dep_ == "dobj" and c.tag_ in NOUN_TAGS and not c.ent_type_), None
            )
            return direct or subject_of(verb)
        return subject_of(verb)
    if role in ("dobj", "object") and verb.lower_ in GRAMMAR.measuring | GRAMMAR.passing:
        # "oil neared $100 a barrel"
        about = subject_of(verb)
        return None if about is None or about.tag_[:3] == "NNP" or is_person(about.lower_, about) else about
    if role == "for" and verb.lower_ in TRADING:
        # "sold the mill for $6 million", "the painting sold for $6 million"
        sold = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.i < draft.first), None)
        sold = sold if sold is not None else subject_of(verb)
        plain = sold is not None and sold.tag_ in ("NN", "NNS") and not sold.ent_type_
        return sold if plain and sold is not None and not is_person(sold.lower_, sold) else None
    if role in ("dobj", "object") and verb.lower_ not in GRAMMAR.punishing | OFFERING:
        joined = ("for", "on") if verb.lower_ in SPENDING else ("for",)
        bought = noun_under(verb, joined) or noun_under(draft.head, joined)
        near = bought is not None and draft.last < bought.i < draft.last + 10 and bought.tag_ in ("NN", "NNS")
        return bought if near and bought is not None and not is_person(bought.lower_, bought) else None
    return None
