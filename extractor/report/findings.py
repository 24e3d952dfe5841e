"""What a draft's sources do not bear out, for a terminal: passage, verdict, difference, and where to look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.padding import Padding
from rich.text import Text

from extractor.report.sheet import Sheet
from extractor.report.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from extractor.records import Checked, Finding

_VERDICTS: Final = {
    "altered": "altered",
    "other_speaker": "another speaker",
    "not_found": "not found",
    "figure_differs": "another figure",
    "bound_differs": "another bound",
}


def findings_text(checked: Checked, *, terminal: bool = False, width: int | None = None) -> str:
    """One entry a finding, in the draft's order, and what was borne out in a last line."""
    sheet = Sheet(terminal=terminal, width=width)
    draft = checked.draft.text or ""
    for finding in checked.findings:
        _print(sheet.console, finding, draft)
    sheet.console.print(Text(_summary(checked), style="bold red" if checked.findings else "bold green"))
    return sheet.text()


def _print(console: Console, finding: Finding, draft: str) -> None:
    line = draft.count("\n", 0, finding.start) + 1
    heading = Text(f"line {line}  ", style="dim").append(_VERDICTS[finding.verdict], style="bold red")
    shown = visible(finding.text)
    heading.append("  ").append(f"“{shown}”" if finding.kind == "quote" else shown, style="bold")
    console.print(heading)
    console.print(Padding(Text(visible(finding.difference)), (0, 0, 0, 2)))
    if finding.match and finding.article is not None:
        place = f"{finding.article} {finding.match.start}–{finding.match.end}"
        console.print(Padding(Text(visible(place), style="dim"), (0, 0, 0, 2)))
    console.print()


def _summary(checked: Checked) -> str:
    found, right, lost = len(checked.findings), checked.verbatim, len(checked.unreadable)
    parts = [f"{found} finding{'' if found == 1 else 's'}", f"{right} passage{'' if right == 1 else 's'} borne out"]
    if lost:
        parts.append(f"{lost} source{'' if lost == 1 else 's'} could not be read")
    return ", ".join(parts) + "."
