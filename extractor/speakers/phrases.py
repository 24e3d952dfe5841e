"""What kind of expression a source is (name, description, pronoun), and what its words tell about who is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.speakers.mentions import is_stop_of_title
from extractor.speakers.names import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.speakers.mentions import Named
    from extractor.speakers.page import Page
    from extractor.speakers.words import Gender

Sort = Literal["person", "people", "organization", "document", "other"]

HE_OR_SHE: Mapping[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
OTHER_PRONOUNS = frozenset(
    [
        "you",
        "your",
        "yours",
        "yourself",
        "this",
        "these",
        "those",
        "one",
        "some",
        "many",
        "others",
        "other",
        "most",
        "several",
        "both",
        "all",
        "none",
        "nobody",
        "everybody",
        "everyone",
        "anyone",
        "someone",
        "somebody",
        "anybody",
        "few",
        "another",
        "each",
        "either",
        "neither",
        "half",
    ]
)
PRONOUNS = frozenset(HE_OR_SHE) | FIRST_PERSON | THEY | IT | RELATIVE | OTHER_PRONOUNS
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
#: How the noun for one person from a place ends, and the noun for all of them does not.
ENDINGS_OF_NATIVES = ("an", "ani", "aqi", "eli")
SUFFIXES_OF_PEOPLE = ("man", "woman", "person", "ist", "ician", "year-old")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A source or an antecedent, taken apart. `first`..`last` are its tokens, `head` the one that says what it is.

    `role` is the class of roles that the head noun belongs to: "spokeswoman" -> "spokesperson".
    `details` are the words that tell one bearer of a role from another, folded; "Russian" counts as "russia".
    """

    first: int
    last: int
    head: int
    noun: str
    role: str
    sort: Sort
    plural: bool = False
    definite: bool = False
    gender: Gender | None = None
    details: frozenset[str] = frozenset()
    named: tuple[Named, ...] = ()
    joint: bool = False


def pronoun_of(page: Page, first: int, last: int) -> str | None:
    """The pronoun that a source consists of ("he", "he himself", "they both"), None if it is more than that."""
    word = page.lower[first]
    if word not in PRONOUNS or last - first > 1:
        return None
    if last > first and page.lower[last] not in PRONOUNS and page.tags[last] != "RB":
        return None
    return word


def phrase_of(page: Page, first: int, last: int, covering: Mapping[int, Named]) -> Phrase:
    """The phrase at these tokens; `covering` gives the name at each token that belongs to one."""
    head = page.head_of(first, last)
    native = is_native(page, first, head, covering)
    named = () if native else names_meant(page, first, last, head, covering)
    noun = fold(page.words[head])
    tag = page.tags[head]
    joint = not named and is_joint(page, head, last)
    return Phrase(
        first=first,
        last=last,
        head=head,
        noun=noun,
        role=page.known.role_class.get(noun, noun),
        sort="person" if native else based(page, first, head, noun) or sort_of(page, head, noun),
        plural=joint or tag in ("NNS", "NNPS"),
        joint=joint,
        definite=is_definite(page, first, head) or is_headline_role(page, first, head),
        gender=page.known.gender_of_noun.get(noun),
        details=details(page, first, last, head) | ({page.known.meaning.get(noun, noun)} if native else frozenset()),
        named=named,
    )


def based(page: Page, first: int, head: int, noun: str) -> Sort | None:
    """The sort of a noun that can be a person's or a body's where "Oslo-based" stands before it: bodies have bases."""
    is_body = noun in page.known.organization_nouns and "based" in page.lower[first:head]
    return "organization" if is_body and page.tags[head] not in ("NNS", "NNPS") else None


def is_native(page: Page, first: int, head: int, covering: Mapping[int, Named]) -> bool:
    """Whether a source is one person by where he is from: "the Dane", "the Texan", but not "the Dutch"."""
    word = page.lower[head]
    if page.lower[first] not in DEFINITE or page.tags[head] not in ("NN", "NNP") or not page.words[head][0].isupper():
        return False
    meaning = page.known.meaning
    named = covering.get(head)
    if (word,) in page.known.bodies or (named is not None and (named.first, named.last) != (head, head)):
        return False
    people = named is not None and named.label == "people"
    return word + "s" in meaning or ((people or word in meaning) and word.endswith(ENDINGS_OF_NATIVES))


def is_joint(page: Page, head: int, last: int) -> bool:
    """Whether "and" joins two parties ("rebels and the West"), not two roles of one ("the actor and author")."""
    for kid in page.children(head, "conj"):
        if kid <= last and (page.children(kid, "det", "poss") or page.tags[kid] in ("NNS", "NNPS", "NNP")):
            return True
    return False


def sort_of(page: Page, head: int, noun: str) -> Sort:
    """Whether a noun is for a person, for people, for a body, or for something written."""
    if page.tags[head] in ("NNS", "NNPS"):
        if noun in page.known.plural_person_nouns or singular(noun) in page.known.person_nouns:
            return "people"
        one = singular(noun)
        if one in page.known.organization_nouns:
            return "people"
        return "document" if one in page.known.document_nouns or noun in page.known.document_nouns else "other"
    if noun == "old" and head > 0 and page.words[head - 1] == "-":
        return "person"
    if noun in page.known.gender_of_noun or noun in page.known.person_nouns or noun.endswith(SUFFIXES_OF_PEOPLE):
        return "person"
    if noun in page.known.plural_person_nouns:
        return "people"
    if noun in page.known.organization_nouns:
        return "organization"
    if noun in page.known.document_nouns:
        return "document"
    return "person" if noun in page.known.offices else "other"


def singular(noun: str) -> str:
    """A plural noun's singular, by ending."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith("women") or noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def is_definite(page: Page, first: int, head: int) -> bool:
    """Whether the phrase points at something known: "the", "this", a possessive."""
    if page.lower[first] in DEFINITE:
        return True
    return any(page.deps[i] == "poss" for i in page.children(head) if i >= first)


def is_headline_role(page: Page, first: int, head: int) -> bool:
    """Whether a headline names an office without its article, and a word before it whose: "Velmar president quits"."""
    if head == first or page.paragraph[head] or page.tags[head] not in ("NN", "NNP") or page.deps[head] != "nsubj":
        return False
    return (
        page.lower[head] in page.known.offices and page.tags[first] in ("NNP", "JJ") and page.words[first][0].isupper()
    )


def details(page: Page, first: int, last: int, head: int) -> frozenset[str]:
    """The telling words of a description: no articles, and nothing far behind the head."""
    end = min(last, head + 6)
    return frozenset(
        page.known.meaning.get(word, word)
        for i in range(first, end + 1)
        if i != head
        and (word := fold(page.words[i]))
        and word[0].isalnum()
        and word not in page.known.modifiers
        and (len(word) > 2 or word in page.known.meaning)
    )


def names_meant(page: Page, first: int, last: int, head: int, covering: Mapping[int, Named]) -> tuple[Named, ...]:
    """The name or names that a source stands for: its head, the apposition to it, or the two sides of an "and"."""
    main = covering.get(head)
    if main is None or (main.label == "place" and main.last < last):
        main = beside_role(page, first, last, head, covering) or main
    if main is None:
        return behind_title(page, last, covering) or self_named(page, head, covering)
    if not first <= main.first or (
        main.label == "people" and page.tags[head] in ("NN", "NNP", "JJ") and is_definite(page, first, head)
    ):
        return () if main.label == "people" else (main,)
    if main.label != "people" and with_others(page, main.last, last, covering):
        return ()
    return (main, *joined(page, main, last, covering))


def behind_title(page: Page, last: int, covering: Mapping[int, Named]) -> tuple[Named, ...]:
    """The name right behind a source that was cut after a title: "Capt." of "Capt. Jane Roe"."""
    if fold(page.words[last]) not in page.known.titles or not page.words[last][0].isupper():
        return ()
    behind = last + 2 if last + 1 < len(page) and is_stop_of_title(page, last + 1) else last + 1
    named = covering.get(behind)
    return (named,) if named is not None and named.label == "person" else ()


def self_named(page: Page, head: int, covering: Mapping[int, Named]) -> tuple[Named, ...]:
    """The name that somebody described gives: "a witness, who gave her name only as Ms. Okoro".

    Not the one of somebody else: "a witness, who identified the killer as John Smith".
    """
    for index in range(head + 1, min(head + FAR_NAME, len(page) - 2)):
        if page.sentence[index] != page.sentence[head]:
            break
        if page.lower[index] != "as":
            continue
        before = [word for word in page.lower[max(head, index - 4) : index] if word not in ("only", "just", "simply")]
        named = covering.get(index + 1) or covering.get(index + 2)
        if tuple(before[-2:]) in OWN_NAME or tuple(before[-3:]) in OWN_NAME:
            return (named,) if named is not None and named.label == "person" else ()
    return ()


def beside_role(page: Page, first: int, last: int, head: int, covering: Mapping[int, Named]) -> Named | None:
    """The name in apposition to the head ("the chief executive, Jane Roe"), or that ends or begins the source."""
    for kid in page.children(head, "appos"):
        named = covering.get(kid)
        if named is not None and first <= kid <= last + FAR_APPOSITION and named.label != "place":
            return named
    ending = covering.get(last)
    single = page.tags[head] not in ("NNS", "NNPS")
    if single and ending is not None and ending.label == "person" and ending.first > first:
        before = word_before(page, ending)
        person = sort_of(page, head, fold(page.words[head])) == "person"
        if before in page.known.titles or before in page.known.person_nouns or (person and before not in NO_APPOSITION):
            return ending
    beginning = covering.get(first)
    if (
        beginning is not None
        and beginning.last < last
        and page.words[beginning.last + 1] == ","
        and beginning.label == "person"
    ):
        return beginning
    return None


#: Words by which somebody says who he is, and how far behind his description the name may stand.
#: What stands before "as" where somebody tells his own name.
OWN_NAME = frozenset(
    {
        (verb, who)
        for verb in ("identified", "identifies", "identifying")
        for who in ("himself", "herself", "themselves")
    }
    | {(verb, whose, "name") for verb in ("gave", "gives", "giving") for whose in ("his", "her", "their", "a")}
)
FAR_NAME = 14
#: So far behind a source cut short ("Roe's niece", Del. Ann Poe) the name in apposition to it may stand.
FAR_APPOSITION = 6
#: Words after which a name is somebody else's than the noun's before it.
NO_APPOSITION = frozenset(
    {"of", "to", "for", "by", "with", "and", "'s", "’s", "from", "in", "at", "under", "about", "against", "or"}
)
NO_PREPOSITIONS = frozenset({"and", "or", "'s", "’s"})


def word_before(page: Page, named: Named) -> str:
    """The folded word before a name and its honorific ("Mr."); what stands before all its titles if a preposition."""
    index = named.first - 1
    word = fold(page.words[index])
    if word in page.known.honorifics and index > 0:
        index -= 1
        word = fold(page.words[index])
    while index > 0 and fold(page.words[index]) in page.known.titles:
        index -= 1
    before = fold(page.words[index])
    return before if before in NO_APPOSITION - NO_PREPOSITIONS else word


def with_others(page: Page, head: int, last: int, covering: Mapping[int, Named]) -> bool:
    """Whether "and" ties people without a name to the head: "Roe and his lawyers" are a group."""
    others = [kid for kid in page.children(head, "conj") if kid <= last and kid not in covering]
    return any(sort_of(page, kid, fold(page.words[kid])) in ("person", "people") for kid in others)


def joined(page: Page, main: Named, last: int, covering: Mapping[int, Named]) -> tuple[Named, ...]:
    """Further names that "and" ties to the first inside the source."""
    out: list[Named] = []
    token = main.last
    while len(out) < 8:
        following = [kid for kid in page.children(token, "conj") if kid <= last]
        if not following or any(page.lower[kid] == "or" for kid in page.children(token, "cc")):
            break
        token = following[0]
        named = covering.get(token)
        if named is not None and named is not main:
            out.append(named)
    return tuple(out)
