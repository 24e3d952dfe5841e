"""Nouns that mean an event only in a story of it: "40 new cases" of an epidemic, "the crowd" of a rally."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.claims.ontology import STORY_NOUNS, STORY_WORDS

if TYPE_CHECKING:
    from extractor.claims.draft import Draft

TOLD = {
    event: re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)
    for event, words in STORY_WORDS.items()
}
RULE = "claims.story"


def tell_by_story(text: str, drafts: Sequence[Draft]) -> None:
    """Give such nouns their event, where nothing nearer told another."""
    is_told: dict[str, bool] = {}
    for draft in drafts:
        event = STORY_NOUNS.get((draft.noun_text or "").lower())
        if event is None or draft.noun is None or draft.kind != "count" or draft.event != "other":
            continue
        if event not in is_told:
            is_told[event] = TOLD[event].search(text) is not None
        if is_told[event]:
            draft.event, draft.rule, draft.said, draft.unit = event, RULE, draft.noun, "people"
            draft.mention = (draft.noun.idx, draft.noun.idx + len(draft.noun))
