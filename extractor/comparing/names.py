"""Names in a sentence that may say where: read from capitals, prepositions and commas, without parse or gazetteer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extractor.comparing.lexicon import (
    AFTER_PLACE,
    COMMON,
    LEAVING,
    NAME_PARTICLES,
    NO_PLACE,
    PLACE_ADJECTIVES,
    PLACE_KINDS,
    PREPOSITIONS,
    SAYING,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.comparing.wording import Word

#: So many adjectives and classes may stand before a name: "in the northern port city of X".
MOST_ADJECTIVES = 5
NO_NAME = NO_PLACE | COMMON | PREPOSITIONS
LONGEST_NAME = 6
#: Names that may stand in an apposition inside a list of places.
MOST_BETWEEN = 3
JOINT = re.compile(r"\s|\s?[-–]\s?")
COMMA = re.compile(r",\s+")
KIND = rf"(?:{'|'.join(sorted(PLACE_KINDS))})"
#: "the Kestrian capital, Ruvenna"; "Ruvenna, the Kestrian capital"; "Ruvenna, the capital of Kestria".
KIND_BEFORE = re.compile(rf"\s+(?:{KIND}\s+){{1,2}}(?:of\s+)?|\s+{KIND},\s+")
KIND_BEHIND = re.compile(rf"\s+(?:\w+\s+)?{KIND}\b")
KIND_OF = re.compile(rf",\s+(?:the|a)\s+(?:\w+\s+)?{KIND}\s+(?:of|in)\s+")
ARTICLE = re.compile(r",\s+(?:the|a|an)\s+(?:\w+\s+)?")
APPOSED = re.compile(r",\s+(?:the|a|an)\s+[^,.;\n]{1,60},?\s+and\s+(?:in\s+)?")
LISTED = re.compile(r",?\s+(?:and|or)\s+(?:in\s+)?(?:the\s+)?(?:nearby\s+|neighbou?ring\s+)?", re.IGNORECASE)


class Name(NamedTuple):
    """A run of capitalised words. `key` is its form for comparing; `chain` counts the places of one phrase together.

    `inside` is the key of the name that it is said to lie in ("the Kestrian capital, Ruvenna").
    `modifier` is true where a noun follows that it narrows down ("the Ruvenna flood"), or a colon ("RUVENNA:").
    `where` is true where its preposition makes it the place of something; `said` where it is only the place where
    somebody spoke. `comma` is true where it follows the name before it after a mere comma ("Ruvenna, Kestria").
    """

    key: str
    start: int
    end: int
    where: bool
    said: bool
    chain: int
    comma: bool
    inside: str | None
    modifier: bool
    text: str


def key_of(name: str) -> str:
    """The form in which names are compared: lower case, no hyphens, no possessive, no leading article."""
    key = " ".join(name.lower().replace("’", "'").replace("-", " ").split())
    return key.replace(".", "").removesuffix("'s").removesuffix("'").removeprefix("the ")


def names_of(text: str, tokens: Sequence[Word]) -> tuple[Name, ...]:
    """The names of one sentence, given its words, in order."""
    found: list[Name] = []
    at = 0
    while at < len(tokens):
        if not starts_name(tokens[at]):
            at += 1
            continue
        stop = run_end(text, tokens, at)
        found.append(one_name(text, tokens, at, stop, found))
        at = stop
    return tuple(found)


def starts_name(word: Word) -> bool:
    """Whether a name may begin with this word."""
    return word.text[0].isupper() and word.text.lower() not in NO_NAME


def run_end(text: str, tokens: Sequence[Word], first: int) -> int:
    """Index behind the last word of the name that begins at `first`; particles inside it belong to it."""
    last = first
    for at in range(first + 1, min(first + LONGEST_NAME, len(tokens))):
        if not JOINT.fullmatch(text, tokens[at - 1].end, tokens[at].start):
            break
        if starts_name(tokens[at]):
            last = at
        elif tokens[at].text not in NAME_PARTICLES:
            break
    return last + 1


def one_name(text: str, tokens: Sequence[Word], first: int, stop: int, found: list[Name]) -> Name:
    """The name of the words `first`..`stop`, told apart by what stands before and behind it.

    Where it says what the name before lies in, that one is put right in `found`.
    """
    alone = stands_alone(text, tokens, stop) and not tokens[stop - 1].text.endswith(("'s", "’s"))
    start, end = tokens[first].start, tokens[stop - 1].end
    where, said = placed(text, tokens, first)
    name = Name(
        key=key_of(text[start:end]),
        start=start,
        end=end,
        where=where and alone,
        said=said,
        chain=len(found),
        comma=False,
        inside=None,
        modifier=not alone or text[end : end + 1] == ":",
        text=text[start:end],
    )
    follower = tokens[stop].text if stop < len(tokens) else ""
    if not found or follower in SAYING:
        return name
    return after_others(text, name, found, alone or not follower.endswith("s"))


def after_others(text: str, name: Name, found: list[Name], listed: bool) -> Name:
    """The name as those before it in the sentence make it: one more place of a list, the country of a town.

    `listed` is false where it may narrow down a plural and so ends the list ("at U.S. and British embassies").
    """
    last, gap = found[-1], text[found[-1].end : name.start]
    if KIND_OF.fullmatch(gap) or (ARTICLE.fullmatch(gap) and KIND_BEHIND.match(text, name.end)):
        found[-1] = last._replace(inside=name.key)
    name = name._replace(comma=bool(COMMA.fullmatch(gap)), inside=last.key if KIND_BEFORE.fullmatch(gap) else None)
    if last.where and not listed and not name.comma and LISTED.fullmatch(gap):
        found[-1] = last._replace(where=False, modifier=True)
        return name
    if last.where and (name.comma or LISTED.fullmatch(gap)):
        return name._replace(where=listed, said=last.said, chain=last.chain)
    head = next((other for other in reversed(found[-MOST_BETWEEN:]) if other.where), None)
    if head and APPOSED.fullmatch(text, head.end, name.start):
        return name._replace(where=listed, said=head.said, chain=head.chain, comma=False)
    return name


def placed(text: str, tokens: Sequence[Word], first: int) -> tuple[bool, bool]:
    """Whether a preposition of place leads to the word `first`, and whether what it belongs to is speech."""
    at = first - 1
    lowest = max(0, first - MOST_ADJECTIVES)
    kind = at >= 0 and tokens[at].text.lower() in PLACE_KINDS
    while at >= lowest and describes(tokens[at], tokens[at + 1]):
        at -= 1
    if at < 0 or not leads_to_place(tokens, at):
        return False, False
    if "," in text[tokens[at].end : tokens[first].start] and not kind:
        return False, False
    return True, at > 0 and tokens[at - 1].text.lower() in SAYING


def leads_to_place(tokens: Sequence[Word], at: int) -> bool:
    """Whether the word is a preposition of place; "from" is one behind a verb of leaving."""
    word = tokens[at].text.lower()
    return word in PREPOSITIONS or (word == "from" and at > 0 and tokens[at - 1].text in LEAVING)


def describes(word: Word, follower: Word) -> bool:
    """Whether the word may stand between a preposition and a name: "northern", "city", "Kestrian" before "capital"."""
    return word.text.lower() in PLACE_ADJECTIVES or (word.text[0].isupper() and follower.text in PLACE_KINDS)


def stands_alone(text: str, tokens: Sequence[Word], stop: int) -> bool:
    """Whether the name is no mere modifier of a noun that follows ("the Ruvenna flood")."""
    if stop >= len(tokens) or text[tokens[stop - 1].end : tokens[stop].start].strip():
        return True
    follower = tokens[stop].text
    if not follower[0].islower() or follower.endswith(("ed", "ing", "ly")):
        return True
    return follower in AFTER_PLACE or follower in COMMON
