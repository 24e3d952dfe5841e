"""What a quantity counts: the noun beside it, and whether that is people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.claims.ontology import STATES
from extractor.claims.units import NORMAL, SCALE_LETTERS, SHORT, UNITS, normal
from extractor.claims.words import GRAMMAR
from extractor.lexicon import read_own

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.claims.draft import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleList:
    """`people.toml`."""

    words: frozenset[str]
    endings: tuple[str, ...]


PEOPLE = read_own("extractor.claims", "people.toml", PeopleList)
GROUP_SIZE = re.compile(r"-(?P<noun>[A-Za-z]+)")
NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS"))
#: What can stand between a number and the noun it counts.
INSIDE_TAGS = frozenset(
    ("JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "VBN", "VBG", "HYPH", "CD", "RB", "CC", ",", "``", "''", "NNS")
)
MODIFYING = frozenset(("nummod", "quantmod", "compound", "amod", "nmod", "poss", "advmod", "det", "predet"))
PRONOUNS = GRAMMAR.pronouns
CONTAINERS = GRAMMAR.containers
#: "twice as many as last year" counts none of these.
QUANTIFIERS = frozenset(("many", "much", "few", "several"))
ELIDED_NOUNS = GRAMMAR.elided
LONGEST_PHRASE = 7
#: Between a measure and "of": "1,200 pounds (540 kilograms) of fertilizer".
CONVERTED = re.compile(r"\s*(?:\([^()\n]{1,30}\)|\))\s+(?=of\s)")
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
#: Units whose words mean other things where no number stands right before them.
NO_MEASURES = frozenset(("degree", "point", "bit", "stone", "pound", "DEM", "KRW", "ZAR", "crown", "AMD", "second"))
#: "300,000 last year" counts no years.
TIME_NOUNS = frozenset(plural for name in UNITS.times for plural in (name, f"{name}s", "today", "centuries", "monday"))


def find_counted(draft: Draft) -> None:
    """Set `noun`, `top` and the unit of a count ("people" or "count")."""
    grouped = GROUP_SIZE.match(draft.text, draft.core_end) if draft.kind == "count" else None
    noun = noun_beside(draft)
    if noun is None and grouped:
        noun = noun_in_group(draft, grouped.end())
    if noun is not None and (noun.lower_ in QUANTIFIERS or is_scale(noun) or does_something(draft)):
        noun = None
    if noun is not None:
        draft.noun, draft.top = noun, noun
    if grouped and grouped["noun"].lower() in GRAMMAR.sizes:
        draft.noun_text = grouped["noun"]
        draft.noun = None
    elif noun is not None and not ((noun.lower_ in ELIDED_NOUNS and not is_set(noun)) or noun.lower_ in PRONOUNS):
        draft.noun_text = noun.text
    elif noun is None and draft.kind == "count" and (body := body_of(draft.head)) is not None:
        draft.noun, draft.noun_text = body, body.text
        draft.unit = "people"
        return
    if draft.noun_text is not None and draft.kind == "count" and not_counted(draft):
        return
    if draft.noun_text is not None and draft.kind == "count":
        draft.unit = "people" if is_person(draft.noun_text.lower(), draft.noun) else "count"


def is_scale(noun: Token) -> bool:
    """Whether the word is the scale of a number: in "$25m of the $60 million" neither is counted."""
    return (noun.lower_ in SCALE_LETTERS or noun.tag_ == "CD") and noun.i > 0 and noun.nbor(-1).tag_ == "CD"


def does_something(draft: Draft) -> bool:
    """Whether a verb follows right behind a part: in "a third have gates" nothing behind it is what it is of."""
    behind = draft.doc[draft.last + 1 : draft.last + 2]
    return draft.form == "fraction" and len(behind) > 0 and behind[0].tag_ in ("VBP", "VBZ")


def body_of(number: Token) -> Token | None:
    """The body of people that a number is the size of: "its crew of four", "a family of six"."""
    of = number.head
    if number.dep_ != "pobj" or of.lower_ != "of":
        return None
    peopled = of.head.lower_ in GRAMMAR.peopled and of.head.tag_ == "NN"
    return of.head if peopled or of.head.lower_ in GRAMMAR.bodies else None


def is_set(noun: Token) -> bool:
    """Whether an adjective stands for those it is said of: "31 of the dead", not "31 dead"."""
    return noun.dep_ == "pobj" and any(c.lower_ in ("the", "those") for c in noun.children)


def noun_in_group(draft: Draft, end: int) -> Token | None:
    """The noun behind "50-strong", where the parse does not join it to the number."""
    for token in draft.doc[draft.last + 1 : draft.last + LONGEST_PHRASE]:
        if token.idx >= end and token.tag_ in NOUN_TAGS:
            return token
    return None


def not_counted(draft: Draft) -> bool:
    """Whether the noun is a unit after all, words between: "517 rushing yards"; then it is a measure."""
    family, unit = NORMAL.get(normal((draft.noun_text or "").lower()), ("", ""))
    if family not in ("measure", "money") or draft.noun is None or len(draft.noun) <= SHORT or unit in NO_MEASURES:
        return False
    draft.kind, draft.unit = ("money", unit) if family == "money" else ("measure", unit)
    draft.top = draft.noun
    draft.noun, draft.noun_text = None, None
    return True


def noun_beside(draft: Draft) -> Token | None:
    """The noun that the number stands before, or that "of" joins to it; None where it is elided."""
    head = draft.head
    if head.dep_ in MODIFYING and head.head.i > draft.last and head.head != head:
        top = head.head
        while (
            top.dep_ in ("nummod", "compound", "quantmod", "nmod", "amod") and top.head.i > top.i and top.tag_ != "NNS"
        ):
            top = top.head
        if is_measured(top, draft.last) or is_time(top):
            return None
        if top.tag_ in NOUN_TAGS or top.tag_ in ("JJ", "VBN", "JJR") or top.lower_ == "others":
            return top
    after = noun_after_of(draft)
    if after is not None:
        return after
    last = draft.doc[draft.last]
    if draft.form == "one_in" and last.dep_ == "nummod" and last.head.i > last.i:
        return last.head
    return noun_right_behind(draft)


def is_time(noun: Token) -> bool:
    """Whether the noun is a unit of time or a day, of which none is counted: "300,000 last year", "89 late Tuesday"."""
    return noun.lower_ in TIME_NOUNS or (noun.tag_ == "NNP" and noun.ent_type_ in ("DATE", "TIME"))


def is_measured(top: Token, last: int) -> bool:
    """Whether the noun is the unit of a number of its own: "a town of 64,000 about 120 miles east of the port"."""
    family, _ = NORMAL.get(normal(top.lower_), ("", ""))
    return family == "measure" and top.i > 0 and top.nbor(-1).tag_ == "CD" and top.i - 1 > last


def noun_after_of(draft: Draft) -> Token | None:
    """The noun of "dozens of people", "10 of his men"; also where the parse hangs "of" elsewhere."""
    doc = draft.doc
    at = draft.last + 1
    if at < len(doc) and doc[at].lower_ == "more" and at + 1 < len(doc):
        at += 1
    converted = CONVERTED.match(draft.text, draft.end) if draft.kind == "measure" and not is_within(draft) else None
    while converted and at < len(doc) and doc[at].idx < converted.end():
        at += 1
    if at >= len(doc) or doc[at].lower_ != "of":
        return None
    if (set_of := set_behind(draft, at)) is not None:
        return set_of
    for child in doc[at].children:
        if child.dep_ in ("pobj", "pcomp") and child.i > at:
            # "hundreds of smuggling suspects"
            object_ = next((c for c in child.children if c.dep_ == "dobj"), None) if child.tag_ == "VBG" else None
            return object_ or last_of_names(whole_word(child))
    return None


def set_behind(draft: Draft, of: int) -> Token | None:
    """The adjective of "of the injured, six of them women", which the parse hangs on the women."""
    ahead = draft.doc[of + 1 : of + 4]
    apart = len(ahead) == 3 and ahead[0].lower_ in ("the", "those") and ahead[2].text in (",", ";", ".", "–", "—")
    return ahead[1] if apart and ahead[1].lower_ in GRAMMAR.befallen and ahead[1].tag_ not in NOUN_TAGS else None


def whole_word(noun: Token) -> Token:
    """The last part of a word with hyphens that the parser took apart: of "co-defendants" the defendants."""
    doc = noun.doc
    at = noun.i
    while at + 2 < len(doc) and doc[at + 1].text == "-" and not doc[at].whitespace_ and not doc[at + 1].whitespace_:
        at += 2
    return doc[at] if doc[at].tag_ in NOUN_TAGS else noun


def is_within(draft: Draft) -> bool:
    """Whether the measure is a distance: "within 20 kilometers (12 miles) of the line"."""
    return draft.unit in ("km", "mile", "metre", "foot", "yard", "kilometre")


def last_of_names(noun: Token) -> Token:
    """The noun that coordinated names describe: "Army, Navy and Air Force troops" are troops."""
    at = noun
    while at.tag_ == "NNP":
        joined = next((c for c in at.children if c.dep_ == "conj"), None)
        if joined is None:
            return noun
        at = joined
    return at if at.tag_ == "NNS" else noun


def noun_right_behind(draft: Draft) -> Token | None:
    """The noun that follows with nothing but modifiers between, where the parse did not join it to the number."""
    doc = draft.doc
    if draft.head.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass", "attr") and draft.kind != "count":
        return None
    found: Token | None = None
    if draft.kind == "count" and draft.last + 1 < len(doc) and doc[draft.last + 1].ent_type_ in ("DATE", "TIME"):
        return None
    for i in range(draft.last + 1, min(len(doc), draft.last + 1 + LONGEST_PHRASE)):
        token = doc[i]
        if token.is_sent_start or (token.tag_ not in INSIDE_TAGS and token.lower_ not in POSSESSIVE):
            break
        if token.tag_ in ("CC", ",", "CD"):
            break
        if token.tag_ in ("VBN", "VBG", "RB") and token.head.i < i and token.dep_ not in ("amod", "compound"):
            break
        if token.tag_ in NOUN_TAGS and not (i + 1 < len(doc) and doc[i + 1].lower_ in POSSESSIVE):
            found = token
            if token.tag_ == "NNS":
                break
    if found is not None and found.ent_type_ in ("DATE", "TIME", "GPE") and found.tag_ in ("NNP", "NN"):
        return None
    return found


def is_person(word: str, token: Token | None = None) -> bool:
    """Whether a lower-case noun names persons: by the list, by its ending, or as a people's name."""
    if word in PEOPLE.words or word in STATES:
        return True
    for end in ("s", "es"):
        if word.endswith(end) and word[: -len(end)] in PEOPLE.words:
            return True
    if word.endswith("ies") and word[:-3] + "y" in PEOPLE.words:
        return True
    single = word.removesuffix("s")
    if single.endswith(PEOPLE.endings):
        return True
    if token is None:
        return False
    # "Britons", "Marines", "Democrats": names in the plural are mostly of people.
    named = (
        token.tag_ in ("NNPS", "NNS")
        and token.text[:1].isupper()
        and not token.is_sent_start
        and not token.text.isupper()
    )
    return named or (token.ent_type_ == "NORP" and token.tag_ in ("NNPS", "NNP", "NNS"))


def fill_noun(draft: Draft, noun: Token | None) -> None:
    """Take the noun of the number that the figure is, where it has none of its own."""
    if noun is not None and draft.noun_text is None and noun.lower_ not in STATES:
        draft.noun, draft.noun_text = noun, noun.text
        draft.unit = "people" if is_person(noun.lower_, noun) else draft.unit
