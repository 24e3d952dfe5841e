"""Parts told one after another that come to their whole."""

from __future__ import annotations

import pytest

from extractor.claims import find_quantities


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Eight people, five men and three women, died in the fire.", {"five": "Eight", "three": "Eight"}),
        ("They held nine clerks: six men, two women and one boy.", {"six": "nine", "two": "nine", "one": "nine"}),
        ("The crash killed 12 people (nine Sorvans and three Kestrians).", {"nine": "12", "three": "12"}),
        ("Eight people, five men and two women, died in the fire.", {}),
        ("Eight people died. Five men and three women were hurt.", {}),
        ("They met 40 clerks, 40 of them in a hut.", {"40": "40"}),
    ],
)
def test_exact_counts_that_come_to_the_one_before_are_its_parts(parse, text, parts):
    found = find_quantities(parse(text), ())
    assert {q.text: q.whole.of(text) for q in found if q.whole is not None} == parts
