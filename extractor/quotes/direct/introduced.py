"""Quotations that an earlier sentence introduces: one that ends with a colon, or the last one before the quotation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.quotes import cues
from extractor.quotes.direct.persons import (
    SPEAKERS,
    as_cue,
    can_speak,
    is_asked,
    is_name,
    is_person,
    phrase,
    speech_lemma,
    subject_of,
    voice,
)
from extractor.quotes.direct.scene import Scene, Unit
from extractor.quotes.direct.sieve import Attribution, Sieve, Solved
from extractor.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

#: A sentence longer than this introduces nothing.
LONGEST = 80
MAX_CLIMB = 5
#: In words: a first name, a surname, and what that person does.
LONGEST_GESTURE = 3


def introduction(scene: Scene, start: int, end: int, *, colon: bool, only_cues: bool = False) -> Attribution | None:
    """Whoever speaks in the narration of a range: the subject of its last reporting verb, else of its main verb."""
    tokens = [t for t in scene.tokens(max(start, end - LONGEST), end) if not scene.is_quoted(t.i) and not t.is_space]
    for verb in reversed(tokens):
        lemma = speech_lemma(verb)
        if lemma is None or _told_or_denied(verb):
            continue
        head = subject_of(verb)
        if head is not None and _may_speak(scene, head):
            return _attribution(verb, lemma, head, (start, end), 0.85)
    asked = next((t for t in tokens[:2] if t.tag_[:2] == "VB" and is_asked(t)), None)
    if only_cues and asked is None:
        return None
    for verb in tokens:
        if verb.tag_[:2] != "VB" or verb.dep_ in ("aux", "auxpass", "relcl", "amod"):
            continue
        if asked is not None and (verb.i == asked.i or asked.is_ancestor(verb)):
            continue
        head = subject_of(verb)
        head = voice(head) if head is not None else None
        if colon and head is not None and not is_person(head):
            head = _person_before(tokens) or head
        if head is not None and start <= head.i < end and _may_speak(scene, head) and (colon or is_person(head)):
            entry = cues.entry(verb)
            return _attribution(verb, entry.lemma if entry else "", head, (start, end), 0.7)
    return _first_name(scene, tokens, start, end) if colon else _gesture(scene, tokens)


def _gesture(scene: Scene, tokens: list[Token]) -> Attribution | None:
    """A name and what looks like a plural behind it, alone in a sentence: "Tarn shrugs." is no kind of shrugs."""
    words = [t for t in tokens if t.is_alpha]
    if not 1 < len(words) <= LONGEST_GESTURE or words[-1].tag_ != "NNS" or not words[-1].is_lower:
        return None
    name = words[:-1]
    if any(t.tag_ not in ("NNP", "NNPS") or not t.is_title for t in name) or not _may_speak(scene, name[-1]):
        return None
    return Attribution(source=Span(start=name[0].idx, end=name[-1].idx + len(name[-1])), confidence=0.6)


def _told_or_denied(verb: Token) -> bool:
    """Whether the verb is itself part of what another one reports ("added that he wants"), or denied."""
    if any(c.dep_ == "neg" for c in verb.children):
        return True
    token = verb
    for _ in range(MAX_CLIMB):
        if token.dep_ not in ("ccomp", "xcomp", "acl", "relcl", "advcl", "conj", "pcomp"):
            return False
        told = token.dep_ == "ccomp"
        token = token.head
        if told and speech_lemma(token) is not None:
            return True
    return False


def _may_speak(scene: Scene, head: Token) -> bool:
    return not scene.is_quoted(head.i) and can_speak(head)


def _attribution(verb: Token, lemma: str, head: Token, within: tuple[int, int], confidence: float) -> Attribution:
    start, end = within
    low = start if start <= head.i < end else head.left_edge.i
    high = verb.i if head.i < verb.i else end
    return Attribution(
        source=phrase(head, low, max(high, head.i + 1)),
        cue=as_cue(verb, lemma) if lemma else None,
        confidence=confidence,
    )


def _person_before(tokens: list[Token]) -> Token | None:
    """The person named last before a colon ("... does not surprise Jo Burr: ")."""
    named = [t for t in tokens[-2:] if t.ent_type_ == "PERSON"]
    return named[-1] if named else None


def _first_name(scene: Scene, tokens: list[Token], start: int, end: int) -> Attribution | None:
    """A line without a verb ("Tarn on the flood:"): the name it begins with."""
    for token in tokens[:8]:
        if token.dep_ == "poss" and token.tag_ in SPEAKERS and voice(token.head).i == token.i:
            return Attribution(source=phrase(token, start, token.i + 1), confidence=0.8)
        if is_name(token) or token.tag_ in ("NNP", "NNPS", "PRP") or (token.i == tokens[0].i and token.tag_ == "NN"):
            head = token
            while head.head.i > head.i and head.dep_ in ("compound", "nmod") and head.head.i < end:
                head = head.head
            if not _may_speak(scene, head):
                return None
            about = next((t.i for t in tokens if t.i > head.i and t.tag_ == "IN" and t.lower_ != "of"), end)
            return Attribution(source=phrase(head, start, about), confidence=0.7)
    return None


def _find_colon(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    for unit in scene.units:
        if unit.index in solved:
            continue
        if scene.has_words(unit.before, unit.first):
            found = _same_paragraph_colon(scene, unit)
        elif unit.before == scene.paragraphs[unit.paragraph][0]:
            found = _paragraph_before(scene, unit)
        else:
            continue
        if found:
            yield unit.index, found


def _paragraph_before(scene: Scene, unit: Unit) -> Attribution | None:
    if not unit.paragraph:
        return None
    start, end = scene.paragraphs[unit.paragraph - 1]
    tokens = scene.narration(start, end)
    if not tokens or tokens[-1].text != ":":
        return None
    return introduction(scene, start, end, colon=True)


def _same_paragraph_colon(scene: Scene, unit: Unit) -> Attribution | None:
    tokens = scene.narration(unit.before, unit.first)
    if tokens[-1].text != ":":
        return None
    return introduction(scene, scene.sentence_before(unit), unit.first, colon=True)


def _find_sentence(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    for unit in scene.units:
        if unit.index in solved or not (scene.leads_in(unit) or _participle_only(scene, unit)):
            continue
        low = scene.sentence_before(unit)
        start, end = last_sentence(scene, scene.paragraphs[unit.paragraph][0], low)
        if start == end or _asks(scene, end, unit):
            continue
        spoken_before = any(scene.units[i].paragraph == unit.paragraph for i in (unit.index - 1,) if i in solved)
        found = introduction(scene, start, end, colon=False, only_cues=spoken_before)
        if found:
            yield unit.index, found


def _asks(scene: Scene, end: int, unit: Unit) -> bool:
    """Whether the sentence that ends here is the paper's own question: whom it asks about is not who answers."""
    return end < unit.first and scene.word(end) == "?"


def _participle_only(scene: Scene, unit: Unit) -> bool:
    """Whether the sentence begins with a reporting participle of the sentence before ("... Adding, "...")."""
    words = [t for t in scene.narration(scene.sentence_before(unit), unit.first) if t.is_alpha]
    return bool(words) and words[0].tag_ == "VBG" and speech_lemma(words[0]) is not None


def last_sentence(scene: Scene, low: int, end: int) -> tuple[int, int]:
    """The last whole sentence of narration that ends by `end`, not before `low`; an empty range where there is none."""
    while end > low and (scene.is_stop(end - 1) or scene.doc[end - 1].is_space):
        end -= 1
    start, low = end, max(low, end - LONGEST)
    while start > low and not (scene.is_stop(start - 1) and not scene.is_quoted(start - 1)):
        start -= 1
    return start, end


COLON = Sieve(
    name="direct.colon",
    find=_find_colon,
    examples={
        'The ministry posted a message on Monday:\n\n"The bridge is safe."': "The ministry | posted | The bridge is",
        'Ilse Tarn on the flood: "We had no warning."': "Ilse Tarn | - | We had no",
        'His answer was short: "We had no warning."': "His | was | We had no",
    },
)
SENTENCE = Sieve(
    name="direct.sentence-before",
    find=_find_sentence,
    examples={
        'The plan is dead, Ilse Tarn said. "Nobody will pay for it."': "Ilse Tarn | said | Nobody will pay",
        'Burr shook his head. "Nobody will pay for it."': "Burr | - | Nobody will pay",
        'Jo Burr shrugs. "Nobody will pay for it."': "Jo Burr | - | Nobody will pay",
        'Asked why the dam was weak, Burr sat down. "Nobody will pay for it."': "Burr | - | Nobody will pay",
    },
)
