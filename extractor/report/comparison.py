"""What many articles tell of one fact, and what one speaker says in many, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extractor.report.fact_wording import bounds, sources, voucher
from extractor.report.sheet import Sheet
from extractor.report.visible import visible
from extractor.report.wording import about, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.told import KnownSpeaker, ToldFact

_COLOURS: Final = {"same": "green", "compatible": "green", "revised": "yellow", "conflicting": "bold red"}


def facts_text(facts: Sequence[ToldFact], *, terminal: bool = False, width: int | None = None) -> str:
    """The facts as a table each, claims in order of publication."""
    page = _Page(terminal=terminal, width=width)
    for fact in facts:
        page.fact(fact)
    if not facts:
        page.print(Text("No fact is told twice."))
    return page.sheet.text()


def speakers_text(speakers: Sequence[KnownSpeaker], *, terminal: bool = False, width: int | None = None) -> str:
    """Each speaker with what they said, in order of publication."""
    page = _Page(terminal=terminal, width=width)
    for speaker in speakers:
        page.speaker(speaker)
    if not speakers:
        page.print(Text("Nobody with a name is quoted."))
    return page.sheet.text()


class _Page:
    """Facts or speakers on one sheet."""

    def __init__(self, *, terminal: bool, width: int | None) -> None:
        self.sheet = Sheet(terminal=terminal, width=width)
        self.console = self.sheet.console
        self.begun = False

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
        heading = Text(visible(about(fact)), style="bold")
        heading.append("  ").append(fact.agreement, style=_COLOURS[fact.agreement])
        self.part(heading, f"{bounds(fact, _number)}; {sources(fact.independent_sources)}")
        grid = Table.grid(padding=(0, 2, 0, 0))
        for column in ("published", "figure", "who says so", "article"):
            grid.add_column(column, overflow="fold", no_wrap=column == "published")
        for claim in fact.claims:
            figure = Text(visible(" ".join(claim.text.split())), style="bold")
            place = Text(visible(f"{claim.article} {claim.start}\u2013{claim.end}"), style="dim")
            grid.add_row(Text(claim.published or "no date"), figure, Text(visible(voucher(claim))), place)
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


def _number(value: float) -> str:
    return number(round(value, 2))
