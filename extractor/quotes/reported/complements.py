"""Clauses that follow their cue: "said (that) ...", "which X said had ...", "pledged to ...", "is expected to ..."."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from extractor.quotes import cues
from extractor.quotes.reported.candidate import Candidate
from extractor.quotes.reported.extent import content_ranges, highest_from, noun_phrase, verb_group
from extractor.quotes.reported.parted import parted
from extractor.quotes.reported.site import Site, is_asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from extractor.quotes.reported.extent import Range

WH_TAGS = frozenset(("WP", "WRB", "WDT", "WP$"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
CLAUSE_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))
#: A verb that takes a clause without "that" at least so often takes one that stands beside it.
SURE_TO_TAKE = 0.5
#: "Called on them to leave", "appealed to them to leave".
APPEALING = frozenset(("on", "upon", "to", "for", "with"))


def complement(site: Site) -> Iterator[Candidate]:
    """A finite clause after its verb, with or without "that"."""
    clause = next((c for c in site.children if c.dep_ == "ccomp" and c.i > site.i), None)
    if clause is None:
        clause = _beside(site)
    if clause is None or parted(site) is not None:
        return
    frame, first = opening(clause, site.i)
    if _is_relative(site, clause, first):
        return
    ranges: list[Range] = []
    if clause.left_edge.i < site.i and (pronoun := _fronted_pronoun(clause, site.i)) is not None:
        frame = "relative"
        ranges.append((pronoun.i, pronoun.i + 1))
    if not site.worth(frame):
        return
    if not ranges and frame == "bare":
        first = _with_lost_subject(site, clause, first)
    ranges.append((first, clause_end(site, clause)))
    content = content_ranges(site.doc, ranges)
    if content:
        yield Candidate(
            pattern="reported.relative" if frame == "relative" else "reported.clause",
            frame=frame,
            site=site,
            content=content,
            cue=verb_group(site.token),
            source=site.subject,
        )


def _is_relative(site: Site, clause: Token, first: int) -> bool:
    """Whether the clause only says which one the cue's object is: "reported earnings on Monday that beat ..."."""
    thing = site.child("dobj")
    subject = site.doc[min(first, len(site.doc) - 1)]
    told = site.entry is not None and site.entry.spoken_to
    return (
        thing is not None
        and not told
        and thing.i < first
        and subject.lower_ in ("that", "which")
        and subject.dep_ in CLAUSE_SUBJECTS
        and subject.head.i == clause.i
    )


def opening(clause: Token, cue: int) -> tuple[str, int]:
    """How a clause after token `cue` begins (that, whether, wh or bare), and the first token of its content."""
    first = max(clause.left_edge.i, cue + 1)
    if clause.doc[first].lower_ == "that" and clause.doc[first].tag_ == "IN":
        return "that", first + 1
    for token in clause.lefts:
        if token.i <= cue or token.dep_ != "mark":
            continue
        if token.lower_ == "that":
            return "that", token.i + 1 if token.i - first <= 1 else first
        if token.lower_ in ("whether", "if"):
            return "whether", first
    if clause.left_edge.i > cue and clause.left_edge.tag_ in WH_TAGS:
        return "wh", first
    return "bare", first


def _beside(site: Site) -> Token | None:
    """The clause right behind its cue that the parser hung beside it ("A told B [C had ...], D said")."""
    verb, entry = site.token, site.entry
    if verb.dep_ != "ccomp" or entry is None or site.child("xcomp") is not None:
        return None
    end = verb.right_edge.i + 1
    if end >= len(site.doc) or entry.probability_of("bare") < SURE_TO_TAKE:
        return None
    clause = highest_from(site.doc[end])
    return clause if clause.dep_ == "ccomp" and clause.head.i == verb.head.i else None


def _with_lost_subject(site: Site, clause: Token, first: int) -> int:
    """Where a clause begins whose subject the parser made the cue's object ("told him the strikes had ...")."""
    if any(c.dep_ in CLAUSE_SUBJECTS for c in clause.children):
        return first
    objects = [c for c in site.children if c.dep_ == "dobj" and site.i < c.i < clause.i]
    spoken_to = site.entry is not None and site.entry.spoken_to
    if len(objects) > 1 or (objects and not spoken_to):
        return int(objects[-1].left_edge.i)
    return first


def _fronted_pronoun(clause: Token, cue: int) -> Token | None:
    """The "which" of "which the Observatory said had killed"."""
    return next((t for t in clause.lefts if t.i < cue and t.tag_ in WH_TAGS), None)


def clause_end(site: Site, clause: Token) -> int:
    """One past the last token of a complement: the cue's own clause, short of what is coordinated with the cue.

    Adverbials that the parser hangs on the cue instead of on the clause before them are far commoner after a
    complement than adverbials of the saying.
    """
    end: int = clause.right_edge.i + 1
    last: int = site.token.right_edge.i + 1
    if last > end and clause.head.i == site.i:
        behind = [c for c in site.children if c.left_edge.i >= end]
        stop = next((c for c, following in zip_longest(behind, behind[1:]) if _ends_content(c, following)), None)
        end = min(last, stop.left_edge.i) if stop is not None else last
    return min(end, _next_saying(site, clause, end))


def _next_saying(site: Site, clause: Token, end: int) -> int:
    """Where the next thing is said that the parser took for a part of this: "..., while Y said", "when asked"."""
    for child in clause.rights:
        if not clause.i < child.i < end:
            continue
        if is_asked(child):
            return int(child.left_edge.i)
        if child.dep_ not in ("conj", "advcl") or child.tag_ not in FINITE:
            continue
        entry = cues.entry(child)
        if entry is None or entry.mode != "speech" or entry.probability_of("bare") < SURE_TO_TAKE:
            continue
        own = any(c.dep_ == "nsubj" for c in child.lefts)
        if own if child.dep_ == "advcl" else (not own and child.tag_ == site.token.tag_ != clause.tag_):
            first = child.left_edge.i if own else child.i
            return first - 1 if not own and site.doc[first - 1].tag_ == "CC" else first
    return end


def _ends_content(child: Token, following: Token | None) -> bool:
    joined = following if child.dep_ == "cc" and following is not None else child
    if joined.dep_ == "conj" and _is_backshifted(joined):
        return False
    if child.dep_ in ("conj", "cc", "parataxis") or child.lower_ == "according":
        return True
    return child.dep_ == "advcl" and child.tag_ == "VBG"


def _is_backshifted(verb: Token) -> bool:
    """Whether a verb has the tense of what is reported, and no subject: "said it was safe and had been checked"."""
    lefts = tuple(verb.lefts)
    words = {c.lower_ for c in lefts if c.dep_ == "aux"}
    plain = not any(c.dep_ in CLAUSE_SUBJECTS or c.dep_ == "neg" for c in lefts)
    return plain and ((verb.tag_ == "VBN" and "had" in words) or (verb.tag_ == "VB" and "would" in words))


def infinitive(site: Site) -> Iterator[Candidate]:
    """A clause without a finite verb: "pledged to leave", "urged them to leave", "is expected to leave"."""
    clause = next((c for c in site.children if c.dep_ == "xcomp" and c.i > site.i), None)
    if clause is None:
        return
    with_to = any(t.lower_ == "to" for t in clause.lefts)
    kind = "infinitive" if with_to else "gerund" if clause.tag_ == "VBG" else "small"
    frame, first = kind, max(site.i + 1, clause.left_edge.i)
    addressed = site.child("dobj")
    if addressed is not None and site.i < addressed.i < clause.i:
        frame, first = "object-" + kind, max(addressed.left_edge.i, site.i + 1)
    cue = verb_group(site.token)
    appealed = next((c for c in site.children if c.i == cue[1] and c.lower_ in APPEALING), None)
    if appealed is not None and appealed.right_edge.i + 1 == clause.left_edge.i:
        frame, first, cue = "object-" + kind, appealed.i + 1, (cue[0], appealed.i + 1)
    ranges = [(first, clause_end(site, clause))]
    reported = site.child("nsubjpass")
    if reported is None and site.entry is not None and site.entry.raising:
        reported = site.child("nsubj")
    if reported is not None and reported.i > site.i:
        reported = None
    if reported is not None:
        if reported.dep_ == "nsubjpass":
            frame = "passive-" + kind
        ranges.insert(0, noun_phrase(reported))
    if not site.worth(frame):
        return
    content = content_ranges(site.doc, ranges)
    if content:
        yield Candidate(
            pattern="reported.passive-infinitive" if reported is not None else "reported.infinitive",
            frame=frame,
            site=site,
            content=content,
            cue=cue,
            source=None if reported is not None else site.subject,
        )
