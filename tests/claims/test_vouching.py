"""Who vouches for a figure by the words right beside it."""

from __future__ import annotations

import pytest

from extractor.claims import find_quantities


@pytest.mark.parametrize(
    ("text", "figure", "source"),
    [
        ("Of the 40 huts, by the count of the old miller, nine have burned.", "nine", "the old miller"),
        ("By the ministry's estimate, 310 people have fled.", "310", "the ministry"),
        ("By the light of the moon, 310 people fled.", "310", None),
        ("They asked the ministry, which put losses at $190 million.", "$190 million", "which"),
        ("They asked the ministry, which lost $190 million.", "$190 million", None),
    ],
)
def test_who_reckons(parse, text, figure, source):
    found = {q.text: q for q in find_quantities(parse(text), ())}[figure]
    assert (found.source and found.source.of(text)) == source
