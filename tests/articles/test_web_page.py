import logging
import textwrap
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


LONG = (
    "The operator of the ferry that struck a fishing boat off Brennport on Saturday said that its crew kept no watch.",
    "“We failed the people on that boat,” said Marta Quill, who runs the line. “There is no other way to say it.”",
    "Four fishermen were killed and two are still missing, the coast guard said on Monday in a short statement.",
)


@pytest.mark.parametrize(
    ("before", "between", "after", "apart"),
    [
        ("<p>", "</p>\n<p>", "</p>", "\n\n"),
        ("<div>", "</div>\n<div>", "</div>", "\n\n"),
        ("", "<br><br>\n", "", "\n"),
        ("<section><p>", "</p></section><section><p>", "</p></section>", "\n\n"),
    ],
)
def test_lines_of_the_source_are_none_of_the_text(before, between, after, apart):
    """However trafilatura finds the text: it has several ways, and some keep the source's line breaks."""
    wrapped = [textwrap.fill(paragraph, 40) for paragraph in LONG]
    html = f"<html><body><div class='article'>{before}{between.join(wrapped)}{after}</div></body></html>"
    assert read_page(html).text == apart.join(LONG)


def test_empty_lines_of_preformatted_text_part_paragraphs():
    typeset = "\n\n".join(textwrap.fill(paragraph, 40) for paragraph in LONG)
    assert read_page(f"<html><body><article><pre>{typeset}</pre></article></body></html>").text == "\n".join(LONG)


@pytest.mark.parametrize(
    "furniture",
    [
        "<p><strong>Read more:</strong> <a href='/x'>Survivors tell of night in the water</a></p>",
        "<p><em>Also read: What we know about the ferry</em></p>",
        "<p>[Photo by Ruan Hale]</p>",
        "<p>Divers search the wreck on Sunday. (AP Photo/Ruan Hale)</p>",
        "<p class='caption'>Divers search the wreck on Sunday. (Photo: Ruan Hale / Coastal Wire)</p>",
        "<p>AFP/Getty Images</p>",
        "<figure><img src='x'><figcaption>The wreck. <span>Photograph: Ruan Hale/Wire</span></figcaption></figure>",
        "<aside class='newsletter'><h3>Sign up for our Morning Tide newsletter</h3><p>Every day at six.</p></aside>",
        "<p>Sign up to our free newsletter for daily news in your inbox.</p>",
        "<p>Get our weekly newsletter, free.</p>",
        "<p>Follow us on Twitter @herald</p>",
        "<div class='ad'>ADVERTISEMENT</div>",
        "<p>Story continues below advertisement</p>",
    ],
)
def test_furniture_is_no_text(furniture):
    text = STORY.replace("<blockquote>", f"{furniture}<blockquote>")
    assert read_page(page(story=text)).text.split("\n\n") == PARAGRAPHS


@pytest.mark.parametrize(
    "paragraph",
    [
        "“Sign up for the army,” the poster said, and four hundred did.",
        "Photographs of the dam show that it had cracked before the rain.",
        "Get the army out, the governor said, before the newsletter of the rebels is “the only one”.",
        "Watching the water rise, nobody thought of the dam.",
        "Related companies paid the fine (the photograph was never found).",
    ],
)
def test_sentences_that_look_like_furniture_are_text(paragraph):
    text = STORY.replace("<blockquote>", f"<p>{paragraph}</p><blockquote>")
    assert paragraph in read_page(page(story=text)).text.split("\n\n")


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


@pytest.mark.parametrize(
    "headline",
    ["<h2>Dam bursts above Ruvenna</h2>", "<p>DAM BURSTS ABOVE RUVENNA</p>", "<p><b>Dam bursts above Ruvenna!</b></p>"],
)
def test_a_first_block_that_repeats_the_title_goes_away(headline):
    assert read_page(page(story=STORY.replace("</h1>", f"</h1>{headline}"))).text.split("\n\n") == PARAGRAPHS


def test_singlefile_names_the_page_in_its_comment():
    head = HEAD.replace('<link rel="canonical" href="https://herald.example/dam">', "")
    opening = "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://herald.example/one \n-->"
    assert read_page(page(head, opening=opening)).given.url == "https://herald.example/one"
