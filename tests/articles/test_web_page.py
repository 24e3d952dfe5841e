import logging
from io import BytesIO

import pytest

from extractor.articles.decoding import BinaryError
from extractor.articles.reading import read_all
from extractor.articles.web_page import NoArticleError, decode_page, looks_like_page, read_page
from extractor.records import Failure

HEAD = """
<meta charset="utf-8"><title>Dam bursts above Ruvenna | The Herald</title>
<meta name="author" content="Ilse Tarn"><meta property="og:site_name" content="The Herald">
<meta property="article:published_time" content="2024-05-06T10:00:00Z">
<link rel="canonical" href="https://herald.example/dam">
"""
STORY = """
<h1>Dam bursts above Ruvenna</h1>
<figure><img src="a.png"><figcaption>Water in the valley. Photo by Jon Vaal</figcaption></figure>
<p>A dam burst above Ruvenna on Sunday, the <a href="/g">governor</a> said, and <b>forty</b> people were killed.</p>
<p>“We had no warning,” she said.
   “Nobody called.”</p>
<p>Advertisement</p>
<p>Read more: Minister resigns over dam</p>
<blockquote><p>“We will find out why, and we will say so.”</p></blockquote>
<p>The army sent boats,<br>and the rain went on for days.</p>
"""
PARAGRAPHS = [
    "A dam burst above Ruvenna on Sunday, the governor said, and forty people were killed.",
    "“We had no warning,” she said. “Nobody called.”",
    "“We will find out why, and we will say so.”",
    "The army sent boats,\nand the rain went on for days.",
]


def page(head=HEAD, story=STORY, opening="<!DOCTYPE html>\n<html lang='en'>"):
    return (
        f"{opening}<head>{head}</head><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav>"
        f"<article>{story}</article><footer>Copyright © 2012 The Herald. All rights reserved.</footer></body></html>"
    )


def read(data):
    return list(read_all(["-"], standard_input=BytesIO(data)))


def test_the_main_text_is_its_paragraphs():
    assert read_page(page()).text.split("\n\n") == PARAGRAPHS


def test_fields_come_from_the_page():
    (reading,) = read(page().encode())
    article = reading.article
    assert (article.title, article.byline, article.source) == ("Dam bursts above Ruvenna", "Ilse Tarn", "The Herald")
    assert (article.published, article.published_from) == ("2024-05-06", "html")
    assert article.url == "https://herald.example/dam"
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_the_year_of_the_copyright_line_is_no_day():
    head = HEAD.replace('<meta property="article:published_time" content="2024-05-06T10:00:00Z">', "")
    assert read_page(page(head)).given.published is None


def test_where_it_was_saved_from_is_its_link():
    head = HEAD.replace('<link rel="canonical" href="https://herald.example/dam">', "")
    saved = page(head, opening="<!DOCTYPE html>\n<!-- saved from url=(0030)https://herald.example/saved -->\n<html>")
    assert read_page(saved).given.url == "https://herald.example/saved"


def test_pictures_within_the_page_cost_nothing():
    heavy = STORY.replace("a.png", "data:image/png;base64," + "iVBORw0KGgo" * 200_000)
    assert read_page(page(story=heavy)).text.split("\n\n") == PARAGRAPHS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_curly_marks_survive_whatever_the_page_declares(encoding):
    (reading,) = read(page().encode(encoding))
    assert reading.article.text == "\n\n".join(PARAGRAPHS)


def test_a_declared_encoding_counts_where_the_bytes_are_not_utf8():
    declared = '<html><head><meta charset="windows-1251"></head>Тарн'
    assert decode_page(declared.encode("windows-1251")).text == declared
    assert decode_page(declared.encode("utf-8")).text == declared
    nonsense = '<html><head><meta charset="x-nonsense"></head>caf\xe9'
    assert decode_page(nonsense.encode("latin-1")).text == nonsense
    with pytest.raises(BinaryError):
        decode_page(b"\x00\x01\x02\x03")


@pytest.mark.parametrize(
    "html",
    [
        "<!doctype html>",
        "<html></html>",
        "<html><body><p>Too few words.</p></body></html>",
        "<?xml version='1.0' encoding='utf-8'?><rss></rss>",
        "<html>" + "<div>" * 50_000,
        "<html><body><p>" + "\x00\x01" * 50,
        "<html><script>var a = 'word word word word word word word word word word word';</script></html>",
    ],
)
def test_a_page_without_an_article_says_so(html):
    with pytest.raises(NoArticleError, match="save the article's text"):
        read_page(html)


def test_a_page_that_is_cut_off_keeps_what_is_there():
    whole = page()
    assert PARAGRAPHS[0] in read_page(whole[: whole.index("Read more")]).text


def test_nothing_is_logged(capfd):
    with pytest.raises(NoArticleError):
        read_page("<html></html>")
    logging.getLogger("trafilatura").error("never shown")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("text", "named_so", "is_page"),
    [
        (" \n<!DOCTYPE html>", False, True),
        ("<HTML>", False, True),
        ("<?xml version='1.0'?>", False, True),
        ("<div>text</div>", False, False),
        ("<div>text</div>", True, True),
        ("Plain text, 3 < 4.", True, False),
        ("A report on <html> tags.", False, False),
    ],
)
def test_pages_are_known_by_how_they_begin_or_by_their_name(text, named_so, is_page):
    assert looks_like_page(text, named_so=named_so) is is_page


def test_a_bad_page_is_one_failure_and_the_rest_goes_on(tmp_path):
    (tmp_path / "a.html").write_text("<html></html>")
    (tmp_path / "b.html").write_text(page())
    items = list(read_all([str(tmp_path)], standard_input=BytesIO()))
    assert isinstance(items[0], Failure)
    assert items[0].code == "no_article"
    assert items[1].article.id == "b"
