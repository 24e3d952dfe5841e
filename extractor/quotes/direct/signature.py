"""A speaker's name signed below or behind a quotation: "Build a bridge." - Ilse Tarn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.quotes.direct.scene import Scene, Unit
from extractor.quotes.direct.sieve import Attribution, Sieve, Solved
from extractor.records import Span

#: A signature is a name with an office at most.
LONGEST = 120
_WORD = r"(?:[A-Z][\w.'’-]*|of|the|de|la|van|von|al|bin|der|den|di|da|du|and|for)"
#: A name in capitalised words, up to a comma, a bracket or the line's end.
_NAME = re.compile(rf"\s*(?P<name>(?:The )?[A-Z][\w.'’-]*(?:[ \u00a0]+{_WORD}){{0,9}})\s*(?=[,(\[.;]|$)")
_SIGNED = re.compile(rf"\s*(?:-{{1,3}}|[–—―‒~]){_NAME.pattern}")


def _find(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    for unit in scene.units:
        if unit.index in solved:
            continue
        name = _behind_dash(scene, unit) or _last_line_inside(scene, unit)
        if name is not None:
            yield unit.index, Attribution(source=name, confidence=0.9)


def _behind_dash(scene: Scene, unit: Unit) -> Span | None:
    """The name behind a dash that closes the unit's paragraph, or stands alone in the next one."""
    start, end = unit.segment.end, scene.offset(unit.after)
    if not scene.text[start:end].strip() and unit.last_paragraph + 1 < len(scene.paragraphs):
        first, last = scene.paragraphs[unit.last_paragraph + 1]
        start, end = scene.offset(first), scene.offset(last)
    line = scene.text[start:end].rstrip()
    return _name(_SIGNED, line, start)


def _last_line_inside(scene: Scene, unit: Unit) -> Span | None:
    """The name in the last line inside the marks, below what was said (see `marks.chains`)."""
    start = unit.segment.inner[-1].end
    line = scene.text[start : unit.segment.end - 1]
    return _name(_NAME, line, start) if "\n" in line else None


def _name(pattern: re.Pattern[str], line: str, start: int) -> Span | None:
    """The name that a line is, with an office at most behind it; None for any other line."""
    match = pattern.match(line) if len(line) <= LONGEST else None
    if match is None:
        return None
    return Span(start=start + match.start("name"), end=start + match.end("name"))


SIGNATURE = Sieve(
    name="direct.signature",
    find=_find,
    examples={
        '"Build a bridge and they will come." - Ilse Tarn': "Ilse Tarn | - | Build a bridge",
        '"We waited all night."\n\n—Jo Burr, fisherman': "Jo Burr | - | We waited all",
        '"We never wanted this.\nJo Burr, head of the harbor."\n\nNext.': "Jo Burr | - | We never wanted",
    },
    counter_examples=(
        '"Build a bridge and they will come" - that was the plan.',
        '"Build a bridge." - Burr said it and meant it.',
    ),
)
