import builtins
import io
from dataclasses import replace
from datetime import date

import pytest

from extractor.report.columns import ParquetTable, types_of
from extractor.report.flat import COLUMNS, cells
from extractor.report.selection import ParquetMissingError


def written(kind, *extractions):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed (extra `parquet`)")
    stream = io.BytesIO()
    table = ParquetTable(kind, stream)
    for extraction in extractions:
        table.add(extraction)
    table.close()
    return parquet.read_table(io.BytesIO(stream.getvalue()))


@pytest.mark.parametrize("kind", COLUMNS)
def test_rows_are_those_of_the_csv_with_types(extraction, kind):
    table = written(kind, extraction, extraction)
    assert table.column_names == ["article_id", "published", *COLUMNS[kind]]
    rows = [tuple(row.values()) for row in table.to_pylist()]
    flat = [tuple(row) for row in cells(extraction, kind)]
    assert [tuple(str(c) if isinstance(c, date) else c for c in row) for row in rows] == flat * 2
    assert table.schema.field("published").type == "date32[day]"


def test_a_column_has_one_type_even_if_it_is_empty(extraction):
    nothing = written("claims", replace(extraction, claims=()))
    assert nothing.num_rows == 0
    assert nothing.schema == written("claims", extraction).schema
    assert (types_of("claims")["value"], types_of("dates")["value"]) == ("float64", "string")


def test_what_cannot_be_a_date_or_utf8_is_no_error(extraction):
    odd = replace(extraction.dates[0], text="a\ud800b", earliest="-0044-03-15")
    (row,) = written("dates", replace(extraction, dates=(odd,))).to_pylist()
    assert (row["text"], row["earliest"]) == ("a?b", None)


def test_without_pyarrow_the_error_names_the_fix(monkeypatch):
    real = builtins.__import__

    def refuse(name, *args, **kwargs):
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ParquetMissingError, match=r"newsfacts\[parquet\]"):
        ParquetTable("quotes", io.BytesIO())
