"""Parses written by hand, for tests that need no trained model."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc

VOCAB = English().vocab


def parsed(rows: str) -> Doc:
    """A parse from "word/TAG/label/head" fields; a head is the position of its word."""
    fields = [row.split("/") for row in rows.split()]
    words, tags, labels, heads = zip(*fields, strict=True)
    return Doc(VOCAB, words=list(words), tags=list(tags), deps=list(labels), heads=[int(h) for h in heads])
