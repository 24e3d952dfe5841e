"""Extractions as a spaCy DocBin: what `spacy train`, Prodigy's recipes and notebooks load.

It stands here because reports know no language library. No model is needed, and no trained one to read it again.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc, DocBin
from spacy.tokens import Span as DocSpan

from extractor.components.marking import GROUPS, marked

if TYPE_CHECKING:
    from collections.abc import Set

    from spacy.language import Language

    from extractor.records import Extraction
    from extractor.report.selection import Selection


class DocBinWriter:
    """Documents as they come; the bytes of all of them at the end."""

    def __init__(self) -> None:
        self.blank = spacy.blank("en")
        self.documents = DocBin(attrs=["SPACY"], store_user_data=True)

    def add(self, extraction: Extraction, selection: Selection) -> None:
        """One article, with the kinds that were asked for."""
        self.documents.add(document(extraction, selection, self.blank))

    def bytes(self) -> bytes:
        """What `DocBin().from_bytes` reads."""
        return self.documents.to_bytes()


def document(extraction: Extraction, selection: Selection, blank: Language) -> Doc:
    """One article as a Doc whose text is the article's, tokens cut where something begins or ends.

    A quote of several ranges is several spans with the quote's id. `user_data` has the article's id, title and day.
    """
    article = extraction.article
    found = {name: list(marked(extraction, name)) if selection.has(name) else [] for name in GROUPS}
    spans = [span for spans in found.values() for span in spans]
    made = _cut(blank.tokenizer(article.text or ""), {s for s, *_ in spans}, {e for _, e, *_ in spans})
    starts = {token.idx: token.i for token in made}
    ends = {token.idx + len(token): token.i + 1 for token in made}
    for name, spans_of in found.items():
        made.spans[name] = [
            DocSpan(made, starts[start], ends[end], label=label, kb_id=whose, span_id=own)
            for start, end, label, whose, own in spans_of
        ]
    made.user_data |= {"id": article.id, "title": article.title, "published": article.published}
    return made


def _cut(whole: Doc, starts: Set[int], ends: Set[int]) -> Doc:
    """The same text with a token's edge wherever a span begins or ends; a space is a token where one does there."""
    edges = starts | ends
    words: list[str] = []
    spaces: list[bool] = []
    for token in whole:
        behind = token.idx + len(token)
        cuts = [token.idx, *(at for at in range(token.idx + 1, behind) if at in edges), behind]
        words += [token.text[one - token.idx : other - token.idx] for one, other in pairwise(cuts)]
        apart = bool(token.whitespace_) and (behind in starts or behind + 1 in ends)
        spaces += [False] * (len(cuts) - 2) + [bool(token.whitespace_) and not apart]
        if apart:
            words.append(" ")
            spaces.append(False)
    return Doc(whole.vocab, words=words, spaces=spaces)
