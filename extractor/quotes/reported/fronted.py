"""Attributions after or inside what was said: "..., the Kremlin said", "..., according to X", "X, he said, Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.quotes.reported.candidate import Candidate
from extractor.quotes.reported.extent import trimmed_all, verb_group
from extractor.quotes.reported.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from extractor.quotes.reported.extent import Range

BREAKS = frozenset((",", "--", "—", "–", "-"))
MARKS = frozenset(('"', "''", "``", "”", "’", "'"))
#: What belongs to the saying, not to what was said, when it follows the verb: "said in a statement on Monday".
ADVERBIALS = frozenset(("prep", "npadvmod", "dobj", "dative", "prt", "agent", "advcl", "advmod", "ccomp"))
NO_FRONTING = frozenset(("relcl", "xcomp", "acl", "csubj"))


def fronted(site: Site) -> Iterator[Candidate]:
    """A statement that comes before its cue, or around it."""
    verb = site.token
    subject = site.child("nsubj", "nsubjpass")
    if subject is None or verb.dep_ in NO_FRONTING:
        return
    inner = next((c for c in site.children if c.dep_ == "ccomp" and c.left_edge.i < verb.i), None)
    if inner is not None and inner.i > verb.i and subject.i > inner.i:
        return
    if inner is None and any(c.dep_ == "ccomp" for c in site.children):
        return
    first, end = attribution(site, inner)
    reach = _reach(site, inner)
    if reach is None or reach[0] >= first or not _set_off(site.doc, first):
        return
    ranges = [(_past_conjunction(site.doc, reach[0]), first)]
    if reach[1] > end and site.doc[end].text in BREAKS:
        ranges.append((end, reach[1]))
    content = trimmed_all(site.doc, ranges)
    if content:
        yield Candidate(
            pattern="reported.fronted", frame="fronted", site=site, content=content, cue=verb_group(verb), source=subject
        )


def attribution(site: Site, inner: Token | None) -> Range:
    """The tokens of "the Kremlin said on Tuesday": the verb, its subject and what follows it that is not said."""
    first, end = verb_group(site.token)
    for child in site.children:
        if child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass"):
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
    """ "According to X": the clause that it stands in, on either side of it."""
    token, doc = site.token, site.doc
    to = next((c for c in site.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
        to = doc[token.i + 1]
    source = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if to is None or source is None:
        return
    clause = token.head
    while clause.tag_[:2] not in ("VB", "MD") and clause.head.i != clause.i:
        clause = clause.head
    first, end = clause.left_edge.i, clause.right_edge.i + 1
    left, right = min(token.left_edge.i, token.i), max(token.right_edge.i, to.right_edge.i) + 1
    content = trimmed_all(doc, [r for r in ((first, left), (right, end)) if r[1] - r[0] > 1])
    if content:
        yield Candidate(
            pattern="reported.according-to",
            frame="according",
            site=site,
            content=content,
            cue=(token.i, to.i + 1),
            source=source,
        )
