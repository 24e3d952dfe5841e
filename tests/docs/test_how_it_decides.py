"""Every rule that there is stands on the page, in the order in which it is asked, and its example comes out as it says."""

from __future__ import annotations

import re

import pytest

from extractor.articles.plain import article_of
from extractor.claims.rules import AMOUNTS, OTHER, RULES
from extractor.dates.rules import ALL
from extractor.linking.confidence import LEAN
from extractor.pipeline import Options, analyse, body_text
from extractor.quotes import find_statements
from extractor.quotes.direct import BOLD, INNER, STRONG
from extractor.quotes.reported.choice import THRESHOLD
from extractor.quotes.reported.rules import PATTERNS
from extractor.speakers.resolve import who_is_meant
from extractor.speakers.sieves import SIEVES
from tests.docs import pages

PAGE = pages.page("how-it-decides")
PUBLISHED = "2024-05-07"
ON_ASKING = {"direct.scare": Options(scare_quotes=True)} | dict.fromkeys(
    ("claims.duration", "claims.age"), Options(all_quantities=True)
)
#: What each table must list, in its order.
NAMES = {
    "transcripts": ["direct.transcript", "direct.answer"],
    "strong": [sieve.name for sieve in STRONG],
    "reported": [pattern.name for pattern in PATTERNS],
    "bold": [sieve.name for sieve in BOLD],
    "scare": ["direct.scare"],
    "speakers": [*(sieve.name for sieve in SIEVES), "described", "unknown"],
    "dates": [f"dates.{rule.name}" for rule in ALL if not rule.name.startswith("holiday-")],
    "holidays": [f"dates.{rule.name}" for rule in ALL if rule.name.startswith("holiday-")],
    "claims": [*(rule.name for rule in RULES), OTHER.name],
    "amounts": [rule.name for rule in AMOUNTS],
}
ROWS = {name: pages.table(PAGE, name) for name in NAMES}
NOBODY = "–"


def plain(example):
    return re.sub(r"[\[\]]", "", example).replace(" ⏎ ", "\n\n")


def marked(example):
    """The ranges in brackets, as offsets of the text without them."""
    text = example.replace(" ⏎ ", "\n\n")
    return [(m.start() - 2 * n, m.end() - 2 * n - 2) for n, m in enumerate(re.finditer(r"\[.*?\]", text))]


@pytest.fixture(scope="session")
def read(model):
    """Everything found in an example, and its parse."""

    def read(example, options=None):
        article = article_of(plain(example), id="x", published=PUBLISHED).article
        (doc,) = model.parse([body_text(article)])
        return analyse(article, doc, model.name, options), doc

    return read


def number(value):
    return NOBODY if value is None else f"{value:.10g}"


def names_of(found):
    return {None: NOBODY} | {speaker.id: speaker.name for speaker in found.speakers}


def outcome(found, rule):
    """What a rule found, in the notation of the page."""
    names = names_of(found)
    quotes = [f"{names[q.speaker]}: {q.text}" for q in found.quotes if q.found_by == rule]
    dates = [" ".join(p for p in (d.type, d.value, d.mod) if p) for d in found.dates if d.found_by == rule]
    claims = [f"{number(c.value)} {c.noun or NOBODY} {c.event}" for c in found.claims if c.found_by == rule]
    return "; ".join([*quotes, *dates, *claims]) or "nothing"


def rows(*names):
    return [pytest.param(*row, id=row[0]) for name in names for row in ROWS[name]]


@pytest.mark.parametrize("name", NAMES)
def test_each_table_has_its_rules_in_the_order_they_are_asked(name):
    assert [row[0] for row in ROWS[name]] == NAMES[name]


def test_no_rule_of_the_code_is_missing():
    """Also of those names that are written where they are given and stand in no list."""
    code = "".join(p.read_text(encoding="utf-8") for p in (pages.ROOT / "extractor").rglob("*.py"))
    known = {name for names in NAMES.values() for name in names}
    assert set(re.findall(r'"((?:direct|reported|claims)\.[a-z-]+)"', code)) <= known


def test_every_rule_says_what_it_looks_for():
    assert [row[0] for table in ROWS.values() for row in table if len(row) != 4 or not row[1]] == []


@pytest.mark.parametrize(("rule", "_", "example", "expected"), rows(*(n for n in NAMES if n != "speakers")))
def test_a_rules_example_comes_out_as_the_page_says(read, rule, _, example, expected):
    found, _doc = read(example, ON_ASKING.get(rule))
    assert outcome(found, rule) == expected
    if rule.startswith("dates."):
        assert [(d.start, d.end) for d in found.dates if d.found_by == rule] == marked(example)


def test_only_the_rule_about_ages_makes_nothing_of_its_example():
    assert [row[0] for table in ROWS.values() for row in table if row[-1] == "nothing"] == ["dates.age"]


@pytest.mark.parametrize(("sieve", "_", "example", "expected"), rows("speakers"))
def test_a_source_is_who_the_page_says(read, sieve, _, example, expected):
    found, doc = read(example)
    (place,) = marked(example)
    names = [s.name for s in found.speakers for m in s.mentions if (m.start, m.end) == place]
    assert names == [expected]
    scene, _asked = who_is_meant(doc, find_statements(doc)[0], [])
    assert {(span.start, span.end): by for span, (_, by) in scene.solved.items()}[place] == sieve


@pytest.mark.parametrize(("_", "example", "expected"), pages.table(PAGE, "direction"))
def test_a_date_points_where_the_page_says(read, _, example, expected):
    found, _doc = read(example)
    assert [(d.start, d.end) for d in found.dates] == marked(example)
    assert "; ".join(d.value for d in found.dates) == expected


@pytest.mark.parametrize(("_", "example", "expected"), pages.table(PAGE, "sources"))
def test_a_figure_is_whose_the_page_says(read, _, example, expected):
    found, _doc = read(example)
    assert "; ".join(f"{c.text}: {names_of(found)[c.speaker]}" for c in found.claims) == expected


@pytest.mark.parametrize(("example", "expected"), pages.table(PAGE, "chains"))
def test_who_says_what_within_whose_account(read, example, expected):
    found, _doc = read(example)
    names = names_of(found)
    told = [names[q.speaker] + (f" ({names[q.according_to]})" if q.within else "") for q in found.quotes]
    assert "; ".join(told) == expected


@pytest.mark.parametrize(("example", "expected"), pages.table(PAGE, "days"))
def test_when_it_was_said_and_when_it_happened(read, example, expected):
    found, _doc = read(example)
    day = {date.id: date.value for date in found.dates}
    said = [f"said {day[q.date]}" for q in found.quotes if q.date]
    assert said + [f"happened {day[c.date]}" for c in found.claims if c.date] == [expected]


@pytest.mark.parametrize(("agreement", "_", "example", "expected"), pages.table(PAGE, "groups"))
def test_figures_agree_as_the_page_says(read, agreement, _, example, expected):
    found, _doc = read(example)
    (group,) = found.claim_groups
    assert (group.agreement, f"{number(group.low)} {number(group.high)}") == (agreement, expected)


def test_numbers_and_names_in_the_text_are_those_of_the_code():
    words = " ".join(PAGE.split())
    assert f"Below {THRESHOLD} it is left out" in words
    assert LEAN == 8
    assert "weighing as much as eight answers" in words
    inner = words[: words.index(" also run inside")].rpartition("| ")[2]
    assert re.findall(r"`([\w.-]+)`", inner) == [sieve.name for sieve in INNER]
