"""Rows of a table: "Total dead: 192", one to a line, with a source that stands once above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.claims.counted import is_person
from extractor.claims.ontology import EVENT_NOUNS, SENSES, STATES, TOLLS, UNIT_OF, VICTIMS

if TYPE_CHECKING:
    from extractor.claims.draft import Draft

ROW = re.compile(
    r"(?m)^[ \t]*(?P<label>[A-Za-z][A-Za-z '&/.-]{1,48}?)[ \t]*(?::|--|—|–|\t|\.{3,})[ \t]*(?=[~<>$£€]?[\dA-Za-z])"
)
HEADING = re.compile(r"(?m)^[ \t]*(?P<name>[A-Z][A-Z .'-]{2,30}|[A-Z][a-z]+(?: [A-Z][a-z]+)?):?[ \t]*$")
SOURCED = re.compile(
    r"(?i:\bsources?\s+(?:for|of)\s+(?:the\s+)?(?P<what>[^.\n]{0,60}?)\s*(?:figures?|numbers?|data|tolls?|counts?|statistics|totals?)?\s+(?:is|are|was|were)\s+|\bsource:\s*)"
    r"(?P<who>[^\n]+?)(?=\.?\s*(?:\n|$)|\.\s+[A-Z])"
)
ACCORDING = re.compile(
    r"(?i:\b(?:according\s+to|(?:compiled|released|issued|provided|supplied|published|given)\s+(?:[A-Za-z]+\s+){0,3}?by)\s+)(?P<who>[^\n,;:]+?)(?=\s*[.:,;\n])"
)
FINITE = frozenset(("is", "are", "was", "were"))
WORD = re.compile(r"[a-z]+")
#: A table's source stands at most so far above its first row.
ABOVE = 1500
ROW_GAP = 90


def rows_of(text: str) -> dict[int, tuple[int, int]]:
    """End offset of every row's label and colon -> the label's (start, end)."""
    return (
        {match.end(): match.span("label") for match in ROW.finditer(text)}
        if ":" in text or "--" in text or "\t" in text
        else {}
    )


def read_rows(text: str, drafts: Sequence[Draft]) -> None:
    """Give the figures of tables their event, whole, noun and source."""
    rows = rows_of(text)
    if not rows:
        return
    table: list[Draft] = []
    total: Draft | None = None
    for draft in drafts:
        label = rows.get(draft.start)
        if label is None or draft.kind != "count" or is_sentence(text[label[0] : label[1]]):
            continue
        if table and draft.start - table[-1].end > ROW_GAP:
            table = []
        total = total if table and not heading_between(text, table[-1].end, label[0]) else None
        table.append(draft)
        if read_row(draft, text[label[0] : label[1]], label, total):
            total = draft if draft.whole is None else total
    source_rows(text, drafts)


def is_sentence(label: str) -> bool:
    """Whether what stands before the colon is a sentence: "Ten of them are foreigners: three Turks"."""
    return not FINITE.isdisjoint(label.lower().split())


def heading_between(text: str, start: int, end: int) -> bool:
    """Whether a line of its own stands between two rows."""
    return HEADING.search(text, start, end) is not None


def read_row(draft: Draft, label: str, where: tuple[int, int], total: Draft | None) -> bool:
    """One row; a label that names an event makes it a total, one that names persons a part of the total above it."""
    words = WORD.findall(label.lower())
    start = where[0]
    for word in words:
        event = (
            TOLLS.get(word)
            or STATES.get(word)
            or EVENT_NOUNS.get(word)
            or VICTIMS.get(word)
            or event_of_participle(word)
        )
        if event:
            at = start + label.lower().index(word)
            set_row(draft, event, (at, at + len(word)))
            return True
    last = label.rsplit(maxsplit=1)[-1] if label.split() else ""
    if total is not None and last and (is_person(last.lower()) or last[:1].isupper()):
        draft.whole = total
        draft.noun_text = last
        set_row(draft, total.event, total.mention)
        return True
    return False


def event_of_participle(word: str) -> str | None:
    """The event of "arrested" as a label."""
    return next((s.event for s in SENSES.get(word, ()) if s.plain), None)


def set_row(draft: Draft, event: str, mention: tuple[int, int] | None) -> None:
    """A row's event; a zero of a casualty is a claim of none."""
    draft.event, draft.mention, draft.rule = event, mention, "claims.table-row"
    draft.unit = UNIT_OF[event]
    if draft.noun_text is None:
        draft.noun = None
    if draft.value == 0:
        draft.polarity = "zero"


def source_rows(text: str, drafts: Sequence[Draft]) -> None:
    """Find the source that is named above the rows; of several, the one whose words stand in the heading."""
    in_rows = [d for d in drafts if d.rule == "claims.table-row"]
    if not in_rows:
        return
    top = in_rows[0].start
    named = list(SOURCED.finditer(text, max(0, top - ABOVE), top)) or list(
        ACCORDING.finditer(text, max(0, top - ABOVE), top)
    )
    if not named:
        return
    for draft in in_rows:
        draft.source = chosen(text, named, draft).span("who")


def chosen(text: str, named: Sequence[re.Match[str]], draft: Draft) -> re.Match[str]:
    """The source for the heading that the row stands under, the last named one otherwise."""
    headings = list(HEADING.finditer(text, max(0, draft.start - ABOVE), draft.start))
    for heading in reversed(headings):
        key = heading["name"].lower()[:5]
        for match in named:
            what = match.groupdict().get("what")
            if what and any(word.startswith(key) for word in WORD.findall(what.lower())):
                return match
    return named[-1]
