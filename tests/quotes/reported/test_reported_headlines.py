"""Headlines whose source the model does not know for a name. No model."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc, Span

from extractor.quotes.reported import find

VOCAB = English().vocab
HEADLINE = "Burr : Nobody pays for dams"
STORY = "\n\n Orlo Burr spoke ."


def parsed(*, headline: str = HEADLINE, label: str = "PERSON", before: int = 0) -> Doc:
    words = [*["so", "\n\n"] * before, *headline.split(), *STORY.split(" ")]
    tags = ["NNP" if word[0].isupper() else "_SP" if word[0] == "\n" else "NN" for word in words]
    doc = Doc(VOCAB, words=words, tags=tags, heads=list(range(len(words))), deps=["ROOT"] * len(words))
    doc.ents = [Span(doc, len(words) - 4, len(words) - 2, label=label)]
    return doc


def told(doc: Doc) -> list[str]:
    return [s.source.of(doc.text) for s in find(doc, ()) if s.found_by == "reported.headline" and s.source]


def test_whoever_the_story_names_speaks_in_its_headline() -> None:
    assert told(parsed()) == ["Burr"]


@pytest.mark.parametrize("label", ["GPE", "DATE"])
def test_a_place_or_a_day_of_the_story_does_not(label: str) -> None:
    assert told(parsed(label=label)) == []


def test_a_word_that_names_nobody_does_not() -> None:
    assert told(parsed(headline="Recipe : Nobody pays for dams")) == []


def test_a_line_far_down_is_no_headline() -> None:
    assert told(parsed(before=40)) == []
