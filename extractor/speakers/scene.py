"""The article as a reader has it in mind while reading on: who was spoken of lately, and how prominently.

Prominence follows Lappin and Leass (1994): every mention adds a weight for its grammatical role, and all of it fades
with each sentence. Sentences inside quotations move nothing, and what they mention counts little.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from extractor.speakers.cast import Actor, Cast
from extractor.speakers.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from extractor.records import Span, SpeakerKind, Statement
    from extractor.speakers.mentions import Named
    from extractor.speakers.page import Page

FADING = 0.25
#: Sentences after which an actor is prominent no more.
FORGOTTEN = 60
WEIGHTS = {
    "nsubj": 1.0,
    "nsubjpass": 0.9,
    "agent": 0.5,
    "dobj": 0.45,
    "dative": 0.45,
    "pobj": 0.3,
    "poss": 0.3,
    "appos": 0.3,
    "ROOT": 0.6,
    "conj": 0.4,
}
OTHER_WEIGHT = 0.15
IN_QUOTATION = 0.15
SPEAKING = 0.3
PER_MENTION = 0.03
TALKED_ABOUT = 0.15
EMBEDDED = 0.6
EMBEDDED_CLAUSES = frozenset({"advcl", "relcl", "ccomp", "acl", "pcomp", "csubj"})
PLACE = 0.1
NAMELESS = 0.35
#: Of so many names in what somebody says it is asked whom he talks about.
MOST_TALKED_ABOUT = 60
#: Only so many of the latest actors are thought of; more would make long lists of names slow.
MOST_IN_MIND = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One span whose speaker is sought: its tokens, what it consists of, what it says and in whose words it stands."""

    span: Span
    first: int
    last: int
    pronoun: str | None
    phrase: Phrase | None
    told: tuple[Span, ...] = ()
    within: Statement | None = None

    @property
    def head(self) -> int:
        """The token that says what the source is."""
        return self.phrase.head if self.phrase is not None else self.first


class Scene:
    """What is in the reader's mind at one point of the article: the sieves ask it, the walk moves it."""

    def __init__(self, page: Page, cast: Cast, found: Sequence[Named], covering: Mapping[int, Named]) -> None:
        """Start before the first word: everybody whom the article names is known, nobody has been spoken of."""
        self.page = page
        self.cast = cast
        self.found = found
        self.covering = covering
        self.firsts = [named.first for named in found]
        self.mind: list[Actor] = []
        self.described: list[tuple[Phrase, Actor]] = []
        self.solved: dict[Span, tuple[Actor, str]] = {}
        self.here = 0
        self.last_speaker: Actor | None = None
        self.last_body: Actor | None = None

    def actor_of(self, named: Named) -> Actor:
        """The actor whom a name stands for."""
        return self.cast.at[named.first]

    @property
    def sentence(self) -> int:
        """The number of the sentence that is being read."""
        return self.page.sentence[self.here]

    def at(self, token: int) -> None:
        """Read on to a token."""
        self.here = token

    def touch(self, actor: Actor, token: int, *, speaks: bool = False) -> None:
        """The article speaks of an actor at a token; more weight if it `speaks` there."""
        page = self.page
        weight = WEIGHTS.get(page.deps[token], OTHER_WEIGHT)
        if speaks:
            weight += SPEAKING
        if page.is_subject(token) and page.deps[page.heads[token]] in EMBEDDED_CLAUSES:
            weight *= EMBEDDED
        elif actor.place and not page.is_subject(token):
            weight *= PLACE
        if speaks and page.deps[page.heads[token]] != "relcl":
            self.last_speaker = actor
            if not actor.human and not actor.plural:
                self.last_body = actor
        if page.quoted[token]:
            weight *= IN_QUOTATION
        sentence = page.sentence[token]
        actor.focus = self.focus(actor, sentence) + weight
        actor.seen = sentence
        if actor in self.mind:
            self.mind.remove(actor)
        self.mind.append(actor)
        del self.mind[:-MOST_IN_MIND]

    def focus(self, actor: Actor, sentence: int) -> float:
        """How prominent an actor is in a sentence."""
        passed = sentence - actor.seen
        if passed >= FORGOTTEN:
            return 0.0
        # Far behind, where the actor was seen further on, the power would be too large for a float.
        return actor.focus * FADING ** max(passed, -FORGOTTEN)

    def prominent(
        self, fits: Callable[[Actor], bool], talked_about: Sequence[Actor] = ()
    ) -> tuple[Actor | None, float]:
        """The most prominent actor that fits and how prominent, None and 0 when nobody does.

        `talked_about` are those whom the statement itself names: seldom the one who makes it.
        """
        sentence = self.sentence
        best: Actor | None = None
        most = 0.0
        for actor in reversed(self.mind):
            if not fits(actor):
                continue
            score = self.focus(actor, sentence) * (1.0 + PER_MENTION * log(1 + actor.uses))
            if actor in talked_about:
                score *= TALKED_ABOUT
            if not actor.uses:
                score *= NAMELESS
            if score > most:
                best, most = actor, score
        return best, most

    def named_in(self, spans: Sequence[Span]) -> list[Actor]:
        """The actors named inside these ranges of characters."""
        out: list[Actor] = []
        starts = self.page.starts
        for span in spans:
            low = bisect_left(self.firsts, bisect_left(starts, span.start))
            high = min(bisect_left(self.firsts, bisect_left(starts, span.end)), low + MOST_TALKED_ABOUT)
            out += [self.actor_of(named) for named in self.found[low:high]]
        return out

    def new(self, kind: SpeakerKind, phrase: Phrase) -> Actor:
        """An actor who has no name, only this description."""
        return self.cast.new(kind, phrase.first, self.page.string(phrase.first, phrase.last))

    def group(self, actors: Sequence[Actor], token: int) -> Actor:
        """The actor that several named ones make together; the same several make the same one."""
        shown = " and ".join(actor.name for actor in actors)
        for actor in self.cast.actors:
            if actor.kind == "group" and actor.shown == shown:
                return actor
        actor = self.cast.new("group", token, shown)
        actor.plural = True
        return actor
