"""The gate itself: our own fixtures stay at or above their floors."""

from __future__ import annotations

from pathlib import Path

from extractor.model import Model
from extractor.quality.gate import Floors, extract_gold, read_floors, shortfalls
from extractor.quality.gold import read_all
from extractor.quality.scores import Score, score

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
FOLDERS = sorted(path.parent for path in (FIXTURES / "articles").glob("*/gold.json"))


def test_our_own_articles_stay_at_their_floors(model: Model) -> None:
    gold = read_all(FIXTURES / "articles")
    assert len(gold) >= 5
    assert shortfalls(score(extract_gold(gold, model)), read_floors(FIXTURES / "floors.toml"), FOLDERS) == []


def test_a_fall_a_missing_floor_and_other_data_are_each_a_line() -> None:
    floors = Floors(sha256="not this", f1={"quotes found": 90.0})
    scores = {
        "quotes found": Score(right=8, given=10, wanted=10),
        "dates found": Score(right=1, given=1, wanted=1),
    }
    lines = shortfalls(scores, floors, FOLDERS)
    assert [line.split(":")[0] for line in lines][1:] == ["dates found", "quotes found"]
    assert "changed" in lines[0]
