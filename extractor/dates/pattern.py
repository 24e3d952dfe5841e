"""The notation in which rules are written, and its translation into regular expressions over word classes.

    "(the this)? m=MONTH d=DAY ,? y=YEAR"

A word in lower case stands for itself in any case, a NAME for a class of words or, with a definition, for a pattern of
its own; `a b` in sequence, `(a | b)`, `?`, `*`, `+` as in regular expressions; `m=` names what follows it; `(?= ...)`
and `(?! ...)` look ahead, `(?<= ...)` back at one word. A name may stand in several alternatives: the group is numbered
(`m1`, `m2`), and readers ask for the one that matched (`group_named`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

PIECE = re.compile(r"\s*(?:(?P<look>\(\?<?[!=])|(?P<name>[a-z]+)=|(?P<op>[()|?*+])|(?P<atom>'?\w+|[-,.:/%']))")


class PatternError(ValueError):
    """A pattern that cannot be read; the message shows it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A translated piece: its expression, the atoms it can begin with, and whether it can be empty."""

    expression: str
    first: frozenset[str]
    empty: bool


def atoms_of(pattern: str, macros: Mapping[str, str]) -> frozenset[str]:
    """Every word and class that a pattern mentions, its macros' own included."""
    found: set[str] = set()
    for match in PIECE.finditer(pattern):
        atom = match["atom"]
        if atom in macros:
            found |= atoms_of(macros[atom], macros)
        elif atom:
            found.add(atom)
    return frozenset(found)


def group_named(found: re.Match[str], name: str) -> str | None:
    """The group of that name which took part in a match, None when none did."""
    for group in groups_named(found.re, name):
        if found.start(group) >= 0:
            return group
    return None


@cache
def groups_named(pattern: re.Pattern[str], name: str) -> tuple[str, ...]:
    """The groups that one name of a pattern became: there are as many pairs as the rules have names."""
    return tuple(group for group in pattern.groupindex if group.rstrip("0123456789") == name)


class Reader:
    """Reads one pattern, given the characters that stand for each atom. `done` keeps the macros translated already."""

    def __init__(
        self,
        pattern: str,
        charsets: Mapping[str, str],
        macros: Mapping[str, str],
        done: dict[str, Piece] | None = None,
    ) -> None:
        self.pattern, self.charsets, self.macros = pattern, charsets, macros
        self.done = {} if done is None else done
        self.at = 0
        self.names: Counter[str] = Counter()

    def read(self) -> Piece:
        """The whole pattern.

        Raises:
            PatternError: a character that the notation does not know, or a parenthesis without its partner.
        """
        piece = self.choice()
        if self.pattern[self.at :].strip():
            raise PatternError(f"cannot read {self.pattern[self.at :]!r} in {self.pattern!r}")
        return piece

    def peek(self, kind: str) -> str | None:
        """The next piece's characters if it is of that kind."""
        match = PIECE.match(self.pattern, self.at)
        return match[kind] if match else None

    def step(self) -> None:
        """Go behind the next piece."""
        match = PIECE.match(self.pattern, self.at)
        self.at = match.end() if match else len(self.pattern)

    def choice(self) -> Piece:
        """`a | b | c`."""
        options = [self.sequence()]
        while self.peek("op") == "|":
            self.step()
            options.append(self.sequence())
        if len(options) == 1:
            return options[0]
        first = frozenset().union(*(option.first for option in options))
        joined = "|".join(option.expression for option in options)
        return Piece(f"(?:{joined})", first, any(option.empty for option in options))

    def sequence(self) -> Piece:
        """`a b c`."""
        expression, first, empty = "", frozenset[str](), True
        while (item := self.item()) is not None:
            expression += item.expression
            if empty:
                first |= item.first
            empty = empty and item.empty
        return Piece(expression, first, empty)

    def item(self) -> Piece | None:
        """One atom or group with its name before it and its quantifier behind it."""
        look = self.peek("look")
        if look:
            self.step()
            inner = self.closed()
            return Piece(f"{look}{inner.expression})", frozenset(), True)
        name = self.peek("name")
        if name:
            self.step()
        piece = self.single()
        if piece is None:
            return None
        expression = piece.expression
        if name:
            self.names[name] += 1
            expression = f"(?P<{name}{self.names[name]}>{expression})"
        quantifier = self.peek("op")
        if quantifier in ("?", "*", "+"):
            self.step()
            return Piece(f"(?:{expression}){quantifier}", piece.first, piece.empty or quantifier != "+")
        return Piece(expression, piece.first, piece.empty)

    def single(self) -> Piece | None:
        """An atom, a macro or a group in parentheses; None at the end of a sequence."""
        if self.peek("op") == "(":
            self.step()
            return self.closed()
        atom = self.peek("atom")
        if atom is None:
            return None
        self.step()
        if atom in self.macros:
            if atom not in self.done:
                self.done[atom] = Reader(self.macros[atom], self.charsets, self.macros, self.done).read()
            return self.done[atom]
        characters = self.charsets[atom]
        if not characters:
            raise PatternError(f"no word is {atom} in {self.pattern!r}")
        return Piece(f"[{re.escape(characters)}]", frozenset((atom,)), False)

    def closed(self) -> Piece:
        """What stands up to the closing parenthesis."""
        piece = self.choice()
        if self.peek("op") != ")":
            raise PatternError(f"a parenthesis is open in {self.pattern!r}")
        self.step()
        return Piece(f"(?:{piece.expression})", piece.first, piece.empty)
