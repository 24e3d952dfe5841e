"""Whether a draft and its source mean the same speaker, as far as names can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.speakers.names import parse_body, parse_name, same_organization, same_person

if TYPE_CHECKING:
    from extractor.records import Extraction, Speaker


def speaker_of(extraction: Extraction, speaker: str | None) -> Speaker | None:
    """The speaker with that id, None for None."""
    return next((s for s in extraction.speakers if s.id == speaker), None) if speaker else None


def surely_different(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether two speakers cannot be one and the same.

    Only named ones can be told apart: a draft may honestly write "an official" for the minister, or name whom the
    source describes.
    """
    if one is None or other is None or not (_named(one) and _named(other)):
        return False
    return not any(_agree(a, b) for a in _names(one) for b in _names(other))


def _named(speaker: Speaker) -> bool:
    return speaker.kind in ("person", "organization") and any(m.form == "name" for m in speaker.mentions)


def _names(speaker: Speaker) -> tuple[str, ...]:
    return (speaker.name, *speaker.aliases, *speaker.roles)


def _agree(one: str, other: str) -> bool:
    if one.casefold() == other.casefold():
        return True
    return same_person(parse_name(one), parse_name(other)) or same_organization(parse_body(one), parse_body(other))
