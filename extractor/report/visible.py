"""Text of an article as it may reach a terminal or a page: nothing in it acts, everything in it can be seen."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: Joiners, which scripts and emoji need and which move nothing; the soft hyphen is left out.
_HARMLESS: Final = {"\u200c": "\u200c", "\u200d": "\u200d", "\u00ad": "", "\n": "\n", "\t": "\t"}
_SPACE: Final = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
_LINE_BREAK: Final = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SUSPECT: Final = re.compile(r"[^\x20-\x7e\n]")


def visible(text: str) -> str:
    """`text` on one line, with control, bidirectional and other invisible characters spelt out: "␛", "<U+202E>"."""
    return _spelt_out(_SPACE.sub(" ", text).strip())


def visible_lines(text: str) -> str:
    """As `visible`, but white space stays and every line break is a newline."""
    return _spelt_out(_LINE_BREAK.sub("\n", text))


def _spelt_out(text: str) -> str:
    return text if text.isascii() and text.isprintable() else _SUSPECT.sub(_shown, text)


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
