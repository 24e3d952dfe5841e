"""Statements from hand-built parses: boundaries at quotation marks, polarity, addressee, sources. No trained model."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from spacy.tokens import Doc

from extractor.quotes.reported import find
from extractor.records import Cue, Span, Statement
from tests.parses import VOCAB, parsed


@dataclass(frozen=True)
class Segment:
    start: int
    end: int
    inner: tuple[Span, ...]


def segment(text: str, quoted: str) -> Segment:
    start = text.index(quoted)
    return Segment(start, start + len(quoted), (Span(start=start + 2, end=start + len(quoted) - 2),))


SAID = "He/PRP/nsubj/1 said/VBD/ROOT/1 {0}prices/NNS/nsubj/{1} rose/VBD/ccomp/1 ././punct/1"


def only(doc: Doc, segments: tuple[Segment, ...] = ()) -> Statement:
    (statement,) = find(doc, segments)
    return statement


def test_a_clause_without_its_that() -> None:
    doc = parsed("He/PRP/nsubj/1 said/VBD/ROOT/1 that/IN/mark/4 prices/NNS/nsubj/4 rose/VBD/ccomp/1 ././punct/1")
    statement = only(doc)
    assert [span.of(doc.text) for span in statement.content] == ["prices rose"]
    assert statement.source is not None
    assert statement.source.of(doc.text) == "He"
    assert statement.cue == Cue(start=3, end=7, text="said", lemma="say")
    assert (statement.kind, statement.mode, statement.polarity) == ("indirect", "speech", "affirmed")


MIXED = (
    "He/PRP/nsubj/1 said/VBD/ROOT/1 prices/NNS/nsubj/3 were/VBD/ccomp/1 "
    "\"/``/punct/5 mad/JJ/acomp/3 and/CC/cc/5 cruel/JJ/conj/5 \"/''/punct/5 ././punct/1"
)


def test_a_quoted_segment_lies_in_the_content_wholly() -> None:
    doc = parsed(MIXED)
    quoted = segment(doc.text, '" mad and cruel "')
    statement = only(doc, (quoted,))
    assert statement.kind == "mixed"
    assert [span.of(doc.text) for span in statement.content] == ['prices were " mad and cruel "']
    assert [span.of(doc.text) for span in statement.quoted] == ["mad and cruel"]


def test_a_segment_that_goes_on_stretches_the_content() -> None:
    doc = parsed(MIXED + " So/RB/advmod/11 bad/JJ/ROOT/11 ././punct/11")
    quoted = segment(doc.text, '" mad and cruel " . So bad .')
    assert only(doc, (quoted,)).content[0].end == quoted.end


def test_no_cue_inside_quotation_marks() -> None:
    doc = parsed("\"/``/punct/2 He/PRP/nsubj/2 said/VBD/ROOT/2 prices/NNS/nsubj/4 rose/VBD/ccomp/2 \"/''/punct/2")
    assert len(find(doc, ())) == 1
    assert find(doc, (Segment(0, len(doc.text), (Span(start=2, end=len(doc.text) - 2),)),)) == ()


def test_what_is_already_told_is_not_told_again() -> None:
    doc = parsed("He/PRP/nsubj/1 said/VBD/ROOT/1 that/IN/mark/4 prices/NNS/nsubj/4 rose/VBD/ccomp/1 ././punct/1")
    ours = only(doc)
    longer = Statement(
        kind="direct", content=(Span(start=0, end=len(doc.text)),), cue=ours.cue, found_by="test", confidence=1.0
    )
    part = Statement(kind="direct", content=(Span(start=13, end=19),), cue=ours.cue, found_by="test", confidence=1.0)
    assert find(doc, (), (longer,)) == ()
    assert find(doc, (), (part,)) == (ours,)


@pytest.mark.parametrize(
    ("rows", "polarity"),
    [
        ("He/PRP/nsubj/1 denied/VBD/ROOT/1 that/IN/mark/4 prices/NNS/nsubj/4 rose/VBD/ccomp/1", "negated"),
        (
            "He/PRP/nsubj/3 did/VBD/aux/3 not/RB/neg/3 say/VB/ROOT/3 that/IN/mark/6 prices/NNS/nsubj/6 rose/VBD/ccomp/3",
            "negated",
        ),
        (
            "He/PRP/nsubj/1 declined/VBD/ROOT/1 to/TO/aux/3 say/VB/xcomp/1 whether/IN/mark/6 prices/NNS/nsubj/6 rose/VBD/ccomp/3",
            "negated",
        ),
        (
            "If/IN/mark/2 he/PRP/nsubj/2 says/VBZ/advcl/6 that/IN/mark/5 prices/NNS/nsubj/5 rose/VBD/ccomp/2 fine/JJ/ROOT/6",
            "non_factive",
        ),
        (
            "He/PRP/nsubj/1 said/VBD/ROOT/1 that/IN/mark/5 prices/NNS/nsubj/5 never/RB/neg/5 rose/VBD/ccomp/1",
            "affirmed",
        ),
    ],
)
def test_polarity_is_that_of_the_saying(rows: str, polarity: str) -> None:
    assert only(parsed(rows)).polarity == polarity


def test_the_addressee_of_tell() -> None:
    doc = parsed("He/PRP/nsubj/1 told/VBD/ROOT/1 AFP/NNP/dobj/1 that/IN/mark/5 prices/NNS/nsubj/5 rose/VBD/ccomp/1")
    statement = only(doc)
    assert statement.addressee is not None
    assert statement.addressee.of(doc.text) == "AFP"


def test_an_aside_at_the_end_is_the_papers_own() -> None:
    doc = parsed(
        "He/PRP/nsubj/1 praised/VBD/ROOT/1 the/DT/det/3 mayor/NN/dobj/1 ,/,/punct/3 who/WP/nsubj/6 left/VBD/relcl/3 ././punct/1"
    )
    assert [span.of(doc.text) for span in only(doc).content] == ["the mayor"]


def test_a_source_keeps_its_apposition_and_loses_its_aside() -> None:
    doc = parsed(
        "Ilse/NNP/compound/1 Tarn/NNP/nsubj/9 ,/,/punct/1 the/DT/det/4 governor/NN/appos/1 ,/,/punct/1 who/WP/nsubj/7 "
        "resigned/VBD/relcl/1 ,/,/punct/1 said/VBD/ROOT/9 that/IN/mark/12 prices/NNS/nsubj/12 rose/VBD/ccomp/9"
    )
    statement = only(doc)
    assert statement.source is not None
    assert statement.source.of(doc.text) == "Ilse Tarn , the governor"


def test_speech_within_speech_has_its_own_source() -> None:
    doc = parsed(
        "Tarn/NNP/nsubj/1 told/VBD/ccomp/8 Roe/NNP/dobj/1 that/IN/mark/5 prices/NNS/nsubj/5 rose/VBD/ccomp/1 ,/,/punct/8 "
        "aides/NNS/nsubj/8 said/VBD/ROOT/8 ././punct/8"
    )
    outer, inner = find(doc, ())
    assert [s.source.of(doc.text) for s in (outer, inner) if s.source] == ["aides", "Tarn"]
    assert [span.of(doc.text) for span in outer.content] == ["Tarn told Roe that prices rose"]
    assert inner.cue is not None
    assert outer.content[0].contains(inner.cue)
    assert outer.content[0].contains(inner.content[0])


@pytest.mark.parametrize("label", ["ccomp", "xcomp", "conj", "advcl", "dobj", "relcl"])
def test_chains_of_any_depth_come_back(label: str) -> None:
    size = 5000
    heads = [max(0, i - 1) for i in range(size)]
    doc = Doc(VOCAB, words=["said"] * size, tags=["VBD"] * size, heads=heads, deps=["ROOT", *[label] * (size - 1)])
    assert all(s.end <= len(doc.text) for s in find(doc, ()))


@pytest.mark.parametrize(("noun", "source"), [("blow", "Norvik"), ("letter", "a letter")])
def test_a_which_is_the_name_before_it_or_what_was_written(noun: str, source: str) -> None:
    doc = parsed(
        f"It/PRP/nsubj/1 was/VBD/ROOT/1 a/DT/det/3 {noun}/NN/attr/1 to/IN/prep/3 Norvik/NNP/pobj/4 which/WDT/nsubj/7 "
        "said/VBD/relcl/3 rates/NNS/nsubj/9 fell/VBD/ccomp/7"
    )
    statement = only(doc)
    assert statement.source is not None
    assert statement.source.of(doc.text) == source


def test_an_empty_text() -> None:
    assert find(Doc(VOCAB), ()) == ()
