"""How probable it is that a candidate reports a statement: the cue's own odds, corrected by what is around it.

A logistic model of a few named observations. Its weights stand in `evidence.toml`; they were fitted together with
the cue lexicon on the training part of a public corpus of attributed speech.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from extractor.quotes.reported import odds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from extractor.quotes.reported.candidate import Candidate

#: Frames whose content is a clause of its own.
CLAUSAL = frozenset(
    ("that", "bare", "wh", "whether", "relative", "fronted", "according", "as-said", "hearsay", "headline")
)
FIRST_OR_SECOND = frozenset(("i", "we", "you", "me", "us"))
THIRD = frozenset(("he", "she", "they", "him", "her", "them"))
THINGS = frozenset(("it", "this", "that", "which", "what"))
#: Token counts at which a content counts as longer.
LENGTHS = (2, 4, 8, 16)


def probability(candidate: Candidate) -> float:
    """How probable it is (0..1) that the candidate is a statement of somebody."""
    known = odds.of_cue(candidate.site.part, candidate.site.entry, candidate.frame)
    weight = odds.weights().weight
    known += sum(weight.get(name, 0.0) for name in observations(candidate))
    return 1.0 / (1.0 + math.exp(-known))


def observations(candidate: Candidate) -> Iterator[str]:
    """What is noticed about a candidate, by the names that `evidence.toml` uses."""
    verb = candidate.site.token
    part = candidate.site.part
    kind = "clause" if candidate.frame in CLAUSAL else "phrase" if part == "verb" else part
    length = sum(end - first for first, end in candidate.content)
    yield f"{kind}-length-{sum(length >= step for step in LENGTHS)}"
    yield f"{kind}-source-{source_kind(candidate.source)}"
    if candidate.source is not None and candidate.source.ent_type_:
        yield f"source-entity-{candidate.source.ent_type_}"
    yield f"{kind}-{verb.dep_}"
    if part == "verb":
        yield f"{kind}-{verb.tag_}"
        for child in candidate.site.children:
            if child.dep_ == "neg":
                yield "negated"
            elif child.tag_ == "MD":
                yield "modal"
            elif child.dep_ == "mark":
                yield "subordinate"


def source_kind(source: Token | None) -> str:
    """What sort of word names the source."""
    if source is None:
        return "none"
    word = source.lower_
    for name, words in (("first", FIRST_OR_SECOND), ("third", THIRD), ("thing", THINGS)):
        if word in words:
            return name
    if word == "who":
        return "who"
    return {"NNP": "name", "NNPS": "name", "NNS": "plural", "NN": "nominal"}.get(source.tag_, "other")
