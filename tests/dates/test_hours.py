"""The day that an hour or an evening is of when none stands beside it."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.dates.reading import read

PUBLISHED = date(2024, 5, 6)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It began on May 2. It ended at 9pm.", {"9pm": "2024-05-02T21:00"}),
        (
            "It began on May 2. Guards had stood there since April 3. It ended that evening.",
            {"that evening": "2024-05-02TEV"},
        ),
        (
            "It began on May 2. They had been home for Christmas. It ended that evening.",
            {"that evening": "2024-05-02TEV"},
        ),
        ("It began on May 2. He is held until June 3. It ended that evening.", {"that evening": "2024-05-02TEV"}),
        ("It began on May 2. Guards had stood there since April 3. It ended at 9pm.", {"9pm": "2024-05-06T21:00"}),
        ("It began on May 2, on a Tuesday. It ended at 9pm.", {"9pm": "2024-05-02T21:00"}),
        ("It began on Memorial Day. It ended at 9pm.", {"9pm": "2024-05-27T21:00"}),
        ("It began on May 2. Later that evening it ended.", {"Later that evening": "2024-05-02TEV"}),
        ("It began on May 2.\n\n9:15 p.m.\n\nIt goes on.", {"9:15 p.m.": "2024-05-06T21:15"}),
        ("It began on May 2.\n\n9:15 p.m. was late.", {"9:15 p.m.": "2024-05-02T21:15"}),
        ("Buses run every 20 minutes from 7am to 11pm.", {"7am": "XXXX-XX-XXT07:00", "11pm": "XXXX-XX-XXT23:00"}),
        ("It began at 2 p.m. and ended at 3:15.", {"3:15": "2024-05-06T15:15"}),
        ("It began at 6 a.m. and ended at 8:45.", {"8:45": "2024-05-06T08:45"}),
        ("It began at 9 p.m. They had come at 8:45.", {"8:45": "2024-05-06T20:45"}),
        ("It began at 2 p.m. and ended at 17:30.", {"17:30": "2024-05-06T17:30"}),
        ("It began at 2 p.m. (09:00 GMT).", {"09:00 GMT": "2024-05-06T09:00Z"}),
        ("It began at 3:15.", {"3:15": "2024-05-06T03:15"}),
        ("The choir sings on Tuesdays at 8pm.", {"8pm": "XXXX-WXX-2T20:00"}),
        ("A room costs $90 a day from 8pm.", {"8pm": "2024-05-06T20:00"}),
    ],
)
def test_the_day_of_an_hour(text: str, found: dict[str, str]) -> None:
    values = {timex.text: timex.value for timex in read(text, PUBLISHED)}
    assert values.items() >= found.items()
