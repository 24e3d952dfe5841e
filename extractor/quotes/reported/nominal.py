"""Cues that are nouns and adjectives: "a statement that ...", "criticism of ...", "confident that ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.quotes.reported.candidate import Candidate
from extractor.quotes.reported.extent import content_range, verb_group
from extractor.quotes.reported.site import Site, subject_of
from extractor.quotes.words import receiving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from extractor.quotes.reported.extent import Range

#: After these a noun's phrase names the source, not the content: "criticism from X".
OF_SOURCE = frozenset(("by", "from", "among"))
#: "He answered with a call for ...", "they met in protest against ...": the verb's subject is the noun's source.
IN_SAYING = frozenset(("in", "with", "by", "through", "on"))
COPULAS = frozenset(("is", "was", "'s", "’s"))


def noun(site: Site) -> Iterator[Candidate]:
    """A noun and what it takes: a clause, an infinitive or a prepositional phrase."""
    for child in site.children:
        if child.i < site.i:
            continue
        if child.dep_ in ("acl", "ccomp", "relcl"):
            made = _noun_clause(site, child)
        elif child.dep_ == "prep" and child.lower_ not in OF_SOURCE:
            made = _noun_preposition(site, child)
        else:
            continue
        if made is not None:
            yield made
    yield from _noun_is(site)


def _noun_clause(site: Site, clause: Token) -> Candidate | None:
    marks = {t.lower_: t.dep_ for t in clause.lefts}
    if "to" in marks and clause.dep_ == "acl":
        frame, first = "infinitive", clause.left_edge.i
    elif marks.get("that") == "mark":
        frame, first = "that", clause.left_edge.i + 1
    else:
        return None
    content = content_range(site.doc, first, clause.right_edge.i + 1) if site.worth(frame) else None
    if content is None:
        return None
    return Candidate(
        pattern="reported.noun-clause",
        frame=frame,
        site=site,
        content=(content,),
        cue=noun_group(site.token, site.i + 1),
        source=noun_source(site.token),
    )


def _noun_preposition(site: Site, preposition: Token) -> Candidate | None:
    if not site.worth(preposition.lower_):
        return None
    content = content_range(site.doc, preposition.i + 1, preposition.right_edge.i + 1)
    if content is None:
        return None
    return Candidate(
        pattern="reported.noun",
        frame=preposition.lower_,
        site=site,
        content=(content,),
        cue=noun_group(site.token, preposition.i + 1 if preposition.i == site.i + 1 else site.i + 1),
        source=noun_source(site.token),
    )


def _noun_is(site: Site) -> Iterator[Candidate]:
    """A noun and a clause that says what it was: "their message was that ..."."""
    verb = site.token.head
    if site.token.dep_ != "nsubj" or verb.lower_ not in COPULAS or verb.i < site.i:
        return
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if clause is None:
        return
    first = clause.left_edge
    content = content_range(site.doc, first.i + (first.lower_ == "that"), clause.right_edge.i + 1)
    if content:
        yield Candidate(
            pattern="reported.noun-is",
            frame="is",
            site=site,
            content=(content,),
            cue=(site.i, verb.i + 1),
            source=noun_source(site.token),
        )


def noun_source(noun: Token) -> Token | None:
    """Whose statement it is: a possessor, "by X" or "from X", or the subject of the verb that takes the noun."""
    taken = noun.dep_ == "dobj" and noun.head.tag_[:2] == "VB"
    received = taken and noun.head.lower_ in receiving()
    for child in noun.children:
        if child.dep_ == "poss":
            # "Tarn announced her plan to leave": whoever does it is the plan's owner or, if not, takes a stand on it.
            return (subject_of(noun.head) if taken and not received and child.tag_ == "PRP$" else None) or child
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in OF_SOURCE:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if received:
        return None
    if noun.dep_ in ("dobj", "attr"):
        return subject_of(noun.head)
    if noun.dep_ == "pobj" and noun.head.lower_ in IN_SAYING and noun.head.head.tag_[:2] == "VB":
        return subject_of(noun.head.head)
    return None


def noun_group(noun: Token, end: int) -> Range:
    """The noun with its modifiers, and with the light verb before it ("made the claim")."""
    first = noun.i
    modifiers = {c.i for c in noun.children if c.dep_ in ("det", "amod", "compound", "nummod")}
    while first - 1 in modifiers:
        first -= 1
    light = noun.dep_ in ("dobj", "attr") and noun.head.tag_[:2] in ("VB", "MD") and 0 < first - noun.head.i < 3
    if light and noun.head.lower_ not in receiving():
        first = verb_group(noun.head)[0]
    return first, end


def adjective(site: Site) -> Iterator[Candidate]:
    """An adjective of the mind and what it takes: "confident that", "critical of"."""
    token = site.token
    if len(site.children) == 0:
        return
    predicate = token.dep_ in ("acomp", "oprd", "conj", "ccomp")
    source = subject_of(token.head if predicate else token)
    start = token.i
    if token.dep_ == "acomp" and 0 < token.i - token.head.i < 4:
        start = verb_group(token.head)[0]
    for child in site.children:
        if child.i < token.i:
            continue
        if child.dep_ in ("ccomp", "xcomp"):
            frame = "that" if child.dep_ == "ccomp" else "infinitive"
            first, end = child.left_edge.i + (child.left_edge.lower_ == "that"), token.i + 1
        elif child.dep_ == "prep":
            frame, first, end = child.lower_, child.i + 1, child.i + 1
        else:
            continue
        content = content_range(site.doc, first, child.right_edge.i + 1) if site.worth(frame) else None
        if content:
            yield Candidate(
                pattern="reported.adjective",
                frame=frame,
                site=site,
                content=(content,),
                cue=(start, end),
                source=source,
            )
