"""`python -m extractor.quality`: what each measurement prints, and that nothing to measure is said."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from extractor.model import Model
from extractor.quality import __main__ as command

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


@pytest.fixture(autouse=True)
def _one_model(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "load_model", lambda: model)
    monkeypatch.setattr("extractor.quality.gate.load_model", lambda: model)


@pytest.fixture(scope="module")
def annotated(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The first two of our annotated stories."""
    file = tmp_path_factory.mktemp("annotated") / "two.jsonl"
    lines = (FIXTURES / "annotated" / "stories.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(lines[:2]), encoding="utf-8")
    return str(file)


def test_score_prints_a_line_a_metric(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(FIXTURES / "articles" / "sorvan-flood", tmp_path / "sorvan-flood")
    assert command.main(["score", str(tmp_path)]) == 0
    heading, *lines = capsys.readouterr().out.splitlines()
    assert heading.split() == ["1", "articles", "P", "R", "F1", "right", "given", "wanted"]
    assert len(lines) >= 5
    for line in lines:
        precision, recall, f1, right, given, wanted = map(float, line.split()[-6:])
        assert precision == pytest.approx(100 * right / given if given else 0, abs=0.05)
        assert recall == pytest.approx(100 * right / wanted if wanted else 0, abs=0.05)
        assert min(precision, recall) - 0.1 <= f1 <= max(precision, recall) + 0.1


def test_nothing_to_score_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["score", str(tmp_path)]) == 2
    assert "no gold articles" in capsys.readouterr().err


def test_calibrate_prints_counts_that_can_be_read_back(annotated: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["calibrate", annotated]) == 0
    counts = tomllib.loads(capsys.readouterr().out)
    assert "claim" in counts
    for rules in counts.values():
        right, given = rules.pop("")
        assert given > 0
        assert [right, given] == [sum(n for n, _ in rules.values()), sum(n for _, n in rules.values())]


def test_reliability_prints_how_far_confidence_is_off(annotated: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["reliability", annotated]) == 0
    printed = capsys.readouterr().out
    kinds = re.findall(r"^(\w+): (\d+) answers, expected calibration error 0\.\d{3}$", printed, re.MULTILINE)
    tenths = re.findall(r"^  said \d\.\d\d  right \d\.\d\d  of (\d+)$", printed, re.MULTILINE)
    assert {kind for kind, _ in kinds} >= {"claim", "date"}
    assert sum(int(count) for _, count in kinds) == sum(map(int, tenths))
    assert len(printed.splitlines()) == len(kinds) + len(tenths)


def test_speed_measures_the_folder_that_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(command, "measure", lambda folder, rounds: asked.append((folder, rounds)) or 0)
    assert command.main(["speed", str(tmp_path), "--rounds", "2"]) == 0
    assert asked == [(tmp_path, 2)]
