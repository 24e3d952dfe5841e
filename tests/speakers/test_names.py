from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.speakers.names import fold, parse_body, parse_name, same_organization, same_person


@pytest.mark.parametrize(
    ("written", "text", "keys", "titles"),
    [
        ("Sen. José Ruiz Jr.'s", "José Ruiz Jr.", ("jose", "ruiz"), ("sen",)),
        ("Mr. Okoro", "Okoro", ("okoro",), ("mr",)),
        (
            "Prime Minister Ilse van der Tarn",
            "Ilse van der Tarn",
            ("ilse", "van", "der", "tarn"),
            ("prime", "minister"),
        ),
        ("J.R. Holt’s", "J.R. Holt", ("jr", "holt"), ()),
        ("Dean", "Dean", ("dean",), ()),
        ("the Weavers'", "the Weavers", ("the", "weavers"), ()),
    ],
)
def test_a_name_is_taken_apart(written: str, text: str, keys: tuple[str, ...], titles: tuple[str, ...]) -> None:
    name = parse_name(written)
    assert (name.text, name.keys, name.titles) == (text, keys, titles)


def test_a_body_keeps_its_titles() -> None:
    assert parse_body("Justice Department").keys == ("justice", "department")


@pytest.mark.parametrize(
    ("written", "gender"),
    [
        ("Mrs. Okoro", "female"),
        ("Laura Stone", "female"),
        ("P. Thomas Weller", "male"),
        ("Senator Okoro", None),
        ("Okoro", None),
        ("Mr. Laura", "male"),
    ],
)
def test_titles_and_first_names_tell_a_gender(written: str, gender: str | None) -> None:
    assert parse_name(written).gender == gender


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J. Stone", "Jane Stone"),
        ("Bill Holt", "William R. Holt"),
        ("Stone", "Jane Stone"),
        ("Jane", "Jane Stone"),
        ("Larry", "Laurence Weller"),
        ("JANE STONE", "Jane Stone"),
        ("Müller", "Hans Muller"),
        ("de Witt", "Anna de Witt"),
        ("Ana Maria", "Ana Maria Ruiz"),
        ("Tom Holt Jr.", "Tom Holt"),
    ],
)
def test_names_that_can_be_one_person(one: str, other: str) -> None:
    assert same_person(parse_name(one), parse_name(other))
    assert same_person(parse_name(other), parse_name(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Felicia Stone", "Bernard Stone"),
        ("Jane Stone", "Jane Holt"),
        ("Tom Holt Jr.", "Tom Holt Sr."),
        ("Weller", "Jane Stone"),
        ("A. Stone", "Jane Stone"),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert not same_person(parse_name(one), parse_name(other))
    assert not same_person(parse_name(other), parse_name(one))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("FRS", "Federal River Service", True),
        ("the F.R.S.", "Federal River Service", True),
        ("Norvik", "Norvik Motors", True),
        ("Bank", "Norvik Bank", False),
        ("The Ruvenna Times", "Ruvenna Times", True),
        ("Ruvenna Times", "Norvik Times", False),
        ("", "Norvik", False),
    ],
)
def test_organizations(one: str, other: str, *, same: bool) -> None:
    assert same_organization(parse_body(one), parse_body(other)) is same
    assert same_organization(parse_body(other), parse_body(one)) is same


@given(st.text())
def test_any_string_is_a_name_of_some_sort(text: str) -> None:
    name = parse_name(text)
    assert same_person(name, name) is bool(name.keys)
    assert len(name.keys) <= len(text)


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)
