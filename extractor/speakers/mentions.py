"""Where people and bodies are named in an article: the model's entities, repaired where they are plainly wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.speakers.hints import HINTS
from extractor.speakers.names import Name, fold, parse_body, parse_name

if TYPE_CHECKING:
    from extractor.speakers.page import Page

Label = Literal["person", "organization", "place", "people"]

LABELS: dict[str, Label] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "NORP": "people",
    "LOC": "place",
    "FAC": "organization",
    "PRODUCT": "organization",
    "WORK_OF_ART": "organization",
    "EVENT": "organization",
    "LAW": "organization",
}
#: Labels that the model gives to a person's name by mistake so often that they say little.
WEAK = frozenset({"LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
LONGEST_NAME = 5
#: In letters: a longer title is written in full, and a full stop behind it is the sentence's.
LONGEST_SHORT_TITLE = 4
#: Marks that no name goes over.
BREAKS = frozenset((":", "--", "—", "–", ";", "@", "|", "(", ")", '"', "“", "”", "''", "``", "‘", "/", "…", "..."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One place where a name stands: tokens `first`..`last` (both included), without titles, and what it names."""

    first: int
    last: int
    label: Label
    name: Name
    weak: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The name's folded words."""
        return self.name.keys


def cleaned(page: Page, first: int, last: int, label: str) -> list[Named]:
    """The names inside one entity of the model, trimmed of articles, possessives and titles and cut at marks."""
    out = []
    for start, end in pieces(page, first, last):
        named = as_named(page, start, end, LABELS[label], weak=label in WEAK)
        if named is not None:
            out.append(named)
    return out


def pieces(page: Page, first: int, last: int) -> list[tuple[int, int]]:
    """The stretches of an entity between marks, line breaks, verbs and figures, as first and last token."""
    out: list[tuple[int, int]] = []
    start = first
    for index in range(first, last + 1):
        word = page.words[index]
        is_verb = word.islower() and page.tags[index] in ("VBD", "VBZ", "VBP")
        if word in BREAKS or word.isspace() or is_verb or (index < last and is_figure(page, index)):
            if index > start:
                out.append((start, index - 1))
            start = index + 1
    if start <= last:
        out.append((start, last))
    return out


def is_figure(page: Page, token: int) -> bool:
    """Whether a number counts what stands behind it: "gave [Burr 44 percent]", but not "Channel 4 News"."""
    return page.tags[token] == "CD" and page.words[token + 1].islower()


def as_named(page: Page, first: int, last: int, label: Label, *, weak: bool = False) -> Named | None:
    """A name at these tokens after trimming its edges, None when nothing capitalised is left."""
    first, last = trimmed(page, first, last)
    if first > last or not page.words[first][:1].isalnum():
        return None
    if label == "person":
        return as_person(page, first, last, weak=weak)
    if glued_to_place(page, first, last):
        return as_person(page, first + 1, last, weak=weak)
    if page.lower[first] == "the" and first < last and (page.words[first] == "the" or begins_sentence(page, first)):
        first += 1
    if not any(page.words[i][:1].isupper() for i in range(first, last + 1)):
        return None
    text = page.string(first, last)
    name = parse_body(text, page.known)
    return Named(first=first, last=last, label=label, name=name, weak=weak) if name.keys else None


def glued_to_place(page: Page, first: int, last: int) -> bool:
    """Whether a place's name runs into a person's: "in Oslo Henrik Dahl"."""
    words = [fold(page.words[index]) for index in range(first, last + 1)]
    if len(words) != 3 or first == 0 or page.lower[first - 1] not in ("in", "at", "from", "to"):
        return False
    return words[1] in page.known.first_names and words[2] not in page.known.common_organization_words


def begins_sentence(page: Page, token: int) -> bool:
    """Whether a capital at the token may be the sentence's, not the name's."""
    return token == 0 or not (page.words[token - 1][-1].isalnum() or page.words[token - 1] == ",")


def trimmed(page: Page, first: int, last: int) -> tuple[int, int]:
    """The range without possessives, marks and lower-case edges; first > last when nothing is left."""
    while last >= first and not keeps_edge(page, last):
        last -= 1
    while first <= last and not (keeps_edge(page, first) or page.lower[first] == "the"):
        first += 1
    return first, last


def keeps_edge(page: Page, token: int) -> bool:
    """Whether a name may begin or end with the token."""
    word = page.words[token]
    return (
        word[:1].isupper()
        or (word[:1].isdigit() and page.tags[token] != "POS")
        or (word.islower() and page.tags[token].startswith("NNP"))
    )


def as_person(page: Page, first: int, last: int, *, weak: bool = False) -> Named | None:
    """A person's name at these tokens, with the titles before it, and cut where a headline's words are glued to it."""
    while first < last and fold(page.words[first]) in page.known.titles and page.words[first][:1].isupper():
        first += 1
    if page.lower[first] == "the" and first < last:
        first += 1
    last = min(last, first + LONGEST_NAME - 1)
    for index in range(first + 1, last + 1):
        word = page.words[index]
        if page.tags[index] == "POS" or (
            word.islower() and word not in HINTS.particles and page.words[index - 1] != "-"
        ):
            last = index - 1
            break
    while last > first and page.tags[last].startswith(("VB", "RB", "IN", "DT")) and not page.words[last].isupper():
        last -= 1
    label: Label = "person"
    if last > first and fold(page.words[last]) in page.known.common_organization_words:
        label = "organization"
    name = parse_name(page.string(first, last), page.known, titles_before(page, first))
    if not name.keys:
        return None
    return Named(first=first, last=last, label=label, name=name, weak=weak)


def is_stop_of_title(page: Page, token: int) -> bool:
    """Whether the token is the full stop of a title, which the tokenizer splits off some ("Capt", ".")."""
    title = fold(page.words[token - 1]) if token > 0 and page.words[token] == "." else ""
    return title in page.known.titles and len(title) <= LONGEST_SHORT_TITLE


def titles_before(page: Page, first: int) -> tuple[str, ...]:
    """The folded titles that stand right before a name, nearest last."""
    out: list[str] = []
    index = first - 1
    while index >= 0 and len(out) < 4:
        if is_stop_of_title(page, index):
            index -= 1
        word = fold(page.words[index])
        if word not in page.known.titles or page.words[index].isspace():
            break
        out.insert(0, word)
        index -= 1
    return tuple(out)
