"""A quantity while it is being understood: what is known of it so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.records import ClaimKind, ClaimPolarity, Modifier, Trend

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: No figure more than so many characters back has to do with this one.
FAR_BACK = 400
#: No sentence has more tokens between two figures of which one is the other's whole.
SENTENCE = 80


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


def one_sentence(first: Draft, second: Draft) -> bool:
    """Whether no sentence begins between two figures, the first of which stands before."""
    doc = first.doc
    if second.first - first.last > SENTENCE:
        return False
    return not any(doc[i].is_sent_start for i in range(first.last + 1, second.first + 1))


def take_event(draft: Draft, other: Draft) -> None:
    """Let the same have happened to both."""
    draft.event, draft.said, draft.mention, draft.rule = other.event, other.said, other.mention, other.rule
