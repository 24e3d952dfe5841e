"""From spans to speakers: one walk through the article, in which every source meets the sieves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.speakers.cast import Cast
from extractor.speakers.descriptions import described, focus_of, known, nameless, owner_of, speaker_around
from extractor.speakers.names import fold
from extractor.speakers.page import SUBJECTS, Page
from extractor.speakers.phrases import FIRST_PERSON, HE_OR_SHE, details, phrase_of, pronoun_of
from extractor.speakers.pronouns import person_for, who_is_asked
from extractor.speakers.repair import find_names
from extractor.speakers.roles import in_source, roles_of
from extractor.speakers.scene import Scene, Source
from extractor.speakers.sieves import SIEVES
from extractor.speakers.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from extractor.records import Span, Statement
    from extractor.speakers.cast import Actor
    from extractor.speakers.phrases import Phrase
    from extractor.speakers.words import Words


COMMON_NOUNS = frozenset({"NN", "NNS"})
#: The role of whoever speaks for somebody, whom newspapers often name only in the next sentence.
SPOKEN_FOR = "spokesperson"


def who_is_meant(
    doc: Doc, statements: Sequence[Statement], sources: Sequence[Span], known: Words = WORDS
) -> tuple[Scene, list[Source]]:
    """The article read to its end, and every source in text order; `Scene.solved` tells who each is, by which sieve."""
    scene, asked = set_up(doc, statements, sources, known)
    walk(scene, asked)
    return scene, asked


def set_up(
    doc: Doc, statements: Sequence[Statement], sources: Sequence[Span], known: Words = WORDS
) -> tuple[Scene, list[Source]]:
    """Read the article once: its words, its names, who bears which role, and which spans ask for a speaker."""
    page = Page(doc, [span for statement in statements for span in statement.quoted], known)
    spans = sorted({s for st in statements for s in (st.source, st.speaker_mention) if s} | set(sources))
    tokens = [page.tokens(span) for span in spans]
    found = find_names(page, doc, tokens)
    cast = Cast(page, found)
    covering = {index: named for named in found for index in range(named.first, named.last + 1)}
    scene = Scene(page, cast, found, covering)
    told = contents(statements)
    around = enclosing(statements, spans)
    asked = []
    for span, (first, last) in zip(spans, tokens, strict=True):
        pronoun = pronoun_of(page, first, last)
        phrase = None if pronoun else phrase_of(page, first, last, covering)
        source = Source(span=span, first=first, last=last, pronoun=pronoun, phrase=phrase)
        asked.append(replace(source, told=told.get(span, ()), within=around.get(span)))
    give_roles(scene, asked)
    return scene, asked


def give_roles(scene: Scene, asked: Sequence[Source]) -> None:
    """Note which roles the article gives whom, and the genders that they tell."""
    for named in scene.found:
        if named.label == "person" and len(named.keys) == 1:
            for role in roles_of(scene.page, named):
                scene.cast.give(scene.actor_of(named), role)
    for source in asked:
        if source.phrase is not None and source.phrase.named:
            named = source.phrase.named[0]
            before = in_source(scene.page, source.first, named) if named.label == "person" else None
            if before is not None:
                scene.cast.give(scene.actor_of(named), before)


def contents(statements: Sequence[Statement]) -> dict[Span, tuple[Span, ...]]:
    """What each source says."""
    out: dict[Span, tuple[Span, ...]] = {}
    for statement in statements:
        if statement.source:
            out[statement.source] = out.get(statement.source, ()) + statement.content
    return out


def enclosing(statements: Sequence[Statement], spans: Sequence[Span]) -> dict[Span, Statement]:
    """The innermost statement in whose content each source stands."""
    ranges = sorted((span.start, -span.end, n) for n, statement in enumerate(statements) for span in statement.content)
    out: dict[Span, Statement] = {}
    open_: list[tuple[int, int]] = []
    at = 0
    for span in spans:
        while at < len(ranges) and ranges[at][0] <= span.start:
            open_.append((-ranges[at][1], ranges[at][2]))
            at += 1
        while open_ and open_[-1][0] <= span.start:
            open_.pop()
        for end, number in reversed(open_[-8:]):
            if end >= span.end and statements[number].source != span:
                out[span] = statements[number]
                break
    return out


# ---------------------------------------------------------------- the walk


def walk(scene: Scene, asked: Sequence[Source]) -> None:
    """Read through the article: names and pronouns move the focus, sources are solved where they stand."""
    late: list[Source] = []
    taken: set[int] = set()
    for source in asked:
        taken.update(range(source.first, source.last + 1) if source.pronoun else (source.head,))
    for token, _, item in events(scene, asked, taken):
        scene.at(token)
        if isinstance(item, Source):
            if item.pronoun in FIRST_PERSON or not solve(scene, item):
                late.append(item)
        elif item is None and scene.page.lower[token] in HE_OR_SHE:
            pronoun(scene, token)
        elif item is None:
            common_noun(scene, token)
        else:
            scene.touch(item, token)
    for source in late:
        scene.at(source.head)
        if not solve(scene, source):
            found = later_name(scene, source) or nobody(scene, source)
            scene.solved[source.span] = (found, "unknown")


def events(scene: Scene, asked: Sequence[Source], taken: set[int]) -> list[tuple[int, int, Source | Actor | None]]:
    """What moves the focus, in text order: (token, rank, source, the actor of a name, or None for other words)."""
    page = scene.page
    items: list[tuple[int, int, Source | Actor | None]] = [(source.head, 2, source) for source in asked]
    items += [(named.last, 1, scene.actor_of(named)) for named in scene.found if named.last not in taken]
    items += [(index, 0, None) for index, word in enumerate(page.lower) if word in HE_OR_SHE and index not in taken]
    items += [
        (index, 0, None)
        for index, dep in enumerate(page.deps)
        if dep in SUBJECTS and page.tags[index] in COMMON_NOUNS and index not in taken and not page.quoted[index]
    ]
    items.sort(key=lambda item: item[:2])
    return items


def common_noun(scene: Scene, token: int) -> None:
    """A subject that is no name and no source: people or a body that a later pronoun can stand for."""
    page = scene.page
    first, last = page.phrase(token)
    for kid in page.children(token, "appos"):
        if kid in scene.covering:
            scene.touch(scene.actor_of(scene.covering[kid]), token)
            return
    phrase = phrase_of(page, first, last, scene.covering)
    if phrase.sort != "other" and not phrase.named:
        actor = owner_of(scene, phrase) if phrase.sort == "document" else focus_of(scene, phrase)
        scene.touch(actor or described(scene, phrase), token)


def pronoun(scene: Scene, token: int) -> None:
    """A "he" or "she" that is no source: whoever it stands for is spoken of once more."""
    page = scene.page
    if page.quoted[token]:
        return
    barred = []
    if page.deps[token] in ("dobj", "dative", "pobj"):
        barred = [
            scene.actor_of(scene.covering[kid])
            for kid in page.children(page.heads[token], "nsubj")
            if kid in scene.covering
        ]
    actor = who_is_asked(scene, token, page.lower[token]) or person_for(scene, page.lower[token], barred)
    if actor is not None:
        scene.touch(actor, token)


def solve(scene: Scene, source: Source) -> bool:
    """Ask the sieves in order; the first answer holds."""
    for sieve in SIEVES:
        actor = sieve.find(scene, source)
        if actor is not None:
            introduce(scene, source, actor)
            scene.solved[source.span] = (actor, sieve.name)
            scene.touch(actor, source.head, speaks=True)
            return True
    if source.phrase is not None:
        actor = described(scene, source.phrase, speaker_around(scene, source))
        scene.solved[source.span] = (actor, "described")
        scene.touch(actor, source.head, speaks=True)
        return True
    return False


def introduce(scene: Scene, source: Source, actor: Actor) -> None:
    """Give what a nameless one said to the one whom the source now names."""
    phrase = source.phrase
    if phrase is None or len(phrase.named) != 1 or phrase.named[0].label != "person":
        return
    nameless_one = called_before(scene, source, phrase) or just_described(scene, source, phrase, actor)
    if nameless_one is None or nameless_one is actor or nameless_one.uses:
        return
    for span, (who, sieve) in scene.solved.items():
        if who is nameless_one:
            scene.solved[span] = (actor, sieve)
    scene.described = [(words, actor if who is nameless_one else who) for words, who in scene.described]
    scene.mind = [who for who in scene.mind if who is not nameless_one]
    actor.gender = actor.gender or nameless_one.gender


def called_before(scene: Scene, source: Source, phrase: Phrase) -> Actor | None:
    """The nameless one whose description the source repeats: "A spokesman" before "the spokesman, Jo Burr"."""
    name = phrase.named[0]
    noun = name.first - 2
    if scene.page.lower[source.first] != "the" or noun <= source.first or scene.page.words[name.first - 1] != ",":
        return None
    told = details(scene.page, source.first, noun, noun)
    described_as = replace(phrase, noun=fold(scene.page.words[noun]), details=told, plural=False, definite=True)
    return known(scene, described_as, introduced=True)


def just_described(scene: Scene, source: Source, phrase: Phrase, actor: Actor) -> Actor | None:
    """The nameless one who spoke last, where the next sentence goes on with a full name as with somebody known.

    "Kestria's foreign minister called for talks. Speaking in Norvik, Jo Burr said ...": a participle before the name
    takes up what was told of him. "The mayor said ... Jo Burr said ..." are two. So does a quotation what somebody's
    spokesman told: 'A spokesman for the mill denied it. "Nobody was hurt," Jo Burr said.'
    """
    page, name, last = scene.page, phrase.named[0], scene.last_speaker
    opening = name.first
    while opening and page.sentence[opening - 1] == page.sentence[name.first]:
        opening -= 1
    new = last is not None and page.lower[last.order] in ("a", "an")
    taken_up = page.tags[opening] == "VBG" and not new
    if not taken_up and True not in page.quoted[opening : opening + 2]:
        return None
    if not taken_up and not any(who is last and words.role == SPOKEN_FOR for words, who in scene.described):
        return None
    bare = (source.first, source.last) == (name.first, name.last) and not actor.roles and len(name.keys) > 1
    if not bare or actor.order != name.first or page.lower[name.last + 1 : name.last + 2] == [","]:
        return None
    if last is None or last.kind != "unnamed" or last.plural or not last.human or last.order >= name.first:
        return None
    if last.gender and actor.gender and last.gender != actor.gender:
        return None
    near = page.sentence[name.first] - last.seen <= 1
    return last if near and page.paragraph[last.order] == page.paragraph[name.first] else None


def later_name(scene: Scene, source: Source) -> Actor | None:
    """Whom a "he" or "she" announces that nothing before it explains: the first fitting person named after it."""
    if source.pronoun is None or source.pronoun not in HE_OR_SHE:
        return None
    gender = HE_OR_SHE[source.pronoun]
    for named in scene.found:
        if named.first > source.last and named.label == "person":
            actor = scene.actor_of(named)
            if actor.gender in (gender, None):
                return actor
    return None


def nobody(scene: Scene, source: Source) -> Actor:
    """An unnamed speaker of whom the text tells no more than a pronoun."""
    if source.phrase is not None:
        return nameless(scene, source.phrase)
    actor = scene.cast.new("unnamed", source.first, scene.page.string(source.first, source.last))
    actor.human = source.pronoun in HE_OR_SHE
    return actor
