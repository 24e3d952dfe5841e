"""A statement that its attribution parts, where the parser takes what follows for a clause about the speaker.

"The dam, said Ines Tarrow, the mayor, was never safe": it reads that the dam said that Tarrow was never safe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.quotes.reported.site import Site

FINITE = frozenset(("VBD", "VBZ", "VBP"))
PROPER = frozenset(("NNP", "NNPS"))
AUXILIARIES = frozenset(("aux", "auxpass", "neg", "advmod"))


class Parted(NamedTuple):
    """What the statement is about, whose it is, and the position of the first word with which it goes on."""

    about: Token
    speaker: Token
    onward: int


def parted(site: Site) -> Parted | None:
    """How an attribution right behind a comma parts a statement; None where it does not."""
    verb = site.token
    if verb.tag_ not in FINITE or not verb.i or site.doc[verb.i - 1].text != ",":
        return None
    about = site.child("nsubj", "nsubjpass")
    clause = next((c for c in site.children if c.dep_ == "ccomp" and c.left_edge.i == verb.i + 1), None)
    if about is None or clause is None or about.i > verb.i or about.right_edge.i + 1 < verb.i - 1:
        return None
    speaker = next((c for c in clause.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if speaker is None or speaker.tag_ not in PROPER:
        return None
    onward = min((c.i for c in clause.lefts if c.dep_ in AUXILIARIES and c.i > speaker.i), default=clause.i)
    between = {site.doc[speaker.i + 1].text, site.doc[onward - 1].text}
    return Parted(about, speaker, onward) if between == {","} else None
