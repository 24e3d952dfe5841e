"""One extraction out by every way there is, each held against what its reader would obey."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser

from extractor.records import Extraction
from extractor.report.flat import COLUMNS, header, table_rows
from extractor.report.html_page import html_page
from extractor.report.json_output import to_json
from extractor.report.label_studio import task
from extractor.report.selection import Selection
from extractor.report.table import table_text
from tests.fuzzing import promises

#: What a spreadsheet would run; a negative number is none.
_FORMULA = re.compile(r"[=+@\t\r\n\uff1d\uff0b\uff0d\uff20]|-(?![\d.]+$)")
#: Elements with which a page could do something.
_DOING = frozenset({"script", "img", "iframe", "object", "embed", "form", "input", "video", "audio", "base"})


class _Page(HTMLParser):
    """Fails at whatever a page of ours must not hold."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in _DOING, tag
        for name, value in attrs:
            assert not name.startswith("on"), name
            assert name not in {"href", "src"} or (value or "").startswith(("#", "http://", "https://", "data:,")), (
                value
            )


def printed(extraction: Extraction) -> None:
    """Print `extraction` in every format that is text."""
    assert not promises.acting(table_text(extraction, width=80))
    page = html_page([extraction])
    assert not promises.acting(page.replace("\t", ""))
    _Page().feed(page)
    for kind in COLUMNS:
        table = header(kind) + table_rows(extraction, kind)
        for row in csv.reader(io.StringIO(table, newline="")):
            assert len(row) == len(COLUMNS[kind]) + 2
            assert not any(_FORMULA.match(cell) for cell in row), row
    json.loads(to_json(task(extraction, Selection())))
