"""Whose a figure is, from hand-made quotes and a parse without a model."""

from __future__ import annotations

from dataclasses import replace

import pytest
import spacy

from extractor.linking.figures import claims_of, quotes_around, vouching, without_clause
from extractor.records import Cue, Mention, Quantity, Quote, Span, Speaker, TextSpan, Timex

NLP = spacy.blank("en")


def quantity(start, end, *, aside=False, source=None, whole=None, mention=None):
    return Quantity(
        start=start,
        end=end,
        text="x" * (end - start),
        kind="count",
        value=1.0,
        low=1.0,
        high=1.0,
        unit="people",
        event_mention=mention,
        source=source,
        aside=aside,
        whole=whole,
        found_by="claims.other",
        confidence=0.9,
    )


def quote(n, start, end, *, source="she", speaker="s1", lemma="say", kind="indirect", quoted=()):
    return Quote(
        id=f"q{n}",
        kind=kind,
        mode="speech",
        polarity="affirmed",
        content=(Span(start=start, end=end),),
        text="",
        quoted=quoted,
        speaker=speaker,
        source=TextSpan(start=0, end=3, text=source) if source else None,
        cue=Cue(start=4, end=8, text="said", lemma=lemma),
        according_to=None,
        within=None,
        addressee=None,
        date=None,
        found_by="reported.clause",
        confidence=0.9,
    )


def voice(figure, *quotes):
    (around,) = quotes_around([figure], quotes)
    source, speaker = vouching(figure, around)
    return (source.text if source else None, speaker)


def test_the_innermost_statement_vouches():
    assert voice(quantity(30, 33), quote(1, 10, 60, source="he", speaker="s2"), quote(2, 25, 40)) == ("she", "s1")


def test_a_statement_without_anybody_leaves_it_to_the_outer():
    outer, inner = quote(1, 10, 60), quote(2, 25, 40, source=None, speaker=None)
    assert voice(quantity(30, 33), outer, inner) == ("she", "s1")


@pytest.mark.parametrize("lemma", ["promise", "condemn", "agree", "require"])
def test_who_only_promises_or_condemns_does_not_vouch(lemma):
    assert voice(quantity(30, 33), quote(1, 10, 60, lemma=lemma)) == (None, None)


def test_words_of_his_elsewhere_do_not_make_a_promise_vouch():
    promised = quote(1, 10, 60, lemma="promise", kind="mixed", quoted=(Span(start=40, end=50),))
    assert voice(quantity(30, 33), promised) == (None, None)
    assert voice(quantity(42, 45), promised) == ("she", "s1")


def test_who_claims_responsibility_states_nothing():
    claimed = replace(quote(1, 10, 90, lemma="claim"), text="responsibility for the raid that killed nine")
    assert voice(quantity(60, 64), claimed) == (None, None)
    assert voice(quantity(60, 64), replace(claimed, text="nine of them had died")) == ("she", "s1")


def test_who_says_that_one_expects_it_vouches_before_the_one_who_does():
    outer = quote(1, 10, 60, source="he", speaker="s2")
    inner = quote(2, 25, 40, source="the firm", speaker="s3", lemma="expect")
    assert voice(quantity(30, 33), outer, inner) == ("he", "s2")
    assert voice(quantity(30, 33), inner) == ("the firm", "s3")


def test_an_aside_is_the_papers_own_unless_in_quotation_marks():
    aside = quantity(30, 33, aside=True)
    assert voice(aside, quote(1, 10, 60)) == (None, None)
    assert voice(aside, quote(1, 10, 60, kind="direct", quoted=(Span(start=10, end=60),))) == ("she", "s1")


def test_a_verb_that_is_the_event_is_nobodys_word():
    moved = replace(quantity(30, 33, mention=TextSpan(start=4, end=8, text="said")), event="change")
    assert voice(moved, quote(1, 10, 60)) == (None, None)
    assert voice(replace(moved, event="other"), quote(1, 10, 60)) == ("she", "s1")
    freed = replace(moved, event="other", found_by="claims.object")
    assert voice(freed, quote(1, 10, 60)) == (None, None)


def test_outside_every_statement_nobody_vouches():
    assert voice(quantity(70, 73), quote(1, 10, 60)) == (None, None)


def test_scare_quotes_are_no_statements():
    assert voice(quantity(30, 33), quote(1, 10, 60, kind="scare")) == (None, None)


def test_a_share_of_those_asked_is_nobodys_word():
    asked = replace(quantity(0, 10), kind="percent", unit="percent")
    told = quote(1, 20, 90)
    (_, claim) = claims_of(NLP("x" * 100), (asked, quantity(60, 64)), (told,), (), ())
    assert (claim.source, claim.quote) == (None, "q1")


def test_who_does_it_to_one_says_nothing_of_the_other():
    freed = replace(quantity(30, 33, mention=TextSpan(start=4, end=8, text="said")), found_by="claims.object")
    one, two = claims_of(NLP("x" * 100), (freed, quantity(60, 64)), (quote(1, 20, 90),), (), ())
    assert (one.source, two.source) == (None, None)


def test_claims_are_numbered_and_tied():
    doc = NLP.make_doc("A board counted 64 dead on Monday, a quarter of them children")
    whole = quantity(16, 18, source=Span(start=2, end=7))
    part = quantity(35, 44, whole=Span(start=16, end=18))
    board = Speaker(
        id="s1", name="board", kind="organization", mentions=(Mention(start=2, end=7, text="board", form="nominal"),)
    )
    first, second = claims_of(doc, (part, whole), (), (board,), ())
    assert (first.id, first.source.text, first.speaker, first.part_of) == ("c1", "board", "s1", None)
    assert (second.id, second.part_of, second.source) == ("c2", "c1", None)


def test_the_day_hangs_on_the_events_word(parse):
    text = "The flood killed 12 people on Monday."
    mention = TextSpan(start=10, end=16, text="killed")
    day = Timex(
        id="d1", start=30, end=36, text="Monday", type="DATE", value="2024-05-06", found_by="dates.day", confidence=1.0
    )
    (claim,) = claims_of(parse(text), (quantity(17, 19, mention=mention),), (), (), (day,))
    assert claim.date == "d1"


def test_the_day_beside_the_figure_goes_before_that_of_its_event(parse):
    text = "The flood killed 12 people on Monday and 30 the year before."
    doc = parse(text)
    mention = TextSpan(start=10, end=16, text="killed")
    monday = Timex(
        id="d1", start=30, end=36, text="Monday", type="DATE", value="2024-05-06", found_by="dates.day", confidence=1.0
    )
    before = Timex(
        id="d2", start=44, end=59, text="the year before", type="DATE", value="2023", found_by="dates.x", confidence=1.0
    )
    figures = quantity(17, 19, mention=mention), quantity(41, 43, mention=mention)
    assert [claim.date for claim in claims_of(doc, figures, (), (), (monday, before))] == ["d1", "d2"]


def test_the_day_behind_what_a_figure_counts_is_its_own(parse):
    text = "It now kills 30 a day, down from 400 in March and 9 men in a hut."
    now = Timex(id="d1", start=3, end=6, text="now", type="DATE", value="PRESENT_REF", found_by="x", confidence=1.0)
    march = Timex(
        id="d2", start=40, end=45, text="March", type="DATE", value="2024-03", found_by="dates.x", confidence=1.0
    )
    mention = TextSpan(start=7, end=12, text="kills")
    figures = quantity(13, 15, mention=mention), quantity(33, 36, mention=mention), quantity(50, 51, mention=mention)
    assert [claim.date for claim in claims_of(parse(text), figures, (), (), (now, march))] == ["d1", "d2", "d1"]


def test_many_quotes_are_swept_once():
    quotes = [quote(n, n * 10, n * 10 + 9) for n in range(2000)]
    figures = [quantity(n * 10 + 2, n * 10 + 4) for n in range(2000)]
    assert all(len(around) == 1 for around in quotes_around(figures, quotes))


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("figures compiled by the coalition", "figures"),
        ("a man who saw it", "a man"),
        ("the head of the coalition", "the head of the coalition"),
    ],
)
def test_the_clause_behind_a_source_is_no_part_of_it(parse, source, kept):
    text = f"Nine men died, according to {source}."
    start = text.index(source)
    found = without_clause(parse(text), TextSpan(start=start, end=start + len(source), text=source))
    assert found == TextSpan(start=start, end=start + len(kept), text=kept)
