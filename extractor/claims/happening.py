"""What happened to those a figure counts: rules over the parse, from the surest to the boldest.

Each rule looks at one construction and gives the event with the word that says so, or None. The first that answers
wins, and its name is the claim's `found_by`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from extractor.claims.clause import (
    INCLUDING,
    RAISING,
    VERB_TAGS,
    Link,
    sense_of,
    state_itself,
    state_of,
)
from extractor.claims.counted import CONTAINERS, fill_noun
from extractor.claims.ontology import EVENT_NOUNS, SENSES, STATES, TOLLS, VICTIMS, Role
from extractor.claims.phrases import (
    case_of,
    compound_in,
    is_let_go,
    own_state,
    phrase_behind,
    worst,
)
from extractor.claims.words import GRAMMAR
from extractor.rule import Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.claims.draft import Draft

GROUPS = GRAMMAR.bodies
HAVE = frozenset(("have", "has", "had", "'ve", "having"))
#: What is over and done: those whom it befell may do something else since.
SUFFERED = frozenset(("killed", "injured", "legal"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))


class Happening(NamedTuple):
    """An event and the token that says so."""

    event: str
    mention: Token


Finder = Callable[["Draft", Sequence[Link]], Happening | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRule(Rule):
    """One construction that tells what happened to the counted, and how sure that is.

    Examples map a text to the claims the rule finds in it, as `value noun event`, "; " between several.
    """

    find: Finder
    confidence: float


def counted_noun(draft: Draft) -> str:
    """The counted noun in lower case, when elided that of the figure before; "" where nothing tells."""
    return (draft.noun_text or draft.inferred or "").lower()


def event_noun(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """The counted is the event itself: "39 deaths", "500 air raids", "12 arrests"."""
    noun = draft.noun
    if noun is None:
        return None
    if noun.tag_ == "NNP" and noun.ent_type_ in ("ORG", "PERSON", "GPE", "PRODUCT"):
        return None
    if draft.kind != "count" and noun.lower_ == "bodies" and any(c.tag_ == "PRP$" for c in noun.lefts):
        return None  # "burns over 60 percent of their bodies"
    event = compound_in(EVENT_NOUNS, noun) or case_of(noun)
    return Happening(event, noun) if event else None


def elided_participle(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """The noun is left out and the state stands right behind the number: "1,643 wounded", "leaving 12 dead"."""
    doc = draft.doc
    if draft.top.lower_ == "those" and draft.head.dep_ != "dobj" and (found := own_state(draft.top)):
        # "Twenty of those injured remained in hospital."
        return Happening(*found)
    if draft.noun is not None and draft.noun.i == draft.last + 1 and (event := STATES.get(draft.noun.lower_)):
        return Happening(event, draft.noun)
    if draft.noun is not None or draft.last + 1 >= len(doc):
        return None
    at = draft.last + 1
    if doc[at].lower_ in GRAMMAR.before_states and at + 1 < len(doc):
        at += 1
    token = doc[at]
    if token.tag_ not in ("VBN", "VBD", "JJ", "NN", "VBG"):
        return None
    if token.tag_ == "VBD" and any(c.dep_ == "dobj" for c in token.children):
        # "the first two killed 90"
        return None
    if event := STATES.get(token.lower_):
        return Happening(event, token)
    if token.tag_ in ("VBN", "VBD"):
        event = sense_of(token, "object", draft.head, "")
        return Happening(event, token) if event else None
    return None


def coordinated(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """Its own participle behind a second conjunct: "killed 100 people, and 1,000 others wounded"."""
    top = draft.top
    if top.dep_ != "conj":
        return None
    for child in top.children:
        if child.dep_ in ("acl", "amod") and child.i == top.i + 1 and (found := state_itself(child)):
            return Happening(*found)
    return None


def passive_subject(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """Subject of a passive: "82 people were killed", "50 were reported wounded"."""
    for link in links:
        if link.role == "nsubjpass" and not is_foreign(link):
            return acted_on(draft, link.governor)
    return None


def is_foreign(link: Link) -> bool:
    """Whether a nearer subject shows that the parser gave the figure's noun the verb of the next clause."""
    verb, doc = link.governor, link.token.doc
    nearer = next((c for c in verb.children if c.dep_ in SUBJECTS and link.token.i < c.i < verb.i), None)
    return nearer is not None and any(token.tag_ == "CC" for token in doc[link.token.i + 1 : nearer.left_edge.i])


def acted_on(draft: Draft, verb: Token) -> Happening | None:
    """What a passive verb, or one that only reports, says of its subject."""
    event = sense_of(verb, "object", draft.top, counted_noun(draft))
    if event:
        return Happening(*worst(event, verb, draft.top))
    found = state_of(verb) or state_itself(verb)
    if found:
        return Happening(*found)
    if told := believed_to(draft, verb):
        return told
    for child in verb.children:
        if (
            child.dep_ == "conj"
            and child.tag_ == "VBN"
            and not own(child)
            and (event := sense_of(child, "object", draft.top, counted_noun(draft)))
        ):
            return Happening(event, child)
    return None


def verb_object(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """Object of an active verb: "a strike that killed 12 people", "left thousands homeless"."""
    for link in links:
        if event := behind_preposition(draft, link):
            return Happening(event, link.governor)
        conjoined = link.role == "conj" and link.token.tag_ not in VERB_TAGS
        if (
            link.role not in ("object", "dobj", "iobj", "dative", "attr", "oprd")
            and not conjoined
            and not is_times(draft, link)
        ):
            continue
        verb = link.governor
        if verb.tag_ not in VERB_TAGS and link.role != "dobj":
            continue
        event = sense_of(verb, "object", draft.top, counted_noun(draft))
        if event:
            return Happening(event, verb)
        if verb.dep_ == "conj" and verb.head.tag_ in VERB_TAGS and not has_object(verb.head):
            # "interviewed and released two men" did both to them.
            event = sense_of(verb.head, "object", draft.top, counted_noun(draft))
            if event:
                return Happening(event, verb.head)
        if link.role in ("object", "dobj") and verb.lower_ in RAISING:
            found = state_of(verb)
            if found and found[1].i > draft.last:
                return Happening(*found)
    return None


def believed_to(draft: Draft, verb: Token) -> Happening | None:
    """What those are believed to do: "90,000 are believed to be hiding"."""
    low = draft.low or draft.value or draft.high
    for child in verb.children:
        if child.dep_ == "xcomp" and child.tag_ in VERB_TAGS and verb.lower_ in RAISING | GRAMMAR.doubts:
            event = sense_of(child, "subject", draft.top, counted_noun(draft), low)
            return Happening(event, child) if event else None
    return None


def behind_preposition(draft: Draft, link: Link) -> str | None:
    """The event of what stands behind "to" or "by" with its verb: "cut power to 900 homes", "backed by 20 tanks"."""
    if link.role not in ("to", "by") or link.governor.tag_ not in VERB_TAGS:
        return None
    role: Role = "to" if link.role == "to" else "by"
    return sense_of(link.governor, role, draft.top, counted_noun(draft))


def has_object(verb: Token) -> bool:
    """Whether a verb has an object or a passive of its own."""
    return any(c.dep_ in ("dobj", "nsubjpass", "ccomp", "prep") for c in verb.children)


def is_times(draft: Draft, link: Link) -> bool:
    """Whether the counted is how often: "was arrested a dozen times"."""
    return link.role == "npadvmod" and counted_noun(draft) in ("time", "times", "occasions")


def verb_subject(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """Subject of an active verb: "12 people died", "thousands fled", "dozens are missing", "died with ten others"."""
    for link in links:
        verb = link.governor
        if link.role in ("with", "along") and verb.tag_ in VERB_TAGS:
            event = sense_of(verb, "subject", draft.top, counted_noun(draft))
            if event is None and (verb.tag_ == "VBN" or link.role == "along"):
                event = sense_of(verb, "object", draft.top, counted_noun(draft))
            if event:
                return Happening(event, verb)
        elif link.role in ("nsubj", "csubj") and not is_foreign(link) and (found := done_by(draft, verb)):
            return found
    return None


def done_by(draft: Draft, verb: Token) -> Happening | None:
    """What a verb says of its subject: by itself, by verbs that go on from it, by its complement, or as a passive."""
    active = verb.tag_ == "VBD" and any(c.dep_ == "dobj" for c in verb.children)
    if not active and (found := state_itself(verb)):
        return Happening(*found)
    if is_let_go(verb, counted_noun(draft)):
        return Happening("jobs_cut", verb.head)
    at: Token | None = verb
    low = draft.low or draft.value or draft.high
    for _ in range(3):
        if at is None:
            break
        if event := sense_of(at, "subject", draft.top, counted_noun(draft), low):
            return Happening(event, at)
        at = next((c for c in at.children if c.dep_ in ("xcomp", "conj") and c.tag_ in VERB_TAGS and not own(c)), None)
    if verb.lower_ in RAISING and (found := state_of(verb)):
        return Happening(*found)
    # A participle that the parse takes for an active verb has no object.
    if any(c.dep_ in ("dobj", "ccomp") or (c.dep_ == "aux" and c.lower_ in HAVE) for c in verb.children):
        return None
    passive = sense_of(verb, "object", draft.top, counted_noun(draft))
    return Happening(passive, verb) if passive else None


def own(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def gapped(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """The verb is said only once: "35 died in Lorn and nine in Brall"."""
    if draft.whole is not None:
        return None
    for link in links:
        verb = link.governor
        if link.role != "conj" or verb.tag_ not in VERB_TAGS or link.token.tag_ in VERB_TAGS:
            continue
        if any(c.dep_ == "dobj" for c in verb.children):
            return None
        passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
        return acted_on(draft, verb) if passive else done_by(draft, verb)
    return None


def noun_of(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """Behind the event's noun: "the deaths of 12 people", "a toll of 52", "a force of 500"."""
    for link in links:
        if link.role not in ("of", "including", "against", "by") or link.governor.tag_[:1] != "N":
            continue
        noun = link.governor
        if link.role == "by":
            if (by := done_by_many(draft, noun)) is None:
                continue
            return by
        if link.role == "against" and EVENT_NOUNS.get(noun.lower_) != "legal":
            continue
        if noun.lower_ in CONTAINERS:
            continue
        event = meant_by(noun, draft)
        if event == "attacks" and noun.lower_ in GRAMMAR.at_persons and draft.unit == "people":
            fatal = any(c.lower_ in ("fatal", "deadly") for c in noun.children)
            return Happening("killed" if fatal else "injured", noun)
        if event and event != "attacks":
            if draft.noun_text is None and noun.lower_ in GROUPS:
                draft.noun_text = noun.text
            return Happening(event, noun)
    return None


def meant_by(noun: Token, draft: Draft) -> str | None:
    """The event of a noun; none that says less than the counted's own words do: "the release of 63 jailed clerks"."""
    event = event_lost(draft, noun) or event_named(noun)
    return None if event == "other" and own_state(draft.top) is not None else event


def among_those(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """Before "are" the sentence begins with those of whom they are: "Among the hostages are seven nurses"."""
    being = draft.top.head
    if draft.top.dep_ not in ("attr", "nsubj") or being.lower_ not in GRAMMAR.being:
        return None
    for among in being.lefts:
        if among.dep_ == "prep" and among.lower_ in INCLUDING and among.i < draft.first:
            for noun in among.children:
                event = compound_in(VICTIMS, noun) or STATES.get(noun.lower_)
                if event:
                    return Happening(event, noun)
    return None


def event_named(noun: Token) -> str | None:
    """The event that a noun names, is a toll of, or tells whom it befell."""
    return compound_in(EVENT_NOUNS, noun) or compound_in(TOLLS, noun) or compound_in(VICTIMS, noun)


def event_lost(draft: Draft, noun: Token) -> str | None:
    """What "the loss of 90 passengers" tells, as "lost 90 passengers" does."""
    if noun.lower_ not in GRAMMAR.losses:
        return None
    counted = counted_noun(draft)
    return next((s.event for s in SENSES["lose"] if s.role == "object" and counted in s.objects), None)


def done_by_many(draft: Draft, noun: Token) -> Happening | None:
    """Who strikes or marches: "a walkout by 6,000 dockers"; those who attack are not the attacks."""
    strike = noun.lower_ in GRAMMAR.strikes and draft.unit == "people"
    return Happening("protest", noun) if strike or EVENT_NOUNS.get(noun.lower_) == "protest" else None


def own_modifier(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """The counted noun's own words tell: "two agents charged in the bombing", "10,000 men under arms"."""
    found = own_state(draft.top) or phrase_behind(draft.top)
    return Happening(*found) if found else None


def victim_noun(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """The noun says what they are: "12 hostages", "300 protesters"; not "10 of 12 victims were flown out"."""
    if draft.noun is None or (draft.whole is not None and draft.whole.start > draft.end):
        return None
    if draft.kind != "count" and VICTIMS.get(draft.noun.lower_) not in ("unemployed", "killed", "injured"):
        return None
    event = compound_in(VICTIMS, draft.noun)
    verbal = next((link for link in links if link.governor.tag_ in VERB_TAGS), None)
    if event in SUFFERED and not draft.holds_part and verbal is not None and is_told_otherwise(verbal):
        return None
    return Happening(event, draft.noun) if event else None


def is_told_otherwise(link: Link) -> bool:
    """Whether a verb says something else of them: "half of the victims had taken pills"."""
    verb = link.governor
    if link.role not in SUBJECTS or verb.lower_ in GRAMMAR.being - GRAMMAR.remaining:
        return False
    return any(c.dep_ in ("dobj", "acomp", "prep") for c in verb.children)


def other_verb(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """No event of the ontology; the verb, or the noun that "of" hangs on, is kept as the mention."""
    for link in links:
        if link.governor.tag_ == "CD":
            continue
        if (
            link.role in ("nsubj", "nsubjpass", "object", "dobj", "attr", "oprd", "including", "of")
            and link.governor.i != draft.head.i
        ):
            if link.role == "of" and link.governor.lower_ in CONTAINERS:
                continue
            if link.role == "of" and link.governor.lower_ in GRAMMAR.speaking:
                # "witnesses spoke of 100": of those told of before.
                draft.form = "again"
            if link.role == "of" and link.governor.lower_ in GROUPS and draft.kind == "count":
                # "a crowd of 60"; "a convoy of 40 trucks" is no people.
                draft.unit = "people" if draft.noun_text is None else draft.unit
                fill_noun(draft, link.governor)
            return Happening("other", link.governor)
        if link.governor.tag_ in VERB_TAGS and link.role in ("to", "by", "from", "for", "with", "agent"):
            return Happening("other", link.governor)
    return None
