"""What several articles tell of one fact in words for people, the same on a terminal and on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.told import ToldClaim, ToldFact


def bounds(fact: ToldFact, number: Callable[[float], str]) -> str:
    """The numbers that the fact leaves, each as `number` writes it."""
    low, high = fact.low, fact.high
    if low is None or high is None:
        if low is not None:
            return f"{number(low)} or more"
        return f"up to {number(high)}" if high is not None else "any number"
    if low == high:
        return number(low)
    if fact.agreement == "conflicting":
        return f"stated from {number(low)} to {number(high)}"
    return f"{number(low)} to {number(high)}"


def sources(count: int) -> str:
    """How many vouch for it."""
    return "1 source" if count == 1 else f"{count} independent sources"


def voucher(claim: ToldClaim) -> str:
    """Who says so: the source, and by whose wording it comes."""
    carrier = claim.agency or claim.source
    if claim.speaker:
        return f"{claim.speaker} ({carrier})" if carrier else claim.speaker
    return carrier or "\u2014"
