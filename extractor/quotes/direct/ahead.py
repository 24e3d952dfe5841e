"""A quotation and the attribution ahead of it, in the same sentence: X said: "..."; in the words of X, "..."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.quotes import cues
from extractor.quotes.direct.according import according
from extractor.quotes.direct.persons import (
    FINITE,
    NOMINAL,
    SKIPPED,
    addressee,
    as_cue,
    can_speak,
    is_person,
    phrase,
    phrase_at,
    speech_lemma,
    subject_of,
)
from extractor.quotes.direct.scene import Scene, Unit
from extractor.quotes.direct.sieve import Attribution, Sieve, Solved
from extractor.quotes.direct.words import WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token


#: Behind these, and a comma, a clause of its own begins.
CONTRASTS = frozenset(("but", "while", "though", "although"))
#: Beyond so many words the verb belongs to something else.
FARTHEST_VERB = 30


def ahead(scene: Scene, unit: Unit) -> Attribution | None:
    """Read the attribution right before a unit, in its own sentence; None where there is none."""
    low, end = scene.sentence_before(unit), unit.first
    while end > low and scene.doc[end - 1].is_space:
        end -= 1
    if end <= low:
        return None
    pause = scene.word(end - 1)
    if pause in (",", ":", "—", "–", "--", "-"):
        end -= 1
    else:
        pause = ""
    for position in range(end - 1, max(low, end - FARTHEST_VERB) - 1, -1):
        verb = scene.doc[position]
        lemma = speech_lemma(verb)
        if lemma is None:
            if not pause and verb.tag_ in FINITE:
                return None
            if pause == ":" and _is_main(verb, low, end):
                return _from_main(scene, verb, low, end)
            continue
        if _describes(verb):
            continue
        if not _reaches(scene, verb, end, pause):
            return None
        return _from_verb(scene, verb, lemma, low, end)
    return according(scene, low, end) if pause == "," else None


def _describes(verb: Token) -> bool:
    """Whether the verb only tells which thing is meant and has its own object: "a note explaining the deal"."""
    thing = verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.tag_ in ("NN", "NNS")
    return thing and any(child.dep_ == "dobj" for child in verb.children)


def _is_main(verb: Token, low: int, end: int) -> bool:
    """Whether the verb is the sentence's own, with a subject before it; the parser may hang it on what is quoted."""
    return (
        verb.tag_ in ("VBD", "VBZ", "VBP")
        and (verb.dep_ in ("ROOT", "conj") or (verb.dep_ == "ccomp" and verb.head.i >= end))
        and any(c.dep_ == "nsubj" and low <= c.i < verb.i for c in verb.children)
    )


def _from_main(scene: Scene, verb: Token, low: int, end: int) -> Attribution | None:
    """A person who does something with a colon behind it ("Burr fired back: ")."""
    head = subject_of(verb)
    if head is None or not is_person(head) or verb.lower_ in WORDS.never_speech:
        return None
    entry = cues.entry(verb)
    found = _from_verb(scene, verb, entry.lemma if entry else verb.lower_, low, end)
    return replace(found, confidence=0.8) if found else None


def _from_verb(scene: Scene, verb: Token, lemma: str, low: int, end: int) -> Attribution | None:
    """The attribution that a verb before a quotation makes; its subject may stand anywhere before it."""
    head = _of_last_clause(scene, verb, low) or subject_of(verb)
    if head is not None and head.i > verb.i and not low <= head.i < end:
        head = None
    if head is None and verb.tag_ != "VBG" and not _is_told(verb):
        head = _nearest_before(scene, verb.i, low) or phrase_at(scene.doc, verb.i + 1, end)
    if head is None or not can_speak(head) or scene.is_quoted(head.i):
        return None
    limit = verb.i if head.i < verb.i else end
    return Attribution(
        source=phrase(head, low if low <= head.i else head.left_edge.i, limit),
        cue=as_cue(verb, lemma),
        addressee=addressee(verb, lemma, low, end),
        confidence=0.95,
    )


def _is_told(verb: Token) -> bool:
    """Whether its subject is whom it was said to, as in "X was asked"; of "X's asked" the parser cannot know."""
    dependents = {child.dep_: child for child in verb.children}
    return "nsubjpass" in dependents and "auxpass" in dependents and dependents["auxpass"].lower_ not in ("'s", "’s")


def _of_last_clause(scene: Scene, verb: Token, low: int) -> Token | None:
    """The noun phrase right behind ", but": the subject of a verb that the parser has left without one of its own."""
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return None
    for position in range(verb.i - 1, low, -1):
        if scene.doc[position].tag_ in FINITE:
            return None
        if scene.word(position) in CONTRASTS and scene.word(position - 1) == ",":
            head = phrase_at(scene.doc, position + 1, verb.i)
            return head if head is not None and can_speak(head) else None
    return None


def _reaches(scene: Scene, verb: Token, end: int, pause: str) -> bool:
    """Whether nothing but circumstances of the saying stands between the verb and the quotation."""
    if pause == ":":
        return True
    for token in scene.tokens(verb.i + 1, end):
        if token.tag_ in FINITE and token.dep_ not in ("relcl", "acl", "pcomp", "advcl", "aux", "auxpass"):
            return False
    if not pause:
        return all(
            t.tag_ in NOMINAL or t.tag_ in ("RB", "DT", "PRP$", "JJ", "TO", "IN", "POS")
            for t in scene.tokens(verb.i + 1, end)
        )
    return True


def _nearest_before(scene: Scene, verb: int, low: int) -> Token | None:
    """The last noun phrase that ends right before a verb, where the parse has lost its subject."""
    position = verb - 1
    while position >= low and (
        scene.doc[position].tag_ in SKIPPED or scene.doc[position].dep_ in ("aux", "auxpass", "neg")
    ):
        position -= 1
    token = scene.doc[position] if position >= low else None
    return token if token is not None and token.tag_ in NOMINAL else None


def _find_ahead(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    for unit in scene.units:
        if unit.index in solved or not _is_utterance(scene, unit):
            continue
        found = ahead(scene, unit)
        if found and not _is_cue_of_previous(scene, unit, found, solved):
            yield unit.index, found


def _is_utterance(scene: Scene, unit: Unit) -> bool:
    """Whether what is inside the marks can stand alone: it begins with a capital and ends as a sentence does."""
    return scene.first_character(unit).isupper() and scene.words(unit) > 1


def _is_cue_of_previous(scene: Scene, unit: Unit, found: Attribution, solved: Solved) -> bool:
    previous = scene.previous(unit)
    known = solved.get(previous.index) if previous else None
    return known is not None and known.cue is not None and known.cue == found.cue


AHEAD = Sieve(
    name="direct.attribution-ahead",
    find=_find_ahead,
    examples={
        'Ilse Tarn said: "We had no warning."': "Ilse Tarn | said | We had no",
        'In the words of Jo Burr, "Nobody will pay for it."': "Jo Burr | In the words of | Nobody will pay",
        'As Jo Burr put it, "Nobody will pay for it."': "Jo Burr | put it | Nobody will pay",
        'He told reporters on Tuesday, "We will find out why."': "He | told | We will find",
        'The governor blamed the army, adding: "They came too late."': "The governor | adding | They came too",
        'The ministry would not comment, but one lawmaker close to her said: "She was late."': (
            "one lawmaker close to her | said | She was late."
        ),
        'State media quoted Burr as saying: "We hold nobody here."': "Burr | saying | We hold nobody",
        'Burr said the move was made by the mayor and said, "Who can you trust?"': "Burr | said | Who can you",
        'After Lunt suggested that Kestria would sue, Burr fired back: "They will lose in court."': (
            "Burr | fired | They will lose"
        ),
        'Councilor Tom Burr, who opposed the plan, tweeted Sunday: "I told you so."': (
            "Councilor Tom Burr | tweeted | I told you"
        ),
    },
    counter_examples=('The song called "Rain Again" is old.',),
)
