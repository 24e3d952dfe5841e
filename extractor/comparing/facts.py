"""Claims of the same fact across articles: one story, one event, the same persons or things, the same places.

The numbers themselves never tell facts apart unless they are of different orders: that they differ is what a reader
wants to see.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from extractor.comparing.scenes import Scene, scenes_of
from extractor.comparing.stories import stories_of
from extractor.comparing.telling import Telling, tellings_of
from extractor.comparing.vouching import independent, origins_of, voices_of
from extractor.linking.agreement import Figure, bounds_of, verdict
from extractor.told import ToldClaim, ToldFact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from extractor.records import Extraction

#: Between neighbouring numbers of one fact, a leap by more than this factor parts two facts.
LEAP = 20.0
#: ... by more than this if one article tells numbers of both sides.
LEAP_IN_ARTICLE = 5.0
#: Say less than any other noun.
VAGUE = frozenset({"other", "others", "them", "those"})


def compare(extractions: Iterable[Extraction], *, singles: bool = False) -> tuple[ToldFact, ...]:
    """The facts that are told at least twice (`singles`: or once), each with its claims in order of publication.

    The same article given twice counts once. The result does not depend on the order of the extractions.
    """
    read: dict[tuple[str, str], tuple[Telling, ...]] = {}
    for extraction in extractions:
        article = extraction.article
        read.setdefault((article.id, article.sha256), tellings_of(extraction))
    tellings = [telling for key in sorted(read) for telling in read[key]]
    origins = origins_of({t.card.sha256: t.card for t in tellings}.values())
    facts = []
    for story in stories_of(tellings):
        for scene in scenes_of(story):
            facts += [(part, scene) for part in by_order_of_size(scene.tellings) if singles or len(part) > 1]
    facts.sort(key=lambda fact: (fact[0][0].order, fact[0][-1].order))
    return tuple(told_fact(n, part, scene, origins) for n, (part, scene) in enumerate(facts, 1))


def by_order_of_size(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings apart where the numbers leap: 370 and 250,000 are not one toll, 40 and 257 may be."""
    sized = sorted(tellings, key=lambda t: (size(t), t.order))
    parts: list[list[Telling]] = [[]]
    for n, telling in enumerate(sized):
        if n and size(sized[n - 1]) > 0:
            leap = size(telling) / size(sized[n - 1])
            if leap > LEAP or (leap > LEAP_IN_ARTICLE and share_an_article(parts[-1], sized[n:])):
                parts.append([])
        parts[-1].append(telling)
    return [sorted(part, key=lambda t: t.order) for part in parts]


def share_an_article(some: Sequence[Telling], others: Sequence[Telling]) -> bool:
    """Whether one article tells numbers of both."""
    articles = {t.card.sha256 for t in some}
    return any(t.card.sha256 in articles for t in others)


def size(telling: Telling) -> float:
    """The number, or the bound that there is, for its order of size."""
    claim = telling.claim
    for number in (claim.value, claim.low, claim.high):
        if number is not None:
            return abs(number)
    return 0.0


def told_fact(number: int, tellings: Sequence[Telling], scene: Scene, origins: Mapping[str, str]) -> ToldFact:
    """The record of one fact, its claims in order of publication."""
    voices = voices_of(tellings, origins)
    agreed = verdict([figure_of(telling, voice) for telling, voice in zip(tellings, voices, strict=True)])
    nouns = Counter(noun for t in tellings if (noun := t.claim.noun or t.claim.noun_inferred) and noun not in VAGUE)
    return ToldFact(
        id=f"g{number}",
        event=tellings[0].subject.event,
        noun=min(nouns, key=lambda noun: (-nouns[noun], noun)) if nouns else None,
        scope=scene.scope,
        claims=tuple(told_claim(telling) for telling in tellings),
        low=agreed.low,
        high=agreed.high,
        agreement=agreed.agreement,
        independent_sources=independent(tellings, origins),
    )


def figure_of(telling: Telling, voice: str) -> Figure:
    """What the claim lets the number be, on the day of its publication and by whose word."""
    low, high = bounds_of(telling.claim)
    return Figure(
        low=low,
        high=high,
        day=telling.card.published,
        voice=voice,
        replaces=telling.claim.trend is not None,
    )


def told_claim(telling: Telling) -> ToldClaim:
    """The record of one claim as its article tells it."""
    claim, card = telling.claim, telling.card
    return ToldClaim(
        article=card.id,
        claim=claim.id,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        value=claim.value,
        low=claim.low,
        high=claim.high,
        speaker=telling.speaker,
        agency=card.agency,
        source=card.outlet,
        date=telling.day,
        published=card.published or None,
    )
