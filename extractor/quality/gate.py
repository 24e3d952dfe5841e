"""The quality gate: floors per metric over our own fixtures, pinned with the data's digest, lowered only on purpose."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.articles.plain import article_of
from extractor.model import Model, load_model
from extractor.pipeline import extract_all
from extractor.quality.gold import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from extractor.quality.gold import GoldArticle
    from extractor.quality.scores import Score
    from extractor.records import Extraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """Least F1 per metric, in percent, and the digest of the gold they were measured on."""

    sha256: str
    f1: Mapping[str, float]


def read_floors(path: Path) -> Floors:
    """Read a floors file (`sha256` and a table `f1`)."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floors(sha256=data["sha256"], f1=data["f1"])


def extract_gold(
    articles: Sequence[GoldArticle], model: Model | None = None
) -> Iterator[tuple[GoldArticle, Extraction]]:
    """Each gold article with what the program finds in it."""
    read = [article_of(gold.text, id=gold.slug, published=gold.published).article for gold in articles]
    yield from zip(articles, extract_all(read, model or load_model()), strict=True)


def shortfalls(scores: Mapping[str, Score], floors: Floors, folders: Sequence[Path]) -> list[str]:
    """One line for each metric below its floor, each metric without one, and one where the gold has changed since."""
    lines = (
        []
        if digest(folders) == floors.sha256
        else [f"the gold has changed; measure again and set sha256 = {digest(folders)!r}"]
    )
    for metric in sorted(scores.keys() | floors.f1.keys()):
        f1 = 100 * scores[metric].f1 if metric in scores else 0.0
        floor = floors.f1.get(metric)
        if floor is None or f1 < floor - 0.05:
            lines.append(f"{metric}: F1 {f1:.1f}, floor {floor}")
    return lines
