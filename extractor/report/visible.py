"""Text of an article as it may reach a terminal: nothing in it acts, everything in it can be seen."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: Joiners, which scripts and emoji need and which move nothing; the soft hyphen is left out.
_HARMLESS: Final = {"\u200c": "\u200c", "\u200d": "\u200d", "\u00ad": ""}
_SPACE: Final = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
_SUSPECT: Final = re.compile(r"[^\x20-\x7e]")


def visible(text: str) -> str:
    """`text` on one line, with control, bidirectional and other invisible characters spelt out: "␛", "<U+202E>"."""
    line = _SPACE.sub(" ", text).strip()
    return line if line.isascii() and line.isprintable() else _SUSPECT.sub(_shown, line)


def _shown(match: re.Match[str]) -> str:
    character = match[0]
    if character in _HARMLESS:
        return _HARMLESS[character]
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"}:
        return f"<U+{code:04X}>"
    return character
