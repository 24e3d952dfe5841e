"""What a sieve is, and what it says about a unit it has solved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from extractor.quotes.direct.scene import Scene
from extractor.records import Cue, Span
from extractor.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Whose words a unit is. `joins` is the unit that it is the same statement as; the rest is as in `Statement`."""

    source: Span | None = None
    speaker_mention: Span | None = None
    cue: Cue | None = None
    addressee: Span | None = None
    joins: int | None = None
    confidence: float = 0.9

    @property
    def who(self) -> Span | None:
        """The mention of its speaker, here or earlier."""
        return self.source or self.speaker_mention


Solved = Mapping[int, Attribution]
Find = Callable[[Scene, Solved], Iterator[tuple[int, Attribution]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve(Rule):
    """A way of telling whose a quotation is: a pure function from the scene and what is solved to what it solves.

    An example maps a text to "source | cue | first three words" of the statements that the sieve solves, joined by
    " / "; "-" stands for a source or cue that the text does not give, "< name" for an earlier mention.
    """

    find: Find
