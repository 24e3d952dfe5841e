"""Statements found twice are told once. No model."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.quotes.merging import in_order, joined, merged, scare_quotes, without_denied
from extractor.records import Cue, Span, Statement, StatementPolarity

TEXT = 'He called it "a farce" and "a crime" on Monday, and nobody laughed at that.'


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def statement(*content: str, cue: str | None, by: str, polarity: StatementPolarity = "affirmed") -> Statement:
    place = span(cue) if cue else None
    return Statement(
        kind="mixed" if by == "reported" else "direct",
        content=tuple(map(span, content)),
        quoted=tuple(map(span, ("a farce",))),
        polarity=polarity,
        cue=Cue(start=place.start, end=place.end, text=cue or "", lemma="call") if place else None,
        found_by=by,
        confidence=0.9,
    )


def test_of_two_with_one_cue_the_longer_stands() -> None:
    short = statement("a farce", cue="called", by="direct")
    long = statement('it "a farce" and "a crime"', cue="called", by="reported")
    assert merged(TEXT, [short], [long]) == [long]
    assert merged(TEXT, [long], [short]) == [long]


def test_a_second_reading_of_the_same_words_is_dropped() -> None:
    ours = statement("a farce", cue="called", by="direct")
    theirs = statement("a farce", cue="laughed", by="reported")
    assert merged(TEXT, [ours], [theirs]) == [ours]


def test_what_is_told_elsewhere_stays() -> None:
    ours = statement("a farce", cue="called", by="direct")
    theirs = statement("at that", cue="laughed", by="reported")
    assert merged(TEXT, [ours], [theirs]) == [ours, theirs]
    assert in_order([theirs, ours]) == (ours, theirs)


def test_a_piece_is_put_to_what_its_cue_tells_right_before_it() -> None:
    told = replace(statement("it", cue="called", by="reported"), kind="indirect", quoted=())
    piece, ends = statement("a farce", cue="called", by="direct"), {span("a farce"): span('"a farce"').end}
    (whole,) = joined(TEXT, [told], [piece], ends)
    assert (whole.kind, whole.found_by) == ("mixed", "reported")
    assert [place.of(TEXT) for place in whole.content] == ['it "a farce"']
    assert [place.of(TEXT) for place in whole.quoted] == ["a farce"]


def test_a_piece_of_another_cue_or_farther_off_stays_its_own() -> None:
    told = replace(statement("it", cue="called", by="reported"), quoted=())
    far = replace(statement("a crime", cue="called", by="direct"), quoted=(span("a crime"),))
    other = statement("a farce", cue="laughed", by="direct")
    assert joined(TEXT, [told], [far, other], {}) == [told, far, other]


def test_marks_in_a_denial_are_not_its_sources() -> None:
    denied = statement('it "a farce" and "a crime"', cue="called", by="reported", polarity="negated")
    assert without_denied(TEXT, denied).quoted == ()
    assert without_denied(TEXT, denied).kind == "indirect"
    affirmed = statement('it "a farce" and "a crime"', cue="called", by="reported")
    assert without_denied(TEXT, affirmed) is affirmed


def test_short_words_of_nobody_are_scare_quotes() -> None:
    told = statement("a farce", cue="called", by="direct")
    ranges = [(span("a farce"),), (span("a crime"),), (span("nobody laughed at that"),)]
    (scare,) = scare_quotes(TEXT, ranges, [told])
    assert scare.kind == "scare"
    assert scare.content == (span("a crime"),)
    assert scare.source is None


@pytest.mark.parametrize(("source", "again"), [("she", True), ("Mill Radio", False)])
def test_a_pronoun_behind_an_attributed_quotation_says_it_again(source: str, *, again: bool) -> None:
    text = f'Ada sat down, telling us, "It is ours," {source} said.'
    at = {word: Span(start=text.index(word), end=text.index(word) + len(word)) for word in ("telling", source, "said")}
    first, second = (Cue(start=at[w].start, end=at[w].end, text=w, lemma="say") for w in ("telling", "said"))
    marked = Span(start=text.index("It"), end=text.index("It") + 10)
    ours = Statement(kind="direct", content=(marked,), quoted=(marked,), cue=first, found_by="direct", confidence=0.9)
    told = Span(start=0, end=marked.end + 1)
    theirs = Statement(
        kind="mixed", content=(told,), source=at[source], cue=second, found_by="reported", confidence=0.9
    )
    assert merged(text, [ours], [theirs]) == ([ours] if again else [ours, theirs])
