"""Numeric claims: quantities, what they count, and what happened to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from extractor.claims.about import set_noun
from extractor.claims.amounts import amount, compared
from extractor.claims.breakdown import break_down
from extractor.claims.clause import Link, links, of_elsewhere
from extractor.claims.counted import find_counted
from extractor.claims.draft import Draft, one_sentence
from extractor.claims.finding import find_drafts
from extractor.claims.happening import Happening
from extractor.claims.ontology import CHANGE_NOUNS, CHANGE_VERBS, UNIT_OF
from extractor.claims.parts import HOW_BADLY, SEVERAL, join_parts, join_those, noun_of_part
from extractor.claims.places import place_of
from extractor.claims.rules import OTHER, RULES
from extractor.claims.said_once import go_on
from extractor.claims.special import find_special, is_zero_claim
from extractor.claims.stance import hedge_of, is_aside, is_denied, is_excepted, source_of
from extractor.claims.story import tell_by_story
from extractor.claims.sums import sum_without_sign
from extractor.claims.tables import read_rows
from extractor.claims.words import GRAMMAR
from extractor.records import Quantity, Span, TextSpan, Timex, Trend

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: The whole of "14 of 20 hikers abducted in May died" has what its own words say, not what befell the part.
OF_WHOLES = tuple(
    rule
    for rule in RULES
    if rule.name in ("claims.own-modifier", "claims.victim-noun", "claims.noun-of", "claims.event-noun")
)
CONFIDENCE = {rule.name: rule.confidence for rule in (*RULES, OTHER)}
#: Rules that need no list of their own: what they are said by is the amount itself.
PLAIN = 0.9
#: What happens to persons only: its verb tells of any noun that it is one.
TO_PERSONS = frozenset(("injured", "kidnapped", "detained", "legal", "expelled"))
OF_VERBS = frozenset(("claims.passive-subject", "claims.object", "claims.subject"))
BY_VERB = frozenset(("claims.passive-subject", "claims.object"))
#: Coordinated figures stand so close at most.
NEARBY = 60
#: "fell back to" right before an amount, however the parser reads it.
MOVED_TO = re.compile(r"(?<![\w-])([a-z]+)\s+(?:(?:back|down)\s+)?to\s+$", re.IGNORECASE)
REACH = 32
#: "shot four people, two fatally".
FATALLY = re.compile(r"\s+(?:of\s+(?:them|which|whom)\s+)?(?:fatal(?:ly)?|mortally)\b")


def find_quantities(doc: Doc, dates: Sequence[Timex], *, all_quantities: bool = False) -> tuple[Quantity, ...]:
    """All numeric claims of `doc` in text order, never overlapping each other; `dates` are spans that are no claims.

    With `all_quantities` durations, ages and bare numbers too.
    """
    taken = sorted((date.start, date.end) for date in dates)
    text = doc.text
    drafts = merged(find_drafts(doc, text, taken, all_quantities=all_quantities), find_special(doc, text))
    for draft in drafts:
        find_counted(draft)
    join_parts(drafts)
    break_down(drafts)
    read_rows(text, drafts)
    for index, draft in enumerate(drafts):
        elided(draft, past_aside(drafts[index - 1]) if index else None)
        settle(draft)
        go_on(draft, drafts[max(0, index - SEVERAL) : index])
    join_those(drafts)
    tell_by_story(text, drafts)
    for draft, before in zip(drafts, [None, *drafts], strict=False):
        take_from_whole(draft)
        infer_noun(draft, past_aside(before) if before is not None else None)
    return tuple(quantity(draft) for draft in drafts if draft.polarity != "zero" or is_zero_claim(draft))


def merged(numbers: Iterable[Draft], special: Iterable[Draft]) -> list[Draft]:
    """Both kinds in text order; where they overlap the longer one."""
    out: list[Draft] = []
    for draft in sorted([*numbers, *special], key=lambda d: (d.start, -d.end)):
        if out and draft.start < out[-1].end:
            continue
        out.append(draft)
    return out


def elided(draft: Draft, before: Draft | None) -> None:
    """What a figure without a noun may count: "1,900 observers; only 240 have arrived"."""
    if draft.kind != "count" or draft.noun is not None or before is None:
        return
    if before.unit != "people" and draft.head.dep_ != "conj":
        return
    if draft.start - before.end < NEARBY and one_sentence(before, draft):
        draft.inferred = before.noun_text or before.inferred


def past_aside(draft: Draft) -> Draft:
    """The figure itself, or the one before it that it is a part of: "31 people, including nine children, and 70"."""
    whole = draft.whole
    return whole if whole is not None and whole.end <= draft.start and one_sentence(whole, draft) else draft


def settle(draft: Draft) -> None:
    """Find what happened to the counted, and the word that says so."""
    noun_of_part(draft)
    if draft.rule:
        return
    if draft.kind in ("duration", "age"):
        draft.event, draft.rule = "other", f"claims.{draft.kind}"
        return
    up = list(links(draft.head if of_elsewhere(draft) else draft.top, draft))
    found = amount_of(draft, up) or event_of(draft, up)
    part = draft.kind in ("percent", "fraction")
    if found is None:
        draft.event, draft.rule = "share" if part else "other", "claims.bare"
        return
    draft.event = found.event
    if found.event == "other" and (sum_of := sum_without_sign(draft)) is not None:
        set_noun(draft, sum_of)
        draft.event, draft.rule, found = "money", "claims.money", Happening("money", sum_of)
    if draft.trend is None and found.event != "cut_off":
        draft.trend = trend_to(draft, up) if draft.kind != "count" else trend_of(up) if draft.noun is None else None
    if found.event == "other" and part:
        draft.event, draft.rule = "share", "claims.share"
    if found.event in TO_PERSONS and draft.rule in BY_VERB and draft.kind == "count":
        draft.unit = "people"
    if draft.unit == "count" and draft.noun_text is None and draft.kind == "count":
        draft.unit = UNIT_OF[draft.event]
    if found.event != "measure":
        draft.said = found.mention
        draft.mention = (found.mention.idx, found.mention.idx + len(found.mention))


def trend_of(up: Sequence[Link]) -> Trend | None:
    """Up or down, where a bare number is what something rose or fell by or to."""
    for link in up:
        word = link.governor.lower_
        if link.role in ("by", "to") and (word in CHANGE_VERBS or (word in CHANGE_NOUNS and link.role == "by")):
            return CHANGE_VERBS.get(word) or CHANGE_NOUNS[word]
    return None


def trend_to(draft: Draft, up: Sequence[Link]) -> Trend | None:
    """Up or down, where an amount is the level that something rose or fell to: "a drop to $4"."""
    right_before = MOVED_TO.search(draft.text, max(0, draft.start - REACH), draft.start)
    words = [right_before[1].lower()] if right_before else []
    for word in (*words, *(link.governor.lower_ for link in up if link.role == "to")):
        if word in CHANGE_VERBS or word in CHANGE_NOUNS:
            return CHANGE_VERBS.get(word) or CHANGE_NOUNS[word]
    return None


def amount_of(draft: Draft, up: Sequence[Link]) -> Happening | None:
    """Event of an amount that is no plain count."""
    if draft.kind in ("fraction", "ratio"):
        found = compared(draft, up)
    elif draft.kind in ("money", "percent", "measure"):
        found = amount(draft, up)
    else:
        return None
    if found is not None:
        draft.rule = f"claims.{found.event.replace('_', '-')}"
    return found


def event_of(draft: Draft, up: Sequence[Link]) -> Happening | None:
    """Event of a count, from the surest rule that answers."""
    for rule in OF_WHOLES if draft.holds_part else (*RULES, OTHER):
        found = rule.find(draft, up)
        if found is not None:
            draft.rule = rule.name
            return found
    return None


def take_from_whole(draft: Draft) -> None:
    """A part without an event of its own shares its whole's."""
    whole = draft.whole
    if whole is None or draft.rule == "claims.table-row":
        return
    fatal = FATALLY.match(draft.text, draft.end) is not None and whole.event in ("injured", "infected")
    badly = fatal or HOW_BADLY.match(draft.text, draft.end) is not None
    if whole.event in ("", "other"):
        if draft.event == "other" and draft.said is None:
            draft.mention, draft.said = whole.mention, whole.said
        return
    if badly or (draft.event in ("other", "share") and not has_own_verb(draft)):
        draft.event, draft.mention, draft.said, draft.rule = whole.event, whole.mention, whole.said, "claims.part"
        if fatal:
            draft.event = "killed"
        if draft.kind == "count" and draft.noun_text is None:
            draft.unit = whole.unit


def has_own_verb(draft: Draft) -> bool:
    """Whether a verb of the part's own says something else of it: "10 of 12 victims were brought back"."""
    said = draft.said
    if said is None or said.lower_ in GRAMMAR.being or (draft.whole is not None and said == draft.whole.said):
        return False
    if draft.event == "other" and draft.rule in OF_VERBS:
        return True
    return draft.rule == "claims.other" and said.tag_[:1] == "V" and said.i > draft.last


def infer_noun(draft: Draft, before: Draft | None) -> None:
    """What an elided noun must be: the whole's, that of the figure it is coordinated with, or people."""
    if draft.kind != "count" or draft.noun_text is not None:
        draft.inferred = None
        return
    if draft.unit != "people":
        draft.inferred = None
    if draft.whole is not None:
        draft.inferred = draft.whole.noun_text or draft.whole.inferred
    elif (
        before is not None
        and draft.head.dep_ == "conj"
        and before.unit == draft.unit
        and draft.start - before.end < NEARBY
    ):
        draft.inferred = before.noun_text or before.inferred
    if draft.inferred is None and draft.unit == "people":
        draft.inferred = "people"


def quantity(draft: Draft) -> Quantity:
    """The finished record of a draft."""
    text, said = draft.text, draft.said
    hedge = hedge_of(draft, said or draft.top)
    source = draft.source or source_of(draft)
    denied = said is not None and draft.event != "cut_off" and is_denied(said) and not does_not(draft)
    if draft.polarity == "affirmed" and (denied or is_excepted(draft)):
        draft.polarity = "negated"
    return Quantity(
        start=draft.start,
        end=draft.end,
        text=text[draft.start : draft.end],
        kind=draft.kind,
        value=draft.value,
        low=draft.low,
        high=draft.high,
        modifier=draft.modifier,
        trend=draft.trend,
        unit=draft.unit,
        noun=draft.noun_text,
        noun_inferred=draft.inferred,
        event=draft.event,
        event_mention=spanned(text, draft.mention),
        polarity=draft.polarity,
        hedge=spanned(text, hedge),
        place=place_of(draft, said),
        source=Span(start=source[0], end=source[1]) if source else None,
        aside=draft.aside or is_aside(draft, said),
        whole=Span(start=draft.whole.start, end=draft.whole.end) if draft.whole else None,
        found_by=draft.rule or "claims.bare",
        confidence=CONFIDENCE.get(draft.rule, PLAIN),
    )


def does_not(draft: Draft) -> bool:
    """Whether those counted only do not do something: "12 jurors did not believe him" counts 12 all the same."""
    return draft.event == "other" and draft.top.dep_ == "nsubj" and draft.top.head == draft.said


def spanned(text: str, where: tuple[int, int] | None) -> TextSpan | None:
    """The range with its characters."""
    return TextSpan(start=where[0], end=where[1], text=text[where[0] : where[1]]) if where else None
