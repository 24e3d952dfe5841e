"""Direct speech: quotations in marks, and who said them, by sieves from the surest to the boldest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractor.quotes.direct.beside import AHEAD, BEHIND
from extractor.quotes.direct.scene import Scene, Unit
from extractor.quotes.direct.sieve import Attribution, Sieve
from extractor.quotes.direct.split import SPLIT
from extractor.records import Span, Statement

__all__ = ["BOLD", "STRONG", "Scene", "Sieve", "run", "statements_of"]

#: Run before reported speech is looked for: what is a quotation with its attribution beside it.
STRONG: tuple[Sieve, ...] = (BEHIND, AHEAD, SPLIT)
#: Run on what is left after it.
BOLD: tuple[Sieve, ...] = ()

Found = dict[int, tuple[str, Attribution]]


def run(scene: Scene, sieves: Sequence[Sieve], found: Found) -> Found:
    """Let each sieve in turn solve what those before it left; the first answer stands. `found` is not changed."""
    result = dict(found)
    for sieve in sieves:
        solved = {index: attribution for index, (_, attribution) in result.items()}
        for index, attribution in sieve.find(scene, solved):
            result.setdefault(index, (sieve.name, attribution))
    return result


def statements_of(scene: Scene, found: Mapping[int, tuple[str, Attribution]]) -> tuple[Statement, ...]:
    """Statements in text order, the parts of a split quotation put together."""
    made: dict[int, Statement] = {}
    for index in sorted(found):
        name, attribution = found[index]
        inner = scene.units[index].segment.inner
        first = attribution.joins
        if first is not None and first in made:
            made[first] = _extended(made[first], inner, name)
            continue
        made[index] = Statement(
            kind="direct",
            content=inner,
            quoted=inner,
            source=attribution.source,
            speaker_mention=attribution.speaker_mention,
            cue=attribution.cue,
            addressee=attribution.addressee,
            found_by=name,
            confidence=attribution.confidence,
        )
    return tuple(made.values())


def _extended(statement: Statement, inner: tuple[Span, ...], name: str) -> Statement:
    ranges = (*statement.content, *inner)
    return replace(statement, content=ranges, quoted=ranges, found_by=name)


def unsolved(scene: Scene, found: Found, statements: Sequence[Statement]) -> tuple[Unit, ...]:
    """Units that stand in no statement's `quoted`."""
    quoted = {span for statement in statements for span in statement.quoted}
    return tuple(u for u in scene.units if u.index not in found and u.segment.inner[0] not in quoted)
