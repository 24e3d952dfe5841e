"""The one pass over a parse that applies all patterns of reported speech."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np
from spacy.strings import get_string_id

from extractor.quotes import cues
from extractor.quotes.reported.candidate import Candidate
from extractor.quotes.reported.rules import PATTERNS
from extractor.quotes.reported.site import Site

if TYPE_CHECKING:
    import numpy.typing as npt
    from spacy.tokens import Doc

    from extractor.quotes.cues import Part

CCOMP = get_string_id("ccomp")
TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "JJ")
#: In tokens.
LONGEST_SENTENCE = 600
#: Verbs that only help another are no cues.
HELPING = frozenset(("aux", "auxpass"))

Find = Callable[[Site], Iterator[Candidate]]


@cache
def finders() -> tuple[Mapping[Part, tuple[Find, ...]], Mapping[str, tuple[Part, Find]]]:
    """What to ask at a word of each part of speech, and at the forms that are cues by themselves."""
    by_part: dict[Part, dict[Find, None]] = {}
    by_word: dict[str, tuple[Part, Find]] = {}
    for pattern in PATTERNS:
        for part in pattern.parts:
            if not pattern.words:
                by_part.setdefault(part, {})[pattern.find] = None
            by_word.update((word, (part, pattern.find)) for word in pattern.words)
    return {part: tuple(found) for part, found in by_part.items()}, by_word


def candidates(doc: Doc) -> Iterator[Candidate]:
    """Every candidate of every pattern, in text order."""
    sites, (by_part, by_word) = _sites(cues.added()), finders()
    words: npt.NDArray[np.uint64] = np.asarray(doc.to_array(["TAG", "LOWER", "DEP", "SENT_START"]), dtype=np.uint64)
    tags, forms, labels, starts = words.T
    governing = _governing(doc, labels)
    known = np.isin(tags, sites.tags) | np.isin(forms, sites.words)
    likely = np.flatnonzero(known & _readable(starts))
    for i, tag, form in zip(likely.tolist(), tags[likely].tolist(), forms[likely].tolist(), strict=True):
        part = sites.parts.get(tag)
        if part is not None and (form in sites.forms[part] or i in governing):
            token = doc[i]
            if token.dep_ not in HELPING:
                site = Site(token, part, cues.forms()[part].get(token.lower_))
                for find in by_part[part]:
                    yield from find(site)
        lone = by_word.get(doc[i].lower_) if form in sites.lone else None
        if lone is not None:
            yield from lone[1](Site(doc[i], lone[0], cues.forms()[lone[0]].get(doc[i].lower_)))


def _readable(starts: npt.NDArray[np.uint64]) -> npt.NDArray[np.bool_]:
    """Which tokens stand in a sentence of bearable length; what is longer was written by no one."""
    first = np.flatnonzero(starts == 1)
    edges = np.concatenate(([0], first[first > 0], [len(starts)]))
    lengths = np.diff(edges)
    return np.repeat(lengths <= LONGEST_SENTENCE, lengths)


def _governing(doc: Doc, labels: npt.NDArray[np.uint64]) -> frozenset[int]:
    """Verbs that take a clause, known to the lexicon or not."""
    return frozenset(doc[int(i)].head.i for i in np.flatnonzero(labels == CCOMP) if doc[int(i)].head.tag_[:2] == "VB")


@dataclass(frozen=True, slots=True)
class _Sites:
    """What makes a token a site, as spaCy's string hashes: tags and their parts of speech, known words, lone cues."""

    tags: npt.NDArray[np.uint64]
    parts: Mapping[int, Part]
    forms: Mapping[Part, frozenset[int]]
    words: npt.NDArray[np.uint64]
    lone: frozenset[int]


@lru_cache(maxsize=8)
def _sites(added: frozenset[str]) -> _Sites:
    """The sites of the lexicon and the verbs that a reader's list has `added` to it."""
    parts = {get_string_id(tag): cues.PARTS[tag[:2]] for tag in TAGS}
    lone = frozenset(map(get_string_id, finders()[1]))
    return _Sites(
        tags=np.array(list(parts), dtype=np.uint64),
        parts=parts,
        forms={part: frozenset(map(get_string_id, table)) for part, table in cues.forms().items()},
        words=np.array(list(lone), dtype=np.uint64),
        lone=lone,
    )
