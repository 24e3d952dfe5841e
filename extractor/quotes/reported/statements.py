"""From a chosen reading to a `Statement`: character ranges, quotation marks respected, addressee, mode and polarity."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from extractor.parse import char_span, text_span
from extractor.quotes import cues
from extractor.quotes.reported.extent import leading, noun_phrase
from extractor.quotes.words import WORDS, titles
from extractor.records import Cue, QuoteKind, Span, Statement, StatementPolarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from extractor.quotes.reported.candidate import Candidate
    from extractor.quotes.reported.choice import Reading

#: Words that make the saying itself a supposition, by what they are to the cue.
UNREAL = {
    "mark": frozenset(("if", "unless", "whether")),
    "aux": frozenset(("may", "might", "could", "would", "should", "can")),
}
NOBODY = frozenset(("nobody", "none", "neither"))
NO = frozenset(("no", "neither"))
#: Words that name no source by themselves.
RELATIVES = frozenset(("which", "that"))
UNSAID = RELATIVES | {"some", "none"}
PROPER, COMMON = frozenset(("NNP", "NNPS")), frozenset(("NN", "NNS"))
#: Prepositions that lead from a thing to whom it is meant for or comes of: "a jab at the council".
AIMED = frozenset(("against", "at", "for", "from", "on", "to", "with"))
#: So many steps up from a relative pronoun its clause is looked for.
DEEPEST = 4
#: In words: "Detective Chief Insp.".
LONGEST_TITLE = 4
#: Frames whose cue is a set phrase.
AS_IT_STANDS = frozenset(("according", "hearsay", "headline"))
#: Frames in which the verb's object is whom it was said to.
WITH_ADDRESSEE = frozenset(("that", "bare", "wh", "whether", "fronted"))
SPOKEN_TO = frozenset(("to", "with"))


class Segment(Protocol):
    """A quoted segment: `start`..`end` with its marks, `inner` the ranges inside them, one a paragraph."""

    @property
    def start(self) -> int:
        """Where its opening mark stands."""

    @property
    def end(self) -> int:
        """One past its closing mark."""

    @property
    def inner(self) -> tuple[Span, ...]:
        """What stands inside the marks."""


class Marks:
    """The quoted segments of a text, outermost only, asked by position."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments: list[Segment] = []
        for segment in sorted(segments, key=lambda s: (s.start, -s.end)):
            if not self._segments or segment.start >= self._segments[-1].end:
                self._segments.append(segment)
        self._starts = [s.start for s in self._segments]

    def around(self, position: int) -> Segment | None:
        """The segment that a character lies in, marks included."""
        n = bisect_right(self._starts, position) - 1
        return self._segments[n] if n >= 0 and position < self._segments[n].end else None

    def within(self, span: Span) -> list[Segment]:
        """Segments that share a character with the span, in text order."""
        n = max(0, bisect_right(self._starts, span.start) - 1)
        found = []
        while n < len(self._segments) and self._segments[n].start < span.end:
            if self._segments[n].end > span.start:
                found.append(self._segments[n])
            n += 1
        return found


def statement_of(doc: Doc, reading: Reading, marks: Marks) -> Statement | None:
    """The statement that a reading makes; None where its content is nothing, or swallows the cue."""
    candidate = reading.candidate
    if candidate.cue[0] >= candidate.cue[1]:
        return None
    said = text_span(doc, candidate.cue[0], candidate.cue[1] - 1)
    cue = Cue(start=said.start, end=said.end, text=said.text, lemma=lemma_of(candidate, said.text))
    content = tuple(
        whole
        for first, end in candidate.content
        if (whole := _whole_segments(char_span(doc, first, end - 1), marks, cue))
    )
    content = tuple(sorted(content))
    if not content or any(span.overlaps(cue) for span in content):
        return None
    if any(one.end > two.start for one, two in pairwise(content)):
        content = content[:1]
    quoted = tuple(inner for span in content for s in marks.within(span) for inner in s.inner)
    entry = candidate.site.entry
    return Statement(
        kind=kind_of(content, quoted),
        mode=entry.mode if entry is not None else "speech",
        polarity=polarity_of(candidate),
        content=content,
        quoted=quoted,
        source=source_of(candidate, content),
        cue=cue,
        addressee=addressee_of(candidate),
        found_by=candidate.pattern,
        confidence=round(reading.probability, 2),
    )


def source_of(candidate: Candidate, content: Sequence[Span]) -> Span | None:
    """The noun phrase of the source as far as it lies outside the content; None where its head does not."""
    head = _mention(candidate.source)
    if head is None or (head.lower_ == "it" and _is_raising(candidate)):
        return None
    first, end = noun_phrase(head) if candidate.source_range is None else candidate.source_range
    first = _with_title(head.doc, first)
    for start, stop in ((first, end), (min(first, head.i), head.i + 1), (head.i, head.i + 1)):
        source = char_span(head.doc, start, stop - 1)
        if not any(span.overlaps(source) for span in content):
            return source
    return None


def _mention(source: Token | None) -> Token | None:
    """The source, or the noun that its "which" stands for; None for a bare "some" or "none", which name nobody."""
    if source is None or source.lower_ not in UNSAID:
        return source
    if source.tag_ != "WDT":
        return None if source.lower_ in RELATIVES or not any(c.dep_ == "prep" for c in source.children) else source
    clause = source.head
    for _ in range(DEEPEST):
        if clause.dep_ == "relcl":
            return _named_before(source, clause.head) or clause.head
        clause = clause.head
    return None


def _named_before(pronoun: Token, noun: Token) -> Token | None:
    """The name right before a "which" that the parser hangs on a thing: "a blow to Norvik, which has said ..."."""
    doc, position = pronoun.doc, pronoun.i - 1
    if position > 0 and doc[position].text == ",":
        position -= 1
    name = doc[position] if position >= 0 else None
    if name is None or name.tag_ not in PROPER or noun.tag_ not in COMMON or noun.lower_ in WORDS.documents:
        return None
    aimed = name.dep_ == "pobj" and name.head.lower_ in AIMED and name.head.head.i == noun.i
    return name if aimed else None


def _is_raising(candidate: Candidate) -> bool:
    """Whether the cue has no subject of its own: "it seems that ..."."""
    return candidate.site.entry is not None and candidate.site.entry.raising


def _with_title(doc: Doc, first: int) -> int:
    """Where a name begins whose title the parser left out: "Detective Sgt." before "Wanda Ruiz"."""
    if doc[first].tag_ != "NNP" or not first:
        return first
    at = first
    for _ in range(LONGEST_TITLE):
        step = 2 if at > 1 and doc[at - 1].text == "." and not doc[at - 2].whitespace_ else 1
        word = doc[at - step] if at >= step else None
        if word is None or word.tag_ != "NNP" or word.ent_type_ not in ("", "PERSON") or word.lower_ not in titles():
            break
        at -= step
    return at


def lemma_of(candidate: Candidate, text: str) -> str:
    """The dictionary form of the cue: the lexicon's, or its words as they stand ("according to", "reportedly")."""
    entry = candidate.site.entry
    return text.lower() if entry is None or candidate.frame in AS_IT_STANDS else entry.lemma


def _whole_segments(span: Span, marks: Marks, cue: Span) -> Span | None:
    """The span, stretched or cut so that it holds each quoted segment wholly or not at all."""
    start, end = span.start, span.end
    for segment in marks.within(span):
        if segment.start >= start and segment.end <= end:
            continue
        if segment.start < cue.end and segment.end > cue.start:
            return None
        start, end = min(start, segment.start), max(end, segment.end)
    only = marks.around(start)
    if only is not None and only.start == start and only.end == end and len(only.inner) == 1:
        return only.inner[0]
    return Span(start=start, end=end)


def kind_of(content: Sequence[Span], quoted: Sequence[Span]) -> QuoteKind:
    """Direct where all the content stands in marks, mixed where some of it does."""
    if not quoted:
        return "indirect"
    return "direct" if all(span in quoted for span in content) else "mixed"


def polarity_of(candidate: Candidate) -> StatementPolarity:
    """Whether the saying itself is denied ("did not say", "declined to say") or only supposed ("if he says")."""
    entry = candidate.site.entry
    if (entry is not None and entry.negative) or _is_nobody(candidate.source):
        return "negated"
    unreal = False
    verb: Token | None = candidate.site.token
    while verb is not None:
        for child in verb.children:
            if child.dep_ == "neg":
                return "negated"
            if child.i < verb.i and child.lower_ in UNREAL.get(child.dep_, ()):
                unreal = True
        verb = leading(verb)
        if verb is not None and (known := cues.entry(verb)) is not None and known.negative:
            return "negated"
    return "non_factive" if unreal else "affirmed"


def _is_nobody(source: Token | None) -> bool:
    """Whether the source is that nobody says it: "no group has claimed responsibility"."""
    if source is None:
        return False
    return source.lower_ in NOBODY or any(c.lower_ in NO and c.i < source.i for c in source.lefts)


def addressee_of(candidate: Candidate) -> Span | None:
    """Whom it was said to: "told AFP", "said to reporters"."""
    if candidate.frame not in WITH_ADDRESSEE:
        return None
    for child in candidate.site.children:
        head = child
        if child.dep_ == "prep" and child.lower_ in SPOKEN_TO:
            head = next((c for c in child.children if c.dep_ == "pobj"), child)
        elif child.dep_ not in ("dobj", "dative"):
            continue
        if head.lower_ in WORDS.reactions:
            continue
        if head.dep_ != "prep" and head.i > candidate.site.i and head.tag_[:2] in ("NN", "PR"):
            first, end = noun_phrase(head)
            if not any(a < end and first < b for a, b in candidate.content):
                return char_span(head.doc, first, end - 1)
    return None
