"""Parts and wholes: "a third of them", "including 12 Americans", "10 of 12"; a part shares its whole's event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.claims.clause import sense_of
from extractor.claims.counted import NOUN_TAGS, PRONOUNS, TIME_NOUNS, is_person
from extractor.claims.draft import FAR_BACK, SENTENCE, one_sentence, take_event
from extractor.claims.ontology import STATES, VICTIMS, Role
from extractor.claims.phrases import own_state
from extractor.claims.said_once import share_currency, share_unit
from extractor.claims.words import GRAMMAR
from extractor.numerals import either

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.claims.draft import Draft

INCLUDING = re.compile(
    r"(?:\bincluding|\bamong\s+(?:them|whom)(?:\s+(?:were|was|are|is))?|\bof\s+whom|\bof\s+them|\bincludes?|\bincluded|\bamong\s+the\s+dead\s+(?:were|are)|\bmany\s+of\s+them)[,:]?\s+"
    r"(?:(?:the|another|possibly|at\s+least)\s+)?$",
    re.IGNORECASE,
)
BEFALLEN = either(GRAMMAR.befallen)
OF_PRONOUN = re.compile(
    rf"\s+(?:more\s+)?of\s+(?:them|whom|those|these|which|the\s+(?:{BEFALLEN}))(?!\w)", re.IGNORECASE
)
#: Those can be persons only.
OF_PERSONS = re.compile(
    rf"\s+of\s+(?:whom|the\s+(?:{BEFALLEN})|those\s+(?:who|{either(GRAMMAR.befell)}))(?!\w)", re.IGNORECASE
)
#: "Twenty-one have been hurt, four seriously."
HOW_BADLY = re.compile(rf"\s+(?:of\s+them\s+)?(?:{either(GRAMMAR.how_badly)})\s?[.,;]")
OF_IT = re.compile(r"\s+of\s+(?:it|that|which)\b", re.IGNORECASE)
OF_NUMBER = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|our|a\s+total\s+of|(?:[\w-]+\s){0,3}[\w-]+(?:['’]s|s['’]))\s+)?$",
    re.IGNORECASE,
)
#: "Of the 214 who died, 141 were".
OF_ALL = re.compile(r"(?:^|[.\n!?\"”]\s*)(?:and\s|but\s)?of\s+(?:the|its|their|those|these)\s$", re.IGNORECASE)
ALL_WHO = re.compile(r"[^.,;\n\d]{0,80},\s+(?:[a-z]+\s){0,2}", re.IGNORECASE)
SUM_WHO = re.compile(r"[^.;\n\d]{0,80},\s+(?:[a-z]+\s){0,5}", re.IGNORECASE)
AMONG = re.compile(r"\s+(?:[\w'-]+\s+){0,3}(?:was|were|is|are|been)\s+among\s+(?:the\s+)?", re.IGNORECASE)
OF_THOSE = re.compile(r"(?:^|[.\n\"”]\s*|\s)of\s+(?:those|the|these|them)\b[^.\n]{0,40},\s+$", re.IGNORECASE)
OF_THEM = re.compile(r"\s+of\s+them\b", re.IGNORECASE)
ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj"))
#: So many tokens back "them" may stand without a number.
NEAR = 40
#: "to 89 from 61": what it was before is no whole of what is told now.
WAS = re.compile(r"\bfrom\s$", re.IGNORECASE)
WORD = re.compile(r"[a-z]+")
BEING = GRAMMAR.being
#: "of those who pay", "of those injured", "of the injured": their own words tell who they are.
THOSE = re.compile(r"\s+of\s+(?:those|the)\s+(\w+)", re.IGNORECASE)
#: So many figures are looked back over at most.
SEVERAL = 6
#: Those whom the story has told of may stand a little further back.
MANY = 12
#: "More than 50" are no more than so many times as many.
SLACK = 2


def join_parts(drafts: Sequence[Draft]) -> None:
    """Set `whole` where a quantity is a part of another one. `drafts` in text order."""
    money = next((draft for draft in drafts if draft.kind == "money"), None)
    for index, draft in enumerate(drafts):
        money = draft if draft.kind == "money" else money
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        if draft.kind == "money" and following is not None and following.kind == "money":
            # "$25 million of the $60 million that is needed"
            draft.whole = following if OF_NUMBER.fullmatch(draft.text, draft.end, following.start) else None
        if draft.kind not in ("count", "fraction", "percent"):
            continue
        if money is not None:
            share_currency(draft, money)
        draft.whole = whole_of(draft, drafts, index)
        if draft.whole is not None and draft.whole.start > draft.end:
            draft.whole.holds_part = True
        if index:
            share_unit(draft, drafts[index - 1])


def whole_of(draft: Draft, drafts: Sequence[Draft], index: int) -> Draft | None:
    """The quantity that this one is a part of, None where it is on its own."""
    text = draft.text
    following = drafts[index + 1] if index + 1 < len(drafts) else None
    of_money = following is not None and following.kind == "money" and draft.kind == "count"
    if following is not None and following.kind == "money" and draft.kind in ("fraction", "percent"):
        # "only a third of the $75 million that it was promised"
        return following if OF_NUMBER.fullmatch(text, draft.end, following.start) else None
    if following is not None and of_money and OF_NUMBER.fullmatch(text, draft.end, following.start):
        draft.kind, draft.unit, draft.noun, draft.noun_text = "money", following.unit, None, None
        return following
    if following is not None and following.kind == "count" and following.start - draft.end < 40:
        between = text[draft.end : following.start]
        if (OF_NUMBER.fullmatch(strip_noun(between)) or AMONG.fullmatch(between)) and following.modifier != "range":
            return following
    if index and draft.kind == "count" and is_of_those_before(draft, drafts[index - 1]):
        return drafts[index - 1]
    if draft.kind == "percent" and index and is_of_sum_before(draft, drafts[index - 1]):
        return drafts[index - 1]
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


def is_of_those_before(draft: Draft, before: Draft) -> bool:
    """Whether the figure before begins the sentence as the whole: "Of the 214 who died, 141 were children"."""
    text = draft.text
    opens = OF_ALL.search(text, max(0, before.start - 12), before.start) is not None
    return opens and ALL_WHO.fullmatch(text, before.end, draft.start) is not None and not is_more(draft, before)


def is_of_sum_before(draft: Draft, before: Draft) -> bool:
    """Whether a sum begins the sentence as the whole: "Of the $340 million we asked for, we have 38 percent"."""
    text = draft.text
    opens = OF_ALL.search(text, max(0, before.start - 12), before.start) is not None
    return opens and before.kind == "money" and SUM_WHO.fullmatch(text, before.end, draft.start) is not None


def join_those(drafts: Sequence[Draft]) -> None:
    """Set `whole` in "Of those killed, 11 were ..." and in what goes on from it. Events must be known."""
    last: Draft | None = None
    for index, draft in enumerate(drafts):
        if draft.kind != "count":
            own_whole(draft, drafts[max(0, index - MANY) : index])
            continue
        if OF_PERSONS.match(draft.text, draft.end):
            last = draft
        if draft.whole is not None:
            other_whole(draft, drafts[max(0, index - SEVERAL) : index])
            own_whole(draft, drafts[max(0, index - MANY) : index])
            continue
        those = OF_THOSE.search(draft.text, max(0, draft.start - 60), draft.start)
        if those:
            before = drafts[index - 1] if index else None
            # "Of the 90 aboard, 60 swam, 25 drowned": one whole for both.
            onward = before is not None and before.whole is not None and before.start > those.start()
            draft.whole = (
                before.whole
                if before is not None and onward
                else those_of(draft, those[0], drafts[max(0, index - 8) : index])
            )
            last = draft
        elif last is not None and draft.noun is None and is_subject(draft) and one_sentence(last, draft):
            if last.whole is not None:
                draft.whole = last.whole
            elif draft.event == "other" and is_before_being(draft):
                take_event(draft, last)
                draft.unit = last.unit
        elif index and are_some_of(draft, drafts[index - 1]):
            draft.whole = drafts[index - 1]


def are_some_of(draft: Draft, before: Draft) -> bool:
    """Whether a bare number says what some of those just told of are: "30 people died. Twelve were children"."""
    if draft.noun is not None or draft.event != "other" or not is_before_being(draft) or draft.head.dep_ != "nsubj":
        return False
    told = before.unit == "people" and before.kind == "count" and before.event not in ("", "other")
    if not told or before.whole is not None or is_more(draft, before) or sentences_between(before, draft) > 1:
        return False
    verb = draft.head.head
    return any(c.dep_ == "attr" and c.tag_[:1] == "N" and is_person(c.lower_, c) for c in verb.children)


def sentences_between(first: Draft, second: Draft) -> int:
    """How many sentences begin between two figures, no further apart than those of two sentences may be."""
    doc = first.doc
    if second.first - first.last > SENTENCE:
        return SENTENCE
    return sum(bool(doc[i].is_sent_start) for i in range(first.last + 1, second.first + 1))


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


def own_whole(draft: Draft, earlier: Sequence[Draft]) -> None:
    """The whole of "22 of those injured" is the last figure of injured; "a fifth of those who pay" has none."""
    those = THOSE.match(draft.text, draft.end)
    if those is None:
        return
    found = own_state(draft.noun) if draft.noun is not None and draft.noun.lower_ == "those" else None
    named = STATES.get(those[1].lower()) or (found[0] if found else None)
    same = [d for d in earlier if d.kind == "count" and d.event == named and d.whole is not draft]
    now = [d for d in same if not WAS.search(d.text, max(0, d.start - 8), d.start)]
    if now or same:
        last = (now or same)[-1]
        draft.whole = last.whole or last
    elif draft.whole is not None and is_apart(draft, named):
        draft.whole = None


def is_apart(draft: Draft, named: str | None) -> bool:
    """Whether a clause of their own tells who "those" are, and nothing told before is of them."""
    noun, whole = draft.noun, draft.whole
    if named is not None:
        return whole is not None and whole.event not in ("", "other")
    return noun is not None and any(c.dep_ in ("acl", "relcl") for c in noun.children)


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
        if is_more(draft, other):
            # "In 50 towns 7,000 marched, including 900 in the capital": no 900 of 50 towns.
            continue
        # A part is no whole of the next part: "12 of them Americans, 3 of them children".
        if other.whole is not None and other.whole.start != other.start:
            if other.whole.end <= draft.start:
                # Never over a candidate of its own sentence to one of an earlier.
                return other if one_sentence(other, draft) and not one_sentence(other.whole, other) else other.whole
            continue
        if other.kind == "count" and not (persons and other.unit != "people" and other.noun_text):
            return other if persons or one_sentence(other, draft) or not others_between(other, draft) else None
    return None


def others_between(other: Draft, draft: Draft) -> bool:
    """Whether "them" are others, told of since without a number: "40 clerks. It builds boats and has 90 of them"."""
    if not OF_THEM.match(draft.text, draft.end) or befalls(draft):
        return False
    for token in draft.doc[max(other.last + 1, draft.first - NEAR) : draft.first]:
        plural = token.tag_ == "NNS" and token.dep_ in ARGUMENTS and token.lower_ != (other.noun_text or "").lower()
        if plural and token.lower_ not in TIME_NOUNS and not any(c.tag_ == "CD" for c in token.lefts):
            return True
    return False


def befalls(draft: Draft) -> bool:
    """Whether a verb tells of the part what only befalls persons, or a noun behind it that they are persons."""
    verb = draft.head.head
    role: Role = "object" if draft.head.dep_ == "nsubjpass" else "subject"
    told = predicate_after(draft.noun) if draft.noun is not None else None
    are = next((c for c in verb.children if c.dep_ == "attr"), None) if verb.lower_ in BEING else None
    persons = any(noun is not None and is_person(noun.lower_, noun) for noun in (told, are))
    return persons or sense_of(verb, role, draft.head, "") is not None


def is_more(draft: Draft, other: Draft) -> bool:
    """Whether a count is larger than what it would be a part of can be."""
    least = draft.value if draft.value is not None else draft.low
    most = other.high if other.value is None else other.value if other.modifier == "exact" else SLACK * other.value
    return draft.kind == other.kind == "count" and least is not None and most is not None and least > most


def noun_of_part(draft: Draft) -> None:
    """What a part of "them" is: in "a third of them civilians" civilians, in "9 of them were found" as in the whole."""
    noun = draft.noun
    if noun is None or noun.lower_ not in PRONOUNS:
        return
    told = predicate_after(noun)
    own = ("acl", "relcl") if draft.whole is not None else ("acl", "relcl", "prep")
    if noun.lower_ == "those" and any(c.dep_ in own for c in noun.children):
        # "a fifth of those who pay" is of no one told before.
        draft.noun_text = noun.text
    elif told is not None:
        draft.noun, draft.noun_text = told, told.text
        if draft.kind == "count" and draft.whole is not None:
            # Its predicate is a noun: the next verb is the whole's.
            draft.event, draft.rule = "other", "claims.part"
    elif draft.whole is not None and draft.whole.noun_text is not None:
        draft.noun_text = draft.whole.noun_text
    elif draft.whole is None and noun.lower_ in ("those", "us"):
        draft.noun_text = noun.text
    else:
        draft.noun_text = None
    if draft.kind == "count":
        person = OF_PERSONS.match(draft.text, draft.end) or (
            draft.noun_text is not None and is_person(draft.noun_text.lower(), draft.noun)
        )
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
