"""A question put to somebody is nobody's words that the text names: Burr was asked: "..." or "..." she was asked."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.quotes.direct.scene import Scene, Unit
from extractor.quotes.direct.sieve import Attribution, Sieve, Solved

BEING = frozenset(("was", "were", "is", "are", "been", "being"))
ASKED = "asked"
#: Words between a quotation and "was asked": a name with its title.
LONGEST = 6


def _find(scene: Scene, solved: Solved) -> Iterator[tuple[int, Attribution]]:
    for unit in scene.units:
        if unit.index not in solved and (_asked_before(scene, unit) or _asked_behind(scene, unit)):
            yield unit.index, Attribution()


def _asked_before(scene: Scene, unit: Unit) -> bool:
    """Whether "was asked" stands right before the quotation."""
    words = _words(scene, max(scene.sentence_before(unit), unit.first - 2 * LONGEST), unit.first)
    return _is_asked(words)


def _asked_behind(scene: Scene, unit: Unit) -> bool:
    """Whether nothing but "she was asked" stands behind a question, and leads on to no other quotation."""
    end = min(scene.sentence_behind(unit), unit.end + 2 * LONGEST)
    if scene.last_character(unit) not in ",?" or any(scene.word(i) == ":" for i in range(unit.end, end)):
        return False
    words = _words(scene, unit.end, end)
    return len(words) <= LONGEST and _is_asked(words)


def _words(scene: Scene, start: int, end: int) -> list[str]:
    return [word.lower() for i in range(start, end) if (word := scene.word(i))[:1].isalnum()]


def _is_asked(words: list[str]) -> bool:
    """Whether the last word is "asked", with "was" before it, an adverb between or not."""
    return words[-1:] == [ASKED] and not BEING.isdisjoint(words[-3:-1])


ASKED_OF = Sieve(
    name="direct.asked",
    find=_find,
    examples={
        'Burr was asked: "Why did you do that?"': "- | - | Why did you",
        'On Monday she was also asked, "Who paid for it?"': "- | - | Who paid for",
        '"Who paid for it?" Jo Burr was asked.': "- | - | Who paid for",
    },
    counter_examples=(
        'Burr asked: "Why did you do that?"',
        '"Who paid for it?" she asked.',
        'He was late. Burr asked, "Where were you?"',
    ),
)
