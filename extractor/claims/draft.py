"""A quantity while it is being understood: what is known of it so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.records import ClaimKind, ClaimPolarity, Modifier, Trend

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(slots=True)
class Draft:
    """One quantity: its characters, its number, its tokens, and (once found) what it counts and what happened.

    `text` is the doc's (to ask a Doc for it is a walk over it). `core_start`..`core_end` is the number with its unit,
    without the words that bound it; `first`..`last` are its tokens. `head` is the token by which the quantity hangs in
    its sentence, `top` the noun it counts or else `head`; `said` the token that says what happened, `mention` its
    characters.
    """

    doc: Doc
    text: str
    start: int
    end: int
    core_start: int
    core_end: int
    kind: ClaimKind
    value: float | None
    low: float | None
    high: float | None
    modifier: Modifier
    unit: str
    head: Token
    top: Token
    first: int
    last: int
    form: str = "digits"
    noun: Token | None = None
    noun_text: str | None = None
    event: str = ""
    mention: tuple[int, int] | None = None
    said: Token | None = None
    rule: str = ""
    polarity: ClaimPolarity = "affirmed"
    trend: Trend | None = None
    whole: Draft | None = None
    holds_part: bool = False
    aside: bool = False
    source: tuple[int, int] | None = None
    inferred: str | None = None
