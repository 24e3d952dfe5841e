"""The log-odds that a cue in a construction reports a statement, before anything around it is looked at."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import read_own
from extractor.quotes import cues

if TYPE_CHECKING:
    from extractor.quotes.cues import CueEntry, Part

#: Nothing that stands around a cue makes up for odds below this, so such constructions are not looked at more closely.
WORTH = -2.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What is added to the log-odds of the cue lexicon.

    `weight` for each observation; `frame` for each kind of cue and construction, which takes out what the observations
    usually come to there.
    """

    frame: dict[str, float]
    weight: dict[str, float]


@cache
def weights() -> Weights:
    """The fitted weights.

    Raises:
        LexiconError: the file has an error; the message names table and key.
    """
    return read_own("extractor.quotes.reported", "evidence.toml", Weights)


_known: dict[tuple[Part, str | None, str], float] = {}


def of_cue(part: Part, entry: CueEntry | None, frame: str) -> float:
    """Log-odds of a cue of this part of speech in this frame; `entry` is None for a word that the lexicon lacks."""
    key = (part, entry.lemma if entry is not None else None, frame)
    odds = _known.get(key)
    if odds is None:
        p = cues.probability(part, entry, frame)
        odds = math.log(p / (1.0 - p)) + weights().frame.get(f"{part}-{frame}", 0.0)
        _known[key] = odds
    return odds
