"""A place where a cue stands: its token, what depends on it, and who its grammatical subject is.

Everything is read from the parse once for each cue; the patterns share it. Positions are token indices.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from extractor.quotes.cues import CueEntry

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset(("nsubj", "csubj", "expl"))
AUXILIARIES = frozenset(("aux", "auxpass", "neg", "advmod", "preconj"))
PARTS = {"NN": "noun", "JJ": "adjective", "RB": "adverb"}
#: How many steps up the tree a clause may borrow its subject from.
MAX_CLIMB = 5


@dataclass(frozen=True)
class Site:
    """One cue word in its sentence. `entry` is None where the lexicon does not know the word."""

    token: Token
    entry: CueEntry | None

    @property
    def doc(self) -> Doc:
        """The parse it belongs to."""
        return self.token.doc

    @property
    def i(self) -> int:
        """Its token index."""
        return int(self.token.i)

    @property
    def part(self) -> str:
        """Its part of speech, as the lexicon names it; "verb" for "according"."""
        return PARTS.get(self.token.tag_[:2], "verb")

    @cached_property
    def children(self) -> tuple[Token, ...]:
        """Its direct dependents in text order."""
        return tuple(self.token.children)

    @cached_property
    def passive(self) -> bool:
        """Whether the verb is a passive or a bare participle after a noun ("statements made by ...")."""
        return any(c.dep_ in ("nsubjpass", "auxpass") for c in self.children) or (
            self.token.tag_ == "VBN" and self.token.dep_ in ("acl", "advcl", "amod")
        )

    @cached_property
    def subject(self) -> Token | None:
        """Head of the noun phrase that says it, borrowed from a governing clause where it has none of its own."""
        return subject_of(self.token)

    def child(self, *labels: str) -> Token | None:
        """The first dependent with one of these labels."""
        return next((c for c in self.children if c.dep_ in labels), None)


def subject_of(verb: Token) -> Token | None:
    """Head of the noun phrase that does the verb's action; None where the text leaves it open."""
    token = verb
    for _ in range(MAX_CLIMB):
        own = own_subject(token)
        if own is not None:
            return own if own.tag_ != "EX" else None
        if _is_passive(token) and token is verb:
            return None
        if token.dep_ == "acl":
            return _governor(token)
        if token.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "dep", "relcl", "ccomp") or token.head.i == token.i:
            return None
        if token.dep_ == "ccomp" and token.tag_ != "VBG":
            return None
        token = token.head
    return None


def _governor(participle: Token) -> Token | None:
    """The noun that "saying" in "a statement saying ..." describes."""
    return participle.head if participle.head.tag_[:2] in ("NN", "PR") else None


def own_subject(verb: Token) -> Token | None:
    """The verb's own subject, or the agent of its passive; None where it has neither."""
    agent = None
    passive = False
    for child in verb.children:
        if child.dep_ == "nsubj":
            return child
        if child.dep_ in ("nsubjpass", "auxpass"):
            passive = True
        elif child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            agent = next((c for c in child.children if c.dep_ == "pobj"), None)
    if agent is not None and (passive or verb.tag_ == "VBN"):
        return agent
    return None


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
