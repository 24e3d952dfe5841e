"""The rules for dates by family, in the order in which rules of equal length are tried."""

from extractor.dates.grammar import TemporalRule
from extractor.dates.rules import (
    calendar,
    clock,
    days,
    durations,
    holidays,
    months,
    quarters,
    references,
    relative,
    sets,
    years,
)

ALL: tuple[TemporalRule, ...] = (
    *clock.RULES,
    *holidays.RULES,
    *sets.RULES,
    *calendar.RULES,
    *quarters.RULES,
    *years.RULES,
    *months.RULES,
    *days.RULES,
    *relative.RULES,
    *references.RULES,
    *durations.RULES,
)
