"""The word list of this room, read once, and what its words mean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from extractor.lexicon import read_own


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A table that is a list of words."""

    words: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """A day whose year everybody knows, when one of `nouns` follows it."""

    month: int
    day: int
    year: int
    nouns: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """`words.toml` as it stands."""

    weekdays: list[str]
    weekday_abbreviations: list[list[str]]
    months: list[str]
    month_abbreviations: list[list[str]]
    capitalised: list[str]
    ordinals: list[str]
    units: dict[str, list[str]]
    seasons: dict[str, list[str]]
    parts: dict[str, list[str]]
    decades: dict[int, list[str]]
    numbers: dict[str, int]
    mods: dict[str, str]
    edges: dict[str, str]
    zones: Listed
    counted: Listed
    labels: Listed
    yearcue: Listed
    old_yearcue: Listed
    bounding: Listed
    approximate: Listed
    prospective: Listed
    telling: Listed
    awaiting: Listed
    arranging: Listed
    reporting: Listed
    scheduled: Listed
    hours: Listed
    lasting: Listed
    called_off: Listed
    going_on: Listed
    perceiving: Listed
    giving: Listed
    trades: Listed
    overnight_things: Listed
    behind_a_day: Listed
    behind_a_unit: Listed
    named_weekdays: Listed
    papers: Listed
    filling_quarters: Listed
    no_superlatives: Listed
    cues: dict[str, list[str]]
    holiday_things: Listed
    month_cues: Listed
    month_names: Listed
    month_words: Listed
    owners: Listed
    rates: dict[str, str]
    plurals: Listed
    vague_counts: Listed
    apart: Listed
    loose_amounts: dict[str, float]
    vague_amounts: Listed
    beyond: Listed
    named_days: list[NamedDay]


@lru_cache(maxsize=1)
def words() -> Words:
    """The word list.

    Raises:
        LexiconError: it cannot be used.
    """
    return read_own("extractor.dates", "words.toml", Words)


def turned(table: dict[str, list[str]]) -> dict[str, str]:
    """Each word of a table's lists to the name of its list."""
    return {word: name for name, listed in table.items() for word in listed}


@lru_cache(maxsize=1)
def unit_names() -> dict[str, str]:
    """Unit by word: "years" -> "year"."""
    return turned(words().units)


@lru_cache(maxsize=1)
def season_names() -> dict[str, str]:
    """Season by word: "autumn" -> "FA"."""
    return turned(words().seasons)


@lru_cache(maxsize=1)
def part_names() -> dict[str, str]:
    """Part of the day by word: "evening" -> "TEV"."""
    return turned(words().parts)


@lru_cache(maxsize=1)
def month_numbers() -> dict[str, int]:
    """Month by word: "sept." and "september" -> 9."""
    listed = words()
    found = {name: number for number, name in enumerate(listed.months, 1)}
    for number, short in enumerate(listed.month_abbreviations, 1):
        found |= {form: number for word in short for form in (word, f"{word}.")}
    return found


@lru_cache(maxsize=1)
def weekday_numbers() -> dict[str, int]:
    """Weekday by word: "tuesday", "tuesdays" and "tue." -> 1 (Monday is 0)."""
    listed = words()
    found = {form: number for number, name in enumerate(listed.weekdays) for form in (name, f"{name}s")}
    for number, short in enumerate(listed.weekday_abbreviations):
        found |= {form: number for word in short for form in (word, f"{word}.")}
    return found


@lru_cache(maxsize=1)
def ordinal_numbers() -> dict[str, int]:
    """Number by ordinal: "third" -> 3."""
    return {word: number for number, word in enumerate(words().ordinals, 1)}


@lru_cache(maxsize=1)
def word_classes() -> dict[str, tuple[str, ...]]:
    """Every listed word in lower case to the names by which patterns call it."""
    listed = words()
    found: dict[str, list[str]] = {}

    def add(name: str, *members: str) -> None:
        for member in members:
            found.setdefault(member, []).append(name)

    add("WEEKDAY", *listed.weekdays)
    add("WEEKDAYS", *(f"{day}s" for day in listed.weekdays))
    add("WEEKDAYABBR", *(form for short in listed.weekday_abbreviations for w in short for form in (w, f"{w}.")))
    add("MONTH", *month_numbers())
    add("ORDINAL", *listed.ordinals)
    for name, members in listed.units.items():
        add("UNIT", *members)
        add("UNITONE", members[0])
        add("UNITMANY", *(m for m in members if m.endswith("s")))
        if name in ("week", "weekend", "month", "quarter", "year", "decade", "century"):
            add("SPAN", members[0])
    add("SEASON", *season_names())
    add("PART", *part_names())
    add("DECADEWORD", *(w for members in listed.decades.values() for w in members))
    add("CARDINAL", *listed.numbers)
    add("EDGE", "early", "late", "mid")
    add("ZONE", *listed.zones.words)
    add("COUNTED", *listed.counted.words)
    for name, members in listed.cues.items():
        add(name, *members)
    return {word: tuple(names) for word, names in found.items()}
