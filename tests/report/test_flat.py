import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.report.flat import COLUMNS, harmless, header, line, table_rows


def read(text):
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_row_has_the_columns_of_its_header(extraction, kind):
    first, *rows = read(header(kind) + table_rows(extraction, kind))
    assert first == ["article_id", "published", *COLUMNS[kind]]
    assert len(first) == len(set(first))
    assert len(rows) == len(getattr(extraction, kind)) > 0
    assert {len(row) for row in rows} == {len(first)}


def test_ids_are_looked_up(extraction):
    quotes = list(csv.DictReader(io.StringIO(header("quotes") + table_rows(extraction, "quotes"))))
    claims = list(csv.DictReader(io.StringIO(header("claims") + table_rows(extraction, "claims"))))
    first = quotes[0]
    assert (first["article_id"], first["published"], first["speaker_name"]) == ("ruvenna", "2024-05-06", "Ilse Tarn")
    assert (first["said_on"], first["cue_lemma"], first["addressee"]) == ("2024-05-05", "tell", "reporters")
    assert quotes[3]["according_to"] == "a rescue official"
    assert (claims[0]["value"], claims[0]["high"], claims[0]["happened_on"]) == ("40.0", "", "2024-05-05")
    text = extraction.article.text
    assert text[int(claims[1]["start_char"]) : int(claims[1]["end_char"])] == claims[1]["text"]


def test_no_column_is_an_sql_keyword():
    reserved = {"end", "start", "group", "within", "when", "order", "from", "to", "date", "references"}
    assert not reserved & {column for columns in COLUMNS.values() for column in columns}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1"])
def test_formulas_are_made_harmless(extraction, text):
    assert harmless(text) == f"'{text}"
    quote = replace(extraction.quotes[0], text=text)
    (row,) = read(table_rows(replace(extraction, quotes=(quote,)), "quotes"))
    assert row[2 + COLUMNS["quotes"].index("text")] == f"'{text}"


def test_numbers_are_not_text():
    assert line((-5.0, 1e17, 3, None, "", "-5")) == '-5.0,100000000000000000.0,3,,"",\'-5\n'


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2))
def test_text_reads_back(cells):
    (row,) = read(line(cells))
    assert row == [harmless(cell) for cell in cells]
