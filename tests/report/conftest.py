"""One hand-made extraction with something of everything in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.records import (
    Article,
    Claim,
    ClaimGroup,
    Cue,
    Extraction,
    Mention,
    Notice,
    Quote,
    Span,
    Speaker,
    TextSpan,
    Timex,
)

TEXT = (
    "Dam bursts above Ruvenna\n\n"
    "“We had [absolutely] no warning,” Governor Ilse Tarn told reporters on Sunday. “We will find out why.”\n\n"
    "At least 40 people were killed, she said. A rescue official put the toll at 52, a third of them children. "
    "Tarn denied that the dam was old. “Nobody came,” read a note.\n"
)


def at(words, nth=0):
    """The span of `words` in TEXT, the `nth` time they occur."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return {"start": start, "end": start + len(words)}


def text_span(words, nth=0):
    return TextSpan(**at(words, nth), text=words)


def quote(number, words, **fields):
    content = tuple(Span(**at(w)) for w in words)
    values = {
        "kind": "indirect",
        "mode": "speech",
        "polarity": "affirmed",
        "quoted": (),
        "speaker": None,
        "source": None,
        "cue": None,
        "according_to": None,
        "within": None,
        "addressee": None,
        "date": None,
        "found_by": "test.rule",
        "confidence": 0.9,
    }
    return Quote(id=f"q{number}", content=content, text=" ".join(words), **values | fields)


def claim(number, words, **fields):
    values = {
        "kind": "count",
        "value": None,
        "low": None,
        "high": None,
        "modifier": "exact",
        "trend": None,
        "unit": "people",
        "noun": None,
        "noun_inferred": None,
        "event": "killed",
        "event_mention": None,
        "polarity": "affirmed",
        "hedge": None,
        "source": None,
        "speaker": None,
        "quote": None,
        "date": None,
        "place": None,
        "part_of": None,
        "group": None,
        "found_by": "test.rule",
        "confidence": 0.9,
    }
    return Claim(id=f"c{number}", **at(words), text=words, **values | fields)


def speaker(number, name, *mentions, **fields):
    made = tuple(Mention(**at(words), text=words, form=form) for words, form in mentions)
    return Speaker(id=f"s{number}", name=name, mentions=made, **{"kind": "person"} | fields)


@pytest.fixture
def extraction():
    article = Article(
        id="ruvenna",
        path="in/ruvenna.txt",
        title="Dam bursts above Ruvenna",
        byline=None,
        source="The Ruvenna Herald",
        agency=None,
        dateline=None,
        url=None,
        language="en",
        published="2024-05-06",
        published_from="option",
        sha256="0" * 64,
        body=Span(start=0, end=len(TEXT) - 1),
        text=TEXT,
    )
    tarn = speaker(1, "Ilse Tarn", ("Governor Ilse Tarn", "name"), ("Tarn denied"[:4], "name"), roles=("Governor",))
    official = speaker(2, "a rescue official", ("A rescue official", "nominal"), kind="unnamed")
    sunday = Timex(
        id="d1",
        **at("Sunday"),
        text="Sunday",
        type="DATE",
        value="2024-05-05",
        earliest="2024-05-05",
        latest="2024-05-05",
        anchor="2024-05-06",
        found_by="test.rule",
        confidence=0.9,
    )
    quotes = (
        quote(
            1,
            ["We had [absolutely] no warning", "We will find out why."],
            kind="direct",
            speaker="s1",
            source=text_span("Governor Ilse Tarn"),
            cue=Cue(**at("told"), text="told", lemma="tell"),
            addressee=text_span("reporters"),
            date="d1",
        ),
        quote(2, ["At least 40 people were killed"], speaker="s1", cue=Cue(**at("said"), text="said", lemma="say")),
        quote(3, ["the toll at 52, a third of them children"], speaker="s2", confidence=0.4),
        quote(4, ["the dam was old"], speaker="s1", polarity="negated", within="q3", according_to="s2"),
        quote(5, ["Nobody came"], kind="direct", source=text_span("a note"), confidence=0.3),
        quote(6, ["find out why"], mode="attitude", speaker="s1"),
    )
    claims = (
        claim(
            1,
            "At least 40",
            value=40.0,
            low=40.0,
            modifier="at_least",
            noun="people",
            speaker="s1",
            quote="q2",
            date="d1",
            group="g1",
        ),
        claim(2, "52", value=52.0, low=52.0, high=52.0, noun_inferred="people", speaker="s2", quote="q3", group="g1"),
        claim(
            3,
            "a third",
            kind="fraction",
            value=0.333333,
            unit="fraction",
            noun="children",
            part_of="c2",
            confidence=0.4,
        ),
    )
    group = ClaimGroup(
        id="g1",
        event="killed",
        noun="people",
        scope="Ruvenna",
        claims=("c1", "c2"),
        low=52.0,
        high=52.0,
        agreement="compatible",
    )
    return Extraction(
        extractor_version="0.1.0",
        model="en_core_web_sm 3.8.0",
        article=article,
        speakers=(tarn, official),
        quotes=quotes,
        dates=(sunday,),
        claims=claims,
        claim_groups=(group,),
        warnings=(Notice(code="repaired_encoding", message="one byte was mended"),),
    )


@pytest.fixture
def with_text(extraction):
    """The extraction with another text in its first quote, whole."""

    def make(text):
        article = replace(extraction.article, text=text, title=None, body=Span(start=0, end=len(text)))
        first = replace(extraction.quotes[0], content=(Span(start=0, end=len(text)),), text=text, source=None)
        return replace(extraction, article=article, quotes=(first,), claims=(), claim_groups=(), dates=())

    return make
