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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

PIECE = re.compile(r"\s*(?:(?P<look>\(\?<?[!=])|(?P<name>[a-z]+)=|(?P<op>[()|?*+])|(?P<atom>'?\w+|[-,.:/%']))")
#: A class of one character or more.
CLASS = re.compile(r"\[[^\]]+\]")


class PatternError(ValueError):
    """A pattern that cannot be read; the message shows it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A translated piece: its expression, the atoms it can begin with, and whether it can be empty.

    `needs` are sets of atoms; whatever the piece matches has one atom at least of each set.
    """

    expression: str
    first: frozenset[str]
    empty: bool
    needs: tuple[frozenset[str], ...] = ()


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
        self.names: Counter[str] = Counter()
        #: What is still to be read, the next one last.
        self.rest = [(match.lastgroup, match[match.lastgroup or 0]) for match in self._pieces()][::-1]

    def _pieces(self) -> Iterator[re.Match[str]]:
        at = 0
        while self.pattern[at:].strip():
            match = PIECE.match(self.pattern, at)
            if match is None:
                raise PatternError(f"cannot read {self.pattern[at:]!r} in {self.pattern!r}")
            yield match
            at = match.end()

    def read(self) -> Piece:
        """The whole pattern.

        Raises:
            PatternError: a character that the notation does not know, or a parenthesis without its partner.
        """
        piece = self.choice()
        if self.rest:
            raise PatternError(f"cannot read what begins with {self.rest[-1][1]!r} in {self.pattern!r}")
        return piece

    def take(self, kind: str, *wanted: str) -> str | None:
        """The next piece's characters, which are then read, if it is of that kind and, with `wanted`, one of these."""
        if not self.rest or self.rest[-1][0] != kind or (wanted and self.rest[-1][1] not in wanted):
            return None
        return self.rest.pop()[1]

    def choice(self) -> Piece:
        """`a | b | c`."""
        options = [self.sequence()]
        while self.take("op", "|"):
            options.append(self.sequence())
        if len(options) == 1:
            return options[0]
        first = frozenset[str]().union(*(option.first for option in options))
        joined = "|".join(_classes_joined([option.expression for option in options]))
        expression = joined if CLASS.fullmatch(joined) else f"(?:{joined})"
        return Piece(expression, first, any(option.empty for option in options), _needed_by_any(options))

    def sequence(self) -> Piece:
        """`a b c`."""
        expression, first, empty = "", frozenset[str](), True
        needs: tuple[frozenset[str], ...] = ()
        while (item := self.item()) is not None:
            expression += item.expression
            needs += item.needs
            if empty:
                first |= item.first
            empty = empty and item.empty
        return Piece(expression, first, empty, needs)

    def item(self) -> Piece | None:
        """One atom or group with its name before it and its quantifier behind it."""
        if look := self.take("look"):
            return Piece(f"{look}{self.closed().expression})", frozenset(), True)
        name = self.take("name")
        piece = self.single()
        if piece is None:
            return None
        expression = piece.expression
        if name:
            self.names[name] += 1
            expression = f"(?P<{name}{self.names[name]}>{expression})"
        quantifier = self.take("op", "?", "*", "+")
        if quantifier is None:
            return Piece(expression, piece.first, piece.empty, piece.needs)
        if not CLASS.fullmatch(expression):
            expression = f"(?:{expression})"
        if quantifier == "+":
            return Piece(f"{expression}+", piece.first, piece.empty, piece.needs)
        return Piece(f"{expression}{quantifier}", piece.first, True)

    def single(self) -> Piece | None:
        """An atom, a macro or a group in parentheses; None at the end of a sequence."""
        if self.take("op", "("):
            return self.closed()
        atom = self.take("atom")
        if atom is None:
            return None
        if atom in self.macros:
            if atom not in self.done:
                self.done[atom] = Reader(self.macros[atom], self.charsets, self.macros, self.done).read()
            return self.done[atom]
        characters = self.charsets[atom]
        if not characters:
            raise PatternError(f"no word is {atom} in {self.pattern!r}")
        return Piece(f"[{re.escape(characters)}]", frozenset((atom,)), False, (frozenset((atom,)),))

    def closed(self) -> Piece:
        """What stands up to the closing parenthesis."""
        piece = self.choice()
        if not self.take("op", ")"):
            raise PatternError(f"a parenthesis is open in {self.pattern!r}")
        return piece


def _classes_joined(options: list[str]) -> list[str]:
    """The same alternatives with neighbouring classes as one class: "[a]|[b]|cd" is "[ab]|cd", and sooner compiled."""
    joined: list[str] = []
    for option in options:
        if joined and CLASS.fullmatch(option) and CLASS.fullmatch(joined[-1]):
            joined[-1] = f"{joined[-1][:-1]}{option[1:]}"
        else:
            joined.append(option)
    return joined


def _needed_by_any(options: list[Piece]) -> tuple[frozenset[str], ...]:
    """What is needed whichever option matches: one of their first needs, and one of their last."""
    if not all(option.needs for option in options):
        return ()
    none = frozenset[str]()
    return none.union(*(option.needs[0] for option in options)), none.union(*(option.needs[-1] for option in options))
