"""Drafts with planted errors, each found, and honest ones, none accused. What was planted is listed by hand."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

import extractor
from extractor.checking import check
from extractor.model import Model
from extractor.records import Checked, Extraction

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
DRAFTS = sorted(path.parent for path in FIXTURES.glob("drafts/*/draft.txt"))
PLANTED = {draft.name: json.loads((draft / "planted.json").read_text(encoding="utf-8")) for draft in DRAFTS}


def source(slug: str, model: Model) -> Extraction:
    folder = FIXTURES / "articles" / slug
    about = tomllib.loads((folder / "about.toml").read_text(encoding="utf-8"))
    text = (folder / "article.txt").read_text(encoding="utf-8")
    return extractor.extract(text, published=about["published"], id=slug, model=model)


@pytest.fixture(scope="module")
def checked(model: Model) -> dict[str, Checked]:
    results = {}
    for draft in DRAFTS:
        about = tomllib.loads((draft / "about.toml").read_text(encoding="utf-8"))
        text = (draft / "draft.txt").read_text(encoding="utf-8")
        extraction = extractor.extract(text, published=about["published"], id=draft.name, model=model)
        results[draft.name] = check(extraction, [source(slug, model) for slug in about["sources"]])
    return results


def test_there_are_enough_of_both() -> None:
    assert sum(len(planted) for planted in PLANTED.values()) >= 20
    assert sum(not planted for planted in PLANTED.values()) >= 3


@pytest.mark.parametrize("name", sorted(PLANTED))
def test_every_planted_error_is_found_and_nothing_else(name: str, checked: dict[str, Checked]) -> None:
    found = [{"text": f.text, "verdict": f.verdict} for f in checked[name].findings]
    assert found == PLANTED[name]


@pytest.mark.parametrize("name", sorted(PLANTED))
def test_every_range_slices_its_own_text(name: str, checked: dict[str, Checked], model: Model) -> None:
    draft = checked[name].draft.text or ""
    for finding in checked[name].findings:
        assert draft[finding.start : finding.end] == finding.text
        if finding.match and finding.article:
            text = source(finding.article, model).article.text or ""
            assert text[finding.match.start : finding.match.end] == finding.match.text


def test_a_source_held_against_itself_has_no_findings(model: Model) -> None:
    for slug in ("sorvan-flood", "ferncroft-court", "orlan-foods", "harbour-exchange", "quiet-brief"):
        one = source(slug, model)
        assert check(one, [one]).findings == ()


def test_without_the_sources_text_nothing_can_be_borne_out(model: Model) -> None:
    one = source("harbour-exchange", model)
    empty = replace(one, article=replace(one.article, text=None), quotes=(), claims=())
    assert {f.verdict for f in check(one, [empty]).findings} == {"not_found"}


@pytest.mark.parametrize(
    ("draft", "verdicts"),
    [
        ("Some 3,600 dockers walked out in Ruvenna on Monday.", ["figure_differs"]),
        ("Some 3,000 dockers walked out in Ruvenna on Monday.", []),
        ("About 3,400 dockers walked out in Ruvenna on Monday.", []),
    ],
)
def test_a_round_number_is_borne_out_by_what_it_rounds(draft: str, verdicts: list[str], model: Model) -> None:
    told = extractor.extract("About 3,400 dockers walked out in Ruvenna on Monday.", id="source", model=model)
    found = check(extractor.extract(draft, id="draft", model=model), [told]).findings
    assert [finding.verdict for finding in found] == verdicts
