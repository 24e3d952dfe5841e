"""Whom a pronoun stands for: a relative clause's noun, whoever is quoted, or the most prominent that fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.speakers.descriptions import described
from extractor.speakers.names import fold
from extractor.speakers.phrases import FIRST_PERSON, HE_OR_SHE, IT, RELATIVE, THEY, phrase_of, sort_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.speakers.cast import Actor
    from extractor.speakers.page import Page
    from extractor.speakers.scene import Scene, Source

#: How much more prominent one of unknown gender must be than one of the pronoun's gender.
UNSURE = 2.0
SPOKE_LAST = 0.8
#: A body less prominent than this is out of sight; "it" is then the body that spoke last, if any did.
IN_VIEW = 0.1
#: A relative clause is looked for so many heads up.
MOST_HEADS = 6


def relative(scene: Scene, source: Source) -> Actor | None:
    """Who, which: a person named right before it, else the noun that the relative clause hangs on."""
    if source.pronoun not in RELATIVE:
        return None
    page = scene.page
    nearest = before_comma(scene, source.first)
    beside = scene.covering.get(nearest)
    if beside is not None and beside.label == "person":
        return scene.actor_of(beside)
    clause = page.heads[source.first]
    for _ in range(MOST_HEADS):
        if page.deps[clause] == "relcl" or page.heads[clause] == clause:
            break
        clause = page.heads[clause]
    antecedent = page.heads[clause]
    if page.deps[clause] != "relcl" or antecedent >= source.first:
        antecedent = nearest
    if source.pronoun in ("who", "whom", "whose"):
        antecedent = human_head(scene, antecedent)
    elif page.deps[antecedent] == "appos" and antecedent not in scene.covering:
        antecedent = page.heads[antecedent]
    elif beside is not None and sort_of(page, antecedent, fold(page.words[antecedent])) == "other":
        # "a blow to Norvik, which has long insisted": no blow insists.
        antecedent = nearest
    return actor_at(scene, antecedent)


def human_head(scene: Scene, token: int) -> int:
    """The person or people that "who" hangs on, of whom the noun at `token` may be only a part: "of Oslo, who".

    An apposition or "is a …" tells of a person named before it, whom "who" means.
    """
    page = scene.page
    start = token
    for _ in range(MOST_HEADS):
        head, dep = page.heads[token], page.deps[token]
        name = scene.covering.get(token)
        if dep == "attr":
            subject = next((kid for kid in page.children(head, "nsubj") if kid in scene.covering), None)
            return token if subject is None else subject
        if name is not None and name.label in ("person", "people"):
            return token
        if dep == "appos" and (name is not None or scene.covering.get(head) is not None):
            token = head
        elif name is None and is_human(page, token):
            return token
        elif dep == "pobj" and page.heads[head] != head:
            token = page.heads[head]
        else:
            break
    return start


def is_human(page: Page, token: int) -> bool:
    """Whether the noun is one for a person or people and not the bare name of an office ("nominee for president")."""
    if sort_of(page, token, fold(page.words[token])) not in ("person", "people"):
        return False
    bare = page.tags[token] == "NN" and not page.children(token, "det", "poss")
    return not (bare and page.deps[token] == "pobj")


def before_comma(scene: Scene, token: int) -> int:
    """The last word before a relative pronoun and its comma."""
    index = token - 1
    while index > 0 and not scene.page.words[index][:1].isalnum():
        index -= 1
    return max(index, 0)


def actor_at(scene: Scene, token: int) -> Actor:
    """The actor whom the noun phrase at a token stands for: named, known by its words, or new."""
    name = scene.covering.get(token)
    if name is not None:
        return scene.actor_of(name)
    first, last = scene.page.phrase(token)
    return described(scene, phrase_of(scene.page, first, last, scene.covering))


def first_person(scene: Scene, source: Source) -> Actor | None:
    """I and we inside what somebody says: whoever says it."""
    if source.pronoun not in FIRST_PERSON or source.within is None:
        return None
    outer = source.within.source or source.within.speaker_mention
    if outer is None or outer == source.span:
        return None
    known = scene.solved.get(outer)
    return known[0] if known else None


def he_or_she(scene: Scene, source: Source) -> Actor | None:
    """He and she: the most prominent person of that gender, seldom one whom the statement itself names."""
    if source.pronoun is None or source.pronoun not in HE_OR_SHE:
        return None
    found = who_is_asked(scene, source.first, source.pronoun) or person_for(
        scene, source.pronoun, scene.named_in(source.told), scene.last_speaker
    )
    if found is not None and found.gender is None:
        # From here on the article has told the gender.
        found.gender = HE_OR_SHE[source.pronoun]
    return found


def who_is_asked(scene: Scene, token: int, pronoun: str) -> Actor | None:
    """Whom the question is put to in which a pronoun stands: "Asked if he would run, Burr smiled."."""
    page = scene.page
    clause = page.heads[token]
    question = page.heads[clause]
    if page.deps[token] != "nsubj" or page.deps[clause] not in ("ccomp", "advcl") or question >= token:
        return None
    main = page.heads[question]
    if page.deps[question] != "advcl" or page.tags[question] != "VBN" or main <= token:
        return None
    for kid in page.children(main, "nsubj"):
        name = scene.covering.get(kid)
        if name is not None and token < kid < main and name.label == "person":
            actor = scene.actor_of(name)
            return actor if actor.gender in (None, HE_OR_SHE[pronoun]) else None
    return None


def person_for(
    scene: Scene, pronoun: str, talked_about: Sequence[Actor] = (), last_speaker: Actor | None = None
) -> Actor | None:
    """The most prominent person of a pronoun's gender, or one of unknown gender who is much more prominent.

    Of unknown gender, the `last_speaker` need only be nearly as prominent: who spoke goes on speaking.
    """
    gender = HE_OR_SHE[pronoun]
    sure, how_sure = scene.prominent(lambda actor: is_person(actor) and actor.gender == gender, talked_about)
    unsure, how_unsure = scene.prominent(lambda actor: is_person(actor) and actor.gender is None, talked_about)
    needed = SPOKE_LAST if unsure is last_speaker else UNSURE
    return unsure if how_unsure > needed * how_sure else sure


def is_person(actor: Actor) -> bool:
    """Whether "he" or "she" can stand for the actor."""
    return actor.human and not actor.plural


def they(scene: Scene, source: Source) -> Actor | None:
    """They: the most prominent group, else body; a single person only where nothing else was spoken of."""
    if source.pronoun not in THEY:
        return None
    talked_about = scene.named_in(source.told)
    several, _ = scene.prominent(lambda actor: actor.plural, talked_about)
    return several or scene.prominent(is_body, talked_about)[0]


def it(scene: Scene, source: Source) -> Actor | None:
    """It: the most prominent body."""
    if source.pronoun not in IT:
        return None
    found, how_prominent = scene.prominent(is_body, scene.named_in(source.told))
    return found if how_prominent >= IN_VIEW else scene.last_body


def is_body(actor: Actor) -> bool:
    """Whether "it" can stand for the actor."""
    return not actor.human and not actor.plural
