"""Linking: what the rooms found, tied together by ids."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.linking.accounts import quotes_of
from extractor.linking.confidence import calibrate_claims, calibrate_dates, calibrate_quotes
from extractor.linking.figures import claims_of
from extractor.linking.groups import group_claims
from extractor.records import Claim, ClaimGroup, Quote, Speaker, Timex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from extractor.records import Quantity, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Everything of one article, in text order, numbered and tied together by id."""

    speakers: tuple[Speaker, ...]
    quotes: tuple[Quote, ...]
    dates: tuple[Timex, ...]
    claims: tuple[Claim, ...]
    claim_groups: tuple[ClaimGroup, ...]


def link(  # noqa: PLR0913 - what the rooms found, all by keyword
    doc: Doc,
    *,
    dates: Sequence[Timex],
    statements: Sequence[Statement],
    quantities: Sequence[Quantity],
    speakers: Sequence[Speaker],
    own_confidence: bool = False,
) -> Linked:
    """Number what the rooms found, in text order, and say whose each quote and each figure is.

    Confidence is what was counted for each rule; `own_confidence` leaves what each rule says of itself.
    """
    numbered_dates = tuple(replace(date, id=f"d{n}") for n, date in enumerate(sorted(dates, key=lambda d: d.start), 1))
    ordered = sorted(speakers, key=lambda s: (s.mentions[0].start, s.mentions[0].end))
    numbered_speakers = tuple(replace(speaker, id=f"s{n}") for n, speaker in enumerate(ordered, 1))
    quotes = quotes_of(doc, statements, numbered_speakers, numbered_dates)
    claims = claims_of(doc, quantities, quotes, numbered_speakers, numbered_dates)
    claims, groups = group_claims(claims)
    if not own_confidence:
        quotes = calibrate_quotes(quotes, numbered_speakers)
        claims = calibrate_claims(claims)
        numbered_dates = calibrate_dates(numbered_dates)
    return Linked(speakers=numbered_speakers, quotes=quotes, dates=numbered_dates, claims=claims, claim_groups=groups)
