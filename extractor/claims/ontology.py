"""What can happen to those a figure counts: `events.toml` and `verbs.toml` made into tables of word forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from extractor.lexicon import read_own
from extractor.records import Trend

Role = Literal["object", "subject", "to", "by"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """Verbs that mean the event only with certain objects, or with certain words behind a preposition."""

    verbs: tuple[str, ...]
    subject: bool = False
    to: bool = False
    agent: bool = False
    objects: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    negated: bool = False
    who: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    persons: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event of `events.toml`; see the file's head for the fields."""

    unit: str
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    crowd: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    souls: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    tolls: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    story_nouns: tuple[str, ...] = ()
    story_words: tuple[str, ...] = ()
    story_verbs: tuple[str, ...] = ()
    story_subjects: tuple[str, ...] = ()
    story_kind: str = ""
    story_near: bool = False
    story_who: tuple[str, ...] = ()
    story_of: tuple[str, ...] = ()
    guarded: tuple[Guarded, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """A plain list of words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Verbs and nouns of going up and down."""

    up: tuple[str, ...]
    down: tuple[str, ...]
    up_nouns: tuple[str, ...]
    down_nouns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbs:
    """`verbs.toml`."""

    irregular: Mapping[str, tuple[str, str]]
    doubling: WordList
    change: Changes


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a verb form: the event, whom it counts, and what must stand beside the verb."""

    event: str
    role: Role
    particle: str = ""
    objects: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    negated: bool = False
    least: float = 0.0
    persons: bool = False
    who: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    alone: bool = False

    @property
    def plain(self) -> bool:
        """Whether the verb means it of any object, whatever stands beside it."""
        return self.role == "object" and not (
            self.objects or self.beside or self.particle or self.persons or self.by or self.who
        )


VERBS = read_own("extractor.claims", "verbs.toml", Verbs)
EVENTS = read_own("extractor.claims", "events.toml", dict[str, Event])
#: So many at least are a crowd.
CROWD = 50.0
VOWELS = frozenset("aeiou")


def past(verb: str) -> str:
    """The regular past tense."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ied"
    return verb + (verb[-1] if verb in VERBS.doubling.words else "") + "ed"


def forms(verb: str) -> set[str]:
    """All forms of a verb, the base form included."""
    stem = verb + verb[-1] if verb in VERBS.doubling.words else verb
    if verb.endswith("ie"):
        stem = verb[:-2] + "y"
    elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        stem = verb[:-1]
    third = (
        verb[:-1] + "ies"
        if verb.endswith("y") and verb[-2:-1] not in VOWELS
        else "has"
        if verb == "have"
        else verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    )
    return {verb, third, stem + "ing", *VERBS.irregular.get(verb, (past(verb), past(verb)))}


def plural(noun: str) -> str:
    """The regular plural of a noun or of a compound's last word."""
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


def senses() -> Mapping[str, tuple[Sense, ...]]:
    """The meanings of every verb form, those that ask for more words first: they know more."""
    table: dict[str, list[Sense]] = defaultdict(list)
    for name, event in EVENTS.items():
        for guard in event.guarded:
            for form, sense in guarded_senses(name, guard):
                table[form].insert(0, sense)
        for form, sense in plain_senses(name, event):
            table[form].append(sense)
    return {
        form: tuple(
            sorted(found, key=lambda s: (not (s.objects or s.beside or s.particle or s.who), not s.beside, not s.by))
        )
        for form, found in table.items()
    }


def plain_senses(name: str, event: Event) -> Iterator[tuple[str, Sense]]:
    """Every verb form of an event's plain lists with its meaning."""
    lists: tuple[tuple[tuple[str, ...], Sense], ...] = (
        (event.crowd, Sense(name, "subject", least=CROWD)),
        (event.persons, Sense(name, "object", persons=True)),
        (event.alone, Sense(name, "subject", alone=True)),
        (event.souls, Sense(name, "subject", persons=True)),
        (event.object, Sense(name, "object")),
        (event.subject, Sense(name, "subject")),
    )
    for verbs, sense in lists:
        for entry in verbs:
            verb, _, particle = entry.partition("_")
            meant = replace(sense, particle=particle) if particle else sense
            yield from ((form, meant) for form in forms(verb))


def guarded_senses(name: str, guard: Guarded) -> Iterator[tuple[str, Sense]]:
    """Every verb form of one guarded entry with its meaning."""
    for entry in guard.verbs:
        verb, _, particle = entry.partition("_")
        role: Role = "to" if guard.to else "by" if guard.agent else "subject" if guard.subject else "object"
        sense = Sense(
            name,
            role,
            particle,
            frozenset(guard.objects),
            frozenset(guard.beside),
            guard.negated,
            who=frozenset(guard.who),
            by=frozenset(guard.by),
            persons=guard.persons,
        )
        yield from ((form, sense) for form in forms(verb))


def by_word(key: Literal["nouns", "tolls", "victims", "states", "story_nouns"]) -> Mapping[str, str]:
    """Word (nouns also in the plural) -> event; the first event of the file wins."""
    table: dict[str, str] = {}
    for name, event in EVENTS.items():
        for word in getattr(event, key):
            table.setdefault(word, name)
            if key != "states":
                table.setdefault(plural(word), name)
    return table


def told_by_verbs() -> Mapping[str, Mapping[str, str]]:
    """Event -> verb form -> the particle it must have, "" for none."""
    return {
        name: {form: entry.partition("_")[2] for entry in event.story_verbs for form in forms(entry.partition("_")[0])}
        for name, event in EVENTS.items()
        if event.story_verbs
    }


def by_phrase() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Last word of a phrase -> (its first word, event)."""
    table: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, event in EVENTS.items():
        for phrase in event.phrases:
            words = phrase.split()
            table[words[-1]].append((words[0], name))
    return {word: tuple(found) for word, found in table.items()}


def trends() -> tuple[Mapping[str, Trend], Mapping[str, Trend]]:
    """Forms of the verbs, and nouns, of going up and down."""
    verbs: dict[str, Trend] = {}
    nouns: dict[str, Trend] = {}
    for trend, words, names in (
        ("up", VERBS.change.up, VERBS.change.up_nouns),
        ("down", VERBS.change.down, VERBS.change.down_nouns),
    ):
        way: Trend = "up" if trend == "up" else "down"
        for verb in words:
            if "_" not in verb:
                verbs |= dict.fromkeys(forms(verb), way)
        for noun in names:
            nouns |= {noun: way, plural(noun): way}
    return verbs, nouns


SENSES = senses()
EVENT_NOUNS = by_word("nouns")
TOLLS = by_word("tolls")
VICTIMS = by_word("victims")
#: Those whom somebody sends: what they do where they come is a deployment.
FORCES = frozenset(who for guard in EVENTS["deployed"].guarded for who in guard.who)
STATES = by_word("states")
STORY_NOUNS = by_word("story_nouns")
STORY_OF = {of: name for name, event in EVENTS.items() for of in event.story_of}
STORY_VERBS = told_by_verbs()
STORY_KINDS = {
    kind: tuple(name for name, event in EVENTS.items() if event.story_kind == kind)
    for kind in {event.story_kind for event in EVENTS.values()} - {""}
}
STORY_SUBJECTS = {name: frozenset(event.story_subjects) for name, event in EVENTS.items()}
STORY_WORDS = {name: event.story_words for name, event in EVENTS.items() if event.story_words}
PHRASES = by_phrase()
CHANGE_VERBS, CHANGE_NOUNS = trends()
UNIT_OF = {name: event.unit for name, event in EVENTS.items()}
