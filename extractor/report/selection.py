"""What of an extraction is printed: the kinds that were asked for, how sure it must be, and whether with its text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container

    from extractor.records import Claim, ClaimGroup, Extraction, Quote

#: The lists of an extraction that `--only` can name, in the order they are printed.
LISTS: Final = ("speakers", "quotes", "dates", "claims", "claim_groups")
#: Named besides them: words in quotation marks that nobody is quoted with. They stand in the list of quotes.
SCARE: Final = "scare"
KINDS: Final = (*LISTS, SCARE)


class ParquetMissingError(Exception):
    """Parquet is asked for and pyarrow is not installed; the message names the fix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to print. `kinds` empty means everything but scare quotes."""

    kinds: frozenset[str] = frozenset()
    min_confidence: float = 0.0
    text: bool = True

    def has(self, kind: str) -> bool:
        """Whether a list is asked for."""
        return not self.kinds or kind in self.kinds or (kind == "quotes" and SCARE in self.kinds)


def confident(extraction: Extraction, least: float) -> Extraction:
    """`extraction` without what is less sure than `least`; whatever pointed there points nowhere. Ids stay."""
    if least <= 0:
        return extraction
    quotes = tuple(q for q in extraction.quotes if q.confidence >= least)
    dates = tuple(d for d in extraction.dates if d.confidence >= least)
    claims = tuple(c for c in extraction.claims if c.confidence >= least)
    groups = tuple(g for g in extraction.claim_groups if sum(c.group == g.id for c in claims) > 1)
    known = {item.id for kind in (quotes, dates, claims, groups) for item in kind}
    return replace(
        extraction,
        quotes=tuple(_quote(q, known) for q in quotes),
        dates=dates,
        claims=tuple(_claim(c, known) for c in claims),
        claim_groups=tuple(_group(g, known) for g in groups),
    )


def chosen(extraction: Extraction, selection: Selection) -> Extraction:
    """`extraction` with the lists that were not asked for emptied, and its text left out where that was asked."""
    extraction = only_scare(extraction, selection)
    return replace(
        extraction,
        article=extraction.article if selection.text else replace(extraction.article, text=None),
        speakers=extraction.speakers if selection.has("speakers") else (),
        quotes=extraction.quotes if selection.has("quotes") else (),
        dates=extraction.dates if selection.has("dates") else (),
        claims=extraction.claims if selection.has("claims") else (),
        claim_groups=extraction.claim_groups if selection.has("claim_groups") else (),
    )


def only_scare(extraction: Extraction, selection: Selection) -> Extraction:
    """`extraction` with no quotes but scare quotes, where those were asked for and quotes were not."""
    if not selection.kinds or "quotes" in selection.kinds:
        return extraction
    return replace(extraction, quotes=tuple(q for q in extraction.quotes if q.kind == SCARE))


def _quote(quote: Quote, known: Container[str]) -> Quote:
    if quote.within is None or quote.within in known:
        return replace(quote, date=_kept(quote.date, known))
    return replace(quote, date=_kept(quote.date, known), within=None, according_to=None)


def _claim(claim: Claim, known: Container[str]) -> Claim:
    return replace(
        claim,
        quote=_kept(claim.quote, known),
        date=_kept(claim.date, known),
        part_of=_kept(claim.part_of, known),
        group=_kept(claim.group, known),
    )


def _group(group: ClaimGroup, known: Container[str]) -> ClaimGroup:
    return replace(group, claims=tuple(c for c in group.claims if c in known))


def _kept(reference: str | None, known: Container[str]) -> str | None:
    return reference if reference in known else None
