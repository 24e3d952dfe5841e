"""What a name says once it is taken apart, and which names can be one body's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.speakers.names import (
    Name,
    first_names_agree,
    fold,
    initials,
    parse_body,
    parse_name,
    same_organization,
    same_person,
    without_article,
)
from extractor.speakers.words import WORDS


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("TARN", "tarn"),
        ("Jr.", "jr"),
        ("J.R.", "jr"),
        ("É.", "e"),
        ("Ruíz", "ruiz"),
        ("Ångström", "angstrom"),
        ("Straße", "strasse"),
        ("O’Hara", "o'hara"),
        ("Ó’Hára", "o'hara"),
        ("O'Hara", "o'hara"),
        ("ﬁnn", "finn"),
        ("Zoë-Li", "zoe-li"),
    ],
)
def test_a_word_is_folded_for_comparison(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("written", "text", "keys"),
    [
        ("  Ilse Tarn  ", "Ilse Tarn", ("ilse", "tarn")),
        ("“Ilse Tarn,”", "Ilse Tarn", ("ilse", "tarn")),
        ("Ilse Tarn: ", "Ilse Tarn", ("ilse", "tarn")),
        ("Anna’s Holt’s", "Anna’s Holt", ("anna", "holt")),
        ("Jones'", "Jones", ("jones",)),
        ("Jones’", "Jones", ("jones",)),
        ("Tarn’", "Tarn", ("tarn",)),
        ("A.B.’s", "A.B.", ("ab",)),
        ("AT&T", "AT&T", ("at&t",)),
        ("Mary-Lou Holt", "Mary-Lou Holt", ("mary-lou", "holt")),
        ("O’Hara", "O’Hara", ("o'hara",)),
        ("Tarn_Holt", "Tarn_Holt", ("tarn", "holt")),
        ("?!", "?!", ()),
        ("", "", ()),
        ("x" * 200, "x" * 120, ("x" * 120,)),
    ],
)
def test_text_and_keys(written: str, text: str, keys: tuple[str, ...]) -> None:
    name = parse_name(written)
    assert (name.text, name.keys) == (text, keys)
    assert name.last == (keys[-1] if keys else "")
    assert (name.titles, name.suffix) == ((), "")


@pytest.mark.parametrize(
    ("written", "titles", "keys", "suffix"),
    [
        ("Dr. Ilse Tarn III", ("dr",), ("ilse", "tarn"), "iii"),
        ("Tarn Jr.", (), ("tarn",), "jr"),
        ("Tom Holt Jr. PhD", (), ("tom", "holt"), "jr"),
        ("Mr. Jr.", ("mr",), ("jr",), ""),
        ("Jr.", (), ("jr",), ""),
        ("Mr", (), ("mr",), ""),
        ("Lady Mr. Holt", ("lady", "mr"), ("holt",), ""),
        ("Holt Mr.", (), ("holt", "mr"), ""),
    ],
)
def test_titles_and_suffixes_leave_a_name(
    written: str, titles: tuple[str, ...], keys: tuple[str, ...], suffix: str
) -> None:
    name = parse_name(written)
    assert (name.titles, name.keys, name.suffix) == (titles, keys, suffix)


def test_titles_that_stood_before() -> None:
    name = parse_name("Dr. Holt", before=("mrs",))
    assert (name.text, name.titles, name.title_gender, name.gender) == ("Holt", ("mrs", "dr"), "female", "female")


@pytest.mark.parametrize(
    ("written", "title_gender", "first_gender"),
    [
        ("Mrs. Okoro", "female", None),
        ("Dr. Lord Okoro", "male", None),
        ("Lady Mr. Holt", "female", None),
        ("Mr. Laura Stone", "male", "female"),
        ("Mary-Lou Holt", None, "female"),
        ("P. Thomas Weller", None, "male"),
        ("P. Q. Weller", None, None),
        ("Okoro Laura", None, None),
        ("Laura", None, None),
        ("L. Laura", None, "female"),
    ],
)
def test_gender_by_title_and_by_first_name(written: str, title_gender: str | None, first_gender: str | None) -> None:
    name = parse_name(written)
    assert (name.title_gender, name.first_gender) == (title_gender, first_gender)
    assert name.gender == (title_gender or first_gender)


def test_words_that_a_user_teaches_are_read() -> None:
    taught = replace(
        WORDS,
        titles=WORDS.titles | {"zorrin"},
        suffixes=WORDS.suffixes | {"zth"},
        company_words=WORDS.company_words | {"gronks"},
        gender_of_name={**WORDS.gender_of_name, "zu-li": "female"},
    )
    assert parse_name("Zorrin Holt Zth", taught).keys == ("holt",)
    assert parse_name("Zu-Li Holt", taught).gender == "female"
    assert parse_body("Norvik Gronks", taught).company
    assert not parse_body("Norvik Gronks").company


def test_what_the_word_lists_tell() -> None:
    bill, william, okoro = parse_name("Bill Holt"), parse_name("William Holt"), parse_name("Okoro Bill")
    assert bill.known_first
    assert not okoro.known_first
    assert bill.nicknames
    assert bill.nicknames == william.nicknames
    assert okoro.nicknames == frozenset()
    assert parse_name("Norvik Motors").company
    assert parse_name("Norvik Motors Jr.").company
    assert not parse_name("Motors Norvik").company
    assert parse_name("Norvik Council").generic
    assert parse_name("Norvik Council Jr.").generic
    assert not parse_name("Council Norvik").generic


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("Justice Department", ("justice", "department")),
        ("Dr. Holt Clinic", ("dr", "holt", "clinic")),
        ("Holt Sons Jr.", ("holt", "sons", "jr")),
        ("Chancellor Holt Fund III", ("chancellor", "holt", "fund", "iii")),
        ("The Weavers", ("the", "weavers")),
    ],
)
def test_a_body_keeps_every_word(written: str, keys: tuple[str, ...]) -> None:
    assert parse_body(written) == parse_body(written)
    name = parse_body(written)
    assert (name.text, name.keys, name.titles, name.suffix) == (written, keys, (), "")


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("J. Stone", "Jane Stone", True),
        ("Jane Stone", "Jane Stone", True),
        ("Jan Stone", "Janet Stone", True),
        ("Ja Stone", "Janet Stone", False),
        ("Jo Stone", "Jo Stone", True),
        ("Bill Stone", "William Stone", True),
        ("Bill Stone", "Robert Stone", False),
        ("Net Stone", "Janet Stone", False),
        ("K. Stone", "Jane Stone", False),
    ],
)
def test_first_names(one: str, other: str, agree: bool) -> None:
    assert first_names_agree(parse_name(one), parse_name(other)) is agree
    assert first_names_agree(parse_name(other), parse_name(one)) is agree


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tom Holt Jr.", "Tom Holt Jr.", True),
        ("Tom Holt Jr.", "Tom Holt III", False),
        ("Holt Jr.", "Tom Holt", True),
        ("Tom", "Tom Holt", True),
        ("Thomas", "Tom Holt", True),
        ("Okoro", "Tom Okoro Holt", False),
        ("van Holt", "Tom van Holt", True),
        ("Ana Maria", "Ana Maria Ruiz", True),
        ("Ana Ruiz", "Ana Maria Ruiz", True),
        ("Ana Pilar", "Ana Maria Ruiz", False),
        ("Maria Ruiz", "Ana Maria Ruiz", True),
        ("Pilar Ruiz", "Ana Maria Ruiz", False),
        ("", "Tom Holt", False),
        ("", "", False),
    ],
)
def test_people(one: str, other: str, same: bool) -> None:
    assert same_person(parse_name(one), parse_name(other)) is same
    assert same_person(parse_name(other), parse_name(one)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Norvik", "Norvik", True),
        ("The Norvik", "Norvik", True),
        ("A Norvik", "Norvik", True),
        ("", "", False),
        ("The", "Norvik", False),
        # An acronym of at least two words; small words do not count.
        ("ARS", "Association of Rail Staff", True),
        ("AORS", "Association of Rail Staff", False),
        ("AR", "Association of Rail", True),
        ("AR", "Ars Rail", True),
        ("A", "Association", False),
        ("A", "Association of the", False),
        ("N", "Norvik", False),
        ("F", "the Federals", False),
        # One word alone: the last of a name, or the first of a company's; long enough and no common word.
        ("Weavers", "Norvik Weavers", True),
        ("Tide", "Norvik Tide", True),
        ("Sea", "Norvik Sea", False),
        ("Norvik", "Norvik Weavers", False),
        ("Norvik", "Norvik Motors", True),
        ("Sorvan", "Norvik Motors", False),
        ("Rail", "Norvik Rail Motors", False),
        ("Rail", "Norvik Rail Weavers", False),
        ("Council", "Norvik Council", False),
        # Several words: the other's end, or its beginning where what follows belongs to it.
        ("Kestrian Observatory", "Kestrian Observatory for Rivers", True),
        ("Norvik Rail", "Norvik Rail Co.", True),
        ("White Hall", "White Hall Press Club", False),
        ("Norvik Rail", "Great Norvik Rail", True),
        ("Rail Norvik", "Great Norvik Rail", False),
        ("Norvik Rail", "Great Norvik Rail Club", False),
        ("the Norvik Rail", "Great Norvik Rail", True),
    ],
)
def test_bodies(one: str, other: str, same: bool) -> None:
    assert same_organization(parse_body(one), parse_body(other)) is same
    assert same_organization(parse_body(other), parse_body(one)) is same


@pytest.mark.parametrize("word", ["of", "the", "for", "and", "on", "in", "to", "a", "an", "at"])
def test_small_words_make_no_initial(word: str) -> None:
    assert initials(("rail", word, "staff")) == "rs"
    assert same_organization(parse_body("Norvik Rail"), parse_body(f"Norvik Rail {word} Dams"))


def test_a_bare_name_tells_nothing() -> None:
    name = Name(text="Zorrin Qual", keys=("zorrin", "qual"))
    assert name == parse_name("Zorrin Qual")
    assert name.gender is None
    assert not (name.known_first or name.generic or name.company or name.nicknames or name.suffix or name.titles)


def test_initials_and_articles() -> None:
    assert initials(("association", "of", "rail", "staff")) == "ars"
    assert initials(()) == ""
    assert without_article(Name(text="The Tide", keys=("the", "tide"))) == ("tide",)
    assert without_article(Name(text="A Tide", keys=("a", "tide"))) == ("tide",)
    assert without_article(Name(text="The", keys=("the",))) == ("the",)
    assert without_article(Name(text="A", keys=("a",))) == ("a",)
    assert without_article(Name(text="Tide the", keys=("tide", "the"))) == ("tide", "the")
    assert without_article(Name(text="", keys=())) == ()
