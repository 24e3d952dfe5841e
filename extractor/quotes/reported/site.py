"""A place where a cue stands: its token, what depends on it, and who its grammatical subject is.

Everything is read from the parse once for each cue; the patterns share it. Positions are token indices.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from extractor.quotes import cues
from extractor.quotes.asides import (
    before_participle,
    capital_before,
    capital_behind,
    is_set_off,
    out_of_brackets,
    past_aside,
)
from extractor.quotes.coordination import governor
from extractor.quotes.reported import odds
from extractor.quotes.words import headline_sources, titles

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extractor.quotes.cues import CueEntry, Part

AUXILIARIES = frozenset(("aux", "auxpass", "neg", "advmod", "preconj"))
#: Verbs without a subject borrow that of the clause over them where they stand in it as one of these.
BORROWING = frozenset(("conj", "xcomp", "advcl", "pcomp", "prep", "dep", "relcl", "acomp"))
#: How many steps up the tree a clause may borrow its subject from.
MAX_CLIMB = 5
#: How many dependents of a verb are asked whether they are its subject.
MOST_DEPENDENTS = 40
DASHES = frozenset(("-", "--", "–", "—"))
#: What closes an aside, or stands before one.
PARTING = frozenset((",", ")", "--", "–", "—", '"', "”", "''"))


class Site:
    """One cue word in its sentence. `entry` is None where the lexicon does not know the word."""

    __slots__ = ("_subject", "children", "doc", "entry", "i", "part", "token")

    def __init__(self, token: Token, part: Part, entry: CueEntry | None) -> None:
        self.token = token
        self.part: Part = part
        self.entry = entry
        self.doc: Doc = token.doc
        self.i: int = token.i
        self.children: tuple[Token, ...] = tuple(token.children)
        self._subject: Token | bool | None = False

    @property
    def subject(self) -> Token | None:
        """Head of the noun phrase that says it, borrowed from a governing clause where it has none of its own."""
        if isinstance(self._subject, bool):
            found = past_aside(self.token, subject_of(self.token))
            if found is None or found.i > self.i:
                found = before_participle(self.token) or found
            self._subject = out_of_brackets(found) if found is not None else None
        return self._subject

    def worth(self, frame: str) -> bool:
        """Whether the cue in this construction may report a statement at all."""
        return odds.of_cue(self.part, self.entry, frame) > odds.WORTH

    def child(self, *labels: str) -> Token | None:
        """The first dependent with one of these labels."""
        for child in self.children:
            if child.dep_ in labels:
                return child
        return None


def subject_of(verb: Token) -> Token | None:
    """Head of the noun phrase that does the verb's action; None where the text leaves it open."""
    token = verb
    for _ in range(MAX_CLIMB):
        own = own_subject(token)
        if own is not None:
            return own if own.tag_ != "EX" and not (token is verb and is_parted(own, verb)) else None
        if token is verb and is_asked(token):
            return None
        passive = [c for c in islice(token.lefts, MOST_DEPENDENTS) if c.dep_ in ("nsubjpass", "auxpass")]
        if passive:
            # "A suit was filed alleging that ...": the passive's own subject goes on in the participle.
            return passive[0] if token is not verb and verb.tag_ == "VBG" and passive[0].dep_ == "nsubjpass" else None
        if token.dep_ == "acl" and is_set_off(token):
            clause = next((t for t in islice(token.ancestors, MAX_CLIMB) if t.tag_[:2] == "VB"), None)
            if clause is None:
                return None
            token = clause
            continue
        if token.dep_ == "acl":
            spoken_of = token is verb and token.tag_ == "VBN" and not _is_past(token)  # "a town known for its bridges"
            return token.head if token.head.tag_[:2] in ("NN", "PR") and not spoken_of else None
        if token.dep_ == "pcomp" and token.head.lower_ == "as":
            return quoted_speaker(token.head.head)
        if token.dep_ not in BORROWING and token.tag_ != "VBG":
            return None
        token = governor(token)
    return None


def _is_past(verb: Token) -> bool:
    """Whether what looks like a participle is the verb of its sentence: "Tarn, the mayor, called the plan mad"."""
    closed = verb.i > 0 and verb.nbor(-1).text == "," and verb.head.dep_ == "ROOT"
    return closed and any(child.dep_ == "dobj" for child in islice(verb.rights, MOST_DEPENDENTS))


def is_asked(verb: Token) -> bool:
    """Whether the verb is a participle for what somebody was asked, which are not his words.

    "Asked why, he left", "he left when asked why", "Tarn, asked why, left".
    """
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ not in ("advcl", "acl", "relcl"):
        return False
    entry = cues.entry(verb)
    if entry is None or not entry.spoken_to:
        return False
    before = verb.nbor(-1) if verb.i else None
    when = before is not None and before.lower_ == "when"
    if verb.dep_ == "advcl":
        return when or verb.i < verb.head.i
    return when or (before is not None and before.text == "," and verb.head.i < verb.i)


def is_parted(subject: Token, verb: Token) -> bool:
    """Whether one comma parts the two, as it does no subject from its verb: Tarn is asked in "Tarn, asked why, left".

    Where the subject has an aside, that comma closes it.
    """
    doc = verb.doc
    if verb.i < 2 or doc[verb.i - 1].text != "," or verb.tag_ not in ("VBD", "VBN") or subject.i > verb.i:
        return False
    entry = cues.entry(verb)
    phrase = doc[subject.left_edge.i : verb.i - 1]
    return entry is not None and entry.spoken_to and not any(t.text in PARTING for t in phrase)


def quoted_speaker(verb: Token) -> Token | None:
    """Who speaks in "quoted him as saying" and "was quoted as saying"."""
    return next((c for c in islice(verb.children, MOST_DEPENDENTS) if c.dep_ in ("dobj", "nsubjpass")), None)


def own_subject(verb: Token) -> Token | None:
    """The verb's own subject, or the agent of its passive; None where it has neither."""
    agent = subject = None
    passive = verb.tag_ == "VBN"
    for child in islice(verb.children, MOST_DEPENDENTS):
        if child.dep_ == "nsubj":
            if child.i > verb.i:
                return subject or child
            subject = child if subject is None else _nearer(subject, child)
        elif child.dep_ in ("nsubjpass", "auxpass"):
            passive = True
        elif child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            agent = next((c for c in child.children if c.dep_ == "pobj"), None)
    return subject or (agent if passive else capital_before(verb) or capital_behind(verb))


def _nearer(first: Token, second: Token) -> Token:
    """Which of two subjects is the verb's: the aide in "Tarn, an aide said, is ill"; of those in a list the first."""
    doc = second.doc
    start = second.left_edge.i
    between = doc[first.i + 1 : second.right_edge.i + 1]
    joined = any(t.tag_ == "CC" or t.dep_ == "conj" or t.text == "-" for t in between)
    if joined or doc[start - 1].text in DASHES or _makes_one_name(first, second):
        return first
    named = second.tag_ == "PRP" or second.ent_type_ == "PERSON" or first.tag_[:2] not in ("NN", "PR", "CD", "DT")
    return second if named or doc[start - 1].text == "," else first


def _makes_one_name(first: Token, second: Token) -> bool:
    """Whether both are one person, or two names of a headline: "mill spokesman Jo Burr", "Tarn, Burr agree"."""
    if second.left_edge.i == first.i + 1:
        return first.tag_ == "NNP" or first.lower_ in headline_sources() or first.lower_ in titles()
    return first.ent_type_ == second.ent_type_ == "PERSON" and second.left_edge.tag_ == "NNP"
