"""Names of people and organizations as strings: their parts, and whether two of them can be one and the same.

No spaCy here. A name is compared by its *keys*: the words without titles, suffixes, possessives, accents and case.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.speakers.words import WORDS

if TYPE_CHECKING:
    from extractor.speakers.words import Words

WORD = re.compile(r"[^\W_]+(?:[.’'&\-][^\W_]+)*\.?")
POSSESSIVE = re.compile(r"(?:['’`][sS]|(?<=[sS])['’])$")
#: Longer strings are no name; cutting them keeps hostile input cheap.
LONGEST = 120
SMALL_WORDS = frozenset({"of", "the", "for", "and", "on", "in", "to", "a", "an", "at", "&"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name taken apart. `text` is the name as written, without titles before it and without a possessive after it.

    `keys` are its words folded for comparison; `titles` the folded titles that stood before it ("sen", "mr").
    """

    text: str
    keys: tuple[str, ...]
    titles: tuple[str, ...] = ()
    suffix: str = ""

    @property
    def last(self) -> str:
        """The key of the surname, "" of an empty name."""
        return self.keys[-1] if self.keys else ""

    @property
    def first(self) -> str:
        """The key of the first name or initial; "" where only one word is known."""
        return self.keys[0] if len(self.keys) > 1 else ""


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """A word without accents, case and full stops: "É." -> "e"."""
    if word.isascii():
        return word.lower().replace(".", "").replace("’", "'")
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).replace(".", "").replace("’", "'")


@lru_cache(maxsize=8192)
def parse_name(text: str, words: Words = WORDS) -> Name:
    """Take a written name apart: "Sen. José Ruiz Jr.'s" -> text "José Ruiz Jr.", keys ("jose", "ruiz")."""
    text = POSSESSIVE.sub("", text[:LONGEST].strip())
    found = list(WORD.finditer(text))
    keys = [fold(POSSESSIVE.sub("", m.group())) for m in found]
    start = 0
    while start < len(keys) - 1 and keys[start] in words.titles:
        start += 1
    end = len(keys)
    suffix = ""
    while end - start > 1 and keys[end - 1] in words.suffixes:
        suffix = keys[end - 1]
        end -= 1
    if not keys:
        return Name(text=text, keys=())
    shown = text[found[start].start() :].rstrip(" ,:;'\"”’")
    return Name(text=shown, keys=tuple(keys[start:end]), titles=tuple(keys[:start]), suffix=suffix)


def first_names_agree(one: str, other: str, words: Words = WORDS) -> bool:
    """Whether two folded first names can be one person's: equal, an initial, cut short, or a nickname."""
    if not one or not other or one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == 1 or (len(short) >= 3 and long.startswith(short)):
        return long.startswith(short)
    return not words.nicknames.get(one, frozenset()).isdisjoint(words.nicknames.get(other, ()))


def same_person(one: Name, other: Name, words: Words = WORDS) -> bool:
    """Whether two names can be the same person's: "J. Roe" and "Jane Roe", but not Felicia and Bernie of one surname.

    A lone surname or first name agrees with every bearer of it: choosing among them is not a matter of names.
    """
    short, long = sorted((one, other), key=lambda name: len(name.keys))
    if not short.keys:
        return False
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    if len(short.keys) == 1:
        return short.last in (long.last, long.keys[0])
    if short.last == long.last:
        return first_names_agree(short.keys[0], long.keys[0], words) or long.keys[-len(short.keys) :] == short.keys
    # "Ana Maria" of "Ana Maria Ruiz"; "Park Ji-won" keeps its surname first.
    return long.keys[: len(short.keys)] == short.keys


def initials(keys: tuple[str, ...]) -> str:
    """The acronym that an organization's words make: ("association", "of", "rail", "staff") -> "ars"."""
    return "".join(key[0] for key in keys if key not in SMALL_WORDS)


def same_organization(one: Name, other: Name) -> bool:
    """Whether two names can be the same organization's: equal, an acronym, or one the other's beginning or end."""
    short, long = sorted((without_article(one), without_article(other)), key=len)
    if not short:
        return False
    if short == long:
        return True
    if len(short) == 1:
        word = short[0]
        if len(long) > 1 and len(word) > 1 and word == initials(long):
            return True
        return len(word) > 3 and word == long[-1] and word not in WORDS.common_organization_words
    return long[: len(short)] == short or long[-len(short) :] == short


def without_article(name: Name) -> tuple[str, ...]:
    """The keys of an organization's name without "the" before it."""
    return name.keys[1:] if len(name.keys) > 1 and name.keys[0] in ("the", "a") else name.keys
