"""The promise to the rooms that deliver the spans: every one of them is a mention of exactly one speaker."""

from __future__ import annotations

import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.tokens import Span as Entity
from spacy.vocab import Vocab

from extractor.records import Span, Statement
from extractor.speakers import find_speakers
from tests.growth import grows_as_the_input

BLANK = spacy.blank("en")
WORDS = st.sampled_from(
    [
        "Ilse",
        "Tarn",
        "Mr.",
        "he",
        "She",
        "they",
        "who",
        ",",
        '"',
        ".",
        "\n\n",
        "the",
        "mayor",
        "officials",
        "’s",
        "said",
        "and",
        "I",
    ]
)


def owners(doc: Doc, statements: list[Statement], sources: list[Span]) -> dict[tuple[int, int], int]:
    found: dict[tuple[int, int], int] = {}
    for number, speaker in enumerate(find_speakers(doc, statements, sources)):
        assert speaker.name
        assert list(speaker.mentions) == sorted(speaker.mentions)
        for mention in speaker.mentions:
            assert mention.text == doc.text[mention.start : mention.end]
            assert (mention.start, mention.end) not in found
            found[mention.start, mention.end] = number
    return found


def statement(source: Span | None, content: Span, mention: Span | None = None) -> Statement:
    return Statement(
        kind="direct",
        content=(content,),
        quoted=(content,),
        source=source,
        speaker_mention=mention,
        found_by="test",
        confidence=1.0,
    )


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start=start, end=draw(st.integers(start + 1, len(text))))


@settings(max_examples=200, deadline=None)
@given(st.data(), st.one_of(st.text(min_size=1), st.lists(WORDS, min_size=1, max_size=40).map(" ".join)))
def test_every_span_is_a_mention_of_one_speaker(data: st.DataObject, text: str) -> None:
    doc = BLANK(text)
    some = data.draw(st.lists(spans(doc.text), max_size=6))
    statements = [
        statement(source, data.draw(spans(doc.text)), data.draw(st.none() | spans(doc.text)))
        for source in data.draw(st.lists(st.none() | spans(doc.text), max_size=4))
    ]
    asked = {
        *some,
        *(s.source for s in statements if s.source),
        *(s.speaker_mention for s in statements if s.speaker_mention),
    }
    assert {(span.start, span.end) for span in asked} <= set(owners(doc, statements, some))


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, min_size=3, max_size=60))
def test_trained_or_not_the_promise_holds(model, words: list[str]) -> None:
    doc = model.nlp(" ".join(words))
    asked = [Span(start=token.idx, end=token.idx + len(token)) for token in doc][::2]
    assert {(span.start, span.end) for span in asked} <= set(owners(doc, [], asked))


def test_an_empty_article_has_no_speakers() -> None:
    assert find_speakers(BLANK(""), []) == ()


@pytest.mark.parametrize(
    "word", ["a", "He ", "John Roe met Jane Roe. Roe said so. ", '"', "who ", "the mayor ", "Roe and "]
)
def test_time_grows_with_a_run_of_any_words(word: str) -> None:
    def given(length: int) -> tuple[Doc, list[Span]]:
        doc = Doc(BLANK.vocab, words=(word * (length // len(word))).split())
        return doc, [Span(start=doc[i].idx, end=doc[i].idx + len(doc[i])) for i in range(0, len(doc), 3) if len(doc[i])]

    assert grows_as_the_input(lambda text: find_speakers(text[0], [], text[1]), given(40_000), given(160_000))


@pytest.mark.parametrize(
    ("words", "tags", "length"),
    [
        (("Anna{}", "Tarn{}"), ("NNP", "NNP"), 2),
        (("Anna{}", "Tarn"), ("NNP", "NNP"), 2),
        (("River{}", "Bank"), ("NNP", "NNP"), 2),
        (("Anna", "Tarn", "Paul", "Tarn", "Tarn", "he"), ("NNP", "NNP", "NNP", "NNP", "NNP", "PRP"), 2),
        (("mayor", "Anna{}", "Tarn", "senator"), ("NN", "NNP", "NNP", "NN"), 0),
    ],
)
def test_time_grows_with_the_text_and_no_faster(words: tuple[str, ...], tags: tuple[str, ...], length: int) -> None:
    def seconds(times: int) -> float:
        every = [word.format(number) for number in range(times) for word in words]
        heads = [min(index + 1, len(every) - 1) for index in range(len(every))]
        doc = Doc(Vocab(), words=every, tags=[*tags] * times, deps=["nsubj"] * len(every), heads=heads)
        if length:
            doc.ents = [Entity(doc, at, at + length, label="PERSON") for at in range(0, len(every), len(words))]
        whole = Span(start=0, end=len(doc.text))
        statements = [statement(Span(start=token.idx, end=token.idx + len(token)), whole) for token in doc][::2]
        started = time.process_time()
        find_speakers(doc, statements, [])
        return time.process_time() - started

    assert seconds(1200) < 4 * seconds(600) + 0.5
