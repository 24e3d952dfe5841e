"""What a claim's sentence and those around it say about which story it belongs to: weighed words, places above all.

Where something happened says more about which event it is than any other word, and names say more than common words.
Names count by their first letters, so that "Kestria" and "Kestrian" are one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.comparing.lexicon import COMMON
from extractor.comparing.wording import stem, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.comparing.page import Page

#: The claim's own sentence, the one before it, and the lead (headline and first sentences).
OWN, BEFORE, LEAD = 1.0, 0.7, 0.6
LEAD_SENTENCES = 2
#: A place where something happened, another name, another word.
PLACE, NAME, WORD = 5.0, 2.0, 1.0
LETTERS = 5
SHORTEST = 3


def lead_frame(page: Page, title: str | None) -> dict[str, float]:
    """The words of headline and lead."""
    frame: dict[str, float] = {}
    for word in words(title or "", 0, len(title or "")):
        put(frame, word.text, LEAD * WORD)
    for at in range(min(LEAD_SENTENCES, len(page.parts))):
        add_sentence(frame, page, at, LEAD)
    return frame


def sentence_frame(page: Page, at: int, lead: Mapping[str, float]) -> Mapping[str, float]:
    """The frame of the claims in sentence `at`: its words, those of the sentence before, those of the lead."""
    frame = dict(lead)
    if at > 0:
        add_sentence(frame, page, at - 1, BEFORE)
    if at >= 0:
        add_sentence(frame, page, at, OWN)
    return frame


def add_sentence(frame: dict[str, float], page: Page, at: int, weight: float) -> None:
    """Weigh the words of one sentence."""
    places = [name for name in page.names(at) if name.where and not name.said]
    for text, start, _ in page.words(at):
        if not text[0].isupper():
            put(frame, text, weight * WORD)
        elif any(place.start <= start < place.end for place in places):
            put(frame, text, weight * PLACE)
        else:
            put(frame, text, weight * NAME)


def put(frame: dict[str, float], word: str, weight: float) -> None:
    """Give a word its weight unless it has a greater one; common words and numbers have none."""
    key = word_key(word)
    if key and weight > frame.get(key, 0.0):
        frame[key] = weight


@lru_cache(maxsize=200_000)
def word_key(word: str) -> str | None:
    """The form in which a word of a frame is compared, None for a word that says nothing."""
    lower = word.lower()
    if lower in COMMON or len(lower) < SHORTEST or word[0].isdigit():
        return None
    return "^" + lower[:LETTERS] if word[0].isupper() else stem(lower)
