"""Statements told as noun phrases: "denounced X", "accused X of Y", "called for X", "X was described as Y by Z"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.quotes.reported.candidate import Candidate
from extractor.quotes.reported.extent import noun_phrase, trimmed, trimmed_all, verb_group
from extractor.quotes.reported.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

#: Prepositions that tell when or where somebody spoke rather than what about.
CIRCUMSTANCE = frozenset("in at during after before on since until via by amid while".split())


def bare_object(site: Site) -> Iterator[Candidate]:
    """A verb and its object, with the object's complements."""
    thing = site.child("dobj")
    if thing is None or thing.i < site.i or site.child("xcomp") is not None:
        return
    frame, end = "object", thing.right_edge.i + 1
    for child in site.children:
        if child.i > thing.i and child.dep_ in ("prep", "oprd") and child.left_edge.i <= end:
            word = child.lower_ if child.dep_ == "prep" else "oprd"
            if word not in CIRCUMSTANCE:
                frame, end = "object-" + word, max(end, child.right_edge.i + 1)
    content = trimmed(site.doc, max(thing.left_edge.i, site.i + 1), end)
    if content:
        yield Candidate(
            pattern="reported.object",
            frame=frame,
            site=site,
            content=(content,),
            cue=verb_group(site.token),
            source=site.subject,
        )


def prepositional(site: Site) -> Iterator[Candidate]:
    """A verb and its preposition: "called for a truce"."""
    thing = site.child("dobj")
    for child in site.children:
        if child.dep_ != "prep" or child.i < site.i or child.lower_ == "by" or (thing is not None and thing.i < child.i):
            continue
        content = _complement_of(child)
        if content:
            first, end = verb_group(site.token)
            yield Candidate(
                pattern="reported.prepositional",
                frame=child.lower_,
                site=site,
                content=(content,),
                cue=(first, child.i + 1 if child.i == end else end),
                source=site.subject,
            )


def _complement_of(preposition: Token) -> tuple[int, int] | None:
    if not any(c.dep_ in ("pobj", "pcomp") for c in preposition.children):
        return None
    return trimmed(preposition.doc, preposition.i + 1, preposition.right_edge.i + 1)


def passive(site: Site) -> Iterator[Candidate]:
    """A passive: its subject is what is talked about, its agent who talks."""
    thing = site.child("nsubjpass")
    if thing is None or site.child("xcomp", "ccomp") is not None:
        return
    frame, ranges = "passive", [noun_phrase(thing)]
    for child in site.children:
        if child.i > site.i and (child.dep_ == "oprd" or (child.dep_ == "prep" and child.lower_ in ("as", "for", "of", "with"))):
            ranges.append((child.i, child.right_edge.i + 1))
            frame = "passive-as"
    if site.child("agent") is not None:
        frame += "-by"
    yield Candidate(
        pattern="reported.passive",
        frame=frame,
        site=site,
        content=trimmed_all(site.doc, ranges),
        cue=verb_group(site.token),
        source=site.subject,
    )
