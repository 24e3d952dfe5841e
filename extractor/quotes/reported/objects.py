"""Statements told as noun phrases: "denounced X", "accused X of Y", "called for X", "X was described as Y by Z"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.quotes.reported.candidate import Candidate
from extractor.quotes.reported.extent import Range, content_range, content_ranges, noun_phrase, verb_group
from extractor.quotes.reported.site import Site
from extractor.quotes.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

#: Prepositions that tell when or where somebody spoke rather than what about.
CIRCUMSTANCE = frozenset(("during", "after", "before", "since", "until", "via", "by", "amid", "while"))
#: These do so only with a date: "on Monday", but "on the economy".
PERHAPS_CIRCUMSTANCE = frozenset(("in", "at", "on"))
OPENING_MARKS = frozenset(('"', "“", "''", "``"))
ADVERBS = frozenset(("RB", "RBR", "RP"))
#: In tokens: so far behind "at" its figure begins.
LONGEST_FIGURE = 10
#: Dependents of the verb that carry on what its object began, besides prepositional phrases.
CARRYING_ON = frozenset(("xcomp", "oprd", "dobj"))


def bare_object(site: Site) -> Iterator[Candidate]:
    """A verb and its object, with the object's complements."""
    thing = site.child("dobj") or _with_object(site)
    if thing is None or thing.i < site.i or site.child("xcomp") is not None:
        return
    if site.entry is not None and thing.lower_ in site.entry.idioms:
        return
    frame, end = "object" if thing.dep_ == "dobj" else "object-oprd", thing.right_edge.i + 1
    for child in site.children:
        if child.dep_ == "oprd" and child.left_edge.i > end and _only_when(site, end, child.left_edge.i):
            frame, end = "object-oprd", child.right_edge.i + 1
        if child.i > thing.i and child.dep_ in ("prep", "oprd") and child.left_edge.i <= end:
            word = child.lower_ if child.dep_ == "prep" else "oprd"
            if word not in CIRCUMSTANCE and (word not in PERHAPS_CIRCUMSTANCE or _puts_figure(site, child)):
                frame = "object-" + word
    if not site.worth(frame):
        return
    end = _with_marked(site.doc, carried_on(site, end))
    content = content_range(site.doc, max(thing.left_edge.i, site.i + 1), end, phrase=True)
    if content:
        yield Candidate(
            pattern="reported.object",
            frame=frame,
            site=site,
            content=(content,),
            cue=verb_group(site.token),
            source=site.subject,
        )


def _with_marked(doc: Doc, end: int) -> int:
    """Where a phrase ends with the quotation right behind it: `called the plan "mad"`, however that was parsed.

    The first word between the marks is enough: a statement holds what is in marks wholly or not at all.
    """
    marked = end + 1 < len(doc) and doc[end].text in OPENING_MARKS and not doc[end + 1].is_space
    return end + 2 if marked and doc[end - 1].whitespace_ else end


def _with_object(site: Site) -> Token | None:
    """The complement to which the parser has given the object, as "mad" has "the plan" in `called the plan "mad"`."""
    thing = site.child("oprd")
    if thing is None or thing.left_edge.i != site.i + 1 or not any(c.dep_ == "nmod" for c in thing.lefts):
        return None
    return thing


def _only_when(site: Site, end: int, first: int) -> bool:
    """Whether nothing but a day stands between an object and its complement: "called the plan on Monday mad"."""
    between = [c for c in site.children if c.i >= end and c.right_edge.i < first]
    return bool(between) and all(c.dep_ == "npadvmod" or (c.dep_ == "prep" and _tells_when(c)) for c in between)


def _puts_figure(site: Site, preposition: Token) -> bool:
    """Whether a figure is given: "put the cost at two million", but not "put lives at risk"."""
    own = site.entry.frames if site.entry is not None else {}
    if "object-" + preposition.lower_ not in own:
        return False
    behind = site.doc[preposition.i + 1 : min(preposition.right_edge.i + 1, preposition.i + LONGEST_FIGURE)]
    return any(token.tag_ in ("CD", "$") for token in behind)


def carried_on(site: Site, end: int) -> int:
    """Where the content that reaches `end` ends, with those dependents of the cue that follow it and belong to it."""
    for child in site.children:
        if child.i >= end and child.left_edge.i == end and _belongs(child):
            end = child.right_edge.i + 1
    return _with_second_figure(site.doc, end)


def _with_second_figure(doc: Doc, end: int) -> int:
    """Past a second figure and its participle, which the parser takes for a clause: "six dead and 11 wounded"."""
    if end + 2 >= len(doc) or doc[end].tag_ != "CC" or doc[end + 1].tag_ != "CD":
        return end
    figure, participle = doc[end + 1], doc[end + 2]
    clause = participle.tag_ == "VBN" and participle.dep_ == "conj" and figure.head.i == participle.i
    return end + 3 if clause and not any(c.dep_ in ("aux", "auxpass") for c in participle.lefts) else end


def _belongs(child: Token) -> bool:
    if child.dep_ == "prep":
        return child.lower_ not in CIRCUMSTANCE and not _tells_when(child)
    if child.dep_ == "advcl":
        return child.tag_ == "VBG" or any(c.lower_ == "to" for c in child.lefts)
    return child.dep_ in CARRYING_ON


def _tells_when(preposition: Token) -> bool:
    if preposition.lower_ not in PERHAPS_CIRCUMSTANCE:
        return False
    return any(c.ent_type_ in ("DATE", "TIME") or c.lower_ in WORDS.times for c in preposition.children)


def prepositional(site: Site) -> Iterator[Candidate]:
    """A verb and its preposition: "called for a truce"."""
    thing = site.child("dobj")
    for child in site.children:
        if (
            child.dep_ != "prep"
            or child.i < site.i
            or child.lower_ == "by"
            or (thing is not None and thing.i < child.i)
            or _tells_when(child)
        ):
            continue
        first, end = verb_group(site.token)
        if all(t.tag_ in ADVERBS for t in site.doc[end : child.i]):
            end = child.i + 1  # "spoke openly about", but "apologized on Monday | for the delay"
        content = _complement_of(site, child, max(child.i, end)) if site.worth(child.lower_) else None
        if content:
            yield Candidate(
                pattern="reported.prepositional",
                frame=child.lower_,
                site=site,
                content=(content,),
                cue=(first, end),
                source=site.subject,
            )


def _complement_of(site: Site, preposition: Token, first: int) -> Range | None:
    if not any(c.dep_ in ("pobj", "pcomp") for c in preposition.children):
        return None
    return content_range(site.doc, first, carried_on(site, preposition.right_edge.i + 1), phrase=True)


def passive(site: Site) -> Iterator[Candidate]:
    """A passive: its subject is what is talked about, its agent who talks."""
    thing = site.child("nsubjpass")
    if thing is None or site.child("xcomp", "ccomp") is not None:
        return
    frame, ranges = "passive", [noun_phrase(thing)]
    for child in site.children:
        if child.i > site.i and (
            child.dep_ == "oprd" or (child.dep_ == "prep" and child.lower_ in ("as", "for", "of", "with"))
        ):
            ranges.append((child.i, child.right_edge.i + 1))
            frame = "passive-as"
    if site.child("agent") is not None:
        frame += "-by"
    if not site.worth(frame):
        return
    yield Candidate(
        pattern="reported.passive",
        frame=frame,
        site=site,
        content=content_ranges(site.doc, ranges),
        cue=verb_group(site.token),
        source=site.subject,
    )
