"""Confidence that means something: of all results given at 0.9, nine in ten are right.

Each rule's confidence is the share of right answers it gave on annotated news, kept as counts in `confidence.toml`
(fitted by `python -m extractor.quality calibrate`; `extractor.quality.reference` says what counts as right). A rule
seen seldom leans on what its kind of result reaches as a whole, with the weight of `LEAN` answers: additive smoothing
towards the mean.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from extractor.lexicon import read_own

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from extractor.records import Claim, MentionForm, Quote, Speaker, Timex

#: What is calibrated: the speaker of words in marks, the source of a statement without, an event, a date's value.
Kind = Literal["direct", "indirect", "claim", "date"]
Counts = dict[str, dict[str, tuple[int, int]]]
#: Start and end of a mention.
Place = tuple[int, int]

#: So many answers the mean of its kind weighs beside a rule's own.
LEAN = 8


@cache
def counts() -> Counts:
    """By kind and key, how many answers were right and how many were given. The key "" is the whole kind."""
    return read_own("extractor.linking", "confidence.toml", Counts)


def calibrated(kind: Kind, key: str, own: float) -> float:
    """The confidence 0..1 of an answer; `own`, the rule's own guess, where nothing of the kind was ever counted."""
    known = counts().get(kind, {})
    right, given = known.get("", (0, 0))
    mean = right / given if given else own
    right, given = known.get(key, (0, 0))
    return round((right + LEAN * mean) / (given + LEAN), 3)


def quote_key(quote: Quote, forms: Mapping[Place, MentionForm]) -> str:
    """What a quote's confidence hangs on: its rule, the form of its source, and in tenths the rule's own guess."""
    form = forms.get((quote.source.start, quote.source.end), "none") if quote.source else "none"
    return f"{quote.found_by} {form} {int(quote.confidence * 10)}"


def claim_key(claim: Claim) -> str:
    """What the confidence of a claim's event hangs on: the rule that found it and the event."""
    return f"{claim.found_by} {claim.event}"


def quote_kind(quote: Quote) -> Kind:
    """Words in marks are judged by their speaker, others by whether that source said them at all."""
    return "indirect" if quote.kind == "indirect" else "direct"


def forms_of(speakers: Iterable[Speaker]) -> Mapping[Place, MentionForm]:
    """The form of every mention by its (start, end)."""
    return {(m.start, m.end): m.form for speaker in speakers for m in speaker.mentions}


def calibrate_quotes(quotes: Sequence[Quote], speakers: Sequence[Speaker]) -> tuple[Quote, ...]:
    """The quotes with confidence that was counted instead of each rule's own."""
    forms = forms_of(speakers)
    return tuple(replace(q, confidence=calibrated(quote_kind(q), quote_key(q, forms), q.confidence)) for q in quotes)


def calibrate_claims(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with confidence that was counted."""
    return tuple(replace(c, confidence=calibrated("claim", claim_key(c), c.confidence)) for c in claims)


def calibrate_dates(dates: Sequence[Timex]) -> tuple[Timex, ...]:
    """The dates with confidence that was counted."""
    return tuple(replace(d, confidence=calibrated("date", d.found_by, d.confidence)) for d in dates)
