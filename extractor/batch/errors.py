"""`errors.csv`: what could not be read or worked on, one row each, harmless in a spreadsheet and on a terminal."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from extractor.report.flat import harmless
from extractor.report.visible import visible_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.records import Failure

COLUMNS: Final = ("id", "path", "code", "message")


def written(failures: Iterable[Failure]) -> bytes:
    """The whole file."""
    stream = io.StringIO(newline="")
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(COLUMNS)
    for failure in failures:
        rows.writerow([harmless(visible_lines(getattr(failure, column) or "")) for column in COLUMNS])
    return stream.getvalue().encode("utf-8")
