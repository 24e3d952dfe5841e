"""What a reader's own word list teaches, on top of ours: people, first names and reporting verbs.

It is read before any work begins, so that an error of it costs nothing, and small enough to send to every worker.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from extractor import lexicon
from extractor.lexicon import LexiconError
from extractor.speakers.words import OWN, WORDS, Genders, Person, SpeakerWords, Words, merged

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["NOTHING", "LexiconError", "Taught", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingVerbs:
    """Verbs in dictionary form that introduce quotations and reported clauses, as "say" does.

    Raises:
        ValueError: one is not a single word of letters; the parser takes the parts of one with a hyphen for words.
    """

    verbs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for verb in self.verbs:
            if not verb.isalpha():
                raise ValueError(f"{verb!r} is no single word of letters only")


@dataclass(frozen=True, kw_only=True)
class Taught:
    """One TOML file of a reader's own; every table may be left out."""

    people: dict[str, Person] = field(default_factory=dict)
    first_names: Genders = field(default_factory=Genders)
    cues: ReportingVerbs = field(default_factory=ReportingVerbs)

    @cached_property
    def words(self) -> Words:
        """Our words for speakers with these on top."""
        if not self.people and self.first_names == Genders():
            return WORDS
        return merged(*OWN, SpeakerWords(people=self.people, first_names=self.first_names))

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The reporting verbs."""
        return frozenset(self.cues.verbs)


NOTHING = Taught()


def read(file: Path) -> Taught:
    """Read a reader's word list.

    Raises:
        LexiconError: it cannot be used; the message names file, table and key.
    """
    return lexicon.read(file, Taught)
