"""Quotes: what was said, in quotation marks or not, and which words of the text say who said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.quotes import direct, reported
from extractor.quotes.direct import transcripts
from extractor.quotes.kinds import is_titled, sort_segments
from extractor.quotes.marks import find_segments, paragraphs
from extractor.quotes.mending import mend
from extractor.quotes.merging import in_order, joined, merged, scare_quotes, without_denied
from extractor.quotes.notes import notes, outside

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractor.records import Notice, Statement


def find_statements(doc: Doc, *, scare: bool = False) -> tuple[tuple[Statement, ...], tuple[Notice, ...]]:
    """All statements of `doc` in text order, and what had to be repaired in its quotation marks.

    Quotations with their attribution beside them come first, then reported speech, which takes up fragments of
    quotation into its clauses, then bolder guesses for the marks still left. `scare` adds the short ones that are
    nobody's words.
    """
    text: str = doc.text
    ranges = paragraphs(text)
    marked = find_segments(text)
    words, lost = mend(text, sort_segments(text, marked.segments)["words"])
    turns = transcripts.turns(doc, text, ranges, words)
    segments = transcripts.outside(text, words, turns)
    scene = direct.Scene(doc, text, ranges, segments)
    strong = (*turns, *direct.statements_of(scene, direct.run(scene, direct.STRONG, {})))
    told = merged(text, strong, reported.find(doc, segments, strong))
    noted = notes(text, ranges)
    scene.told = outside(in_order(without_denied(text, statement) for statement in told), noted)
    known = direct.by_others(scene, scene.told)
    bold = direct.run(scene, direct.BOLD, known)
    guessed = {
        index: found
        for index, found in bold.items()
        if index not in known and not is_titled(text, scene.units[index].segment)
    }
    inner = direct.inside(doc, text, marked.segments)
    ends = {segment.inner[0]: segment.end for segment in segments}
    statements = (*joined(text, scene.told, direct.statements_of(scene, guessed), ends), *inner)
    if scare:
        statements += scare_quotes(text, (s.inner for s in segments), statements)
    found = in_order(reported.with_appositions(doc, outside(statements, noted)))
    return found, (*marked.notices, *lost)
