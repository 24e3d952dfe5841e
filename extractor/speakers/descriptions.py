"""Whom a description stands for: by the roles that the article gives, by the words of a name, or by who is in focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.speakers.fitting import can_be, clash, fit, is_of_another
from extractor.speakers.hints import HINTS
from extractor.speakers.phrases import HE_OR_SHE
from extractor.speakers.roles import as_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.speakers.cast import Actor
    from extractor.speakers.phrases import Phrase
    from extractor.speakers.scene import Scene, Source
    from extractor.speakers.words import Gender, Words

#: Words that make the name before or after them an owner or maker.
OWNING = frozenset({"by", "of", "from", "the"})
#: Words that bring in somebody of whom nothing was said before.
SOMEBODY_NEW = frozenset({"a", "an", "one", "another"})
#: Less prominent than this, a bearer of a role has left the reader's mind; from FULL_VIEW on, a person fills it.
FORGOTTEN, FULL_VIEW = 0.1, 1.0
#: A body less prominent than this is not the one that a trade describes.
IN_VIEW = 0.2
#: Where it is based is told of a body that spoke a sentence or two before.
BASE_IN_VIEW = 0.04
#: How much a reader's attention counts beside the words of a description.
ATTENTION = 0.5
#: So many tokens back the first mention of "the report" is looked for.
AS_FAR_BACK = 200
#: So many of the latest nameless actors are remembered by their words.
MOST_REMEMBERED = 60


def document(scene: Scene, source: Source) -> Actor | None:
    """Something written ("the ministry's report"): whose it is; of "the article" the outlet spoken of last."""
    phrase = source.phrase
    if phrase is None or phrase.sort != "document":
        return None
    owner = owner_of(scene, phrase)
    if owner is None and phrase.definite and not phrase.plural and phrase.noun in scene.page.known.outlet_documents:
        owner, _ = scene.prominent(lambda actor: is_outlet(actor, scene.page.known))
    if owner is None and not phrase.plural:
        owner = who_said_in(scene, phrase)
    return owner


def who_said_in(scene: Scene, phrase: Phrase) -> Actor | None:
    """Who was named as saying something "in a report", of which "the report" then speaks."""
    page = scene.page
    if not phrase.definite:
        return who_said_here(scene, phrase)
    for index in range(phrase.first - 1, max(phrase.first - AS_FAR_BACK, 0), -1):
        if page.lower[index] == phrase.noun:
            into = page.heads[index]
            if page.lower[into] != "in" or page.deps[index] != "pobj":
                return None
            subjects = page.children(page.heads[into], "nsubj")
            named = scene.covering.get(subjects[0]) if subjects else None
            return scene.actor_of(named) if named is not None else None
    return None


def who_said_here(scene: Scene, phrase: Phrase) -> Actor | None:
    """Who says something "in a statement that accused ...": what it accuses of, that one does."""
    page = scene.page
    into = page.heads[phrase.head]
    if page.lower[into] != "in" or page.deps[phrase.head] != "pobj":
        return None
    return next(
        (
            scene.actor_of(scene.covering[kid])
            for kid in page.children(page.heads[into], "nsubj")
            if kid in scene.covering
        ),
        None,
    )


def speaker_around(scene: Scene, source: Source) -> Actor | None:
    """Who says the words in which the source stands; nobody describes himself in them as if he were another.

    None where the source has words in quotation marks of its own: then the article speaks, not somebody in it.
    """
    outer = source.within and (source.within.source or source.within.speaker_mention)
    if outer not in scene.solved or (quotes(scene, source) and not scene.page.quoted[source.head]):
        return None
    return scene.solved[outer][0]


def quotes(scene: Scene, source: Source) -> bool:
    """Whether quotation marks stand round some of what the source says."""
    page = scene.page
    ranges = (page.tokens(span) for span in source.told)
    return any(True in page.quoted[first : last + 1] for first, last in ranges)


def is_outlet(actor: Actor, known: Words) -> bool:
    """Whether the actor is a newspaper, station or the like."""
    best = actor.best
    return actor.kind == "organization" and best is not None and any(key in known.media_words for key in best.keys)


def owner_of(scene: Scene, phrase: Phrase) -> Actor | None:
    """The actor named as owner or maker inside a phrase: before its head, or after "by", "of", "from"."""
    page = scene.page
    for index in range(phrase.first, phrase.last + 1):
        name = scene.covering.get(index)
        if name is not None and name.label in ("person", "organization"):
            if index < phrase.head or page.lower[name.first - 1] in OWNING:
                return scene.actor_of(name)
        elif index < phrase.head and page.lower[index] in HE_OR_SHE:
            return somebody(scene, HE_OR_SHE[page.lower[index]])
    return None


def somebody(scene: Scene, gender: Gender) -> Actor | None:
    """The most prominent person of a gender."""
    return scene.prominent(lambda actor: actor.kind == "person" and actor.gender == gender)[0]


def role(scene: Scene, source: Source) -> Actor | None:
    """A description whose role the article gives to somebody by name."""
    phrase = source.phrase
    if phrase is None or phrase.sort != "person" or phrase.plural or not phrase.definite:
        return None
    talked_about = scene.named_in(source.told)
    found = bearer(scene, phrase, talked_about)
    around = speaker_around(scene, source)
    if found is not None and found is around:
        return None
    if found is not None and is_overshadowed(scene, found, phrase):
        return None
    if found is None or not (is_vague(found, phrase) or scene.focus(found, scene.sentence) < FORGOTTEN):
        return found
    in_mind = focus_of(scene, phrase, talked_about, around)
    if in_mind is None or in_mind is found:
        return found
    yet_to_come = found.order > source.first and phrase.role in HINTS.held_alone
    return None if yet_to_come or is_vague(found, phrase) or can_be_news(scene, in_mind) else found


def is_overshadowed(scene: Scene, actor: Actor, phrase: Phrase) -> bool:
    """Whether somebody without a name is more in mind whom the same noun brought in: "a Western diplomat"."""
    latest = known(scene, phrase, introduced=True)
    if latest is None or latest is actor or latest.uses:
        return False
    return scene.focus(latest, scene.sentence) > scene.focus(actor, scene.sentence)


def can_be_news(scene: Scene, actor: Actor) -> bool:
    """Whether a description may be the first word about what somebody in full view is: nothing was said of it yet."""
    return not actor.roles and scene.focus(actor, scene.sentence) >= FULL_VIEW


def is_vague(actor: Actor, phrase: Phrase) -> bool:
    """Whether only a description's noun speaks for an actor, and says little or stands with words that do not fit."""
    if any(known.role == phrase.role and known.details & phrase.details for known in actor.roles.values()):
        return False
    return bool(phrase.details) or phrase.role in HINTS.say_little


def bearer(scene: Scene, phrase: Phrase, talked_about: Sequence[Actor] = ()) -> Actor | None:
    """The person who bears the role that a phrase names: most telling words shared, and most in focus."""
    here = scene.sentence
    best: Actor | None = None
    most = 0.0
    owners = owners_in(scene, phrase)
    for actor in scene.cast.by_role.get(phrase.role, ()):
        if actor in owners or clash(actor, phrase) or is_of_another(scene, actor, phrase):
            continue
        score = fit(actor, phrase, scene.page.known) - (0.5 if actor in talked_about else 0.0)
        if score > 0:
            score += ATTENTION * min(scene.focus(actor, here), 2.0)
            if score > most:
                best, most = actor, score
    return best


def owners_in(scene: Scene, phrase: Phrase) -> list[Actor]:
    """The people and bodies named inside a phrase: it speaks of them, but does not mean them."""
    return [
        scene.actor_of(name)
        for index in range(phrase.first, phrase.last + 1)
        if (name := scene.covering.get(index)) is not None and name.label in ("person", "organization")
    ]


def body(scene: Scene, source: Source) -> Actor | None:
    """A body's noun ("the commission"): the body whose name has that word; for "the company" else the last one."""
    phrase = source.phrase
    if phrase is None or phrase.sort != "organization" or phrase.plural:
        return None
    if not phrase.definite:
        return named_before(scene, phrase)
    if phrase.details:
        return trade(scene, phrase)
    if phrase.noun in HINTS.own_bodies:
        return None
    wanted = phrase.role
    roles = scene.page.known.role_class

    def has_word(actor: Actor) -> bool:
        return actor.kind == "organization" and any(
            roles.get(key, key) == wanted for name in actor.names for key in name.keys
        )

    found, _ = scene.prominent(has_word)
    if found is None and phrase.noun in HINTS.outlets:
        found, _ = scene.prominent(lambda actor: is_outlet(actor, scene.page.known))
    elif found is None and phrase.noun in HINTS.any_body:
        found, _ = scene.prominent(lambda actor: actor.kind == "organization" and actor.uses > 0 and not actor.place)
    return found


def named_before(scene: Scene, phrase: Phrase) -> Actor | None:
    """The body named right before its description: "the Norvik Bank, a state-owned lender, which said"."""
    page, comma = scene.page, phrase.first - 1
    if page.lower[phrase.first] not in SOMEBODY_NEW or comma < 1 or page.words[comma] != ",":
        return None
    name = scene.covering.get(comma - 1)
    return scene.actor_of(name) if name is not None and name.label == "organization" else None


def trade(scene: Scene, phrase: Phrase) -> Actor | None:
    """The body in view, described by its trade: "the maker of frozen bread", "the Oslo-based lender"."""
    if "based" in phrase.details and is_in_view(scene, scene.last_body, BASE_IN_VIEW):
        return scene.last_body
    if phrase.noun not in scene.page.known.trades:
        return None
    owners = owners_in(scene, phrase)
    found, how_prominent = scene.prominent(
        lambda actor: actor.kind == "organization" and actor.uses > 0 and not actor.place and actor not in owners
    )
    return found if how_prominent >= IN_VIEW else None


def is_in_view(scene: Scene, actor: Actor | None, least: float) -> bool:
    """Whether a body with a name is so prominent."""
    return actor is not None and actor.uses > 0 and not actor.place and scene.focus(actor, scene.sentence) >= least


def known_words(scene: Scene, source: Source) -> Actor | None:
    """The same description again, or "the group" after "a monitoring group"; "this person" after any nameless one."""
    phrase = source.phrase
    if phrase is None:
        return None
    found = known(scene, phrase)
    if found is None and phrase.noun in HINTS.anybody and phrase.definite and not phrase.plural and not phrase.details:
        found, _ = scene.prominent(lambda actor: not actor.uses and not actor.plural and actor.kind == "unnamed")
    return found


def known(scene: Scene, phrase: Phrase, *, introduced: bool = False) -> Actor | None:
    """The nameless actor whom these words described before; only one `introduced` as somebody new, if asked."""
    for earlier, actor in reversed(scene.described[-MOST_REMEMBERED:]):
        if earlier.noun != phrase.noun or earlier.plural != phrase.plural:
            continue
        if introduced and scene.page.lower[earlier.first] not in SOMEBODY_NEW:
            continue
        if earlier.details == phrase.details or (phrase.definite and phrase.details <= earlier.details):
            return actor
    return None


def in_focus(scene: Scene, source: Source) -> Actor | None:
    """A definite description that fits nobody's known role: the person the passage is about, whose office it tells."""
    phrase = source.phrase
    if phrase is None:
        return None
    found = focus_of(scene, phrase, scene.named_in(source.told), speaker_around(scene, source))
    if found is not None and phrase.role in HINTS.held_alone and not phrase.details:
        scene.cast.give(found, as_role(scene.page, phrase.first, phrase.last, phrase.head))
    return found


def focus_of(
    scene: Scene, phrase: Phrase, talked_about: Sequence[Actor] = (), other_than: Actor | None = None
) -> Actor | None:
    """The person in focus, where a description can be another name for one; bystanders ("the driver") are others."""
    known = scene.page.known
    if phrase.sort != "person" or phrase.plural or not phrase.definite or phrase.noun in known.bystanders:
        return None
    if phrase.noun in known.royal_titles:
        return None  # "The king" is nobody of whom the article does not say so.
    owners = owners_in(scene, phrase)
    owned = is_owned(scene, phrase)
    of_body = any(
        scene.covering[index].label == "organization"
        for index in range(phrase.head + 1, phrase.last + 1)
        if index in scene.covering
    )
    if scene.page.tags[phrase.first] == "PRP$" or (owned and not has_former(scene, phrase)):
        return None
    if phrase.role in HINTS.somebody_else and (owned or phrase.details):
        return None

    def fits(actor: Actor) -> bool:
        if actor is other_than or actor in owners or not can_be(actor, phrase, known):
            return False
        if not of_body:
            return True
        # Who is known as something else, or was spoken of long ago, is not "the head of the Norvik Bank".
        if not actor.roles:
            return scene.focus(actor, scene.sentence) >= IN_VIEW
        return any(known.details & phrase.details for known in actor.roles.values())

    return scene.prominent(fits, talked_about)[0]


def is_owned(scene: Scene, phrase: Phrase) -> bool:
    """Whether the description is of somebody's somebody: "his aide", "the minister's aide", "the Roe aide"."""
    page = scene.page
    if any(page.tags[index] in ("POS", "PRP$") for index in range(phrase.first, phrase.head)):
        return True
    return any(actor.kind == "person" for actor in owners_in(scene, phrase))


def has_former(scene: Scene, phrase: Phrase) -> bool:
    """Whether the description tells what somebody once was to another ("Roe's former aide")."""
    return any(scene.page.lower[index] in HINTS.former for index in range(phrase.first, phrase.head))


def described(scene: Scene, phrase: Phrase, other_than: Actor | None = None) -> Actor:
    """The actor whom a phrase stands for, new if nobody but `other_than` is known."""
    if phrase.named:
        return scene.actor_of(phrase.named[0])
    found = None
    if phrase.sort == "person" and phrase.definite and not phrase.plural:
        found = bearer(scene, phrase)
    return (found if found is not other_than else None) or known(scene, phrase) or nameless(scene, phrase)


def nameless(scene: Scene, phrase: Phrase) -> Actor:
    """A new actor for somebody who is only described."""
    several = phrase.plural or phrase.sort == "people"
    if several:
        actor = scene.new("group" if phrase.definite or phrase.joint else "unnamed", phrase)
    else:
        known_body = phrase.sort == "organization" and (phrase.definite or scene.page.tags[phrase.head] == "NNP")
        actor = scene.new("organization" if known_body else "unnamed", phrase)
    actor.gender = phrase.gender
    actor.plural = several
    actor.human = phrase.sort == "person"
    scene.described.append((phrase, actor))
    return actor
