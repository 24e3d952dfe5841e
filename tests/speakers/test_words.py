from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from extractor.lexicon import LexiconError, read
from extractor.speakers import find_speakers
from extractor.speakers.words import OWN, WORDS, SpeakerWords, merged
from tests.speakers.speaker_notation import marked

OWN_FILE = """
[first_names]
female = "tovah"

[people."Paul Weller"]
aliases = ["Wello"]
roles = ["the bard of Woking"]
gender = "male"
"""


@pytest.fixture
def taught(tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text(OWN_FILE, encoding="utf-8")
    return merged(*OWN, read(file, SpeakerWords))


def speaker(parse: Callable[[str], Doc], text: str, known) -> str:
    example = marked(text)
    found = find_speakers(parse(example.text), example.statements, known=known)
    (name,) = (
        s.name for s in found for m in s.mentions if (m.start, m.end) == (example.asked.start, example.asked.end)
    )
    return name


def test_no_first_name_stands_twice() -> None:
    names = OWN[1].first_names
    every = [*names.female.split(), *names.male.split(), *names.either.split()]
    assert len(set(every)) == len(every)


def test_words_are_folded_as_names_are() -> None:
    table = tomllib.loads(Path("extractor/speakers/words.toml").read_text(encoding="utf-8"))
    strings = [value for value in table.values() if isinstance(value, str)]
    assert [word for text in strings for word in text.split() if "." in word or word != word.lower()] == []


def test_a_readers_first_name_tells_a_gender(parse, taught) -> None:
    text = "Tovah Brandt met Laura Stone and Tom Holt on Monday. Holt left. [She] said no."
    assert "tovah" not in WORDS.gender_of_name
    assert speaker(parse, text, taught) == "Tovah Brandt"


def test_a_readers_alias_and_role_name_the_person(parse, taught) -> None:
    assert speaker(parse, "[Wello] said no to the offer.", taught) == "Paul Weller"
    text = "Paul Weller met Tom Holt on Monday. Holt left the room. [The bard of Woking] said no."
    assert speaker(parse, text, taught) == "Paul Weller"
    assert speaker(parse, text, WORDS) == "The bard of Woking"


def test_an_unknown_key_is_named(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[people."Paul Weller"]\nsex = "m"\n', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"mine\.toml: people / Paul Weller / sex"):
        read(file, SpeakerWords)
