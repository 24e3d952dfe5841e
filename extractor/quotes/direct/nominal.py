"""Quotations introduced by a noun: "...," was the mayor's answer; "..." was all X would say; in X's words, "..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.quotes.direct.persons import SPEAKERS, as_cue, can_speak, phrase, speech_lemma, subject_of, voice
from extractor.quotes.direct.scene import Scene, Unit
from extractor.quotes.direct.sieve import Attribution, Sieve, Solved
from extractor.quotes.direct.words import WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token

COPULAS = frozenset(("is", "was", "were", "are"))
#: A noun phrase of saying is no longer than this.
LONGEST = 12
#: In words: less between marks is a name, or a mark of distance.
SHORTEST = 3
ADJECTIVES = frozenset(("JJ", "JJS", "VBN", "VBG", "CD"))


def _find(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    for unit in scene.units:
        if unit.index in solved:
            continue
        found = _behind(scene, unit) if scene.opens(unit) else _in_words_of(scene, unit) or _between(scene, unit)
        if found:
            yield unit.index, found


def _behind(scene: Scene, unit: Unit) -> Attribution | None:
    """Read "was the mayor's answer" or "is how Burr put it" behind a quotation."""
    tokens = [t for t in scene.tokens(unit.end, min(scene.sentence_behind(unit), unit.end + LONGEST)) if not t.is_space]
    if not tokens or tokens[0].lower_ not in COPULAS:
        return None
    for token in tokens[1:]:
        speaker = voice(token)
        if speaker is not token:
            return _by(scene, token, speaker)
        lemma = speech_lemma(token)
        head = subject_of(token) if lemma else None
        if head is not None and tokens[0].i < head.i < token.i:
            return _by(scene, token, head)
    return None


def _in_words_of(scene: Scene, unit: Unit) -> Attribution | None:
    """Read "in Burr's words," right before a quotation."""
    tokens = scene.narration(max(scene.sentence_before(unit), unit.first - LONGEST), unit.first)
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    if not tokens or tokens[-1].lower_ not in WORDS.sayings | WORDS.wordings:
        return None
    noun = tokens[-1]
    speaker = next((c for c in noun.children if c.dep_ == "poss" and c.tag_ in SPEAKERS), None)
    if speaker is None or not any(t.lower_ == "in" and t.i < noun.i for t in tokens):
        return None
    return _by(scene, noun, speaker)


def _between(scene: Scene, unit: Unit) -> Attribution | None:
    """Read `Burr's "no more dams in the north" vow`: whose saying the marks hold, and what it is called."""
    doc = scene.doc
    if unit.end >= unit.after or scene.words(unit) < SHORTEST or doc[unit.end].lower_ not in WORDS.sayings:
        return None
    at = unit.first - 1
    while at > unit.before and doc[at].tag_ in ADJECTIVES:
        at -= 1
    if at < unit.before or doc[at].tag_ not in ("POS", "PRP$"):
        return None
    speaker = doc[at] if doc[at].tag_ == "PRP$" else doc[at - 1]
    return _by(scene, doc[unit.end], speaker) if at > unit.before or speaker is doc[at] else None


def _by(scene: Scene, cue: Token, speaker: Token) -> Attribution | None:
    if not can_speak(speaker) or scene.is_quoted(speaker.i):
        return None
    low = min(speaker.left_edge.i, speaker.i)
    return Attribution(source=phrase(speaker, low, cue.i), cue=as_cue(cue, cue.lower_), confidence=0.85)


NOMINAL = Sieve(
    name="direct.nominal",
    find=_find,
    examples={
        '"Never again," was the mayor\'s answer.': "the mayor | answer | Never again,",
        '"No comment," was all that Burr would say.': "Burr | say | No comment,",
        'Voters remember Burr\'s famous "no more dams in the north" vow.': "Burr | vow | no more dams",
        'It was, in Burr\'s words, "a dam of paper and nothing more."': "Burr | words | a dam of",
    },
    counter_examples=(
        '"Never again" was the title of the song.',
        'Burr\'s "long and narrow" house was sold.',
    ),
)
