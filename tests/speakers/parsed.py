"""Hand-built parses: what the rules read, without a trained model."""

from __future__ import annotations

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab


def parsed(text: str, **entities: str) -> Doc:
    """A Doc of "word/TAG/dep/head" items; "|" ends a paragraph. `entities` gives labels by the words, "_" for a space.

    The head is the item's number, from 0; tag, dependency and head may be left out ("word").
    """
    items = [item.split("/") for item in text.split()]
    words = ["\n\n" if item[0] == "|" else item[0].replace("~", " ") for item in items]
    tags = [item[1] if len(item) > 1 else "_SP" if item[0] == "|" else guessed(item[0]) for item in items]
    deps = [item[2] if len(item) > 2 else "dep" for item in items]
    heads = [int(item[3]) if len(item) > 3 else index for index, item in enumerate(items)]
    doc = Doc(Vocab(), words=words, tags=tags, deps=deps, heads=heads)
    found = []
    for name, label in sorted(entities.items(), key=lambda item: -len(item[0])):
        wanted = name.split("_")
        found += [
            Span(doc, at, at + len(wanted), label=label)
            for at in range(len(words) - len(wanted) + 1)
            if words[at : at + len(wanted)] == wanted
            and not any(at < e.end and at + len(wanted) > e.start for e in found)
        ]
    doc.ents = found
    return doc


def guessed(word: str) -> str:
    """A tag by the looks of a word: enough for names."""
    if word[0].isupper():
        return "NNP"
    return "NN" if word[0].isalpha() else "."
