"""Phrases that are no verb and introduce a quotation: according to X, in the words of X."""

from __future__ import annotations

from extractor.parse import text_span
from extractor.quotes.direct.persons import can_speak, phrase, phrase_at
from extractor.quotes.direct.scene import Scene
from extractor.quotes.direct.sieve import Attribution
from extractor.quotes.direct.words import PHRASES
from extractor.records import Cue


def according(scene: Scene, start: int, end: int) -> Attribution | None:
    """Read "according to X" or "in the words of X" at the beginning of a range."""
    words = next((p for p in PHRASES if _reads(scene, start, end, p)), None)
    if words is None:
        return None
    after = start + len(words)
    head = phrase_at(scene.doc, after, end)
    if head is None or not can_speak(head):
        return None
    cue = text_span(scene.doc, start, after - 1)
    return Attribution(
        source=phrase(head, after, end),
        cue=Cue(start=cue.start, end=cue.end, text=cue.text, lemma=" ".join(words)),
        confidence=0.95,
    )


def _reads(scene: Scene, start: int, end: int, words: tuple[str, ...]) -> bool:
    return start + len(words) < end and all(scene.word(start + n).lower() == word for n, word in enumerate(words))
