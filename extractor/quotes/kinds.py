"""What stands in quotation marks: somebody's words, or the title of a work, a slogan, a nickname, a headline's echo."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from extractor.quotes import cues
from extractor.quotes.marks import Segment
from extractor.quotes.words import WORDS

#: Between single marks: fewer words are a scare quote or a name.
SHORTEST_CLAUSE = 3
#: In characters: so far from a quotation its attribution begins, and so far the next part of it.
REACH = 120
_SENTENCE_ENDS = (".", "!", "?", "…", ":", "’", "'", "”", '"')
#: The clause behind a quotation, and the one before it up to its comma or colon; the words in small letters of either.
_CLAUSE = re.compile(r",?\s+[^.!?;:‘“\"]{1,60}")
_INTRODUCED = re.compile(r"[^.!?;‘“\"]{1,60}[:,]\s+$")
_LOWER = re.compile(r"\b[a-z]+\b")

SegmentKind = Literal["words", "title", "nickname", "echo"]

_WORD = re.compile(r"[^\W_][\w'’.-]*")
_LAST_WORD = re.compile(r"([A-Za-z]+),?\s+$")
LONGEST_WORK = 20
LONGEST_NICKNAME = 3
LONGEST_TITLE = 12


def sort_segments(text: str, segments: Sequence[Segment]) -> dict[SegmentKind, tuple[Segment, ...]]:
    """The outermost segments of a text by kind, each in text order."""
    outer = [segment for segment in segments if not segment.depth]
    singles = sum(segment.single for segment in outer)
    echoes = singles < len(outer) - singles
    sorted_: dict[SegmentKind, list[Segment]] = {"words": [], "title": [], "nickname": [], "echo": []}
    said: Segment | None = None
    for segment in outer:
        spoken = echoes and segment.single and is_spoken(text, segment, said)
        sorted_[kind_of(text, segment, echoes=echoes and not spoken)].append(segment)
        said = segment if spoken else None
    return {kind: tuple(found) for kind, found in sorted_.items()}


def is_spoken(text: str, segment: Segment, previous: Segment | None = None) -> bool:
    """Whether single marks in a text of double ones hold an utterance: 'A,' says X. 'B.'; X said: 'B.'.

    `previous` is the segment before, where that is one. A headline echoes what the body says and ends without a stop.
    """
    inside = segment.inner[0].of(text)
    if len(inside.split()) < SHORTEST_CLAUSE or not inside[0].isupper():
        return False
    behind = text[segment.end : segment.end + REACH].split("\n", 1)[0]
    if segment.inner[-1].of(text)[-1] not in ",.!?…" and behind[:1] != ",":
        return False
    before = text[max(0, segment.start - REACH) : segment.start].rsplit("\n", 1)[-1]
    if previous is not None and segment.start - previous.end < REACH and "\n" not in text[previous.end : segment.start]:
        return True
    if not (behind.rstrip() or text[segment.end - 2]).endswith(_SENTENCE_ENDS) and len(behind) < REACH:
        return False
    return _is_attributed(_CLAUSE.match(behind)) or _is_attributed(_INTRODUCED.search(before))


def _is_attributed(clause: re.Match[str] | None) -> bool:
    """Whether a reporting verb stands in the clause."""
    verbs = cues.forms()["verb"]
    return clause is not None and any(
        verbs[word].introduces_speech for word in _LOWER.findall(clause[0]) if word in verbs
    )


def kind_of(text: str, segment: Segment, *, echoes: bool = False) -> SegmentKind:
    """What one segment is, by its words and the characters beside it.

    `echoes`: the text quotes in double marks, so that single ones are a headline's or a heading's, which shorten what
    the body quotes in full.
    """
    if echoes and segment.single:
        return "echo"
    words = _WORD.findall(segment.inner[0].of(text)) if len(segment.inner) == 1 else []
    if not words or len(words) > LONGEST_TITLE:
        return "words"
    if is_nickname(text, segment, words):
        return "nickname"
    if in_title_case(words) and not _stands_as_speech(text, segment):
        return "title"
    if (in_title_case(words) or (len(words) == 1 and words[0][:1].isupper())) and _is_named_work(text, segment):
        return "title"
    return "words"


def _is_named_work(text: str, segment: Segment) -> bool:
    """Whether the noun of a work stands right before it: "in her memoir, 'Salt.'"."""
    before = _LAST_WORD.search(text[max(0, segment.start - LONGEST_WORK) : segment.start])
    return before is not None and before[1].lower() in WORDS.works


def is_titled(text: str, segment: Segment) -> bool:
    """Whether it is written like a title, wherever it stands: only an attribution beside it makes such words speech."""
    words = _WORD.findall(segment.inner[0].of(text)) if len(segment.inner) == 1 else []
    return len(words) <= LONGEST_TITLE and in_title_case(words)


def in_title_case(words: Sequence[str]) -> bool:
    """Whether two or more words are all written with a capital but for the small ones between them."""
    if len(words) < 2 or (not words[0][:1].isupper() and not words[0][:1].isdigit()):
        return False
    large = [word for word in words if word.lower() not in WORDS.small_in_titles]
    return len(large) >= 2 - (words[0].lower() in WORDS.small_in_titles) and all(
        not word[:1].islower() for word in large
    )


def is_nickname(text: str, segment: Segment, words: Sequence[str]) -> bool:
    """Whether it stands inside a person's name: Anna "Ace" Moreau, Ilse ("Iron") Tarn."""
    if len(words) > LONGEST_NICKNAME or not words[0][:1].isupper():
        return False
    before = text[max(0, segment.start - 25) : segment.start].rstrip(" (").split(" ")[-1]
    behind = text[segment.end : segment.end + 25].lstrip(" )")
    inside = segment.inner[0].of(text)
    return (
        before[:1].isupper()
        and before[-1:].isalpha()
        and behind[:1].isupper()
        and inside[-1] not in ".,!?"
        and text[segment.end] in " )"
    )


def _stands_as_speech(text: str, segment: Segment) -> bool:
    """Whether it begins where an utterance may: at the start of a line, or behind a comma, a colon or a full stop."""
    before = text[max(0, segment.start - 3) : segment.start].rstrip(" \t\u00a0")
    inside = segment.inner[0].of(text)
    return not before or (
        before[-1] in '\n,:.!?"”' and (inside[-1] in ",.!?…" or text[segment.end : segment.end + 1] == ",")
    )
