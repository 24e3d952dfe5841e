"""Which tellings belong to one story: shared names and telling words, and days that go together.

A story is found sentence by sentence, not article by article: a report on tourism may well give the toll of a disaster.
Frames are taken in a fixed order, and each joins the story that it is most like or begins one; a table from words to
stories finds the few to look at, so that time grows with the number of frames, not with its square.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import groupby
from math import log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from extractor.comparing.telling import Telling

#: How like a story (cosine) a frame must be to join it.
ALIKE = 0.22
#: How like a story of its own article.
ALIKE_AT_HOME = 0.15
#: No article tells more stories than this.
MOST_HOMES = 12
#: How like when the days of the two are known and the later text does not look back on the earlier day.
ALIKE_APART = 0.75
#: Words by which stories are looked up, the rarest of a frame; a word of more stories than this finds none.
KEYS, COMMONEST = 10, 100
#: So many of the stories found are looked at wholly.
PROMISING = 6
#: Added to the number of texts when rarity is weighed, so that in a small collection a word of all still counts.
SMOOTHING = 500


@dataclass(slots=True, eq=False)
class Story:
    """Frames that tell of one thing: the sum of their words, and the event days they give."""

    number: int
    words: dict[str, float] = field(default_factory=dict)
    square: float = 0.0
    length: float = 0.0
    days: set[str] = field(default_factory=set)
    looked_back_on: set[str] = field(default_factory=set)
    last: str = ""
    tellings: list[Telling] = field(default_factory=list)

    def add(self, frame: Mapping[str, float], tellings: Iterable[Telling]) -> None:
        """Take in a frame (of length 1) and the claims of its sentence."""
        for word, weight in frame.items():
            old = self.words.get(word, 0.0)
            self.words[word] = old + weight
            self.square += (old + weight) ** 2 - old**2
        self.length = sqrt(self.square)
        for telling in tellings:
            self.tellings.append(telling)
            self.days.update([telling.day] if telling.day else ())
            self.looked_back_on |= telling.card.days
            self.last = max(self.last, telling.card.published)

    def likeness(self, frame: Mapping[str, float]) -> float:
        """Cosine of the frame (of length 1) and the story's words."""
        known = self.words
        return sum([weight * known[word] for word, weight in frame.items() if word in known]) / self.length


@dataclass(slots=True)
class Shelf:
    """The stories found so far, and where each word occurs in them."""

    stories: list[Story] = field(default_factory=list)
    index: dict[str, list[int]] = field(default_factory=dict)

    def add_article(self, frames: Sequence[tuple[Mapping[str, float], Sequence[Telling]]]) -> None:
        """Put each sentence of an article to its story.

        One that is like no story enough goes with the others of its article, if it is somewhat like theirs.
        """
        left = []
        homes: list[Story] = []
        for frame, group in frames:
            story = self.nearest(frame, group)
            if story is None:
                left.append((frame, group))
            else:
                self.put(story, frame, group)
                if len(homes) < MOST_HOMES and story not in homes:
                    homes.append(story)
        for frame, group in left:
            story = self.nearest(frame, group) or at_home(frame, group, homes)
            if story is None:
                story = Story(len(self.stories))
                self.stories.append(story)
            self.put(story, frame, group)

    def put(self, story: Story, frame: Mapping[str, float], group: Sequence[Telling]) -> None:
        """Add a sentence to a story."""
        for word in frame:
            if word not in story.words:
                self.index.setdefault(word, []).append(story.number)
        story.add(frame, group)

    def nearest(self, frame: Mapping[str, float], group: Sequence[Telling]) -> Story | None:
        """The story that the frame is most like, if it is like enough; of two equally like the older."""
        shared: dict[int, float] = {}
        for weight, word in sorted((-weight, word) for word, weight in frame.items())[:KEYS]:
            known = self.index.get(word, ())
            if len(known) <= COMMONEST:
                for number in known:
                    shared[number] = shared.get(number, 0.0) + weight
        promising = nsmallest(PROMISING, [(weight, number) for number, weight in shared.items()])
        best, likeness = None, 0.0
        for number in sorted(number for _, number in promising):
            story = self.stories[number]
            alike = story.likeness(frame)
            if alike > likeness and alike >= (ALIKE if days_meet(story, group) else ALIKE_APART):
                best, likeness = story, alike
        return best


def at_home(frame: Mapping[str, float], group: Sequence[Telling], homes: Sequence[Story]) -> Story | None:
    """The story of the article's other sentences that this one is most like, if it is somewhat like it."""
    best, likeness = None, ALIKE_AT_HOME
    for story in homes:
        alike = story.likeness(frame)
        if alike > likeness and days_meet(story, group):
            best, likeness = story, alike
    return best


def stories_of(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings, apart by story, in a fixed order."""
    frames: dict[int, list[Telling]] = {}
    for telling in sorted(tellings, key=lambda t: t.order):
        frames.setdefault(id(telling.frame), []).append(telling)
    rarity = rarities(group[0].frame for group in frames.values())
    shelf = Shelf()
    for _, article in groupby(frames.values(), key=lambda group: group[0].order[:3]):
        shelf.add_article([(weighed(group[0].frame, rarity), group) for group in article])
    return [story.tellings for story in shelf.stories]


def rarities(frames: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """How much each word says: the fewer frames have it, the more."""
    count: Counter[str] = Counter()
    number = 0
    for frame in frames:
        count.update(frame.keys())
        number += 1
    return {word: log((number + SMOOTHING) / (times + 1)) for word, times in count.items()}


def weighed(frame: Mapping[str, float], rarity: Mapping[str, float]) -> dict[str, float]:
    """The frame with each word weighed by its rarity, brought to length 1."""
    raw = {word: weight * rarity[word] for word, weight in frame.items()}
    length = sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {word: weight / length for word, weight in raw.items()}


def days_meet(story: Story, group: Sequence[Telling]) -> bool:
    """Whether nothing keeps the days apart: one is unknown, they are equal, or the later text names the story's day."""
    days = {telling.day for telling in group if telling.day}
    if not days or not story.days:
        return True
    return bool(days & story.days or story.days & group[0].card.days or days & story.looked_back_on)
