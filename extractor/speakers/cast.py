"""Everybody whom an article names, one actor each, with the names, roles and gender that the whole article gives."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.speakers.names import Name, first_names_agree, initials, parse_name, same_organization, same_person
from extractor.speakers.roles import roles_of, told_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.records import SpeakerKind
    from extractor.speakers.mentions import Named
    from extractor.speakers.page import Page
    from extractor.speakers.roles import Role
    from extractor.speakers.words import Gender

#: Of so many bearers of one surname the latest are looked at; no article has more.
MOST_BEARERS = 12


#: Longer names of bodies than this go without the article before them; "The Hague" and "The Guardian" keep it.
LONGEST_WITH_ARTICLE = 2
#: So many times as often named is "far more often".
FAR_MORE = 2
#: Of one with more forms of his name than this, the fullest is chosen anew only at the end.
MOST_FORMS = 40
#: Of so many of an actor's names it is asked whether another one fits.
MOST_NAMES = 4


class Actor:
    """One real-world source: a person, body or group that the article names or describes.

    `order` is the token of its first mention; `focus` how much it was talked about, when last in sentence `seen`.
    """

    __slots__ = (
        "_best",
        "focus",
        "gender",
        "human",
        "kind",
        "names",
        "order",
        "place",
        "plural",
        "roles",
        "seen",
        "shown",
        "uses",
    )

    def __init__(self, kind: SpeakerKind, order: int, shown: str = "") -> None:
        """An actor that nothing is known of yet but its kind and where it first stands."""
        self.kind: SpeakerKind = kind
        self.order = order
        self.shown = shown
        self.names: Counter[Name] = Counter()
        self.uses = 0
        self._best: Name | None = None
        self.roles: dict[str, Role] = {}
        self.gender: Gender | None = None
        self.plural = False
        self.human = kind == "person"
        self.place = False
        self.focus = 0.0
        self.seen = 0

    @property
    def name(self) -> str:
        """The fullest name that the article gives, without titles; the description where it gives none."""
        best = self.best
        if best is None:
            return self.shown
        longer = self.kind != "person" and len(best.keys) > LONGEST_WITH_ARTICLE
        return best.text[4:] if longer and best.keys[0] == "the" and best.text[3] == " " else best.text

    @property
    def best(self) -> Name | None:
        """The fullest of its names: most words, then most often used, then not in capitals."""
        if self._best is None and self.names:
            self._best = fullest(self.names)
        return self._best

    def add(self, name: Name) -> None:
        """Take in one more use of a name."""
        if len(self.names) < MOST_FORMS and name not in self.names:
            self._best = None
        self.names[name] += 1
        self.uses += 1
        self.gender = self.gender or name.gender

    def settle(self) -> None:
        """Choose the fullest name again, now that all uses are counted."""
        self._best = None

    def fits(self, name: Name) -> bool:
        """Whether `name` can be this actor's: it agrees with the fullest name, and no title tells the other gender."""
        told = name.title_gender
        if told and self.gender and told != self.gender:
            return False
        best = self.best
        if best is None or same_person(best, name):
            return best is not None
        return any(len(known.keys) > 1 and same_person(known, name) for known in list(self.names)[:MOST_NAMES])


def fullest(names: Counter[Name]) -> Name:
    """The fullest of one actor's names: of those that begin like the most usual full one, the one of most words.

    So "Donald J. Trump" is fuller than "Donald Trump", and a nickname or headline word before it ("Crooked …") is not.
    """
    full = [name for name in names if len(name.keys) > 1]
    if not full:
        return max(names, key=lambda n: (bool(n.suffix), not n.text.isupper(), names[n], len(n.text)))
    usual = max(full, key=lambda n: (n.known_first, names[n], -len(n.keys)))
    alike = [
        n
        for n in full
        if (n.last == usual.last and first_names_agree(n, usual))
        or (n.company and n.keys[: len(usual.keys)] == usual.keys)
    ]
    return max(
        alike or [usual], key=lambda n: (len(n.keys), bool(n.suffix), not n.text.isupper(), names[n], len(n.text))
    )


class Cast:
    """The actors of one article and who is named where. `at` maps the first token of a name to its actor."""

    def __init__(self, page: Page, found: Sequence[Named]) -> None:
        """Sort the names of an article into actors: full names first, short ones to whom they fit best."""
        self.page = page
        self.actors: list[Actor] = []
        self.at: dict[int, Actor] = {}
        self._by_key: dict[str, list[Actor]] = {}
        self.by_role: dict[str, list[Actor]] = {}
        self._full_at: dict[Actor, list[int]] = {}
        self._keeper: dict[str, Actor] = {}
        self._bodies: dict[tuple[str, ...], Actor] = {}
        found = [self._renamed(named) for named in found]
        persons = [named for named in found if named.label == "person"]
        full = [named for named in persons if len(named.keys) > 1]
        for named in sorted(full, key=lambda n: (not n.name.known_first, -len(n.keys), n.first)):
            self._add_full(named)
        for tokens in self._full_at.values():
            tokens.sort()
        for named in full:
            for role in roles_of(page, named):
                self.give(self.at[named.first], role)
        short = [named for named in persons if len(named.keys) == 1]
        for named in sorted(short, key=lambda n: (not n.name.titles, n.first)):
            self._add_short(named)
        for named in found:
            if named.label != "person":
                self._add_body(named)
        for actor in self.actors:
            actor.settle()
            self._settle_gender(actor)
        self._hear()

    def _renamed(self, named: Named) -> Named:
        """A name under the full one that a reader's list has for it."""
        full = self.page.known.full_names.get(named.keys)
        return replace(named, label="person", name=parse_name(full, self.page.known)) if full else named

    def _hear(self) -> None:
        """Give the people of a reader's list the roles that it tells."""
        for full, person in self.page.known.people.items():
            name = parse_name(full, self.page.known)
            for actor in self._by_key.get(name.last, ())[-MOST_BEARERS:]:
                if actor.fits(name):
                    for text in person.roles:
                        self.give(actor, told_role(text, self.page.known))

    def _settle_gender(self, actor: Actor) -> None:
        """A person's gender: what a reader's list says, then what most titles say, then the first name."""
        told = self.page.known.people.get(actor.name)
        titled: Counter[Gender] = Counter()
        for name, uses in actor.names.items():
            if name.title_gender:
                titled[name.title_gender] += uses
        if told is not None and told.gender:
            actor.gender = told.gender
        elif titled:
            actor.gender = titled.most_common(1)[0][0]
        elif actor.best is not None:
            alone = self.page.known.gender_of_name.get(actor.best.last) if len(actor.best.keys) == 1 else None
            actor.gender = actor.best.gender or actor.gender or alone

    def new(self, kind: SpeakerKind, order: int, shown: str = "") -> Actor:
        """A further actor."""
        actor = Actor(kind, order, shown)
        self.actors.append(actor)
        return actor

    def give(self, actor: Actor, role: Role) -> None:
        """Note a role that the article gives an actor."""
        known = actor.roles.get(role.text)
        if known is not None:
            actor.roles[role.text] = replace(known, details=known.details | role.details)
        else:
            actor.roles[role.text] = role
            actor.gender = actor.gender or role.gender
            bearers = self.by_role.setdefault(role.role, [])
            if actor not in bearers[-MOST_BEARERS:]:
                bearers.append(actor)

    # ------------------------------------------------------------ persons

    def _add_full(self, named: Named) -> None:
        """A name of several words: to the actor it agrees with, else a new one."""
        bearers = (
            self._by_key.get(named.name.last, [])[-MOST_BEARERS:] + self._by_key.get(named.keys[0], [])[-MOST_BEARERS:]
        )
        for actor in bearers:
            if actor.best is not None and actor.best.suffix == named.name.suffix and actor.fits(named.name):
                break
        else:
            actor = self.new("person", named.first)
            for key in dict.fromkeys((named.name.last, named.keys[0], *named.keys[1:-1])):
                if len(key) > 1:
                    self._by_key.setdefault(key, []).append(actor)
            for line in named.name.nicknames:
                self._by_key.setdefault(f"~{line}", []).append(actor)
        self._full_at.setdefault(actor, []).append(named.last)
        self._take(named, actor)

    def _add_short(self, named: Named) -> None:
        """A lone surname or first name: to the bearer of it whom the passage is about."""
        bearers = [a for a in self._by_key.get(named.name.last, ())[-MOST_BEARERS:] if a.fits(named.name)]
        if not bearers:
            alike = {a: None for line in named.name.nicknames for a in self._by_key.get(f"~{line}", ())[-MOST_BEARERS:]}
            bearers = list(alike) if len(alike) == 1 else []
        if named.name.titles:
            bearers = [actor for actor in bearers if self._introduced(actor, named)]
        surname = [actor for actor in bearers if actor.best and actor.best.last == named.name.last]
        bearers = surname or bearers
        if not bearers:
            actor = self.new("person", named.first)
            self._by_key.setdefault(named.name.last, []).append(actor)
        else:
            actor = bearers[0] if len(bearers) == 1 else self._nearest(bearers, named)
            self._note_keeper(actor, bearers, named)
        self._take(named, actor)

    def _note_keeper(self, actor: Actor, bearers: list[Actor], named: Named) -> None:
        """Note who is called by a surname alone while no other bearer of it has appeared."""
        if named.name.titles or named.name.last in self._keeper:
            return
        others = (self._full_at.get(other, [named.first])[0] for other in bearers if other is not actor)
        if all(first > named.first for first in others):
            self._keeper[named.name.last] = actor

    def _introduced(self, actor: Actor, named: Named) -> bool:
        """Whether a titled surname can be this bearer's: named in full before, or somewhere with the same title."""
        full = self._full_at.get(actor)
        if self.page.known.royal_titles.isdisjoint(named.name.titles) and (
            not full or full[0] < named.first or named.name.title_gender
        ):
            return True
        return any(set(name.titles) & set(named.name.titles) for name in actor.names)

    def _nearest(self, bearers: list[Actor], named: Named) -> Actor:
        """Of several bearers of a surname: the one introduced in full just before, else the one named most.

        Who bore the surname alone before the others came keeps it against those who go on being named in full.
        """
        here = [actor for actor in bearers if self._full_at.get(actor, [named.first])[0] < named.first]
        # A headline's lone surname may come before its main bearer is named, so that one is not to be named far more.
        if len(here) == 1 and max(actor.uses for actor in bearers) < FAR_MORE * (here[0].uses + 1):
            return here[0]
        paragraph = self.page.paragraph[named.first]
        recent: list[tuple[int, Actor]] = []
        keeper = self._keeper.get(named.name.last)
        for actor in bearers:
            full = self._full_at.get(actor, [])
            if keeper in bearers and actor is not keeper and len(full) > 1:
                continue
            last = full[at - 1] if (at := bisect_left(full, named.first)) else None
            if last is not None and paragraph - self.page.paragraph[last] <= 2 and self.page.is_subject(last):
                recent.append((last, actor))
        if recent:
            return max(recent, key=lambda pair: pair[0])[1]
        return max(bearers, key=lambda actor: (actor.uses, -actor.order))

    # ------------------------------------------------------------ bodies, places and peoples

    def _add_body(self, named: Named) -> None:
        """A name of a body or place: to the actor with the same name, its long form or its acronym."""
        keys = named.keys[1:] if len(named.keys) > 1 and named.keys[0] == "the" else named.keys
        actor = self._bodies.get(keys)
        if actor is None:
            actor = self._same_body(named)
            if actor is None:
                actor = self.new("group" if named.label == "people" else "organization", named.first)
                actor.plural = named.label == "people"
                actor.place = named.label == "place"
            self._bodies[keys] = actor
            for key in dict.fromkeys((keys[0], keys[-1], initials(keys))):
                self._by_key.setdefault("#" + key, []).append(actor)
        self._take(named, actor)

    def _same_body(self, named: Named) -> Actor | None:
        """An actor known by a name that can be the same body's."""
        seen: dict[int, Actor] = {}
        for key in (named.keys[0], named.keys[-1], initials(named.keys)):
            for actor in self._by_key.get("#" + key, ())[-MOST_BEARERS:]:
                seen[id(actor)] = actor
        for actor in seen.values():
            if named.label == "organization" and any(
                same_organization(name, named.name) for name in list(actor.names)[:MOST_BEARERS]
            ):
                return actor
        return None

    def _take(self, named: Named, actor: Actor) -> None:
        """Note that the actor is named here."""
        actor.add(named.name)
        actor.order = min(actor.order, named.first)
        self.at[named.first] = actor
