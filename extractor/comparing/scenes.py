"""The facts of one story: its claims apart by event, who is counted, how it is meant, where, and in what year."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from extractor.comparing.places import Gazetteer, scope_key
from extractor.comparing.subject import OF_PERSONS
from extractor.comparing.wording import stem
from extractor.linking.agreement import bounds_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from extractor.comparing.names import Name
    from extractor.comparing.telling import Telling

#: Events of which a noun alone does not say that two different numbers are of one fact.
LOOSE_EVENTS = frozenset({"other", "measure", "share", "change"})

#: How alike two sentences must be that give an equal number, different numbers of persons, of anything else.
ALIKE_EQUAL, ALIKE_PERSONS, ALIKE_DIFFERENT = 0.30, 0.40, 0.60
#: No more groups than this are looked at for a telling.
MOST_GROUPS = 40
#: What is counted, whether it is an unnamed part, the year where it is not the story's own, the places.
Key = tuple[tuple[object, ...], bool, str | None, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The tellings of one fact, and the places that it covers as a reader is shown them, None where none is named."""

    scope: str | None
    tellings: tuple[Telling, ...]


def scenes_of(story: Sequence[Telling]) -> list[Scene]:
    """The facts of a story."""
    gazetteer = Gazetteer()
    for names in {t.card.sha256: t.card.lead_names for t in story}.values():
        gazetteer.learn(names)
    for telling in story:
        gazetteer.learn(telling.setting.named)
        for names in telling.setting.near:
            gazetteer.learn(names)
    scopes = scopes_of(story, gazetteer)
    whole_of = {(t.card.sha256, t.claim.id): (t.subject.who, scope) for t, scope in zip(story, scopes, strict=True)}
    years = {t.card.published[:4] for t in story if t.era is None}
    settled: dict[Key, list[Telling]] = {}
    for telling, scope in zip(story, scopes, strict=True):
        era = telling.era if telling.era not in years else None
        whole = whole_of.get((telling.card.sha256, telling.claim.part_of or ""))
        in_part = whole == (telling.subject.who, scope)
        key: Key = (what(telling), in_part, era, scope)
        settled.setdefault(key, []).append(telling)
    parts: list[Scene] = []
    for key, told in settled.items():
        written = " and ".join(gazetteer.shown(place) for place in sorted(key[-1])) or None
        of_persons = told[0].subject.event in OF_PERSONS
        for crowd in crowds(told):
            groups = [crowd] if of_persons else alike(crowd)
            parts += [Scene(scope=written, tellings=tuple(group)) for group in groups]
    return parts


def what(telling: Telling) -> tuple[object, ...]:
    """What is counted; of loose events only equal numbers are one fact, unless verb and noun agree."""
    subject, claim = telling.subject, telling.claim
    key = (subject.event, subject.unit, subject.who, subject.modality)
    if subject.event in OF_PERSONS or (subject.who and subject.event not in LOOSE_EVENTS):
        return key
    verb = stem(claim.event_mention.text) if claim.event_mention else None
    if verb and (subject.who or subject.unit == "people"):
        return (*key, verb)
    return (*key, verb, claim.low, claim.high)


def alike(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings of sums, shares and things apart where their sentences are not alike: every company has a profit.

    Equal numbers need be less alike than different ones. Each joins the first group whose first telling it is like.
    """
    groups: list[list[Telling]] = []
    for telling in tellings:
        bounds = bounds_of(telling.claim)
        different = ALIKE_PERSONS if telling.subject.unit == "people" else ALIKE_DIFFERENT
        for group in groups[:MOST_GROUPS]:
            least = ALIKE_EQUAL if bounds == bounds_of(group[0].claim) else different
            if telling.card is group[0].card or likeness(telling.frame, group[0].frame) >= least:
                group.append(telling)
                break
        else:
            groups.append([telling])
    return groups


def likeness(some: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Cosine of two frames."""
    shared = sum(weight * other.get(word, 0.0) for word, weight in some.items())
    lengths = sum(w * w for w in some.values()) * sum(w * w for w in other.values())
    return shared / sqrt(lengths) if lengths else 0.0


def crowds(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings with a noun of their own ("12 miners") apart from the others only where an article sets them apart.

    If no article gives one number of miners and another one of people, miners are all the people of that story.
    """
    groups: dict[str | None, list[Telling]] = {None: []}
    for telling in tellings:
        groups.setdefault(telling.subject.crowd, []).append(telling)
    main = groups.pop(None)
    apart: list[list[Telling]] = []
    for _, group in sorted(groups.items(), key=lambda item: (-len(item[1]), str(item[0]))):
        if set_apart(main, group):
            apart.append(group)
        else:
            main = main + group
    return [sorted(group, key=lambda t: t.order) for group in (main, *apart) if group]


def set_apart(some: Sequence[Telling], others: Sequence[Telling]) -> bool:
    """Whether one source gives, in one article, the two numbers that cannot be one."""
    told: dict[tuple[str, str | None], list[tuple[float, float]]] = {}
    for telling in some:
        told.setdefault((telling.card.sha256, telling.voice), []).append(bounds_of(telling.claim))
    for telling in others:
        low, high = bounds_of(telling.claim)
        if any(low > top or bottom > high for bottom, top in told.get((telling.card.sha256, telling.voice), ())):
            return True
    return False


def scopes_of(story: Sequence[Telling], gazetteer: Gazetteer) -> list[frozenset[str]]:
    """The scope of each telling, as places of the story that are told apart in it."""
    parents = gazetteer.parents()
    core = core_places(story)
    raw = [places_of(telling, gazetteer, core) for telling in story]
    used = {place for places in raw for place in places}
    children = Counter(outer for place in used if (outer := parents.get(place)))
    scopes = [scope_key(places, parents, children) for places in raw]
    everywhere: dict[str, set[str]] = {}
    for telling, scope in zip(story, scopes, strict=True):
        everywhere.setdefault(telling.card.sha256, set()).update(scope & core or scope)
    return [
        frozenset(everywhere[telling.card.sha256]) if says_all(telling) else scope
        for telling, scope in zip(story, scopes, strict=True)
    ]


def says_all(telling: Telling) -> bool:
    """Whether the telling means all places of its article: "both" in its sentence, and no place of its own."""
    return telling.setting.whole and not any(name.where and not name.said for name in telling.setting.named)


def core_places(story: Iterable[Telling]) -> frozenset[str]:
    """The places that more than one article of the story names."""
    named: dict[str, set[str]] = {}
    for telling in story:
        for names in (telling.setting.named, *telling.setting.near, telling.card.lead_names):
            for name in names:
                if name.where and not name.said:
                    named.setdefault(name.key, set()).add(telling.card.sha256)
    return frozenset(place for place, articles in named.items() if len(articles) > 1)


def places_of(telling: Telling, gazetteer: Gazetteer, core: frozenset[str]) -> frozenset[str]:
    """The places that a telling names itself, else those of the lines before it, of the lead, of the dateline.

    "Near Vestburg ... 12 victims of the Ruvenna flood": a place before the number yields to one of the story behind it.
    """
    card, setting = telling.card, telling.setting
    own = known(setting.named, gazetteer)
    if own and not any(name.start > telling.claim.start for name in setting.named):
        own = frozenset(name.key for name in setting.beside if not name.said) & core or own
    for found in (
        own,
        *(known(names, gazetteer) for names in setting.near),
        known(first_phrase(card.lead_names), gazetteer),
        known(card.lead_names, gazetteer),
    ):
        if found:
            return found
    return frozenset({card.dateline} if card.dateline else ())


def first_phrase(names: Sequence[Name]) -> tuple[Name, ...]:
    """The first phrase of places of the lead."""
    placing = [name for name in names if name.where and not name.said]
    return tuple(name for name in placing if name.chain == placing[0].chain)


def known(names: Sequence[Name], gazetteer: Gazetteer) -> frozenset[str]:
    """The places that the names mean: those that stand as places, else those that the story knows as places."""
    return frozenset(name.key for name in names if name.where and not name.said) or meant(names, gazetteer)


def meant(names: Sequence[Name], gazetteer: Gazetteer) -> frozenset[str]:
    """Places of the story that are named otherwise: as a modifier ("the Ruvenna flood", "Kestrian towns"), a subject.

    A people ("mostly Kestrians") is no place.
    """
    found = set()
    for name in names:
        place = gazetteer.find(name.key)
        if place and not name.said and (place == name.key or (name.modifier and not name.key.endswith("s"))):
            found.add(place)
    return frozenset(found)
