"""All patterns of reported speech, with their examples, and the one pass over a parse that applies them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.quotes import cues
from extractor.quotes.reported.candidate import Candidate, Pattern
from extractor.quotes.reported.complements import complement, infinitive
from extractor.quotes.reported.fronted import according, as_said, fronted, hearsay, in_words_of
from extractor.quotes.reported.nominal import adjective, noun
from extractor.quotes.reported.objects import bare_object, passive, prepositional
from extractor.quotes.reported.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

FINDERS = {
    "VB": (complement, fronted, as_said, infinitive, bare_object, prepositional, passive),
    "NN": (noun,),
    "JJ": (adjective,),
}
#: Cues that are told by their form alone.
WORDS = {"according": according, "reportedly": hearsay, "purportedly": hearsay, "words": in_words_of}


def candidates(doc: Doc) -> Iterator[Candidate]:
    """Every candidate of every pattern, in text order."""
    for token in doc:
        by_word = WORDS.get(token.lower_)
        if by_word is not None:
            yield from by_word(Site(token, cues.entry(token)))
            continue
        finders = FINDERS.get(token.tag_[:2])
        if finders is not None:
            site = Site(token, cues.entry(token))
            for find in finders:
                yield from find(site)
