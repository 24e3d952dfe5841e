"""Confidence and what it is made of: judged answers, the counts, the calibration error."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from extractor.linking import confidence
from extractor.linking.confidence import LEAN, calibrated
from extractor.quality.calibration import bins, calibration_error, table
from extractor.quality.reference import Answer, answers
from tests.quality.test_scores import FOUND


def answer(said: float, *, right: bool, key: str = "k") -> Answer:
    return Answer(kind="date", key=key, confidence=said, right=right)


QUOTE_ROW: dict[str, Any] = {
    "attributions": [{"id": "a1", "source_heads": [[19, 22]], "source_names": [], "content": [[1, 17]]}],
    "quotes": [{"inner": [1, 17], "attribution": "a1"}],
}


def test_answers_are_judged_by_the_words_in_marks_and_the_head_of_the_source() -> None:
    assert [(a.kind, a.right) for a in answers(QUOTE_ROW, FOUND)] == [("direct", True)]


@pytest.mark.parametrize(
    ("heads", "names", "right"),
    [([[0, 5]], [], False), ([[0, 5]], [{"name": "Lorn"}], True), ([[0, 5]], [{"name": "Ben Orlo"}], False)],
)
def test_another_mention_is_right_only_by_its_name(heads: list[list[int]], names: list[Any], right: bool) -> None:
    row = {
        **QUOTE_ROW,
        "attributions": [{**QUOTE_ROW["attributions"][0], "source_heads": heads, "source_names": names}],
    }
    assert [a.right for a in answers(row, FOUND)] == [right]


def test_claims_and_dates_are_judged_by_value() -> None:
    claim = {"start": 43, "end": 45, "value": 40, "low": 40, "event": "killed"}
    date = {"start": 31, "end": 37, "value": "2024-05-13"}
    assert [(a.kind, a.right) for a in answers({"claims": [claim], "timexes": [date]}, FOUND)] == [
        ("claim", True),
        ("date", False),
    ]
    assert [a.right for a in answers({"claims": [{**claim, "event": "injured"}]}, FOUND)] == [False]
    assert list(answers({"claims": [{**claim, "optional": True}]}, FOUND)) == []
    assert [a.right for a in answers({"claims": []}, FOUND)] == [False]


def test_the_calibration_error_is_the_weighted_distance() -> None:
    given = [answer(0.95, right=True), answer(0.95, right=False), answer(0.15, right=False)]
    assert bins(given) == [(0.15, 0.0, 1), (0.95, 0.5, 2)]
    assert calibration_error(given) == pytest.approx((0.15 + 2 * 0.45) / 3)


def test_the_table_counts_each_key_and_the_whole() -> None:
    given = [answer(0.9, right=True), answer(0.9, right=False), answer(0.9, right=True, key="j")]
    assert tomllib.loads(table(given)) == {"date": {"": [2, 3], "j": [1, 1], "k": [1, 2]}}


def test_a_rule_leans_on_its_kind_until_it_is_seen_often(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"date": {"": (80, 100), "often": (900, 1000), "seldom": (0, 1)}}
    monkeypatch.setattr(confidence, "counts", lambda: known)
    assert calibrated("date", "never", 0.3) == 0.8
    assert calibrated("date", "often", 0.3) == pytest.approx(0.9, abs=0.01)
    assert calibrated("date", "seldom", 0.3) == pytest.approx(0.8 * LEAN / (LEAN + 1), abs=0.001)
    assert calibrated("claim", "never", 0.3) == 0.3
