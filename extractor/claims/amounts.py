"""Money, percentages and measures: what the amount is, and whether it is a level or a change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.claims.about import PERIODS, noun_under, set_noun, subject_of
from extractor.claims.clause import VERB_TAGS, Link, sense_of
from extractor.claims.counted import NOUN_TAGS, is_person
from extractor.claims.happening import Happening
from extractor.claims.ontology import CHANGE_NOUNS, CHANGE_VERBS, forms
from extractor.claims.phrases import number_of_what
from extractor.claims.shares import share, toll_event
from extractor.claims.sums import money, money_of_verb
from extractor.claims.words import GRAMMAR
from extractor.numerals import either

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.claims.draft import Draft
    from extractor.records import Trend

SUM_VERBS = GRAMMAR.sum_verbs
SUM_NOUNS = GRAMMAR.sum_nouns
THINGS = GRAMMAR.things
TRADED = GRAMMAR.traded
#: "gained 10 cents to $4.20": what goes on to a level is a change.
TO_LEVEL = re.compile(rf"\s+to\s+(?:\S{{0,4}}\d|(?:{either(GRAMMAR.closing)}|trade)\b)")
NOT_MOVING = frozenset(form for verb in GRAMMAR.not_moving for form in forms(verb))
#: "twice what it spent".
COSTS = either({form for verb in GRAMMAR.costing for form in forms(verb)})
COST_FORMS = frozenset(form for verb in GRAMMAR.costing for form in forms(verb))
DID = re.compile(r"\s+what\s+(?:it|they)\s+(?:did|does|do)\b", re.IGNORECASE)
SPENT = re.compile(rf"\s+(?:of\s+)?what\s+(?:\w+\s+){{1,5}}?(?:{COSTS})\b", re.IGNORECASE)
LEVEL = frozenset(("to", "from", "at"))
#: "rose above $100": the bound of a level, not of a change.
PASSED = frozenset(("above", "below", "beyond", "past"))
UP = frozenset(("up", "higher"))
DOWN = frozenset(("down", "lower", "off"))
DISTANCE = re.compile(
    r"\)?\s*,?\s*(?:\([^)]{1,30}\)\s*)?(?:from|away|north|south|east|west|northeast|northwest|southeast|southwest|off|outside|inside|above|below|up|down)\b"
)
#: Units of the way between two places.
FAR = frozenset(("km", "mile", "nautical mile", "yard"))
LENGTHS = FAR | {"metre", "foot"}
WHERE = re.compile(
    r"\s(?:\([^)]{1,30}\)\s)?(?:short|north|south|east|west|\w+(?:east|west)|off|away|outside|inland|offshore)\b"
)
AWAY = re.compile(r"\s(?:\([^)]{1,30}\)\s)?from\s+(?:the|an?|its|his|her|their|where|[A-Z])")
SOMEWHERE = re.compile(
    r"\s?\)?(?:\s\([^)]{1,30}\))?\s(?:into|onto|off|down|out\sof|before|to\s(?:the|a|an|his|her|their|its)\s)"
)
SMALL_WORDS = GRAMMAR.small_words


def way_beside(draft: Draft) -> Token | None:
    """Such as "up", "down", "higher" or "lower" right before or behind the amount."""
    doc = draft.doc
    at = doc[draft.first - 1] if draft.first else None
    for _ in range(3):
        if at is None or at.idx < draft.start - 20:
            break
        if at.lower_ in UP or at.lower_ in DOWN:
            if at.dep_ == "prt" and at.head.lower_ in NOT_MOVING:
                return None
            close = at.i + 1 >= draft.first or at.idx + len(at) + 1 >= draft.start
            return at if close or doc[at.i + 1].lower_ == "by" else None
        if at.lower_ not in SMALL_WORDS or at.i == 0:
            break
        at = doc[at.i - 1]
    behind = doc[draft.last + 1] if draft.last + 1 < len(doc) else None
    if behind is None or behind.lower_ not in ("higher", "lower", "down"):
        return None
    # "half a mile down the road"
    along = behind.lower_ == "down" and behind.i + 1 < len(doc) and behind.nbor().tag_ in ("DT", "PRP$")
    return None if along else behind


def amount(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """Event and noun of money, a percentage, a measure or points; sets `trend`. None: a count's rules decide."""
    beside = draft.noun
    if (
        beside is not None
        and beside.lower_ in CHANGE_NOUNS
        and not (draft.kind == "money" and beside.lower_ in SUM_NOUNS)
    ):
        return change_noun(draft, beside, behind=True)
    if draft.kind in ("percent", "money") and (found := beside_another(draft)):
        return found
    way = way_beside(draft)
    if way is not None and draft.kind != "fraction" and not is_where(draft):
        return moved(draft, way)
    for link in links:
        found = changed(draft, link) or in_headline(draft, link)
        if found:
            return found
    if draft.kind == "money":
        return money(draft, links)
    if draft.kind == "measure":
        return measure(draft, links)
    return share(draft, links)


def is_where(draft: Draft) -> bool:
    """Whether the measure says where something happened: "went down eight miles short of the runway"."""
    if draft.unit in FAR and WHERE.match(draft.text, draft.end):
        return True
    # "the bomb went off 10 metres from the gate"
    return draft.unit in LENGTHS and AWAY.match(draft.text, draft.end) is not None


def change_noun(draft: Draft, noun: Token, *, behind: bool) -> Happening:
    """Such as "a three percent drop in profits", "a rise of 5 percent in prices"."""
    of_what = noun_under(noun, ("in", "of", "for") if behind else ("in",))
    if of_what is not None and of_what.ent_type_ in ("DATE", "GPE"):
        of_what = None
    set_noun(draft, of_what if of_what is not None else noun if noun.lower_ in THINGS else None)
    return Happening("change", noun)


def moved(draft: Draft, way: Token) -> Happening:
    """Such as "closing up $11", "shares were down 3 percent"."""
    if way.lower_ in ("up", "down"):
        draft.trend = "up" if way.lower_ == "up" else "down"
    if draft.noun is None or (draft.noun.i > draft.last and draft.kind != "percent"):
        governor = way.head if way.head.i != draft.head.i else draft.head.head
        before = governor if governor.tag_ in NOUN_TAGS and governor.i < way.i else None
        set_noun(draft, subject_of(governor) if governor.tag_ in VERB_TAGS else before)
    return Happening("change", way)


def changed(draft: Draft, link: Link) -> Happening | None:
    """Such as "fell by 12 percent", "rose 5 percent", "rose to $5": the first two are changes, the last is a level."""
    verb = link.governor
    if link.role == "of" and verb.lower_ in CHANGE_NOUNS and not (draft.kind == "money" and verb.lower_ in SUM_NOUNS):
        return change_noun(draft, verb, behind=False)
    trend = (CHANGE_VERBS.get(verb.lower_) or turned(verb)) if verb.tag_ in VERB_TAGS else None
    if trend is None or is_other_sense(draft, link):
        return None
    if link.role in LEVEL or draft.text[draft.start : draft.core_start].strip().lower() in PASSED:
        draft.trend = trend if link.role not in ("from", "at") else None
        about = subject_of(verb)
        direct = next((c for c in verb.children if c.dep_ == "dobj" and c.i < draft.first and not c.ent_type_), None)
        # "eased 12 points to 4.9 percent": the points only measure.
        direct = None if direct is not None and direct.lower_ in GRAMMAR.amounts else guessed(direct)
        set_noun(draft, draft.noun or direct or about)
        event = "money" if draft.kind == "money" else "measure" if draft.kind == "measure" else "share"
        if draft.noun is not None and draft.kind == "percent":
            event = toll_event(draft.noun) or event
        return Happening(event, verb)
    if link.role not in ("by", "dobj", "object", "npadvmod", "advmod", "nsubj", "attr", "dep", "oprd"):
        return None
    about = subject_of(verb)
    # "the number of farms fell 31 percent"
    about = (number_of_what(about) or about) if about is not None else None
    if draft.kind == "measure" and about is not None and is_person(about.lower_, about):
        return None
    sums = draft.kind == "money" and verb.lower_ in SUM_VERBS and link.role != "by"
    if sums and not (about is not None and about.lower_ in TRADED) and not TO_LEVEL.match(draft.text, draft.end):
        return None
    if (
        draft.noun is not None
        and draft.noun.i == link.token.i
        and draft.noun.i > draft.last
        and draft.kind not in ("percent", "fraction")
    ):
        return None
    if link.role == "nsubj" or (
        link.role in ("dobj", "object")
        and draft.kind == "percent"
        and draft.noun is not None
        and verb.lower_ in SUM_VERBS
        and trend == "up"
    ):
        return None
    draft.trend = trend
    direct = next((c for c in verb.children if c.dep_ == "dobj" and c.i != link.token.i and not c.ent_type_), None)
    # "shaved 2 points off growth"
    taken_off = noun_under(verb, ("off",)) or noun_under(draft.head, ("off",))
    set_noun(draft, draft.noun or taken_off or direct or about)
    return Happening("change", verb)


def guessed(noun: Token | None) -> Token | None:
    """What a guess is of: "cut its forecast for growth to 2 percent" is about growth."""
    if noun is None or noun.lower_ not in GRAMMAR.estimates:
        return noun
    behind = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    of_what = behind.children if behind.lower_ in ("for", "of") else ()
    return next((c for c in of_what if c.dep_ == "pobj" and c.lower_ not in PERIODS and not c.ent_type_), noun)


def beside_another(draft: Draft) -> Happening | None:
    """How much more or less than something else: "a fifth less than in May", "49 percent more than a year ago"."""
    ahead = draft.doc[draft.last + 1 : draft.last + 3]
    if len(ahead) < 2 or ahead[0].lower_ not in ("more", "less", "fewer") or ahead[1].lower_ != "than":
        return None
    if draft.noun is not None and draft.noun.i > draft.last:
        set_noun(draft, None)
    return Happening("change", ahead[0])


def is_other_sense(draft: Draft, link: Link) -> bool:
    """Whether the verb tells of no change here: "cut power to 80 percent of the city", "fell 90 feet into a ravine"."""
    if link.role == "to":
        return sense_of(link.governor, "to", draft.top, "") is not None
    if draft.kind == "percent" and draft.noun is not None and link.role in ("dobj", "object", "by"):
        # "cut 15 percent of its workforce"
        return sense_of(link.governor, "object", draft.top, draft.noun.lower_) == "jobs_cut"
    if draft.kind != "measure" or link.role == "by":
        return False
    # "dropped 26 tons of rice"
    return draft.noun is not None or SOMEWHERE.match(draft.text, draft.end) is not None


def in_headline(draft: Draft, link: Link) -> Happening | None:
    """Such as "Profit Falls 18%", where capitals hide the verb."""
    verb = link.governor
    if link.role != "appos" or verb.tag_[:3] != "NNP" or verb.i != draft.first - 1 or verb.lower_ not in CHANGE_VERBS:
        return None
    draft.trend = CHANGE_VERBS[verb.lower_]
    before = verb.nbor(-1) if verb.i else verb
    set_noun(draft, before if before.tag_ in NOUN_TAGS and before.head.i == verb.i else None)
    return Happening("change", verb)


def turned(verb: Token) -> Trend | None:
    """Up or down by an adverb: "was revised upward by"."""
    for child in verb.children:
        if child.lower_ in ("upward", "upwards", "downward", "downwards"):
            return "up" if child.lower_.startswith("up") else "down"
    return None


def measure(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """A measure: no word says so. A distance that only says where something lies is the paper's own."""
    if DISTANCE.match(draft.text, draft.end) and not hangs_on_verb(draft):
        draft.aside = True
    if draft.noun is not None and draft.noun.i > draft.last and draft.noun.tag_ not in NOUN_TAGS:
        set_noun(draft, None)
    for link in links if draft.noun is None else ():
        if link.governor.lower_ in GRAMMAR.measuring and link.role in ("dobj", "npadvmod", "at", "advmod", "to"):
            set_noun(draft, subject_of(link.governor))
    return Happening("measure", draft.head)


def hangs_on_verb(draft: Draft) -> bool:
    """Whether the measure follows right behind a verb that it belongs to: "went off 10 metres from the gate"."""
    at = draft.first - 1
    while at > 0 and draft.doc[at].idx >= draft.start:
        at -= 1
    before = draft.doc[max(at, 0)]
    return before.tag_[:1] in ("V", "R") and before.lower_ not in GRAMMAR.lying | GRAMMAR.being


def costs_again(draft: Draft) -> Token | None:
    """The verb of "bread costs twice what it did in May"."""
    at = draft.head if DID.match(draft.text, draft.end) else None
    for _ in range(3):
        if at is None or at.lower_ in COST_FORMS:
            return at
        at = at.head
    return at if at is not None and at.lower_ in COST_FORMS else None


def compared(draft: Draft, links: Sequence[Link]) -> Happening | None:
    """Money told by a ratio or a part ("twice the donation", "worth only half that"), and how much less it is."""
    if draft.kind == "fraction" and (found := beside_another(draft)):
        return found
    if draft.kind == "ratio" and draft.noun is not None and draft.noun.lower_ in GRAMMAR.money_nouns:
        return Happening("money", draft.noun)
    if SPENT.match(draft.text, draft.end):
        # "two-thirds of what it lost"
        set_noun(draft, None)
        return Happening("money", draft.head)
    if (verb := costs_again(draft)) is not None:
        set_noun(draft, subject_of(verb))
        return Happening("money", verb)
    way = way_beside(draft) if draft.kind == "fraction" else None
    if way is not None and way.i < draft.first:
        return moved(draft, way)
    for link in links:
        value = draft.noun is not None and draft.noun.lower_ in GRAMMAR.money_nouns and link.role in ("dobj", "object")
        if draft.kind == "fraction" and (value or link.role == "by") and (found := changed(draft, link)):
            return found
        if draft.kind == "fraction" and draft.noun is None and link.governor.lower_ == "worth":
            set_noun(draft, money_of_verb(draft, link.governor, link.role) or subject_of(link.governor))
            return Happening("money", link.governor)
    return None
