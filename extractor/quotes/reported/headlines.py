"""Headlines that name their source at one end: "Minister: Taxes must rise", "Ten die in fire: police"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.quotes.reported.candidate import Candidate
from extractor.quotes.reported.extent import content_ranges, trimmed
from extractor.quotes.reported.site import Site
from extractor.quotes.words import headline_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from extractor.quotes.reported.extent import Range

#: The first two letters of the tags of which a source in a headline is made.
NAMING = frozenset(("NN", "JJ", "PO", "DT", "HY", "PR"))
SPEAKERS = frozenset(("PERSON", "ORG", "GPE", "NORP"))
PEOPLE = frozenset(("PERSON", "ORG"))
#: In tokens: a longer source is none, a shorter content says nothing, a longer line is no headline.
LONGEST_SOURCE = 6
SHORTEST_CONTENT = 3
LONGEST_LINE = 40
#: In tokens: the headline itself stands no further down.
TOP = 60


def headline(site: Site) -> Iterator[Candidate]:
    """A line of its own with its source before or behind the colon."""
    doc, colon = site.doc, site.i
    line = _line(doc, colon)
    if line is None:
        return
    before, behind = (line[0], colon), (colon + 1, line[1])
    for source, content, kinds in ((before, behind, SPEAKERS), (behind, before, frozenset[str]())):
        named, told = trimmed(doc, *source), content_ranges(doc, [content])
        if named and told and told[0][1] - told[0][0] >= SHORTEST_CONTENT and _names_source(doc, named, kinds):
            yield Candidate(
                pattern="reported.headline",
                frame="headline",
                site=site,
                content=told,
                cue=(colon, colon + 1),
                source=doc[named[1] - 1],
                source_range=named,
            )
            return


def _line(doc: Doc, colon: int) -> Range | None:
    """The tokens of the line around the colon; None where it is too long, or ends as a sentence of a story does."""
    first = end = colon
    while first > 0 and colon - first <= LONGEST_LINE and not _breaks(doc, first - 1):
        first -= 1
    while end < len(doc) and end - colon <= LONGEST_LINE and not _breaks(doc, end):
        end += 1
    if end - first > LONGEST_LINE or any(doc[i].text == ":" for i in range(first, end) if i != colon):
        return None
    return first, end


def _breaks(doc: Doc, i: int) -> bool:
    return doc[i].is_space and "\n" in doc[i].text


def _names_source(doc: Doc, named: Range, kinds: frozenset[str]) -> bool:
    """Whether the tokens name somebody who can say something: an entity of these kinds, or one of our nouns."""
    tokens = doc[named[0] : named[1]]
    last = tokens[-1]
    if len(tokens) > LONGEST_SOURCE or tokens.text.isupper() or "/" in tokens.text:
        return False
    if not all(t.tag_[:2] in NAMING for t in tokens):
        return False
    if last.ent_type_ in kinds or last.lower_ in headline_sources():
        return True
    unseen = bool(kinds) and not last.ent_type_ and last.tag_ == "NNP" and last.i < TOP
    return unseen and _is_named(doc, last.text)


def _is_named(doc: Doc, word: str) -> bool:
    """Whether somebody in the story goes by this word; the model knows fewer names in headlines than in sentences."""
    return any(ent.label_ in PEOPLE and ent[-1].text == word for ent in doc.ents)
