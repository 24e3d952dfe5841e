"""What a number is measured in: the words and signs beside it, from `units.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractor.lexicon import read_own

Family = Literal["money", "cents", "percent", "measure", "time", "age"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A plain list of words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitList:
    """`units.toml`."""

    signs: Mapping[str, str]
    codes: Words
    currencies: Mapping[str, str]
    adjectives: Mapping[str, str]
    cents: Mapping[str, str]
    percent: Words
    measures: Mapping[str, tuple[str, ...]]
    times: Mapping[str, tuple[str, ...]]
    per: Words
    names: Mapping[str, str]
    letters: Mapping[str, str]
    large_only: Mapping[str, int]
    per_names: Mapping[str, str]
    whole_words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit beside a number: its family, its name ("USD", "mile"), and where the unit's words end (or begin)."""

    family: Family
    name: str
    edge: int


#: Letters behind a number that are its scale, each a token of its own in a parse: "$250m".
SCALE_LETTERS = frozenset(("m", "mn", "bn", "b", "k", "tn"))
UNITS = read_own("extractor.claims", "units.toml", UnitList)


def spellings() -> Iterator[tuple[str, tuple[Family, str]]]:
    """Every spelling that may stand behind a number, lower-case and singular."""
    for code in UNITS.codes.words:
        yield code.lower(), ("money", "CNY" if code == "RMB" else code)
    for name, iso in (dict(UNITS.currencies) | dict(UNITS.adjectives)).items():
        yield name.replace("_", " "), ("money", iso)
    for name, iso in UNITS.cents.items():
        yield name, ("cents", iso)
    for name in UNITS.percent.words:
        yield name, ("percent", "percent")
    for name, words in UNITS.measures.items():
        for word in words:
            yield word.lower(), ("measure", name)
    for name, words in UNITS.times.items():
        for word in words:
            yield word, ("time", name)
    for sign in "€£¥₪":
        yield sign, ("money", UNITS.signs[sign])


TABLE: dict[str, tuple[Family, str]] = dict(spellings())


def normal(words: str) -> str:
    """One spelling for "degrees-Fahrenheit" and "degree fahrenheit"."""
    return " ".join(word.removesuffix("s") or word for word in words.replace("-", " ").split())


NORMAL = {normal(word): kind for word, kind in TABLE.items()}


def any_of(words: Iterator[str] | list[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"s?[\s-]") for word in sorted(words, key=len, reverse=True))


def by_first_letter() -> Mapping[str, list[str]]:
    """The spellings of `TABLE` by what they begin with."""
    found: dict[str, list[str]] = {}
    for word in TABLE:
        found.setdefault(word[0], []).append(word)
    return found


SPELLED = by_first_letter()
GAP = re.compile(r"(?:\s-?|-)?")


@cache
def pattern_of(first: str) -> re.Pattern[str]:
    """What matches a gap and a unit that begins with the letter or sign `first`.

    A text has few of them, and one pattern for all takes ten times as long to compile.
    """
    lettered = [word for word in SPELLED[first] if word[-1].isalpha() or word[-1] in ".²³"]
    signed = [word for word in SPELLED[first] if word not in lettered]
    kinds = []
    if lettered:
        kinds.append(rf"(?P<word>{any_of(lettered)})s?(?![\w$])")
    if signed:
        kinds.append(f"(?P<sign>{any_of(signed)})")
    return re.compile(rf"(?:\s|-|\s-)?(?:{'|'.join(kinds)})", re.IGNORECASE)


def match_behind(text: str, end: int) -> re.Match[str] | None:
    """The match of a unit behind offset `end`."""
    gap = GAP.match(text, end)
    at = gap.end() if gap else end
    first = text[at : at + 1].lower()
    return pattern_of(first).match(text, end) if first in SPELLED else None


LETTER = re.compile(
    r"(?:\s(?=Nm|WAR\b|p(?:[\s,;)]|\.?$|\.\s)|[WV]\s|[WVCF](?:\s[a-z]|[.,;)]|$)))?"
    rf"(?P<letter>{any_of(list(UNITS.letters))})(?!\w|\.\w)"
)
BEFORE = re.compile(
    rf"(?:(?<![\w$])(?:{any_of([s for s in UNITS.signs if s[0].isalpha()])}|{any_of(list(UNITS.codes.words))})"
    rf"|(?:{any_of([s for s in UNITS.signs if not s[0].isalpha()])}))\s?$"
)
SIGN_REACH = max(map(len, UNITS.signs)) + 2
PER = re.compile(
    rf"(?:\s+(?:an?|per|each|every)\s+(?:an?\s+)?|\s?/\s?|-(?:a|per)-)(?P<per>{any_of(list(UNITS.per.words))})(?!\w|\s(?:earlier|ago|later|before|after)\b)",
    re.IGNORECASE,
)
OLD = re.compile(
    r"(?:\s|-)(?:years?|months?|weeks?|days?)(?:\s|-)olds?(?!\w)|\s+(?:years?|months?)\s+of\s+age|-y(?:r|ear)?-?o(?:ld)?(?!\w)",
    re.IGNORECASE,
)
POUND_SUMS = 1_000_000
LETTER_FAMILY: dict[str, Family] = {"GBX": "money", "percent": "percent"}
#: Unit words so short that they need digits before them, but for these.
SHORT = 3


def unit_behind(text: str, end: int, value: float, *, digits: bool = True) -> Unit | None:
    """The unit whose words follow offset `end`; `value` decides between money and other readings.

    Abbreviations need digits before them: "5 mi", never "one mi".
    """
    old = OLD.match(text, end)
    if old:
        return Unit(
            family="age", name=old[0].strip(" -").split()[0].split("-")[0].lower().rstrip("s") or "year", edge=old.end()
        )
    match = match_behind(text, end) if text[end : end + 2] != "Nm" and text[end : end + 3] != " Nm" else None
    if match is None:
        letter = LETTER.match(text, end)
        if letter is None:
            return None
        name = UNITS.letters[letter["letter"]]
        family: Family = LETTER_FAMILY.get(name, "measure")
        return Unit(family=family, name=name, edge=letter.end())
    found = normal(match[match.lastgroup or 0].lower())
    if found not in NORMAL:  # a letter that only a pattern takes for another: "5 \u0130DR"
        return None
    family, name = NORMAL[found]
    if not digits and len(found) <= SHORT and found.isalpha() and found not in UNITS.whole_words.words:
        return None
    if found == "night" and value > 1 and match[0].lower() == " night":
        # "two night watchmen"
        return None
    whole = value == int(value)
    if found in UNITS.large_only and family == "money" and whole and value < UNITS.large_only[found]:
        return None
    if found == "pound" and value >= POUND_SUMS:
        family, name = "money", "GBP"
    return Unit(family=family, name=name, edge=match.end())


def unit_before(text: str, start: int) -> Unit | None:
    """The currency whose sign or code stands right before offset `start`."""
    low = max(0, start - SIGN_REACH)
    match = BEFORE.search(text[low:start])
    if match is None:
        return None
    sign = match[0].strip().removesuffix("-")
    name = UNITS.signs.get(sign) or ("CNY" if sign == "RMB" else sign)
    return Unit(family="money", name=name, edge=low + match.start())


def rate_name(name: str, per: str, *, money: bool) -> str:
    """The name of a rate: "USD/share", "dollar per barrel", "litre per second"."""
    if money and per == "share":
        return f"{name}/{per}"
    return f"{UNITS.names.get(name, name) if money else name} per {UNITS.per_names.get(per, per)}"


def rate_behind(text: str, end: int) -> tuple[str, int] | None:
    """What a rate is per ("share" in "$4 a share"), and where its words end."""
    match = PER.match(text, end)
    return (" ".join(match["per"].lower().split()), match.end()) if match else None
