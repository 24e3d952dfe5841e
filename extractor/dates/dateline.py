"""The publication date out of a dateline: "WASHINGTON, August 11, 2015 (Agency) --". No parse, no language model."""

from __future__ import annotations

from extractor.dates.reading import read
from extractor.dates.value import Unit, read_value

#: A dateline is short; what comes after is the story.
LONGEST = 120


def dateline_date(dateline: str) -> str | None:
    """The ISO date that a dateline gives with its year, None when it has no day or no year, or names several days."""
    days = {
        timex.value
        for timex in read(dateline[:LONGEST], None)
        if timex.type == "DATE" and (period := read_value(timex.value)) is not None and period.unit is Unit.DAY
    }
    return days.pop() if len(days) == 1 else None
