"""Parses written by hand, for tests that need no trained model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.lang.en import English
from spacy.tokens import Doc

VOCAB = English().vocab


def parsed(rows: str) -> Doc:
    """A parse from "word/TAG/label/head" fields; a head is the position of its word."""
    return _doc(row.split("/") for row in rows.split())


def built(*rows: str) -> Doc:
    """The same from "word TAG label head" rows, one a word."""
    return _doc(row.split() for row in rows)


def _doc(fields: Iterable[Sequence[str]]) -> Doc:
    words, tags, labels, heads = zip(*fields, strict=True)
    return Doc(VOCAB, words=list(words), tags=list(tags), deps=list(labels), heads=[int(head) for head in heads])
