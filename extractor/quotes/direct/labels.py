"""A name and a colon right before the quotation: Burr: "..."; FLOOD - Jo Burr: "..."; from the report: "..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.parse import char_span, text_span
from extractor.quotes.direct.persons import PHRASE, SPEAKERS, is_name, voice
from extractor.quotes.direct.scene import Scene, Unit
from extractor.quotes.direct.sieve import Attribution, Sieve, Solved
from extractor.records import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

DASHES = frozenset(("-", "--", "–", "—", "―"))
LONGEST = 10


def _find(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    for unit in scene.units:
        if unit.index not in solved:
            found = _label(scene, unit)
            if found:
                yield unit.index, found


def _label(scene: Scene, unit: Unit) -> Attribution | None:
    """The name between a dash, a full stop, "from" or the line's start and the colon."""
    low, colon = scene.sentence_before(unit), unit.first - 1
    while colon >= low and scene.doc[colon].is_space:
        colon -= 1
    if colon <= low or scene.word(colon) != ":":
        return None
    first = colon
    while first > low and colon - first < LONGEST and _of_name(scene.doc[first - 1]):
        first -= 1
    if first == colon or not (
        first == low or scene.doc[first - 1].text in DASHES or scene.doc[first - 1].lower_ == "from"
    ):
        return None
    head = scene.doc[colon - 1]
    speaker = voice(head)
    if scene.doc[first - 1].lower_ == "from":
        speaker = next((c for c in head.children if c.dep_ == "poss"), head)  # "From Burr's letter: ..."
    if (
        speaker is head
        and not (is_name(head) or head.tag_ in ("NNP", "NNPS"))
        and scene.doc[first - 1].lower_ != "from"
    ):
        return None
    mark = text_span(scene.doc, colon, colon)
    source = (
        char_span(scene.doc, first, head.i) if speaker is head else char_span(scene.doc, speaker.left_edge.i, speaker.i)
    )
    return Attribution(source=source, cue=Cue(start=mark.start, end=mark.end, text=":", lemma=":"), confidence=0.9)


def _of_name(token: Token) -> bool:
    if token.text in DASHES and token.whitespace_:
        return False
    return (
        is_name(token) or token.tag_ in PHRASE or token.tag_ in SPEAKERS or token.lower_ in ("and", "of", "the", "for")
    )


LABEL = Sieve(
    name="direct.label",
    find=_find,
    examples={
        'Jo Burr: "We had no warning."': "Jo Burr | : | We had no",
        'RUVENNA UNDER WATER - Jo Burr and Ilse Tarn: "We had no warning."': "Jo Burr and Ilse Tarn | : | We had no",
        'More from the report: "The dam is old and weak."': "the report | : | The dam is",
        'From Burr\'s letter: "The dam is old and weak."': "Burr | : | The dam is",
        'Her answer: "We had no warning."': "Her | : | We had no",
    },
    counter_examples=('The result: "two bridges gone".',),
)
