"""Who really vouches: named sources once, copies never, a paper's own word where it names nobody."""

from __future__ import annotations

import tests.comparing.story_fixtures as stories
from extractor.comparing import compare
from extractor.comparing.vouching import name_words


def told(text: str, id_: str, source: str | None = None, agency: str | None = None, by: str | None = None):
    entry = {"id": id_, "source": source, "agency": agency, "published": f"2025-03-0{id_[-1]}"}
    fact = {"text": "Nine", "value": 9, "noun": "people", "event": "killed", "event_mention": "killed"}
    if by:
        fact["source"] = by
    return stories.extraction_of(stories.article_of(text, entry), [fact])


def sources(*extractions) -> int:
    (fact,) = compare(extractions)
    assert len(fact.claims) == len(extractions)
    return fact.independent_sources


LONG = (
    "Nine people were killed when a roof fell in Tolvan, {}. The hall had been built by the town in a hard winter and "
    "was to be torn down in the spring, when a new one beside the river would have been ready for the market women."
)


def test_one_source_in_three_papers_is_one() -> None:
    texts = ["police said in {}", "according to police, writes {}", "police told {}"]
    papers = ["the Star", "the Courier", "the Mail"]
    given = [f"Nine people were killed in Tolvan, {t.format(p)}." for t, p in zip(texts, papers, strict=True)]
    assert sources(*(told(text, f"a{n}", f"P{n}", by="police") for n, text in enumerate(given, 1))) == 1


def test_two_papers_of_their_own_word_are_two() -> None:
    assert (
        sources(
            told("Nine people were killed in Tolvan when a roof fell.", "a1", "Star"),
            told("A roof fell in Tolvan. Nine people were killed.", "a2", "Courier"),
        )
        == 2
    )


def test_one_agency_in_two_papers_is_one() -> None:
    assert (
        sources(
            told("Nine people were killed in Tolvan when a roof fell.", "a1", "Star", "Coastwire"),
            told("A roof fell in Tolvan. Nine people were killed.", "a2", "Courier", "Coastwire"),
        )
        == 1
    )


def test_a_copy_whose_agency_nobody_names_is_one() -> None:
    first, second = LONG.format("it was learned"), LONG.format("it became known")
    assert sources(told(first, "a1", "Star"), told(second, "a2", "Courier")) == 1


def test_a_paper_that_names_its_source_does_not_vouch_itself() -> None:
    assert (
        sources(
            told("Nine people were killed in Tolvan, police said.", "a1", "Star", by="police"),
            told("A roof fell in Tolvan. Nine people were killed.", "a2", "Star"),
        )
        == 1
    )


def test_a_source_under_a_longer_name_is_the_same() -> None:
    assert (
        sources(
            told(
                "Nine people were killed in Tolvan, the interior ministry said.",
                "a1",
                "Star",
                by="the interior ministry",
            ),
            told(
                "Nine people were killed in Tolvan, Kestria's interior ministry said.",
                "a2",
                "Courier",
                by="Kestria's interior ministry",
            ),
        )
        == 1
    )
    assert name_words("the Ostrian embassy") == name_words("the embassy of Ostria")
