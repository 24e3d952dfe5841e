"""A format whose library is not installed: one line that names the fix, and no other harm."""

from __future__ import annotations

import sys
from io import BytesIO

import pytest

from extractor.articles.parquet import rows_in
from extractor.articles.reading import read_all
from extractor.records import Failure
from tests.articles.make_formats import FOLDER


@pytest.mark.parametrize(
    ("module", "name", "code", "extra"),
    [
        ("pyarrow", "rows.parquet", "no_parquet", "parquet"),
        ("warcio.archiveiterator", "crawl.warc.gz", "no_warc", "warc"),
        ("pdfminer.high_level", "paper.pdf", "no_pdf", "pdf"),
    ],
)
def test_one_line_names_the_extra(module, name, code, extra, monkeypatch):
    monkeypatch.setitem(sys.modules, module, None)
    (failure,) = read_all([str(FOLDER / name)], standard_input=BytesIO())
    assert isinstance(failure, Failure)
    assert failure.code == code
    assert f"pip install 'newsfacts[{extra}]'" in failure.message


def test_what_cannot_be_counted_counts_as_one_article(tmp_path, monkeypatch):
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'newsfacts[parquet]'")
    broken = tmp_path / "a.parquet"
    broken.write_bytes(b"PAR1 no table")
    assert rows_in(broken) == 1
    assert rows_in(tmp_path / "missing.parquet") == 1
    assert rows_in(FOLDER / "rows.parquet") >= 1
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert rows_in(FOLDER / "rows.parquet") == 1
