"""Words that mean an event only in a story of it: "40 new cases" of an epidemic, "4,000 took part" at a rally."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractor.claims.about import subject_of
from extractor.claims.clause import doers, follows
from extractor.claims.ontology import (
    EVENTS,
    STORY_KINDS,
    STORY_NOUNS,
    STORY_SUBJECTS,
    STORY_VERBS,
    STORY_WORDS,
    forms,
)
from extractor.claims.words import GRAMMAR

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.claims.draft import Draft

TOLD = {
    event: re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)
    for event, words in STORY_WORDS.items()
}
RULE = "claims.story"
TAKING = frozenset(form for verb in GRAMMAR.taking for form in forms(verb))
#: Who holds people by right.
CUSTODIANS = frozenset(who for guard in EVENTS["detained"].guarded for who in guard.by)


def tell_by_story(text: str, drafts: Sequence[Draft]) -> None:
    """Give such nouns and verbs their event, where nothing nearer told another."""
    is_told: dict[str, bool] = {}
    for draft in drafts:
        if is_captive(draft):
            draft.event, draft.rule = "kidnapped", RULE
        for event, said in (*by_noun(draft), *by_verb(draft)):
            if event not in is_told:
                is_told[event] = TOLD[event].search(text) is not None
            if not is_told[event]:
                continue
            near = EVENTS[event].story_near and draft.noun != said
            if near and TOLD[event].search(beside(said)) is None:
                continue
            draft.event, draft.rule, draft.said = event, RULE, said
            draft.mention = (said.idx, said.idx + len(said))
            if draft.kind == "count":
                draft.unit = "people"
            break


def is_captive(draft: Draft) -> bool:
    """Whether who is held or seized is in the hands of no police or army, in the account of a kidnapping."""
    said = draft.said
    if draft.event != "detained" or said is None or said.lower_ not in TAKING:
        return False
    custody = any(doer.lower_ in CUSTODIANS for doer in doers(said))
    return not custody and TOLD["kidnapped"].search(beside(said)) is not None


def by_noun(draft: Draft) -> Iterator[tuple[str, Token]]:
    """The event that the counted noun may mean, and the noun."""
    event = STORY_NOUNS.get((draft.noun_text or "").lower())
    told = draft.event != "other" and not (draft.event == "votes" and draft.said == draft.noun)
    if event is not None and draft.noun is not None and draft.kind == "count" and not told:
        yield event, draft.noun


def won_with(draft: Draft) -> Token | None:
    """The verb of "won the election with 58 percent"."""
    at = draft.head.head
    if draft.head.dep_ != "pobj" or at.lower_ != "with":
        return None
    return at.head.head if at.head.tag_[:1] == "N" else at.head


def by_verb(draft: Draft) -> Iterator[tuple[str, Token]]:
    """The events that the verb may mean, of persons or of those that no noun names; of voters a percentage."""
    said = draft.said if draft.said is not None else won_with(draft)
    if said is None or draft.event not in ("other", "share"):
        return
    if draft.noun_text is not None and (draft.kind == "percent" or draft.unit != "people"):
        return
    for event in STORY_KINDS.get(draft.kind, ()):
        particle = STORY_VERBS[event].get(said.lower_)
        if (particle is None or (particle and not follows(said, particle))) and not by_party(draft, said):
            continue
        if may_tell(said, draft, event) and may_befall(draft, event):
            yield event, said


def by_party(draft: Draft, verb: Token) -> bool:
    """Whether a name does something with so many percent: "the Greens scraped in with 5 percent"."""
    subject = subject_of(verb)
    named = subject is not None and subject.tag_ in ("NNP", "NNPS")
    return draft.kind == "percent" and named and draft.head.dep_ == "pobj" and draft.head.head.lower_ == "with"


def may_befall(draft: Draft, event: str) -> bool:
    """Whether the counted are those of whom the event's verbs say it, where the event names any."""
    who, noun = EVENTS[event].story_who, draft.noun
    return not who or noun is None or noun.lower_ in who or noun.tag_ == "NNPS" or noun.text[:1].isupper()


def may_tell(verb: Token, draft: Draft, event: str) -> bool:
    """Whether the verb's subject is counted itself or may do so: a name, a pronoun or one of the event's words."""
    subject = subject_of(verb)
    if subject is None or subject in (draft.head, draft.top) or subject.tag_ not in ("NN", "NNS"):
        return True
    return subject.lower_ in STORY_SUBJECTS[event]


def beside(said: Token) -> str:
    """The sentence of a word and the one before."""
    sentence = said.sent
    first = said.doc[sentence.start - 1].sent if sentence.start else sentence
    return said.doc.text[first.start_char : sentence.end_char]
