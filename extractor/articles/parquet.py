"""Articles in Parquet: a row is what an object is in JSON, with the same columns. Needs pyarrow (extra `parquet`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from extractor.articles.saved_json import read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from extractor.articles.asked import Asked
    from extractor.articles.inputs import Input
    from extractor.records import Failure, Reading

#: Rows held in memory at once.
_ROWS: Final = 64
#: So many columns are named where one is missing.
_MOST_NAMED: Final = 12


def read_table(source: Input, *, asked: Asked) -> Iterator[Reading | Failure]:
    """The articles of one Parquet file, one a row, as they come."""
    try:
        import pyarrow as arrow  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        yield source.failure("no_parquet", "Parquet needs pyarrow; python -m pip install 'newsfacts[parquet]'")
        return
    try:
        with parquet.ParquetFile(source.file) as table:
            names = table.schema_arrow.names
            if lacking := [name for name in (asked.text, *asked.named) if name not in names]:
                shown = ", ".join(f'"{name}"' for name in names[:_MOST_NAMED])
                yield source.failure("no_text", f'has no column "{lacking[0]}"; its columns are {shown}')
                return
            there = [name for name in asked.columns if name in names]
            rows = (row for batch in table.iter_batches(_ROWS, columns=there) for row in batch.to_pylist())
            lines = (json.dumps(row, default=str).encode() for row in rows)
            yield from read_lines(lines, source, asked=asked)
    except (arrow.ArrowException, ValueError) as error:  # the latter where a name or a text is no UTF-8
        reason = " ".join(str(error).split())[:200]
        yield source.failure("invalid_parquet", f"not readable as Parquet ({reason}); write the file again")


def rows_in(file: Path) -> int:
    """How many articles a Parquet file holds; 1 where nobody can tell."""
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415 - an extra
    except ImportError:
        return 1
    try:
        return int(parquet.read_metadata(file).num_rows)
    except (ArrowException, OSError, ValueError):
        return 1
