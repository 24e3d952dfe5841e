"""The same speaker across articles, and what is quoted of them, in order.

A full name is one person wherever it stands. A surname alone is a person of that surname only if one person alone in
all the articles has it, or far more articles name that one, and something else agrees: a role, or a name in the leads.
Whoever has no name ("police officials") cannot be known again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.comparing.lexicon import COMMON, TITLES
from extractor.comparing.names import key_of
from extractor.comparing.page import Page
from extractor.comparing.wording import stem, words
from extractor.told import KnownSpeaker, Utterance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.records import Extraction, Quote, Speaker

#: Names in the headline and so many sentences show what an article is about.
LEAD_SENTENCES = 3
#: A bare surname is that of one person among several if so many times as many articles name that one.
PREVAILS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One speaker of one article: `key` is the name reduced to what is compared, `about` what else may agree."""

    order: tuple[str, str, str]
    speaker: Speaker
    key: tuple[str, ...]
    about: frozenset[str]
    utterances: tuple[Utterance, ...]


def speakers_across(extractions: Iterable[Extraction]) -> tuple[KnownSpeaker, ...]:
    """Everybody with a name who is quoted, by name; the result does not depend on the order of the extractions."""
    parts: dict[tuple[tuple[str, str, str], str], Part] = {}
    for extraction in extractions:
        for part in _parts(extraction):
            parts.setdefault((part.order, part.speaker.id), part)
    known: dict[tuple[str, ...], list[Part]] = {}
    for _, part in sorted(parts.items()):
        known.setdefault(part.key, []).append(part)
    joined = _with_surnames(known)
    made = sorted((_known_speaker(group) for group in joined if any(p.utterances for p in group)), key=_place)
    return tuple(_numbered(speaker, number) for number, speaker in enumerate(made, 1))


def _parts(extraction: Extraction) -> Iterable[Part]:
    article = extraction.article
    order = (article.published or "9999", article.id, article.sha256)
    days = {date.id: date.earliest for date in extraction.dates if date.earliest == date.latest}
    said: dict[str, list[Quote]] = {}
    for quote in extraction.quotes:
        if quote.speaker and quote.mode == "speech" and quote.polarity != "non_factive" and quote.kind != "scare":
            said.setdefault(quote.speaker, []).append(quote)
    page = Page.of(extraction)
    lead = {name.key for at in range(min(LEAD_SENTENCES, len(page.parts))) for name in page.names(at)}
    for speaker in extraction.speakers:
        key = name_key(speaker.name)
        if speaker.kind == "unnamed" or not any(word[0].isupper() for word in speaker.name.split()) or not key:
            continue
        roles = {stem(word.text) for role in speaker.roles for word in words(role, 0, len(role))}
        yield Part(
            order=order,
            speaker=speaker,
            key=key if speaker.kind == "person" else (*key, "*"),
            about=frozenset(lead | {f"role {role}" for role in roles if role not in COMMON and role not in TITLES}),
            utterances=tuple(_utterance(extraction, quote, days) for quote in said.get(speaker.id, ())),
        )


def _utterance(extraction: Extraction, quote: Quote, days: dict[str, str | None]) -> Utterance:
    return Utterance(
        article=extraction.article.id,
        quote=quote.id,
        published=extraction.article.published,
        date=days.get(quote.date or ""),
        start=quote.content[0].start,
        end=quote.content[-1].end,
        text=quote.text,
        kind=quote.kind,
        polarity=quote.polarity,
    )


def name_key(name: str) -> tuple[str, ...]:
    """The words of a name without titles, initials and endings: "Dr. Hedda R. Prosk Jr." is ("hedda", "prosk")."""
    kept = [word for word in key_of(name).split() if len(word) > 1 and word not in TITLES]
    return tuple(kept)


def _with_surnames(known: dict[tuple[str, ...], list[Part]]) -> list[list[Part]]:
    """Those of one name together; a bare surname with its only full name, where something else agrees."""
    full: dict[str, list[tuple[str, ...]]] = {}
    for key in known:
        if len(key) > 1 and key[-1] != "*":
            full.setdefault(key[-1], []).append(key)
    joined = {key: list(parts) for key, parts in known.items() if len(key) > 1}
    for key, parts in known.items():
        if len(key) > 1:
            continue
        owner = likely_owner([known[name] for name in full.get(key[0], ())])
        about = frozenset().union(*(part.about for part in owner))
        for part in parts:
            agrees = not about.isdisjoint(part.about)
            joined.setdefault(owner[0].key if agrees else (*key, *part.order), []).append(part)
    return [sorted(parts, key=lambda p: (p.order, p.speaker.id)) for parts in joined.values()]


def likely_owner(owners: Sequence[Sequence[Part]]) -> Sequence[Part]:
    """Whom of those with one surname the bare surname means: the only one, or one of whom all articles are full."""
    ranked = sorted(owners, key=lambda parts: (-len(parts), parts[0].key))
    if not ranked or len(ranked[0]) < PREVAILS * sum(len(parts) for parts in ranked[1:]):
        return ()
    return ranked[0]


def _known_speaker(parts: Sequence[Part]) -> KnownSpeaker:
    names = Counter(part.speaker.name for part in parts)
    name = min(names, key=lambda n: (-len(n.split()), -names[n], n))
    aliases = {alias for part in parts for alias in (part.speaker.name, *part.speaker.aliases)} - {name}
    return KnownSpeaker(
        id="",
        name=name,
        kind=parts[0].speaker.kind,
        roles=tuple(dict.fromkeys(role for part in parts for role in part.speaker.roles)),
        aliases=tuple(sorted(aliases)),
        articles=tuple(dict.fromkeys(part.order[1] for part in parts)),
        quotes=tuple(utterance for part in parts for utterance in part.utterances),
    )


def _place(speaker: KnownSpeaker) -> tuple[str, str, tuple[str, ...], int]:
    first = speaker.quotes[0]
    return first.published or "9999", first.article, speaker.articles, first.start


def _numbered(speaker: KnownSpeaker, number: int) -> KnownSpeaker:
    return replace(speaker, id=f"s{number}")
