"""Whose each quote is: chains of sources by containment, speakers by mention, the date that hangs on the cue."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.linking.accounts import quotes_of
from extractor.records import Cue, Mention, Span, Speaker, Statement, Timex

WORDS = [
    "Orlo",
    "told",
    "Venn",
    "on",
    "Monday",
    "that",
    "the",
    "dam",
    "held",
    ",",
    "the",
    "ministry",
    "said",
    "Tuesday",
    ".",
]
HEADS = [1, 1, 1, 1, 3, 8, 7, 8, 1, 12, 11, 12, 12, 12, 12]
DEPS = [
    "nsubj", "ccomp", "dobj", "prep", "pobj", "mark", "det", "nsubj", "ccomp", "punct", "det", "nsubj", "ROOT",
    "npadvmod", "punct",
]  # fmt: skip
DOC = Doc(Vocab(), words=WORDS, heads=HEADS, deps=DEPS)
TEXT = DOC.text


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def statement(content: str, source: str | None, cue: str | None) -> Statement:
    spoken = at(cue) if cue else None
    return Statement(
        kind="indirect",
        content=(at(content),),
        source=at(source) if source else None,
        cue=Cue(start=spoken.start, end=spoken.end, text=spoken.of(TEXT), lemma="x") if spoken else None,
        found_by="t",
        confidence=0.9,
    )


def speaker(number: int, words: str) -> Speaker:
    span = at(words)
    mention = Mention(start=span.start, end=span.end, text=words, form="name")
    return Speaker(id=f"s{number}", name=words, kind="person", mentions=(mention,))


def timex(number: int, words: str, kind: str = "DATE") -> Timex:
    span = at(words)
    return Timex(
        id=f"d{number}", start=span.start, end=span.end, text=words, type=kind, value="x", found_by="t", confidence=1.0
    )


OUTER = statement("Orlo told Venn on Monday that the dam held", "the ministry", "said")
INNER = statement("the dam held", "Orlo", "told")
SPEAKERS = (speaker(1, "Orlo"), speaker(2, "the ministry"))
DATES = (timex(1, "Monday"), timex(2, "Tuesday"))


def test_a_chain_of_sources() -> None:
    outer, inner = quotes_of(DOC, [INNER, OUTER], SPEAKERS, DATES)
    assert (outer.id, outer.speaker, outer.within, outer.according_to) == ("q1", "s2", None, None)
    assert (inner.id, inner.speaker, inner.within, inner.according_to) == ("q2", "s1", "q1", "s2")


def test_each_saying_has_the_date_that_hangs_on_its_cue() -> None:
    outer, inner = quotes_of(DOC, [INNER, OUTER], SPEAKERS, DATES)
    assert (outer.date, inner.date) == ("d2", "d1")


def test_a_duration_is_no_date_of_saying() -> None:
    (quote,) = quotes_of(DOC, [OUTER], SPEAKERS, [timex(1, "Tuesday", "DURATION")])
    assert quote.date is None


def test_the_same_words_told_twice_are_not_within_each_other() -> None:
    bare = statement("the dam held", None, None)
    assert [q.within for q in quotes_of(DOC, [bare, bare], SPEAKERS, ())] == [None, None]


def test_the_one_that_holds_the_other_comes_first_even_if_both_end_together() -> None:
    outer = statement("Orlo told Venn on Monday that the dam held", "the ministry", "said")
    inner = Statement(
        kind="indirect", content=(at("Orlo"), at("the dam held")), cue=INNER.cue, found_by="t", confidence=0.5
    )
    assert [q.within for q in quotes_of(DOC, [inner, outer], SPEAKERS, ())] == [None, "q1"]


def test_a_continued_quotation_has_the_speaker_of_an_earlier_mention_and_no_source() -> None:
    later = Statement(
        kind="direct", content=(at("the dam held"),), speaker_mention=at("Orlo"), found_by="t", confidence=0.5
    )
    (quote,) = quotes_of(DOC, [later], SPEAKERS, ())
    assert (quote.speaker, quote.source) == ("s1", None)
