"""All patterns of reported speech, with their examples, and the one pass over a parse that applies them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from spacy.strings import get_string_id

from extractor.quotes import cues
from extractor.quotes.reported.candidate import Candidate
from extractor.quotes.reported.complements import complement, infinitive
from extractor.quotes.reported.fronted import according, as_said, fronted, hearsay, in_words_of
from extractor.quotes.reported.nominal import adjective, noun
from extractor.quotes.reported.objects import bare_object, passive, prepositional
from extractor.quotes.reported.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import numpy.typing as npt
    from spacy.tokens import Doc

    from extractor.quotes.cues import Part

CCOMP = get_string_id("ccomp")
TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "JJ")
#: In tokens.
LONGEST_SENTENCE = 600
#: Verbs that only help another are no cues.
HELPING = frozenset(("aux", "auxpass"))

VERB = (complement, fronted, as_said, infinitive, bare_object, prepositional, passive)
NOUN = (noun,)
ADJECTIVE = (adjective,)
FINDERS: Mapping[Part, tuple[Callable[[Site], Iterator[Candidate]], ...]] = {
    "verb": VERB,
    "noun": NOUN,
    "adjective": ADJECTIVE,
}
#: Cues that are told by their form alone.
WORDS: Mapping[str, tuple[Part, Callable[[Site], Iterator[Candidate]]]] = {
    "according": ("verb", according),
    "reportedly": ("adverb", hearsay),
    "purportedly": ("adverb", hearsay),
    "words": ("noun", in_words_of),
}


def candidates(doc: Doc) -> Iterator[Candidate]:
    """Every candidate of every pattern, in text order."""
    sites = _sites()
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
                for find in FINDERS[part]:
                    yield from find(site)
        lone = WORDS.get(doc[i].lower_) if form in sites.lone else None
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


@cache
def _sites() -> _Sites:
    parts = {get_string_id(tag): cues.PARTS[tag[:2]] for tag in TAGS}
    lone = frozenset(map(get_string_id, WORDS))
    return _Sites(
        tags=np.array(list(parts), dtype=np.uint64),
        parts=parts,
        forms={part: frozenset(map(get_string_id, table)) for part, table in cues.forms().items()},
        words=np.array(list(lone), dtype=np.uint64),
        lone=lone,
    )
