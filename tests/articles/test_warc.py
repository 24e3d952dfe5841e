"""Web archives: the pages that were fetched well, by their addresses; a broken archive costs what follows."""

from __future__ import annotations

import gzip
import io

import pytest

from extractor.articles.reading import read_all
from extractor.records import Failure

pytest.importorskip("warcio", reason="warcio is not installed: pip install 'newsfacts[warc]'")

WORDS = " ".join(f"“The bridge at Vel{n}mora is closed,” Ines Tarrow said on Tuesday." for n in range(12))
PAGE = f"<!doctype html><html><body><article><h1>Bridge closed</h1><p>{WORDS}</p></article></body></html>"
FETCHED = (
    ("http://news.invalid/one", "200 OK", "text/html; charset=utf-8", PAGE),
    ("http://news.invalid/gone", "404 Not Found", "text/html", PAGE),
    ("http://news.invalid/data", "200 OK", "application/json", "{}"),
    ("http://news.invalid/bare", "200 OK", "text/html", "<!doctype html><html></html>"),
    ("http://news.invalid/one", "200 OK", "text/html", PAGE),
)


def record(address, status, kind, body, head=""):
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{head}\r\n{body}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2014-05-06T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + answer + b"\r\n\r\n")


@pytest.fixture
def archive(tmp_path):
    file = tmp_path / "crawl.warc.gz"
    file.write_bytes(b"".join(record(*fetched) for fetched in FETCHED))
    return file


def test_pages_that_were_fetched_well_are_articles(archive):
    one, bare, again = read_all([str(archive.parent)], standard_input=io.BytesIO())
    assert one.article.id == "http://news.invalid/one"
    assert "Ines Tarrow said" in one.article.text
    assert isinstance(bare, Failure)
    assert (bare.id, bare.path) == ("http://news.invalid/bare", archive.as_posix())
    assert again.article.id == "http://news.invalid/one~2"
    assert one.among_others
    assert again.among_others


def test_what_is_no_archive_is_said_to_be_none(tmp_path):
    (tmp_path / "not.warc").write_bytes(b"no archive at all\r\n")
    (failure,) = read_all([str(tmp_path / "not.warc")], standard_input=io.BytesIO())
    assert failure.code == "invalid_warc"


def test_a_page_in_chunks_is_whole(tmp_path):
    body = f"{len(PAGE.encode()):x}\r\n{PAGE}\r\n0\r\n\r\n"
    file = tmp_path / "crawl.warc.gz"
    file.write_bytes(record("http://news.invalid/one", "200 OK", "text/html", body, "Transfer-Encoding: chunked\r\n"))
    (one,) = read_all([str(file)], standard_input=io.BytesIO())
    assert (one.article.url, one.article.text.count("Ines Tarrow")) == ("http://news.invalid/one", 12)


def test_an_archive_that_is_cut_off_says_so_and_keeps_what_was_whole(archive):
    archive.write_bytes(archive.read_bytes() + record(*FETCHED[0])[:200])
    *_, last = read_all([str(archive)], standard_input=io.BytesIO())
    assert (last.code, "cut off" in last.message) == ("invalid_warc", True)


def test_an_archive_without_pages_says_so(tmp_path):
    (tmp_path / "a.warc.gz").write_bytes(record(*FETCHED[1]))
    (failure,) = read_all([str(tmp_path / "a.warc.gz")], standard_input=io.BytesIO())
    assert failure.code == "empty"
