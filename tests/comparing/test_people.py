"""The same speaker across articles; cautious with shared surnames."""

from __future__ import annotations

from dataclasses import replace

import tests.comparing.story_fixtures as stories
from extractor.comparing.people import name_key, speakers_across
from extractor.records import Extraction, Mention, Quote, Span, Speaker


def article(id_: str, day: str, text: str, *speakers: tuple[str, str, str]) -> Extraction:
    """An extraction in which each (kind, name, words) says the words, which stand in the text."""
    entry = {"id": id_, "source": f"paper of {id_}", "published": day}
    made, quotes = [], []
    for n, (kind, name, words) in enumerate(speakers, 1):
        at = text.index(name)
        mention = Mention(start=at, end=at + len(name), text=name, form="name")
        made.append(Speaker(id=f"s{n}", name=name, kind=kind, mentions=(mention,)))
        start = text.index(words)
        quotes.append(
            Quote(
                id=f"q{n}",
                kind="direct",
                mode="speech",
                polarity="affirmed",
                content=(Span(start=start, end=start + len(words)),),
                text=words,
                quoted=(),
                speaker=f"s{n}",
                source=None,
                cue=None,
                according_to=None,
                within=None,
                addressee=None,
                date=None,
                found_by="hand",
                confidence=1.0,
            )
        )
    empty = stories.extraction_of(stories.article_of(text, entry), [])
    return replace(empty, speakers=tuple(made), quotes=tuple(quotes))


FIRST = article(
    "a", "2025-03-01", "The Tolvan plan is dead. “One,” Hedda Prosk said.", ("person", "Hedda Prosk", "One")
)
LATER = article(
    "b", "2025-03-02", "The Tolvan plan lives. “Two,” Dr Hedda R. Prosk said.", ("person", "Hedda R. Prosk", "Two")
)
SURNAME = article("c", "2025-03-03", "The Tolvan plan again. “Three,” Prosk said.", ("person", "Prosk", "Three"))
OTHER = article("d", "2025-03-04", "The Tolvan plan. “Four,” Ivo Prosk said.", ("person", "Ivo Prosk", "Four"))
STRANGER = article("e", "2025-03-05", "Weather in Breck. “Five,” Prosk said.", ("person", "Prosk", "Five"))


def said(*extractions: Extraction) -> dict[str, list[str]]:
    return {speaker.name: [quote.text for quote in speaker.quotes] for speaker in speakers_across(extractions)}


def test_a_full_name_is_one_person_and_quotes_stand_in_order() -> None:
    assert said(LATER, FIRST) == {"Hedda R. Prosk": ["One", "Two"]}
    (speaker,) = speakers_across([LATER, FIRST])
    assert speaker.aliases == ("Hedda Prosk",)
    assert speaker.articles == ("a", "b")


def test_a_surname_joins_its_only_full_name_where_something_else_agrees() -> None:
    assert said(FIRST, SURNAME) == {"Hedda Prosk": ["One", "Three"]}
    assert said(FIRST, STRANGER) == {"Hedda Prosk": ["One"], "Prosk": ["Five"]}


def test_a_shared_surname_joins_nobody() -> None:
    assert said(FIRST, OTHER, SURNAME) == {"Hedda Prosk": ["One"], "Prosk": ["Three"], "Ivo Prosk": ["Four"]}


def test_two_bare_surnames_stay_apart() -> None:
    assert len(speakers_across([SURNAME, STRANGER])) == 2


def test_whoever_has_no_name_cannot_be_known_again() -> None:
    officials = article("f", "2025-03-05", "“Six,” police officials said.", ("unnamed", "police officials", "Six"))
    assert said(officials) == {}


def test_a_person_and_a_body_of_one_name_stay_apart() -> None:
    body = article("g", "2025-03-05", "“Seven,” Hedda Prosk said.", ("organization", "Hedda Prosk", "Seven"))
    assert len(speakers_across([FIRST, body])) == 2


def test_name_keys() -> None:
    assert name_key("Dr. Hedda R. Prosk Jr.") == ("hedda", "prosk")
    assert name_key("The Blue Strait Lines") == ("blue", "strait", "lines")


def test_a_surname_may_be_that_of_the_one_whom_everybody_names() -> None:
    many = [replace(FIRST, article=replace(FIRST.article, id=f"m{n}", sha256=f"m{n}")) for n in range(8)]
    assert said(*many, OTHER, SURNAME)["Hedda Prosk"][-1] == "Three"
    assert said(*many[:7], OTHER, SURNAME)["Prosk"] == ["Three"]
