"""What many articles tell of one fact, and what one speaker says in many, for a terminal."""

from __future__ import annotations

import re
from io import StringIO
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extractor.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.told import KnownSpeaker, ToldClaim, ToldFact

_WIDEST: Final = 140
_LINE_END: Final = re.compile(r" +\n")
_COLOURS: Final = {"same": "green", "compatible": "green", "revised": "yellow", "conflicting": "bold red"}


def facts_text(facts: Sequence[ToldFact], *, terminal: bool = False, width: int | None = None) -> str:
    """The facts as a table each, claims in order of publication."""
    page = _Page(terminal=terminal, width=width)
    for fact in facts:
        page.fact(fact)
    if not facts:
        page.print(Text("No fact is told twice."))
    return page.text()


def speakers_text(speakers: Sequence[KnownSpeaker], *, terminal: bool = False, width: int | None = None) -> str:
    """Each speaker with what they said, in order of publication."""
    page = _Page(terminal=terminal, width=width)
    for speaker in speakers:
        page.speaker(speaker)
    if not speakers:
        page.print(Text("Nobody with a name is quoted."))
    return page.text()


class _Page:
    """Lines on a console that writes into a string."""

    def __init__(self, *, terminal: bool, width: int | None) -> None:
        self.written = StringIO()
        self.console = Console(
            file=self.written,
            force_terminal=terminal,
            width=width or min(get_terminal_size().columns, _WIDEST),
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )
        self.begun = False

    def text(self) -> str:
        """All that was printed, without spaces at the ends of lines."""
        return _LINE_END.sub("\n", self.written.getvalue())

    def print(self, line: Text) -> None:
        """One line, broken where it is too long."""
        self.console.print(line)

    def part(self, heading: Text, note: str) -> None:
        """The heading of a fact or a speaker, an empty line before all but the first."""
        if self.begun:
            self.console.print()
        self.begun = True
        self.print(heading)
        if note:
            self.console.print(Padding(Text(note, style="dim"), (0, 0, 0, 1)))

    def fact(self, fact: ToldFact) -> None:
        """One fact: what is counted and where, the verdict, then a line a claim."""
        heading = Text(
            visible(" \u00b7 ".join(part for part in (fact.event, fact.noun, fact.scope) if part)), style="bold"
        )
        heading.append("  ").append(fact.agreement, style=_COLOURS[fact.agreement])
        self.part(heading, f"{_bounds(fact)}; {_sources(fact.independent_sources)}")
        grid = Table.grid(padding=(0, 2, 0, 0))
        for column in ("published", "figure", "who says so", "article"):
            grid.add_column(column, overflow="fold", no_wrap=column == "published")
        for claim in fact.claims:
            figure = Text(visible(" ".join(claim.text.split())), style="bold")
            place = Text(visible(f"{claim.article} {claim.start}\u2013{claim.end}"), style="dim")
            grid.add_row(Text(claim.published or "no date"), figure, Text(visible(_voucher(claim))), place)
        self.console.print(Padding(grid, (0, 0, 0, 1)))

    def speaker(self, speaker: KnownSpeaker) -> None:
        """One speaker: name, roles, then a line a quote."""
        self.part(Text(visible(speaker.name), style="bold"), visible(", ".join(speaker.roles)))
        grid = Table.grid(padding=(0, 2, 0, 0))
        for column in ("published", "said", "article"):
            grid.add_column(column, overflow="fold", no_wrap=column == "published")
        for quote in speaker.quotes:
            said = Text(visible(" ".join(quote.text.split())))
            if quote.polarity == "negated":
                said = Text("[negated] ", style="bold red").append_text(said)
            place = Text(visible(f"{quote.article} {quote.start}\u2013{quote.end}"), style="dim")
            grid.add_row(Text(quote.published or "no date"), said, place)
        self.console.print(Padding(grid, (0, 0, 0, 1)))


def _bounds(fact: ToldFact) -> str:
    """The numbers that the fact leaves, in words."""
    low, high = (None if number is None else _number(number) for number in (fact.low, fact.high))
    if low is None and high is None:
        return "any number"
    if low == high:
        return f"{low}"
    if fact.agreement == "conflicting":
        return f"stated from {low} to {high}"
    return f"{low} to {high}" if low and high else f"{low} or more" if low else f"up to {high}"


def _number(number: float) -> str:
    return f"{number:,.2f}".rstrip("0").rstrip(".")


def _sources(number: int) -> str:
    return "1 source" if number == 1 else f"{number} independent sources"


def _voucher(claim: ToldClaim) -> str:
    """Who says so: the source, and by whose wording it comes."""
    carrier = claim.agency or claim.source
    if claim.speaker:
        return f"{claim.speaker} ({carrier})" if carrier else claim.speaker
    return carrier or "\u2014"
