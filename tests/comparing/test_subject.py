"""What a claim counts, of whom, and how it is meant; where its sentence places it."""

from __future__ import annotations

import pytest

import tests.comparing.story_fixtures as stories
from extractor.comparing import compare
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


def test_a_phrase_of_places_is_not_cut_in_two() -> None:
    text = "Three bombs went off in Tolvan and Breck on Friday, killing 40 people and hurting 90 others."
    both = {"tolvan", "breck"}
    assert placed(text, "Three", "40", "90") == [both, both, both]


def test_a_part_is_of_the_event_of_its_whole() -> None:
    text = "A flood killed 40 people in Tolvan. Nine of them were children."
    whole = stories.claim_of(text, "c1", 14, {"text": "40", "value": 40, "event": "killed", "event_mention": "killed"})
    fact = {"text": "Nine", "value": 9, "noun": "people", "event": "other", "event_mention": "were"}
    part = stories.claim_of(text, "c2", text.index("Nine"), fact)
    found = subject_of(text, part, "affirmed", whole)
    assert (found.event, found.who) == ("killed", {"children"})


def compared(*texts: str, number: str = "40", **fact):
    """The facts told of `number` in articles of consecutive days, singles too."""
    extractions = []
    for n, text in enumerate(texts, 1):
        entry = {"id": f"a{n}", "source": f"paper {n}", "published": f"2025-03-0{n}"}
        told = {"text": number, "value": 40, "noun": "people", "event": "killed", "event_mention": number} | fact
        extractions.append(stories.extraction_of(stories.article_of(text, entry), [told]))
    return compare(extractions, singles=True)


def test_a_place_behind_the_figure_wins_over_one_before() -> None:
    (fact,) = compared(
        "The flood in Tolvan killed 40 people.",
        "Floods came to the valley in Tolvan, and 40 people died.",
        "At a hall near Vestburg the town mourned its 40 people, victims of the Tolvan flood, at noon.",
    )
    assert fact.scope == "Tolvan"


def test_an_older_disaster_is_another_fact() -> None:
    facts = compared(
        "The flood in Tolvan killed 40 people.", "In 1998 a flood in Tolvan killed 40 people. It was the worst."
    )
    assert len(facts) == 2


def test_a_country_is_the_whole_of_two_towns() -> None:
    facts = compared(
        "The flood in Tolvan, Kestria, killed 40 people.",
        "The flood in Breck, Kestria, killed 40 people.",
        "The flood in Kestria killed 40 people.",
    )
    assert sorted(fact.scope for fact in facts) == ["Breck", "Kestria", "Tolvan"]


def test_a_country_with_one_town_is_that_town() -> None:
    (fact,) = compared(
        "The flood in Tolvan, Kestria, killed 40 people.",
        "The flood in Kestria killed 40 people.",
        "The flood in Tolvan killed 40 people.",
    )
    assert len(fact.claims) == 3


def test_other_stories_stay_apart() -> None:
    facts = compared("The flood in Tolvan killed 40 people.", "A gunman in Lannick killed 40 people.")
    assert len(facts) == 2


def test_things_are_of_one_fact_only_where_sentences_are_alike() -> None:
    money = {"kind": "money", "unit": "USD", "noun": "profit", "event": "money"}
    other_firms = compared(
        "Norgas had a profit of $40 million in the spring, its best.",
        "Blue Strait Lines sold a ferry, and its profit was $40 million.",
        number="$40 million",
        **money,
    )
    assert len(other_firms) == 2
    (one_firm,) = compared(
        "Norgas had a profit of $40 million in the spring, its best.",
        "In the spring Norgas had its best profit, $40 million.",
        number="$40 million",
        **money,
    )
    assert one_firm.agreement == "same"
