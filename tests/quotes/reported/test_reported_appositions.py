"""Sources stretched over their apposition, on hand-built parses."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc

from extractor.quotes.reported import with_appositions
from extractor.records import Cue, Span, Statement

DOC = Doc(
    English().vocab,
    words=["Wait", ",", "said", "Ilse", "Tarn", ",", "the", "governor", ",", "who", "left", "."],
    tags=["VB", ",", "VBD", "NNP", "NNP", ",", "DT", "NN", ",", "WP", "VBD", "."],
    deps=["ccomp", "punct", "ROOT", "compound", "nsubj", "punct", "det", "appos", "punct", "nsubj", "relcl", "punct"],
    heads=[2, 2, 2, 4, 2, 4, 7, 4, 4, 10, 4, 2],
)


def at(words: str) -> Span:
    start = DOC.text.index(words)
    return Span(start=start, end=start + len(words))


def widened(source: str, content: str) -> str:
    statement = Statement(
        kind="direct",
        content=(at(content),),
        source=at(source),
        cue=Cue(start=7, end=11, text="said", lemma="say"),
        found_by="test",
        confidence=1.0,
    )
    (made,) = with_appositions(DOC, (statement,))
    assert made.source is not None
    return made.source.of(DOC.text)


def test_an_apposition_belongs_to_the_source_and_an_aside_does_not() -> None:
    assert widened("Ilse Tarn", "Wait") == "Ilse Tarn , the governor"


def test_a_source_that_ends_elsewhere_stays() -> None:
    assert widened("governor", "Wait") == "governor"


def test_nothing_of_the_statement_is_swallowed() -> None:
    assert widened("Ilse Tarn", "the governor") == "Ilse Tarn"


def test_no_source_is_no_source() -> None:
    statement = Statement(kind="direct", content=(at("Wait"),), found_by="test", confidence=1.0)
    assert tuple(with_appositions(DOC, (statement,))) == (statement,)
