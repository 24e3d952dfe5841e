"""Precision, recall and F1 of extractions against gold articles.

Quotes: only the outermost, and only speech, as the gold has them. Found: the ranges share at least 80 % of their
characters (intersection over union); exact: the very same ranges. Dates count with their very span. Claims count when
the spans overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from extractor.quality.gold import GoldArticle, GoldItem
    from extractor.records import Claim, Extraction, Quote, Span, Timex

FOUND_SHARE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts of one metric: right answers, answers given, answers wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """Share of the answers given that are right; 1.0 when none was given."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Share of the answers wanted that were given; 1.0 when none was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.given + self.wanted
        return 2 * self.right / both if both else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(right=self.right + other.right, given=self.given + other.given, wanted=self.wanted + other.wanted)


def score(pairs: Iterable[tuple[GoldArticle, Extraction]]) -> dict[str, Score]:
    """All metrics over many articles, summed up."""
    total: dict[str, Score] = {}
    for gold, extraction in pairs:
        names = {speaker.id: speaker.name for speaker in extraction.speakers}
        spoken = [q for q in extraction.quotes if q.within is None and q.mode == "speech" and q.kind != "scare"]
        parts = {
            **_quotes(gold.quotes, spoken, names),
            **_dates(gold.dates, extraction.dates),
            **_claims(gold.claims, extraction.claims, names),
        }
        for metric, part in parts.items():
            total[metric] = total.get(metric, Score()) + part
    return total


def _quotes(gold: Sequence[GoldItem], found: Sequence[Quote], names: dict[str, str]) -> dict[str, Score]:
    pairs = _align(gold, found, lambda g, q: _share(g.spans, q.content), FOUND_SHARE)
    exact = sum(g.spans == q.content for g, q in pairs)
    named = sum((names.get(q.speaker) if q.speaker else None) == g.facts["speaker"] for g, q in pairs)
    mention = sum(_same_words(q.source.text if q.source else None, g.facts["source"]) for g, q in pairs)
    kind = sum(q.kind == g.facts["kind"] and q.polarity == g.facts.get("polarity", "affirmed") for g, q in pairs)
    counts = {"found": len(pairs), "exact": exact, "speaker": named, "source": mention, "kind": kind}
    return {f"quotes {k}": Score(right=n, given=len(found), wanted=len(gold)) for k, n in counts.items()}


def _dates(gold: Sequence[GoldItem], found: Sequence[Timex]) -> dict[str, Score]:
    pairs = _align(gold, found, lambda g, d: float((g.spans[0].start, g.spans[0].end) == (d.start, d.end)), 1.0)
    counts = {
        "found": len(pairs),
        "value": sum(d.value == g.facts["value"] and d.type == g.facts["type"] for g, d in pairs),
    }
    return {f"dates {k}": Score(right=n, given=len(found), wanted=len(gold)) for k, n in counts.items()}


def _claims(gold: Sequence[GoldItem], found: Sequence[Claim], names: dict[str, str]) -> dict[str, Score]:
    pairs = _align(gold, found, lambda g, c: float(g.spans[0].start < c.end and c.start < g.spans[0].end), 1.0)
    counts = dict.fromkeys(("found", "value", "modifier", "noun", "event", "speaker"), 0)
    for g, c in pairs:
        counts["found"] += 1
        counts["value"] += all(_near(getattr(c, key), g.facts[key]) for key in ("value", "low", "high"))
        counts["modifier"] += c.modifier == g.facts["modifier"]
        counts["noun"] += _same_words(c.noun, g.facts["noun"])
        counts["event"] += c.event == g.facts["event"] and c.polarity == g.facts.get("polarity", "affirmed")
        counts["speaker"] += (names.get(c.speaker) if c.speaker else None) == g.facts["speaker"]
    return {f"claims {k}": Score(right=n, given=len(found), wanted=len(gold)) for k, n in counts.items()}


def _align(
    gold: Sequence[GoldItem], found: Sequence[Any], likeness: Callable[[GoldItem, Any], float], least: float
) -> list[tuple[GoldItem, Any]]:
    """One-to-one, the most alike first, earlier ones first among equals."""
    ranked = sorted(
        (-like, i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if (like := likeness(g, f)) >= least
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, i, j in ranked:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _share(a: Sequence[Span], b: Sequence[Span]) -> float:
    one = {n for span in a for n in range(span.start, span.end)}
    other = {n for span in b for n in range(span.start, span.end)}
    return len(one & other) / len(one | other)


def _same_words(found: str | None, wanted: str | None) -> bool:
    return (found or "").split() == (wanted or "").split()


def _near(found: float | None, wanted: float | None) -> bool:
    if found is None or wanted is None:
        return found is wanted
    return abs(found - wanted) <= 1e-6 * max(1.0, abs(wanted))
