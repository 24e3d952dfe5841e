"""Records in words for people: figures, days and sources, the same in every report that is read by eye."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from extractor.records import Claim, ClaimGroup, Extraction, Quote, Speaker, Timex
    from extractor.told import ToldFact

TRENDS: Final = {"up": "\u2191 ", "down": "\u2193 "}
_UNITS: Final = {"D": "day", "W": "week", "M": "month", "Y": "year", "TH": "hour", "TM": "minute", "TS": "second"}
_PARTS: Final = {
    "MO": ", morning",
    "MI": ", noon",
    "AF": ", afternoon",
    "EV": ", evening",
    "NI": ", night",
    "DT": ", daytime",
}
PUBLISHED_FROM: Final = {
    "option": "as given",
    "field": "as the input says",
    "html": "as the page says",
    "dateline": "as the dateline says",
}
_OPEN: Final = "open "
_NOW: Final = {"PRESENT_REF": "now", "PAST_REF": "the past", "FUTURE_REF": "the future"}


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One extraction with its ids looked up."""

    extraction: Extraction

    @cached_property
    def speakers(self) -> dict[str, Speaker]:
        """Speakers by id."""
        return {s.id: s for s in self.extraction.speakers}

    @cached_property
    def dates(self) -> dict[str, Timex]:
        """Dates by id."""
        return {d.id: d for d in self.extraction.dates}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {c.id: c for c in self.extraction.claims}

    def name(self, speaker: str | None) -> str | None:
        """The name of a speaker by id."""
        return self.speakers[speaker].name if speaker in self.speakers else None

    def source(self, item: Quote | Claim) -> str | None:
        """Whose it is: the speaker's name, else the words that the text has for the source."""
        return self.name(item.speaker) or (item.source.text if item.source else None)

    def day(self, date_id: str | None) -> str | None:
        """What a date by its id means; where that is open, the words that the text has for it."""
        timex = self.dates.get(date_id or "")
        if timex is None:
            return None
        means = meaning(timex)
        return f"{timex.text} (open)" if means.startswith(_OPEN) else means

    def noun(self, claim: Claim) -> str:
        """What is counted; in brackets where the text leaves it to be understood."""
        noun = claim.noun or (f"({claim.noun_inferred})" if claim.noun_inferred else "")
        whole = self.claims.get(claim.part_of or "")
        if whole is None:
            return noun
        return f"{noun} (of {figure(whole)} {whole.noun or whole.noun_inferred or ''}".rstrip() + ")"

    def event(self, claim: Claim) -> str:
        """What happened, denied or hedged as the text has it; the text's own word where the event has no name."""
        event = "" if claim.event == "other" else claim.event.replace("_", " ")
        event = event or (claim.event_mention.text if claim.event_mention else "")
        if claim.polarity == "negated":
            event = f"not {event}".strip()
        return f"{event} ({claim.hedge.text})".strip() if claim.hedge else event


def about(told: ClaimGroup | ToldFact) -> str:
    """What claims of one fact are about: what happened to what, and where; what is not known is left out."""
    event = "" if told.event == "other" else told.event.replace("_", " ")
    return " \u00b7 ".join(part for part in (event, told.noun, told.scope) if part) or "something counted"


def sure(confidence: float) -> str:
    """A confidence for people: "93% sure"."""
    return f"{round(100 * confidence)}% sure"


def quoted_text(quote: Quote, text: str) -> str:
    """What was said: its ranges apart by an ellipsis, in quotation marks where all of it is quoted.

    The comma that leads over to "she said" is the sentence's, not the speaker's, and is not shown.
    """
    ranges = [text[c.start : c.end] for c in quote.content] if text else [quote.text]
    said = " \u2026 ".join(part.rstrip().removesuffix(",") for part in ranges)
    return f"\u201c{said}\u201d" if quote.kind == "direct" else said


def figure(claim: Claim) -> str:
    """The figure in the article's own words, its value beside it where it is spelt out: "dozens", "twenty-two (22)"."""
    words = f"{TRENDS.get(claim.trend or '', '')}{' '.join(claim.text.split())}"
    if claim.value is None or claim.kind in {"fraction", "ratio"} or any(c.isdigit() for c in claim.text):
        return words
    percent = claim.kind == "percent" and "point" not in claim.text
    return f"{words} ({number(claim.value)}{'%' if percent else ''})"


def number(value: float) -> str:
    """A number with thousands apart by commas and no needless decimals."""
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.6f}".rstrip("0").rstrip(".") or "0"


def meaning(timex: Timex) -> str:
    """What a temporal expression means, for people: "Tue 2015-10-20", a period, a length, or that it is open."""
    if timex.value in _NOW:
        return _NOW[timex.value]
    if timex.type == "DURATION":
        return _length(timex.value)
    if timex.type == "SET":
        return f"repeatedly ({timex.value})"
    if timex.earliest is None and timex.latest is None:
        return f"{_OPEN}({timex.value})"
    if timex.earliest is None or timex.latest is None:
        return f"from {timex.earliest}" if timex.earliest else f"until {timex.latest}"
    part = _PARTS.get(timex.value.partition("T")[2], "")
    return _period(date.fromisoformat(timex.earliest), date.fromisoformat(timex.latest)) + part


def _period(first: date, last: date) -> str:
    """A day, a month, a year or a stretch of days."""
    if first == last:
        return f"{first:%a} {first.isoformat()}"
    if (first.month, first.day, last.month, last.day, first.year) == (1, 1, 12, 31, last.year):
        return f"{first.year:04}"
    if first.day == 1 and first.replace(day=monthrange(first.year, first.month)[1]) == last:
        return f"{first:%B} {first.year:04}"
    return f"{first.isoformat()} \u2013 {last.isoformat()}"


def _length(value: str) -> str:
    """An ISO 8601 duration of one unit in words; any other as it is."""
    amount = value.removeprefix("P")
    clock = "T" if amount.startswith("T") else ""
    amount = amount.removeprefix("T")
    unit = _UNITS.get(clock + amount[-1:])
    count = amount[:-1]
    if unit is None or not count.replace(".", "", 1).isdigit():
        return "some time" if "X" in value else value
    return f"{count} {unit}{'' if count == '1' else 's'}"
