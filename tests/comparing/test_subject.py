"""What a claim counts, of whom, and how it is meant; where its sentence places it."""

from __future__ import annotations

import pytest
import story_fixtures as stories

from extractor.comparing.subject import subject_of
from extractor.comparing.telling import tellings_of


def subject(
    text: str, number: str = "Nine", noun: str | None = "people", hedge: str | None = None, polarity="affirmed"
):
    fact = {"text": number, "value": 9, "noun": noun, "event": "killed", "event_mention": number}
    if hedge:
        fact["hedge"] = hedge
    return subject_of(text, stories.claim_of(text, "c1", text.index(number), fact), polarity)


@pytest.mark.parametrize(
    ("text", "noun", "who"),
    [
        ("Nine people died.", "people", set()),
        ("Nine Kestrians died.", "Kestrians", {"^kestr"}),
        ("Nine Kestrian engineers died.", "engineers", {"^kestr"}),
        ("Nine children died.", "children", {"children"}),
        ("Nine embassy staff died.", "staff", {"staff"}),
        ("Nine of the dead in Tolvan were children.", "children", {"children"}),
        ("Nine miners died.", "miners", set()),
    ],
)
def test_whom_a_figure_is_of(text: str, noun: str, who: set[str]) -> None:
    assert subject(text, noun=noun).who == who


def test_miners_may_be_all_who_died() -> None:
    assert subject("Nine miners died.", noun="miners").crowd == subject("Nine miner died.", noun="miner").crowd
    assert subject("Nine people died.").crowd is None


@pytest.mark.parametrize(
    ("text", "hedge", "polarity", "modality"),
    [
        ("Nine people died.", None, "affirmed", "stated"),
        ("Nine people reportedly died.", "reportedly", "affirmed", "stated"),
        ("Nine people may have died.", "may", "affirmed", "open"),
        ("It was feared that Nine people died.", "feared", "affirmed", "open"),
        ("Nine people died.", None, "non_factive", "open"),
        ("Nine people died.", None, "negated", "denied"),
        ("Another Nine people died.", None, "affirmed", "more"),
        ("Nine more people died.", None, "affirmed", "more"),
    ],
)
def test_how_a_figure_is_meant(text: str, hedge: str | None, polarity: str, modality: str) -> None:
    assert subject(text, hedge=hedge, polarity=polarity).modality == modality


def placed(text: str, *numbers: str) -> list[set[str]]:
    """The places of each claim, numbers in text order."""
    entry = {"id": "a", "source": None, "published": "2025-03-03"}
    facts = [{"text": n, "value": 9, "event": "killed", "event_mention": n} for n in numbers]
    extraction = stories.extraction_of(stories.article_of(text, entry), facts)
    return [
        {name.key for names in (t.setting.named, *t.setting.near) for name in names if name.where and not name.said}
        for t in tellings_of(extraction)
    ]


def test_each_figure_has_the_place_beside_it() -> None:
    assert placed("The blasts killed 247 people in Tolvan and 10 in Breck.", "247", "10") == [{"tolvan"}, {"breck"}]
    assert placed("In Tolvan 12 died and in Breck 30 were hurt.", "12", "30") == [{"tolvan"}, {"breck"}]


def test_figures_without_a_place_share_the_one_before() -> None:
    both = {"tolvan", "breck"}
    assert placed("Bombs in Tolvan and Breck killed 257 and hurt 5,000.", "257", "5,000") == [both, both]


def test_figures_without_a_place_share_the_one_behind() -> None:
    assert placed("So far 40 have died and 90 are hurt in Tolvan.", "40", "90") == [{"tolvan"}, {"tolvan"}]


def test_there_is_the_place_of_the_sentence_before() -> None:
    assert placed("The roof fell in Tolvan.\n\nNo less than 40 died there.", "40") == [{"tolvan"}]
