"""Reporting cues: which words say that somebody said something, what they take, and how sure that is.

The words stand in `cues.toml`. Each has a dictionary form, a mode (speech, thought or attitude) and its *frames*:
what it may take ("that", "infinitive", "of" ...) and the probability that such a construction reports a statement.
Inflected forms are generated once, regular ones by the spelling rules of English, the others from a table.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from extractor.lexicon import read_own
from extractor.records import Mode

if TYPE_CHECKING:
    from spacy.tokens import Token

Part = Literal["verb", "noun", "adjective", "adverb"]

VOWELS = frozenset("aeiou")
SIBILANTS = ("s", "x", "z", "ch", "sh", "o")
#: The probability of a frame that the lexicon knows neither for the word nor for its part of speech.
UNKNOWN = 0.03
#: From here on a verb beside a quotation is taken to introduce it.
SPEECH_FLOOR = 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class CueEntry:
    """One reporting word. `frames` maps what it takes to the probability (0..1) that it reports a statement.

    `lean` is how much more than its kind the word does so where `frames` has no number, in log-odds.
    `negative` words deny or withhold what they take ("denied that", "declined to say"). The object of `spoken_to` words
    is whom it was said to ("told AFP"), the subject of `raising` words is part of what they report ("rates seem to
    fall"). With one of its `idioms` as object a verb says nothing ("claimed lives").
    """

    lemma: str
    part: Part
    mode: Mode
    frames: Mapping[str, float]
    lean: float = 0.0
    negative: bool = False
    spoken_to: bool = False
    raising: bool = False
    idioms: tuple[str, ...] = ()

    def probability_of(self, frame: str) -> float:
        """How sure the word in this frame reports a statement (0..1).

        Its own probability where the lexicon counts it, else that of its part of speech, moved by its lean.
        """
        own = self.frames.get(frame)
        if own is not None:
            return own
        prior = cue_list().prior[self.part].get(frame, UNKNOWN)
        return 1.0 / (1.0 + (1.0 - prior) / prior * math.exp(-self.lean))

    @property
    def introduces_speech(self) -> bool:
        """Whether the word stands beside a quotation as its reporting word ("said", "a statement")."""
        return self.mode == "speech" and self.frames.get("direct", 0.0) >= SPEECH_FLOOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A line of the lexicon as `cues.toml` writes it."""

    mode: Mode = "speech"
    negative: bool = False
    lean: float = 0.0
    takes: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CueList:
    """The whole of `cues.toml`."""

    leading: tuple[str, ...]
    raising: tuple[str, ...]
    spoken_to: tuple[str, ...]
    irregular: dict[str, tuple[str, ...]]
    idiom: dict[str, tuple[str, ...]]
    prior: dict[Part, dict[str, float]]
    verb: dict[str, Word]
    noun: dict[str, Word]
    adjective: dict[str, Word]
    adverb: dict[str, Word]


def entry(token: Token) -> CueEntry | None:
    """The lexicon's entry for a token of the parse, by its form and part of speech; None for any other word."""
    part = PARTS.get(token.tag_[:2])
    return forms()[part].get(token.lower_) if part else None


def probability(part: Part, known: CueEntry | None, frame: str) -> float:
    """How sure a word reports a statement in this frame (0..1): its entry's number, else that of its part of speech."""
    if known is not None:
        return known.probability_of(frame)
    return cue_list().prior[part].get(frame, UNKNOWN)


PARTS: Mapping[str, Part] = {"VB": "verb", "NN": "noun", "JJ": "adjective", "RB": "adverb"}


def leads(token: Token) -> bool:
    """Whether a word before "to" only leads up to a cue ("continued to say", "is likely to announce")."""
    return token.lower_ in _leading_forms()


@cache
def _leading_forms() -> frozenset[str]:
    words = cue_list()
    return frozenset(form for lemma in words.leading for form in (*verb_forms(lemma), *words.irregular.get(lemma, ())))


@cache
def cue_list() -> CueList:
    """The lexicon that ships with the program.

    Raises:
        LexiconError: the file has an error; the message names table and key.
    """
    return read_own("extractor.quotes", "cues.toml", CueList)


#: What any verb that a reader's list adds takes: a quotation beside it and the clauses of speech.
ADDED: Mapping[str, float] = {"direct": 0.98, "that": 0.89, "bare": 0.86, "fronted": 0.73, "as-said": 0.62}
_added: ContextVar[frozenset[str]] = ContextVar("added", default=frozenset())


@contextmanager
def also(verbs: frozenset[str]) -> Iterator[None]:
    """While this is open, and only in this thread of work, these verbs (in dictionary form) report speech too."""
    before = _added.set(verbs)
    try:
        yield
    finally:
        _added.reset(before)


def added() -> frozenset[str]:
    """The verbs that `also` adds here."""
    return _added.get()


def forms() -> Mapping[Part, Mapping[str, CueEntry]]:
    """Entries by lower-case inflected form, a table for each part of speech, with what `also` adds."""
    return _forms(_added.get())


@lru_cache(maxsize=8)
def _forms(more: frozenset[str]) -> Mapping[Part, Mapping[str, CueEntry]]:
    words = cue_list()
    verb = dict(words.verb)
    for lemma in map(str.lower, sorted(more)):
        own = verb.get(lemma, Word())
        verb[lemma] = replace(own, mode="speech", takes={**own.takes, **ADDED})
    verbs = _table("verb", verb, words.irregular, verb_forms)
    nouns = _table("noun", words.noun, {}, noun_forms)
    adjectives = _table("adjective", words.adjective, {}, lambda lemma: {lemma})
    adverbs = _table("adverb", words.adverb, {}, lambda lemma: {lemma})
    return {"verb": verbs, "noun": nouns, "adjective": adjectives, "adverb": adverbs}


def _table(
    part: Part,
    words: Mapping[str, Word],
    irregular: Mapping[str, tuple[str, ...]],
    inflect: Callable[[str], set[str]],
) -> Mapping[str, CueEntry]:
    table: dict[str, CueEntry] = {}
    for lemma, word in words.items():
        made = CueEntry(
            lemma=lemma,
            part=part,
            mode=word.mode,
            frames=word.takes,
            lean=word.lean,
            negative=word.negative,
            spoken_to=part == "verb" and lemma in cue_list().spoken_to,
            raising=part == "verb" and lemma in cue_list().raising,
            idioms=cue_list().idiom.get(lemma, ()) if part == "verb" else (),
        )
        for form in (*inflect(lemma), *irregular.get(lemma, ())):
            table.setdefault(form, made)
        table[lemma] = made
    return table


def verb_forms(lemma: str) -> set[str]:
    """The regular forms of a verb; both spellings where a consonant may double ("admitted", "visited").

    A form that nobody writes does no harm: the table is only ever asked for words of the text.
    """
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) else lemma
    made = {lemma, noun_ending(lemma), lemma + "d" if lemma.endswith("e") else lemma + "ed", stem + "ing"}
    if lemma.endswith("ie"):
        made |= {lemma + "d", lemma[:-2] + "ying"}
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        made.add(lemma[:-1] + "ied")
    if len(lemma) > 2 and lemma[-1] not in VOWELS | set("wxy") and lemma[-2] in VOWELS:
        made |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return made


def noun_forms(lemma: str) -> set[str]:
    """A noun and its regular plural."""
    return {lemma, noun_ending(lemma)}


def noun_ending(lemma: str) -> str:
    """The word with -s, -es or -ies, as plural of a noun or third person of a verb."""
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(SIBILANTS) else "s")
