"""Parts and wholes: "a third of them", "including 12 Americans", "10 of 12"; a part shares its whole's event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.claims.counted import NOUN_TAGS, PRONOUNS, is_person
from extractor.claims.gapping import is_gapped
from extractor.claims.ontology import CHANGE_NOUNS, CHANGE_VERBS, STATES, VICTIMS
from extractor.claims.words import GRAMMAR

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.claims.draft import Draft

INCLUDING = re.compile(
    r"(?:\bincluding|\bamong\s+them|\bamong\s+whom|\bof\s+whom|\bof\s+them|\bincludes?|\bincluded|\bamong\s+the\s+dead\s+(?:were|are)|\bmany\s+of\s+them)[,:]?\s+"
    r"(?:(?:the|another|possibly|at\s+least)\s+)?$",
    re.IGNORECASE,
)
OF_PRONOUN = re.compile(
    r"\s+(?:more\s+)?of\s+(?:them|whom|those|these|which|the\s+(?:dead|victims|wounded|injured|deaths|killed|arrested|detainees|suspects))(?!\w)",
    re.IGNORECASE,
)
#: Those can be persons only.
OF_PERSONS = re.compile(
    r"\s+of\s+(?:whom|the\s+(?:dead|victims|wounded|injured|killed|arrested|detainees|suspects)"
    r"|those\s+(?:who|killed|injured|hurt|wounded|arrested|detained|charged|accused|convicted|hospitali[sz]ed))(?!\w)",
    re.IGNORECASE,
)
#: "Twenty-one have been hurt, four seriously."
HOW_BADLY = re.compile(r"\s+(?:of\s+them\s+)?(?:seriously|critically|badly|gravely|severely|slightly|fatally)\s?[.,;]")
OF_IT = re.compile(r"\s+of\s+(?:it|that|which)\b", re.IGNORECASE)
OF_NUMBER = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|our|a\s+total\s+of)\s+)?$", re.IGNORECASE)
AMONG = re.compile(r"\s+(?:[\w'-]+\s+){0,3}(?:was|were|is|are|been)\s+among\s+(?:the\s+)?", re.IGNORECASE)
OF_THOSE = re.compile(r"(?:^|[.\n\"”]\s*|\s)of\s+(?:those|the|these|them)\b[^.\n]{0,40},\s+$", re.IGNORECASE)
#: Between a level with its unit and the next without.
ONWARD = re.compile(r"(?:\s\w+){0,2}\s+to\s+", re.IGNORECASE)
AGAIN = re.compile(r"(?:,|\s(?:and|but|while))\s[^.,;\n]{0,40}\bby\s+", re.IGNORECASE)
FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)
#: "dropped to $3 this year, down from $4": the level before is of the same thing.
ONCE = re.compile(
    r"[^;\n]{0,140}?\b(?:(?:up|down)\s+from|compared\s+(?:with|to)|against|versus|vs)\s+(?:(?:an?|just|only)\s+)?"
    r"(?:about\s+|some\s+)?",
    re.IGNORECASE,
)
#: "to 63 last year from 34".
ONCE_FROM = re.compile(r"[^.,;\n]{0,30}\sfrom\s+(?:about\s+|some\s+)?")
LEVEL = re.compile(r",?\s+(?:to|at)\s+")
#: The level at which a rise or fall came to rest: "to end at 1,334", "closing at $4".
CLOSED_AT = re.compile(
    r"(?:,?\s+(?:to\s+(?:end|close|finish|settle)|ending|closing|finishing|settling)(?:\s+the\s+\w+)?)?\s+at\s+",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"\b(?:ended|closed|finished|settled|ends|closes)\s+(?:[\w-]+\s+){0,2}(?:up|down|higher|lower)\s+$", re.IGNORECASE
)
THAT = re.compile(
    r"\s+(?:that|as\s+(?:much|many)|(?:the|its|last|their)\s+(?:[\w'’-]+\s+){0,3}(?:figure|number|total|amount|toll|level|sum|rate))\b",
    re.IGNORECASE,
)
OR = re.compile(r"(?:\s[\w'-]+){0,6},?\s+or\s+(?:(?:about|nearly|roughly|some)\s+)?", re.IGNORECASE)
BY = re.compile(r"\bby\s$", re.IGNORECASE)
#: What a level is told by, kind by kind.
LEVEL_EVENTS = {"money": "money", "percent": "share", "measure": "measure"}
WORD = re.compile(r"[a-z]+")
BEING = GRAMMAR.being
#: What a party does with seats.
HOLDING = frozenset(
    (
        "hold",
        "holds",
        "held",
        "have",
        "has",
        "had",
        "keep",
        "kept",
        "win",
        "won",
        "lose",
        "lost",
        "need",
        "needs",
        "needed",
        "take",
        "took",
    )
)
FAR_BACK = 400
#: So many figures are looked back over at most.
SEVERAL = 6
#: No sentence has more tokens between two figures of which one is the other's whole.
SENTENCE = 80


def join_parts(drafts: Sequence[Draft]) -> None:
    """Set `whole` where a quantity is a part of another one. `drafts` in text order."""
    for index, draft in enumerate(drafts):
        if draft.kind not in ("count", "fraction", "percent"):
            continue
        draft.whole = whole_of(draft, drafts, index)
        if draft.whole is not None and draft.whole.start > draft.end:
            draft.whole.holds_part = True
        if index:
            share_unit(draft, drafts[index - 1])


def share_unit(draft: Draft, before: Draft) -> None:
    """The unit that is said once: "21 mpg to 24", "10 percent to 12"."""
    if draft.kind != "count" or draft.noun is not None or before.kind not in ("measure", "percent", "money"):
        return
    if before.kind == "measure" and ONCE.fullmatch(draft.text, before.end, draft.start):
        draft.kind, draft.unit = before.kind, before.unit
        return
    again = AGAIN.fullmatch(draft.text, before.end, draft.start) and BY.search(
        draft.text, max(0, before.start - 4), before.start
    )
    level = before.kind == "measure" or FROM.search(draft.text, max(0, before.start - 6), before.start)
    gapped = before.kind == "percent" and is_gapped(draft.text, before.end, draft.start)
    if again or gapped or (level and ONWARD.fullmatch(draft.text, before.end, draft.start)):
        draft.kind, draft.unit = before.kind, before.unit


def go_on(draft: Draft, earlier: Sequence[Draft]) -> None:
    """Take from a figure before what is said only once for both; `earlier` are the last few, in text order."""
    if not earlier:
        return
    before = told_again(draft, earlier) if draft.form == "again" else earlier[-1]
    if before.whole is not None and before.whole.end <= before.start and draft.noun_text is None:
        # "killed 240 people, 15 of them policemen, against 190 the year before"
        before = before.whole if ONCE.fullmatch(draft.text, before.end, draft.start) else before
    text, kinds = draft.text[before.end : draft.start], (before.kind, draft.kind)
    if before.event == "change" and draft.trend is None and CLOSED_AT.fullmatch(text) and closes(before, text):
        draft.trend = before.trend
    level_after(draft, before, text)
    if kinds in (("count", "percent"), ("money", "percent"), ("measure", "percent")):
        same_in_percent(draft, before, text)
    elif draft.kind == "ratio" and draft.event == "other":
        times_that(draft, before, text)
    elif before.kind == draft.kind:
        if draft.form == "again" and before.event != "other" and len(text) < FAR_BACK:
            take_event(draft, before)
            draft.unit = before.unit
        level_before(draft, before, text)
        votes_again(draft, earlier)
        change_again(draft, before, text)


def told_again(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """The figure that "put the number at 22" gives again: the last that tells of an event, or else the last."""
    for other in reversed(earlier):
        if other.kind == draft.kind and other.event != "other" and draft.start - other.end < FAR_BACK:
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
            if draft.said is not None and draft.said.lower_ in HOLDING:
                take_event(draft, other)
                draft.unit = other.unit
            return


def change_again(draft: Draft, before: Draft, between: str) -> None:
    """Such as "shares fell 3 percent, bonds by 2 percent"."""
    if before.event == "change" and draft.event != "change" and AGAIN.fullmatch(between):
        take_event(draft, before)
        own = [w for w in between.lower().split() if w in CHANGE_NOUNS or w in CHANGE_VERBS]
        draft.trend = (CHANGE_VERBS.get(own[-1]) or CHANGE_NOUNS[own[-1]]) if own else before.trend


def take_event(draft: Draft, other: Draft) -> None:
    """Let the same have happened to both."""
    draft.event, draft.said, draft.mention, draft.rule = other.event, other.said, other.mention, other.rule


def whole_of(draft: Draft, drafts: Sequence[Draft], index: int) -> Draft | None:
    """The quantity that this one is a part of, None where it is on its own."""
    text = draft.text
    following = drafts[index + 1] if index + 1 < len(drafts) else None
    of_money = following is not None and following.kind == "money" and draft.kind == "count"
    if following is not None and of_money and OF_NUMBER.fullmatch(text, draft.end, following.start):
        draft.kind, draft.unit, draft.noun, draft.noun_text = "money", following.unit, None, None
        return following
    if following is not None and following.kind == "count" and following.start - draft.end < 40:
        between = text[draft.end : following.start]
        if (OF_NUMBER.fullmatch(strip_noun(between)) or AMONG.fullmatch(between)) and following.modifier != "range":
            return following
    if draft.kind in ("fraction", "percent") and index and OF_IT.match(text, draft.end):
        before = drafts[index - 1]
        return before if before.kind == "money" and one_sentence(before, draft) else None
    if (
        OF_PRONOUN.match(text, draft.end)
        or HOW_BADLY.match(text, draft.end)
        or INCLUDING.search(text, max(0, draft.start - 40), draft.start)
    ):
        return previous_count(draft, drafts, index)
    return None


def join_those(drafts: Sequence[Draft]) -> None:
    """Set `whole` in "Of those killed, 11 were ..." and in what goes on from it. Events must be known."""
    last: Draft | None = None
    for index, draft in enumerate(drafts):
        if draft.kind != "count":
            continue
        if OF_PERSONS.match(draft.text, draft.end):
            last = draft
        if draft.whole is not None:
            other_whole(draft, drafts[max(0, index - SEVERAL) : index])
            continue
        those = OF_THOSE.search(draft.text, max(0, draft.start - 60), draft.start)
        if those:
            draft.whole = those_of(draft, those[0], drafts[max(0, index - 8) : index])
            last = draft
        elif last is not None and draft.noun is None and is_subject(draft) and one_sentence(last, draft):
            if last.whole is not None:
                draft.whole = last.whole
            elif draft.event == "other" and is_before_being(draft):
                take_event(draft, last)
                draft.unit = last.unit


def other_whole(draft: Draft, earlier: Sequence[Draft]) -> None:
    """In "the victims included six Turks" the whole is the last figure of victims, whatever stands between.

    A figure of which nothing is told may be the whole, too: "They stopped 40 men. Arrests included 4 men."
    """
    if draft.rule != "claims.toll" or draft.whole is None or draft.whole.event == draft.event:
        return
    same = [d for d in earlier if d.event == draft.event and d.whole is None and draft.start - d.end < FAR_BACK]
    if same:
        draft.whole = same[-1]
    elif draft.whole.event not in ("", "other"):
        draft.whole = None


def those_of(draft: Draft, named: str, earlier: Sequence[Draft]) -> Draft | None:
    """Of the figures shortly before the last of the event that "of the dead" names, else of the part's own event."""
    near = [d for d in earlier if draft.start - d.end < FAR_BACK and d.kind == "count"]
    events = {STATES.get(word) or VICTIMS.get(word) for word in WORD.findall(named.lower())} - {None}
    same = [d for d in near if d.event in (events or {draft.event}) and d.whole is None]
    return same[-1] if same else near[-1] if near else None


def is_subject(draft: Draft) -> bool:
    """Whether a verb says something of the figure."""
    return draft.head.dep_ in ("nsubj", "nsubjpass") or is_before_being(draft)


def is_before_being(draft: Draft) -> bool:
    """Whether what they are follows right behind: "two were Turks"."""
    return draft.last + 1 < len(draft.doc) and draft.doc[draft.last + 1].lower_ in BEING


def strip_noun(between: str) -> str:
    """Between "10" and "12" in "10 people of 12" only "of" counts."""
    at = between.lower().rfind(" of ")
    return between[at:] if at > 0 and between[:at].strip().isalpha() else between


def previous_count(draft: Draft, drafts: Sequence[Draft], index: int) -> Draft | None:
    """The nearest count before, in the same sentence or else shortly before."""
    persons = OF_PERSONS.match(draft.text, draft.end) is not None
    for other in reversed(drafts[max(0, index - 6) : index]):
        if draft.start - other.end > FAR_BACK:
            return None
        # A part is no whole of the next part: "12 of them Americans, 3 of them children".
        if other.whole is not None and other.whole.start != other.start:
            if other.whole.end <= draft.start:
                # Never over a candidate of its own sentence to one of an earlier.
                return other if one_sentence(other, draft) and not one_sentence(other.whole, other) else other.whole
            continue
        if other.kind == "count" and not (persons and other.unit != "people" and other.noun_text):
            return other
    return None


def one_sentence(first: Draft, second: Draft) -> bool:
    """Whether no sentence begins between two figures, the first of which stands before."""
    doc = first.doc
    if second.first - first.last > SENTENCE:
        return False
    return not any(doc[i].is_sent_start for i in range(first.last + 1, second.first + 1))


def noun_of_part(draft: Draft) -> None:
    """What a part of "them" is: in "a third of them civilians" civilians, in "9 of them were found" as in the whole."""
    noun = draft.noun
    if noun is None or noun.lower_ not in PRONOUNS:
        return
    told = predicate_after(noun)
    if noun.lower_ == "those" and any(c.dep_ in ("acl", "relcl") for c in noun.children):
        draft.noun_text = None
    elif told is not None:
        draft.noun, draft.noun_text = told, told.text
        if draft.kind == "count" and draft.whole is not None:
            # Its predicate is a noun: the next verb is the whole's.
            draft.event, draft.rule = "other", "claims.part"
    elif draft.whole is not None and draft.whole.noun_text is not None:
        draft.noun_text = draft.whole.noun_text
    else:
        draft.noun_text = None
    if draft.kind == "count":
        person = draft.noun_text is not None and is_person(draft.noun_text.lower(), draft.noun)
        draft.unit = "people" if person or (draft.whole is not None and draft.whole.unit == "people") else "count"


def predicate_after(pronoun: Token) -> Token | None:
    """The noun that follows "of them" without a verb: "eight of them Americans", "two of them small children"."""
    doc = pronoun.doc
    found: Token | None = None
    for token in doc[pronoun.i + 1 : pronoun.i + 5]:
        if token.ent_type_ in ("DATE", "TIME"):
            break
        if token.tag_ in NOUN_TAGS:
            found = token
            if token.tag_ in ("NNS", "NNPS"):
                break
        elif token.tag_ not in ("JJ", "DT", "VBN", "HYPH") or token.is_sent_start:
            break
    return found
