"""Fragments of quotation that stand in the narration's own sentence: whoever that sentence lets speak.

The boldest sieves: they run on what the grammar of reported speech has left over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.quotes import cues
from extractor.quotes.direct.ahead import ahead
from extractor.quotes.direct.behind import behind
from extractor.quotes.direct.persons import SPEAKERS, as_cue, can_speak, is_person, phrase, speech_lemma, subject_of
from extractor.quotes.direct.scene import Scene, Unit
from extractor.quotes.direct.sieve import Attribution, Sieve, Solved

if TYPE_CHECKING:
    from spacy.tokens import Token

MAX_CLIMB = 12
#: A word below this in all its uses reports nothing.
LEAST_SURE = 0.5
FEWEST_WORDS = 3
#: With these a sentence begins whose main clause is still to come.
OPENING_CLAUSE = frozenset(("as", "while", "when", "after", "before", "although", "though", "once", "because", "since"))


def _find_in_clause(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    for unit in scene.units:
        if unit.index in solved or scene.words(unit) < FEWEST_WORDS or scene.last_character(unit) != ",":
            continue
        found = _of_clause(scene, unit)
        if found:
            yield unit.index, found


def _of_clause(scene: Scene, unit: Unit) -> Attribution | None:
    """Whoever talks in the clause that the fragment ends, where the sentence only begins with that clause."""
    before = scene.narration(scene.sentence_before(unit), unit.first)
    if not before or before[0].lower_ not in OPENING_CLAUSE or before[-1].tag_ not in ("IN", "RP", "TO"):
        return None
    heads = [t for t in before if t.dep_ == "nsubj" and t.tag_ in SPEAKERS and not scene.is_quoted(t.i)]
    if not heads or not is_person(heads[-1]) or any(t.text == "," for t in before):
        return None
    return Attribution(source=phrase(heads[-1], before[0].i + 1, unit.first), confidence=0.7)


def _find_beside(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    for unit in scene.units:
        if unit.index in solved or scene.words(unit) < FEWEST_WORDS:
            continue
        ended = scene.last_character(unit) == "."
        found = (None if ended or _tells_of_another(scene, unit) else behind(scene, unit)) or ahead(scene, unit)
        if found:
            yield unit.index, found


def _tells_of_another(scene: Scene, unit: Unit) -> bool:
    """Whether behind the fragment begins a clause with its own content: `"a trap," as the army said it had won`."""
    low, high = unit.end, scene.sentence_behind(unit)
    while low < high and scene.doc[low].is_punct:
        low += 1
    if low >= high or scene.word(low) != "as":
        return False
    verb = next((t for t in scene.tokens(low, high) if speech_lemma(t) is not None), None)
    return verb is not None and any(c.dep_ == "ccomp" and verb.i < c.i < high for c in verb.children)


def _find_governing(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    for unit in scene.units:
        if unit.index in solved or scene.words(unit) < FEWEST_WORDS:
            continue
        found = _governing(scene, unit)
        if found:
            yield unit.index, found


def _governing(scene: Scene, unit: Unit) -> Attribution | None:
    """Whoever speaks in the words above the fragment in the tree.

    The topmost reporting verb wins, since it tells of all below it; then one beside the clause ("..., X said"), then
    the nearest word of attitude.
    """
    token = _top(scene, unit)
    speech: Attribution | None = None
    attitude: Attribution | None = None
    for _ in range(MAX_CLIMB):
        if token is None or token.head.i == token.i:
            break
        token = token.head
        entry = cues.entry(token) if token.tag_[:2] == "VB" and not scene.is_quoted(token.i) else None
        if entry is None or max(entry.frames.values(), default=0.0) < LEAST_SURE:
            continue
        found = _by(scene, unit, token, entry.lemma)
        if speech_lemma(token) is not None:
            speech = found or speech
        else:
            attitude = attitude or found
    return speech or _in_sentence(scene, unit) or attitude


def _top(scene: Scene, unit: Unit) -> Token | None:
    """The first word of the fragment that hangs on a word outside it."""
    return next((t for t in scene.tokens(unit.first, unit.end) if not unit.first <= t.head.i < unit.end), None)


def _by(scene: Scene, unit: Unit, verb: Token, lemma: str) -> Attribution | None:
    head = subject_of(verb)
    if head is None or scene.is_quoted(head.i) or not can_speak(head):
        return None
    if not scene.paragraphs[unit.paragraph][0] <= head.i < scene.paragraphs[unit.paragraph][1]:
        return None
    return _attribution(verb, lemma, head, 0.6)


def _in_sentence(scene: Scene, unit: Unit) -> Attribution | None:
    """The nearest reporting verb behind or before the fragment in its sentence."""
    low, high = scene.sentence_before(unit), scene.sentence_behind(unit)
    if scene.last_character(unit) == ".":
        high = unit.end
    for verb in (*scene.tokens(unit.end, high), *reversed(scene.tokens(low, unit.first))):
        lemma = speech_lemma(verb)
        found = _by(scene, unit, verb, lemma) if lemma is not None else None
        if found:
            return found
    return None


def _attribution(verb: Token, lemma: str, head: Token, confidence: float) -> Attribution:
    return Attribution(
        source=phrase(head, head.left_edge.i, verb.i if head.i < verb.i else len(verb.doc)),
        cue=as_cue(verb, lemma),
        confidence=confidence,
    )


def _find_subject(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    """A person who is the subject of the sentence that a longer fragment ends."""
    for unit in scene.units:
        if unit.index in solved or scene.words(unit) < FEWEST_WORDS:
            continue
        low = scene.sentence_before(unit)
        for token in scene.tokens(low, unit.first):
            if token.dep_ == "nsubj" and is_person(token) and not scene.is_quoted(token.i):
                yield unit.index, Attribution(source=phrase(token, low, unit.first), confidence=0.4)
                break


IN_CLAUSE = Sieve(
    name="direct.fragment-in-clause",
    find=_find_in_clause,
    examples={
        'As Orlo went on about "how the vote is rigged," a reporter asked Vera if she agreed.': (
            "Orlo | - | how the vote"
        ),
    },
    counter_examples=('As for "the dam of our fathers," Burr said it was old.',),
)
BESIDE_FRAGMENT = Sieve(
    name="direct.fragment-beside",
    find=_find_beside,
    examples={
        'But "nobody will pay for it," Burr said.': "Burr | said | nobody will pay",
        'They cheered Tarn, who called it "a great night for us" and left.': "Tarn | called | a great night",
        'Tarn left, calling it "a trap with nicer paper," as the army said it had won.': "Tarn | calling | a trap with",
    },
)
GOVERNED = Sieve(
    name="direct.fragment-governed",
    find=_find_governing,
    examples={'Tarn told her voters to "go home and wait".': "Tarn | told | go home and"},
)
SUBJECT = Sieve(
    name="direct.fragment-subject",
    find=_find_subject,
    examples={'Tarn went after the minister as a "friend of the flood".': "Tarn | - | friend of the"},
)
