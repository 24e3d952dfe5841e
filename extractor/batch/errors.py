"""`errors.csv`: what could not be read or worked on, one row each, harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.records import Failure

COLUMNS: Final = ("id", "path", "code", "message")
#: What makes a spreadsheet take a cell for a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def written(failures: Iterable[Failure]) -> bytes:
    """The whole file."""
    stream = io.StringIO(newline="")
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(COLUMNS)
    for failure in failures:
        rows.writerow([_harmless(getattr(failure, column) or "") for column in COLUMNS])
    return stream.getvalue().encode("utf-8", "replace")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
