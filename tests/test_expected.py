"""What the program prints for our own articles, held against what it printed before, to be read as a diff.

`gold.json` is what is true; `expected.json` is what comes out today, renewed on purpose: pytest --update-expected.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.model import Model
from extractor.quality.gate import extract_gold
from extractor.quality.gold import read_gold
from extractor.report.json_output import as_data

ARTICLES = sorted(Path(__file__).resolve().parent.parent.glob("fixtures/articles/*/gold.json"))


@pytest.mark.parametrize("folder", [path.parent for path in ARTICLES], ids=lambda p: p.name)
def test_output_is_as_expected(folder: Path, model: Model, request: pytest.FixtureRequest) -> None:
    ((_, extraction),) = extract_gold([read_gold(folder)], model)
    found = as_data(extraction)
    del found["extractor_version"], found["article"]["text"]
    expected = folder / "expected.json"
    if request.config.getoption("--update-expected"):
        expected.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(expected.read_text(encoding="utf-8"))
