"""Where people and bodies are named in an article: the model's entities, repaired where they are plainly wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from extractor.speakers.names import Name, fold, parse_name
from extractor.speakers.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

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
#: Marks that no name goes over.
BREAKS = frozenset((":", "--", "—", "–", ";", "@", "|", "(", ")", '"', "“", "”", "''", "``", "‘", "/", "…", "..."))
#: Small words inside people's names.
PARTICLES = frozenset("de del della di da dos du van von der den la le el al bin ibn ben abu y e of the ter st und".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One place where a name stands: tokens `first`..`last` (both included) without titles, and what it seems to name."""

    first: int
    last: int
    label: Label
    name: Name
    weak: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The name's folded words."""
        return self.name.keys


def find_names(page: Page, doc: Doc, sources: Iterable[tuple[int, int]] = ()) -> list[Named]:
    """Every name in the article, in text order, without overlaps.

    `sources` are the token ranges that speak: a capitalised word at the head of one is a name even where the model saw none.
    """
    found = [
        named for ent in doc.ents if ent.label_ in LABELS for named in cleaned(page, ent.start, ent.end - 1, ent.label_)
    ]
    found += unseen_sources(page, found, sources)
    found = agreed(page, found)
    found += unseen_surnames(page, found)
    return sorted(found, key=lambda named: named.first)


# ---------------------------------------------------------------- one entity


def cleaned(page: Page, first: int, last: int, label: str) -> list[Named]:
    """The names inside one entity of the model: trimmed of articles, possessives and titles, cut at marks and glued words."""
    out = []
    for start, end in pieces(page, first, last):
        named = as_named(page, start, end, LABELS[label], weak=label in WEAK)
        if named is not None:
            out.append(named)
    return out


def pieces(page: Page, first: int, last: int) -> list[tuple[int, int]]:
    """The stretches of an entity between colons, line breaks and dashes; only the first of a person's name and the rest."""
    out: list[tuple[int, int]] = []
    start = first
    for index in range(first, last + 1):
        word = page.words[index]
        if word in BREAKS or word.isspace() or (word.islower() and page.tags[index] in ("VBD", "VBZ", "VBP")):
            if index > start:
                out.append((start, index - 1))
            start = index + 1
    if start <= last:
        out.append((start, last))
    return out


def as_named(page: Page, first: int, last: int, label: Label, *, weak: bool = False) -> Named | None:
    """A name at these tokens after trimming its edges, None when nothing capitalised is left."""
    first, last = trimmed(page, first, last)
    if first > last or not page.words[first][:1].isalnum():
        return None
    if label == "person":
        return as_person(page, first, last, weak=weak)
    if not any(page.words[i][:1].isupper() for i in range(first, last + 1)):
        return None
    text = page.string(first, last)
    name = organization_name(text)
    return Named(first=first, last=last, label=label, name=name, weak=weak) if name.keys else None


def organization_name(text: str) -> Name:
    """A body's name: its words are all part of it, titles too ("Justice Department")."""
    name = parse_name(text)
    if not name.titles and not name.suffix:
        return name
    keys = (*name.titles, *name.keys, *((name.suffix,) if name.suffix else ()))
    return Name(text=text, keys=keys)


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
    while first < last and fold(page.words[first]) in WORDS.titles and page.words[first][:1].isupper():
        first += 1
    if page.lower[first] == "the" and first < last:
        first += 1
    last = min(last, first + LONGEST_NAME - 1)
    for index in range(first + 1, last + 1):
        word = page.words[index]
        if page.tags[index] == "POS" or (word.islower() and word not in PARTICLES and page.words[index - 1] != "-"):
            last = index - 1
            break
    while last > first and page.tags[last].startswith(("VB", "RB", "IN", "DT")) and not page.words[last].isupper():
        last -= 1
    label: Label = "person"
    if last > first and fold(page.words[last]) in WORDS.common_organization_words:
        label = "organization"
    name = parse_name(page.string(first, last))
    if not name.keys or (first == last and name.keys[0] in WORDS.titles):
        return None
    return Named(first=first, last=last, label=label, name=replace(name, titles=titles_before(page, first)), weak=weak)


def titles_before(page: Page, first: int) -> tuple[str, ...]:
    """The folded titles that stand right before a name, nearest last."""
    out: list[str] = []
    index = first - 1
    while index >= 0 and len(out) < 4:
        word = fold(page.words[index])
        if word not in WORDS.titles or page.words[index].isspace():
            break
        out.insert(0, word)
        index -= 1
    return tuple(out)


# ---------------------------------------------------------------- the article as a whole


def unseen_sources(page: Page, found: Sequence[Named], sources: Iterable[tuple[int, int]]) -> list[Named]:
    """Names at the head of a source in which the model saw no entity."""
    covered = {index for named in found for index in range(named.first, named.last + 1)}
    out = []
    for first, last in sources:
        head = page.head_of(first, last)
        if head in covered or not page.tags[head].startswith("NNP") or not page.words[head][:1].isupper():
            continue
        start = end = head
        while start > first and is_proper(page, start - 1) and start - 1 not in covered:
            start -= 1
        while end < last and is_proper(page, end + 1) and end + 1 not in covered:
            end += 1
        named = as_named(page, start, end, guess(page, start, end), weak=True)
        if named is not None:
            covered.update(range(start, end + 1))
            out.append(named)
    return out


def is_proper(page: Page, token: int) -> bool:
    """Whether the token is a capitalised proper noun."""
    return page.tags[token].startswith("NNP") and page.words[token][:1].isupper()


def guess(page: Page, first: int, last: int) -> Label:
    """What a name that the model did not see is likely to be."""
    words = [fold(page.words[i]) for i in range(first, last + 1)]
    if words[0] in WORDS.gender_of_name or titles_before(page, first):
        return "person"
    if (
        words[-1] in WORDS.common_organization_words
        or words[0] == "the"
        or (first > 0 and page.lower[first - 1] == "the")
    ):
        return "organization"
    if len(words) == 1 and page.words[first].isupper() and len(words[0]) <= 4:
        return "organization"
    return "person"


def agreed(page: Page, found: Sequence[Named]) -> list[Named]:
    """The names with one label each: what the article calls a person in full, or most often, is a person everywhere."""
    found = unglued(page, found)
    votes: dict[tuple[str, ...], Counter[Label]] = {}
    surnames: set[str] = set()
    for named in found:
        weight = 1 if named.weak else 3
        votes.setdefault(named.keys, Counter())[named.label] += weight + (
            3 if named.label == "person" and named.name.titles else 0
        )
        if named.label == "person" and len(named.keys) > 1 and not named.weak:
            surnames.add(named.keys[-1])
    return [relabelled(page, named, elected(named, votes[named.keys], surnames)) for named in found]


def unglued(page: Page, found: Sequence[Named]) -> list[Named]:
    """The names without capitalised words glued on behind: "Roe" of the headline's "Roe Sees Rise".

    Cut only where the article has the first word alone as a name, or as a surname, and the next one as an ordinary word.
    """
    alone = Counter(named.keys[0] for named in found if len(named.keys) == 1)
    surnames = Counter(named.keys[-1] for named in found if named.label == "person" and len(named.keys) > 1)
    ordinary = {word for word in page.words if word.islower()}
    headings = title_case(page)
    out = []
    for named in found:
        keys = named.keys
        heading = page.paragraph[named.first] in headings
        glued = len(keys) > 1 and (heading or (named.label == "person" and page.lower[named.first + 1] in ordinary))
        if glued and not alone[keys[1]] and surnames[keys[1]] <= (len(keys) == 2) and named.label != "place":
            known = surnames[keys[0]] or (alone[keys[0]] > 1 and keys[0] not in WORDS.gender_of_name)
            named = (as_named(page, named.first, named.first, "person") if known else None) or named  # noqa: PLW2901
        out.append(named)
    return out


def title_case(page: Page) -> set[int]:
    """The paragraphs that are headings: a line of which nearly every longer word is capitalised."""
    counts: dict[int, list[int]] = {}
    for paragraph, word in zip(page.paragraph, page.words, strict=True):
        if len(word) > 3 and word[0].isalpha():
            count = counts.setdefault(paragraph, [0, 0])
            count[0] += 1
            count[1] += word[0].isupper()
    return {paragraph for paragraph, (words, capital) in counts.items() if words < 25 and capital >= 0.75 * words}


def elected(named: Named, votes: Counter[Label], surnames: set[str]) -> Label:
    """The label that the whole article speaks for."""
    keys = named.keys
    if len(keys) == 1 and keys[0] in surnames and "." not in named.name.text:
        return "person"
    if 2 <= len(keys) <= 3 and keys[0] in WORDS.gender_of_name and keys[-1] not in WORDS.common_organization_words:
        return "person"
    best = max(votes.values())
    if votes["person"] == best:
        return "person"
    return max(votes, key=lambda label: votes[label])


def relabelled(page: Page, named: Named, label: Label) -> Named:
    """The same name under another label, with titles split off if it became a person."""
    if label == named.label:
        return named
    if label == "person":
        return as_person(page, named.first, named.last) or named
    return replace(named, label=label, name=organization_name(page.string(named.first, named.last)))


def unseen_surnames(page: Page, found: Sequence[Named]) -> list[Named]:
    """Later mentions of a known person's surname that the model passed over ("PENCE:", a surname that is also a word)."""
    known = {named.keys[-1] for named in found if named.label == "person" and len(named.keys[-1]) > 2}
    covered = {index for named in found for index in range(named.first, named.last + 1)}
    out = []
    for index, word in enumerate(page.lower):
        if word in known and index not in covered and is_proper(page, index):
            named = as_person(page, index, index, weak=True)
            if named is not None:
                out.append(named)
    return out
