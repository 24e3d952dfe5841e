"""A possible statement: what a pattern saw around one cue, before it is decided whether anybody is really quoted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.quotes.reported.extent import Range
from extractor.quotes.reported.site import Site
from extractor.rule import Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.quotes.cues import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What one pattern makes of one cue.

    `pattern` is the rule's name, `frame` the lexicon's key for what the cue takes here. `content` and `cue` are ranges
    of token indices; `source` heads the noun phrase that says it, None where the text names nobody;
    `source_range` is that phrase where the order of the words tells it better than the parse.
    """

    pattern: str
    frame: str
    site: Site
    content: tuple[Range, ...]
    cue: Range
    source: Token | None
    source_range: Range | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern(Rule):
    """A way of reporting speech.

    Its examples map a sentence to "source | cue | content", with "-" for none and " / " between ranges.

    `find` yields the candidates at one site; patterns may share it. It is asked where a word of one of `parts` of
    speech stands that can report, or, where `words` names forms, at exactly those.
    """

    parts: frozenset[Part]
    words: frozenset[str] = frozenset()
    find: Callable[[Site], Iterator[Candidate]]
