"""The publication date in a dateline."""

from __future__ import annotations

import pytest

from extractor.dates.dateline import dateline_date


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("PORT AVEN, August 11, 2015 (Agency) --", "2015-08-11"),
        ("(Agency) - 12 May 2020", "2020-05-12"),
        ("PORT AVEN, 2020-05-12 -", "2020-05-12"),
        ("PORT AVEN, August 11 (Agency) --", None),
        ("PORT AVEN (Agency) --", None),
        ("PORT AVEN, May 2020", None),
        ("May 5, 2019 to May 6, 2019", None),
        ("PORT AVEN, Feb. 30, 2019", None),
        ("", None),
    ],
)
def test_dateline(dateline: str, day: str | None) -> None:
    assert dateline_date(dateline) == day
