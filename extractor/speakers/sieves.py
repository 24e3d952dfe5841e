"""Who is meant: sieves from the surest to the boldest, each a pure question to the scene.

A sieve gets the scene as it is when the source is read and answers with an actor, or with None and leaves the source to the
next one. Its examples give a text with the source in [brackets] and the name of the speaker.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.rule import Rule
from extractor.speakers.names import fold
from extractor.speakers.phrases import FIRST_PERSON, HE_OR_SHE, IT, RELATIVE, THEY, phrase_of
from extractor.speakers.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.speakers.cast import Actor
    from extractor.speakers.phrases import Phrase
    from extractor.speakers.scene import Scene, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve(Rule):
    """A way to tell who is meant; `find` answers None where it does not apply."""

    find: Callable[[Scene, Source], Actor | None]


def named(scene: Scene, source: Source) -> Actor | None:
    """The source holds the speaker's name, or the names of several."""
    if source.phrase is None or not source.phrase.named:
        return None
    actors = list(dict.fromkeys(scene.actor_of(name) for name in source.phrase.named))
    return actors[0] if len(actors) == 1 else scene.group(actors, source.first)


def relative(scene: Scene, source: Source) -> Actor | None:
    """ "Who", "which": the noun that the relative clause hangs on."""
    if source.pronoun not in RELATIVE:
        return None
    page = scene.page
    beside = scene.covering.get(before_comma(scene, source.first))
    if beside is not None and beside.label == "person":
        return scene.actor_of(beside)
    token = page.heads[source.first]
    for _ in range(6):
        if page.deps[token] == "relcl" or page.heads[token] == token:
            break
        token = page.heads[token]
    antecedent = page.heads[token]
    if page.deps[token] != "relcl" or antecedent >= source.first:
        antecedent = before_comma(scene, source.first)
    if page.deps[antecedent] == "appos" and antecedent not in scene.covering:
        antecedent = page.heads[antecedent]
    return actor_at(scene, antecedent)


def before_comma(scene: Scene, token: int) -> int:
    """The last word before a relative pronoun and its comma."""
    index = token - 1
    while index > 0 and not scene.page.words[index][:1].isalnum():
        index -= 1
    return max(index, 0)


def actor_at(scene: Scene, token: int) -> Actor | None:
    """The actor whom the noun phrase at a token stands for: named, known by its words, or new."""
    name = scene.covering.get(token)
    if name is not None:
        return scene.actor_of(name)
    first, last = scene.page.phrase(token)
    phrase = phrase_of(scene.page, first, last, scene.covering)
    return described(scene, phrase)


def first_person(scene: Scene, source: Source) -> Actor | None:
    """ "I" and "we" inside a quotation: whoever is quoted."""
    if source.pronoun not in FIRST_PERSON or source.within is None:
        return None
    outer = source.within.source or source.within.speaker_mention
    if outer is None or outer == source.span:
        return None
    known = scene.solved.get(outer)
    return known[0] if known else None


def he_or_she(scene: Scene, source: Source) -> Actor | None:
    """ "He" and "she": the most prominent person of that gender whom the statement itself does not speak of by name."""
    if source.pronoun not in HE_OR_SHE:
        return None
    return person_for(scene, source.pronoun, scene.named_in(source.told))


def person_for(scene: Scene, pronoun: str, barred: list[Actor]) -> Actor | None:
    """The most prominent person of a pronoun's gender; of one whose gender nothing tells where nobody is known to have it."""
    gender = HE_OR_SHE[pronoun]
    sure = scene.prominent(lambda actor: is_person(actor) and actor.gender == gender, barred)
    unsure = scene.prominent(lambda actor: is_person(actor) and actor.gender is None, barred)
    if sure is None or unsure is None:
        return sure or unsure
    here = scene.page.sentence[scene.here]
    return unsure if scene.focus(unsure, here) > UNSURE * scene.focus(sure, here) else sure


#: How much more prominent one of unknown gender must be than one of the pronoun's gender.
UNSURE = 2.0


def is_person(actor: Actor) -> bool:
    """Whether "he" or "she" can stand for the actor."""
    return not actor.plural and (actor.kind == "person" or (actor.kind == "unnamed"))


def they(scene: Scene, source: Source) -> Actor | None:
    """ "They": the most prominent group, else body, never a single person while there is one."""
    if source.pronoun not in THEY:
        return None
    barred = scene.named_in(source.told)
    return scene.prominent(lambda actor: actor.plural, barred) or scene.prominent(
        lambda actor: actor.kind == "organization", barred
    )


def it(scene: Scene, source: Source) -> Actor | None:
    """ "It": the most prominent body."""
    if source.pronoun not in IT:
        return None
    return scene.prominent(lambda actor: actor.kind == "organization", scene.named_in(source.told))


def document(scene: Scene, source: Source) -> Actor | None:
    """ "The ministry's report", "a Ruvenna Times article": whose it is."""
    phrase = source.phrase
    if phrase is None or phrase.sort != "document":
        return None
    owner = owner_of(scene, phrase)
    if owner is not None:
        return owner
    if not phrase.definite:
        return None
    return scene.prominent(is_outlet)


def is_outlet(actor: Actor) -> bool:
    """Whether the actor is a newspaper, station or the like."""
    best = actor.best
    return actor.kind == "organization" and best is not None and any(key in WORDS.media_words for key in best.keys)


def owner_of(scene: Scene, phrase: Phrase) -> Actor | None:
    """The actor named as owner or maker inside a phrase: before its head, or after "by", "of", "from"."""
    page = scene.page
    for index in range(phrase.first, phrase.last + 1):
        name = scene.covering.get(index)
        if (
            name is not None
            and name.label in ("person", "organization")
            and (index < phrase.head or page.lower[name.first - 1] in OWNING)
        ):
            return scene.actor_of(name)
        if index < phrase.head and page.lower[index] in HE_OR_SHE:
            return person_for(scene, page.lower[index], [])
    return None


OWNING = frozenset({"by", "of", "from", "the"})


def role(scene: Scene, source: Source) -> Actor | None:
    """A description whose role the article gives to somebody by name."""
    phrase = source.phrase
    if phrase is None or phrase.sort != "person" or phrase.plural or not phrase.definite:
        return None
    return bearer(scene, phrase, scene.named_in(source.told))


def bearer(scene: Scene, phrase: Phrase, barred: list[Actor]) -> Actor | None:
    """The person who bears the role that a phrase names: most telling words shared, then most prominent."""
    here = scene.page.sentence[scene.here]
    best: Actor | None = None
    most = (0.0, 0.0)
    owners = owners_in(scene, phrase)
    for actor in scene.cast.actors:
        if actor.kind != "person" or actor in barred or actor in owners or clash(actor, phrase):
            continue
        score = fit(actor, phrase)
        if score > 0 and (score, scene.focus(actor, here)) > most:
            best, most = actor, (score, scene.focus(actor, here))
    return best


def owners_in(scene: Scene, phrase: Phrase) -> list[Actor]:
    """The actors named inside a phrase, of whom it speaks but whom it is not."""
    return [
        scene.actor_of(name)
        for i in range(phrase.first, phrase.last + 1)
        if (name := scene.covering.get(i)) is not None and name.label in ("person", "organization")
    ]


def clash(actor: Actor, phrase: Phrase) -> bool:
    """Whether the phrase's gender is not the actor's."""
    return bool(phrase.gender and actor.gender and phrase.gender != actor.gender)


def fit(actor: Actor, phrase: Phrase) -> float:
    """How well the roles that the article gives an actor fit a description; 0 for not at all."""
    best = 0.0
    for known in actor.roles.values():
        if known.role != phrase.role:
            continue
        shared = phrase.details & known.details
        places = (phrase.details & COUNTRIES, known.details & COUNTRIES)
        if all(places) and places[0].isdisjoint(places[1]):
            continue
        best = max(best, 1.0 + len(shared) - 0.4 * len(phrase.details - known.details))
    return best


COUNTRIES = frozenset(WORDS.country_of.values())


def body(scene: Scene, source: Source) -> Actor | None:
    """ "The union", "the commission": the body whose name has that word, else the latest body named."""
    phrase = source.phrase
    if (
        phrase is None
        or phrase.sort != "organization"
        or not phrase.definite
        or phrase.plural
        or phrase.noun in OWN_BODIES
    ):
        return None
    if phrase.details:
        return None
    wanted = WORDS.role_class.get(phrase.noun, phrase.noun)

    def has_word(actor: Actor) -> bool:
        return actor.kind == "organization" and any(
            WORDS.role_class.get(key, key) == wanted for name in actor.names for key in name.keys
        )

    found = scene.prominent(has_word)
    if found is None and phrase.noun in ANY_BODY:
        found = scene.prominent(lambda actor: actor.kind == "organization" and bool(actor.names))
    return found


#: Bodies that are somebody's, or the country's, and no other name for the body spoken of last.
OWN_BODIES = frozenset(
    {"campaign", "camp", "government", "police", "army", "military", "family", "jury", "couple", "crew"}
)
#: Words that newspapers use for any body named shortly before.
ANY_BODY = frozenset(
    {
        "company",
        "firm",
        "agency",
        "group",
        "organization",
        "organisation",
        "newspaper",
        "paper",
        "magazine",
        "network",
        "union",
        "bank",
    }
)


def known_words(scene: Scene, source: Source) -> Actor | None:
    """The same description again, or "the group" after "a monitoring group"."""
    return known(scene, source.phrase) if source.phrase is not None else None


def known(scene: Scene, phrase: Phrase) -> Actor | None:
    """The nameless actor whom these words described before."""
    for earlier, actor in reversed(scene.described[-60:]):
        if earlier.noun != phrase.noun or earlier.plural != phrase.plural:
            continue
        if earlier.details == phrase.details or (phrase.definite and phrase.details <= earlier.details):
            return actor
    return None


def in_focus(scene: Scene, source: Source) -> Actor | None:
    """A definite description that fits nobody's known role: the person the passage is about."""
    phrase = source.phrase
    if phrase is None or phrase.sort != "person" or phrase.plural or not phrase.definite or owners_in(scene, phrase):
        return None
    if fold(scene.page.words[phrase.first]) in ("his", "her", "their", "its", "my", "our"):
        return None
    barred = scene.named_in(source.told)
    return scene.prominent(lambda actor: actor.kind == "person" and not clash(actor, phrase), barred)


def described(scene: Scene, phrase: Phrase) -> Actor:
    """The actor whom a phrase stands for, new if nobody is known."""
    if phrase.named:
        return scene.actor_of(phrase.named[0])
    found = None
    if phrase.sort == "person" and phrase.definite and not phrase.plural:
        found = bearer(scene, phrase, [])
    return found or known(scene, phrase) or nameless(scene, phrase)


def nameless(scene: Scene, phrase: Phrase) -> Actor:
    """A new actor for somebody who is only described."""
    body_noun = phrase.sort == "organization" and phrase.definite and not phrase.plural
    people = (phrase.plural or phrase.sort == "people") and phrase.definite
    actor = scene.new(
        "organization" if body_noun else "group" if people else "unnamed",
        phrase.first,
        scene.page.string(phrase.first, phrase.last),
    )
    actor.gender = phrase.gender
    actor.plural = phrase.plural or phrase.sort == "people"
    scene.described.append((phrase, actor))
    return actor


SIEVES = (
    Sieve(
        name="name", find=named, examples={"[Ilse Tarn] said no.": "Ilse Tarn"}, counter_examples=("[She] said no.",)
    ),
    Sieve(name="relative-pronoun", find=relative, examples={"Ilse Tarn, [who] said no, left early.": "Ilse Tarn"}),
    Sieve(name="first-person", find=first_person, examples={'"[I] said no," Ilse Tarn said.': "Ilse Tarn"}),
    Sieve(name="he-or-she", find=he_or_she, examples={"Ilse Tarn met Paul Roe. [She] said no.": "Ilse Tarn"}),
    Sieve(name="they", find=they, examples={"Protesters met Paul Roe. [They] said no.": "Protesters"}),
    Sieve(name="it", find=it, examples={"Norvik Bank met investors. [It] said no.": "Norvik Bank"}),
    Sieve(name="document", find=document, examples={"Norvik Bank's [Norvik Bank's report] said no.": "Norvik Bank"}),
    Sieve(
        name="role", find=role, examples={"President Paul Roe met Mayor Ilse Tarn. [The mayor] said no.": "Ilse Tarn"}
    ),
    Sieve(
        name="body",
        find=body,
        examples={"The Commission on River Safety met. [The commission] said no.": "The Commission on River Safety"},
    ),
    Sieve(
        name="same-words",
        find=known_words,
        examples={"A monitoring group said yes. [The group] said no.": "A monitoring group"},
    ),
    Sieve(name="in-focus", find=in_focus, examples={"Ilse Tarn left. [The 45-year-old] said no.": "Ilse Tarn"}),
)
