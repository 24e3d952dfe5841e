"""Input made to be slow: long lines, thousands of claims in one sentence, thousands of articles of one story."""

from __future__ import annotations

import pytest

import tests.comparing.story_fixtures as stories
from extractor.comparing import compare, speakers_across
from tests.growth import grows_as_the_input

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
    few, many = ([claims_in(piece * count, count)] for count in (750, 3000))
    assert grows_as_the_input(compare, few, many)
    (fact,) = compare(many)
    assert len(fact.claims) == 3000


def test_thousands_of_articles_of_one_story() -> None:
    text = "The flood in Tolvan killed 40 people, officials said on Sunday."
    one = claims_in(text, 1)
    few, many = ([told(one, n) for n in range(count)] for count in (750, 3000))
    assert grows_as_the_input(compare, few, many)
    assert grows_as_the_input(speakers_across, few, many)
    (fact,) = compare(many)
    assert len(fact.claims) == 3000


def told(one, n: int):
    """The same extraction of the `n`-th article."""
    article = stories.replace(one.article, id=f"a{n}", sha256=f"{n}", published=f"2025-03-{1 + n % 28:02}")
    return stories.replace(one, article=article)
