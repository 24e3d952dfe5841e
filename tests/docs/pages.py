"""The pages of `docs/` and what tests read in them: tables under a comment that names them, and code cells."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))


def page(name: str) -> str:
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def table(text: str, name: str) -> list[list[str]]:
    """The cells of a named table, without its head; what stands in backticks is without them."""
    (rows,) = re.findall(rf"<!-- (?:table: )?{re.escape(name)} -->\n((?:\|.*\n)+)", text)
    cells = [[cell.strip() for cell in line.strip().strip("|").split(" | ")] for line in rows.splitlines()]
    return [[re.sub(r"^`([^`]*)`$", r"\1", cell) for cell in row] for row in cells[2:]]
