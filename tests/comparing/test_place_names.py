"""Names and what they say about places; no model."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.comparing.names import key_of, names_of
from extractor.comparing.places import Gazetteer, is_people_of, scope_key
from extractor.comparing.wording import sentences, stem, words


def names(text: str):
    return names_of(text, words(text, 0, len(text)))


def places(text: str) -> list[str]:
    return [name.key for name in names(text) if name.where and not name.said]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bombs went off in Tolvan and Breck.", ["tolvan", "breck"]),
        (
            "A fire at Dar-el-Mar, Kestria, and in Breck, Ostria, killed nine.",
            ["dar el mar", "kestria", "breck", "ostria"],
        ),
        ("It sank off the northern port city of Ansel on Monday.", ["ansel"]),
        ("It hit Breck, in the Kestrian capital, Tolvan.", ["tolvan"]),
        ("The flood in Tolvan, the Kestrian capital, and Breck killed ten.", ["tolvan", "breck"]),
        ("Hundreds were evacuated from Tolvan.", ["tolvan"]),
        ("People from Tolvan came.", []),
        ("The mayor said in Vestburg that ten had died.", []),
        ("Bombs at U.S. and Ostrian embassies killed ten.", []),
        ("The Tolvan flood killed ten.", []),
        ("It capsized off Ansel, Rhea Stoll said.", ["ansel"]),
        ("It happened in March.", []),
        ("In Breck nine people died.", ["breck"]),
    ],
)
def test_which_names_are_places(text: str, found: list[str]) -> None:
    assert places(text) == found


def test_places_of_one_phrase_belong_together() -> None:
    chains = {name.chain for name in names("Blasts in Tolvan, Breck and Ansel killed ten.") if name.where}
    assert len(chains) == 1


def test_key_of_a_name() -> None:
    assert key_of("Dar-el-Mar’s") == "dar el mar"
    assert key_of("The Lannick Islands") == "lannick islands"
    assert key_of("U.S.") == "us"


@pytest.mark.parametrize(
    ("people", "place", "so"),
    [
        ("kestrian", "kestria", True),
        ("ostrians", "ostria", True),
        ("sorvanese", "sorvan", True),
        ("kestria", "kestria", False),
        ("kestrel", "kestria", False),
        ("tolvan", "toldor", False),
    ],
)
def test_names_of_peoples(people: str, place: str, so: bool) -> None:
    assert is_people_of(people, place) is so


def gazetteer(*texts: str) -> Gazetteer:
    found = Gazetteer()
    for text in texts:
        found.learn(names(text))
    return found


def test_what_lies_in_what_is_learned_from_the_articles() -> None:
    assert gazetteer("It happened in Tolvan, Kestria.").parents() == {"tolvan": "kestria"}
    assert gazetteer("It happened in Kestria.", "It hit the Kestrian capital, Tolvan.").parents() == {
        "tolvan": "kestria"
    }
    assert gazetteer("It happened in Tolvan, the capital of Kestria.", "It is in Kestria.").parents() == {
        "tolvan": "kestria"
    }
    assert gazetteer("It happened in Tolvan, Breck and Ansel.").parents() == {}


def test_a_country_stands_for_its_one_place_and_not_for_two() -> None:
    parents = {"tolvan": "kestria", "breck": "kestria"}
    alone, both = {"kestria": 1}, {"kestria": 2}
    assert scope_key(["tolvan"], parents, alone) == scope_key(["kestria"], parents, alone)
    assert scope_key(["tolvan"], parents, both) != scope_key(["kestria"], parents, both)
    assert scope_key(["tolvan", "kestria"], parents, both) == scope_key(["tolvan"], parents, both)


def test_places_that_lie_in_each_other_end() -> None:
    assert scope_key(["a"], {"a": "b", "b": "a"}, {"a": 1, "b": 1})


def test_sentences_and_lines() -> None:
    text = "Mr. Stoll of the U.S. Navy came. He left.\n\nTOLVAN:\nDead: 9\nand more\nHurt: 4"
    assert [text[s.start : s.end] for s in sentences(text, 0, len(text))] == [
        "Mr. Stoll of the U.S. Navy came.",
        "He left.",
        "TOLVAN:",
        "Dead: 9\nand more",
        "Hurt: 4",
    ]
    assert [s.paragraph for s in sentences(text, 0, len(text))] == [0, 0, 1, 1, 1]


def test_stems() -> None:
    assert len({stem(word) for word in ("bomb", "Bombs", "bombing", "bombings", "bombed", "bomb’s")}) == 1
    assert stem("us") == "us"


@given(st.text())
def test_any_text_has_sentences_words_and_names(text: str) -> None:
    parts = sentences(text, 0, len(text))
    assert all(a.end <= b.start for a, b in pairwise(parts))
    for word in words(text, 0, len(text)):
        assert text[word.start : word.end] == word.text
    for name in names(text):
        assert name.start < name.end


@pytest.mark.parametrize("piece", ["\n", ".", "A ", '."', "\n ", "A, ", "and A ", "A.A.", "in A, B, and "])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    for part in sentences(text, 0, len(text)):
        names_of(text, words(text, part.start, part.end))
