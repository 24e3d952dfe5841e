"""Numbers that are ages without saying years, and those that are not."""

from __future__ import annotations

import pytest

from extractor.claims import find_quantities


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Children under 5 account for 44 percent of the cases.", ["44 percent"]),
        ("They killed people over 70 and spared the rest.", []),
        ("The ship carried children and over 70 sheep.", ["over 70"]),
        ("Police held under 50 demonstrators.", ["under 50"]),
        ("Half of the patients were over 65.", ["Half"]),
        ("The losses were over 65.", ["over 65"]),
        ("The gunman, 16, fired at her.", []),
        ("They killed a gunman, 16 civilians and a dog.", ["16"]),
        ("Officers were slightly hurt. Lund, 46, has three sons.", ["three"]),
        ("In May, 15 of them left.", ["15"]),
        ("Ilse Tarn, 37, lives here.", []),
    ],
)
def test_an_age_limit_is_no_claim(parse, text, wanted):
    assert [q.text for q in find_quantities(parse(text), ())] == wanted
