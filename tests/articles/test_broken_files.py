"""Files that are cut off, wrongly declared, binary, huge, nested or bombs: one clear error each, and the run goes on."""

from __future__ import annotations

import gzip
import importlib.util
import io
import json
import random
import re
import sys
import tracemalloc
import zipfile
import zlib
from io import BytesIO

import pytest

from extractor.articles import pdf, reading, web_page, word_document
from extractor.articles.inputs import KNOWN
from extractor.articles.reading import read_all
from extractor.records import Failure, Reading
from tests.articles.make_formats import FILES, FOLDER
from tests.growth import grows_as_the_input

EXTRAS = {"paper.pdf": "pdfminer", "crawl.warc.gz": "warcio", "rows.parquet": "pyarrow"}
HERE = [n for n in FILES if n not in EXTRAS or importlib.util.find_spec(EXTRAS[n])]
needs_pdf = pytest.mark.skipif(importlib.util.find_spec("pdfminer") is None, reason="pdfminer is not installed")
#: What ends in nothing to do for the user is no clear error.
ADVICE = re.compile(
    r"save|put|name|split|pack|check|mend|write|wrap|wanted|its fields are|too_long|longer than|pip install|was read"
)


def read_one(folder, name, data):
    """The one item that a file gives while a good file behind it is read all the same."""
    (folder / name).write_bytes(data)
    (folder / "good.txt").write_text("“We know of it,” said Petra Holm. Two boats sank.")
    *items, good = read_all([str(folder / name), str(folder / "good.txt")], standard_input=BytesIO())
    assert isinstance(good, Reading)
    (item,) = items
    return item


def refused(item):
    """The failure that `item` is, which names what to do, in one line."""
    assert isinstance(item, Failure)
    assert ADVICE.search(item.message), item.message
    assert "\n" not in item.message
    assert len(item.message) < 400
    return item


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.95])
@pytest.mark.parametrize("name", HERE)
def test_a_file_cut_off_in_the_middle_is_read_as_far_as_it_goes_or_refused(tmp_path, name, share):
    whole = (FOLDER / name).read_bytes()
    item = read_one(tmp_path, name, whole[: int(len(whole) * share)])
    if isinstance(item, Failure):
        refused(item)
    else:
        assert len(item.article.text) > 20
        assert "<" not in item.article.text
        assert "=3D" not in item.article.text


@pytest.mark.parametrize("name", HERE)
def test_no_damage_makes_reading_fail(tmp_path, name, capfd):
    whole, luck = (FOLDER / name).read_bytes(), random.Random(name)
    for _ in range(25):
        damaged = bytearray(whole)
        for _ in range(luck.choice([1, 3, 20])):
            at = luck.randrange(len(damaged) - 60)
            damaged[at : at + luck.choice([0, 1, 50])] = bytes(
                luck.choices(b"\x00\xff<>&=%\r\n(/A", k=luck.randrange(8))
            )
        (tmp_path / name).write_bytes(damaged)
        items = list(read_all([str(tmp_path / name)], standard_input=BytesIO()))
        assert items
        assert all(isinstance(item, (Reading, Failure)) for item in items)
    assert capfd.readouterr() == ("", "")


def test_names_in_parquet_that_are_no_text_are_an_error(tmp_path):
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'newsfacts[cluster]'")
    data = (FOLDER / "rows.parquet").read_bytes().replace(b"Odile Marsh", b"Odi\x90e Marsh")
    assert refused(read_one(tmp_path, "a.parquet", data)).code == "invalid_parquet"


def test_a_zip_archive_of_an_unknown_version_is_an_error(tmp_path):
    data = bytearray((FOLDER / "document.docx").read_bytes())
    data[data.index(b"PK\x01\x02") + 6] = 200
    assert refused(read_one(tmp_path, "a.docx", bytes(data))).code == "binary"


@pytest.mark.parametrize("name", [n for n in HERE if n.endswith((".docx", ".json", ".jsonl", ".gz", ".parquet"))])
def test_what_cannot_be_read_in_part_is_refused_when_cut_off(tmp_path, name):
    whole = (FOLDER / name).read_bytes()
    refused(read_one(tmp_path, name, whole[: len(whole) // 2]))


@pytest.mark.parametrize("ending", sorted(KNOWN))
@pytest.mark.parametrize("data", [b"", b" \r\n\t ", bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + b"\x00" * 500])
def test_empty_and_binary_files_are_one_clear_error_whatever_their_name(tmp_path, ending, data):
    refused_item = refused(read_one(tmp_path, f"a{ending}", data)) if ending not in {".jsonl", ".ndjson"} else None
    if refused_item is None:
        items = list(read_all([str(tmp_path / f"a{ending}")], standard_input=BytesIO()))
        assert all(isinstance(item, Failure) for item in items)


@pytest.mark.parametrize("name", [n for n in HERE if not n.endswith((".warc.gz", ".parquet", ".jsonl"))])
def test_a_file_that_is_too_long_is_refused_by_the_limit(tmp_path, name, monkeypatch):
    monkeypatch.setattr(reading, "LONGEST", 400)
    failure = refused(read_one(tmp_path, name, (FOLDER / name).read_bytes()))
    assert failure.code == "too_long"


def test_the_limit_is_named(tmp_path, monkeypatch):
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as stream:
        stream.truncate(reading.LONGEST + 1)
    (failure,) = read_all([str(huge)], standard_input=BytesIO())
    assert (failure.code, "50 million bytes" in failure.message) == ("too_long", True)


def zipped(document):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as stream:
        for piece in document:
            stream.write(piece)
    return made.getvalue()


WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


def test_a_bomb_in_a_word_document_is_refused_in_little_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "LONGEST", 1_000_000)
    monkeypatch.setattr(word_document, "LONGEST", 2_000_000)
    bomb = zipped([WORD, *[b"<w:p><w:r/></w:p>" * 60_000] * 10])
    assert len(bomb) < 100_000
    tracemalloc.start()
    failure = refused(read_one(tmp_path, "a.docx", bomb))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "unpacks to more than" in failure.message
    assert peak < 5_000_000


@pytest.mark.parametrize("piece", [b"<w:p>", b"<w:p><w:r><w:t>a", b"<a>"])
def test_a_deep_word_document_takes_no_time(tmp_path, piece):
    def read(depth):
        refused(read_one(tmp_path, "a.docx", zipped([WORD, piece * depth])))

    assert grows_as_the_input(read, 50_000, 200_000)


def test_a_gzip_bomb_is_refused_in_little_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "LONGEST", 1_000_000)
    bomb = gzip.compress(b"word " * 20_000_000, 1)
    tracemalloc.start()
    failure = refused(read_one(tmp_path, "a.html.gz", bomb))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert failure.code == "too_long"
    assert peak < 2 * len(bomb) + 6_000_000


@needs_pdf
def test_a_bomb_in_a_pdf_is_refused_in_little_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "LONGEST", 1_000_000)
    monkeypatch.setattr(pdf, "LONGEST_UNPACKED", 5_000_000)
    packed = zlib.compress(b"(word) Tj " * 2_000_000)
    data = b"%PDF-1.4\n4 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + packed + b"\nendstream\nendobj\n"
    tracemalloc.start()
    failure = refused(read_one(tmp_path, "a.pdf", data))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "unpacks to more than" in failure.message
    assert peak < 8_000_000


@needs_pdf
def test_a_pdf_packed_twice_over_is_refused(tmp_path):
    data = b"%PDF-1.4\n4 0 obj\n<< /Filter [/FlateDecode /FlateDecode] >>\nstream\nx\nendstream\nendobj\n"
    assert "twice" in refused(read_one(tmp_path, "a.pdf", data)).message


def test_without_the_extra_a_pdf_is_one_line_that_names_the_fix(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pdfminer.high_level", None)
    failure = refused(read_one(tmp_path, "a.pdf", (FOLDER / "paper.pdf").read_bytes()))
    assert (failure.code, "pip install 'newsfacts[pdf]'" in failure.message) == ("no_pdf", True)


@pytest.mark.parametrize(
    "opening", ["<div>", "<b>", "<blockquote>word ", "<ul><li>word ", "<table><tr><td>word ", "<p><i>"]
)
def test_a_deep_page_is_an_article_or_refused_and_takes_no_time(tmp_path, opening):
    def read(depth):
        item = read_one(tmp_path, "a.html", ("<html><body>" + opening * depth).encode())
        assert isinstance(item, Reading) or refused(item).code == "no_article"

    assert grows_as_the_input(read, 5_000, 20_000)


def test_a_page_of_too_many_elements_or_characters_is_refused_by_the_limit(tmp_path, monkeypatch):
    many = "<html><body><p>" + "<b>word</b> " * (web_page.MOST_ELEMENTS + 1)
    assert str(web_page.MOST_ELEMENTS) in refused(read_one(tmp_path, "a.html", many.encode())).message
    together = "<html><body><p>" + "<b>word</b> " * (web_page.MOST_IN_PARAGRAPH + 1)
    assert "in one paragraph" in refused(read_one(tmp_path, "a.html", together.encode())).message
    apart = "<html><body><article>" + ("<p>" + "<b>word</b> " * 20 + "</p>") * 300
    assert isinstance(read_one(tmp_path, "a.html", apart.encode()), Reading)
    monkeypatch.setattr(web_page, "LONGEST", 1_000_000)
    long = "<html><body><p>" + "word " * 300_000
    assert "1 million characters" in refused(read_one(tmp_path, "a.html", long.encode())).message


@pytest.mark.parametrize("data", [b"[" * 200_000, b'{"text":' * 200_000, b'{"a":[' * 200_000])
@pytest.mark.parametrize("ending", [".json", ".jsonl"])
def test_deep_json_is_refused(tmp_path, data, ending):
    assert refused(read_one(tmp_path, f"a{ending}", data)).code == "invalid_json"


def test_a_deep_mail_is_refused(tmp_path):
    parts = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000))
    assert refused(read_one(tmp_path, "a.eml", f"Subject: x\n{parts}".encode())).code == "no_article"


@pytest.mark.parametrize(
    "header",
    ["Subject: =?x-no?q?a=", "Subject: =?utf-8?b?////", "From: <<<<@@@", "Date: \x01\x02", "Subject: " + "(" * 100_000],
)
def test_broken_headers_of_a_mail_do_no_harm(tmp_path, header):
    item = read_one(tmp_path, "a.eml", f"{header}\nContent-Type: text/plain; charset=\n\nTwo boats sank.\n".encode())
    assert item.article.text.strip() == "Two boats sank."


CURLY = "“We’re ready,” said Zoë Brandt – twice…"


@pytest.mark.parametrize(
    "declared", ["utf-8", "iso-8859-1", "us-ascii", "windows-1251", "punycode", "x-none", "utf-16", "hex"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_wrong_encodings_of_a_mail(tmp_path, declared, encoding):
    if (declared, encoding) == ("windows-1251", "windows-1252"):
        pytest.skip("nobody can tell these two apart")
    head = f"Subject: x\nContent-Type: text/plain; charset={declared}\nContent-Transfer-Encoding: 8bit\n\n"
    assert read_one(tmp_path, "a.eml", head.encode() + CURLY.encode(encoding)).article.text == CURLY


PAGE = (
    '{xml}<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head><body><article><p>'
    f"{CURLY}</p><p>Two boats sank off Brennport on Monday and four people are missing.</p></article></body></html>"
)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "windows-1252"),
        ("iso-8859-1", "utf-8"),
        ("iso-8859-1", "windows-1252"),
        ("windows-1251", "utf-8"),
        ("utf-16", "utf-8"),
        ("x-none", "windows-1252"),
        ("punycode", "windows-1252"),
        ("hex", "windows-1252"),
        ("utf-8", "utf-16-le"),
        ("utf-8", "utf-16-be"),
        ("utf-8", "utf-16"),
        ("macintosh", "mac-roman"),
    ],
)
def test_wrong_encodings_of_a_page(tmp_path, declared, encoding):
    item = read_one(tmp_path, "a.html", PAGE.format(xml="", declared=declared).encode(encoding))
    assert item.article.text.split("\n\n")[0] == CURLY


def test_the_xml_declaration_counts_where_nothing_else_is_declared(tmp_path):
    page = PAGE.format(xml='<?xml version="1.0" encoding="macintosh"?>', declared="").replace("; charset=", "")
    assert read_one(tmp_path, "a.xhtml", page.encode("mac-roman")).article.text.split("\n\n")[0] == CURLY


def test_a_page_in_another_language_is_read_with_a_warning(tmp_path):
    german = "Der Damm brach am Sonntag oberhalb von Ruvenna, sagte die Gouverneurin. Vierzig Menschen starben im Tal. "
    page = "<html><body><article>" + "".join(f"<p>{n}. {german * 2}</p>" for n in range(5)) + "</article></body></html>"
    item = read_one(tmp_path, "a.html", page.encode())
    assert [n.code for n in item.notices] == ["not_english"]
    assert item.article.language == "und"


def test_json_lines_go_on_after_every_kind_of_broken_line(tmp_path):
    rows = [b'{"text": "One."}', b"[" * 5000, b"\x00\x01\x02\x03\x04", b'{"text": "Tw', b'{"text": "Five."}']
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(rows))
    items = list(read_all([str(tmp_path / "a.jsonl")], standard_input=BytesIO()))
    assert [isinstance(item, Failure) for item in items] == [False, True, True, True, False]
    assert json.dumps([item.message for item in items[1:4]])


@pytest.mark.parametrize("piece", ["\n", " ", "\t", "&nbsp;", "a ", "<!--", '="', "data:a,", "<?xml ", "2024-05-06 "])
def test_a_page_with_an_endless_run_is_an_article_or_refused_and_takes_no_time(tmp_path, piece):
    def read(length):
        run = "<html><body><p>" + "word " * 20 + piece * (length // len(piece))
        item = read_one(tmp_path, "a.html", run.encode())
        assert isinstance(item, Reading) or refused(item).code == "no_article"

    assert grows_as_the_input(read, 50_000, 200_000)
