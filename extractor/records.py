"""Every noun that the program works with or prints, as frozen, slotted, keyword-only dataclasses.

Standard library only. Names are the field's: source, cue and content as in PARC 3.0; the mention forms name, nominal
and pronoun as in ACE; TIMEX3 type, value and mod as in TimeML 1.2.1.

Two kinds of record stand here. What a *room* finds knows only its own text: `Statement`, `Timex`, `Quantity`,
`Mention`. What is *printed* knows its neighbours by id: `Quote`, `Speaker`, `Timex` once numbered, `Claim`.
`extractor.linking` makes the second out of the first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

SCHEMA_VERSION = 1

QuoteKind = Literal["direct", "mixed", "indirect", "scare"]
Mode = Literal["speech", "thought", "attitude"]
StatementPolarity = Literal["affirmed", "negated", "non_factive"]
SpeakerKind = Literal["person", "organization", "group", "unnamed"]
MentionForm = Literal["name", "nominal", "pronoun"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
ClaimKind = Literal["count", "money", "percent", "fraction", "measure", "ratio", "duration", "age", "number"]
Modifier = Literal["exact", "about", "more_than", "at_least", "less_than", "at_most", "up_to", "range", "fuzzy"]
ClaimPolarity = Literal["affirmed", "zero", "negated"]
Trend = Literal["up", "down"]
Agreement = Literal["same", "compatible", "conflicting", "revised"]
PublishedFrom = Literal["option", "field", "html", "dateline"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open range of Unicode code points into `Article.text`.

    Raises:
        ValueError: the range is empty or negative.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}:{self.end}")

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span (or equals it)."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class TextSpan(Span):
    """A span together with its characters, `text == article.text[start:end]`."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Cue(TextSpan):
    """The reporting word or words ("said", "according to"); `lemma` is the dictionary form ("say")."""

    lemma: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One entry of the output's `warnings`: a stable code and a sentence for people."""

    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as read. `text` is what every offset counts in; `body` is where facts may stand."""

    id: str
    path: str | None
    title: str | None
    byline: str | None
    source: str | None
    agency: str | None
    dateline: str | None
    url: str | None
    language: str
    published: str | None
    published_from: PublishedFrom | None
    sha256: str
    body: Span | None
    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article that could be read, with what reading it has to say.

    `among_others` is true where the input is a collection (JSON Lines, a JSON array, a table, a web archive), be it of
    one.
    """

    article: Article
    notices: tuple[Notice, ...] = ()
    among_others: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One article that could not be read or worked on: a stable code and a sentence that names the fix."""

    id: str
    path: str | None
    code: str
    message: str


# ---------------------------------------------------------------- what the rooms find


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody is said to have said, before it is known who that is.

    `content` are its ranges in text order, without the outer quotation marks and without "that"; `quoted` the ranges
    inside marks, one a paragraph. `source` is the mention that the text names as speaker. Where the text names none but
    the speaker is plain, `speaker_mention` is an earlier mention of that speaker ("continuation").
    """

    kind: QuoteKind
    mode: Mode = "speech"
    polarity: StatementPolarity = "affirmed"
    content: tuple[Span, ...]
    quoted: tuple[Span, ...] = ()
    source: Span | None = None
    speaker_mention: Span | None = None
    cue: Cue | None = None
    addressee: Span | None = None
    found_by: str
    confidence: float

    @property
    def start(self) -> int:
        """Where its first content range begins."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where its last content range ends."""
        return self.content[-1].end


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A numeric claim as its own sentence states it, before it is known who says so and when.

    Numbers and modifiers follow the annotation guideline: `value` is None for a range and for "dozens"; `low` and
    `high` bound what the number can be and are None when open. `whole` is the span of the quantity that this one is a
    part of. `source` is set only where the claim's own surroundings name it (a table's heading); what follows from the
    statement it stands in is linking's business. `aside` marks what the paper says itself even inside somebody's
    statement (a ", which ..." clause, a conversion, a locating distance).
    """

    start: int
    end: int
    text: str
    kind: ClaimKind
    value: float | None
    low: float | None
    high: float | None
    modifier: Modifier = "exact"
    trend: Trend | None = None
    unit: str
    noun: str | None = None
    noun_inferred: str | None = None
    event: str = "other"
    event_mention: TextSpan | None = None
    polarity: ClaimPolarity = "affirmed"
    hedge: TextSpan | None = None
    place: TextSpan | None = None
    source: Span | None = None
    aside: bool = False
    whole: Span | None = None
    found_by: str
    confidence: float

    @property
    def span(self) -> Span:
        """The quantity's own characters."""
        return Span(start=self.start, end=self.end)


# ---------------------------------------------------------------- what is printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(TextSpan):
    """One place where a speaker is named, described or stood for by a pronoun."""

    form: MentionForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Whoever is a source of a quote or claim: one record per real-world source in an article."""

    id: str = ""
    name: str
    kind: SpeakerKind
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A statement with its links: whose it is, in whose account it stands, and when it was said."""

    id: str
    kind: QuoteKind
    mode: Mode
    polarity: StatementPolarity
    content: tuple[Span, ...]
    text: str
    quoted: tuple[Span, ...]
    speaker: str | None
    source: TextSpan | None
    cue: Cue | None
    according_to: str | None
    within: str | None
    addressee: TextSpan | None
    date: str | None
    found_by: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A temporal expression. `id` is empty until linking numbers it.

    `earliest` and `latest` are the ISO calendar dates that `value` spans, None when open; `anchor` is the ISO date it
    was resolved against, None where it stands on its own.
    """

    id: str = ""
    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: str | None = None
    found_by: str
    confidence: float

    @property
    def span(self) -> Span:
        """The expression's own characters."""
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A quantity with its links: who vouches for it, in which quote it stands, when it happened, what it is part of."""

    id: str
    start: int
    end: int
    text: str
    kind: ClaimKind
    value: float | None
    low: float | None
    high: float | None
    modifier: Modifier
    trend: Trend | None
    unit: str
    noun: str | None
    noun_inferred: str | None
    event: str
    event_mention: TextSpan | None
    polarity: ClaimPolarity
    hedge: TextSpan | None
    source: TextSpan | None
    speaker: str | None
    quote: str | None
    date: str | None
    place: TextSpan | None
    part_of: str | None
    group: str | None
    found_by: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimGroup:
    """Mentions of the same fact within one article, and whether their numbers can all be true."""

    id: str
    event: str
    noun: str | None
    scope: str | None
    claims: tuple[str, ...]
    low: float | None
    high: float | None
    agreement: Agreement


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Everything found in one article; what `--format json` prints."""

    schema_version: int = SCHEMA_VERSION
    extractor_version: str
    model: str
    article: Article
    speakers: tuple[Speaker, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[Timex, ...] = ()
    claims: tuple[Claim, ...] = ()
    claim_groups: tuple[ClaimGroup, ...] = ()
    warnings: tuple[Notice, ...] = field(default=())


# ---------------------------------------------------------------- what a draft is held against

FindingKind = Literal["quote", "claim"]
CheckVerdict = Literal["altered", "other_speaker", "not_found", "figure_differs", "bound_differs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One passage of a draft that its sources do not bear out.

    `start`, `end` and `text` are of the draft; `article` is the id of the source it was held against and `match` the
    passage there (offsets of that source), None where nothing alike was found. `difference` says in words what differs.
    """

    kind: FindingKind
    start: int
    end: int
    text: str
    verdict: CheckVerdict
    article: str | None
    match: TextSpan | None
    difference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A draft or source that could not be read."""

    path: str | None
    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A draft held against its sources: what does not hold, how many passages do, what could not be read."""

    draft: Article
    findings: tuple[Finding, ...]
    verbatim: int
    unreadable: tuple[Unread, ...] = ()
