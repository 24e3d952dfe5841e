"""What an article says that its people are: titles before names, appositions, "who is the …"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.speakers.mentions import is_stop_of_title
from extractor.speakers.names import fold
from extractor.speakers.words import words_of_role

if TYPE_CHECKING:
    from extractor.speakers.mentions import Named
    from extractor.speakers.page import Page
    from extractor.speakers.words import Gender, Words

BE = frozenset({"is", "was", "are", "were", "be", "been", "being", "'s", "’s", "became", "become"})
LONGEST_ROLE = 14
#: No role goes back over these: "said coach Jo Burr".
VERBS_AND_JOINTS = frozenset({"CC", "VBD", "VBZ", "VBP"})
MARKS = frozenset({",", "-", "--", "—", "(", ";", ":"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role as written, its class ("spokesperson" for "spokesman") and the words that tell it from another's."""

    text: str
    role: str
    details: frozenset[str]
    gender: Gender | None = None


def roles_of(page: Page, named: Named) -> list[Role]:
    """The roles that stand round one mention of a person's name."""
    head = named.last
    out = [with_place(page, named, before_name(page, named))]
    out += [of_noun(page, kid) for kid in page.children(head, "appos")]
    parent = page.heads[head]
    dep = page.deps[head]
    if dep == "appos" and parent < named.first:
        out.append(of_noun(page, parent, end=named.first - 1))
    elif dep == "nsubj" and page.lower[parent] in BE:
        out += [of_noun(page, kid) for kid in page.children(parent, "attr")]
    for kid in page.children(head, "relcl"):
        whose = any(
            page.tags[poss] == "WP$" for subject in page.children(kid, "nsubj") for poss in page.children(subject)
        )
        if page.lower[kid] in BE and not whose:
            out += [of_noun(page, attr) for attr in page.children(kid, "attr")]
    return [role for role in out if role is not None]


def with_place(page: Page, named: Named, role: Role | None) -> Role | None:
    """The role before a name with the place behind it as one more telling word: "Sen. Jane Roe of Ohio"."""
    if role is None or named.last + 2 >= len(page) or page.lower[named.last + 1] != "of":
        return role
    last = page.phrase(named.last + 1)[1]
    words = (fold(page.words[index]) for index in range(named.last + 2, last + 1) if page.tags[index] == "NNP")
    return replace(role, details=role.details | {page.known.meaning.get(word, word) for word in words})


def before_name(page: Page, named: Named) -> Role | None:
    """The role right before a name: "Sen.", "Putin's spokesman", "Defense Minister"."""
    index = named.first - 1
    if is_stop_of_title(page, index):
        index -= 1
    if index < 0 or not is_role_noun(page, index):
        return None
    start = index
    floor = max(0, named.first - LONGEST_ROLE)
    left = min(page.phrase(named.last)[0], page.phrase(index)[0])
    while (
        start > floor
        and (start > left or fold(page.words[start - 1]) in page.known.titles)
        and not page.words[start - 1].isspace()
    ):
        if is_stop_of_title(page, start - 1):
            start -= 1
            continue
        if page.tags[start - 1] in VERBS_AND_JOINTS or page.words[start - 1] in (
            ",",
            '"',
            "“",
            "''",
            ":",
            "--",
            "—",
            ".",
        ):
            break
        start -= 1
    return as_role(page, start, index, index)


def told_role(text: str, known: Words) -> Role:
    """The role that a reader's list gives, as newspapers write it: "head of the central bank"."""
    words, noun = words_of_role(text)
    found = (
        word for index, word in enumerate(words) if index != noun and len(word) > 2 and word not in known.modifiers
    )
    return Role(
        text=text,
        role=known.role_class.get(words[noun], words[noun]),
        details=frozenset(known.meaning.get(word, word) for word in found),
        gender=known.gender_of_noun.get(words[noun]),
    )


def in_source(page: Page, first: int, named: Named) -> Role | None:
    """The role that a source gives before the name in it: "the bank's head in Oslo" before "Jane Roe"."""
    last = named.first - 1
    while last > first and not page.words[last][-1].isalnum():
        last -= 1
    if not first <= last < first + LONGEST_ROLE:
        return None
    first = next((index + 1 for index in range(last - 1, first, -1) if page.words[index] == ","), first)
    head = page.head_of(first, last)
    return as_role(page, first, last, head) if is_role_noun(page, head) else None


def is_role_noun(page: Page, token: int) -> bool:
    """Whether the token is a title or a noun for a person."""
    return fold(page.words[token]) in page.known.role_nouns


def of_noun(page: Page, head: int, end: int | None = None) -> Role | None:
    """The role that the noun phrase round `head` names, None if its head is no role."""
    if not is_role_noun(page, head) or page.tags[head] in ("NNS", "NNPS"):
        return None
    first, last = page.phrase(head)
    if end is not None:
        last = min(last, end)
    last = next((index - 1 for index in range(head + 1, last + 1) if ends_role(page, index)), last)
    while last + 2 < len(page) and page.words[last + 1] == "&" and page.words[last + 2][0].isupper():
        last += 2
    last = min(last, first + LONGEST_ROLE)
    return as_role(page, first, max(head, last), head)


def ends_role(page: Page, token: int) -> bool:
    """Whether a role stops before this mark: not before the one in "head of the Oslo, Norway-based bank"."""
    return page.words[token] in MARKS and "based" not in page.lower[token : token + 5]


def as_role(page: Page, first: int, last: int, head: int) -> Role:
    """The role at these tokens, whose noun is `head`."""
    noun = fold(page.words[head])
    if noun == "officer" and head > first and page.lower[head - 1] == "executive":
        noun = "executive"
    words = (word for i in range(first, last + 1) if i != head and (word := fold(page.words[i])) != noun)
    found = frozenset(
        page.known.meaning.get(w, w)
        for w in words
        if (len(w) > 2 or w in page.known.meaning) and w[:1].isalnum() and w not in page.known.modifiers
    )
    if last + 1 < len(page) and is_stop_of_title(page, last + 1):
        last += 1
    return Role(
        text=page.string(first, last),
        role=page.known.role_class.get(noun, noun),
        details=found,
        gender=page.known.gender_of_noun.get(noun),
    )
