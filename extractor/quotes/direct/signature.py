"""A speaker's name signed below or behind a quotation: "Build a bridge." - Ilse Tarn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.parse import char_span
from extractor.quotes.direct.scene import Scene, Unit
from extractor.quotes.direct.sieve import Attribution, Sieve, Solved

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.records import Span

DASHES = frozenset(("-", "--", "–", "—", "―", "‒", "~"))
#: A signature is a name with an office at most.
LONGEST = 14
#: Words of a name in small letters.
PARTICLES = frozenset(
    ["of", "the", "de", "la", "van", "von", "al", "bin", "der", "den", "di", "da", "du", "and", "for"]
)


def _find(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    for unit in scene.units:
        if unit.index in solved:
            continue
        name = _behind_dash(scene, unit) or _last_line_inside(scene, unit)
        if name is not None:
            yield unit.index, Attribution(source=name, confidence=0.9)


def _behind_dash(scene: Scene, unit: Unit) -> Span | None:
    """The name behind a dash that closes the unit's paragraph, or stands alone in the next line."""
    line = scene.narration(unit.end, unit.after)
    if not line and unit.last_paragraph + 1 < len(scene.paragraphs):
        start, end = scene.paragraphs[unit.last_paragraph + 1]
        line = scene.narration(start, end)
    if not line or line[0].text not in DASHES or len(line) > LONGEST:
        return None
    return _name(scene, line[1:])


def _last_line_inside(scene: Scene, unit: Unit) -> Span | None:
    """The name in the last line inside the marks, below what was said (see `marks.chains`)."""
    last = unit.segment.inner[-1]
    start = scene.position(last.end)
    line = scene.narration(start, unit.end)
    if unit.segment.end - last.end < 4 or not any(t.is_alpha for t in line):
        return None
    return _name(scene, line)


def _name(scene: Scene, line: list[Token]) -> Span | None:
    """The name that a line begins with: capitalised words up to a comma, a bracket or the line's end."""
    last = None
    for token in line:
        if token.text in {",", "(", "["} or (token.is_punct and token.text not in {"-", ".", "’", "'"}):
            break
        if token.text[:1].isupper():
            last = token
        elif token.lower_ not in PARTICLES and token.text != "-" and not token.is_punct:
            return None
    if last is None:
        return None
    return char_span(scene.doc, line[0].i, last.i)


SIGNATURE = Sieve(
    name="direct.signature",
    find=_find,
    examples={
        '"Build a bridge and they will come." - Ilse Tarn': "Ilse Tarn | - | Build a bridge",
        '"We waited all night."\n\n— Jo Burr, fisherman': "Jo Burr | - | We waited all",
    },
    counter_examples=('"Build a bridge and they will come" - that was the plan.',),
)
