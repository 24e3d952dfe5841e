"""Quantities in a parse: numbers with the words that bound and measure them; those that are no claims are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.claims.draft import Draft
from extractor.claims.exclusions import is_no_claim
from extractor.claims.levels import are_levels
from extractor.claims.units import SCALE_LETTERS, Unit, rate_behind, rate_name, unit_before, unit_behind
from extractor.claims.words import GRAMMAR
from extractor.numerals import Bound, Numeral, bound_after, bound_before, bounded, find_numerals
from extractor.records import ClaimKind, Trend

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
#: "two dollars and nineteen cents", "4.09 pounds".
CENTS = re.compile(r"\s+and\s+(\d{1,2}|[a-z]+(?:[\s-][a-z]+)?)\s+(?:cents|pence)\b", re.IGNORECASE)
PENCE = re.compile(r"\d[\d,]*\.\d\d\s+pounds\b")
MINUS = re.compile(r"(?:(?<=[\s(,])|^)(?:[-−–]|(?:minus|negative)[\s-])$", re.IGNORECASE)
#: "plus or minus 3 points" is no negative number.
EITHER = re.compile(r"plus\s+or\s$", re.IGNORECASE)
#: The unit of "from 4.8 to 4.7 percent" is that of both numbers.
LEVEL_TO = re.compile(
    r"\s+to\s+(?:about\s+|some\s+|nearly\s+|more\s+than\s+)?"
    r"(?P<second>[\d.,]*\d(?:\s(?:million|billion|trillion|thousand))?)(?=[\s%])",
    re.IGNORECASE,
)
LEVEL_FROM = re.compile(r"(?<!\w)from\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)
#: "hundreds of miles", "tens of millions of dollars".
OF = re.compile(r"\s+of\s+(?=\w)", re.IGNORECASE)
#: "half a percentage point", "a quarter of a mile".
PART_OF_ONE = re.compile(r"\s+(?:of\s+)?an?\s+(?=[a-z])", re.IGNORECASE)
US_BEHIND = re.compile(r"\s(?:US|U\.S\.)(?=\s|$)")
#: "in 1980 to 9,000" ends no range that began with 1980.
YEAR_BEFORE = re.compile(r"\b(?:in|since|by|during|of)\s+(?:1[89]|20)\d\d$", re.IGNORECASE)
#: A note of correction states what was wrong; its paragraph makes no claim.
CORRECTION = re.compile(
    r"(?im)^[^\S\n]*(?:(?:correction|clarification|editor['’]?s['’]? note|corrects?)\b[^\n]*"
    r"|[^\n]{0,80}\b(?:an? (?:earlier|previous) version of this"
    r"|this (?:article|story|report) (?:has been|was) (?:corrected|amended|updated))[^\n]*)"
)
REACH = 24
#: "#118 million" is a sum in pounds, "#118" a number in a list.
POUNDS = 1000
#: Verbs that bound the number behind them without being part of the quantity.
BOUNDING_VERBS: dict[str, Bound] = {
    **dict.fromkeys(GRAMMAR.over, "more_than"),
    **dict.fromkeys(GRAMMAR.nearing, "nearly"),
}


@dataclass(slots=True)
class Measured:
    """A number with its unit: where both stand, and what they come to."""

    start: int
    end: int
    kind: ClaimKind
    unit: str
    value: float | None
    low: float | None
    high: float | None
    trend: Trend | None = None

    def times(self, factor: float) -> None:
        """Multiply all three; rounded, for cents are hundredths in decimal."""
        self.value, self.low, self.high = (
            round(x * factor, 6) if x is not None else None for x in (self.value, self.low, self.high)
        )

    def becomes(self, value: float) -> None:
        """Give it another exact value."""
        self.value = self.low = self.high = value


def find_drafts(doc: Doc, text: str, taken: Sequence[tuple[int, int]], *, all_quantities: bool) -> Iterator[Draft]:
    """The quantities of `doc` in text order; `taken` are the (start, end) of dates, sorted, which are no quantities."""
    last_end = 0
    notes = [match.span() for match in reversed(list(CORRECTION.finditer(text)))]
    for numeral, in_date in apart(doc, text, taken):
        while notes and notes[-1][1] <= numeral.start:
            notes.pop()
        if numeral.start < last_end or (notes and notes[-1][0] <= numeral.start):
            continue
        draft = drafted(doc, text, numeral, last_end)
        if draft is None or is_no_claim(draft, in_date=in_date, all_quantities=all_quantities):
            continue
        last_end = draft.end
        yield draft


def apart(doc: Doc, text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[Numeral, bool]]:
    """All numerals, and whether each stands in a date; two levels, and a year with what follows it, are no range."""
    at = 0
    for numeral in find_numerals(text):
        year = numeral.ends and YEAR_BEFORE.search(text, max(0, numeral.start - 10), numeral.ends[0].end)
        pieces: tuple[Numeral, ...] = (numeral,)
        while at < len(taken) and taken[at][1] <= numeral.start:
            at += 1
        in_date = at < len(taken) and taken[at][0] < numeral.end
        dated = (
            in_date and numeral.ends and inside(numeral.ends[0], taken[at]) and taken[at][1] <= numeral.ends[1].start
        )
        if year or dated or (numeral.levels and (in_date or are_levels(doc, text, numeral))):
            pieces = numeral.ends
        for piece in pieces:
            while at < len(taken) and taken[at][1] <= piece.start:
                at += 1
            yield piece, at < len(taken) and taken[at][0] < piece.end


def inside(numeral: Numeral, span: tuple[int, int]) -> bool:
    """Whether the whole numeral stands in the span."""
    return span[0] <= numeral.start and numeral.end <= span[1]


def drafted(doc: Doc, text: str, numeral: Numeral, floor: int) -> Draft | None:
    """The whole quantity around a number; nothing of it before offset `floor`."""
    measured = with_unit(text, numeral, floor)
    add_cents(text, measured)
    add_rate(text, measured)
    add_inches(text, measured)
    add_sign(text, measured, numeral)
    return with_bounds(doc, text, numeral, measured, floor)


def with_unit(text: str, numeral: Numeral, floor: int) -> Measured:
    """The number together with the unit before or behind it."""
    start, end = numeral.start, numeral.end
    unit = unit_before(text, start)
    if unit is not None and unit.edge >= floor and not (text[unit.edge] == "#" and (numeral.value or 0) < POUNDS):
        start, end = unit.edge, end_of_money(text, numeral)
    else:
        unit = behind(text, numeral)
        end = unit.edge if unit else end
    part = numeral.form in ("fraction", "one_in")
    measured = Measured(start, end, "count", "count", numeral.value, numeral.low, numeral.high)
    if unit is not None:
        measured.kind = KIND[unit.family]
        measured.unit = f"{unit.name} of age" if unit.family == "age" else unit.name
        if unit.family == "cents":
            measured.times(1 / 100)
    elif part:
        measured.kind, measured.unit = "fraction", "fraction"
    return measured


def end_of_money(text: str, numeral: Numeral) -> int:
    """Such as "$5 million dollars" and "$76 US" name the money twice; any other word behind is no unit of it."""
    value = numeral.value if numeral.value is not None else numeral.low or 0.0
    again = unit_behind(text, numeral.end, value)
    if again and again.family == "money":
        return again.edge
    match = US_BEHIND.match(text, numeral.end)
    return match.end() if match else numeral.end


def behind(text: str, numeral: Numeral) -> Unit | None:
    """The unit behind a number, behind "of" ("hundreds of miles"), or behind the other end ("from 4 to 5 percent")."""
    value = numeral.value if numeral.value is not None else numeral.low or 0.0
    unit = unit_behind(text, numeral.end, value, digits=numeral.form != "words")
    if unit is not None:
        return unit
    if numeral.form == "fraction" and (an := PART_OF_ONE.match(text, numeral.end)):
        part = unit_behind(text, an.end() - 1, value, digits=False)
        if part and part.family in ("percent", "measure"):
            return part
    if numeral.form == "fuzzy" and (of := OF.match(text, numeral.end)):
        return unit_behind(text, of.end() - 1, value, digits=False)
    level = LEVEL_TO.match(text, numeral.end)
    if level and LEVEL_FROM.search(text, max(0, numeral.start - REACH), numeral.start):
        shared = unit_behind(text, level.end("second"), value)
        if shared and shared.family in ("percent", "measure", "money"):
            return Unit(family=shared.family, name=shared.name, edge=numeral.end)
    return None


def add_rate(text: str, measured: Measured) -> None:
    """What it is per: "$4.55 a share" is USD/share."""
    if measured.kind not in ("money", "measure", "percent"):
        return
    rate = rate_behind(text, measured.end)
    if rate:
        measured.unit = rate_name(measured.unit, rate[0], money=measured.kind == "money")
        measured.end = rate[1]


def add_inches(text: str, measured: Measured) -> None:
    """Feet and inches are one measure, in inches."""
    if measured.unit != "foot" or measured.value is None:
        return
    match = FEET.match(text, measured.end)
    inches = find_numerals(match[1]) if match else ()
    if match and inches and inches[0].value is not None:
        measured.becomes(measured.value * 12 + inches[0].value)
        measured.unit, measured.end = "inch", match.end()


def add_cents(text: str, measured: Measured) -> None:
    """Dollars and cents are one sum; so many pounds and so many hundredths are money."""
    if measured.unit == "pound" and PENCE.match(text, measured.start):
        measured.kind, measured.unit = "money", "GBP"
    if measured.kind != "money" or measured.value is None or measured.value != int(measured.value):
        return
    match = CENTS.match(text, measured.end)
    cents = find_numerals(match[1]) if match else ()
    if match and cents and cents[0].value is not None and cents[0].value < 100:
        measured.becomes(measured.value + cents[0].value / 100)
        measured.end = match.end()


def add_sign(text: str, measured: Measured, numeral: Numeral) -> None:
    """Negative numbers: "-5%", "minus 40 degrees", "$-2bn"."""
    if measured.value is None:
        return
    if measured.kind == "money":
        if text[numeral.start - 1 : numeral.start] == "-" and numeral.start - 1 > measured.start:
            measured.becomes(-measured.value)
        return
    if text[measured.start - 1 : measured.start] == "+" and measured.kind == "percent":
        measured.start -= 1
        measured.trend = "up"
    sign = MINUS.search(text, max(0, measured.start - 9), measured.start)
    if (
        sign
        and not EITHER.search(text, max(0, sign.start() - 9), sign.start())
        and measured.kind in ("measure", "percent", "count")
    ):
        measured.start = sign.start()
        measured.becomes(-measured.value)


def with_bounds(doc: Doc, text: str, numeral: Numeral, measured: Measured, floor: int) -> Draft | None:
    """A draft with the words around it that bound it."""
    start, end = measured.start, measured.end
    tokens = doc.char_span(start, end, alignment_mode="expand")
    if tokens is None:
        return None
    modifier, low, high = numeral.modifier, measured.low, measured.high
    before, after = bound_before(text, start), bound_after(text, end)
    if before and before[1] < floor:
        before = None
    if measured.value is not None and before is None and tokens.start:
        modifier, low, high = bounded(measured.value, BOUNDING_VERBS.get(doc[tokens.start - 1].lower_, "exact"))
    if measured.value is not None and (before or after):
        bound = before[0] if before and before[0] != "exact" else after[0] if after else "exact"
        modifier, low, high = bounded(measured.value, bound)
    head = tokens.root
    if head.lower_ in SCALE_LETTERS and head.i > tokens.start:
        # "$250m" is three tokens, and the parse may take the last for a verb.
        head = doc[head.i - 1]
    return Draft(
        doc=doc,
        text=text,
        start=before[1] if before else start,
        end=after[1] if after else end,
        core_start=start,
        core_end=end,
        kind=measured.kind,
        value=measured.value,
        low=low,
        high=high,
        modifier=modifier,
        unit=measured.unit,
        head=head,
        top=head,
        first=tokens.start,
        last=tokens.end - 1,
        form=numeral.form,
        trend=measured.trend,
    )
