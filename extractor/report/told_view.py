"""What several articles tell of the same facts, as the page's template wants it: verdict, chart, a row a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.report.chart import HEIGHT, WIDTH, chart_of, short
from extractor.report.fact_wording import bounds, sources, voucher
from extractor.report.visible import visible
from extractor.report.wording import about

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extractor.told import ToldClaim, ToldFact


def facts_view(facts: Sequence[ToldFact], anchors: Mapping[tuple[str, str, int], str]) -> list[dict[str, Any]]:
    """Each fact with its chart and its claims; `anchors` is the id on the page of a claim by article, id and start."""
    return [_fact(fact, anchors) for fact in facts]


def _fact(fact: ToldFact, anchors: Mapping[tuple[str, str, int], str]) -> dict[str, Any]:
    return {
        "id": f"f-{fact.id}",
        "about": visible(about(fact)),
        "agreement": fact.agreement,
        "bounds": bounds(fact, short),
        "sources": sources(fact.independent_sources),
        "claims": [_claim(claim, anchors) for claim in fact.claims],
        "chart": _chart(fact, anchors),
        "undrawn": sum(claim.published is None for claim in fact.claims),
    }


def _claim(claim: ToldClaim, anchors: Mapping[tuple[str, str, int], str]) -> dict[str, Any]:
    return {
        "published": claim.published or "no date",
        "figure": visible(claim.text),
        "by": visible(voucher(claim)),
        "article": visible(claim.article),
        "href": anchors.get((claim.article, claim.claim, claim.start)),
    }


def _chart(fact: ToldFact, anchors: Mapping[tuple[str, str, int], str]) -> dict[str, Any] | None:
    chart = chart_of(fact)
    if chart is None:
        return None
    dots = [
        {
            "x": dot.x,
            "y": dot.y,
            "low": dot.low,
            "high": dot.high,
            "open": dot.open,
            "hint": visible(f"{dot.claim.published}: {dot.claim.text}, {voucher(dot.claim)}"),
            "href": anchors.get((dot.claim.article, dot.claim.claim, dot.claim.start)),
        }
        for dot in chart.dots
    ]
    return {"width": WIDTH, "height": HEIGHT, "drawing": chart, "dots": dots}
