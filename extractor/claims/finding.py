"""Quantities in a parse: numbers with the words that bound and measure them, and those that are no claims left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractor.claims.draft import Draft
from extractor.claims.exclusions import is_no_claim
from extractor.claims.units import Unit, rate_behind, unit_before, unit_behind
from extractor.numerals import Numeral, bound_after, bound_before, bounded, find_numerals
from extractor.records import ClaimKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

KIND: dict[str, ClaimKind] = {
    "money": "money",
    "cents": "money",
    "percent": "percent",
    "measure": "measure",
    "time": "duration",
    "age": "age",
}
#: "5 feet, 10 inches" is one measure.
FEET = re.compile(
    r",?\s+(?:and\s+)?(\d{1,2}(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven)\s+inch(?:es)?(?!\w)",
    re.IGNORECASE,
)
MINUS = re.compile(r"(?:(?<=[\s(])|^)(?:[-−–]|(?:minus|negative)[\s-])$", re.IGNORECASE)
US_BEHIND = re.compile(r"\s(?:US|U\.S\.)(?=\s|$)")


def find_drafts(doc: Doc, taken: Sequence[tuple[int, int]], *, all_quantities: bool) -> Iterator[Draft]:
    """The quantities of `doc` in text order; `taken` are the (start, end) of dates, sorted, which are no quantities."""
    text = doc.text
    last_end = 0
    at = 0
    for numeral in find_numerals(text):
        if numeral.start < last_end:
            continue
        while at < len(taken) and taken[at][1] <= numeral.start:
            at += 1
        in_date = at < len(taken) and taken[at][0] < numeral.end
        for piece in pieces(text, numeral):
            draft = drafted(doc, text, piece, last_end)
            if draft is None or is_no_claim(draft, in_date=in_date, all_quantities=all_quantities):
                continue
            last_end = draft.end
            yield draft


def pieces(text: str, numeral: Numeral) -> Iterator[Numeral]:
    """The numeral itself, or both numbers of what only looks like a range: a tally of votes ("89-52" is none already)."""
    yield numeral


def measured(text: str, numeral: Numeral) -> tuple[Unit | None, Unit | None]:
    """The units before and behind a number."""
    before = unit_before(text, numeral.start)
    value = numeral.value if numeral.value is not None else numeral.low or 0.0
    return before, unit_behind(text, numeral.end, value)


def drafted(doc: Doc, text: str, numeral: Numeral, floor: int) -> Draft | None:
    """The whole quantity around a number: unit, rate and bounds; nothing of it before offset `floor`."""
    before, behind = measured(text, numeral)
    start, end = numeral.start, numeral.end
    if before and before.edge >= floor:
        start = before.edge
        # "$5 million dollars" and "$76 US": a second mention of the same money; any other word behind is no unit of it.
        if behind and behind.family == "money":
            end = behind.edge
        elif match := US_BEHIND.match(text, end):
            end = match.end()
        unit: Unit | None = before
    else:
        unit = behind
        if behind:
            end = behind.edge
    value, low, high, form = numeral.value, numeral.low, numeral.high, numeral.form
    kind: ClaimKind = KIND[unit.family] if unit else "fraction" if form in ("fraction", "one_in") else "count"
    name = unit_name(unit, form)
    if unit and unit.family == "cents":
        value, low, high = (x / 100 if x is not None else None for x in (value, low, high))
    if unit and kind in ("money", "measure", "percent"):
        rate = rate_behind(text, end)
        if rate:
            name, end = f"{name}/{rate[0]}" if kind == "money" else f"{name} per {rate[0]}", rate[1]
    if name == "foot" and value is not None and (match := FEET.match(text, end)):
        inches = find_numerals(match[1])
        if inches and inches[0].value is not None:
            value, name, end = value * 12 + inches[0].value, "inch", match.end()
            low = high = value
    if (
        value is not None
        and (sign := MINUS.search(text, max(0, start - 9), start))
        and kind in ("measure", "percent", "count")
    ):
        start, value = sign.start(), -value
        low = high = value
    return bounded_draft(doc, text, (start, end, floor), numeral, kind, name, (value, low, high))


def unit_name(unit: Unit | None, form: str) -> str:
    """The unit's name as printed; a count's is decided later."""
    if unit is None:
        return "fraction" if form in ("fraction", "one_in") else "count"
    return f"{unit.name} of age" if unit.family == "age" else unit.name


def bounded_draft(
    doc: Doc,
    text: str,
    edges: tuple[int, int, int],
    numeral: Numeral,
    kind: ClaimKind,
    unit: str,
    numbers: tuple[float | None, float | None, float | None],
) -> Draft | None:
    """A draft with the words around it that bound it."""
    start, end, floor = edges
    value, low, high = numbers
    tokens = doc.char_span(start, end, alignment_mode="expand")
    if tokens is None:
        return None
    modifier = numeral.modifier
    before, after = bound_before(text, start), bound_after(text, end)
    if before and before[1] < floor:
        before = None
    full_start = before[1] if before else start
    full_end = after[1] if after else end
    if value is not None:
        bound = before[0] if before and before[0] != "exact" else after[0] if after else "exact"
        modifier, low, high = bounded(value, bound)
    head = tokens.root
    return Draft(
        doc=doc,
        start=full_start,
        end=full_end,
        core_start=start,
        core_end=end,
        kind=kind,
        value=value,
        low=low,
        high=high,
        modifier=modifier,
        unit=unit,
        head=head,
        top=head,
        first=tokens.start,
        last=tokens.end - 1,
        form=numeral.form,
    )
