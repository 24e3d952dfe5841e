"""Scores on hand-made extractions: what counts as found, right and named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extractor.quality.gold import GoldArticle, GoldError, GoldItem, digest, read_gold
from extractor.quality.scores import Score, score
from extractor.records import Article, Claim, Extraction, Mention, Quote, Span, Speaker, TextSpan, Timex

TEXT = '"We will rebuild," she said on Monday after 40 people died.'
ARTICLE = Article(
    id="a", path=None, title=None, byline=None, source=None, agency=None, dateline=None, url=None, language="en",
    published="2024-05-07", published_from="option", sha256="", body=Span(start=0, end=len(TEXT)), text=TEXT,
)  # fmt: skip
QUOTE = Quote(
    id="q1", kind="direct", mode="speech", polarity="affirmed", content=(Span(start=1, end=17),), text="We will rebuild,",
    quoted=(Span(start=1, end=17),), speaker="s1", source=TextSpan(start=19, end=22, text="she"), cue=None,
    according_to=None, within=None, addressee=None, date=None, found_by="t", confidence=1.0,
)  # fmt: skip
CLAIM = Claim(
    id="c1", start=43, end=45, text="40", kind="count", value=40.0, low=40.0, high=40.0, modifier="exact", trend=None,
    unit="people", noun="people", noun_inferred=None, event="killed", event_mention=None, polarity="affirmed", hedge=None,
    source=None, speaker=None, quote=None, date=None, place=None, part_of=None, group=None, found_by="t", confidence=1.0,
)  # fmt: skip
DATE = Timex(id="d1", start=31, end=37, text="Monday", type="DATE", value="2024-05-06", found_by="t", confidence=1.0)
SHE = Speaker(
    id="s1", name="Ada Lorn", kind="person", mentions=(Mention(start=19, end=22, text="she", form="pronoun"),)
)
FOUND = Extraction(
    extractor_version="0",
    model="m",
    article=ARTICLE,
    speakers=(SHE,),
    quotes=(QUOTE,),
    dates=(DATE,),
    claims=(CLAIM,),
)
GOLD = GoldArticle(
    slug="a",
    text=TEXT,
    published="2024-05-07",
    quotes=(GoldItem(spans=(Span(start=1, end=17),), facts={"kind": "direct", "source": "she", "speaker": "Ada Lorn"}),),
    dates=(GoldItem(spans=(Span(start=31, end=37),), facts={"type": "DATE", "value": "2024-05-06"}),),
    claims=(
        GoldItem(
            spans=(Span(start=43, end=45),),
            facts={
                "value": 40, "low": 40, "high": 40, "modifier": "exact", "noun": "people", "event": "killed", "speaker": None
            },
        ),
    ),
)  # fmt: skip


def test_a_perfect_extraction_is_right_in_every_metric() -> None:
    assert {s.f1 for s in score([(GOLD, FOUND)]).values()} == {1.0}


@pytest.mark.parametrize(
    ("change", "fallen"),
    [
        ({"quotes": (replace(QUOTE, speaker=None),)}, {"quotes speaker"}),
        ({"quotes": (replace(QUOTE, content=(Span(start=1, end=16),)),)}, {"quotes exact"}),
        ({"quotes": (replace(QUOTE, kind="mixed"),)}, {"quotes kind"}),
        ({"dates": (replace(DATE, value="2024-05-13"),)}, {"dates value"}),
        ({"claims": (replace(CLAIM, high=None, modifier="at_least"),)}, {"claims value", "claims modifier"}),
        ({"claims": (replace(CLAIM, polarity="negated"),)}, {"claims event"}),
        ({"dates": ()}, {"dates found", "dates value"}),
    ],
)
def test_each_error_costs_its_own_metric(change: dict[str, tuple[object, ...]], fallen: set[str]) -> None:
    scores = score([(GOLD, replace(FOUND, **change))])
    assert {metric for metric, s in scores.items() if s.f1 < 1} == fallen


def test_quotes_told_within_others_and_thoughts_are_left_out() -> None:
    extra = (
        replace(QUOTE, id="q2", within="q1"),
        replace(QUOTE, id="q3", mode="attitude"),
        replace(QUOTE, id="q4", kind="scare"),
    )
    assert score([(GOLD, replace(FOUND, quotes=(QUOTE, *extra)))])["quotes found"] == Score(right=1, given=1, wanted=1)


def test_precision_and_recall() -> None:
    s = Score(right=3, given=4, wanted=6)
    assert (s.precision, s.recall, s.f1) == (0.75, 0.5, 0.6)


def test_gold_names_a_passage_by_its_words_and_its_number(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("12 of 120 died; 12 live.", encoding="utf-8")
    (tmp_path / "about.toml").write_text('published = "2024-01-01"', encoding="utf-8")
    (tmp_path / "gold.json").write_text(
        '{"quotes": [], "dates": [], "claims": [{"text": "12", "nth": 2}]}', encoding="utf-8"
    )
    assert read_gold(tmp_path).claims[0].spans == (Span(start=16, end=18),)
    before = digest([tmp_path])
    (tmp_path / "gold.json").write_text(
        '{"quotes": [], "dates": [], "claims": [{"text": "12", "nth": 3}]}', encoding="utf-8"
    )
    assert digest([tmp_path]) != before
    with pytest.raises(GoldError, match="no 3"):
        read_gold(tmp_path)
