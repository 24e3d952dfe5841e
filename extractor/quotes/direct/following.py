"""Quotations without any attribution: they belong to whoever spoke last, or to the other one of two who talk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.quotes.direct.introduced import introduction, last_sentence
from extractor.quotes.direct.persons import is_person, phrase
from extractor.quotes.direct.scene import Scene, Unit
from extractor.quotes.direct.sieve import Attribution, Sieve, Solved
from extractor.records import Span

#: In words: a paragraph that is somebody's turn in a quick talk is no longer. TURNS are how far back two of them stand.
LONGEST_TURN = 14
TURNS = (1, 2)
#: So near must the next sentence's subject be.
FARTHEST_SUBJECT = 8


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """Where something said ends, and the mention of who said it."""

    end: int
    who: Span
    asked: bool = False


def _find(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    said = _reported(scene)
    upcoming = 0
    heard: list[Said] = []
    for unit in scene.units:
        while upcoming < len(said) and said[upcoming].end <= unit.segment.start:
            heard.append(said[upcoming])
            upcoming += 1
        known = solved.get(unit.index)
        if known is None and scene.leads_in(unit):
            known = _continued(scene, unit, heard)
            if known is not None:
                yield unit.index, known
        if known is not None and known.who is not None:
            heard.append(Said(unit.segment.end, known.who, scene.last_character(unit) == "?"))
    return


def _reported(scene: Scene) -> list[Said]:
    """What is told without marks, of statements within statements the outermost, which is what a reader hears."""
    outer: list[Said] = []
    reach = -1
    for statement in scene.told:
        who = statement.source or statement.speaker_mention
        if statement.end <= reach or who is None or statement.mode != "speech" or statement.quoted:
            continue
        reach = statement.end
        outer.append(Said(max(statement.end, who.end), who))
    return sorted(outer)


def _continued(scene: Scene, unit: Unit, heard: list[Said]) -> Attribution | None:
    """The speaker before, if he was heard in this paragraph or the one before it."""
    last = heard[-1] if heard else None
    near = last is not None and scene.paragraph_of(last.end - 1) >= unit.paragraph - 1
    first = unit.before == scene.paragraphs[unit.paragraph][0]
    stands_alone = first and not scene.has_words(unit.before, unit.first)
    if last is None or not near:
        return _paragraph_before(scene, unit) if stands_alone else None
    asks = scene.last_character(unit) == "?" and len(heard) > 1 and heard[-2].asked
    turns = last.asked or asks or _talk(scene, unit, heard)
    other = _other_party(scene, heard) if stands_alone and turns else None
    if other is not None:
        return Attribution(speaker_mention=other, confidence=0.6)
    return Attribution(speaker_mention=last.who, confidence=0.75)


def _talk(scene: Scene, unit: Unit, heard: list[Said]) -> bool:
    """Whether the two paragraphs before are two people's turns of a talk: each a few words and who says them."""
    if len(heard) < 2 or unit.paragraph < len(TURNS) or scene.words(unit) > LONGEST_TURN:
        return False
    for back, said in zip(TURNS, (heard[-1], heard[-2]), strict=True):
        first, last = scene.paragraphs[unit.paragraph - back]
        if scene.paragraph_of(said.end - 1) != unit.paragraph - back or not scene.is_quoted(first):
            return False
        if sum(token.is_alpha for token in scene.tokens(first, last)) > LONGEST_TURN:
            return False
    return True


def _other_party(scene: Scene, heard: list[Said]) -> Span | None:
    """Whoever spoke before the last, where both are named: of two who talk, one asks and the other answers."""
    last = heard[-1].who.of(scene.text)
    for earlier in reversed(heard[-3:-1]):
        name = earlier.who.of(scene.text)
        if name.split()[-1] != last.split()[-1] and name[:1].isupper() and last[:1].isupper():
            return earlier.who
    return None


def _paragraph_before(scene: Scene, unit: Unit) -> Attribution | None:
    """The subject of the last sentence of the paragraph before, where that is a person."""
    if not unit.paragraph:
        return None
    start, end = last_sentence(scene, *scene.paragraphs[unit.paragraph - 1])
    return introduction(scene, start, end, colon=False) if start < end else None


def _find_behind(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    for unit in scene.units:
        if unit.index in solved or not scene.opens(unit) or scene.last_character(unit) not in ".!?":
            continue
        end = scene.sentence_behind(unit)
        for token in scene.tokens(unit.end, min(end, unit.end + FARTHEST_SUBJECT)):
            if token.dep_ == "nsubj" and is_person(token):
                yield unit.index, Attribution(source=phrase(token, unit.end, end), confidence=0.5)
                break


SENTENCE_BEHIND = Sieve(
    name="direct.sentence-behind",
    find=_find_behind,
    examples={'"We are late." Jo Burr looked at the river.': "Jo Burr | - | We are late."},
    counter_examples=('"We are late." The river rose.',),
)
CONTINUATION = Sieve(
    name="direct.continuation",
    find=_find,
    examples={
        '"Who will pay for it?" asked Jo Burr.\n\n"Not me," said Ilse Tarn.\n\n"Who then?"\n\n"Nobody will."': (
            "< Jo Burr | - | Who then? / < Ilse Tarn | - | Nobody will."
        ),
        '"We had no warning," Ilse Tarn said.\n\n"And we will find out why."': "< Ilse Tarn | - | And we will",
        '"It is late," Ilse Tarn said. Then, after a long moment: "But I will wait."': "< Ilse Tarn | - | But I will",
        '"You cut it four times," Tarn said.\n\n"That is false," Burr said.\n\n"Four times, I have the list."': (
            "< Tarn | - | Four times, I"
        ),
    },
)
