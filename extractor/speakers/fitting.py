"""Whether what an article tells of somebody goes with a description: roles, countries, gender, offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.speakers.hints import HINTS

if TYPE_CHECKING:
    from extractor.speakers.cast import Actor
    from extractor.speakers.phrases import Phrase
    from extractor.speakers.scene import Scene
    from extractor.speakers.words import Words


def clash(actor: Actor, phrase: Phrase) -> bool:
    """Whether the phrase's gender is not the actor's."""
    return bool(phrase.gender and actor.gender and phrase.gender != actor.gender)


def fit(actor: Actor, phrase: Phrase, words: Words) -> float:
    """How well the roles that the article gives an actor fit a description; 0 for not at all."""
    best = 0.0
    for known in actor.roles.values():
        if known.role == phrase.role and not contradicts(phrase.details, known.details, words):
            shared = len(phrase.details & known.details)
            if (phrase.details ^ known.details) & HINTS.ranks:
                continue
            missing = len(phrase.details - known.details) + len((phrase.details ^ known.details) & HINTS.former)
            best = max(best, 1.0 + shared - 0.4 * missing)
    return best


def contradicts(one: frozenset[str], other: frozenset[str], known: Words) -> bool:
    """Whether two descriptions name different countries, regions or parties."""
    for kind in (known.all_countries, known.all_regions, known.all_parties):
        ours, theirs = one & kind, other & kind
        if ours and theirs and ours.isdisjoint(theirs):
            return True
    return False


def can_be(actor: Actor, phrase: Phrase, words: Words) -> bool:
    """Whether nothing that is known of a named person speaks against the description."""
    if actor.kind != "person" or not actor.uses or clash(actor, phrase) or holds_another_office(actor, phrase):
        return False
    return not any(contradicts(phrase.details, known.details, words) for known in actor.roles.values())


def holds_another_office(actor: Actor, phrase: Phrase) -> bool:
    """Whether a description is of an office that the actor's roles shut out: no governor is "the senator"."""
    held = {known.role for known in actor.roles.values() if not known.details & HINTS.former}
    if phrase.noun not in HINTS.held_alone or phrase.details & HINTS.former:
        return False
    leaders = {known.role for known in actor.roles.values() if "leader" in known.text.lower()}
    others = held & HINTS.held_alone - leaders
    return bool(others) and phrase.role not in held


def is_of_another(scene: Scene, actor: Actor, phrase: Phrase) -> bool:
    """Whether "its president" cannot be the actor, since the article says of what else he is that."""
    if scene.page.lower[phrase.first] != "its":
        return False
    owner = scene.prominent(lambda body: not body.human and not body.plural)[0]
    names = (
        {word for name in owner.names for key in name.keys for word in (key, scene.page.known.meaning.get(key, key))}
        if owner
        else set()
    )
    told = [known.details - phrase.details for known in actor.roles.values() if known.role == phrase.role]
    return all(details and details.isdisjoint(names) for details in told)
