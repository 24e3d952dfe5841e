"""The actors who speak, as records: one speaker each, with every place where the article names or means them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.records import Mention, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.records import MentionForm
    from extractor.speakers.cast import Actor
    from extractor.speakers.scene import Scene, Source


def speakers_of(scene: Scene, asked: Sequence[Source]) -> tuple[Speaker, ...]:
    """One speaker per actor who is a source, in the order of their first mention."""
    text = scene.page.text
    sources: dict[Actor, list[Source]] = {}
    for source in asked:
        sources.setdefault(scene.solved[source.span][0], []).append(source)
    mentions = {
        actor: [Mention(start=s.span.start, end=s.span.end, text=s.span.of(text), form=form_of(s)) for s in theirs]
        for actor, theirs in sources.items()
    }
    add_names(scene, mentions)
    out = [
        speaker_of(actor, sources[actor], tuple(sorted(found)), scene.page.known.honorifics)
        for actor, found in mentions.items()
    ]
    return tuple(sorted(out, key=lambda speaker: (speaker.mentions[0].start, speaker.mentions[0].end)))


def add_names(scene: Scene, mentions: dict[Actor, list[Mention]]) -> None:
    """Add the other places where the speakers are named; a name inside a source of its own bearer is that source."""
    page = scene.page
    owner = {(m.start, m.end): actor for actor, found in mentions.items() for m in found}
    covered = {actor: [(m.start, m.end) for m in found] for actor, found in mentions.items()}
    at = dict.fromkeys(mentions, 0)
    for named in scene.found:
        actor = scene.actor_of(named)
        if actor not in mentions:
            continue
        start, end = page.starts[named.first], page.ends[named.last]
        ranges = covered[actor]
        while at[actor] < len(ranges) and ranges[at[actor]][1] <= start:
            at[actor] += 1
        inside = at[actor] < len(ranges) and ranges[at[actor]][0] <= start
        if not inside and (start, end) not in owner:
            owner[start, end] = actor
            mentions[actor].append(Mention(start=start, end=end, text=page.text[start:end], form="name"))


def speaker_of(
    actor: Actor, sources: Sequence[Source], mentions: tuple[Mention, ...], honorifics: frozenset[str]
) -> Speaker:
    """One actor's record; descriptions under which a named person speaks are roles too."""
    name = actor.name
    roles = [role.text for role in actor.roles.values() if role.role not in honorifics]
    if actor.names:
        spans = {(s.span.start, s.span.end) for s in sources if is_description(s)}
        roles += [mention.text for mention in mentions if (mention.start, mention.end) in spans]
    return Speaker(
        name=name,
        kind=actor.kind,
        roles=tuple(dict.fromkeys(roles)),
        aliases=tuple(dict.fromkeys(n.text for n in actor.names if n.text != name)),
        mentions=mentions,
    )


def is_description(source: Source) -> bool:
    """Whether a source describes one person without a name."""
    phrase = source.phrase
    return phrase is not None and not phrase.named and phrase.sort == "person"


def form_of(source: Source) -> MentionForm:
    """Whether a source is a name, a description or a pronoun."""
    if source.pronoun:
        return "pronoun"
    return "name" if source.phrase is not None and source.phrase.named else "nominal"
