"""The words that this room knows, read once from its TOML files, and a reader's own words on top of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from extractor.lexicon import read_own

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: Words that follow a role's noun.
BEHIND_ROLE = frozenset({"of", "in", "for", "at", "to"})

Gender = Literal["female", "male"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Genders:
    """Words that tell a person's gender: first names, titles ("mr"), nouns ("spokeswoman")."""

    female: str = ""
    male: str = ""
    either: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person a reader tells us about: other names, roles as newspapers write them, and the gender."""

    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    gender: Gender | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerWords:
    """One TOML file of speaker words; every table may be left out. Words stand in one string, apart by white space."""

    first_names: Genders = field(default_factory=Genders)
    gendered_titles: Genders = field(default_factory=Genders)
    gendered_nouns: Genders = field(default_factory=Genders)
    titles: str = ""
    honorifics: str = ""
    title_modifiers: str = ""
    royal_titles: str = ""
    suffixes: str = ""
    person_nouns: str = ""
    plural_person_nouns: str = ""
    bystanders: str = ""
    organization_nouns: str = ""
    document_nouns: str = ""
    outlet_documents: str = ""
    bodies: str = ""
    trades: str = ""
    organization_words: str = ""
    media_words: str = ""
    company_words: str = ""
    modifiers: str = ""
    nicknames: tuple[str, ...] = ()
    same_role: tuple[str, ...] = ()
    countries: dict[str, str] = field(default_factory=dict)
    regions: dict[str, str] = field(default_factory=dict)
    parties: dict[str, str] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """The same, folded into sets and tables for looking up. All words are lower case and without full stops."""

    gender_of_name: Mapping[str, Gender]
    first_names: frozenset[str]
    gender_of_title: Mapping[str, Gender]
    gender_of_noun: Mapping[str, Gender]
    titles: frozenset[str]
    honorifics: frozenset[str]
    offices: frozenset[str]
    royal_titles: frozenset[str]
    role_nouns: frozenset[str]
    suffixes: frozenset[str]
    person_nouns: frozenset[str]
    plural_person_nouns: frozenset[str]
    bystanders: frozenset[str]
    organization_nouns: frozenset[str]
    document_nouns: frozenset[str]
    outlet_documents: frozenset[str]
    trades: frozenset[str]
    bodies: frozenset[tuple[str, ...]]
    common_organization_words: frozenset[str]
    media_words: frozenset[str]
    company_words: frozenset[str]
    modifiers: frozenset[str]
    nicknames: Mapping[str, frozenset[str]]
    role_class: Mapping[str, str]
    meaning: Mapping[str, str]
    all_countries: frozenset[str]
    all_regions: frozenset[str]
    all_parties: frozenset[str]
    people: Mapping[str, Person]
    full_names: Mapping[tuple[str, ...], str]


def words_of_role(text: str) -> tuple[list[str], int]:
    """The folded words of a role as newspapers write it, and the index of its noun: "head of the central bank" -> 0."""
    words = [word.lower().replace(".", "") for word in text.replace("'s", "").replace("’s", "").split()] or [""]
    behind = (index - 1 for index, word in enumerate(words) if index and word in BEHIND_ROLE)
    return words, next(behind, len(words) - 1)


def genders(tables: Iterable[Genders]) -> dict[str, Gender]:
    """Word -> gender; a word that stands in both lists of one table tells nothing and is left out."""
    out: dict[str, Gender] = {}
    for table in tables:
        female, male = frozenset(table.female.split()), frozenset(table.male.split())
        out |= dict.fromkeys(female - male, "female")
        out |= dict.fromkeys(male - female, "male")
    return out


def sets(lines: Iterable[str]) -> dict[str, frozenset[str]]:
    """Word -> the numbers of the lines that it stands in, as strings."""
    out: dict[str, set[str]] = {}
    for line in lines:
        for word in line.split():
            out.setdefault(word, set()).add(line)
    return {word: frozenset(found) for word, found in out.items()}


def merged(*files: SpeakerWords) -> Words:
    """Several files as one table; a later one adds to and wins over an earlier one."""

    def bag(name: str) -> frozenset[str]:
        return frozenset(word for file in files for word in str(getattr(file, name)).split())

    people = {name: person for file in files for name, person in file.people.items()}
    told = (words_of_role(role) for person in people.values() for role in person.roles)
    person_nouns = bag("person_nouns") | {words[noun] for words, noun in told}
    gender_of_noun = genders(file.gendered_nouns for file in files)
    return Words(
        gender_of_name=genders(file.first_names for file in files),
        first_names=frozenset(
            word
            for file in files
            for text in (file.first_names.female, file.first_names.male, file.first_names.either)
            for word in text.split()
        ),
        gender_of_title=genders(file.gendered_titles for file in files),
        gender_of_noun=gender_of_noun,
        titles=bag("titles") | bag("honorifics") | bag("title_modifiers"),
        offices=bag("titles"),
        royal_titles=bag("royal_titles"),
        role_nouns=(bag("titles") | bag("honorifics") | person_nouns | gender_of_noun.keys()) - {"one"},
        honorifics=bag("honorifics"),
        suffixes=bag("suffixes"),
        person_nouns=person_nouns,
        plural_person_nouns=bag("plural_person_nouns"),
        bystanders=bag("bystanders"),
        organization_nouns=bag("organization_nouns"),
        document_nouns=bag("document_nouns") | bag("outlet_documents"),
        outlet_documents=bag("outlet_documents"),
        trades=bag("trades"),
        bodies=frozenset((word,) for word in bag("bodies")),
        common_organization_words=bag("organization_nouns") | bag("organization_words"),
        media_words=bag("media_words"),
        company_words=bag("company_words"),
        modifiers=bag("modifiers"),
        nicknames=sets(line for file in files for line in file.nicknames),
        role_class={word: line.split()[0] for file in files for line in file.same_role for word in line.split()},
        meaning={
            word: one
            for file in files
            for table in (file.countries, file.regions, file.parties)
            for one, line in table.items()
            for word in (*line.split(), one)
        },
        all_countries=frozenset(country for file in files for country in file.countries),
        all_regions=frozenset(region for file in files for region in file.regions),
        all_parties=frozenset(party for file in files for party in file.parties),
        people=people,
        full_names={
            tuple(alias.lower().replace(".", "").split()): name
            for name, person in people.items()
            for alias in (*person.aliases, name)
        },
    )


OWN = tuple(read_own("extractor.speakers", name, SpeakerWords) for name in ("words.toml", "first_names.toml"))
WORDS = merged(*OWN)
