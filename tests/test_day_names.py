"""A day that the parser has made part of the name behind it."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from extractor.day_names import days_apart

VOCAB = spacy.blank("en").vocab
WORDS = ["On", "Monday", "Ann", "Orlo", "said", "so", "."]
TAGS = ["IN", "NNP", "NNP", "NNP", "VBD", "RB", "."]


def parsed(words=WORDS, tags=TAGS, heads=(4, 3, 3, 4, 4, 4, 4), name="nsubj", ents=("O", "B-DATE", "I-DATE", "I-DATE", "O", "O", "O")):  # fmt: skip
    deps = ["prep", "compound", "compound", name, "ROOT", "advmod", "punct"]
    return Doc(VOCAB, words=words, tags=tags, heads=list(heads), deps=deps, ents=list(ents))


def tree(doc):
    return [(token.dep_, token.head.i) for token in doc]


def test_the_day_becomes_the_date_of_its_preposition():
    doc = days_apart(parsed())
    assert tree(doc)[:5] == [("prep", 4), ("pobj", 0), ("compound", 3), ("nsubj", 4), ("ROOT", 4)]
    assert [(e.text, e.label_) for e in doc.ents] == [("Monday", "DATE"), ("Ann Orlo", "PERSON")]
    assert [t.i for t in doc[3].subtree] == [2, 3]


def test_a_name_that_hangs_on_the_preposition_becomes_the_subject_again():
    doc = days_apart(parsed(heads=(4, 3, 3, 0, 4, 4, 4), name="pobj"))
    assert tree(doc)[:5] == [("prep", 4), ("pobj", 0), ("compound", 3), ("nsubj", 4), ("ROOT", 4)]
    assert [t.i for t in doc[0].subtree] == [0, 1]


def test_a_name_that_the_entity_has_left_alone_keeps_its_label():
    doc = days_apart(parsed(ents=("O", "B-DATE", "B-ORG", "I-ORG", "O", "O", "O")))
    assert [(e.text, e.label_) for e in doc.ents] == [("Monday", "DATE"), ("Ann Orlo", "ORG")]


@pytest.mark.parametrize(
    "changed",
    [
        {"words": ["The", *WORDS[1:]]},
        {"words": ["On", "Monday", "Mirror", *WORDS[3:]]},
        {"words": ["On", "Mondays", *WORDS[2:]]},
        {"tags": ["IN", "NNP", "NN", *TAGS[3:]]},
        {"tags": [*TAGS[:4], "NN", *TAGS[5:]]},
        {"name": "dobj"},
    ],
    ids=["no preposition", "a newspaper", "no day", "a compound noun", "no verb", "no subject"],
)
def test_what_is_right_or_unclear_stays_as_it_is(changed):
    doc = parsed(**changed)
    before = tree(doc), [(e.text, e.label_) for e in doc.ents]
    days_apart(doc)
    assert (tree(doc), [(e.text, e.label_) for e in doc.ents]) == before


@pytest.mark.parametrize("day", ["On Monday", "On Wednesday", "On Friday", "On Sunday", "In October"])
@pytest.mark.parametrize("name", ["Mayor Ann Orlo", "Corwin Vash", "Smith", "officials", "the governor"])
def test_the_speaker_is_without_the_day_and_the_day_is_when_it_was_said(day, name, model):
    from extractor import extract  # noqa: PLC0415

    text = f"{day} {name} said the plan was dead and that nobody would pay for it."
    found = extract(text, published="2024-05-07", model=model)
    assert [quote.source.text for quote in found.quotes] == [name]
    assert [quote.date for quote in found.quotes] == ["d1"]


@pytest.mark.parametrize(
    "text",
    [
        "On Thursday rebels set free to 12 towns returned home, killing 4 people, he said.",
        "On Sunday drivers made homeless when 12 homes burned and 300 cars earlier were released.",
        'On Sunday drivers made homeless as 5 said "no way out" earlier were released.',
        "On Thursday rebels set free returned home, and 12 died.",
    ],
)
def test_no_word_hangs_on_itself(text, model):
    for token in model.nlp(text):
        above = token
        for _ in range(len(text)):
            if above.head.i == above.i:
                break
            above = above.head
        assert above.dep_ == "ROOT"
