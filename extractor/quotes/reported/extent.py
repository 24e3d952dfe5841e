"""How far a noun phrase, a cue or a content reaches: token ranges, half open, without punctuation at their edges."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from extractor.quotes import cues
from extractor.quotes.asides import capital_before
from extractor.quotes.reported.site import AUXILIARIES
from extractor.quotes.titles import past_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

Range = tuple[int, int]

OPENING = frozenset("([$#£€@")
CLOSING = frozenset(")]%")
#: Closing quotation marks and what opens them; what stands between the two is no longer, in tokens, than this.
OPENED_BY = {"”": "“", '"': '"', "''": "``"}
LONGEST_TITLE = 40
LONGEST_NAME = 5
LONGEST_BRACKET = 8
#: Punctuation that sets a phrase off from its sentence.
BREAKS = frozenset((",", "--", "-", "–", "—"))
#: So many tokens may stand between a leading word and its cue.
LONGEST_LEAD = 4
#: So many words may lead up to a cue one after the other, and so many auxiliaries and adverbs stand before a verb.
MOST_LEADS = 4
MOST_AUXILIARIES = 12
#: So many steps up from a word the phrase that it begins or ends is looked for.
DEEPEST = 30


def trimmed(doc: Doc, first: int, end: int) -> Range | None:
    """The range without spaces, punctuation and a dangling "and" at its edges; None where nothing is left.

    Brackets stay with their words.
    """
    while first < end and _edge(doc[first], OPENING):
        first += 1
    while end > first and (_edge(doc[end - 1], CLOSING) or doc[end - 1].tag_ == "CC"):
        if doc[end - 1].text in OPENED_BY and _closes(doc, first, end - 1):
            break
        end -= 1
    return (first, end) if first < end else None


def _closes(doc: Doc, first: int, mark: int) -> bool:
    """Whether the quotation mark at `mark` has its partner in the range: then it ends a title, not the statement."""
    closing = doc[mark].text
    opening = OPENED_BY[closing]
    texts = [token.text for token in doc[max(first, mark - LONGEST_TITLE) : mark]]
    if opening == closing:
        return texts.count(closing) % 2 == 1
    return texts.count(opening) > texts.count(closing)


def _edge(token: Token, kept: frozenset[str]) -> bool:
    return (token.is_punct or token.is_space or token.text in ("''", "``", "`")) and token.text not in kept


def content_ranges(doc: Doc, ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Each range as `content_range` cuts it, empty ones dropped."""
    return tuple(kept for first, end in ranges if (kept := content_range(doc, first, end)))


def content_range(doc: Doc, first: int, end: int, *, phrase: bool = False) -> Range | None:
    """The trimmed range without its "that", and without an aside at its end.

    A relative clause set off by a comma is the paper's own; behind a `phrase`, which states nothing by itself, so is a
    description ("the mill, an old building") and a participle.
    """
    kept = trimmed(doc, first, end)
    if kept is not None and doc[kept[0]].lower_ == "that" and doc[kept[0]].tag_ == "IN":
        kept = trimmed(doc, kept[0] + 1, kept[1])
    if kept is None:
        return None
    token, cut = doc[kept[1] - 1], kept[1]
    for _ in range(DEEPEST):
        left = token.left_edge.i
        if left <= first or token.head.i == token.i:
            break
        if doc[left - 1].text in BREAKS:
            set_off = token.dep_ == "relcl" or (phrase and _comments(token))
        else:
            set_off = phrase and _is_behind_marks(doc, left) and (token.dep_ == "relcl" or _comments(token))
        cut = left if set_off else cut
        token = token.head
    return trimmed(doc, first, cut) if cut < kept[1] else kept


def _is_behind_marks(doc: Doc, first: int) -> bool:
    """Whether a comma and closing marks stand before a phrase: `the "old mill," a ruin`, but `his "Rain," that`."""
    marks = first > 1 and doc[first - 1].text in OPENED_BY and doc[first - 2].text == ","
    return marks and doc[first].lower_ != "that"


def _comments(token: Token) -> bool:
    """Whether what is set off describes what stands before it, or tells what is done with it; no last one of a list."""
    if token.dep_ == "appos":
        one = token.tag_ in ("NN", "NNS") and token.left_edge.tag_ == "DT"
        return one and not any(child.dep_ == "conj" for child in token.rights)
    return token.dep_ == "advcl" and token.tag_ == "VBG"


def highest_from(token: Token) -> Token:
    """The largest phrase that begins with this token."""
    first = token.i
    for _ in range(DEEPEST):
        if token.head.i == token.i or token.head.left_edge.i < first:
            break
        token = token.head
    return token


def noun_phrase(head: Token) -> Range:
    """The noun phrase of `head` with its appositions, without an aside ", who ..." and without the genitive's 's."""
    doc = head.doc
    first, end = head.left_edge.i, head.right_edge.i + 1
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep_ == "relcl" and not _restrictive(child):
            end = min(end, child.left_edge.i)
        elif child.dep_ == "case":
            end = min(end, child.i)
        elif child.dep_ == "acl" and child.tag_ in ("VBG", "VBD") and doc[child.left_edge.i - 1].text == ",":
            end = min(end, child.left_edge.i)
    end = min(end, _aside_inside(head, end))
    first = min(_past_openers(head, first), head.i)
    end = _with_bracket(doc, head.i, _past_name(head, max(end, head.i + 1)))
    end = past_title(doc, end, len(doc))
    return trimmed(doc, first, end) or (head.i, head.i + 1)


def _aside_inside(head: Token, end: int) -> int:
    """Where an aside on the last name in a phrase begins, else `end`: "officials of the mill, which closed in May"."""
    token = head
    for _ in range(LONGEST_LEAD):
        inner = next((c for c in token.rights if c.dep_ in ("prep", "pobj") and c.right_edge.i + 2 >= end), None)
        if inner is None:
            return end
        aside = next((c for c in inner.rights if c.dep_ == "relcl" and not _restrictive(c)), None)
        if aside is not None:
            return aside.left_edge.i
        token = inner
    return end


def _past_openers(head: Token, first: int) -> int:
    """Where the phrase begins behind what only opens its clause: "But", "last month", "when"."""
    for child in head.lefts:
        opens = child.dep_ in ("cc", "npadvmod", "punct") or child.tag_ == "WRB"
        if not opens or child.left_edge.i != first:
            break
        first = child.right_edge.i + 1
    return first


def _with_bracket(doc: Doc, head: int, end: int) -> int:
    """Where a phrase that was cut in a short bracket ends with all of it: "Jo Burr (R" of "Jo Burr (R-Odrun)"."""
    opened = next((i for i in range(end - 1, head, -1) if doc[i].text in "()"), None)
    if opened is None or doc[opened].text == ")":
        return end
    closed = next((i for i in range(end, min(len(doc), opened + LONGEST_BRACKET)) if doc[i].text == ")"), None)
    return closed + 1 if closed is not None else opened


def _past_name(head: Token, end: int) -> int:
    """Where a description ends with the name behind it that the parser left outside: "its head, Jo Burr, left"."""
    doc = head.doc
    comma = end - 1 if doc[end - 1].text == "," else end
    if head.tag_ != "NN" or comma >= len(doc) or doc[comma].text != ",":
        return end
    behind = comma + 1
    while behind < len(doc) and doc[behind].ent_type_ == "PERSON" and behind - comma <= LONGEST_NAME:
        behind += 1
    return behind if behind > comma + 1 and behind < len(doc) and doc[behind].text == "," else end


def _restrictive(clause: Token) -> bool:
    before = clause.doc[clause.left_edge.i - 1] if clause.left_edge.i else None
    return before is not None and not before.is_punct


def verb_group(verb: Token) -> Range:
    """A verb with its auxiliaries, negations and adverbs, its particle, and what leads up to it ("declined to say")."""
    doc = verb.doc
    end = verb.i + 1
    if end < len(doc) and doc[end].dep_ == "prt" and doc[end].head.i == verb.i:
        end += 1
    first = verb.i
    word: Token | None = verb
    for _ in range(MOST_LEADS):
        if word is None:
            break
        first = min(first, word.i)
        lefts = {c.i for c in islice(word.lefts, MOST_AUXILIARIES) if c.dep_ in AUXILIARIES and c.tag_ != "WRB"}
        lefts.discard(name.i if (name := capital_before(word)) is not None else -1)
        while first - 1 in lefts:
            first -= 1
        word = leading(word)
    return first, end


def leading(verb: Token) -> Token | None:
    """The word before "to" that only leads up to the cue: "continued", "declined", "tried"."""
    head = verb.head
    if verb.dep_ != "xcomp" or not 2 <= verb.i - head.i <= LONGEST_LEAD or not cues.leads(head):
        return None
    return head if any(c.lower_ == "to" and c.dep_ == "aux" for c in islice(verb.lefts, MOST_AUXILIARIES)) else None
