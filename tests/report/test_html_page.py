"""The page as a parser sees it; what only a browser shows stands in test_html_browser.py."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from extractor.records import Span
from extractor.report.html_page import html_page
from extractor.report.selection import Selection
from tests.growth import grows_as_the_input


class Page(HTMLParser):
    """Ids, links, hints and the text of each paragraph of the article."""

    def __init__(self, source):
        super().__init__()
        self.ids, self.links, self.hints, self.tags, self.paragraphs = [], [], [], set(), []
        self.inside = False
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.add(tag)
        self.ids += [attrs["id"]] if "id" in attrs else []
        self.links += [attrs["href"]] if tag == "a" else []
        self.hints += [attrs["title"]] if "title" in attrs else []
        assert not [name for name in attrs if name.startswith("on") or name == "src"]
        if tag == "p" and attrs.get("dir"):
            self.inside = True
            self.paragraphs.append("")

    def handle_endtag(self, tag):
        if tag == "p":
            self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.paragraphs[-1] += data


def test_every_link_has_its_place_and_every_id_is_one(extraction):
    page = Page(html_page([extraction, extraction]))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    for found in ("q1", "q5", "c1", "c3", "d1"):
        assert {f"#a1-{found}", f"#t-a1-{found}", f"#t-a2-{found}"} <= set(page.links)


def test_the_text_is_the_articles(extraction):
    page = Page(html_page([extraction]))
    assert "\n\n".join(page.paragraphs) == extraction.article.text


def test_rule_and_confidence_stand_in_hints_and_in_print(extraction):
    source = html_page([extraction])
    page = Page(source)
    assert "Ilse Tarn: told (rule test.rule, 90% sure)" in page.hints
    assert (
        "Ilse Tarn: said (rule test.rule, 90% sure)\nAt least 40 people killed (rule test.rule, 90% sure)" in page.hints
    )
    assert source.count("rule test.rule, 90% sure</span>") >= 5


def test_unattributed_negated_and_unspoken_are_marked(extraction):
    source = html_page([extraction])
    assert "<h4>Unattributed</h4>" in source
    assert '<strong class="tag">negated</strong>' in source
    assert '<strong class="tag">wanted or supported</strong>' in source


def test_only_a_known_speaker_goes_on(extraction):
    found = [replace(q, cue=None, source=None) for q in extraction.quotes]
    source = html_page([replace(extraction, quotes=(found[0], found[4]))])
    assert source.count('<span class="cue">goes on</span>') == 1
    assert source.count('<span class="cue">—</span>') == 1


HOSTILE = (
    "<script>alert(1)</script> </style><img src=x onerror=alert(1)> </textarea>{{ 7 * 7 }}{% raw %} "
    "\u202egnp.exe\u2066 \x1b[2J\x00 & &amp; ' \" javascript:alert(1)"
)


def test_a_hostile_article_is_text(with_text):
    extraction = with_text(HOSTILE)
    article = replace(extraction.article, title=HOSTILE, url="javascript:alert(1)", path=HOSTILE, source=HOSTILE)
    speakers = tuple(replace(s, name=HOSTILE, roles=(HOSTILE,)) for s in extraction.speakers)
    quotes = tuple(replace(q, found_by=HOSTILE) for q in extraction.quotes)
    source = html_page([replace(extraction, article=article, speakers=speakers, quotes=quotes)])
    page = Page(source)
    assert not page.tags & {"script", "img", "textarea", "iframe", "object"}
    assert not [c for c in source if c in "\x00\x1b\u202e\u2066"]
    assert not [link for link in page.links if not link.startswith("#")]
    assert page.paragraphs[0].startswith("<script>alert(1)</script>")
    assert "{{ 7 * 7 }}" in page.paragraphs[0]


def test_nothing_is_asked_of_the_network(extraction):
    article = replace(extraction.article, url="https://ruvenna.example/1")
    source = html_page([replace(extraction, article=article)])
    assert "default-src 'none'" in source
    assert re.findall(r"https?://[^\"<]+", source) == ["https://ruvenna.example/1"] * 2
    assert not re.findall(r"url\(|@import|<script|<link(?! rel=\"icon\" href=\"data:,\")", source)


def test_what_is_outside_the_body_is_marked(extraction):
    article = replace(extraction.article, body=Span(start=26, end=100))
    source = html_page([replace(extraction, article=article)])
    assert re.search(r'<p dir="auto" class="margin">.*Dam bursts', source)


def test_several_articles_have_an_index_with_totals(extraction):
    other = replace(extraction, article=replace(extraction.article, published=None, title=None))
    source = html_page([extraction, other])
    assert "<h1>2 articles</h1>" in source
    assert '<td class="day">unknown</td>' in source
    totals = "".join(f'<td class="n">{n}</td>' for n in (4, 12, 6, 2))
    assert f'<th scope="row">All</th><td></td>{totals}' in source
    assert "<h1>Dam bursts" in html_page([extraction])


def test_without_text_the_findings_are_still_there(extraction):
    source = html_page([replace(extraction, article=replace(extraction.article, text=None))])
    assert "The text was left out." in source
    assert "We will find out why." in source


def test_only_what_was_asked_for(extraction):
    source = html_page([extraction], Selection(kinds=frozenset({"dates"})))
    assert "#t-a1-d1" in source
    assert "#t-a1-q1" not in source


@pytest.mark.parametrize("nested", [True, False])
def test_ten_thousand_quotations_take_a_moment(extraction, nested):
    def told(count):
        text = "word " * 20_000
        spans = [
            Span(start=i, end=len(text) - i - 1) if nested else Span(start=10 * i, end=10 * i + 8) for i in range(count)
        ]
        kind = "scare" if nested else "direct"
        quotes = tuple(
            replace(extraction.quotes[0], id=f"q{n}", content=(span,), text="word", kind=kind)
            for n, span in enumerate(spans)
        )
        article = replace(extraction.article, text=text, body=Span(start=0, end=len(text)))
        return [replace(extraction, article=article, quotes=quotes, claims=(), claim_groups=(), dates=())]

    # Passages in one another are marked up at every edge, so the page itself grows with the square of their number.
    most = 200 if nested else 9_600
    assert grows_as_the_input(html_page, told(most // 4), told(most))
