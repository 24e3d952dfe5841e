"""How a figure is put: hedged, denied, or said by the paper in passing."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.claims.clause import VERB_TAGS
from extractor.claims.counted import is_person
from extractor.claims.ontology import CHANGE_VERBS, forms
from extractor.claims.words import GRAMMAR
from extractor.numerals import either

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.claims.draft import Draft

ADVERBS = GRAMMAR.hedging_adverbs
MODALS = GRAMMAR.hedging_modals
DOUBTS = GRAMMAR.doubts
PASSIVE_ONLY = GRAMMAR.passive_doubts
DENIALS = GRAMMAR.denials
WHETHER = frozenset(("whether", "if"))
NEAR = re.compile(rf"\b(?:{either(GRAMMAR.near_hedges)})\s+$", re.IGNORECASE)
ALL_BUT = re.compile(r"\ball\s+but\s+$", re.IGNORECASE)
UPWARD = frozenset(
    (
        "xcomp",
        "ccomp",
        "acl",
        "conj",
        "advcl",
        "relcl",
        "oprd",
        "attr",
        "pcomp",
        "acomp",
        "parataxis",
        "prep",
        "pobj",
        "dobj",
        "nsubj",
        "nsubjpass",
        "appos",
        "amod",
        "nummod",
        "dep",
        "npadvmod",
        "agent",
    )
)
NEARBY = 45
RELATIVE = frozenset(("which", "who", "where", "whose", "whom"))
#: What one does to an estimate of one's own.
ALTERING = frozenset(CHANGE_VERBS) | {form for verb in ("revise", "put", "set", "keep") for form in forms(verb)}
SET_OFF = frozenset((",", "--", "—", "_", "-", "–"))


def verbs_above(token: Token) -> list[Token]:
    """The verbs that hold `token`, inside out, as far as a statement's scope may reach."""
    found: list[Token] = []
    at = token
    for _ in range(12):
        if at.tag_ in VERB_TAGS or at.dep_ == "acomp":
            found.append(at)
        head = at.head
        if head == at or at.dep_ not in UPWARD or (at.dep_ == "relcl") or len(found) > 4:
            break
        at = head
    return found


def hedge_of(draft: Draft, mention: Token) -> tuple[int, int] | None:
    """Where the words stand that put a doubt on the figure, None where there are none."""
    near = NEAR.search(draft.text, max(0, draft.core_start - NEARBY), draft.core_start)
    if near:
        word = near[0].strip()
        return near.start(), near.start() + len(word)
    verbs = verbs_above(mention)
    for n, verb in enumerate(verbs):
        if verb.lower_ in DOUBTS and (verb.i != mention.i or draft.event == "other") and doubting(verb):
            return verb.idx, verb.idx + len(verb)
        for child in verb.children:
            if (
                child.lower_ in ADVERBS
                or (child.dep_ == "aux" and child.lower_ in MODALS)
                or (child.dep_ == "mark" and child.lower_ in WHETHER)
            ):
                return child.idx, child.idx + len(child)
        if n + 1 < len(verbs) and not close(verb, verbs[n + 1]):
            break
    return None


def close(inner: Token, outer: Token) -> bool:
    """Whether a doubt on the outer verb is one on the inner: a complement, or a conjunct of it."""
    if inner.dep_ == "advcl" and any(
        c.dep_ in ("mark", "advmod") and c.lower_ in GRAMMAR.apart for c in inner.children
    ):
        return False
    return inner.dep_ in ("xcomp", "ccomp", "oprd", "acomp", "conj", "advcl", "acl", "attr", "prep", "pcomp")


def doubting(verb: Token) -> bool:
    """Whether the verb doubts here: "was reported killed" does, "the company reported" does not."""
    if verb.lower_ not in PASSIVE_ONLY:
        return True
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) or verb.dep_ in ("acl", "amod")


def is_denied(mention: Token) -> bool:
    """Whether the event is said not to be: "did not kill five", "denied that 40 had died"."""
    if mention.tag_ in VERB_TAGS and any(c.dep_ == "neg" and c.lower_ != "never" for c in mention.children):
        return True
    verbs = verbs_above(mention)
    for inner, verb in pairwise(verbs[:3]):
        if inner.dep_ in ("advcl", "conj"):
            # "denied that, saying two had died", "dismissed the offer and said two had died"
            return False
        if verb.lower_ in DENIALS:
            return True
    return False


def is_aside(draft: Draft, mention: Token | None) -> bool:
    """Whether the figure stands in a ", which ..." clause: then the paper says it, whoever said the rest.

    Not where the clause itself names who says so: ", which the army said had killed 40".
    """
    at = draft.top if mention is None else mention
    for _ in range(12):
        if at.dep_ == "ccomp" or at.head == at:
            return False
        if at.dep_ == "relcl":
            return after_comma(at)
        at = at.head
    return False


def after_comma(verb: Token) -> bool:
    """Whether a relative clause is set off by a comma or a dash before its pronoun."""
    doc = verb.doc
    for token in doc[verb.left_edge.i : verb.i]:
        if token.lower_ in RELATIVE:
            return token.i > 0 and doc[token.i - 1].text in SET_OFF
    return False


def is_excepted(draft: Draft) -> bool:
    """Whether it befell all but these: "killed all but six of them"; without a verb or an event nothing did."""
    if draft.event == "other" and (draft.said is None or draft.said.tag_ not in VERB_TAGS):
        return False
    return ALL_BUT.search(draft.text, max(0, draft.start - 12), draft.start) is not None


def put_by(draft: Draft) -> tuple[int, int] | None:
    """Who puts a number at so much: "a newspaper put the dead at 60"; a death that does so says nothing."""
    at = draft.head.head if draft.head.dep_ == "pobj" else None
    verb = at.head if at is not None and at.lower_ == "at" else None
    if verb is not None and verb.tag_[:1] == "N":
        verb = verb.head
    if verb is None or verb.lower_ not in GRAMMAR.putting:
        return None
    for subject in verb.children:
        if subject.dep_ == "nsubj" and subject.lower_ == "which" and verb.dep_ == "relcl":
            return subject.idx, subject.idx + len(subject)
        if subject.dep_ != "nsubj" or subject.tag_[:1] != "N":
            continue
        if (
            subject.ent_type_ in ("ORG", "PERSON", "GPE", "NORP")
            or subject.lower_ in GRAMMAR.tellers
            or is_person(subject.lower_, subject)
        ):
            left = subject.left_edge
            clause = next(
                (c for c in subject.children if c.dep_ in ("relcl", "acl", "appos") and c.i > subject.i), None
            )
            last = subject.right_edge if clause is None else subject
            return left.idx, last.idx + len(last)
    return None


def shown_by(draft: Draft) -> tuple[int, int] | None:
    """The document that gives the figure ("results gave the Bloc 36 percent"), or who alters an estimate to it."""
    verb = next((v for v in verbs_above(draft.top) if v.tag_ in VERB_TAGS), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
    if verb is None or subject is None or subject.tag_[:1] != "N" or any(c.tag_ == "MD" for c in verb.lefts):
        # "the figures would give the Bloc 90 seats" says what is not so.
        return None
    shown = verb.lower_ in GRAMMAR.showing and subject.lower_ in GRAMMAR.records
    own = verb.lower_ in ALTERING and any(c.dep_ == "dobj" and is_estimate(c) for c in verb.children)
    if not shown and not own:
        return None
    start, end = phrase_of(subject)
    # "A poll of 1,004 voters gave" says nothing of the voters.
    return None if start <= draft.start < end else (start, end)


def is_estimate(noun: Token) -> bool:
    """Whether it is somebody's own guess: "its forecast"."""
    return noun.lower_ in GRAMMAR.estimates and any(c.dep_ == "poss" for c in noun.children)


def phrase_of(subject: Token) -> tuple[int, int]:
    """A subject's whole noun phrase, without what is told of it behind a comma or in a relative clause."""
    clause = next((c for c in subject.children if c.dep_ in ("relcl", "punct", "appos") and c.i > subject.i), None)
    last = subject.right_edge if clause is None else subject.doc[clause.left_edge.i - 1]
    return subject.left_edge.idx, last.idx + len(last)


def said_of(draft: Draft) -> tuple[int, int] | None:
    """The subject of a verb of saying in the relative clause on the counted, where what is said goes on behind it."""
    for verb in draft.top.children:
        if verb.dep_ != "relcl" or verb.lower_ not in GRAMMAR.asserting:
            continue
        inner = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
        if inner is not None and subject is not None and subject.tag_[:1] == "N":
            return subject.left_edge.idx, subject.idx + len(subject)
    return None


def reckoned_by(draft: Draft) -> tuple[int, int] | None:
    """Whose count a sentence goes by: "by the count of the village priest", "by the army's estimate"."""
    for verb in verbs_above(draft.top):
        for by in verb.children:
            count = next((c for c in by.children if c.dep_ == "pobj"), None) if by.lower_ == "by" else None
            if count is None or count.lower_ not in GRAMMAR.reckonings:
                continue
            for owner in count.children:
                if owner.dep_ == "poss":
                    return owner.left_edge.idx, owner.idx + len(owner)
                if owner.lower_ == "of" and (named := next((c for c in owner.children if c.dep_ == "pobj"), None)):
                    return phrase_of(named)
    return None


def source_of(draft: Draft) -> tuple[int, int] | None:
    """Who a participle on the counted noun says it is from ("a reward announced by the ministry"), or who put it so.

    A relative clause says so too: "the $2 billion that the ministry says it needs".
    """
    if put := put_by(draft) or said_of(draft) or shown_by(draft) or reckoned_by(draft):
        return put
    for verb in draft.top.children:
        if verb.dep_ != "acl" or verb.lower_ not in GRAMMAR.announced:
            continue
        for by in verb.children:
            name = next((c for c in by.children if c.dep_ == "pobj"), None) if by.dep_ == "agent" else None
            if name is not None:
                last = name.right_edge
                clause = next((c for c in name.children if c.dep_ in ("relcl", "acl", "punct") and c.i > name.i), None)
                end = last if clause is None else name.doc[clause.left_edge.i - 1]
                return name.left_edge.idx, end.idx + len(end)
    return None
