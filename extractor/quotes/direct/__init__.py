"""Direct speech: quotations in marks, and who said them, by sieves from the surest to the boldest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.quotes.direct.ahead import AHEAD
from extractor.quotes.direct.asked import ASKED_OF
from extractor.quotes.direct.behind import ANY_VERB, BEHIND
from extractor.quotes.direct.following import CONTINUATION, SENTENCE_BEHIND
from extractor.quotes.direct.fragments import BESIDE_FRAGMENT, GOVERNED, IN_CLAUSE, SUBJECT
from extractor.quotes.direct.introduced import COLON, SENTENCE
from extractor.quotes.direct.labels import LABEL
from extractor.quotes.direct.nominal import NOMINAL
from extractor.quotes.direct.scene import Scene
from extractor.quotes.direct.sieve import Attribution, Sieve
from extractor.quotes.direct.signature import SIGNATURE
from extractor.quotes.direct.split import SPLIT
from extractor.quotes.kinds import kind_of
from extractor.records import Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractor.quotes.marks import Segment

__all__ = ["BOLD", "STRONG", "Scene", "Sieve", "by_others", "inside", "run", "statements_of"]

#: Run before reported speech is looked for: what is a quotation with its attribution beside it.
STRONG: tuple[Sieve, ...] = (ASKED_OF, BEHIND, LABEL, AHEAD, ANY_VERB, SPLIT, NOMINAL, SIGNATURE, COLON)
#: Run on what is left after it.
BOLD: tuple[Sieve, ...] = (SENTENCE, IN_CLAUSE, BESIDE_FRAGMENT, GOVERNED, CONTINUATION, SENTENCE_BEHIND, SUBJECT)

#: Run inside a quotation, for a quotation in it.
INNER: tuple[Sieve, ...] = (BEHIND, AHEAD, SPLIT)

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


def by_others(scene: Scene, statements: Sequence[Statement]) -> Found:
    """Units that statements found elsewhere already tell, as solved."""
    owner = {span: statement for statement in statements for span in statement.quoted}
    found: Found = {}
    for unit in scene.units:
        statement = owner.get(unit.segment.inner[0])
        if statement is not None:
            found[unit.index] = (
                statement.found_by,
                Attribution(source=statement.source, speaker_mention=statement.speaker_mention, cue=statement.cue),
            )
    return found


def inside(doc: Doc, text: str, segments: Sequence[Segment]) -> tuple[Statement, ...]:
    """Quotations inside quotations, with those words of the outer one that say whose they are.

    Each outer quotation is a text of its own: its ranges are the paragraphs. What has no attribution inside is left to
    the outer statement, which tells it anyway.
    """
    within = tuple(s for s in segments if s.depth == 1 and kind_of(text, s) == "words")
    if not within:
        return ()
    paragraphs = [(span.start, span.end) for s in segments if not s.depth for span in s.inner]
    scene = Scene(doc, text, paragraphs, within)
    return statements_of(scene, run(scene, INNER, {}))
