"""Which way a sentence points: the tense of the verb that governs a date, and prospective words before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from extractor.dates.anchors import Context, Direction
from extractor.dates.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

VERBS = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG", "VB", "MD"})
FUTURE = frozenset({"will", "shall", "wo", "'ll", "’ll", "ll"})
PAST = frozenset({"was", "were", "had", "did", "has", "have", "'ve", "’ve"})
WOULD = frozenset({"would", "'d", "’d"})
HAS = frozenset({"has", "have"})
MODAL = frozenset({"may", "might", "could", "must", "should", "can"})
TO_BE = frozenset({"to", "be"})
PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
#: With these what was awaited is over ("had been due to expire").
OVER = frozenset({"had"})
AUXILIARIES = frozenset({"aux", "auxpass"})
#: Steps up the tree from a day to the verb that it belongs to.
OWN_REACH = 4
#: How a noun or adjective stands to the noun that it describes.
DESCRIBING = frozenset({"compound", "amod", "nmod"})
#: Words from a describing noun to the one described.
NOUN_REACH = 3
#: Steps up the tree: enough for "on the night of Tuesday", little enough for hostile input.
CLIMB = 12
#: Characters before a date in which a prospective word counts.
LOOK_BACK = 60
#: Words right before a day that make it one to come.
ANNOUNCED = re.compile(
    r"\b(?:until|till|as (?:soon|early) as|starting|beginning|no later than|ahead of|postponed to|delayed to"
    r"|(?:forecast|booked|called|rescheduled|announced) for"
    r"|(?:scheduled|set|slated|due|planned|expected|postponed)(?: again)? (?:for|on)"
    r"|due (?:in|at|before)(?: \w+){1,3} (?:on|in)"
    r"|(?:waiting|wait|braced|bracing|braces|preparing|prepares?|gearing up|ready|in time) for|await(?:s|ing)?"
    r"|(?:[Dd]oors|[Gg]ates|[Pp]olls) (?:open|close)"
    r"|(?:[Ww]arnings?|[Aa]lerts?|[Ff]orecast|[Oo]utlook|[Tt]ickets|chance) (?:for|of)(?: \w+){0,3}?"
    r"(?: (?:on|for|from|through))?)"
    r"\s+(?:(?:on|the|at|from|noon|midnight|early|late|at least|\d\d?(?:[:.]\d\d)? ?[ap]\.?m\.?(?: E[SD]?T)?),?\s+)*$"
)
#: Words right before a day whose trading is over.
CLOSED = re.compile(
    r"(?:['’]s|s['’]|\b(?:the|its|their|last))\s+(?:close|finish|closing (?:price|level|high|low))\s+(?:on\s+)?$"
)
#: Words right before a day up to which something may be done.
LIMIT = re.compile(r"\b(?:by|before)\s+(?:(?:early|late|the end of)\s+)?$")
#: What is told since a day is over, however near the next such day is.
SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
SINCE_REACH = 8
WORD = re.compile(r"[^\W\d_]+")
CLAUSE_END = re.compile(r"[.;:!?]\s|\n\s*\n")


def context_of(doc: Doc, text: str) -> Context:
    """The context of dates in a parsed text; `text` is `doc.text`, which is costly to ask for."""
    verbs = Verbs(doc)

    def tense(start: int, end: int) -> Direction:
        if ANNOUNCED.search(text, max(0, start - LOOK_BACK), start):
            return Direction.FUTURE
        if CLOSED.search(text, max(0, start - LOOK_BACK), start):
            return Direction.PAST
        verb = verbs.above(start, end)
        found = direction(verb)
        if found is Direction.EITHER and verb is not None:
            limit = LIMIT.search(text, max(0, start - LOOK_BACK), start) is not None
            day = verbs.word(end)
            return Direction.FUTURE if looked_to(verb, day, limit=limit) else found
        return found

    def reported(start: int, end: int) -> bool:
        verb = verbs.above(start, end)
        return verb is not None and verb.lower_ in words().reporting.words

    def describes(start: int, end: int) -> bool:
        return of_plural(verbs.word(end))

    def own(start: int, end: int) -> bool:
        verb, day = verbs.above(start, end), verbs.word(end)
        if verb is None or day is None or not hangs_on(verb, day):
            return False
        return direction(verb) is Direction.FUTURE

    return Context(
        tense, lambda start: prospective(text, start), reported, describes, lambda start: since(text, start), own
    )


def of_plural(token: Token | None) -> bool:
    """Whether a word describes a noun in the plural behind it ("night" in "two night watchmen")."""
    if token is None or token.dep_ not in DESCRIBING:
        return False
    head = token.head
    return token.i < head.i <= token.i + NOUN_REACH and head.tag_ in ("NNS", "NNPS")


class Verbs:
    """The verbs of a parse, found by the characters of what they govern."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.starts: Sequence[int] | None = None

    def word(self, end: int) -> Token | None:
        """The word that ends at a character, None in an empty parse."""
        if not len(self.doc):
            return None
        return self.doc[max(bisect_left(self._starts(), end) - 1, 0)]

    def _starts(self) -> Sequence[int]:
        if self.starts is None:
            self.starts = self.doc.to_array("IDX").tolist()
        return self.starts

    def above(self, start: int, end: int) -> Token | None:
        """The nearest verb at or above the words at these characters, None when there is none."""
        if not len(self.doc):
            return None
        starts = self._starts()
        first = max(bisect_right(starts, start) - 1, 0)
        last = max(bisect_left(starts, end) - 1, first)
        token = self.doc[last]
        for _ in range(last - first):
            if not first <= token.head.i <= last or token.head is token:
                break
            token = token.head
        return governor(token)


def direction(verb: Token | None) -> Direction:
    """The direction of a verb, or of the first one above it that has any."""
    for _ in range(4):
        if verb is None:
            return Direction.EITHER
        found = of_verb(verb)
        if found is not None:
            return found
        verb = governor(verb.head) if verb.head is not verb else None
    return Direction.EITHER


def governor(token: Token) -> Token | None:
    """The nearest verb at or above a token."""
    for _ in range(CLIMB):
        if token.tag_ in VERBS:
            return token
        if token.head is token:
            return None
        token = token.head
    return None


def of_verb(verb: Token) -> Direction | None:
    """What a verb with its auxiliaries says; None to ask the verb above it."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in AUXILIARIES}
    if helpers & FUTURE or awaited(verb) or (verb.lower_ in words().arranging.words and not helpers & OVER):
        return Direction.FUTURE
    if verb.lower_ in words().called_off.words and helpers & HAS:
        return Direction.FUTURE
    if verb.tag_ == "VBD" or helpers & PAST:
        return Direction.PAST
    if verb.tag_ == "VBN" and not helpers:
        return Direction.PAST
    if not helpers and (verb.tag_ == "VBG" or (verb.tag_ == "VB" and verb.dep_ == "conj")):
        return None
    return Direction.EITHER


def looked_to(verb: Token, day: Token | None, *, limit: bool) -> bool:
    """Whether a verb that has no tense of its own looks ahead to a day: "would vote", "is expected", "to pay by".

    "Would" must stand before the day; `limit` is whether the day is one up to which something may be done.
    """
    if day is None or any(child.tag_ == "POS" for child in day.children):
        return False
    if limit:
        return True
    helpers = {child.lower_ for child in verb.children if child.dep_ in AUXILIARIES and child.i < day.i}
    if helpers & WOULD and not helpers & PAST:
        return True
    if is_simple_present(verb):
        return is_arranged(verb, day)
    if verb.tag_ == "VBN" and helpers & PRESENT:
        return verb.lower_ in words().awaiting.words
    if helpers & MODAL or helpers >= TO_BE:
        return is_possible(verb) and hangs_on(verb, day)
    return (
        verb.tag_ == "VBG"
        and bool(helpers & PRESENT)
        and verb.lower_ not in words().going_on.words
        and hangs_on(verb, day)
    )


def is_possible(verb: Token) -> bool:
    """Whether what may be or is to be done is to come: not what nobody could do or what could be seen."""
    helpers = {child.lower_ for child in verb.children}
    return not helpers & {*PAST, "not", "n't", "n’t"} and verb.lower_ not in words().perceiving.words


def is_simple_present(verb: Token) -> bool:
    """Whether a verb stands in the present without an auxiliary."""
    return verb.tag_ in ("VBZ", "VBP") and all(child.dep_ not in AUXILIARIES for child in verb.children)


def is_arranged(verb: Token, day: Token) -> bool:
    """Whether a verb in the present tells of what is to come on a day: "begins Friday", "is on Friday"."""
    if verb.lower_ in words().scheduled.words:
        return True
    if verb.lower_ not in PRESENT:
        return False
    return hangs_on(verb, day) or any(child.lower_ in words().awaiting.words for child in verb.children)


def hangs_on(verb: Token, day: Token) -> bool:
    """Whether a day is the verb's own, by a preposition or two and perhaps the hour: "is open from noon on Sunday"."""
    token = day
    for _ in range(OWN_REACH):
        token = token.head
        if token == verb:
            return True
        if token.tag_ != "IN" and token.lower_ not in words().hours.words:
            return False
    return False


def awaited(verb: Token) -> bool:
    """Whether a verb is what somebody expects: "is set to open", "scheduled to close", "is to resume"."""
    if verb.tag_ != "VB" or all(child.lower_ != "to" for child in verb.children):
        return False
    head = verb.head
    if any(child.lower_ in OVER for above in (head, head.head) for child in above.children):
        return False
    return head.lower_ in words().awaiting.words or (head.lower_ in ("is", "are") and verb.dep_ == "xcomp")


def since(text: str, start: int) -> bool:
    """Whether "since" stands right before a character."""
    return SINCE.search(text, max(0, start - SINCE_REACH), start) is not None


def prospective(text: str, start: int) -> bool:
    """Whether a word that looks ahead stands before a character, in the same clause; "Until May, ..." looks back."""
    before = text[max(0, start - LOOK_BACK) : start]
    clause = CLAUSE_END.split(before)[-1]
    listed = words().prospective.words
    return any(word.lower() in listed for word in WORD.findall(clause) if word not in ("Until", "Till"))
