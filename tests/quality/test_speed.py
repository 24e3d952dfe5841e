"""Measuring speed: what is compared, on any folder of texts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from extractor.quality import speed


def test_a_folder_without_text_is_nothing_to_measure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").touch()
    assert speed.measure(tmp_path) == 2
    assert "no .txt files with text" in capsys.readouterr().err


def test_every_ratio_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, text in enumerate(("Tarn Osk spoke.", "The mill in Velm stood still for a day.", "Rain fell.")):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    lengths = []

    def seconds(command: list[str]) -> float:
        return 4.0 if speed.BARE in command else 1.0 if "--help" in command else 3.0

    def growth(short: str, long: str) -> float:
        lengths.append([len(Path(name).read_text(encoding="utf-8")) for name in (short, long)])
        return 10.0

    monkeypatch.setattr(speed, "_seconds", seconds)
    monkeypatch.setattr(speed, "_growth", growth)
    monkeypatch.setattr(speed, "_megabytes", lambda command: 150.0)
    assert speed.measure(tmp_path, rounds=1) == 0
    *ratios, memory = capsys.readouterr().out.splitlines()
    assert [line.rsplit(" ", 1)[1] for line in ratios] == ["0.75", "0.75", "0.25", "10.00"]
    assert memory.endswith("150 MB, 150 MB, 150 MB")
    assert lengths == [[20_000, 200_000]]


@pytest.mark.skipif(sys.platform == "win32", reason="this system does not tell")
def test_memory_is_that_of_the_command() -> None:
    small, large = (speed._megabytes([sys.executable, "-c", f"x = bytearray({size} << 20)"]) for size in (1, 100))
    assert 90 < large - small < 110
