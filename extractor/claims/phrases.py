"""What noun phrases say by themselves: their states ("men under arms"), the tolls they are ("the number of dead")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.claims.clause import RAISING, phrase_event, sense_of, state_itself, state_of
from extractor.claims.counted import CONTAINERS
from extractor.claims.ontology import CHANGE_VERBS, EVENT_NOUNS, STATES, STORY_NOUNS, STORY_OF, TOLLS, VICTIMS
from extractor.claims.words import GRAMMAR

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.records import Trend

NO_FORCES = GRAMMAR.no_forces
STRONGEST = "killed"


def compound_in(table: dict[str, str] | object, token: Token) -> str | None:
    """Look a noun up together with the word before it ("job cut"), then alone."""
    words: dict[str, str] = table  # type: ignore[assignment]
    if token.i:
        both = f"{token.nbor(-1).lower_} {token.lower_}"
        if both in NO_FORCES:
            return None
        if both in words:
            return words[both]
    return words.get(token.lower_)


def own_state(noun: Token) -> tuple[str, Token] | None:
    """The state that a noun's own modifiers name: "agents charged in", "men under arms", "people who died"."""
    if noun.lower_ in STATES and noun.tag_ in ("JJ", "VBN", "NNS", "NN"):
        return STATES[noun.lower_], noun
    for child in noun.children:
        if child.dep_ == "prep":
            if found := state_itself(child):
                return found
        elif child.dep_ in ("acl", "amod"):
            if found := participle_of(child, noun):
                return found
        elif child.dep_ == "relcl" and (found := relative(child, noun)):
            return found
    return None


def participle_of(verb: Token, noun: Token) -> tuple[str, Token] | None:
    """Such as "charged in", "fleeing the war" behind a noun."""
    if verb.tag_ == "VBG":
        event = sense_of(verb, "subject", noun, noun.lower_)
        return (event, verb) if event else None
    event = sense_of(verb, "object", noun, noun.lower_)
    if event:
        return worst(event, verb, noun)
    return state_itself(verb) or state_of(verb, 2)


def worst(event: str, verb: Token, noun: Token) -> tuple[str, Token]:
    """Of coordinated verbs the one that kills: "shot and killed by the police"."""
    for child in verb.children:
        if event == "injured" and child.dep_ == "conj" and sense_of(child, "object", noun, noun.lower_) == STRONGEST:
            return STRONGEST, child
    return event, verb


def relative(verb: Token, noun: Token) -> tuple[str, Token] | None:
    """Such as "who died", "who were arrested", "whom police detained" behind a noun."""
    for child in verb.children:
        if child.lower_ not in ("who", "that", "which", "whom"):
            continue
        if child.dep_ == "nsubj":
            event = sense_of(verb, "subject", noun, noun.lower_)
            return (event, verb) if event else state_of(verb, 2) if verb.lower_ in RAISING else None
        event = sense_of(verb, "object", noun, noun.lower_)
        return (event, verb) if event else state_of(verb, 2)
    return None


def phrase_behind(noun: Token) -> tuple[str, Token] | None:
    """A state's preposition right behind the noun, wherever the parse hangs it: "men still under arms"."""
    behind = [t for t in noun.doc[noun.i + 1 : noun.i + 5] if t.lower_ not in ("still", "now") and t.tag_ != "DT"][:2]
    if len(behind) < 2 or behind[0].tag_ != "IN":
        return None
    event = phrase_event(behind[0].lower_, behind[1])
    return (event, behind[1]) if event else None


def arguments(verb: Token, but: Token) -> list[Token]:
    """Subjects and objects of a verb other than the figure's own; of a verb without subject, its head's."""
    found = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and c.i != but.i]
    told = any(c.dep_ in ("nsubj", "nsubjpass") and c.lower_ not in ("which", "that", "it") for c in found)
    if told and verb.dep_ == "relcl" and verb.lower_ in GRAMMAR.putting:
        # "a figure that the army put at seven"
        found.append(verb.head)
    if told:
        return found
    head = verb.head
    if verb.dep_ in ("xcomp", "advcl", "conj") and head != verb:
        # "called the vote fair but found faults at 60 stations": the faults are this verb's own object.
        shared = ("nsubj", "nsubjpass") if verb.dep_ == "conj" and has_object(found) else ("nsubj", "nsubjpass", "dobj")
        found += [c for c in head.children if c.dep_ in shared and c.i != but.i]
    elif verb.dep_ in ("relcl", "acl"):
        found.append(head)
    return found


def has_object(arguments: Sequence[Token]) -> bool:
    """Whether an object is among a verb's arguments."""
    return any(c.dep_ == "dobj" for c in arguments)


def toll_of(noun: Token, *, counting: bool = False) -> tuple[str, Token] | None:
    """The event whose number a noun phrase is: "death toll", "the number of dead", "the number injured".

    With a verb of `counting` also whom it happened to: "the victims numbered 213".
    """
    event = compound_in(TOLLS, noun) or (compound_in(VICTIMS, noun) if counting else None)
    if event:
        return event, noun
    if noun.lower_ not in CONTAINERS and noun.lower_ not in ("tally", "count"):
        return None
    for child in noun.children:
        found = counted_by(noun, child)
        if found:
            return found
    return None


def counted_by(number: Token, child: Token) -> tuple[str, Token] | None:
    """What one word of a number's phrase says is counted: "the number of dead", "the number injured"."""
    if child.i < number.i:
        event = STATES.get(child.lower_) or TOLLS.get(child.lower_)
        return (event, child) if event else None
    if child.lower_ != "of":
        return state_itself(child)
    for noun in child.children:
        event = TOLLS.get(noun.lower_) or EVENT_NOUNS.get(noun.lower_)
        found = (event, noun) if event else own_state(noun)
        if found:
            return found
    return None


def number_of_what(noun: Token) -> Token | None:
    """What "the number of visitors" counts."""
    if noun.lower_ not in CONTAINERS:
        return None
    for child in noun.children:
        if child.lower_ == "of":
            return next((c for c in child.children if c.dep_ == "pobj" and c.tag_[:1] == "N"), None)
    return None


def way_of(verb: Token, role: str) -> Trend | None:
    """Up or down, where the verb says so; "from" is where it was before."""
    return CHANGE_VERBS.get(verb.lower_) if role != "from" else None


def numbers_over(verb: Token, role: str) -> list[Token]:
    """The number whose phrase took in what follows it: "the number of people killed in the fire" to 86."""
    if role not in ("to", "at") or verb.dep_ not in ("acl", "relcl"):
        return []
    of = verb.head.head
    return [of.head] if of.lower_ == "of" and of.head.lower_ in CONTAINERS else []


def is_let_go(verb: Token, noun: str) -> bool:
    """Whether "go" is said of workers: "let 600 people go"; hostages who are let go lose no jobs."""
    return verb.lower_ == "go" and verb.head.lower_ in ("let", "lets", "letting") and noun not in VICTIMS


def case_of(noun: Token) -> str | None:
    """The event of "cases" that are of something which means it: "300 cases of measles"."""
    if noun.lower_ not in STORY_NOUNS:
        return None
    for of in noun.children:
        if of.lower_ == "of":
            return next((STORY_OF[c.lower_] for c in of.children if c.lower_ in STORY_OF), None)
    return None
