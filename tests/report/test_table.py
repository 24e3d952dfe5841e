import re
from dataclasses import replace

import pytest

from extractor.report.selection import Selection
from extractor.report.table import table_text

WIDTHS = (60, 80, 120)


def squeezed(text):
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_lost_and_no_line_is_too_long(extraction, width):
    page = table_text(extraction, width=width)
    assert max(map(len, page.splitlines())) <= width
    for part in (
        "Dam bursts above Ruvenna",
        "“We had [absolutely] no warning … We will find out why.”",
        "to reporters",
        "Sun 2024-05-05",
        "At least 40 people were killed",
        "a rescue official",
        "[negated] the dam was old",
        "At least 40",
        "compatible",
        "Warning: one byte was mended",
    ):
        assert squeezed(part) in squeezed(page), part


def test_quotes_stand_under_their_speaker_and_the_unattributed_last(extraction):
    page = table_text(extraction, width=80)
    order = [page.index(part) for part in (" Ilse Tarn", " a rescue official", " Unattributed", "Claims")]
    assert order == sorted(order)
    tarn = page[order[0] : order[1]]
    assert "We will find out why" in tarn
    assert "the dam was old" in tarn
    assert "Nobody came" in page[order[2] : order[3]]


def test_what_is_wanted_or_supposed_is_counted_but_not_shown(extraction):
    assert "1 more" in table_text(extraction, width=80)


def test_what_nobody_in_sight_said_is_counted_unless_it_is_word_for_word(extraction):
    ghost = replace(extraction.quotes[1], id="q7", speaker=None, source=None, kind="indirect")
    page = table_text(replace(extraction, quotes=(extraction.quotes[4], ghost)), width=80)
    assert "At least 40 people were killed" not in page
    assert "1 more" in page
    assert "“Nobody came”" in page
    described = replace(ghost, source=extraction.quotes[4].source)
    page = table_text(replace(extraction, quotes=(described,)), width=80)
    assert "At least 40 people were killed  [a note]" in page
    assert "more (" not in page


def test_plain_by_default_coloured_on_a_terminal_and_never_with_no_color(extraction, monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" not in table_text(extraction, width=80)
    assert "\x1b[1;38;5;37mIlse Tarn\x1b[0m\x1b[2m  Governor" in table_text(extraction, width=80, terminal=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in table_text(extraction, width=80, terminal=True)


def test_no_line_ends_in_spaces(extraction):
    assert not re.search(r" \n", table_text(extraction, width=80))


def test_the_width_is_the_terminals(extraction, monkeypatch):
    monkeypatch.setenv("COLUMNS", "50")
    assert max(map(len, table_text(extraction).splitlines())) <= 50


@pytest.mark.parametrize("text", ["[/end] [bold]x[/bold] [link=a]b", "\x1b[2J\x9bm \u202e [red]", ":smile: \\[x]"])
def test_text_of_the_article_is_never_markup(with_text, text):
    page = table_text(with_text(text), width=120)
    assert "\x1b" not in page
    assert "\u202e" not in page
    brackets = [c for c in text if c in "[]:"]
    assert [c for c in page.split("Claims")[0].split("told", 1)[1] if c in "[]:"][: len(brackets)] == brackets


def test_where_there_is_no_room_claims_stand_below_each_other(extraction):
    narrow = table_text(extraction, Selection(kinds=frozenset({"claims"})), width=60)
    assert " At least 40  people · killed · Sun 2024-05-05\n              Ilse Tarn\n" in narrow
    assert "Figure" not in narrow
    assert "Figure" in table_text(extraction, Selection(kinds=frozenset({"claims"})), width=80)


def test_long_words_are_folded_not_cut(with_text):
    page = table_text(with_text("a" * 500), width=60)
    assert page.count("a" * 20) >= 10
    assert squeezed(page).count("a" * 500) == 1


def test_only_what_was_asked_for(extraction):
    page = table_text(extraction, Selection(kinds=frozenset({"claims"})), width=80)
    assert "Claims" in page
    assert "Quotes" not in page
    assert "Dates" not in page
    speakers = table_text(extraction, Selection(kinds=frozenset({"speakers"})), width=80)
    assert "unnamed" in speakers


def test_an_article_without_findings_says_so(with_text):
    page = table_text(with_text("Nothing."), Selection(kinds=frozenset({"dates", "claims"})), width=80)
    assert re.findall(r"(\w+)  none", page) == ["Claims", "Dates"]
