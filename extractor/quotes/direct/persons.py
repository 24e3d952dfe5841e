"""Who speaks: from a reporting verb to the noun phrase of its speaker, as it stands in the text.

The parse of a sentence with a quotation in it is often wrong, so the phrase is found by the tree where the tree agrees
with the order of the words, and by the order of the words where it does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.parse import char_span
from extractor.quotes import cues
from extractor.quotes.asides import out_of_brackets, past_aside
from extractor.quotes.coordination import governor
from extractor.quotes.direct.words import WORDS
from extractor.quotes.titles import past_title
from extractor.quotes.words import WORDS as SHARED
from extractor.records import Cue, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


SUBJECTS = frozenset(("nsubj", "nsubjpass"))
RELATIVES = frozenset(("who", "which", "that", "whom"))
NAMES = frozenset(("NNP", "NNPS", "NN", "JJ", "VBG"))
NOMINAL = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP"))
#: Tags of verbs that may have a subject, and of words that may stand between the two.
FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN", "VB"))
SKIPPED = frozenset(("RB", "RBR", "UH"))
#: What can be a speaker: "the two said", "his answer: ...".
SPEAKERS = NOMINAL | frozenset(("PRP$", "CD"))
#: Tags that a noun phrase may begin with or hold before its head.
PHRASE = NOMINAL | frozenset(("DT", "PRP$", "POS", "JJ", "JJR", "JJS", "CD", "HYPH", "FW", "VBN", "VBG", "AFX", "PDT"))
OBJECT_PRONOUNS = frozenset(("me", "him", "them", "us"))
TOLD_PREPOSITIONS = frozenset(("to",))
#: How many steps up the tree a verb may borrow its subject.
MAX_CLIMB = 5
BORROWING = frozenset(("conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp", "parataxis"))
DASHES = frozenset(("—", "–", "―", "--"))
PAUSES = DASHES | frozenset((",", ":", ";", '"', "“", "”", "''", "``", "(", "‘"))
NO_SPEAKERS = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"))
CLOSING = frozenset(('"', "”", "''"))
#: Tags that the tagger gives to surnames that are also words, or look like one ("Early", "Waverly", "Noble").
MISTAKEN = frozenset(("RB", "JJ", "JJR", "VB", "VBN", "VBG", "VBD", "VBP", "UH", "FW"))
NAMED = frozenset(("PERSON", "ORG", "GPE", "NORP"))
LONGEST_NAME = 6


def speech_lemma(token: Token) -> str | None:
    """The dictionary form of a word that can introduce a quotation; None for any other."""
    if token.tag_[:2] == "VB":
        entry = cues.entry(token)
    elif token.text.istitle() and (not token.i or token.is_sent_start or token.nbor(-1).text in ".!?"):
        entry = cues.forms()["verb"].get(token.lower_)  # "Said Tarn: ...", which the tagger takes for a name
    else:
        return None
    if token.lower_ in {"put", "puts"} and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "it":
        return "put it"
    return entry.lemma if entry is not None and entry.frames.get("direct", 0.0) >= cues.SPEECH_FLOOR else None


def as_cue(token: Token, lemma: str) -> Cue:
    """The cue that a verb is, with the "it" of "put it"."""
    last = token.nbor(1) if lemma == "put it" else token
    text = token.text if last is token else token.text_with_ws + last.text  # doc.text costs a walk over the article
    return Cue(start=token.idx, end=last.idx + len(last), text=text, lemma=lemma)


def subject_of(verb: Token) -> Token | None:
    """Head of the noun phrase that does what the verb says; a relative pronoun gives way to what it stands for.

    The word right before the verb wins over a subject that the parser found elsewhere and that it is no part of.
    """
    subject = past_aside(verb, _by_tree(verb))
    beside = None if verb.tag_ == "VBN" else _beside(verb)
    if beside is None:
        return out_of_brackets(subject) if subject is not None else None
    if subject is not None and (subject.i > verb.i or (_within(beside, subject) and not _after_pause(beside, DASHES))):
        return out_of_brackets(subject)
    return beside


def _within(token: Token, head: Token) -> bool:
    return token.i == head.i or head.left_edge.i <= token.i <= head.right_edge.i


def _beside(verb: Token) -> Token | None:
    """The pronoun or proper name right before a verb, where it can only be its subject."""
    if not verb.i or verb.tag_ not in {"VBG", "VBD", "VBZ", "VBP"}:
        return None
    token = verb.nbor(-1)
    if token.tag_ not in {"NNP", "PRP"} or token.lower_ in OBJECT_PRONOUNS:
        return None
    if token.dep_ in {"pobj", "dobj", "dative"} and verb.tag_ != "VBG":
        return token if token.tag_ == "NNP" and _after_pause(token, PAUSES) else None
    return token


def _after_pause(name: Token, pauses: frozenset[str]) -> bool:
    """Whether the name that ends here stands right behind one of these marks, and so begins a clause."""
    position = name.i - 1
    while position >= 0 and name.doc[position].tag_ == "NNP":
        position -= 1
    return position >= 0 and name.doc[position].text in pauses


def _by_tree(verb: Token) -> Token | None:
    token = verb
    for _ in range(MAX_CLIMB):
        agent, subject = _own(token)
        if agent is not None and (token is verb or subject is None):
            return agent
        if subject is None and token is verb and is_asked(verb):
            return None
        if subject is not None:
            passive = token is verb and subject.dep_ == "nsubjpass"
            return None if passive else antecedent(subject, token)
        if token.dep_ == "pcomp" and token.head.lower_ == "as":
            return _quoted(token.head.head)
        if token.dep_ in ("acl", "relcl") and token.head.tag_ in NOMINAL:
            return _past_aside(token)
        if token.dep_ not in BORROWING or token.head.i == token.i:
            return None
        token = governor(token)
    return None


def _quoted(verb: Token) -> Token | None:
    """Who speaks in "quoted Burr as saying" and "was quoted as saying"."""
    return next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.tag_ in SPEAKERS), None)


def _past_aside(verb: Token) -> Token:
    """The noun that a verb without a subject hangs on, or the one before an aside: "Burr, who won it, tweeted"."""
    noun = verb.head
    if verb.i and verb.nbor(-1).text == "," and verb.tag_ == "VBN":
        for clause in noun.ancestors:
            if clause.dep_ == "relcl" and clause.head.tag_ in NOMINAL:
                who = next((c for c in clause.children if c.lower_ == "who"), None)
                return clause.head if who is not None and who.i and who.nbor(-1).text == "," else noun
    return noun


def is_asked(verb: Token) -> bool:
    """Whether the verb is a participle before its clause: "Asked about it, he laughed" is nothing that he said."""
    return verb.dep_ == "advcl" and verb.tag_ in {"VBN", "VBD"} and verb.i < verb.head.i


def _own(verb: Token) -> tuple[Token | None, Token | None]:
    """The agent of a passive ("asked by X") and the subject among a verb's own dependents."""
    agent = subject = None
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.text not in PAUSES:
            subject = subject or child
        elif child.dep_ == "agent":
            agent = next((c for c in child.children if c.dep_ == "pobj"), None)
    if subject is not None and subject.dep_ == "nsubj":
        agent = None  # "said by phone"
    return agent, subject


def antecedent(pronoun: Token, verb: Token) -> Token:
    """The noun a relative pronoun stands for; any other word stands for itself."""
    if pronoun.lower_ not in RELATIVES or pronoun.tag_[0] != "W":
        return pronoun
    inner = phrase_at(pronoun.doc, pronoun.i + 1, verb.i)
    if inner is not None and (inner.tag_ == "PRP" or is_name(inner) or inner.tag_ == "NNP"):
        return inner  # "the general, who Tarn called ..."
    clause = verb.head if verb.dep_ == "conj" else verb
    nearest = _noun_before(pronoun)
    listed = nearest is not None and nearest.dep_ == "conj"  # of several named, the last one
    if clause.dep_ == "relcl" and clause.head.tag_ in NOMINAL and not listed:
        return clause.head
    return nearest or pronoun


def _noun_before(pronoun: Token) -> Token | None:
    """Head of the phrase right before a relative pronoun: the director in "the director of the harbor, who"."""
    position = pronoun.i - 1
    while position >= 0 and pronoun.doc[position].text == ",":
        position -= 1
    token = pronoun.doc[position] if position >= 0 else None
    noun = None
    while token is not None and (token.tag_ in NOMINAL or token.dep_ == "prep"):
        noun = token if token.tag_ in NOMINAL else noun
        token = token.head if token.dep_ in {"pobj", "prep", "appos", "compound"} else None
    return noun


def phrase(head: Token, low: int, high: int) -> Span:
    """The noun phrase of `head` as written, between two token positions.

    With title, name and "of ..."; without a relative clause or what follows a comma, unless that is the name of
    somebody so far only described ("the coach, Jo Burr").
    """
    doc = head.doc
    first = max(low, min(head.left_edge.i, head.i))
    end = min(high, head.right_edge.i + 1)
    first = _past_openers(doc, first, head.i)
    while first > low and doc[first].tag_ in NAMES and _extends(doc[first - 1]):
        first -= 1
    if first > low and doc[first].tag_ == "CD" and doc[first - 1].tag_ == "DT":
        first -= 1  # "the two"
    end = past_title(doc, _cut(head, first, max(end, head.i + 1), high), high)
    return char_span(doc, first, _with_origin(head, end, high) - 1)


def _with_origin(head: Token, end: int, high: int) -> int:
    """Where "a statement from the ministry" ends, though the parser hangs "from ..." on the verb."""
    doc = head.doc
    if head.tag_ not in {"NN", "NNS"} or end >= high or doc[end].lower_ not in {"from", "of", "for"}:
        return end
    named = phrase_at(doc, end + 1, high)
    return named.i + 1 if named is not None and named.i < high else end


def _extends(token: Token) -> bool:
    if token.ent_type_ in NO_SPEAKERS:
        return False
    return is_name(token) or (token.tag_ in PHRASE and token.tag_ != "PRP")


def _past_openers(doc: Doc, first: int, head: int) -> int:
    """Skip what the parser hung before the phrase: conjunctions, adverbs, punctuation, a clause before a comma."""
    for position in range(head - 1, first - 1, -1):
        token = doc[position]
        if token.is_space or token.text in PAUSES:
            return position + 1
    while first < head and doc[first].tag_ in {"CC", "RB", "IN", "UH", "WRB"}:
        first += 1
    return first


def _cut(head: Token, first: int, end: int, high: int) -> int:
    """Where the phrase ends: before a comma, a bracket, a relative clause, a verb."""
    doc = head.doc
    stop = end
    for position in range(head.i + 1, end):
        token = doc[position]
        if token.text == "," and _names_it(head, position, high):
            return _name_behind(doc, position + 1, high)
        if (
            token.is_space
            or (token.is_punct and token.text not in {"-", "'", "’", "."})
            or token.tag_ in {"WP", "WDT", "WRB"}
        ):
            stop = position
            break
        if token.tag_ == "POS" and position == end - 1:
            stop = position
            break
    if stop - 1 > head.i and doc[stop - 1].text == "." and (stop == len(doc) or doc[stop].tag_ != "NNP"):
        stop -= 1
    return max(stop, head.i + 1)


def _names_it(head: Token, comma: int, high: int) -> bool:
    """Whether a proper name behind the comma says who a described person is."""
    if head.tag_ not in {"NN", "NNS"} and not (
        head.tag_ == "NNP" and head.lower_ in {"president", "minister", "secretary"}
    ):
        return False
    end = _name_behind(head.doc, comma + 1, high)
    return end > comma + 1 and (end >= high or head.doc[end].text == ",")


def _name_behind(doc: Doc, start: int, high: int) -> int:
    """Where a run of capitalised proper nouns that begins at `start` ends."""
    end = start
    while (
        end < high and end - start < LONGEST_NAME and doc[end].tag_ in {"NNP", "NNPS"} and doc[end].text[:1].isupper()
    ):
        end += 1
    return end


def phrase_at(doc: Doc, start: int, end: int) -> Token | None:
    """Head of the noun phrase that begins at a position, read from left to right: its last noun."""
    head = None
    for position in range(start, end):
        token = doc[position]
        if token.tag_ == "PRP" and head is None:
            return token if token.lower_ not in OBJECT_PRONOUNS else None
        named = is_name(token)
        if token.tag_ not in PHRASE and not named:
            break
        if (named or (token.tag_ in NOMINAL and token.tag_ != "PRP")) and (head is None or not _new_phrase(token)):
            head = token
    return head


def is_name(token: Token) -> bool:
    """Whether it is part of a name, whatever its tag: after a quotation a name is often taken for a verb."""
    if not token.text[:1].isupper():
        return False
    return token.ent_type_ in NAMED or _is_name_by_place(token)


def _is_name_by_place(token: Token) -> bool:
    """Whether a capital can only be a name's, since no sentence begins here: `..., " Early said`, `said Early.`."""
    if token.tag_ not in MISTAKEN or token.i < 2 or not token.is_alpha:
        return False
    before = token.nbor(-1)
    if before.text in CLOSING:
        return token.nbor(-2).text == "," and token.i + 1 < len(token.doc) and speech_lemma(token.nbor(1)) is not None
    return before.text.islower() and before.tag_[:2] == "VB" and speech_lemma(before) is not None


def _new_phrase(token: Token) -> bool:
    return token.nbor(-1).tag_ in {"DT", "PRP$"} if token.i else False


def can_speak(head: Token) -> bool:
    """Whether the word may be a speaker at all: no thing pronoun, number, date or place adverb."""
    if head.lower_ in WORDS.things:
        return False
    return (
        head.tag_ in SPEAKERS or is_name(head) or head.lower_ in WORDS.quantities
    ) and head.ent_type_ not in NO_SPEAKERS


def is_told(lemma: str) -> bool:
    """Whether the verb's object is the person spoken to ("told AFP")."""
    entry = cues.forms()["verb"].get(lemma)
    return entry is not None and entry.spoken_to


def addressee(verb: Token, lemma: str, low: int, high: int) -> Span | None:
    """Whom it was said to: "told AFP", "said to reporters"; None where the text does not say."""
    for child in verb.children:
        if not verb.i < child.i < high:
            continue
        head: Token | None = None
        if is_told(lemma) and child.dep_ in {"dobj", "dative", "iobj"}:
            head = child
        elif child.dep_ in {"prep", "dative"} and child.lower_ in TOLD_PREPOSITIONS:
            head = next((c for c in child.children if c.dep_ == "pobj"), None)
        if head is not None and head.lower_ in SHARED.reactions:
            continue
        if head is not None and head.tag_ in NOMINAL and low <= head.i < high:
            return phrase(head, verb.i + 1, high)
    return None


def voice(head: Token) -> Token:
    """Whoever a word for something said belongs to: the mayor in "the mayor's answer", her in "her verdict"."""
    if head.lower_ not in WORDS.sayings:
        return head
    return next((c for c in head.children if c.dep_ == "poss" and c.tag_ in SPEAKERS), head)


def is_person(head: Token) -> bool:
    """Whether the word is likely a person: a personal pronoun, a person's name, or a name of no other kind."""
    if head.tag_ == "PRP":
        return head.lower_ in {"he", "she", "they", "i", "we"}
    return head.ent_type_ in {"PERSON", "NORP"} or (head.tag_ in {"NNP", "NNPS"} and head.ent_type_ in {"", "ORG"})
