"""Which characters are quotation marks, and which way each of them faces.

An inch, a foot, a prime, an apostrophe and the elision in "rock 'n' roll" look like quotation marks and are none. What
the glyph does not say (straight marks, marks turned the wrong way) the characters beside it do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Family = Literal["straight", "curly", "doubled", "angle", "single"]

#: Every character or pair that can be a quotation mark, one glyph a match; a row of many is noise, and skipped.
_GLYPH = re.compile(r"(?P<row>[\"“”„‟«»'‘’`]{6,})|[\"“”„‟«»]|''|``|‘‘|’’|[‘’‚'`‹›]")
_FAMILY: dict[str, Family] = {
    '"': "straight",
    "“": "curly",
    "”": "curly",
    "„": "curly",
    "‟": "curly",
    "‘‘": "curly",
    "’’": "curly",
    "''": "doubled",
    "``": "doubled",
    "«": "angle",
    "»": "angle",
    "‹": "single",
    "›": "single",
    "‘": "single",
    "’": "single",
    "‚": "single",
    "'": "single",
    "`": "single",
}
_OPENS = frozenset("“«")
_CLOSES = frozenset("”»")
#: Glyphs that several languages use the other way round („A“, »A«), so the neighbours overrule them.
_TURNABLE = _OPENS | _CLOSES
_BEFORE_OPENER = frozenset("([{<>-–—―/:=…*#|\"“”'‘«„")
_AFTER_CLOSER = frozenset(".,;:!?)]}>-–—―/…*|\"”“'’«»<[(")
_INVISIBLE = frozenset("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")
_STOPS = frozenset('.,!?…;:)]"”—–')
#: Words that begin with an apostrophe, so that the mark before them opens nothing.
_ELIDED = re.compile(
    r"(?:em|im|er|tis|twas|til|till|cause|bout|round|n|cuz|coz|ere|neath|gainst|fraid|nother|twixt|tude|ol|nuff|\d0s|\d\d)\b",
    re.IGNORECASE,
)


@dataclass(slots=True, eq=False)
class Mark:
    """One quotation mark: its range, its family, and which ends of a quotation it can be. Equal only to itself.

    `sure` is False for a single mark that may as well be an apostrophe, and for a double one behind a number (an inch).
    """

    start: int
    end: int
    family: Family
    opens: bool
    closes: bool
    sure: bool = True


def marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The quotation marks between two offsets (one paragraph), left to right; what is plainly none is left out."""
    for match in _GLYPH.finditer(text, start, end):
        if match.lastgroup:
            continue
        glyph = match.group()
        family = _FAMILY[glyph]
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        before, after = (" " if c in _INVISIBLE else c for c in (before, after))
        if family == "single":
            mark = _single(text, match.start(), match.end() == end, before, after)
        else:
            mark = _double(text, match.start(), match.end(), before, after)
        if mark:
            yield mark


def _double(text: str, start: int, end: int, before: str, after: str) -> Mark:
    """A double mark with its direction; one behind a number may be inches."""
    glyph = text[start:end]
    family = _FAMILY[glyph]
    opens, closes = _facing(before, after)
    if glyph in _TURNABLE and opens == closes:
        opens, closes = glyph in _OPENS, glyph in _CLOSES  # the neighbours do not say, so the glyph does
    elif glyph in ("„", "‟", "``", "‘‘"):
        opens, closes = True, False
    measure = family != "angle" and before.isdigit() and not opens
    return Mark(start, end, family, opens=opens, closes=closes, sure=not measure)


def _facing(before: str, after: str) -> tuple[bool, bool]:
    """(can open, can close) from the characters beside a mark that may be either; both where they do not say."""
    if before.isspace() or before in "([{":
        return (True, False) if not after.isspace() else (True, True)
    if after.isspace():
        return False, True
    if after.isalnum() or after in "$€£@#":
        return (True, False) if before in _BEFORE_OPENER else (True, True)
    if after in _AFTER_CLOSER:
        return (True, True) if before in _BEFORE_OPENER else (False, True)
    return True, True


def _single(text: str, start: int, last: bool, before: str, after: str) -> Mark | None:
    """A single mark with its direction; None where it can only be an apostrophe, a foot or a minute.

    `last`: it ends its paragraph.
    """
    glyph = text[start]
    if glyph in "‹›":
        return Mark(start, start + 1, "single", opens=glyph == "‹", closes=glyph == "›")
    if (before.isalnum() and after.isalnum()) or glyph == "`":
        return None
    opening = not before.isalnum() and (before.isspace() or before in _BEFORE_OPENER) and not after.isspace()
    if opening and glyph != "’" and (after.isalnum() or after in '"“…[($£€'):
        if _ELIDED.match(text, start + 1) is None:
            return Mark(start, start + 1, "single", opens=True, closes=False)
        return None
    if before.isspace() or glyph in "‘‚":
        return None
    beside_stop = before in _STOPS or after in _STOPS or last
    like_possessive = before in "sSnN" or before.isdigit()
    return Mark(start, start + 1, "single", opens=False, closes=True, sure=beside_stop or not like_possessive)
