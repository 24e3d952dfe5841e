"""What a rule of this room is, and how a list of them is run over a text in one pass.

Each token becomes one character that stands for all the classes and words that rules know it by. At each token that
some rule can begin with, the rules are tried, the longest match first, then the one listed first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.dates.lexer import BREAK, SHAPES, Tokens, shape
from extractor.dates.pattern import Piece, Reader, atoms_of, group_named
from extractor.dates.words import word_classes, words
from extractor.rule import Rule

if TYPE_CHECKING:
    from datetime import date

    from extractor.dates.anchors import Anchors
    from extractor.records import TimexType

#: The pieces that rules share, in their own notation.
MACROS = {
    "NUMBER": "(INT FRACTION? | INT -? and -? a -? half | DECIMAL | FRACTION"
    " | (a | CARDINAL (-? CARDINAL)?) hundred (and? CARDINAL (-? CARDINAL)?)?"
    " | (a | CARDINAL (-? CARDINAL)?)? hundred? thousand | CARDINAL (-? CARDINAL)? (-? and -? a -? half)?"
    " | half (a | an) | a dozen | two dozen)",
    "VAGUE": "(several | a? few | a couple of? | couple of? | many | dozens of | hundreds of | a number of"
    " | a handful of | scores of | thousands of)",
    "SPELLED": "(nineteen CARDINAL (-? CARDINAL)?)",
    "ABOUT": "(about | around | approximately | roughly | some | nearly | almost | close to"
    " | (just | well | a little)? over"
    " | just? under | (more | less | fewer) than | at (least | most) | (no | not) (more | less |"
    " fewer) than | up to"
    " | as (many | much | little) as | an estimated)",
    "DAYNUM": "(DAY | DAYTH)",
    "WEEKDAYNAME": "(WEEKDAY | WEEKDAYABBR)",
    "TIMEZONE": "(ZONE time? | local time | ( ZONE ))",
    "APOSTROPHE": "'s",
}
#: The character of every token that no rule knows.
OTHER = "."
#: The first of the characters that stand for combinations of classes; none of them means anything to `re`.
FIRST = 0x100
#: Classes one of which, if not a word listed as `telling`, stands in every temporal expression.
TELLING = frozenset(
    {
        "WEEKDAY",
        "WEEKDAYS",
        "WEEKDAYABBR",
        "MONTH",
        "UNIT",
        "SEASON",
        "PART",
        "ORDINAL",
        "NAMEDDAY",
        "AMPM",
        "ERA",
        "ZONE",
    }
    | {"DECADE", "SHORTDECADE", "DECADEWORD", "YEAR", "SHORTYEAR", "OLDYEAR", "ISO", "SLASHED", "CLOCK", "DOTCLOCK"}
    | {"QTOKEN", "HTOKEN", "FYTOKEN"}
)
#: Marks that patterns write in one way.
SAME = {"'s": ("’s",), "'": ("’", "‘"), "-": ("–", "—", "--", "‑", "−")}
#: Patterns look at most this far for the word that makes an expression one of time.
REACH = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a rule makes of its match.

    `value` and `mod` as in TIMEX3; `anchor` is the day it was resolved against; `group` names the part of the match
    that is the expression (all of it when None); `type` overrules the rule's own; an `aside` is no
    anchor for what follows.
    """

    value: str
    mod: str | None = None
    anchor: date | None = None
    group: str | None = None
    type: TimexType | None = None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """The tokens that a rule's pattern covers, `first` to `last` (both included), and its named parts."""

    tokens: Tokens
    first: int
    last: int
    found: re.Match[str]

    def __contains__(self, group: str) -> bool:
        """Whether the named part is there."""
        return group_named(self.found, group) is not None

    def __getitem__(self, group: str) -> str:
        """The named part in lower case, single spaces; empty when it is not there."""
        if group not in self:
            return ""
        start, end = self.span(group)
        return " ".join(self.tokens.text[start:end].lower().split())

    def span(self, group: str | None = None) -> tuple[int, int]:
        """The characters of a named part, or of the whole match when that part is not there."""
        first, last = self.first, self.last
        named = group_named(self.found, group) if group else None
        if named:
            first, last = self.found.start(named), self.found.end(named) - 1
        return self.tokens.starts[first], self.tokens.end(last)

    def raw(self, group: str) -> str:
        """The named part as written."""
        start, end = self.span(group)
        return self.tokens.text[start:end]

    def text(self) -> str:
        """The whole match in lower case, single spaces."""
        start, end = self.span()
        return " ".join(self.tokens.text[start:end].lower().split())

    def before(self, count: int = 1) -> str:
        """The `count`-th token before the match in lower case, empty at the beginning."""
        return self.tokens.words[self.first - count].lower() if self.first >= count else ""

    def follower(self) -> str:
        """The token behind the match as written, empty at the end."""
        return self.tokens.words[self.last + 1] if self.last + 1 < len(self.tokens.words) else ""

    def after(self, count: int = 1) -> str:
        """The `count`-th token behind the match in lower case, empty at the end."""
        index = self.last + count
        return self.tokens.words[index].lower() if index < len(self.tokens.words) else ""


Production = Callable[[Match, "Anchors"], "Reading | tuple[Reading, ...] | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TemporalRule(Rule):
    """A rule for temporal expressions.

    `patterns` are in the notation of `extractor.dates.pattern`. `produce` gives one reading, several, none at all
    because the words only look like a date (an empty tuple: nothing else may read them either), or None: let other
    rules try.
    Examples read "text" or "text with [the expression] marked" -> "TYPE value [MOD]".
    """

    patterns: tuple[str, ...]
    produce: Production
    type: TimexType = "DATE"
    confidence: float = 0.9


@dataclass(slots=True)
class Grammar:
    """Rules made ready: words to characters, characters to the rules that can begin there.

    `needs` are for each expression sets of characters; a text without any character of one of them has no match of it.
    """

    rules: Sequence[TemporalRule]
    characters: dict[str, str] = field(default_factory=dict)
    signatures: dict[frozenset[str], str] = field(default_factory=dict)
    shapes: dict[tuple[str, ...], str] = field(default_factory=dict)
    expressions: list[str] = field(default_factory=list)
    needs: list[tuple[frozenset[str], ...]] = field(default_factory=list)
    starts: dict[str, list[tuple[int, TemporalRule]]] = field(default_factory=dict)
    compiled: dict[int, re.Pattern[str]] = field(default_factory=dict)
    gate: re.Pattern[str] = field(default_factory=lambda: re.compile(""))

    def __post_init__(self) -> None:
        """Translate every pattern."""
        known = frozenset().union(*(atoms_of(p, MACROS) for rule in self.rules for p in rule.patterns))
        self._assign(known)
        self._put_in_order()
        charsets = self._charsets(known)
        macros: dict[str, Piece] = {}
        for rule in self.rules:
            for pattern in rule.patterns:
                piece = Reader(pattern, charsets, MACROS, macros).read()
                for character in {c for atom in piece.first for c in charsets[atom]}:
                    self.starts.setdefault(character, []).append((len(self.expressions), rule))
                self.expressions.append(piece.expression)
                self.needs.append(tuple(frozenset("".join(charsets[a] for a in need)) for need in set(piece.needs)))
        telling_words = frozenset(words().telling.words)
        first = re.escape("".join(self.starts))
        telling = re.escape("".join(c for sign, c in self.signatures.items() if sign & TELLING or sign & telling_words))
        self.gate = re.compile(f"[{first}](?:(?<=[{telling}])|(?=[^{OTHER}\n]{{0,{REACH}}}?[{telling}]))")

    def _pattern(self, order: int) -> re.Pattern[str]:
        """One pattern, compiled when a text first asks for it: a short one asks for a quarter of them."""
        pattern = self.compiled.get(order)
        if pattern is None:
            pattern = self.compiled[order] = re.compile(self.expressions[order])
        return pattern

    def _put_in_order(self) -> None:
        """Give neighbouring characters to like combinations: a class that is one range compiles many times as fast."""
        order = sorted(self.signatures, key=sorted)
        moved = {self.signatures[sign]: chr(FIRST + number) for number, sign in enumerate(order)}
        self.signatures = {sign: moved[self.signatures[sign]] for sign in order}
        self.characters = {word: moved[character] for word, character in self.characters.items()}
        self.shapes = {shaped: moved.get(character, character) for shaped, character in self.shapes.items()}

    def _charsets(self, known: frozenset[str]) -> dict[str, str]:
        """The characters that stand for each class and word."""
        charsets = dict.fromkeys(known, "")
        for sign, character in self.signatures.items():
            for atom in sign & known:
                charsets[atom] += character
        return charsets

    def _assign(self, known: frozenset[str]) -> None:
        """One character for each combination of classes that a listed or mentioned word has."""
        listed = word_classes()
        careful = frozenset(words().capitalised)
        for word in {*listed, *(atom for atom in known if not atom.isupper() and atom[0].isalpha())}:
            classes = {c for c in listed.get(word, ()) if c in known}
            plain = classes | ({word} if word in known else set())
            bare = word.rstrip(".")
            if bare in careful:
                lower = {c for c in plain if c not in ("MONTH", "WEEKDAYABBR")}
                self.characters[word] = self._sign(lower)
            else:
                self.characters[word] = self._sign(plain)
            self.characters[word.capitalize()] = self.characters[word.upper()] = self._sign(plain)
        for atom in known:
            if not atom[0].isalpha():
                self.characters[atom] = self._sign({atom})
        for atom, marks in SAME.items():
            self.characters |= dict.fromkeys(marks, self._sign({atom} & known))

        for shaped in (*(classes for _, classes in SHAPES), ("AMPM",), ("ERA",)):
            self.shapes[shaped] = self._sign(set(shaped) & known)
        self.shapes[(BREAK,)] = "\n"

    def _sign(self, classes: set[str]) -> str:
        sign = frozenset(classes)
        return self.signatures.setdefault(sign, chr(FIRST + len(self.signatures)))

    def encode(self, tokens: Tokens) -> str:
        """The tokens as one string, a character each."""
        table = self.characters
        return "".join([table.get(word) or self._shaped(word) for word in tokens.words])

    def _shaped(self, word: str) -> str:
        """The character of a word that is not listed, by its shape."""
        return OTHER if word.isalpha() and len(word) > 2 else self.shapes.get(shape(word), OTHER)

    def candidates(self, tokens: Tokens) -> Iterator[tuple[int, list[tuple[TemporalRule, Match]]]]:
        """Each place where rules match, with the matches in the order to be tried."""
        encoded = self.encode(tokens)
        there = frozenset(encoded)
        possible = [not any(there.isdisjoint(need) for need in needs) for needs in self.needs]
        for place in self.gate.finditer(encoded):
            at = place.start()
            found = []
            for order, rule in self.starts[encoded[at]]:
                match = self._pattern(order).match(encoded, at) if possible[order] else None
                if match is not None and match.end() > at:
                    found.append((-match.end(), order, rule, match))
            if found:
                found.sort(key=lambda item: item[:2])
                yield at, [(rule, Match(tokens, at, match.end() - 1, match)) for _, _, rule, match in found]
