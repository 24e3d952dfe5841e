"""The README's function for Spark, given the frames that Spark would give it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

pandas = pytest.importorskip("pandas", reason="pandas is not installed")
README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")


def test_it_gives_a_row_an_article_and_goes_on_after_one_that_fails(model, monkeypatch) -> None:
    (block,) = re.findall(r"```python\n([^`]*mapInPandas[^`]*)```", README)
    code, _, call = block.rpartition("\nspark.")
    assert "mapInPandas(extract" in call
    monkeypatch.setattr("extractor.pipeline.load_model", lambda name: model)
    written: dict = {}
    exec(code, written)
    frames = [
        pandas.DataFrame(
            {"id": ["a", "b"], "text": ['"We left," Ann Orlo said.', " "], "published": ["2024-05-07", None]}
        ),
        pandas.DataFrame({"id": ["c"], "text": ["At least 12 people died."], "published": [None]}),
    ]
    first, second = written["extract"](iter(frames))
    assert list(first.columns) == ["id", "result", "error"]
    assert [json.loads(line)["article"]["id"] for line in (*first["result"], *second["result"])] == ["a", "b", "c"]
    assert json.loads(first["result"][0])["article"]["published"] == "2024-05-07"
    assert json.loads(second["result"][0])["claims"][0]["event"] == "killed"
    assert first["error"].isna().all()
