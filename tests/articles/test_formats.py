"""One article in every format: the same text and fields come out of each."""

from __future__ import annotations

import gzip
import json
import zipfile
from email.message import EmailMessage
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.articles import reading as reading_module
from extractor.articles import word_document
from extractor.articles.decoding import Decoded
from extractor.articles.markdown import read_markdown
from extractor.articles.mojibake import mended
from extractor.articles.reading import read_all
from extractor.records import Failure

PARAGRAPHS = [
    "A dam burst above Ruvenna on Sunday, the governor said, and 40 people were killed.",
    "“We had no warning,” she said. “Nobody called.”",
    "The army sent boats, and the rain went on for days.",
]
TEXT = "\n\n".join(PARAGRAPHS)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read_one(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    (item,) = read_all([str(tmp_path / name)], standard_input=BytesIO())
    return item


def docx(paragraphs, head="", title="Dam bursts"):
    made = BytesIO()
    body = "".join(
        f'<w:p><w:r><w:t>{p[:10]}</w:t></w:r><w:r><w:t xml:space="preserve">{p[10:]}</w:t></w:r></w:p>'
        for p in paragraphs
    )
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f'{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        )
        archive.writestr(
            "docProps/core.xml",
            f'<c:p xmlns:c="c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></c:p>',
        )
    return made.getvalue()


def mail(**parts):
    message = EmailMessage()
    message["Subject"] = "Dam bursts"
    message["From"] = "Ilse Tarn <tarn@ruvenna.example>"
    message["Date"] = "Mon, 06 May 2024 10:15:00 +0200"
    if "plain" in parts:
        message.set_content(parts["plain"])
    if "html" in parts:
        (message.add_alternative if "plain" in parts else message.set_content)(parts["html"], subtype="html")
    if "attached" in parts:
        message.add_attachment(parts["attached"], filename="a.txt")
    return bytes(message)


PAGE = "<html><body><article>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</article></body></html>"
MARKDOWN = (
    "---\ntitle: 'Dam bursts'\ndate: 2024-05-06\nauthor: Ilse Tarn\nurl: https://ruvenna.example/1\nlayout: post\n---\n\n"
    "# Dam bursts\n\n"
    "A dam **burst** above [Ruvenna](https://ruvenna.example/a_(b)) on *Sunday*, the governor said, and 40 people were killed.\n\n"
    "![a picture](a.png)\n\n<!-- a note -->\n\n"
    "> “We had no warning,” she said. “Nobody called.”\n\n---\n\n"
    "```\ncode\n```\n\nThe army sent boats, and the rain went on for days.\n\n[1]: https://ruvenna.example/b\n"
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", TEXT.encode()),
        ("a.txt.gz", gzip.compress(TEXT.encode(), mtime=0)),
        ("a.html", PAGE.encode()),
        ("a.html.gz", gzip.compress(PAGE.encode(), mtime=0)),
        ("a.md", MARKDOWN.encode()),
        ("a.docx", docx(PARAGRAPHS)),
        ("a.eml", mail(plain=TEXT)),
        ("a.eml", mail(plain=TEXT, html=PAGE, attached="not this")),
        ("a.eml", mail(html=PAGE)),
        ("a.eml", mail(plain="View this in your browser.", html=PAGE)),
        ("a.docx.gz", gzip.compress(docx(PARAGRAPHS), mtime=0)),
    ],
)
def test_the_same_text_comes_out_of_every_format(tmp_path, name, data):
    reading = read_one(tmp_path, name, data)
    assert reading.article.text.strip() == TEXT
    assert reading.article.id == "a"


def test_a_page_saved_as_a_mail(tmp_path):
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = "https://ruvenna.example/dam"
    message["Subject"] = "Dam bursts"
    message["Date"] = "Fri, 10 May 2024 10:15:00 +0200"
    message.set_content(PAGE, subtype="html")
    article = read_one(tmp_path, "a.mhtml", bytes(message)).article
    assert article.text == TEXT
    assert (article.url, article.published, article.byline) == ("https://ruvenna.example/dam", None, None)


def test_fields_of_a_mail(tmp_path):
    article = read_one(tmp_path, "a.eml", mail(plain=TEXT)).article
    assert (article.title, article.byline) == ("Dam bursts", "Ilse Tarn <tarn@ruvenna.example>")
    assert (article.published, article.published_from) == ("2024-05-06", "field")


def test_fields_of_front_matter(tmp_path):
    article = read_one(tmp_path, "a.md", MARKDOWN.encode()).article
    assert (article.title, article.byline) == ("Dam bursts", "Ilse Tarn")
    assert (article.url, article.published) == ("https://ruvenna.example/1", "2024-05-06")


def test_the_first_heading_is_the_title_and_later_ones_are_text():
    saved = read_markdown("# Dam bursts #\n\nIt rained.\n\n## What *now*\n\n- One\n- Two_of_two 3 * 4 * 5\n")
    assert saved.given.title == "Dam bursts"
    assert saved.text == "It rained.\n\nWhat now\n\nOne\nTwo_of_two 3 * 4 * 5"


def test_title_of_a_word_document(tmp_path):
    assert read_one(tmp_path, "a.docx", docx(PARAGRAPHS)).article.title == "Dam bursts"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", docx([]), "no_article"),
        ("a.docx", docx(PARAGRAPHS, head='<!DOCTYPE a [<!ENTITY b "c">]>'), "no_article"),
        ("a.docx", docx(["<w:t>"]), "no_article"),
        ("a.docx", docx(PARAGRAPHS)[:-40], "binary"),
        ("a.eml", b"", "empty"),
        ("a.eml", mail(attached="only this", plain=" "), "no_article"),
        ("a.eml", b"Subject: x\nContent-Type: text/plain; charset=x-no\n\n\x00\x01\x02\x03", "binary"),
        ("a.txt.gz", gzip.compress(TEXT.encode(), mtime=0)[:-12], "unreadable"),
        ("a.txt.gz", b"\x1f\x8b\x08rest", "unreadable"),
        ("a.txt.gz", gzip.compress(b"\x00" * 1000, mtime=0), "binary"),
        ("a.md", b" \n", "empty"),
    ],
)
def test_what_is_broken_is_one_clear_failure(tmp_path, name, data, code):
    item = read_one(tmp_path, name, data)
    assert isinstance(item, Failure)
    assert item.code == code


def test_bombs_cost_no_more_than_the_longest_article(tmp_path, monkeypatch):
    monkeypatch.setattr(reading_module, "LONGEST", 100_000)
    monkeypatch.setattr(word_document, "LONGEST", 100_000)
    assert read_one(tmp_path, "a.txt.gz", gzip.compress(b"a" * 10_000_000)).code == "too_long"
    assert read_one(tmp_path, "a.docx", docx(["a" * 10_000_000])).code == "no_article"


def test_packed_json_lines_come_one_by_one(tmp_path):
    rows = b'{"text": "One."}\n{"text": "Two."}\n'
    (tmp_path / "wire.jsonl.gz").write_bytes(gzip.compress(rows))
    items = list(read_all([str(tmp_path)], standard_input=BytesIO()))
    assert [item.article.id for item in items] == ["wire:1", "wire:2"]


class Slow(BytesIO):
    """A stream whose lines come one at a time; reading on would wait for ever."""

    def read1(self, size=-1):
        return self.readline(size)


def test_lines_of_standard_input_are_read_as_they_come():
    todo = read_all(["-"], standard_input=Slow(b'{"text": "One."}\n{"text": "Two."}\n{"text": "Three."}\n'))
    assert [item.article.text for item in todo] == ["One.", "Two.", "Three."]


def test_mojibake_is_mended_where_it_is_certain_and_said(tmp_path):
    garbled = TEXT.encode().decode("windows-1252", "replace").replace("\ufffd", "\x9d")
    reading = read_one(tmp_path, "a.txt", garbled.encode())
    assert reading.article.text == TEXT
    assert "repaired_encoding" in [n.code for n in reading.notices]


@pytest.mark.parametrize("text", [TEXT, "“Café”—“Señor”", "São Paulo – ÎLE DE RÉ", "Â£5", "1 Â", "à propos"])
def test_other_text_is_left_alone(text):
    expected = "£5" if text == "Â£5" else text
    assert mended(Decoded(text=text)).text in {text, expected}


def test_json_is_never_mended():
    garbled = "â€œNo,â€\x9d she said. â€œNobody called.â€\x9d"
    (reading,) = read_all(["-"], standard_input=BytesIO(json.dumps({"text": garbled}).encode()))
    assert "â€" in reading.article.text


@given(st.text())
@settings(deadline=None)
def test_no_markdown_makes_it_fail(text):
    read_markdown(text)


@pytest.mark.parametrize(
    "piece", ["[", "[a](", "*", "**a", "_a", "<!--", "`", "> ", "# ", "![", "\\", "---\n", "a: b\n"]
)
def test_endless_markdown_takes_no_time(piece):
    read_markdown("---\n" + piece * (200_000 // len(piece)))
    read_markdown(piece * (200_000 // len(piece)))
