"""A day that an input states as its own, as an ISO date. Never the clock, never a copyright line."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ISO: Final = re.compile(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)")
_COMPACT: Final = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)")
_MONTH_FIRST: Final = re.compile(
    rf"\b{_MONTH}\s{{1,3}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<y>\d{{4}})(?!\d)", re.IGNORECASE
)
_DAY_FIRST: Final = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s-]{{1,3}}{_MONTH},?[\s-]{{1,3}}(?P<y>\d{{4}})(?!\d)", re.IGNORECASE
)


class PublishedError(ValueError):
    """A publication date that cannot be understood; the message names the fix."""


def iso_day(value: str) -> str:
    """The ISO date that `value` begins with or spells out: 2024-05-06, 2024-05-06T10:00Z, 6 May 2024, May 6, 2024.

    Raises:
        PublishedError: no such day, or a form that can be read in two ways (6/5/2024).
    """
    text = value.strip()
    found = _ISO.match(text) or _COMPACT.match(text)
    day = _day(found) if found else day_in(text)
    if day is None:
        raise PublishedError(f"{value[:40]!r} is no date; write it as YYYY-MM-DD")
    return day


def day_in(text: str) -> str | None:
    """The first whole day, with its year, that `text` spells out; None where there is none."""
    for pattern in (_ISO, _MONTH_FIRST, _DAY_FIRST):
        if match := pattern.search(text):
            return _day(match)
    return None


def _day(match: re.Match[str]) -> str | None:
    named = match.groupdict()
    try:  # a month may be none after all, by a letter that only a pattern takes for another: "\u017fept"
        month = int(named["m"]) if "m" in named else 1 + MONTHS.index(named["month"][:3].lower())
        return date(int(named["y"]), month, int(named["d"])).isoformat()
    except ValueError:
        return None
