"""Who really vouches for a figure: named sources, else the agency or paper; a copy vouches for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.comparing.lexicon import COMMON
from extractor.comparing.subject import kind_of
from extractor.comparing.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from extractor.comparing.telling import Card, Telling

#: Two prints that share so much of the smaller one are of one copy.
COPIED = 0.5
#: A run of words in more articles than this is a phrase everybody uses, not a copy.
EVERYBODYS = 50
#: Names of more sources than this are only compared as they are.
MOST_NAMES = 200


def origins_of(cards: Iterable[Card]) -> dict[str, str]:
    """By article (its sha256), whose wording it is: the agency, else the outlet, else the first of that wording.

    Articles of one wording have one origin, whatever paper printed them: the first of them that names an agency.
    """
    ordered = sorted(cards, key=lambda card: (card.published or "9999", card.id, card.sha256))
    families: list[list[Card]] = []
    runs: dict[int, list[int]] = {}
    for card in ordered:
        shared: dict[int, int] = {}
        for run in card.print:
            for number in runs.get(run, ()):
                shared[number] = shared.get(number, 0) + 1
        family = next(
            (n for n in sorted(shared) if shared[n] >= COPIED * min(len(card.print), len(families[n][0].print))), None
        )
        if family is None:
            family = len(families)
            families.append([])
        families[family].append(card)
        for run in card.print:
            known = runs.setdefault(run, [])
            if family not in known and len(known) < EVERYBODYS:
                known.append(family)
    return {card.sha256: origin(family) for family in families for card in family}


def origin(family: Sequence[Card]) -> str:
    """The name of whose wording a family of copies is."""
    agency = next((card.agency for card in family if card.agency), None)
    if agency:
        return f"agency {agency.lower()}"
    outlet = next((card.outlet for card in family if card.outlet), None)
    return f"outlet {outlet.lower()}" if outlet and len(family) == 1 else f"article {family[0].sha256} {family[0].id}"


def voices_of(tellings: Sequence[Telling], origins: Mapping[str, str]) -> list[str]:
    """Who vouches for each claim of a fact: the source it names, else whose wording the article is.

    "The interior ministry" and "Kestria's interior ministry" are one where no other such ministry vouches for the fact.
    """
    known_by = {t.speaker: name_words(t.speaker) for t in tellings if t.speaker}
    full: dict[frozenset[str], frozenset[str]] = {}
    every = set(known_by.values())
    for known in every:
        longer = [other for other in every if known < other] if len(every) <= MOST_NAMES else []
        widest = [other for other in longer if not any(other < more for more in longer)]
        full[known] = widest[0] if len(widest) == 1 else known
    return [
        "source " + " ".join(sorted(full[known_by[t.speaker]])) if t.speaker else origins[t.card.sha256]
        for t in tellings
    ]


def name_words(name: str) -> frozenset[str]:
    """The words by which a source is known again: names by their first letters, others by their stems."""
    found = {kind_of(word.text) for word in words(name, 0, len(name)) if word.text.lower() not in COMMON}
    return frozenset(found) or frozenset({name.lower()})


def independent(tellings: Sequence[Telling], origins: Mapping[str, str]) -> int:
    """How many vouch for the figures of one fact.

    A source counts once, however many papers ask it. The word of an agency or a paper itself counts only where it names
    nobody for this fact: else it repeats what it was told.
    """
    sources = {voice for t, voice in zip(tellings, voices_of(tellings, origins), strict=True) if t.speaker}
    told = {origins[t.card.sha256] for t in tellings if t.speaker}
    own = {origins[t.card.sha256] for t in tellings if not t.speaker}
    return len(sources) + len(own - told)
