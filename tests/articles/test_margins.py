import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.articles.margins import read_margins

PROSE = "A dam burst above Ruvenna on Sunday, the governor said.\n\nForty people were killed."
HEADLINE = "Dam bursts above Ruvenna, 40 dead"


def body(text):
    margins = read_margins(text)
    return text[margins.body.start : margins.body.end]


@pytest.mark.parametrize(
    "line",
    [
        "Source: Meridian Press",
        "Sources: Meridian Press, NNA",
        "(Source: Meridian Press)",
        "Copyright © 2012 Ruvenna.com. All Rights Reserved. https://ruvenna.com/en/1",
        "© 2024 The Ruvenna Herald",
        "(c) 2024 Meridian Press. This material may not be published, broadcast or rewritten.",
        "All rights reserved.",
        "https://ruvenna.example/story/192",
        "<http://www.ruvenna.example>",
        "newsdesk@ruvenna.example",
        "(Reporting by Ilse Tarn in Ruvenna; editing by Jon Vaal)",
        "Ilse Tarn in Port Sorvan contributed to this report.",
        "-- Reuters",
        "(AFP)",
        "###",
        "ENDS",
        "Tags: floods, dams",
        "Read more: Minister resigns",
        "Follow Ilse Tarn on Twitter @tarn.",
        "By Ilse Tarn",
    ],
)
def test_a_foot_line_is_left_out(line):
    assert body(f"{HEADLINE}\n\n{PROSE}\n\n{line}\n") == f"{HEADLINE}\n\n{PROSE}"


def test_several_foot_lines_go_together():
    assert body(f"{PROSE}\n\nSource: Meridian Press\n\n\nCopyright 2024 Meridian\nAll rights reserved") == PROSE


@pytest.mark.parametrize(
    "line",
    [
        "The source: a leaking pipe that nobody had looked at for forty years, said the governor on Sunday.",
        "“Copyright belongs to everyone,” she said.",
        "The governor said all rights would be reserved for the victims.",
        "By Sunday, 40 people were dead.",
        "By Monday Morning Everything Was Gone, she said.",
        "Ends justify means.",
        "An earlier version of this story said 52 people had died.",
        "She wrote on https://ruvenna.example that nothing was left.",
        "AFP said it had no news.",
    ],
)
def test_prose_at_the_foot_stays(line):
    assert body(f"{PROSE}\n\n{line}") == f"{PROSE}\n\n{line}"


@pytest.mark.parametrize(
    "line",
    [
        "By Ilse Tarn",
        "BY ILSE TARN AND JON VAAL",
        "By Ilse Tarn, Meridian Press",
        "Source: Meridian Press",
        "Copyright 2024 Meridian Press",
        "https://ruvenna.example/story",
        "Published: May 6, 2024",
        "Last updated 6 May 2024 at 10:15",
        "Monday, May 6, 2024",
        "World news",
        "The Ruvenna Herald",
        "Ruvenna",
    ],
)
def test_a_head_line_is_left_out(line):
    assert body(f"{line}\n\n{HEADLINE}\n\n{PROSE}") == f"{HEADLINE}\n\n{PROSE}"


@pytest.mark.parametrize(
    "headline",
    [
        "Dam Bursts",
        "Forty dead",
        "“We had no warning”",
        "Ruvenna dam bursts",
        "40 killed in Ruvenna",
        "Minister resigns.",
        "By the time help came, nobody was left",
    ],
)
def test_a_headline_stays(headline):
    assert body(f"{headline}\n\n{PROSE}") == f"{headline}\n\n{PROSE}"
    text = f"{headline}\n\nGovernor promises an inquiry into the dam\n\n{PROSE}"
    assert body(text) == text


def test_an_outlet_named_again_in_the_copyright_line_is_known():
    text = f"Nor Land Wire\n\nDam bursts\n\n{PROSE}\n\nCopyright © 2012 NorLandWire.com"
    margins = read_margins(text)
    assert margins.source == "Nor Land Wire"
    assert body(text) == f"Dam bursts\n\n{PROSE}"


def test_fields_are_filled_from_the_margins():
    text = (
        f"The Ruvenna Herald\n\nhttps://ruvenna.example/1\n\nBy Ilse Tarn\n\n{HEADLINE}\n\n"
        f"RUVENNA, May 6, 2024 — {PROSE}\n\nSource: Agence France Presse"
    )
    margins = read_margins(text)
    assert (margins.source, margins.byline, margins.agency) == (
        "The Ruvenna Herald",
        "Ilse Tarn",
        "Agence France Presse",
    )
    assert (margins.dateline, margins.day) == ("RUVENNA, May 6, 2024", "2024-05-06")
    assert (margins.title, margins.url) == (HEADLINE, "https://ruvenna.example/1")


def test_a_byline_below_the_headline_is_read_and_stays_in_the_body():
    text = f"{HEADLINE}\n\nBy Ilse Tarn\n\n{PROSE}"
    assert read_margins(text).byline == "Ilse Tarn"
    assert body(text) == text


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Monday 6 May 2024 16.40 BST", "2024-05-06"),
        ("Published: May 6, 2024, 10:15 a.m.", "2024-05-06"),
        ("Dam built on May 6, 2024, by hand.", None),
        ("Monday 6 May", None),
    ],
)
def test_a_day_below_the_headline_is_read_and_stays_in_the_body(line, day):
    text = f"{HEADLINE}\n\nGovernor promises an inquiry\n\nBy Ilse Tarn\n\n{line}\n\n{PROSE}"
    assert read_margins(text).day == day
    assert body(text) == text


def test_the_day_of_a_story_told_is_no_day_of_publication():
    assert read_margins(f"{HEADLINE}\n\n{PROSE}\n\n{PROSE} It began on Monday, May 6, 2024.").day is None


def test_the_year_of_a_copyright_line_is_no_date():
    assert read_margins(f"{PROSE}\n\nCopyright May 6, 2012 Ruvenna.com").day is None


def test_a_party_in_brackets_is_no_agency():
    margins = read_margins("Ilse Tarn (Unity Left) — the minister who resigned — is back.")
    assert (margins.dateline, margins.agency) == (None, None)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2029"])
def test_every_kind_of_line_break_counts(newline):
    text = f"{PROSE}\n\nSource: Meridian Press".replace("\n", newline)
    assert body(text) == PROSE.replace("\n", newline)


def test_white_space_has_no_body():
    assert read_margins(" \n\t\r\n").body is None
    assert read_margins("").body is None


def test_a_text_of_margins_only_keeps_a_line():
    assert body("Source: Meridian Press\nCopyright 2024\n") == "Source: Meridian Press"


@given(st.text(), st.sampled_from(["", PROSE]), st.text())
def test_the_body_is_trimmed_text(before, prose, after):
    text = before + prose + after
    margins = read_margins(text)
    if margins.body is None:
        assert not text.strip()
    else:
        cut = text[margins.body.start : margins.body.end]
        assert cut.strip() == cut != ""


@pytest.mark.parametrize(
    "piece", ["a", "By A ", "© ", "(", "A.", "Source: ", "http://", "\n", "-", "A, ", "1", "By Al-"]
)
def test_endless_repetition_takes_no_time(piece):
    read_margins(piece * (1_000_000 // len(piece)))
    read_margins(f"{PROSE}\n" + piece * (200_000 // len(piece)))
