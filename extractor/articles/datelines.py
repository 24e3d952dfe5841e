"""The dateline that opens a report: place, day and agency before a dash. "RUVENNA, May 6 (Meridian Press) —"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from extractor.articles.published import day_in

#: A dateline is short; looking no further keeps every input linear.
_LONGEST: Final = 140
_PLACE_WORD: Final = r"[A-ZÀ-ÖØ-Þ][\w'’.\-]*"
_SMALL: Final = r"(?:de|del|da|do|la|el|al|of|on|the|es|upon|sur)"
_CAPITALS: Final = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.\-]+"
_MONTH: Final = r"(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY: Final = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_PLACE: Final = rf"{_PLACE_WORD}(?:[ /](?:{_PLACE_WORD}|{_SMALL})){{0,4}}"
#: Capitals before a dash that announce, not place.
_LABEL: Final = (
    r"(?!(?:EXCLUSIVE|BREAKING|UPDATED?|WATCH|VIDEO|PHOTOS?|REPORT|OPINION|ANALYSIS|POLL|LIVE|CORRECTION|NOTE)\b)"
)
_SHOUTED: Final = rf"{_LABEL}{_CAPITALS}(?:[ /](?:{_CAPITALS}|{_SMALL})){{0,4}}"
_REGION: Final = rf"(?:,\s{_PLACE_WORD}(?:\s{_PLACE_WORD}){{0,2}}){{0,2}}?"
_AGENCY: Final = r"\s?\((?P<agency>[A-Z][\w .,'’&/\-]{1,40})\)"
_DASH: Final = r"\s?(?:—|–|―|--|-(?=\s)|_(?=\s|$)|:(?=\s))"

#: With an agency, a day, or a place in capitals, the dash makes it a dateline; a plain "Name — " alone does not.
_FORMS: Final = (
    re.compile(rf"(?P<place>{_PLACE}{_REGION}(?:,\s{_DAY})?){_AGENCY}{_DASH}"),
    re.compile(rf"(?P<place>{_PLACE}{_REGION},\s{_DAY}){_DASH}"),
    re.compile(rf"(?P<place>{_SHOUTED}{_REGION}(?:,\s{_DAY})?)\s?(?:—|–|―|--|-(?=\s)|_(?=\s|$))"),
    re.compile(rf"(?P<place>){_AGENCY.removeprefix(chr(92) + 's?')}\s?(?:{_DASH}|(?=[A-Z“\"]))"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and when a report was filed; `day` is an ISO date, only where the dateline gives the year."""

    text: str | None
    agency: str | None
    day: str | None


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline that `paragraph` opens with, or None."""
    opening = paragraph[:_LONGEST].lstrip()
    for form in _FORMS:
        if match := form.match(opening):
            place = match["place"]
            return Dateline(text=place or None, agency=match.groupdict().get("agency"), day=day_in(place))
    return None
