"""An extraction for a terminal: who said what, which figures, which days. Plain where colour is not wanted.

Text of an article reaches Rich only as `Text`, never as markup, and only through `visible`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extractor.report.selection import Selection, confident, only_scare
from extractor.report.sheet import Sheet
from extractor.report.visible import visible
from extractor.report.wording import PUBLISHED_FROM, Wording, about, figure, meaning, quoted_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from extractor.records import Claim, Extraction, Quote, Speaker

#: One colour a speaker, in the order in which they speak: those of the HTML page, legible on dark and on light.
COLOURS: Final = tuple(f"color({n})" for n in (37, 170, 71, 69, 172, 167, 30, 134))
#: From this width on there is room for longer reporting words before what was said.
_WIDE: Final = 100
_CUE: Final = 15
_NARROW_CUE: Final = 12
#: Below this width claims stand below each other instead of in five columns.
_NARROW: Final = 72
_NARROW_FIGURE: Final = 18


def table_text(
    extraction: Extraction, selection: Selection | None = None, *, terminal: bool = False, width: int | None = None
) -> str:
    """One article as `print_table` prints it; `terminal` and `width` as for `Sheet`."""
    sheet = Sheet(terminal=terminal, width=width)
    print_table(sheet.console, extraction, selection)
    return sheet.text()


def print_table(console: Console, extraction: Extraction, selection: Selection | None = None) -> None:
    """Print one article on a console of any kind: heading, quotes by speaker, claims, dates, warnings."""
    selection = selection or Selection()
    page = _Page(console, only_scare(confident(extraction, selection.min_confidence), selection))
    page.heading()
    if "speakers" in selection.kinds:
        page.speakers()
    if selection.has("quotes"):
        page.quotes()
    if selection.has("claims"):
        page.claims()
    if selection.has("claim_groups"):
        page.groups()
    if selection.has("dates"):
        page.dates()
    page.warnings()


class _Page:
    """One article on one console."""

    def __init__(self, console: Console, extraction: Extraction) -> None:
        self.console = console
        self.extraction = extraction
        self.words = Wording(extraction=extraction)
        self.colours = _colours(extraction)
        self.cue_width = _CUE

    def heading(self) -> None:
        article = self.extraction.article
        title = visible(article.title or article.id)
        self.console.print(Text(title, style="bold"))
        published = article.published and f"published {article.published}"
        if published and article.published_from:
            published += f" ({PUBLISHED_FROM[article.published_from]})"
        parts = (article.path, article.source, article.byline, article.dateline, article.agency, published)
        for line in _filled([visible(part) for part in parts if part], self.console.width):
            self.console.print(Text(line, style="dim"))

    # ------------------------------------------------------------ quotes

    def quotes(self) -> None:
        every = self.extraction.quotes
        shown = [quote for quote in every if _is_news(quote)]
        self._section("Quotes", len(shown))
        longest = max((len(visible(q.cue.text)) for q in shown if q.cue), default=1)
        self.cue_width = min(longest, _CUE if self.console.width >= _WIDE else _NARROW_CUE)
        for speaker, quotes in _by_speaker(shown):
            self._said_by(speaker, quotes)
        if len(every) > len(shown):
            left = len(every) - len(shown)
            self._note(f"{left} more (thought, wanted, said only if, or by nobody named) in --format json")

    def _said_by(self, speaker_id: str | None, quotes: Sequence[Quote]) -> None:
        self.console.print()
        speaker = self.words.speakers.get(speaker_id or "")
        colour = self.colours.get(speaker_id or "", "")
        if speaker:
            self.console.print(Padding(_speaker_line(speaker, colour), (0, 0, 0, 1)))
        else:
            self.console.print(Padding(Text("Unattributed", style="bold yellow"), (0, 0, 0, 1)))
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=self.cue_width, style=colour, overflow="fold")
        grid.add_column(ratio=1, overflow="fold")
        for quote in quotes:
            grid.add_row(Text(visible(quote.cue.text) if quote.cue else "\u2014"), self._said(quote))
        self.console.print(Padding(grid, (0, 0, 0, 3)))

    def _said(self, quote: Quote) -> Text:
        text = Text()
        if quote.polarity == "negated":
            text.append("[negated] ", style="bold bright_red")
        text.append(visible(quoted_text(quote, self.extraction.article.text or "")))
        details = [
            quote.source and not self.words.name(quote.speaker) and quote.source.text,
            quote.addressee and f"to {quote.addressee.text}",
            self.words.day(quote.date),
            quote.within and f"according to {self.words.name(quote.according_to) or 'somebody'}",
        ]
        said = " \u00b7 ".join(visible(detail) for detail in details if detail)
        return text.append(f"  [{said}]", style="dim") if said else text

    # ------------------------------------------------------------ claims

    def claims(self) -> None:
        claims = self.extraction.claims
        self._section("Claims", len(claims))
        rows = [(claim, self._claim(claim)) for claim in claims]
        if self.console.width < _NARROW:
            self._claims_below_each_other(rows)
            return
        titles = ("Figure", "What", "Event", "When", "Source")
        kept = [i for i in range(len(titles)) if any(cells[i] for _, cells in rows)]
        table = self._table([titles[i] for i in kept])
        for claim, cells in rows:
            styles = ("bold", "", "", "", self.colours.get(claim.speaker or "", ""))
            table.add_row(*(Text(visible(cells[i]), style=styles[i]) for i in kept))
        if rows:
            self.console.print(Padding(table, (0, 0, 0, 1)))

    def _claims_below_each_other(self, rows: Sequence[tuple[Claim, tuple[str, ...]]]) -> None:
        """Where five columns have no room: the figure, and beside it two lines of all the rest."""
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        longest = max((len(visible(cells[0])) for _, cells in rows), default=1)
        grid.add_column(width=min(longest, _NARROW_FIGURE), style="bold", overflow="fold")
        grid.add_column(ratio=1, overflow="fold")
        for claim, (stated, noun, event, when, source) in rows:
            said = Text(visible(" \u00b7 ".join(part for part in (noun, event, when) if part)))
            if source:
                said.append("\n" if said else "")
                said.append(visible(source), style=self.colours.get(claim.speaker or "", "dim"))
            grid.add_row(Text(visible(stated)), said)
        if rows:
            self.console.print(Padding(grid, (0, 0, 0, 1)))

    def _claim(self, claim: Claim) -> tuple[str, str, str, str, str]:
        words = self.words
        return (
            figure(claim),
            words.noun(claim),
            words.event(claim),
            words.day(claim.date) or "",
            words.source(claim) or "",
        )

    def groups(self) -> None:
        groups = self.extraction.claim_groups
        if not groups:
            return
        self._section("Told more than once", len(groups))
        for group in groups:
            told = []
            for claim in (self.words.claims[c] for c in group.claims if c in self.words.claims):
                source = self.words.source(claim)
                told.append(f"{figure(claim)}{f' ({source})' if source else ''}")
            style = "bold bright_red" if group.agreement == "conflicting" else "dim"
            line = Text(f"{visible(about(group))}: ").append(visible("; ".join(told)))
            self.console.print(Padding(line.append(f" \u2014 {group.agreement}", style=style), (0, 0, 0, 3)))

    # ------------------------------------------------------------ the rest

    def dates(self) -> None:
        dates = self.extraction.dates
        self._section("Dates", len(dates))
        table = self._table(("In the text", "Means", "TIMEX3"))
        for item in dates:
            value = f"{item.value} {item.mod}" if item.mod else item.value
            table.add_row(Text(visible(item.text)), Text(meaning(item), style="bold"), Text(value, style="dim"))
        if dates:
            self.console.print(Padding(table, (0, 0, 0, 1)))

    def speakers(self) -> None:
        speakers = self.extraction.speakers
        self._section("Speakers", len(speakers))
        table = self._table(("Name", "Kind", "Role", "Also"))
        for speaker in speakers:
            name = Text(visible(speaker.name), style=self.colours.get(speaker.id, ""))
            roles, aliases = (visible(", ".join(names)) for names in (speaker.roles, speaker.aliases))
            table.add_row(name, Text(speaker.kind), Text(roles), Text(aliases))
        if speakers:
            self.console.print(Padding(table, (0, 0, 0, 1)))

    def warnings(self) -> None:
        if not self.extraction.warnings:
            return
        self.console.print()
        for notice in self.extraction.warnings:
            warning = Text().append("Warning: ", style="bold yellow").append(visible(notice.message))
            self.console.print(warning)

    def _section(self, name: str, count: int) -> None:
        self.console.print()
        line = Text().append(name, style="bold underline")
        self.console.print(line.append(f"  {count or 'none'}", style="dim"))

    def _note(self, text: str) -> None:
        self.console.print()
        self.console.print(Padding(Text(text, style="dim"), (0, 0, 0, 3)))

    def _table(self, titles: Iterable[str]) -> Table:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
        for title in titles:
            table.add_column(title, overflow="fold", header_style="dim")
        return table


def _filled(parts: Iterable[str], width: int) -> list[str]:
    """`parts` apart by a dot, on as many lines as they need, each part whole."""
    lines: list[str] = []
    for part in parts:
        if lines and len(lines[-1]) + 3 + len(part) <= width:
            lines[-1] += f" \u00b7 {part}"
        else:
            lines.append(part)
    return lines


def _is_news(quote: Quote) -> bool:
    """Whether a reader wants it first: really said, and by somebody or word for word."""
    nobodys = quote.kind == "indirect" and quote.speaker is None and quote.source is None
    return quote.mode == "speech" and quote.polarity != "non_factive" and not nobodys


def _by_speaker(quotes: Iterable[Quote]) -> list[tuple[str | None, list[Quote]]]:
    """Quotes by speaker, in the order in which they first speak; the unattributed last."""
    found: dict[str | None, list[Quote]] = {}
    for quote in quotes:
        found.setdefault(quote.speaker, []).append(quote)
    return sorted(found.items(), key=lambda item: item[0] is None)


def _colours(extraction: Extraction) -> dict[str, str]:
    speaking = dict.fromkeys(q.speaker for q in extraction.quotes if q.speaker)
    speaking.update(dict.fromkeys(c.speaker for c in extraction.claims if c.speaker))
    return {speaker: COLOURS[n % len(COLOURS)] for n, speaker in enumerate(speaking)}


def _speaker_line(speaker: Speaker, colour: str) -> Text:
    style = f"bold italic {colour}" if speaker.kind == "unnamed" else f"bold {colour}"
    line = Text().append(visible(speaker.name), style=style.strip())
    roles = ", ".join(visible(role) for role in speaker.roles if role not in speaker.name)
    return line.append(f"  {roles}", style="dim") if roles else line
