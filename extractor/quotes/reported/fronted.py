"""Attributions after or inside what was said: "..., the Kremlin said", "..., according to X", "X, he said, Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.quotes.reported.candidate import Candidate
from extractor.quotes.reported.extent import BREAKS, content_ranges, highest_from, verb_group
from extractor.quotes.reported.parted import Parted, parted
from extractor.quotes.reported.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from extractor.quotes.reported.extent import Range

MARKS = frozenset(('"', "''", "``", "”", "’", "'"))
#: What belongs to the saying, not to what was said, when it follows the verb: "said in a statement on Monday".
ADVERBIALS = frozenset(("prep", "npadvmod", "dobj", "dative", "prt", "agent", "advcl", "advmod", "ccomp"))
#: What the phrase after "he said," is when it carries on the statement.
GOING_ON = frozenset(("ccomp", "nsubj", "nsubjpass", "expl", "dobj", "mark"))
RESUMING = BREAKS | {";", ":"}
#: A verb that fronts what it reports at least so often does it here too.
SURE_TO_FRONT = 0.5
FINITE = frozenset(("VBD", "VBZ", "VBP"))
#: The first two letters of the tags of which a source before "said" is made, and how many tokens it may have.
NOMINAL = frozenset(("NN", "PR", "DT", "JJ", "PO", "CD", "IN", "HY"))
LONGEST_SOURCE = 12
NO_FRONTING = frozenset(("relcl", "xcomp", "acl", "csubj"))


def fronted(site: Site) -> Iterator[Candidate]:
    """A statement that comes before its cue, or around it."""
    verb = site.token
    if not site.worth("fronted"):
        return
    if (told := parted(site)) is not None:
        yield from _around_speaker(site, told)
        return
    subject = _inverted(site) or site.child("nsubj", "nsubjpass")
    if subject is None:
        yield from _misparsed(site)
    if subject is None or verb.dep_ in NO_FRONTING or _is_relative(subject) or _is_told_number(subject, verb):
        return
    inner = next((c for c in site.children if c.dep_ == "ccomp" and c.left_edge.i < verb.i), None)
    if inner is not None and inner.i > verb.i and subject.i > inner.i:
        return
    if inner is None and any(c.dep_ in ("ccomp", "mark") for c in site.children):
        return
    first, end = attribution(site, inner, subject)
    reach = _reach(site, inner) or _sentence_before(site, first, any_words=subject.i > verb.i)
    if reach is None or reach[0] >= first or not _set_off(site.doc, first):
        return
    ranges = [(_past_conjunction(site.doc, reach[0]), first)]
    resumed = max(reach[1], _resumed(site.doc, end))
    if resumed > end and site.doc[end].text in RESUMING:
        ranges.append((end, resumed))
    yield from _told(site, ranges, subject)


def _around_speaker(site: Site, told: Parted) -> Iterator[Candidate]:
    """The two parts of a statement with its attribution between them."""
    ranges = [(told.about.left_edge.i, site.i), (told.onward, told.speaker.head.right_edge.i + 1)]
    yield from _told(site, ranges, told.speaker)


def _told(site: Site, ranges: list[Range], source: Token) -> Iterator[Candidate]:
    """What the ranges hold as what the source tells; nothing where they hold no words."""
    content = content_ranges(site.doc, ranges)
    if content:
        yield Candidate(
            pattern="reported.fronted",
            frame="fronted",
            site=site,
            content=content,
            cue=verb_group(site.token),
            source=source,
        )


def _is_told_number(subject: Token, verb: Token) -> bool:
    """Whether it is the figure that something gives ("The log, kept in pencil, says 27."), taken for who gives it."""
    return subject.tag_ == "CD" and subject.i > verb.i and not any(subject.children)


def _inverted(site: Site) -> Token | None:
    """The subject behind a verb right behind a comma: before "..., said Tarn" stands only what was said."""
    if not site.i or site.doc[site.i - 1].text not in BREAKS:
        return None
    return next((c for c in site.children if c.dep_ == "nsubj" and c.i > site.i), None)


def _is_relative(subject: Token) -> bool:
    """Whether it is "most of whom", so that its clause goes on about a word before it and reports nothing."""
    return any(word.tag_ in ("WP", "WDT") for of in subject.children if of.dep_ == "prep" for word in of.children)


def _misparsed(site: Site) -> Iterator[Candidate]:
    """As `fronted`, by the order of the words where the verb has lost its subject: "..., the envoy in Rome said"."""
    doc, verb = site.doc, site.token
    if site.entry is None or site.entry.probability_of("fronted") < SURE_TO_FRONT or verb.tag_ not in FINITE:
        return
    if any(c.dep_ in ("aux", "auxpass") or (c.i > verb.i and c.dep_ in ("ccomp", "dobj")) for c in site.children):
        return
    first, lowest = verb.i, max(verb.sent.start + 1, verb.i - LONGEST_SOURCE)
    while first > lowest and doc[first - 1].tag_[:2] in NOMINAL:
        first -= 1
    if first == verb.i or doc[first - 1].text != "," or doc[verb.i - 1].tag_[:2] not in ("NN", "PR"):
        return
    reach = _sentence_before(site, first)
    content = content_ranges(doc, [(_past_conjunction(doc, reach[0]), first)]) if reach else ()
    if content:
        yield Candidate(
            pattern="reported.fronted",
            frame="fronted",
            site=site,
            content=content,
            cue=verb_group(verb),
            source=doc[verb.i - 1],
            source_range=(first, verb.i),
        )


def _sentence_before(site: Site, first: int, *, any_words: bool = False) -> Range | None:
    """All of the sentence before the attribution, where the parser saw no link but it can be nothing else.

    Before "said Tarn" that is so even where the parser took its verb for a noun (`any_words`).
    """
    if site.entry is None or site.entry.probability_of("fronted") < SURE_TO_FRONT:
        return None
    start = site.token.sent.start
    opener = site.doc[start]
    if opener.tag_ in ("VBN", "VBG") and opener.dep_ == "advcl" and opener.head.i == site.i:
        return None  # "Asked about it by the Courier, Tarn promised help"
    if not any_words and not any(t.tag_[:2] == "VB" or t.tag_ == "MD" for t in site.doc[start:first]):
        return None
    return start, first


def _resumed(doc: Doc, end: int) -> int:
    """Where the sentence ends if the statement goes on after the attribution ("A, he said, B"); 0 where it does not."""
    if end + 1 >= len(doc) or doc[end].text not in RESUMING:
        return 0
    phrase = highest_from(doc[end + 1])
    return int(doc[end].sent.end) if phrase.dep_ in GOING_ON and not doc[end + 1].is_sent_start else 0


def attribution(site: Site, inner: Token | None, subject: Token) -> Range:
    """The tokens of "the Kremlin said on Tuesday": the verb, its subject and what follows it that is not said."""
    first, end = verb_group(site.token)
    for child in site.children:
        if child.i == subject.i or child.dep_ in ("aux", "auxpass"):
            first, end = min(first, child.left_edge.i), max(end, child.right_edge.i + 1) if child.i > site.i else end
        elif child.i > site.i and child is not inner and child.dep_ in ADVERBIALS and child.left_edge.i <= end:
            end = max(end, child.right_edge.i + 1)
    return first, end


def _reach(site: Site, inner: Token | None) -> Range | None:
    """The tokens among which the statement lies, attribution included."""
    verb = site.token
    if inner is not None:
        return min(inner.left_edge.i, verb.left_edge.i), inner.right_edge.i + 1
    if verb.dep_ in ("parataxis", "ccomp") and verb.head.i != verb.i and verb.dep_ == "parataxis":
        return verb.head.left_edge.i, verb.head.right_edge.i + 1
    return None


def _set_off(doc: Doc, first: int) -> bool:
    """Whether a comma, a dash or a closing mark stands before the attribution."""
    before = doc[first - 1].text if first else ""
    return before in BREAKS or before in MARKS


def _past_conjunction(doc: Doc, first: int) -> int:
    return first + 1 if doc[first].dep_ == "cc" else first


def according(site: Site) -> Iterator[Candidate]:
    """The clause that "according to X" stands in, on either side of it."""
    token, doc = site.token, site.doc
    to = next((c for c in site.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
        to = doc[token.i + 1]
    source = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if to is None or source is None:
        return
    left, right = min(token.left_edge.i, token.i), max(token.right_edge.i, to.right_edge.i) + 1
    content = content_ranges(doc, _around(token, left, right))
    if content:
        yield Candidate(
            pattern="reported.according-to",
            frame="according",
            site=site,
            content=content,
            cue=(token.i, to.i + 1),
            source=source,
        )


def _around(token: Token, left: int, right: int) -> list[Range]:
    """What a parenthesis over the tokens `left`..`right` comments on: its sentence if at an edge, else its clause."""
    doc, sentence = token.doc, token.sent
    last = sentence.end
    while last > right and (doc[last - 1].is_punct or doc[last - 1].is_space):
        last -= 1
    if last <= right or _only_names(doc, right, last):
        return [(_past_conjunction(doc, sentence.start), left)]
    if left - sentence.start <= 1:
        return [(right, last)]
    clause = token.head
    while clause.tag_[:2] not in ("VB", "MD") and clause.head.i != clause.i:
        clause = clause.head
    first, end = clause.left_edge.i, _before_next_clause(clause, right)
    return [r for r in ((first, left), (right, end)) if r[1] - r[0] > 1]


def _before_next_clause(clause: Token, right: int) -> int:
    """Where a clause ends behind token `right`, short of a whole one joined to it (", and it runs until May")."""
    for child in clause.rights:
        first = child.left_edge.i
        if child.dep_ == "conj" and first >= right and any(c.dep_ in ("nsubj", "nsubjpass") for c in child.lefts):
            return first
    return clause.right_edge.i + 1


def _only_names(doc: Doc, right: int, last: int) -> bool:
    """Whether what is left of the sentence only says who the source is: ", Roe and Sons, to its bankers"."""
    if right + 1 >= last or doc[right].text not in BREAKS or doc[right + 1].tag_[:3] != "NNP":
        return False
    return not any(token.tag_ in FINITE or token.tag_ == "MD" for token in doc[right:last])


def as_said(site: Site) -> Iterator[Candidate]:
    """The clause that "as X said" comments on."""
    if (
        site.token.dep_ != "advcl"
        or not site.worth("as-said")
        or site.child("ccomp", "dobj", "xcomp", "nsubjpass") is not None
    ):
        return
    mark = next((c for c in site.children if c.lower_ == "as" and c.i < site.i), None)
    if mark is None or site.child("nsubj") is None:
        return
    content = content_ranges(site.doc, _around(site.token, site.token.left_edge.i, site.token.right_edge.i + 1))
    if content:
        yield Candidate(
            pattern="reported.as-said",
            frame="as-said",
            site=site,
            content=content,
            cue=verb_group(site.token),
            source=site.subject,
        )


def hearsay(site: Site) -> Iterator[Candidate]:
    """The clause that "reportedly" stands in, told by somebody unnamed."""
    verb = site.token.head
    if verb.tag_[:2] not in ("VB", "MD"):
        return
    content = content_ranges(site.doc, [(verb.left_edge.i, site.i), (site.i + 1, verb.right_edge.i + 1)])
    if content:
        yield Candidate(
            pattern="reported.hearsay",
            frame="hearsay",
            site=site,
            content=content,
            cue=(site.i, site.i + 1),
            source=None,
        )


def in_words_of(site: Site) -> Iterator[Candidate]:
    """The clause that "in the words of X" comments on."""
    before, source_of = site.token.head, site.child("prep")
    source = next((c for c in source_of.children if c.dep_ == "pobj"), None) if source_of is not None else None
    if before.lower_ != "in" or source is None or not 0 < site.token.i - before.i <= 2 or source.i < site.i:
        return
    content = content_ranges(site.doc, _around(before, before.i, _phrase_end(source)))
    if content:
        yield Candidate(
            pattern="reported.in-words-of",
            frame="hearsay",
            site=site,
            content=content,
            cue=(before.i, source_of.i + 1 if source_of is not None else site.i + 1),
            source=source,
        )


def _phrase_end(head: Token) -> int:
    """One past the noun phrase of `head`, short of a comma in it."""
    doc = head.doc
    end: int = head.i + 1
    while end <= head.right_edge.i and doc[end].text not in BREAKS:
        end += 1
    return end
