"""A parse that no parser made: tags, heads, labels and entities picked by bytes, and every rule run over it."""

from __future__ import annotations

from functools import cache
from itertools import cycle

import spacy
from spacy.tokens import Doc, Span

from extractor.model import LinearTokenizer
from extractor.pipeline import analyse, body_text
from extractor.records import Article
from tests.fuzzing import promises

TAGS = (
    *(
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "VBD",
        "VBZ",
        "VBN",
        "VBG",
        "VB",
        "VBP",
        "PRP",
        "PRP$",
        "IN",
        "DT",
        "CD",
        "JJ",
        "JJR",
    ),
    *("RB", "TO", "CC", "WP", "WDT", "WRB", "MD", "EX", "POS", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "$", "RP"),
)
LABELS = (
    *("nsubj", "nsubjpass", "ccomp", "xcomp", "dobj", "prep", "pobj", "pcomp", "advcl", "relcl", "acl", "conj", "cc"),
    *(
        "mark",
        "aux",
        "auxpass",
        "neg",
        "advmod",
        "appos",
        "punct",
        "parataxis",
        "agent",
        "oprd",
        "acomp",
        "attr",
        "poss",
    ),
    *(
        "det",
        "dep",
        "npadvmod",
        "nummod",
        "quantmod",
        "amod",
        "compound",
        "expl",
        "nmod",
        "prt",
        "case",
        "intj",
        "dative",
    ),
)
ENTITIES = ("PERSON", "ORG", "GPE", "NORP", "DATE", "CARDINAL", "MONEY", "LOC", "FAC", "QUANTITY", "PERCENT")
#: A sentence of the guess has at most so many tokens.
_LONGEST = 25


@cache
def tokenizer() -> LinearTokenizer:
    """The program's own tokenizer, without a trained model."""
    blank = spacy.blank("en")
    return LinearTokenizer(blank.vocab, blank.tokenizer)


def guessed_doc(text: str, data: bytes) -> Doc:
    """`text` with a parse that `data` picks; heads make trees, one a sentence; white space hangs on a word, as ever."""
    plain = tokenizer()(text)
    luck = cycle(data or b"\0")
    words, spaces = [token.text for token in plain], [bool(token.whitespace_) for token in plain]
    heads, labels, tags = [], [], []
    first = next((at for at, word in enumerate(words) if not word.isspace()), 0)
    for at, word in enumerate(words):
        space = word.isspace()
        if at - first > next(luck) % _LONGEST and not space:
            first = at
        above = range(first, at)
        head = next((h for h in [first + next(luck) % len(above)] if not words[h].isspace()), first) if above else first
        tags.append("_SP" if space else TAGS[next(luck) % len(TAGS)])
        heads.append(first if space else head)
        labels.append("ROOT" if at == first else "dep" if space else LABELS[next(luck) % len(LABELS)])
    doc = Doc(plain.vocab, words=words, spaces=spaces, tags=tags, heads=heads, deps=labels)
    doc.ents = list(_entities(doc, luck))
    return doc


def _entities(doc: Doc, luck: cycle[int]) -> list[Span]:
    found, at = [], 0
    while at < len(doc):
        length = next(luck) % 5
        if length and not any(token.is_space for token in doc[at : at + length]) and at + length <= len(doc):
            found.append(Span(doc, at, at + length, label=ENTITIES[next(luck) % len(ENTITIES)]))
        at += length + 1 + next(luck) % 6
    return found


def guessed(article: Article, data: bytes) -> None:
    """Run every rule over `article` under a guessed parse, and hold what comes out against the promises."""
    doc = guessed_doc(body_text(article), data)
    assert doc.text == body_text(article)
    promises.extraction(analyse(article, doc, "a guess"))
