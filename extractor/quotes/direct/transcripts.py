"""Transcripts: lines that begin with the speaker's name and a colon, in quotation marks or out of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.quotes.direct.words import WORDS
from extractor.quotes.marks import Segment
from extractor.records import Cue, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: "TARN:", "Ilse Tarn, governor:", "MR. BURR (through an interpreter):" at the start of a line.
_LABEL = re.compile(
    r"[ \t\u00a0\"“]*(?P<name>[A-Z][\w.'’-]*(?:[ \u00a0]+[A-Z][\w.'’-]*){0,3})"
    r"(?:,[^:\n]{0,60}|[ \u00a0]*\([^)\n]{0,60}\))?:[ \t\u00a0]+(?=\S)"
)
#: A stage direction: "(CROSSTALK)", "(APPLAUSE)".
_DIRECTION = re.compile(r"[ \t\"“(\[]*(?:\([^)]*\)|\[[^\]]*\])[. \"”]*$")
#: What a speaker says at least once; a table has names and figures ("Injured: 4,877").
_SENTENCE = re.compile(r"[^\w\n]*[^\W\d].*[.!?…—–-][\"”’')\]\s]*", re.DOTALL)
_NAME = re.compile(r"\b[A-Z][a-z][\w'’-]*")
FEWEST_TURNS = 2
#: So many paragraphs without a label may belong to one turn outside quotation marks.
LONGEST_TURN = 3


def turns(
    doc: Doc, text: str, paragraphs: Sequence[tuple[int, int]], segments: Sequence[Segment]
) -> tuple[Statement, ...]:
    """The turns of every transcript in the text, a statement each; what follows without a label is the same speaker's.

    One labelled line is a heading; a transcript has two speakers at least, and each of them says a sentence, and speaks
    again or is named elsewhere. Under "Q:" and "A:" only the answers are told: whoever is interviewed gives them.
    """
    labelled = [
        (number, match) for number, (start, end) in enumerate(paragraphs) if (match := _LABEL.match(text, start, end))
    ]
    if len(labelled) < FEWEST_TURNS:
        return ()
    talking = {m["name"] for n, m in labelled if _SENTENCE.fullmatch(text, m.end(), paragraphs[n][1])}
    speakers = _speakers(text, [match["name"] for _, match in labelled]) & talking
    labelled = [(number, match) for number, match in labelled if match["name"] in speakers]
    if len(speakers) < FEWEST_TURNS:
        return ()
    ends = [*(number for number, _ in labelled[1:]), len(paragraphs)]
    found = []
    for (number, match), end in zip(labelled, ends, strict=True):
        if match["name"] in WORDS.questions:
            continue
        parts = paragraphs[number : _reach(paragraphs, number, end, segments)]
        turn = _turn(text, match, parts, in_marks=_around(segments, match.start()) is not None)
        if match["name"] in WORDS.answers:
            turn = replace(
                turn, source=None, speaker_mention=_interviewed(doc, match.start()), found_by="direct.answer"
            )
        found.append(turn)
    return tuple(found)


def _interviewed(doc: Doc, before: int) -> Span | None:
    """Whoever is interviewed: the first person with a full name before the first question."""
    for entity in doc.ents:
        if entity.end_char > before:
            return None
        if entity.label_ == "PERSON" and len(entity) > 1:
            return Span(start=entity.start_char, end=entity.end_char)
    return None


def _speakers(text: str, labels: Sequence[str]) -> set[str]:
    """Labels that are speakers: written large and named in the text, or used again; no headings."""
    counts = Counter(labels)
    names = set(_NAME.findall(text))
    return {
        label
        for label, count in counts.items()
        if not set(label.lower().split()) & WORDS.headings
        and (count > 1 or label in WORDS.answers or (label.isupper() and label.split()[-1].title() in names))
    }


def _reach(paragraphs: Sequence[tuple[int, int]], number: int, following: int, segments: Sequence[Segment]) -> int:
    """Number of the first paragraph behind a turn: the next label's, or where its quotation marks end."""
    around = _around(segments, paragraphs[number][0])
    if around is not None:
        return next((n for n in range(number + 1, following) if paragraphs[n][0] >= around.end), following)
    return following if following < len(paragraphs) and following - number <= LONGEST_TURN else number + 1


def _around(segments: Sequence[Segment], position: int) -> Segment | None:
    """The segment that a character stands in."""
    found = bisect_right(segments, position, key=lambda s: s.start) - 1
    return segments[found] if found >= 0 and position < segments[found].end else None


def _turn(text: str, match: re.Match[str], paragraphs: Sequence[tuple[int, int]], *, in_marks: bool) -> Statement:
    content = tuple(span for start, end in _parts(text, match, paragraphs) if (span := _inner(text, start, end)))
    colon = text.index(":", match.end("name"))
    return Statement(
        kind="direct",
        content=content,
        quoted=content if in_marks else (),
        source=Span(start=match.start("name"), end=match.end("name")),
        cue=Cue(start=colon, end=colon + 1, text=":", lemma=":"),
        found_by="direct.transcript",
        confidence=0.95,
    )


def _parts(text: str, match: re.Match[str], paragraphs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    yield match.end(), paragraphs[0][1]
    for start, end in paragraphs[1:]:
        if not _DIRECTION.match(text, start, end):
            yield start, end


def _inner(text: str, start: int, end: int) -> Span | None:
    """The range without white space and quotation marks at its edges."""
    while start < end and (text[start].isspace() or text[start] in '"“”'):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in '"“”'):
        end -= 1
    return Span(start=start, end=end) if start < end else None


def outside(text: str, segments: Sequence[Segment], found: Sequence[Statement]) -> tuple[Segment, ...]:
    """Segments that no turn tells already; a turn's own paragraphs in marks are no segments of their own."""
    if not found:
        return tuple(segments)
    starts = [s.start for s in found]
    kept = []
    for segment in segments:
        inner = tuple(
            span for span in segment.inner if not _told(span, starts, found) and not _DIRECTION.fullmatch(span.of(text))
        )
        if inner == segment.inner:
            kept.append(segment)
        elif inner:
            kept.append(replace(segment, start=inner[0].start - 1, inner=inner))
    return tuple(kept)


def _told(span: Span, starts: Sequence[int], found: Sequence[Statement]) -> bool:
    position = bisect_right(starts, span.end) - 1
    return position >= 0 and found[position].end > span.start and found[position].start < span.end
