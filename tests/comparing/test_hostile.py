"""Input made to be slow: long lines, thousands of claims in one sentence, thousands of articles of one story."""

from __future__ import annotations

import time

import pytest

import tests.comparing.story_fixtures as stories
from extractor.comparing import compare, speakers_across

ENTRY = {"id": "a", "source": None, "published": "2025-03-03"}
FACT = {"text": "40", "value": 40, "noun": "people", "event": "killed", "event_mention": "40"}


def claims_in(text: str, count: int):
    """An extraction with `count` claims, as far apart as they are in the text."""
    extraction = stories.extraction_of(stories.article_of(text, ENTRY), [])
    places, at = [], 0
    for _ in range(count):
        at = text.index("40", at)
        places.append(at)
        at += 2
    made = (stories.claim_of(text, f"c{n}", at, FACT | {"event_mention": "40"}) for n, at in enumerate(places, 1))
    return stories.replace(extraction, claims=tuple(made))


@pytest.mark.parametrize(
    "piece", ["40 ", "In Tolvan 40 and ", "40 people died there, ", "40 died in 1998, ", "Tolvan, 40, "]
)
def test_thousands_of_claims_in_one_sentence(piece: str, monkeypatch) -> None:
    monkeypatch.setattr(stories, "span", lambda text, words, near: None)
    extraction = claims_in(piece * 3000, 3000)
    started = time.process_time()
    (fact,) = compare([extraction])
    assert len(fact.claims) == 3000
    assert time.process_time() - started < 10


def test_thousands_of_articles_of_one_story() -> None:
    text = "The flood in Tolvan killed 40 people, officials said on Sunday."
    one = claims_in(text, 1)
    many = [
        stories.replace(
            one, article=stories.replace(one.article, id=f"a{n}", sha256=f"{n}", published=f"2025-03-{1 + n % 28:02}")
        )
        for n in range(3000)
    ]
    started = time.process_time()
    (fact,) = compare(many)
    speakers_across(many)
    assert len(fact.claims) == 3000
    assert time.process_time() - started < 10
