"""Every rule's own examples, read from Monday, 6 May 2024, without a parse."""

from __future__ import annotations

import re
from datetime import date

import pytest

from extractor.dates.grammar import TemporalRule
from extractor.dates.reading import read
from extractor.dates.rules import ALL
from extractor.records import Timex

PUBLISHED = date(2024, 5, 6)
MARKS = re.compile(r"[\[\]]")


def by_rule(text: str, rule: TemporalRule) -> list[Timex]:
    return [timex for timex in read(text, PUBLISHED) if timex.found_by == f"dates.{rule.name}"]


def notation(timex: Timex) -> str:
    return " ".join(part for part in (timex.type, timex.value, timex.mod) if part)


EXAMPLES = [
    pytest.param(rule, text, want, id=f"{rule.name}: {text}") for rule in ALL for text, want in rule.examples.items()
]
COUNTER = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in ALL for text in rule.counter_examples]


@pytest.mark.parametrize(("rule", "text", "want"), EXAMPLES)
def test_example(rule: TemporalRule, text: str, want: str) -> None:
    plain = MARKS.sub("", text)
    marked = re.findall(r"\[(.*?)\]", text) or [plain]
    found = by_rule(plain, rule)
    assert "; ".join(notation(timex) for timex in found) == want
    if want:
        assert [timex.text for timex in found] == marked


@pytest.mark.parametrize(("rule", "text"), COUNTER)
def test_counter_example(rule: TemporalRule, text: str) -> None:
    assert by_rule(text, rule) == []


def test_names_are_unique() -> None:
    names = [rule.name for rule in ALL]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_confidence_is_a_share(rule: TemporalRule) -> None:
    assert 0 < rule.confidence <= 1
