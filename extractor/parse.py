"""Small bridges between a spaCy parse and our spans, shared by every room that reads a `Doc`.

Rooms read `tag_`, `dep_`, `lower_`, `ent_type_`, `head` and `children`. The lemmatizer and the attribute ruler do not
run, so lemmas, parts of speech and morphology are not computed and must not be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.records import Span, TextSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc


def char_span(doc: Doc, first: int, last: int) -> Span:
    """The characters of the tokens `first`..`last` (token indices, both included)."""
    end = doc[last]
    return Span(start=doc[first].idx, end=end.idx + len(end))


def text_span(doc: Doc, first: int, last: int) -> TextSpan:
    """As `char_span`, with the characters themselves."""
    span = char_span(doc, first, last)
    # Not `doc.text`: that is put together anew from all tokens each time.
    return TextSpan(start=span.start, end=span.end, text=doc[first : last + 1].text)
