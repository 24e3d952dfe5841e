"""Names of people and organizations as strings: their parts, and whether two of them can be one and the same.

No spaCy here. A name is compared by its *keys*: the words without titles, suffixes, possessives, accents and case.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.speakers.words import WORDS

if TYPE_CHECKING:
    from extractor.speakers.words import Gender, Words

WORD = re.compile(r"[^\W_]+(?:[.’'&\-][^\W_]+)*\.?")
POSSESSIVE = re.compile(r"(?:['’`][sS]|(?<=[sS])['’])$")
#: Longer strings are no name; cutting them keeps hostile input cheap.
LONGEST = 120
SMALL_WORDS = frozenset({"of", "the", "for", "and", "on", "in", "to", "a", "an", "at"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name taken apart. `text` is the name as written, without titles before it and without a possessive after it.

    `keys` are its words folded for comparison; `titles` the folded titles that stood before it ("sen", "mr"). The rest
    is what word lists tell: the gender of its titles and of its first name, the sets of first names that stand for one
    another ("william", "bill"), and whether its last word is one that bodies' names end in ("council") or companies'.
    """

    text: str
    keys: tuple[str, ...]
    titles: tuple[str, ...] = ()
    suffix: str = ""
    title_gender: Gender | None = None
    first_gender: Gender | None = None
    known_first: bool = False
    nicknames: frozenset[str] = frozenset()
    generic: bool = False
    company: bool = False

    @property
    def last(self) -> str:
        """The key of the surname, "" of an empty name."""
        return self.keys[-1] if self.keys else ""

    @property
    def gender(self) -> Gender | None:
        """The gender that the name tells: by its titles, else by its first name."""
        return self.title_gender or self.first_gender


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """A word without accents, case and full stops: "É." -> "e"."""
    if word.isascii():
        return word.lower().replace(".", "")
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).replace(".", "").replace("’", "'")


@lru_cache(maxsize=8192)
def parse_name(text: str, words: Words = WORDS, before: tuple[str, ...] = ()) -> Name:
    """Take a written name apart: "Sen. José Ruiz Jr.'s" -> text "José Ruiz Jr.", keys ("jose", "ruiz").

    `before` are folded titles that stand before `text` and belong to the name.
    """
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
    titles = (*before, *keys[:start])
    return Name(
        text=text[found[start].start() :].rstrip(" ,:;'\"”’"),
        keys=tuple(keys[start:end]),
        titles=titles,
        suffix=suffix,
        title_gender=next((told for title in titles if (told := words.gender_of_title.get(title))), None),
        first_gender=gender_of_first_name(keys[start:end], words),
        known_first=keys[start] in words.first_names,
        nicknames=words.nicknames.get(keys[start], frozenset()),
        company=keys[end - 1] in words.company_words,
        generic=keys[end - 1] in words.common_organization_words,
    )


def parse_body(text: str, words: Words = WORDS) -> Name:
    """A body's name: its words are all part of it, titles too ("Justice Department")."""
    name = parse_name(text, words)
    if not name.titles and not name.suffix:
        return name
    return replace(name, text=text, keys=(*name.titles, *name.keys, *name.suffix.split()), titles=(), suffix="")


def gender_of_first_name(keys: list[str], words: Words) -> Gender | None:
    """The gender that a name of several words tells by its first one, or by the one after an initial."""
    if len(keys) < 2:
        return None
    first = keys[0] if len(keys[0]) > 1 else keys[1]
    return words.gender_of_name.get(first) or words.gender_of_name.get(first.split("-")[0])


def first_names_agree(one: Name, other: Name) -> bool:
    """Whether the first words of two names can be one person's: equal, an initial, cut short, or a nickname."""
    short, long = sorted((one.keys[0], other.keys[0]), key=len)
    if long.startswith(short) and (len(short) == 1 or len(short) >= 3 or short == long):
        return True
    return not one.nicknames.isdisjoint(other.nicknames)


def same_person(one: Name, other: Name) -> bool:
    """Whether two names can be the same person's: "J. Roe" and "Jane Roe", but not Felicia and Bernie of one surname.

    A lone surname or first name agrees with every bearer of it: choosing among them is not a matter of names.
    """
    short, long = sorted((one, other), key=lambda name: len(name.keys))
    if not short.keys:
        return False
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    if len(short.keys) == 1:
        return short.last in (long.last, long.keys[0]) or bool(short.nicknames & long.nicknames)
    if short.last == long.last:
        return first_names_agree(short, long) or long.keys[-len(short.keys) :] == short.keys
    # "Ana Maria" of "Ana Maria Ruiz"; "Park Ji-won" keeps its surname first.
    return long.keys[: len(short.keys)] == short.keys


def initials(keys: tuple[str, ...]) -> str:
    """The acronym that an organization's words make: ("association", "of", "rail", "staff") -> "ars"."""
    return "".join(key[0] for key in keys if key not in SMALL_WORDS)


def same_organization(one: Name, other: Name) -> bool:
    """Whether two names can be the same organization's: equal, an acronym, or one the other's beginning or end."""
    if len(without_article(one)) > len(without_article(other)):
        one, other = other, one
    short, long = without_article(one), without_article(other)
    if not short or short == long:
        return bool(short)
    if len(short) == 1:
        word = short[0]
        if len(word) > 1 and word == initials(long):
            return True
        return len(word) > 3 and not one.generic and (word == long[-1] or (word == long[0] and other.company))
    if long[: len(short)] == short:
        # "Syrian Observatory" + "for …", "Norvik Rail" + "Co.", but the "White House Press Club" is another body.
        return other.company or long[len(short)] in SMALL_WORDS
    return long[-len(short) :] == short


def without_article(name: Name) -> tuple[str, ...]:
    """The keys of an organization's name without "the" before it."""
    return name.keys[1:] if len(name.keys) > 1 and name.keys[0] in ("the", "a") else name.keys
