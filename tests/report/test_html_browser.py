"""The page in a real Chromium, from disk: nothing runs, nothing is asked for, links lead somewhere that can be seen."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace

import pytest

from extractor.records import Span
from extractor.report.html_page import html_page
from extractor.told import ToldClaim, ToldFact

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")


def chromium(tmp_path, *options, fragment=""):
    return subprocess.run(
        [
            CHROMIUM,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",  # which is small in a container
            f"--user-data-dir={tmp_path / 'profile'}",
            *options,
            (tmp_path / "page.html").as_uri() + fragment,
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )


def test_a_hostile_article_runs_nothing(tmp_path, with_text):
    attack = (
        "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
        "</style></title><svg onload=\"document.title='owned'\">"
    )
    extraction = with_text(attack)
    speakers = tuple(replace(s, name=attack) for s in extraction.speakers)
    article = replace(extraction.article, title=f"calm {attack}")
    (tmp_path / "page.html").write_text(html_page([replace(extraction, article=article, speakers=speakers)]))
    done = chromium(tmp_path, "--virtual-time-budget=2000", "--dump-dom")
    assert "<title>calm &lt;script" in done.stdout
    assert "<title>owned" not in done.stdout


def asked_for(tmp_path, source):
    (tmp_path / "page.html").write_text(source)
    log = tmp_path / "net.json"
    chromium(tmp_path, f"--log-net-log={log}", "--virtual-time-budget=2000", "--dump-dom")
    return log.read_text(encoding="utf-8", errors="replace")


def test_the_page_asks_for_nothing(tmp_path, with_text):
    image = '<img src="http://ruvenna.test/a.png">'
    extraction = with_text(image)
    article = replace(extraction.article, url="http://ruvenna.test/story", title=image)
    page = html_page([replace(extraction, article=article)])
    assert "ruvenna.test" not in asked_for(tmp_path, page)
    assert "ruvenna.test" in asked_for(tmp_path, f"<!doctype html>{image}")


@pytest.mark.parametrize("size", ["1300,900", "390,800"])
def test_it_is_drawn_at_desktop_and_phone_width(tmp_path, extraction, size):
    (tmp_path / "page.html").write_text(html_page([extraction]))
    picture = tmp_path / "page.png"
    chromium(tmp_path, f"--window-size={size}", f"--screenshot={picture}", fragment="#t-a1-q1")
    assert picture.stat().st_size > 10_000


def test_a_link_leads_to_its_passage(tmp_path, extraction):
    text = "word " * 60_000
    spans = [Span(start=30 * n, end=30 * n + 19) for n in range(10_000)]
    quotes = tuple(replace(extraction.quotes[0], id=f"q{n}", content=(s,), text="word") for n, s in enumerate(spans))
    article = replace(extraction.article, text=text, body=Span(start=0, end=len(text)))
    page = html_page([replace(extraction, article=article, quotes=quotes, claims=(), claim_groups=(), dates=())])
    (tmp_path / "page.html").write_text(page)
    drawn = {}
    for fragment in ("", "#t-a1-q9000", "#a1-q9000"):
        picture = tmp_path / "page.png"
        chromium(tmp_path, "--window-size=1300,900", f"--screenshot={picture}", fragment=fragment)
        drawn[fragment] = picture.read_bytes()
    assert len(set(drawn.values())) == 3


def test_compared_claims_run_nothing_and_ask_for_nothing(tmp_path, extraction):
    attack = "</title><script>document.title='owned'</script><image href='http://ruvenna.test/a.png' onload=\"document.title='owned'\"/>"
    numbers = {"value": 40.0, "low": 40.0, "high": 40.0}
    words = dict.fromkeys(("article", "claim", "text", "speaker", "agency", "source", "date"), attack)
    claims = tuple(ToldClaim(start=0, end=2, published=day, **numbers, **words) for day in ("2024-05-06", "2024-05-07"))
    fact = ToldFact(
        id="g1",
        event=attack,
        noun=attack,
        scope=attack,
        claims=claims,
        low=40.0,
        high=40.0,
        agreement="same",
        independent_sources=1,
    )
    page = html_page([extraction, extraction], facts=[fact])
    assert "ruvenna.test" not in asked_for(tmp_path, page).replace("page.html", "")
    done = chromium(tmp_path, "--virtual-time-budget=2000", "--dump-dom")
    assert "<title>2 articles</title>" in done.stdout
    assert done.stdout.count("<circle") == 2
    assert "<script" not in done.stdout
    assert "<image" not in done.stdout
