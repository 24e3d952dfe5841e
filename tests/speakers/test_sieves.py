from __future__ import annotations

import pytest

from extractor.speakers.resolve import who_is_meant
from extractor.speakers.sieves import SIEVES
from tests.speakers.speaker_notation import marked

EXAMPLES = [(sieve.name, text, name) for sieve in SIEVES for text, name in sieve.examples.items()]
COUNTER_EXAMPLES = [(sieve.name, text) for sieve in SIEVES for text in sieve.counter_examples]


def answer(parse, text: str) -> tuple[str, str]:
    example = marked(text)
    scene, _ = who_is_meant(parse(example.text), example.statements, ())
    actor, sieve = scene.solved[example.asked]
    return actor.name, sieve


@pytest.mark.parametrize(("sieve", "text", "name"), EXAMPLES)
def test_a_sieve_finds_the_speaker_of_its_examples(parse, sieve: str, text: str, name: str) -> None:
    assert answer(parse, text) == (name, sieve)


@pytest.mark.parametrize(("sieve", "text"), COUNTER_EXAMPLES)
def test_a_sieve_leaves_its_counter_examples_to_others(parse, sieve: str, text: str) -> None:
    assert answer(parse, text)[1] != sieve


def test_every_sieve_has_a_counter_example() -> None:
    assert [sieve.name for sieve in SIEVES if not sieve.counter_examples] == []
