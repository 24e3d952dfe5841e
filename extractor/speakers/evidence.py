"""What the words beside a name tell of whose it is: a place's ("in Dunmore"), a person's ("Ilse Tarn, 46,")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.speakers.hints import HINTS

if TYPE_CHECKING:
    from extractor.speakers.mentions import Named
    from extractor.speakers.page import Page

DASHES = frozenset({"-", "--", "–", "—", "_"})
#: In tokens, from the place to the bracket before the agency.
LONGEST_DATELINE = 15
WHERE = frozenset({"in", "near", "outside", "throughout", "across"})


def is_where(page: Page, named: Named) -> bool:
    """Whether the words beside a name show that it is a place's: "in Dunmore", "the people of Dunmore"."""
    if named.first == 0 or named.name.titles or named.name.known_first:
        return False
    before = page.lower[named.first - 1]
    behind = page.lower[named.last + 1] if named.last + 1 < len(page) else ""
    if before == "of" and named.first > 1:
        owner = page.lower[named.first - 2]
        return owner in HINTS.inhabited or owner in HINTS.inhabitants
    place = before in WHERE and behind not in ("'s", "’s") and page.lower[named.first - 2] not in HINTS.belief
    return place or behind in HINTS.inhabitants


def is_dateline_agency(page: Page, named: Named) -> bool:
    """Whether a name is the agency that a dateline credits, of which the article says nothing: "(Norpress) -"."""
    before, behind = named.first - 1, named.last + 1
    if before < 0 or behind + 1 >= len(page) or (page.words[before], page.words[behind]) != ("(", ")"):
        return False
    early = before < LONGEST_DATELINE or page.paragraph[before - LONGEST_DATELINE] != page.paragraph[before]
    return early and page.words[behind + 1] in DASHES


def is_whose_office(page: Page, named: Named) -> bool:
    """Whether an office, an age or "who" beside a name shows a person's: "the mayor, Ilse Tarn", "Ilse Tarn, 46,"."""
    if named.name.generic or named.name.company or not 1 < len(named.keys) < 4 or named.label == "people":
        return False
    if has_age(page, named) or page.lower[named.last + 1 : named.last + 3] == [",", "who"]:
        return True
    head = page.heads[named.last]
    if page.deps[named.last] == "appos" and named.first - 2 <= head < named.first:
        return is_office(page, head)
    return any(is_office(page, kid) for kid in page.children(named.last, "appos"))


def has_age(page: Page, named: Named) -> bool:
    """Whether an age stands behind the name: "Ilse Tarn, 46,"."""
    behind = page.words[named.last + 1 : named.last + 4]
    return len(behind) == 3 and behind[0] == behind[2] == "," and behind[1].isdigit() and len(behind[1]) == 2


def is_office(page: Page, token: int) -> bool:
    """Whether the noun is an office or tells a gender, so that only a person can be it; bodies lead and host, too."""
    word = page.lower[token]
    return (word in page.known.offices or word in page.known.gender_of_noun) and word not in HINTS.also_of_bodies


def is_one_persons(page: Page, named: Named) -> bool:
    """Whether a title, an age or a relative beside a lone name shows a person's: "Ms. Tarn", "her husband, Odo,"."""
    if named.name.titles and named.label == "person":
        return True
    head = page.heads[named.last]
    kin = page.deps[named.last] == "appos" and named.first - 2 <= head < named.first
    return has_age(page, named) or (
        kin and page.lower[head] in page.known.gender_of_noun and bool(page.children(head, "poss"))
    )


def goes_by_person(named: Named, people: set[str]) -> bool:
    """Whether a name is or has the lone one by which the article calls one of the `people`."""
    if named.name.generic or named.name.company or named.label == "people":
        return False
    return len(named.keys) < 4 and (named.keys[-1] in people or named.keys[0] in people)
