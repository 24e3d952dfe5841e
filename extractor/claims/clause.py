"""Where a noun phrase stands in its clause: what governs it, and in which role. No nearness, only the parse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from extractor.claims.counted import is_person
from extractor.claims.ontology import PHRASES, SENSES, STATES, VICTIMS, Role, Sense
from extractor.claims.words import GRAMMAR

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.claims.draft import Draft


class Link(NamedTuple):
    """One step up: the governor, the role of what hangs on it, and the token that hangs there."""

    role: str
    governor: Token
    token: Token


#: How far up a chain of conjuncts, appositions and modifiers is followed.
DEEPEST = 10
NOMINAL = frozenset(("nummod", "quantmod", "compound", "nmod", "poss", "predet"))
INCLUDING = frozenset(("including", "among", "amongst", "include"))
VERB_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))
RAISING = GRAMMAR.raising
COMPLEMENT = frozenset(("acomp", "oprd", "attr", "xcomp", "ccomp", "prep", "advmod", "prt", "dobj", "advcl"))
ARGUMENTS = frozenset(("dobj", "nsubj", "nsubjpass", "attr"))
BESIDE_REACH = 14
#: "its crew of four": what happens to the crew happens to the four.
HOLDERS = GRAMMAR.holders | GRAMMAR.bodies


def links(token: Token, draft: Draft) -> Iterator[Link]:
    """What governs `token`, step by step; prepositions that bound the number ("over 5,000") are looked through."""
    at: Token | None = token
    for _ in range(DEEPEST):
        if at is None or at.head == at:
            break
        link, at = step_up(at, draft)
        if link is not None:
            yield link
    if at is not None:
        if finite := misread(at):
            yield Link("nsubj", finite, at)
        yield Link("root", at, at)


def misread(noun: Token) -> Token | None:
    """The verb of a sentence that the parser takes for a participle on its subject: "A team of 40 medics arrived"."""
    if noun.tag_[:1] != "N":
        return None
    return next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBD" and c.i > noun.i), None)


def of_elsewhere(draft: Draft) -> bool:
    """Whether the parser hangs the "of" of "took 112 of 200 seats" on the verb: then the number leads up to it."""
    of = draft.top.head
    behind = of.lower_ == "of" and of.i == draft.last + 1
    return behind and not draft.first <= of.head.i <= draft.last and draft.head.dep_ in ARGUMENTS


def step_up(at: Token, draft: Draft) -> tuple[Link | None, Token | None]:
    """One step: what governs `at`, and where to go on from; None where its clause ends."""
    dep, head = at.dep_, at.head
    if dep == "prep" and draft.first <= at.i <= draft.last:
        dep = role_of_range(at, draft)
    if dep == "npadvmod" and at.tag_ == "CD" and head.tag_ in VERB_TAGS and head.i + 1 == draft.first:
        # "Police detained 11 after the match": the parser takes a bare number for a day.
        dep = "dobj"
    if dep == "nsubj" and head.dep_ in ("aux", "auxpass"):
        dep, head = "nsubjpass", head.head
    if dep in ("conj", "punct"):
        verbal = at.tag_ in VERB_TAGS
        link = Link("conj", head, at) if verbal or head.tag_ in VERB_TAGS else None
        return link, None if verbal else head
    if dep in NOMINAL or (dep in ("amod", "advmod", "npadvmod") and head.tag_[:1] == "N"):
        return None, head
    if dep == "appos":
        # "He was told to sell a boat, two houses": no pronoun is two houses.
        return Link("appos", head, at), head if head.tag_ != "PRP" else None
    if dep in ("pobj", "pcomp"):
        return behind_preposition(at, draft)
    return Link(dep, head, at), None


def behind_preposition(at: Token, draft: Draft) -> tuple[Link | None, Token | None]:
    """The link of what stands behind a preposition; "of" leads on where its noun only holds the counted."""
    preposition, governor = at.head, at.head.head
    # Inside the quantity: "over 5,000", "275 to 350".
    own = draft.first <= governor.i <= draft.last
    if draft.start <= preposition.idx < draft.core_end and governor != preposition:
        if own or (draft.start <= governor.idx < draft.core_start and governor.tag_ not in VERB_TAGS):
            # "as high as $39": the words that bound it are looked through.
            return None, governor
        if draft.start <= governor.idx < draft.core_start:
            # "was estimated at 62 percent"
            return Link(preposition.lower_, governor, at), None
        return Link(role_of_range(preposition, draft), governor, at), None
    word = preposition.lower_
    if word == "to" and governor.dep_ == "acomp" and governor.lower_ in GRAMMAR.near:
        # "the true figure is closer to 200"
        governor = governor.head
    if word == "but" and governor.lower_ == "all":
        # "killed all but two": the parser has no fixed mind whether "but" is a conjunction here.
        return None, governor
    if governor.lower_ in ("along", "together") and governor.head != governor:
        return Link("along", governor.head, at), None
    link = Link("including" if word in INCLUDING else word, governor, at)
    holds = word == "of" and (own or governor.tag_ == "CD" or governor.lower_ in HOLDERS)
    return link, governor if holds else None


def role_of_range(inner: Token, draft: Draft) -> str:
    """The role of a range that the parser splits at its own preposition: in "to $1.45 to $1.50" what stands before."""
    first = inner.doc[draft.first - 1] if draft.first else inner
    outer = first.head == inner.head and first.dep_ == "prep" and first.idx < draft.start
    return first.lower_ if outer else "object" if inner.idx < draft.core_end else inner.dep_


def sense_of(verb: Token, role: Role, counted: Token, noun: str, low: float | None = None) -> str | None:
    """The event that `verb` means for what it counts in `role`, `low` of them at least; None where it means none."""
    for sense in SENSES.get(verb.lower_, ()):
        if sense.role != role or not counts(sense, counted, noun, low) or not said_so(sense, verb):
            continue
        if sense.objects and not objects_fit(verb, role, counted, noun, sense.objects):
            continue
        if sense.beside and not beside(verb, counted, sense.beside):
            continue
        fatal = sense.event == "injured" and any(c.lower_ in ("fatally", "mortally") for c in verb.children)
        return "killed" if fatal else sense.event
    return None


def counts(sense: Sense, counted: Token, noun: str, low: float | None) -> bool:
    """Whether a sense can be said of so many of these."""
    if sense.least and (low is None or low < sense.least or VICTIMS.get(noun, sense.event) != sense.event):
        return False
    if sense.persons and noun and not is_person(noun, counted):
        return False
    return not sense.who or noun in sense.who


def said_so(sense: Sense, verb: Token) -> bool:
    """Whether the verb stands as a sense wants it: denied, with its particle, by one of these, without an object."""
    if sense.negated and not is_negated(verb):
        return False
    if sense.particle and not follows(verb, sense.particle):
        return False
    if sense.by and not any(doer.lower_ in sense.by for doer in doers(verb)):
        return False
    if sense.who and not sense.particle and any(c.dep_ == "prt" for c in verb.children):
        return False
    return not (sense.alone and any(c.dep_ in ("dobj", "ccomp") for c in verb.children))


def doers(verb: Token) -> list[Token]:
    """Who does what a verb says: its subject, whom a passive names behind "by", what a participle describes."""
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return [verb.head]
    agents = [noun for c in verb.children if c.dep_ == "agent" for noun in c.children if noun.dep_ == "pobj"]
    return agents + [stands_for(c, verb) for c in verb.children if c.dep_ == "nsubj"]


def stands_for(subject: Token, verb: Token) -> Token:
    """The noun of "a jail that holds 84" for its "that"; any other subject for itself."""
    return verb.head if verb.dep_ == "relcl" and subject.lower_ in ("which", "that", "who") else subject


def is_negated(verb: Token) -> bool:
    """Whether "not" or its like stands on the verb."""
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "dobj" and any(c.lower_ == "no" for c in child.children)):
            return True
    return False


def follows(verb: Token, particle: str) -> bool:
    """Whether the particle stands behind the verb, its object perhaps between."""
    doc = verb.doc
    for child in verb.children:
        if child.lower_ == particle or (child.dep_ == "prep" and any(c.lower_ == particle for c in child.children)):
            return True
    return verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ == particle


def objects_fit(verb: Token, role: Role, counted: Token, noun: str, wanted: frozenset[str]) -> bool:
    """Whether the counted noun (as object) or the verb's own object (as subject) is one of the wanted."""
    if role in ("object", "by"):
        return noun in wanted if noun else "" in wanted and verb.i < counted.i and counted.tag_ == "CD"
    objects = ("dobj", "obj", "attr", "nsubjpass") if role == "to" else ("dobj", "obj", "attr")
    return any(child.lower_ in wanted for child in verb.children if child.dep_ in objects)


def beside(verb: Token, counted: Token, wanted: frozenset[str]) -> bool:
    """Whether one of the words stands behind the verb within its clause."""
    doc = verb.doc
    last = max(verb.right_edge.i, counted.right_edge.i)
    return any(token.lower_ in wanted for token in doc[verb.i + 1 : min(last, verb.i + BESIDE_REACH) + 1])


def state_of(governor: Token, depth: int = 3) -> tuple[str, Token] | None:
    """The state that a verb's complement names: "were missing", "taken into custody", "said to have been killed"."""
    for child in governor.children:
        if child.i < governor.i and child.dep_ not in ("acomp", "advmod"):
            continue
        if child.dep_ not in COMPLEMENT:
            continue
        found = state_itself(child)
        if found:
            return found
        if depth and child.dep_ in ("xcomp", "ccomp", "oprd", "acomp", "advcl") and child.tag_ in VERB_TAGS:
            further = state_of(child, depth - 1)
            if further:
                return further
    return None


def state_itself(token: Token) -> tuple[str, Token] | None:
    """The state that an adjective, participle or preposition names by itself."""
    if token.dep_ == "prep":
        return state_behind(token)
    if token.tag_ in ("VBN", "VBD"):
        for sense in SENSES.get(token.lower_, ()):
            if sense.plain:
                return sense.event, token
    event = STATES.get(token.lower_)
    if event and token.tag_ in ("JJ", "VBN", "VBD", "VBG", "NN", "NNS", "RB"):
        return event, token
    return None


def state_behind(preposition: Token) -> tuple[str, Token] | None:
    """The state of "in custody", "out of work", "among those killed"."""
    for child in preposition.children:
        if preposition.lower_ == "as" and child.lower_ in STATES:
            return STATES[child.lower_], child
        inner = child.children if child.dep_ == "prep" else (child,)
        for noun in inner:
            if noun.dep_ != "pobj":
                continue
            if event := phrase_event(preposition.lower_, noun):
                return event, noun
            if preposition.lower_ in INCLUDING and (found := told_of_those(noun)):
                return found
    return None


def told_of_those(noun: Token) -> tuple[str, Token] | None:
    """What is said of those that others are among: "among those killed", "among the people who were detained"."""
    for child in noun.children:
        if child.i > noun.i and child.dep_ in ("acl", "relcl") and (found := state_itself(child)):
            return found
    return None


def phrase_event(preposition: str, noun: Token) -> str | None:
    """The event of "in custody", "without power"."""
    for first, event in PHRASES.get(noun.lower_, ()):
        if first == preposition:
            return event
    return None
