"""A text as a string of word classes, one character a token, so that a rule's pattern is a short regular expression.

The room has a lexer of its own because dates turn on what a parser's tokens hide or glue: "1957-58", "mid-1990s",
"10p.m.", "Sept.", "year-earlier". No word of it needs a language model.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

TOKEN = re.compile(
    r"""
    (?:19|20)\d\d-[01]\d-[0-3]\d(?:T[0-2]\d:[0-5]\d(?::[0-5]\d)?Z?)?\b   # 2024-05-06
    | \d{1,4}/\d{1,2}/\d{1,4}\b | \d{1,2}\.\d{1,2}\.\d{4}\b              # 5/6/2024, 06.05.2024
    | ['’‘]?\d{1,3}0['’]?s\b                                              # 1990s, '90s
    | ['’‘]\d\d\b                                                        # '98
    | \d+(?:st|nd|rd|th)\b | \b9/11\b
    | \d+(?:,\d\d\d)+(?:\.\d+)? | \d+[:.]\d+ | 1/2\b | \d+
    | [QHqh][1-4]\b | FY\d{2,4}\b
    | ['’]s\b
    | \b[AaPp](?:\.\s?)?[Mm]\b\.? | \b[BA]\.?(?:C|D)\.?(?![^\W_])(?:E\b\.?)?
    | \b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?
    | [^\W\d_]+
    | \n[^\S\n]*\n
    | --+ | [^\s\w] | _
    """,
    re.VERBOSE,
)
#: The class of a blank line, which nothing is read across.
BREAK = "BREAK"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: where each begins (code points), and its characters."""

    text: str
    starts: list[int]
    words: list[str]

    @classmethod
    def of(cls, text: str) -> Tokens:
        """Cut a text into tokens; linear in its length."""
        starts, words = [], []
        for match in TOKEN.finditer(text):
            starts.append(match.start())
            words.append(match[0])
        return cls(text, starts, words)

    def end(self, index: int) -> int:
        """Where the token `index` ends."""
        return self.starts[index] + len(self.words[index])

    def joined(self, index: int) -> bool:
        """Whether the token `index` stands hard against the one after it."""
        return index + 1 < len(self.starts) and self.end(index) == self.starts[index + 1]


#: Shapes of tokens that hold a digit, in the order tried.
SHAPES = tuple(
    (re.compile(pattern), classes)
    for pattern, classes in (
        (r"\d{4}-.*", ("ISO",)),
        (r"\d{1,4}/\d{1,2}/\d{1,4}|\d{1,2}\.\d{1,2}\.\d{4}", ("SLASHED",)),
        (r"['’‘]?(?:1[0-9]|20)\d0['’]?s", ("DECADE",)),
        (r"['’‘]?[1-9]0['’]?s", ("SHORTDECADE",)),
        (r"['’‘]\d\d", ("SHORTYEAR",)),
        (r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)", ("DAYTH", "ORDINAL")),
        (r"\d\d(?:st|nd|rd|th)", ("ORDINAL",)),
        (r"9/11", ("NAMEDDAY",)),
        (r"\d{1,2}:[0-5]\d", ("CLOCK",)),
        (r"(?:[01]?\d|2[0-4])\.[0-5]\d", ("DOTCLOCK", "DECIMAL")),
        (r"\d+\.\d+", ("DECIMAL",)),
        (r"1/2", ("FRACTION",)),
        (r"[Qq][1-4]", ("QTOKEN",)),
        (r"[Hh][12]", ("HTOKEN",)),
        (r"FY(?:\d\d){1,2}", ("FYTOKEN",)),
        (r"0?[1-9]|1[0-2]", ("INT", "TWO", "DAY", "HOUR")),
        (r"1[0-9]|2[0-4]", ("INT", "TWO", "DAY", "HOUR24")),
        (r"2[5-9]|3[01]", ("INT", "TWO", "DAY")),
        (r"\d\d", ("INT", "TWO")),
        (r"19\d\d|20[0-6]\d", ("INT", "YEAR", "MODERN")),
        (r"1[0-8]\d\d", ("INT", "YEAR")),
        (r"\d{3}", ("INT", "OLDYEAR")),
        (r"\d{1,3}(?:,\d\d\d)+|\d+", ("INT",)),
    )
)
AM_PM = re.compile(r"[AaPp](?:\.\s?)?[Mm]\.?")
ERA = re.compile(r"(?:B\.?C|A\.?D)\.?(?:E\.?)?")


@lru_cache(maxsize=4096)
def shape(word: str) -> tuple[str, ...]:
    """The classes of a token that is no listed word, by its form; empty when it has none."""
    if word[0].isdigit() or word[-1:].isdigit() or (len(word) > 2 and word[1].isdigit()):
        return next((classes for pattern, classes in SHAPES if pattern.fullmatch(word)), ())
    if word.startswith("\n"):
        return (BREAK,)
    if AM_PM.fullmatch(word):
        return ("AMPM",)
    return ("ERA",) if ERA.fullmatch(word) else ()
