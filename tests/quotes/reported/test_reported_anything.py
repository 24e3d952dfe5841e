"""Whatever the parser makes of whatever text: no exception, and spans that are spans of the text."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc

from extractor.quotes.reported import find, with_appositions
from extractor.records import Span
from tests.fuzzing.guessing import LABELS

VOCAB = English().vocab
#: Words with tags they may have, right or wrong; enough cues for statements to be found.
TAGGED = st.sampled_from(
    [
        *((word, tag) for word in ("said", "told", "claimed", "declined", "called") for tag in ("VBD", "VBN")),
        *((word, tag) for word in ("claim", "statement", "words", "police", "Tarn") for tag in ("NN", "NNP")),
        ("according", "VBG"),
        ("confident", "JJ"),
        ("critical", "JJ"),
        ("reportedly", "RB"),
        ("is", "VBZ"),
        ("was", "VBD"),
        ("to", "TO"),
        ("to", "IN"),
        ("that", "IN"),
        ("that", "DT"),
        ("which", "WDT"),
        ("who", "WP"),
        ("as", "IN"),
        ("if", "IN"),
        ("of", "IN"),
        ("in", "IN"),
        ("on", "IN"),
        ("by", "IN"),
        ("no", "DT"),
        ("not", "RB"),
        (",", ","),
        (".", "."),
        (":", ":"),
        ("--", ":"),
        ("'s", "POS"),
        ("(", "-LRB-"),
        ("and", "CC"),
        ("rose", "VBD"),
        ("\n\n", "_SP"),
    ]
)


@dataclass(frozen=True)
class Segment:
    start: int
    end: int
    inner: tuple[Span, ...]


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    size = draw(st.integers(1, 25))
    words, tags = zip(*draw(st.lists(TAGGED, min_size=size, max_size=size)), strict=True)
    labels = draw(st.lists(st.sampled_from(LABELS), min_size=size, max_size=size))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for place, i in enumerate(order):
        heads[i] = order[draw(st.integers(0, place - 1))] if place else i
    labels[order[0]] = "ROOT"
    return Doc(VOCAB, words=list(words), tags=list(tags), heads=heads, deps=labels)


@given(docs(), st.integers(0, 60), st.integers(3, 40))
@settings(max_examples=300)
def test_spans_slice_the_text_and_segments_stay_whole(doc: Doc, start: int, length: int) -> None:
    text = doc.text
    end = min(start + length, len(text))
    segments = (Segment(start, end, (Span(start=start + 1, end=end - 1),)),) if end - start >= 3 else ()
    for statement in with_appositions(doc, find(doc, segments)):
        assert statement.cue is not None
        assert statement.cue.text == statement.cue.of(text)
        assert 0.0 < statement.confidence <= 1.0
        for span in (*statement.content, statement.cue, statement.source, statement.addressee):
            assert span is None or (span.end <= len(text) and span.of(text).strip())
        assert all(one.end <= two.start for one, two in pairwise(statement.content))
        for content in statement.content:
            assert not content.overlaps(statement.cue)
            assert statement.source is None or not content.overlaps(statement.source)
            for segment in segments:
                whole = content.start <= segment.start and segment.end <= content.end
                assert whole or content == segment.inner[0] or not content.overlaps(segment.inner[0])
