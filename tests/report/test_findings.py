"""What `check` prints for people: one entry a finding, and the count in a last line."""

from __future__ import annotations

import pytest

from extractor.records import Checked, Finding, TextSpan, Unread
from extractor.report.findings import findings_text


def finding(extraction, words, verdict="altered", **fields):
    start = extraction.article.text.index(words)
    values = {"kind": "quote", "article": None, "match": None, "difference": "not in any source"}
    return Finding(start=start, end=start + len(words), text=words, verdict=verdict, **values | fields)


def shown(extraction, *findings, **fields):
    return findings_text(Checked(draft=extraction.article, findings=findings, verbatim=3, **fields), width=80)


def test_a_finding_names_its_line_its_verdict_the_difference_and_the_place(extraction):
    match = TextSpan(start=10, end=34, text="We had absolutely no aid")
    text = shown(
        extraction,
        finding(extraction, "We had [absolutely] no warning,", article="ruvenna", match=match, difference="no [-aid-]"),
        finding(extraction, "40 people", "figure_differs", kind="claim", article="ruvenna", difference="52, not 40"),
    )
    assert text.splitlines() == [
        "line 3  altered  “We had [absolutely] no warning,”",
        "  no [-aid-]",
        "  ruvenna 10–34",
        "",
        "line 5  another figure  40 people",
        "  52, not 40",
        "",
        "2 findings, 3 passages borne out.",
    ]


@pytest.mark.parametrize(
    ("verdict", "words"),
    [("other_speaker", "another speaker"), ("not_found", "not found"), ("bound_differs", "another bound")],
)
def test_every_verdict_has_its_words(extraction, verdict, words):
    assert f"line 5  {words}  40" in shown(extraction, finding(extraction, "40", verdict, kind="claim"))


def test_what_a_draft_says_cannot_steer_the_terminal(extraction):
    evil = finding(extraction, "40", kind="claim", difference="\x1b[31mred\x07 [bold]plain[/bold]")
    text = shown(extraction, evil)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "[bold]plain[/bold]" in text


def test_sources_that_could_not_be_read_are_counted(extraction):
    lost = Unread(path="a.txt", code="missing", message="no such file")
    assert shown(extraction, unreadable=(lost,)) == "0 findings, 3 passages borne out, 1 source could not be read.\n"
    assert shown(extraction, finding(extraction, "40"), unreadable=(lost, lost)).endswith(
        "1 finding, 3 passages borne out, 2 sources could not be read.\n"
    )
