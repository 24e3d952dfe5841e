"""Tasks for Label Studio: the text of an article with what was found as a prediction, for annotators to correct.

One task an article, `data.text` the text whole; every region's `start` and `end` count code points of it, as all our
offsets do. `LABELS` is the labelling interface that the tasks fit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from extractor.records import Span

if TYPE_CHECKING:
    from extractor.records import Claim, Extraction, Quote
    from extractor.report.selection import Selection

#: The labelling interface: paste it into a project's settings.
LABELS: Final = """\
<View>
  <Relations><Relation value="said by"/><Relation value="goes on"/></Relations>
  <Labels name="label" toName="text">
    <Label value="Quote" background="#2853c4"/><Label value="Source" background="#007c8a"/>
    <Label value="Claim" background="#a33a00"/><Label value="Date" background="#33691e"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>
"""


def task(extraction: Extraction, selection: Selection) -> dict[str, Any]:
    """One article as a task, with the kinds that were asked for.

    Sources stand with quotes and claims; a quote of several ranges is several regions, each tied to the one before.
    """
    article = extraction.article
    regions = _Regions(article.text or "")
    if selection.has("quotes"):
        for quote in extraction.quotes:
            regions.quote(quote)
    if selection.has("claims"):
        for claim in extraction.claims:
            regions.claim(claim)
    if selection.has("dates"):
        for item in extraction.dates:
            regions.add(item.id, item.span, "Date", item.confidence, (item.value, item.found_by))
    data = {
        "text": article.text,
        "article_id": article.id,
        "title": article.title,
        "source": article.source,
        "published": article.published,
    }
    version = f"extractor {extraction.extractor_version}"
    return {
        "data": data,
        "predictions": [{"model_version": version, "result": [*regions.found.values(), *regions.relations]}],
    }


class _Regions:
    """The regions of one text. A source that several name is one region."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: dict[str, dict[str, Any]] = {}
        self.relations: list[dict[str, Any]] = []

    def add(self, region: str, span: Span, label: str, score: float | None, notes: tuple[str, ...]) -> None:
        value = {"start": span.start, "end": span.end, "text": span.of(self.text), "labels": [label]}
        made: dict[str, Any] = {"id": region, "from_name": "label", "to_name": "text", "type": "labels", "value": value}
        if score is not None:
            made["score"] = score
        self.found.setdefault(region, made | {"meta": {"text": list(notes)}})

    def quote(self, quote: Quote) -> None:
        notes = (quote.kind, quote.mode, quote.polarity, quote.found_by)
        before = quote.id
        self.add(quote.id, quote.content[0], "Quote", quote.confidence, notes)
        for number, span in enumerate(quote.content[1:], 2):
            region = f"{quote.id}.{number}"
            self.add(region, span, "Quote", quote.confidence, notes)
            self._relate(before, region, "goes on")
            before = region
        self._source(quote)

    def claim(self, claim: Claim) -> None:
        notes = (claim.kind, claim.event, claim.modifier, claim.found_by)
        self.add(claim.id, Span(start=claim.start, end=claim.end), "Claim", claim.confidence, notes)
        self._source(claim)

    def _source(self, item: Quote | Claim) -> None:
        if item.source is None:
            return
        region = f"source-{item.source.start}-{item.source.end}"
        self.add(region, item.source, "Source", None, (item.speaker,) if item.speaker else ())
        self._relate(item.id, region, "said by")

    def _relate(self, one: str, other: str, label: str) -> None:
        relation = {"type": "relation", "from_id": one, "to_id": other, "direction": "right", "labels": [label]}
        self.relations.append(relation)
