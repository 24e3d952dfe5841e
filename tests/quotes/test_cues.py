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


def likelihood(text: str, tag: str, frame: str) -> float:
    return cues.probability(cues.PARTS[tag[:2]], word(text, tag), frame)


def test_the_words_own_number_beats_that_of_its_kind() -> None:
    assert likelihood("said", "VBD", "that") > 0.8
    assert likelihood("helped", "VBD", "that") < likelihood("said", "VBD", "that")


def test_a_word_leans_where_it_has_no_number_of_its_own() -> None:
    assert likelihood("said", "VBD", "underneath") > likelihood("poured", "VBD", "underneath")


def test_no_construction_is_certain_or_impossible() -> None:
    assert 0.0 < likelihood("said", "VBD", "underneath") < 0.5
    assert 0.0 < likelihood("walls", "NNS", "underneath") < 0.5


@pytest.mark.parametrize("text", ["denied", "declined", "refused", "disputed"])
def test_words_that_deny_or_withhold(text: str) -> None:
    found = word(text, "VBD")
    assert found is not None
    assert found.negative


def test_every_number_is_a_probability() -> None:
    words = cues.cue_list()
    for made in words.prior.values():
        assert all(0.0 < p < 1.0 for p in made.values())
    for table in (words.verb, words.noun, words.adjective):
        for lemma, line in table.items():
            assert all(0.0 < p < 1.0 for p in line.takes.values()), lemma
