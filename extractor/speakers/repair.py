"""The names of an article: the model's entities, and what it plainly mistook set right by the rest of the article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.speakers.evidence import goes_by_person, is_dateline_agency, is_one_persons, is_where, is_whose_office
from extractor.speakers.hints import HINTS
from extractor.speakers.mentions import (
    LABELS,
    Label,
    Named,
    as_named,
    as_person,
    begins_sentence,
    cleaned,
    is_stop_of_title,
    titles_before,
)
from extractor.speakers.names import fold, parse_body

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from spacy.tokens import Doc

    from extractor.speakers.page import Page

#: Bodies' names go on for no more than so many words.
LONGEST_BODY = 14
#: How much a place's preposition before a name counts beside the model's labels.
AS_PLACE = 6
#: How much an office or an age beside a name counts.
AS_PERSON = 4
#: A longer line is no heading.
LONGEST_HEADING = 40
NOBODY: Counter[Label] = Counter()
#: Who bears a first name alone is a person, unless the name is anywhere one of these.
NO_PERSONS: Counter[Label] = Counter({"place": 99, "people": 99})
BODY_JOINTS = frozenset({"of", "for", "the", "and"})


def find_names(page: Page, doc: Doc, sources: Iterable[tuple[int, int]] = ()) -> list[Named]:
    """Every name in the article, in text order, without overlaps.

    `sources` are the token ranges that speak: a capitalised word at the head of one is a name, seen or not.
    """
    found = [
        named for ent in doc.ents if ent.label_ in LABELS for named in cleaned(page, ent.start, ent.end - 1, ent.label_)
    ]
    found = with_first_names(page, [named for named in found if not is_dateline_agency(page, named)])
    sources = list(sources)
    found = [named for named in found + unseen(page, found, sources) if not is_cut_title(page, named)]
    found = extended(page, sorted(found, key=lambda named: named.first))
    found = agreed(page, [named for named in found if not is_common_noun(page, named)])
    found += unseen_surnames(page, found, {page.head_of(first, last) for first, last in sources})
    return sorted(found, key=lambda named: named.first)


def is_cut_title(page: Page, named: Named) -> bool:
    """Whether the model has made a name of what only leads up to one: "Navy Capt" of "Navy Capt. Ilse Tarn"."""
    behind = named.last + 2
    return behind < len(page) and is_stop_of_title(page, behind - 1) and is_proper(page, behind)


def extended(page: Page, found: Sequence[Named]) -> list[Named]:
    """The names with a body's name taken to its end: "Commission" + "on River Safety", "Office" + "for the …"."""
    out: list[Named] = []
    people = {named.first for named in found if named.label == "person"}
    for named in found:
        if out and named.first <= out[-1].last:
            continue
        is_body = named.label == "organization" and named.keys[-1] in page.known.organization_nouns
        out.append(longer(page, named, people) if is_body else named)
    return out


def longer(page: Page, named: Named, people: set[int]) -> Named:
    """A body's name with the "of …", "for …" and "and …" that belong to it; `people` are where persons' names begin."""
    joints = BODY_JOINTS if len(named.keys) > 1 else BODY_JOINTS | {"on"}
    last = end = named.last
    while end + 1 < len(page) and end - named.first < LONGEST_BODY and end + 1 not in people:
        if end > named.last and is_proper(page, end + 1):
            last = end + 1
        elif page.words[end + 1] not in joints:
            break
        end += 1
    if last == named.last:
        return named
    return as_named(page, named.first, last, "organization", weak=named.weak) or named


def is_proper(page: Page, token: int) -> bool:
    """Whether the token is a capitalised proper noun."""
    return page.tags[token].startswith("NNP") and page.words[token][:1].isupper()


def unseen(page: Page, found: Sequence[Named], sources: Iterable[tuple[int, int]]) -> list[Named]:
    """Names in which the model saw no entity: capitalised runs that begin with a first name, name a body, or speak."""
    covered = {index for named in found for index in range(named.first, named.last + 1)}
    heads = {page.head_of(first, last): (first, last) for first, last in sources}
    out = []
    for start, end in proper_runs(page, covered):
        label = label_of_run(page, start, end)
        speaks = next((head for head in range(start, end + 1) if head in heads), None)
        if speaks is not None:
            low, high = heads[speaks]
            start, end = max(start, low), min(end, high)  # noqa: PLW2901
            label = label or guess(page, start, end)
        if label is not None:
            named = as_named(page, start, end, label, weak=speaks is None)
            if named is not None:
                out.append(named)
    return [named for named in out if named.keys[0] not in HINTS.note_openers]


def proper_runs(page: Page, covered: set[int]) -> Iterator[tuple[int, int]]:
    """The longest runs of capitalised proper nouns outside the entities, as first and last token."""
    start = None
    for index, tag in enumerate(page.tags):
        inside = tag[:3] == "NNP" and index not in covered and page.words[index][0].isupper()
        if inside and start is None:
            start = index
        elif not inside and start is not None:
            yield start, index - 1
            start = None
    if start is not None:
        yield start, len(page) - 1


def label_of_run(page: Page, first: int, last: int) -> Label | None:
    """What a run of capitalised words outside quotations plainly names ("Norvik Bank"); None when unclear."""
    if page.quoted[first]:
        return None
    words = [fold(page.words[i]) for i in range(first, last + 1)]
    if len(words) == 1:
        body = (
            words[0] in page.known.organization_nouns
            and page.lower[first - 1] == "the"
            and is_head_of_name(page, first)
        )
        return "organization" if body else None
    while len(words) > 1 and words[0] in page.known.titles:
        words.pop(0)
    if words[-1] in page.known.common_organization_words:
        return "organization" if len(words) > 1 else None
    return "person" if len(words) in (2, 3) and words[0] in page.known.first_names else None


def is_head_of_name(page: Page, token: int) -> bool:
    """Whether "of", "for" or "on" and a capitalised word follow: "the Commission on River Safety"."""
    after = token + 2
    return after < len(page) and page.lower[token + 1] in ("of", "for", "on") and page.words[after][0].isupper()


def guess(page: Page, first: int, last: int) -> Label:
    """What a name that the model did not see is likely to be."""
    words = [fold(page.words[i]) for i in range(first, last + 1)]
    if words[0] in page.known.first_names or titles_before(page, first):
        return "person"
    before = page.lower[first - 1] if first else ""
    if (
        words[-1] in page.known.common_organization_words
        or words[0] == "the"
        or before == "the"
        or (before in page.known.organization_nouns and page.heads[first - 1] == last)
    ):
        return "organization"
    if len(words) == 1 and page.words[first].isupper() and len(words[0]) <= 4:
        return "organization"
    return "person"


def agreed(page: Page, found: Sequence[Named]) -> list[Named]:
    """The names with one label each: what the article calls a person in full, or most often, is a person everywhere."""
    found = unglued(page, found)
    people = {named.keys[0] for named in found if len(named.keys) == 1 and is_one_persons(page, named)}
    votes: dict[tuple[str, ...], Counter[Label]] = {}
    surnames: set[str] = set()
    for named in found:
        weight = 1 if named.weak else 3
        votes.setdefault(named.keys, Counter())[named.label] += weight + (
            3 if named.label == "person" and named.name.titles else 0
        )
        if named.label == "person" and len(named.keys) > 1 and (not named.weak or named.name.known_first):
            surnames.add(named.keys[-1])
        if is_where(page, named):
            votes[named.keys]["place"] += AS_PLACE
        elif named.label != "person" and (is_whose_office(page, named) or goes_by_person(named, people)):
            votes[named.keys]["person"] += AS_PERSON
    surnames |= {keys[-1] for keys, cast in votes.items() if len(keys) > 1 and cast["person"] >= max(3, *cast.values())}
    surnames |= {named.keys[-1] for named in found if named.weak and reads_as_person(named, votes[named.keys])}
    companies = page.known.bodies | {
        named.keys[:length] for named in found if named.name.company for length in range(1, min(4, len(named.keys)))
    }
    firsts = {named.keys[:1] for named in found if named.label == "person" and len(named.keys) > 1 and not named.weak}
    surnames |= {key[0] for key in firsts - companies if not (votes.get(key, NOBODY) & NO_PERSONS)}
    out = []
    for named in found:
        if len(named.keys) > 1 or named.keys[0] not in page.known.titles or named.keys[0] in surnames:
            plural = page.tags[named.last] == "NNPS"
            label = elected(named, votes[named.keys], surnames, companies, plural=plural)
            out.append(relabelled(page, named, label))
    return out


def is_common_noun(page: Page, named: Named) -> bool:
    """Whether a capital has made a name of an ordinary noun for a person: a headline's "Surgeon Tells Inquest"."""
    if page.lower[named.last] in HINTS.common_acronyms and named.keys[0] in HINTS.common_acronyms | {"super"}:
        return True
    if named.first != named.last or not page.tags[named.first].startswith("NN") or named.name.titles:
        return False
    word = named.keys[0]
    known = word in page.known.role_nouns or word in page.known.plural_person_nouns
    return known and begins_sentence(page, named.first) and word in page.vocabulary


def unglued(page: Page, found: Sequence[Named]) -> list[Named]:
    """The names without capitalised words glued on behind: "Roe" of the headline's "Roe Sees Rise".

    Cut only where the article has the first word as a name of its own, and the next one as an ordinary word.
    """
    alone = Counter(named.keys[0] for named in found if len(named.keys) == 1)
    surnames = Counter(named.keys[-1] for named in found if named.label == "person" and len(named.keys) > 1)
    headings = title_case(page, {page.paragraph[named.first] for named in found if len(named.keys) > 1})
    out = []
    for named in found:
        keys = named.keys
        heading = page.paragraph[named.first] in headings
        several = len(keys) > 1 and named.last > named.first  # one token can hold several words: on"yes"no
        glued = several and (heading or (named.label == "person" and page.lower[named.first + 1] in page.vocabulary))
        if glued and not alone[keys[1]] and surnames[keys[1]] <= (len(keys) == 2) and named.label != "place":
            known = surnames[keys[0]] or (alone[keys[0]] > 1 and keys[0] not in page.known.first_names)
            named = (as_named(page, named.first, named.first, "person") if known else None) or named  # noqa: PLW2901
        out.append(named)
    return out


def title_case(page: Page, paragraphs: Iterable[int]) -> set[int]:
    """Those of the paragraphs that are headings: short lines of which nearly every longer word is capitalised."""
    headings = set()
    for paragraph in paragraphs:
        first, last = bisect_left(page.paragraph, paragraph), bisect_right(page.paragraph, paragraph)
        if last - first <= LONGEST_HEADING:
            words = [word for word in page.words[first:last] if len(word) > 3 and word[0].isalpha()]
            if sum(word[0].isupper() for word in words) >= 0.75 * len(words):
                headings.add(paragraph)
    return headings


def elected(
    named: Named, votes: Counter[Label], surnames: set[str], companies: frozenset[tuple[str, ...]], *, plural: bool
) -> Label:
    """The label that the whole article speaks for."""
    keys = named.keys
    if len(keys) == 1 and keys[0] in surnames and "." not in named.name.text:
        return "person"
    if len(keys) == 1 and plural and not named.name.titles:
        return "people"
    if keys in companies and not named.name.titles:
        return "organization"
    best = max(votes.values())
    if votes["person"] == best or reads_as_person(named, votes):
        return "person"
    return max(votes, key=lambda label: votes[label])


def reads_as_person(named: Named, votes: Counter[Label]) -> bool:
    """Whether it begins with a first name, and not most of the article takes it for a place."""
    is_name = 2 <= len(named.keys) <= 3 and named.name.known_first and not named.name.generic
    return is_name and votes["place"] < max(votes.values())


def relabelled(page: Page, named: Named, label: Label) -> Named:
    """The same name under another label, with titles split off if it became a person."""
    if label == named.label:
        return named
    if label == "person":
        marks = [index for index in range(named.first, named.last) if page.words[index] == ","]
        return as_person(page, marks[-1] + 1 if marks else named.first, named.last) or named
    return replace(named, label=label, name=parse_body(page.string(named.first, named.last), page.known))


def unseen_surnames(page: Page, found: Sequence[Named], speaking: Collection[int] = ()) -> list[Named]:
    """Mentions of a known person's surname that the model passed over ("TARN:", a surname that is also a word).

    Whatever is written so at one of the `speaking` tokens is one.
    """
    known = {named.keys[-1] for named in found if named.label == "person" and len(named.keys[-1]) > 2}
    covered = {index for named in found for index in range(named.first, named.last + 1)}
    out = []
    for index, word in enumerate(page.lower):
        speaks = index in speaking and page.words[index][0].isupper()
        if word in known and index not in covered and (speaks or can_be_surname(page, index)):
            named = as_person(page, with_first_name(page, index, covered), index, weak=True)
            if named is not None:
                out.append(named)
    return out


def can_be_surname(page: Page, token: int) -> bool:
    """Whether a word like a surname is one: a proper noun, or a capitalised subject that is no word of the article."""
    if is_proper(page, token):
        return True
    if not page.words[token][0].isupper() or page.lower[token] in page.vocabulary:
        return False
    after_quotation = token > 1 and page.words[token - 2] == "," and not page.words[token - 1][0].isalnum()
    return page.is_subject(token) or after_quotation


def with_first_names(page: Page, found: Sequence[Named]) -> list[Named]:
    """The names, the lone surnames among them with the first name before them that the model passed over."""
    covered = {index for named in found for index in range(named.first, named.last + 1)}
    out = []
    for named in found:
        first = named.first
        lone = first == named.last and not named.name.titles and not page.quoted[first]
        if lone and (named.label == "person" or is_behind_first_name(page, named)):
            first = with_first_name(page, first, covered)
        in_sentence = first < named.first and first > 0 and not begins_sentence(page, first)
        out.append((as_person(page, first, named.last, weak=named.weak) if in_sentence else None) or named)
    return out


def is_behind_first_name(page: Page, named: Named) -> bool:
    """Whether a first name that the model left out stands before what it takes for a body: Ilya [Morozov]."""
    before = fold(page.words[named.first - 1]) if named.first else ""
    body = named.name.generic or named.name.company or page.words[named.first].isupper()
    return named.label == "organization" and before in page.known.first_names and not body


def with_first_name(page: Page, token: int, covered: set[int]) -> int:
    """Where the name begins that ends in a known surname: a relative of the one known may bear it ("Ilse Tarn")."""
    first = token - 1
    if first < 0 or first in covered or not is_proper(page, first) or page.heads[first] != token:
        return token
    word = page.words[first]
    is_name = word.isalpha() and not word.isupper() and page.lower[first] not in page.vocabulary
    return first if is_name and fold(word) not in page.known.role_nouns | page.known.titles else token
