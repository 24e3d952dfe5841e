"""The lexicon of reporting cues: its forms, its table lookup, and that every number in it can be one."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from extractor.quotes import cues

VOCAB = English().vocab


def word(text: str, tag: str) -> cues.CueEntry | None:
    return cues.entry(Doc(VOCAB, words=[text], tags=[tag])[0])


@pytest.mark.parametrize(
    ("text", "tag", "lemma"),
    [
        ("said", "VBD", "say"),
        ("Says", "VBZ", "say"),
        ("told", "VBN", "tell"),
        ("wrote", "VBD", "write"),
        ("denies", "VBZ", "deny"),
        ("denied", "VBD", "deny"),
        ("admitting", "VBG", "admit"),
        ("agreed", "VBD", "agree"),
        ("stressing", "VBG", "stress"),
        ("stresses", "VBZ", "stress"),
        ("acknowledging", "VBG", "acknowledge"),
        ("thought", "VBD", "think"),
        ("statements", "NNS", "statement"),
        ("confident", "JJ", "confident"),
    ],
)
def test_inflected_forms_find_their_entry(text: str, tag: str, lemma: str) -> None:
    found = word(text, tag)
    assert found is not None
    assert found.lemma == lemma


@pytest.mark.parametrize(
    ("text", "tag"), [("poured", "VBD"), ("said", "NN"), ("table", "NN"), ("", "_SP"), ("the", "DT")]
)
def test_other_words_have_none(text: str, tag: str) -> None:
    assert word(text or " ", tag) is None


@pytest.mark.parametrize("text", ["said", "told", "added", "wrote", "announced", "replied", "joked", "warned"])
def test_verbs_that_stand_beside_a_quotation(text: str) -> None:
    found = word(text, "VBD")
    assert found is not None
    assert found.introduces_speech
    assert found.mode == "speech"


@pytest.mark.parametrize(("text", "mode"), [("wants", "attitude"), ("believes", "thought"), ("supports", "attitude")])
def test_thought_and_attitude_introduce_no_speech(text: str, mode: str) -> None:
    found = word(text, "VBZ")
    assert found is not None
    assert found.mode == mode
    assert not found.introduces_speech


def test_an_unknown_use_of_a_known_word_is_improbable() -> None:
    found = word("said", "VBD")
    assert found is not None
    assert found.probability("that") > 0.9
    assert found.probability("underneath") == 0.0


def test_every_probability_is_one() -> None:
    for table in cues.forms().values():
        for made in table.values():
            assert made.frames
            assert all(0.0 < p < 1.0 for p in made.frames.values()), made.lemma
