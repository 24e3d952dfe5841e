"""Every pattern does what its own examples say, and nothing in its counter-examples."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractor.quotes.reported import find
from extractor.quotes.reported.candidate import Pattern
from extractor.quotes.reported.rules import PATTERNS
from extractor.records import Statement

Parse = Callable[[str], Doc]


def shown(statement: Statement, text: str) -> str:
    """A statement in the rules' own notation."""
    source = statement.source.of(text) if statement.source else "-"
    cue = statement.cue.text if statement.cue else "-"
    return f"{source} | {cue} | {' / '.join(span.of(text) for span in statement.content)}"


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [pytest.param(p, text, want, id=f"{p.name}: {text}") for p in PATTERNS for text, want in p.examples.items()],
)
def test_examples(parse: Parse, pattern: Pattern, text: str, expected: str) -> None:
    doc = parse(text)
    assert [shown(s, text) for s in find(doc, ()) if s.found_by == pattern.name] == [expected]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [pytest.param(p, text, id=f"{p.name}: {text}") for p in PATTERNS for text in p.counter_examples],
)
def test_counter_examples(parse: Parse, pattern: Pattern, text: str) -> None:
    assert not [shown(s, text) for s in find(parse(text), ()) if s.found_by == pattern.name]


def test_names_are_unique() -> None:
    names = [p.name for p in PATTERNS]
    assert len(names) == len(set(names))
