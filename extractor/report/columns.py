"""The flat tables as Parquet: those of CSV with their types. Needs pyarrow (extra `parquet`)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from extractor.report.flat import COLUMNS, cells
from extractor.report.selection import ParquetMissingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.records import Extraction
    from extractor.report.flat import Cell

#: Columns that are no text, in any table; `value` is a number of a claim and text of a date.
_WHOLE: Final = frozenset({"start_char", "end_char", "mentions"})
_NUMBERS: Final = frozenset({"low", "high", "confidence"})
_DAYS: Final = frozenset({"published", "earliest", "latest", "anchor"})
#: Rows written at once: groups of rows that readers can skip, and no more in memory.
_TOGETHER: Final = 20_000


class ParquetTable:
    """One table of one kind, written group by group to a binary stream.

    Raises:
        ParquetMissingError: pyarrow is not installed.
    """

    def __init__(self, kind: str, stream: BinaryIO) -> None:
        try:
            import pyarrow  # noqa: PLC0415 - an extra
            from pyarrow import parquet  # noqa: PLC0415
        except ImportError:
            message = "Parquet needs pyarrow; python -m pip install 'newsfacts[parquet]'"
            raise ParquetMissingError(message) from None
        self.arrow = pyarrow
        self.kind = kind
        self.types = types_of(kind)
        self.schema = pyarrow.schema([(name, getattr(pyarrow, made)()) for name, made in self.types.items()])
        self.writer = parquet.ParquetWriter(stream, self.schema, compression="zstd")
        self.waiting: list[Sequence[Cell]] = []

    def add(self, extraction: Extraction) -> None:
        """The rows of one article."""
        self.waiting += cells(extraction, self.kind)
        if len(self.waiting) >= _TOGETHER:
            self._write()

    def close(self) -> None:
        """Write what waits, and what makes the stream a Parquet file."""
        self._write()
        self.writer.close()

    def _write(self) -> None:
        if not self.waiting:
            return
        columns = zip(*self.waiting, strict=True)
        arrays = [
            self.arrow.array(_typed(column, made), type=field.type)
            for column, made, field in zip(columns, self.types.values(), self.schema, strict=True)
        ]
        self.writer.write_table(self.arrow.table(arrays, schema=self.schema))
        self.waiting.clear()


def types_of(kind: str) -> dict[str, str]:
    """The type of each column of the table of `kind`, by pyarrow's name for it."""
    return {name: _type(name, kind) for name in ("article_id", "published", *COLUMNS[kind])}


def _type(column: str, kind: str) -> str:
    if column in _WHOLE:
        return "int64"
    if column in _NUMBERS or (column, kind) == ("value", "claims"):
        return "float64"
    return "date32" if column in _DAYS else "string"


def _typed(column: Iterable[Cell], made: str) -> list[Any]:
    if made == "date32":
        return [_day(cell) for cell in column]
    if made == "string":
        return [cell if cell is None else str(cell).encode("utf-8", "replace").decode() for cell in column]
    return list(column)


def _day(cell: Cell) -> date | None:
    """An ISO date as a date; what is none is left out."""
    try:
        return date.fromisoformat(str(cell)) if cell is not None else None
    except ValueError:
        return None
