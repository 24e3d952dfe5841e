"""Numbers that are no claims: dates, clock times, ages, labels, addresses, scores, idioms with "one"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.claims.ages import is_age
from extractor.claims.clause import INCLUDING, sense_of
from extractor.claims.counted import TIME_NOUNS, is_person
from extractor.claims.gapping import goes_on
from extractor.claims.ontology import CHANGE_VERBS, SENSES
from extractor.claims.units import UNITS
from extractor.lexicon import read_own
from extractor.numerals import either

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from extractor.claims.draft import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class ExclusionList:
    """`exclusions.toml`."""

    labels: frozenset[str]
    streets: frozenset[str]
    one_idioms: frozenset[str]
    before_one: frozenset[str]
    score_words: frozenset[str]
    vote_words: frozenset[str]
    names: frozenset[str]
    times: frozenset[str]
    when: frozenset[str]
    seasons: frozenset[str]
    grouped: frozenset[str]


WORDS = read_own("extractor.claims", "exclusions.toml", ExclusionList)

CLOCK_BEHIND = re.compile(
    r":\d|\s?[ap]\.?m\b|\s?o['’]clock|\s(?:GMT|EDT|EST|PDT|PST|UTC|hours GMT)\b|h\d\d\b", re.IGNORECASE
)
ATTACHED = re.compile(r"[\w²³&@#]|-[A-Za-z]?\d|['’]s\b|/\d|-[A-Z]{1,3}\b")
GROUP = re.compile(rf"-(?:{either(WORDS.grouped)})(?!\w)", re.IGNORECASE)
HYPHENED = re.compile(r"-[A-Za-z]")
PHONE = re.compile(r"[-.]\d{3,4}\b")
YEAR = re.compile(r"1[4-9]\d\d|2[01]\d\d")
#: "until at least 2030": a bound of a time, not of a count.
UNTIL = re.compile(r"\b(?:until|till|through|since|before)\s$", re.IGNORECASE)
TALLY_BEFORE = re.compile(r"\d\s?[-–]\s?$")
TALLY_BEHIND = re.compile(r"\s?[-–]\s?\d")
FREQUENCY = re.compile(
    r"\s+times?(?:\s+(?:an?|per|each|every|in|before|already|since)\b|\s*[.,;:!?\"”’)]|$)", re.IGNORECASE
)
HASH = re.compile(r"[#№@]$")
THE_ONLY = re.compile(r"\bthe\s+only\s$", re.IGNORECASE)
WINDOW = 90
DURATIONS = {word: name for name in UNITS.times for word in (name, f"{name}s")} | {"centuries": "century"}
LAST_YEAR = 2200
#: "less than a quarter of that", "in May, 15 of them": a part, whatever the parser takes the number for.
PART_OF = re.compile(r"\s+of\s+(?:that|those|these|them|it|which|whom|what)\b(?!\s+(?:year|month))", re.IGNORECASE)
#: "Fourteen of Tuesday's victims" are no day.
OF_A_DAYS = re.compile(r"\s+of\s+[A-Z]\w+['’]s\s+[a-z]")
#: The best mark that a player gets, and the tags of what a report on one begins with.
MARKS = 10
SAID_OF = frozenset(("VBD", "VBN", "VBG", "RB", "DT", "PRP", "PRP$"))
NOUNS = frozenset(("NN", "NNS", "NNPS"))
#: Where "one official" is somebody, and no count of any.
NO_COUNTS = frozenset(("nsubj", "nsubjpass", "pobj", "npadvmod", "ROOT", "appos", "conj"))
#: What befalls one person is a count of one.
BEFALLING = frozenset(("killed", "injured", "missing", "kidnapped", "infected", "detained", "trapped"))


def is_no_claim(draft: Draft, *, in_date: bool, all_quantities: bool) -> bool:
    """Whether the number counts or measures nothing that a reader could check as a claim."""
    if draft.kind in ("duration", "age"):
        return not all_quantities
    if draft.kind in ("money", "percent", "measure"):
        return draft.unit == "point" and draft.text[draft.core_start : draft.core_start + 4].lower() == "one "
    if in_date:
        return True
    if is_duration(draft):
        draft.kind, draft.unit = "duration", draft.unit
        return not all_quantities
    if is_age(draft, draft.text):
        draft.kind, draft.unit = "age", "year of age"
        return not all_quantities
    if is_bare_one(draft, draft.text):
        draft.kind = "number"
        return not (all_quantities and draft.head.dep_ == "nummod")
    return any(says_no(draft, draft.text) for says_no in TESTS)


def is_duration(draft: Draft) -> bool:
    """Such as "20 more years", "the 50 previous seasons"; not "300,000 last year"."""
    doc = draft.doc
    for token in doc[draft.last + 1 : draft.last + 3]:
        if token.lower_ in DURATIONS:
            if is_said_of_things(token):
                return False
            draft.unit = DURATIONS[token.lower_]
            return token.i > draft.last + 1 or draft.form != "fuzzy"
        if token.tag_ not in ("JJ", "JJR") or token.lower_ in ("last", "this", "next", "every", "each"):
            return False
    return False


def is_said_of_things(time: Token) -> bool:
    """Whether a word for a time only says of what kind the counted are: "two night watchmen"."""
    return time.dep_ == "compound" and time.tag_ == "NN" and time.head.tag_ == "NNS"


def is_clock(draft: Draft, text: str) -> bool:
    """Such as "7:15", "5 p.m.", "12:30"."""
    return (
        text[draft.core_start - 1 : draft.core_start] == ":"
        and text[draft.core_start - 2 : draft.core_start - 1].isdigit()
    ) or bool(CLOCK_BEHIND.match(text, draft.core_end))


def is_attached(draft: Draft, text: str) -> bool:
    """Part of a longer word or code: "737s", "4x4", "555-1234", "10-day"; group sizes ("62-member") are not."""
    if GROUP.match(text, draft.core_end):
        return False
    if text[draft.core_start - 2 : draft.core_start] in ('="', "='"):
        return True
    if ATTACHED.match(text, draft.core_end) or (PHONE.match(text, draft.core_end) and draft.form == "digits"):
        return not TALLY_BEHIND.match(text, draft.core_end) or bool(PHONE.match(text, draft.core_end))
    return bool(HYPHENED.match(text, draft.core_end)) or bool(
        HASH.search(text, max(0, draft.core_start - 1), draft.core_start)
    )


def is_tally_of_points(draft: Draft, text: str) -> bool:
    """One side of "3-2" where nothing near speaks of a vote."""
    before = TALLY_BEFORE.search(text, max(0, draft.core_start - 4), draft.core_start)
    behind = TALLY_BEHIND.match(text, draft.core_end)
    if not before and not behind:
        return False
    words = set(re.findall(r"[a-z]+", text[max(0, draft.core_start - WINDOW) : draft.core_end + WINDOW].lower()))
    return not words & WORDS.vote_words or ((draft.value or 0) <= 10 and bool(words & WORDS.score_words))


def is_part_of_a_name(draft: Draft, text: str) -> bool:
    """Inside a longer name: "Group of Seven", "Resolution 425", "Fortune 500"."""
    doc = draft.doc
    token = doc[draft.first]
    if TALLY_BEFORE.search(text, max(0, draft.core_start - 4), draft.core_start):
        # One side of a vote: "passed the Senate 52-47".
        return False
    if token.ent_type_ not in WORDS.names or (draft.first and is_done(doc[draft.first - 1], draft)):
        return False
    if token.ent_iob_ == "I":
        return token.text[:1].isupper() or token.text[:1].isdigit()
    follows = doc[draft.last + 1] if draft.last + 1 < len(doc) else None
    return (
        token.text[:1].isupper()
        and follows is not None
        and follows.ent_iob_ == "I"
        and not starts_sentence(token)
        and follows.text[:1].isupper()
    )


def starts_sentence(token: Token) -> bool:
    """Whether the token begins its sentence, so that its capital says nothing."""
    return bool(token.is_sent_start) or token.i == 0


def is_label(draft: Draft, text: str) -> bool:
    """Number of what stands before it: "Flight 103", "page 4", "Boeing 737"."""
    if draft.first == 0 or draft.form not in ("digits", "words"):
        return False
    doc = draft.doc
    before = doc[draft.first - 1]
    if before.lower_ in ("top", "bottom") and (draft.head.dep_ != "nummod" or no_noun_behind(draft)):
        return True
    if draft.first > 1 and before.text == "." and doc[draft.first - 2].text in ("No", "Nos", "no"):
        return True
    if is_done(before, draft):
        return False
    if before.lower_ in WORDS.labels and draft.start == draft.core_start:
        counts = before.lower_ == "number" and before.tag_ in ("VB", "VBP")
        return not counts and (before.lower_ != "no" or draft.form == "digits")
    if draft.form != "digits" or draft.start != draft.core_start:
        return False
    if before.tag_ == "NNP" and draft.last + 1 < len(doc) and doc[draft.last + 1].lower_ in ("index", "gauge"):
        return True
    # A capitalised word right before it that it depends on, or that is one name with it.
    named = before.tag_ in ("NNP", "NNPS") and not before.is_sent_start
    if named and goes_on(text, draft.start):
        return False
    return (
        named
        and (draft.head.head == before or before.head == draft.head)
        and draft.head.dep_ in ("nummod", "appos", "npadvmod", "compound")
    )


def is_mark(draft: Draft, text: str) -> bool:
    """A mark out of ten behind a name and a colon, the report on the named behind it: "Jon Arvel: 6 Worked hard"."""
    doc = draft.doc
    if draft.first < 2 or draft.form != "digits" or not 0 <= (draft.value or 0) <= MARKS or draft.last + 1 >= len(doc):
        return False
    name, colon, follows = doc[draft.first - 2], doc[draft.first - 1], doc[draft.last + 1]
    said = follows.text[:1].isupper() and follows.tag_ in SAID_OF
    return said and colon.text == ":" and name.tag_ == "NNP" and draft.start == draft.core_start


def no_noun_behind(draft: Draft) -> bool:
    """Whether what follows is no noun that the number could count: "the bottom three during a run"."""
    ahead = draft.doc[draft.last + 1 : draft.last + 2]
    return not any(token.tag_ in NOUNS or token.tag_[:1] == "J" for token in ahead)


def is_done(before: Token, draft: Draft) -> bool:
    """Whether a verb that a headline writes with a capital stands before: "to Cut 1,200 Jobs"."""
    if before.lower_ in WORDS.labels or before.i + 1 != draft.first:
        return False
    return before.lower_ in SENSES or before.lower_ in CHANGE_VERBS


def is_model(draft: Draft, text: str) -> bool:
    """Part of a product's or a list's name: "787 Dreamliner", "Note 20 Ultra", "the 10 Most Wanted list"."""
    doc = draft.doc
    if draft.last + 1 >= len(doc) or draft.start != draft.core_start:
        return False
    follows = doc[draft.last + 1]
    if draft.first and is_done(doc[draft.first - 1], draft):
        return False
    if draft.form == "digits" and follows.tag_ == "NNP" and follows.text[:1].isupper() and follows.text[1:2].islower():
        before = doc[draft.first - 1] if draft.first else None
        plain = follows.ent_type_ in ("", "PRODUCT") and draft.last + 2 < len(doc)
        alone = second_number(draft) or (plain and doc[draft.last + 2].tag_ not in NOUNS)
        return alone or (before is not None and before.tag_ in ("NNP", "NN") and before.text != before.lower_)
    return follows.text == "Most" and draft.last + 2 < len(doc) and doc[draft.last + 2].text[:1].isupper()


def second_number(draft: Draft) -> bool:
    """Whether another number before it counts the same noun: "two new 737 Max jets"."""
    head = draft.head.head
    return any(c.dep_ == "nummod" and c.i < draft.first for c in head.children if c.i != draft.head.i)


def is_address(draft: Draft, text: str) -> bool:
    """Such as "120 Main Street"."""
    doc = draft.doc
    if draft.form not in ("digits", "range"):
        return False
    ahead = doc[draft.last + 1 : draft.last + 5]
    if not len(ahead):
        return False
    for token in ahead:
        if not (token.text[:1].isupper() or token.text[:1].isdigit()):
            return False
        if token.lower_ in WORDS.streets and token.i > ahead[0].i:
            return True
    return False


def is_year(draft: Draft, text: str) -> bool:
    """A bare year that the dates did not claim: four digits that count nothing."""
    core = text[draft.core_start : draft.core_end]
    bounded = draft.start != draft.core_start
    if not YEAR.fullmatch(core) or (bounded and not UNTIL.search(text, max(0, draft.start - 10), draft.start)):
        return False
    return draft.head.dep_ != "nummod" or draft.head.head.i < draft.head.i or draft.head.ent_type_ == "DATE"


def is_time_entity(draft: Draft, text: str) -> bool:
    """Read by the parser as a date, a time or a rank together with a word, and hanging on no noun to be counted.

    The parser's reading of a number on its own ("is now 71") says nothing.
    """
    token = draft.doc[draft.first]
    core = text[draft.core_start : draft.core_end]
    if token.ent_type_ not in WORDS.times or "," in core or "." in core or (draft.value or 0) > LAST_YEAR:
        return False
    if draft.first and draft.doc[draft.first - 1].tag_ == "NNP" and goes_on(text, draft.start):
        return False
    counted = draft.head.head
    is_part = PART_OF.match(text, draft.core_end) or OF_A_DAYS.match(text, draft.core_end)
    if is_part or is_thing_taken_for_time(draft):
        return False
    if draft.head.dep_ == "nummod" and (counted.ent_type_ not in WORDS.times or is_said_of_things(counted)):
        return False
    return any(t.is_alpha and t.ent_type_ in WORDS.times for t in around(draft))


def is_thing_taken_for_time(draft: Draft) -> bool:
    """Whether the parser took for a time what names none: "captured four mortars"."""
    noun = draft.head.head
    alone = noun.tag_ == "NNS" and noun.i == draft.last + 1 and noun.ent_type_ == "DATE" and draft.head.dep_ == "nummod"
    if not alone or noun.lower_ in TIME_NOUNS or noun.lower_ in WORDS.seasons:
        return False
    ends = noun.i + 1 == len(noun.doc) or noun.nbor().ent_iob_ != "I"
    return ends and draft.doc[draft.first].ent_iob_ == "B"


def around(draft: Draft) -> list[Token]:
    """The tokens right before and behind the number that are one entity with it.

    A time of its own that follows is not: "to 63 last year from 34".
    """
    doc = draft.doc
    found = []
    if draft.first and doc[draft.first].ent_iob_ == "I":
        found.append(doc[draft.first - 1])
    found = [token for token in found if token.dep_ != "mark" and not (draft.form == "range" and token.tag_ == "IN")]
    behind = doc[draft.last + 1] if draft.last + 1 < len(doc) else None
    if behind is not None and behind.ent_iob_ == "I" and (found or behind.lower_ not in WORDS.when):
        found.append(behind)
    return found


def is_bare_one(draft: Draft, text: str) -> bool:
    """Such as "no one", "one another", "the one", "one can say"; not "only one cancellation", "one of its leaders"."""
    if text[draft.core_start : draft.core_end].lower() != "one":
        return False
    doc = draft.doc
    before = doc[draft.first - 1].lower_ if draft.first else ""
    behind = doc[draft.last + 1].lower_ if draft.last + 1 < len(doc) else ""
    if THE_ONLY.search(text, max(0, draft.core_start - 10), draft.core_start) and draft.head.dep_ != "nummod":
        return True
    if behind == "more":
        return before in WORDS.before_one
    if before in WORDS.before_one or behind in WORDS.one_idioms:
        return True
    if behind == "of":
        return False
    if draft.head.dep_ == "nummod":
        # "one official said" is no count; "had received one cancellation" is.
        noun = draft.head.head
        return draft.start == draft.core_start and noun.dep_ in NO_COUNTS and not is_casualty(noun)
    return draft.head.dep_ not in ("dobj", "attr") or draft.start == draft.core_start


def is_casualty(noun: Token) -> bool:
    """Whether one person is counted: "one man was stabbed", "two men and one girl", "including one girl"."""
    if not is_person(noun.lower_, noun):
        return False
    governor = noun.head
    if noun.dep_ == "conj":
        return any(c.tag_ == "CD" and c.dep_ == "nummod" for c in governor.children)
    if noun.dep_ == "pobj":
        return governor.lower_ in INCLUDING
    if noun.dep_ == "nsubjpass":
        return (sense_of(governor, "object", noun, noun.lower_) or "") in BEFALLING
    return noun.dep_ == "nsubj" and (sense_of(governor, "subject", noun, noun.lower_) or "") in BEFALLING


def is_frequency(draft: Draft, text: str) -> bool:
    """Such as "three times a day", "asked eleven times."."""
    return bool(FREQUENCY.match(text, draft.core_end))


TESTS: tuple[Callable[[Draft, str], bool], ...] = (
    is_clock,
    is_attached,
    is_tally_of_points,
    is_label,
    is_mark,
    is_model,
    is_year,
    is_time_entity,
    is_address,
    is_part_of_a_name,
    is_frequency,
)
