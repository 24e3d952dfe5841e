"""Every sieve does what its examples say, and nothing in its counter-examples; the loop lets the first answer stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from spacy.tokens import Doc

from extractor.quotes import direct
from extractor.quotes.direct.sieve import Attribution, Sieve, Solved
from extractor.quotes.kinds import sort_segments
from extractor.quotes.marks import find_segments, paragraphs
from extractor.records import Span, Statement

SIEVES = tuple({sieve.name: sieve for sieve in (*direct.STRONG, *direct.BOLD)}.values())


def told(text: str, statement: Statement) -> str:
    if statement.speaker_mention:
        source = "< " + statement.speaker_mention.of(text)
    else:
        source = statement.source.of(text) if statement.source else "-"
    words = " ".join(statement.content[0].of(text).split()[:3])
    return f"{source} | {statement.cue.text if statement.cue else '-'} | {words}"


def solved_by(sieve: Sieve, doc: Doc) -> list[str]:
    """What one sieve solves after the sure ones, without those beside it and without reported speech."""
    text = doc.text
    words = sort_segments(text, find_segments(text).segments)["words"]
    scene = direct.Scene(doc, text, paragraphs(text), words)
    before = direct.STRONG[: direct.STRONG.index(sieve)] if sieve in direct.STRONG else direct.STRONG
    statements = direct.statements_of(scene, direct.run(scene, (*before, sieve), {}))
    return [told(text, statement) for statement in statements if statement.found_by == sieve.name]


@pytest.mark.parametrize(
    ("sieve", "text", "expected"),
    [(s, text, e) for s in SIEVES for text, e in s.examples.items()],
    ids=lambda x: getattr(x, "name", None),
)
def test_examples(sieve: Sieve, text: str, expected: str, parse: Callable[[str], Doc]) -> None:
    assert " / ".join(solved_by(sieve, parse(text))) == expected


@pytest.mark.parametrize(
    ("sieve", "text"),
    [(s, text) for s in SIEVES for text in s.counter_examples],
    ids=lambda x: getattr(x, "name", None),
)
def test_counter_examples(sieve: Sieve, text: str, parse: Callable[[str], Doc]) -> None:
    assert solved_by(sieve, parse(text)) == []


def test_names_say_their_room() -> None:
    names = [sieve.name for sieve in SIEVES]
    assert all(name.startswith("direct.") for name in names)
    assert len({id(sieve) for sieve in (*direct.STRONG, *direct.BOLD)}) == len(names)


def test_the_first_answer_stands(parse: Callable[[str], Doc]) -> None:
    text = '"We left."'
    scene = direct.Scene(parse(text), text, paragraphs(text), find_segments(text).segments)

    def answering(confidence: float) -> Sieve:
        def find(scene: direct.Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
            yield 0, Attribution(source=Span(start=0, end=1), confidence=confidence)

        return Sieve(name=f"direct.test-{confidence}", examples={"a": "b"}, find=find)

    found = direct.run(scene, (answering(0.9), answering(0.1)), {})
    assert found[0][0] == "direct.test-0.9"
    assert direct.statements_of(scene, found)[0].confidence == 0.9


def test_a_rule_without_an_example_does_not_load() -> None:
    with pytest.raises(ValueError, match="no example"):
        Sieve(name="direct.none", examples={}, find=lambda scene, solved: iter(()))
