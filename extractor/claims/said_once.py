"""What is said only once for two figures: the unit, the noun, the event of "fell 3 percent, bonds by 2 percent"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.claims.clause import links
from extractor.claims.draft import FAR_BACK, one_sentence, take_event
from extractor.claims.gapping import is_gapped
from extractor.claims.ontology import CHANGE_NOUNS, CHANGE_VERBS, forms
from extractor.claims.words import GRAMMAR
from extractor.numerals import either

if TYPE_CHECKING:
    from extractor.claims.draft import Draft

#: Between a level with its unit and the next without.
ONWARD = re.compile(r"(?:\s\w+){0,2}\s+to\s+", re.IGNORECASE)
AGAIN = re.compile(r"(?:,|\s(?:and|but|while))\s[^.,;\n]{0,40}\bby\s+", re.IGNORECASE)
FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)
#: "fell to 31 percent from 44"
FELL_TO = re.compile(r"\bto\s$", re.IGNORECASE)
#: "dropped to $3 this year, down from $4": the level before is of the same thing.
ONCE = re.compile(
    r"[^;\n]{0,140}?\b(?:(?:up|down)\s+from|compared\s+(?:with|to)|against|versus|vs)\s+(?:(?:an?|just|only)\s+)?"
    r"(?:about\s+|some\s+)?",
    re.IGNORECASE,
)
#: "to 63 last year from 34".
ONCE_FROM = re.compile(r"[^.,;\n]{0,30}(?:,\s[^.,;\n]{3,40},)?\sfrom\s+(?:about\s+|some\s+)?")
#: "fell to 31 percent from 44".
FROM_LEVEL = re.compile(r"\s+from\s+(?:about\s+|some\s+|nearly\s+)?", re.IGNORECASE)
#: "on 29 percent, down four points".
MOVED = re.compile(r",?\s+(?:up|down)\s+(?:by\s+|from\s+)?", re.IGNORECASE)
LEVEL = re.compile(r",?\s+(?:to|at)\s+")
CLOSES = frozenset(form for verb in GRAMMAR.closing for form in forms(verb))
TO_CLOSE = rf"to\s+(?:{either(GRAMMAR.closing)})|{either(form for form in CLOSES if form.endswith('ing'))}"
#: The level at which a rise or fall came to rest: "to end at 1,334", "closing at $4".
CLOSED_AT = re.compile(rf"(?:,?\s+(?:{TO_CLOSE})(?:\s+the\s+\w+)?)?\s+at\s+", re.IGNORECASE)
CLOSING = re.compile(rf"\b(?:{either(CLOSES)})\s+(?:[\w-]+\s+){{0,2}}(?:up|down|higher|lower)\s+$", re.IGNORECASE)
THAT = re.compile(
    rf"\s+(?:that|as\s+(?:much|many)|(?:the|its|last|their)\s+(?:[\w'’-]+\s+){{0,3}}(?:{either(GRAMMAR.that_number)}))\b",
    re.IGNORECASE,
)
OR = re.compile(r"(?:\s[\w'-]+){0,6},?\s+or\s+(?:(?:about|nearly|roughly|some)\s+)?", re.IGNORECASE)
OF_THAT_SUM = re.compile(r"[^.;\n\d]{0,40},\s+including\s+", re.IGNORECASE)
#: "million" and above: a number that large without a noun may be a sum.
SCALED = re.compile(r"(?:million|billion|trillion|bn)$", re.IGNORECASE)
BESIDE = re.compile(r"(?:than|below|above|over|from|against|to|or)\s+(?:the\s+|a\s+)?$", re.IGNORECASE)
PAYING = frozenset(form for verb in GRAMMAR.paying for form in forms(verb))
COUNTED_OF = re.compile(r"\s+\w+\s+of\s+[^.;\n]{1,40}?(?:,|,?\s+and)\s+")
OF_OTHERS = re.compile(r"\s+of\s+(?!(?:them|those|these|the|whom|which|its|their|his|her|our)\b)")
CONVERSION = re.compile(r"\s+\(")
LEVELS = GRAMMAR.levels | GRAMMAR.being
BY = re.compile(r"\bby\s$", re.IGNORECASE)
#: What a level is told by, kind by kind.
LEVEL_EVENTS = {"money": "money", "percent": "share", "measure": "measure"}


def share_unit(draft: Draft, before: Draft) -> None:
    """The unit that is said once: "21 mpg to 24", "10 percent to 12"."""
    if draft.kind != "count" or draft.noun is not None or before.kind not in ("measure", "percent", "money"):
        return
    if ONCE.fullmatch(draft.text, before.end, draft.start) and alike(draft, before):
        draft.kind, draft.unit = before.kind, before.unit
        return
    if before.kind == "percent" and FROM_LEVEL.fullmatch(draft.text, before.end, draft.start) and alike(draft, before):
        draft.kind, draft.unit = before.kind, before.unit
        return
    again = AGAIN.fullmatch(draft.text, before.end, draft.start) and BY.search(
        draft.text, max(0, before.start - 4), before.start
    )
    level = before.kind == "measure" or FROM.search(draft.text, max(0, before.start - 6), before.start)
    gapped = before.kind == "percent" and is_gapped(draft.text, before.end, draft.start)
    back = FELL_TO.search(draft.text, max(0, before.start - 4), before.start) and ONCE_FROM.fullmatch(
        draft.text, before.end, draft.start
    )
    if (
        again
        or gapped
        or (back and alike(draft, before))
        or (level and ONWARD.fullmatch(draft.text, before.end, draft.start))
    ):
        draft.kind, draft.unit = before.kind, before.unit


def alike(draft: Draft, before: Draft) -> bool:
    """Whether two numbers are of one size: "118 yen, down from 119", but not "3 percent, against 40,000 in May"."""
    one, other = draft.value or draft.low, before.value or before.low
    return before.kind == "measure" or (one is not None and other is not None and one < 10 * other and other < 10 * one)


def share_currency(draft: Draft, money: Draft) -> None:
    """The currency that is said once: "promised $290 million, below the 460 million", "gave 20 billion to banks"."""
    if draft.kind == "count" and draft.noun is None and OF_THAT_SUM.fullmatch(draft.text, money.end, draft.start):
        # "pledged 2.5 million euros, including 800,000 for seed"
        draft.kind, draft.unit = "money", money.unit
        return
    if (
        draft.kind != "count"
        or draft.noun is not None
        or not SCALED.search(draft.text, draft.core_start, draft.core_end)
    ):
        return
    beside = (
        money.end <= draft.start
        and one_sentence(money, draft)
        and BESIDE.search(draft.text, max(money.end, draft.start - 16), draft.start)
    )
    if beside or any(
        link.role in ("dobj", "object") and link.governor.lower_ in PAYING for link in links(draft.head, draft)
    ):
        draft.kind, draft.unit = "money", money.unit


def go_on(draft: Draft, earlier: Sequence[Draft]) -> None:
    """Take from a figure before what is said only once for both; `earlier` are the last few, in text order."""
    if not earlier:
        return
    before = told_again(draft, earlier) if draft.form == "again" else earlier[-1]
    if before.whole is not None and before.whole.end <= before.start and draft.noun_text is None:
        # "killed 240 people, 15 of them policemen, against 190 the year before"
        before = before.whole if ONCE.fullmatch(draft.text, before.end, draft.start) else before
    text, kinds = draft.text[before.end : draft.start], (before.kind, draft.kind)
    if draft.unit == "point" and before.kind == "percent" and MOVED.fullmatch(text):
        draft.kind, draft.unit, draft.noun, draft.noun_text = "percent", "percent", before.noun, before.noun_text
    if before.event == "change" and draft.trend is None and CLOSED_AT.fullmatch(text) and closes(before, text):
        draft.trend = before.trend
    level_after(draft, before, text)
    if kinds in (("count", "percent"), ("money", "percent"), ("measure", "percent")):
        same_in_percent(draft, before, text)
    elif draft.kind in ("ratio", "fraction") and draft.event in ("other", "share"):
        times_that(draft, before, text)
    elif draft.kind == "percent" and before.kind == "fraction":
        votes_in_sentence(draft, before)
    elif before.kind == draft.kind:
        converted(draft, before, text)
        gapped_of(draft, before, text)
        votes_in_sentence(draft, before)
        level_of_it(draft, before, text)
        if draft.form == "again" and before.event != "other" and len(text) < FAR_BACK:
            take_event(draft, before)
            draft.unit = before.unit
        level_before(draft, before, text)
        votes_again(draft, earlier)
        change_again(draft, before, text)


def told_again(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """The figure that "put the number at 22" gives again: the last that tells of an event, or else the last."""
    for other in reversed(earlier):
        alike = other.kind == (draft.kind if draft.kind not in ("ratio", "fraction") else "count")
        if alike and other.event != "other" and draft.start - other.end < FAR_BACK:
            return other
    return earlier[-1]


def closes(before: Draft, between: str) -> bool:
    """Whether the move came to rest at what follows: "ended down 1 percent at", "lost 1 percent to close at"."""
    return len(between.split()) > 1 or CLOSING.search(before.text, max(0, before.start - 30), before.start) is not None


def same_in_percent(draft: Draft, before: Draft, between: str) -> None:
    """Such as "1,200 jobs, or 8 percent of its staff", "down $2.15, or 6 percent"."""
    if before.event in ("other", "money", "measure", draft.event) or not OR.fullmatch(between):
        return
    take_event(draft, before)
    draft.trend = before.trend if before.event == "change" else None


def times_that(draft: Draft, before: Draft, between: str) -> None:
    """Such as "204 deaths, but the real figure was twice that": the amount before is what is multiplied."""
    if (
        before.event in ("other", "measure", "share")
        or len(between) > FAR_BACK
        or not THAT.match(draft.text, draft.end)
    ):
        return
    take_event(draft, before)


def level_before(draft: Draft, before: Draft, between: str) -> None:
    """Such as "dropped to $3 this year, down from $4"."""
    once = (ONCE.fullmatch(between) and one_sentence(before, draft)) or (
        before.trend and before.event != "change" and ONCE_FROM.fullmatch(between)
    )
    if draft.noun_text is not None or draft.kind not in ("count", "money", "percent") or not once:
        return
    draft.noun, draft.noun_text, draft.unit = before.noun, before.noun_text, before.unit
    if draft.event == "other" or (draft.event == "share" and before.event not in ("other", "change")):
        take_event(draft, before)


def level_after(draft: Draft, before: Draft, between: str) -> None:
    """Such as "fell 38 points to 4,411", "rose $2 to $31.40": the level is of what moved."""
    if before.event != "change" or not LEVEL.fullmatch(between):
        return
    if draft.event == "change" and draft.said == before.said and draft.kind == before.kind in LEVEL_EVENTS:
        # The parser took both for one amount.
        draft.event, draft.trend = LEVEL_EVENTS[draft.kind], before.trend
    elif draft.event != "change" and draft.noun_text is None:
        draft.noun, draft.noun_text = before.noun, before.noun_text


def votes_again(draft: Draft, earlier: Sequence[Draft]) -> None:
    """Such as "won 84 seats, the Greens 30", "lost 23 seats and will hold 84": what is counted is said only once."""
    if draft.noun_text is not None or draft.event not in ("other", "share"):
        return
    before = earlier[-1]
    if before.event == "votes" and is_gapped(draft.text, before.end, draft.start):
        take_event(draft, before)
        draft.unit = before.unit
        return
    for other in reversed(earlier):
        if other.kind == draft.kind == "count" and other.event == "votes" and one_sentence(other, draft):
            if draft.said is not None and draft.said.lower_ in GRAMMAR.holding:
                take_event(draft, other)
                draft.unit = other.unit
            return


def votes_in_sentence(draft: Draft, before: Draft) -> None:
    """Such as "36 percent of the vote against 31 percent for the Bloc": one sentence gives shares of one vote."""
    if before.event != "votes" or draft.kind != "percent" or draft.event != "share" or not one_sentence(before, draft):
        return
    if draft.noun is None or draft.noun.i < draft.first:
        take_event(draft, before)
        draft.noun, draft.noun_text = None, None


def gapped_of(draft: Draft, before: Draft, between: str) -> None:
    """Such as "three counts of arson and 14 of fraud": the noun before "of" is said only once."""
    if draft.kind != "count" or before.noun is None or not COUNTED_OF.fullmatch(between):
        return
    if OF_OTHERS.match(draft.text, draft.end):
        take_event(draft, before)
        draft.noun, draft.noun_text, draft.unit = None, None, before.unit
        draft.inferred = before.noun_text


def converted(draft: Draft, before: Draft, between: str) -> None:
    """Such as "9 billion rupees ($195 million) in aid": the paper converts, and the sum is of the same thing."""
    if draft.kind not in ("money", "measure") or not CONVERSION.fullmatch(between):
        return
    if draft.kind == "measure":
        draft.aside = True
    elif draft.noun_text is None:
        draft.noun, draft.noun_text = before.noun, before.noun_text


def level_of_it(draft: Draft, before: Draft, between: str) -> None:
    """Such as "Turnout was 58 percent. In May it was 71 percent": of the same thing as the figure before."""
    if (
        draft.noun_text is not None
        or draft.event not in ("other", "share", "money", "measure")
        or len(between) > FAR_BACK / 2
    ):
        return
    verb = draft.head.head.head if draft.head.dep_ == "pobj" else draft.head.head
    if verb.lower_ not in LEVELS or before.said is None:
        return
    if any(c.dep_ == "nsubj" and c.lower_ == "it" for c in verb.children) and is_level(before):
        take_event(draft, before)
        draft.noun, draft.noun_text, draft.unit = before.noun, before.noun_text, before.unit


def is_level(draft: Draft) -> bool:
    """Whether the figure is how high something stood: "was 58 percent", "rose to 12"."""
    at = draft.head.head if draft.head.dep_ == "pobj" else draft.head
    return at.lower_ in ("to", "at") or (at.dep_ in ("attr", "acomp", "dobj") and at.head.lower_ in LEVELS)


def change_again(draft: Draft, before: Draft, between: str) -> None:
    """Such as "shares fell 3 percent, bonds by 2 percent"."""
    if before.event == "change" and draft.event != "change" and AGAIN.fullmatch(between):
        take_event(draft, before)
        own = [w for w in between.lower().split() if w in CHANGE_NOUNS or w in CHANGE_VERBS]
        draft.trend = (CHANGE_VERBS.get(own[-1]) or CHANGE_NOUNS[own[-1]]) if own else before.trend
