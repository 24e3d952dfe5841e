"""Whole sentences with more than one statement: who says what, and what stands in whose account."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractor.quotes.reported import find

Parse = Callable[[str], Doc]


def told(parse: Parse, text: str) -> list[str]:
    return [
        f"{s.source.of(text) if s.source else '-'}: {' / '.join(c.of(text) for c in s.content)}"
        for s in find(parse(text), ())
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tarn told Roe that the dam was safe, the ministry said.",
            ["the ministry: Tarn told Roe that the dam was safe", "Tarn: the dam was safe"],
        ),
        (
            "He said he makes little and questioned how the plan would help.",
            ["He: he makes little", "he: how the plan would help"],
        ),
        (
            "Some said life would be worse, while others said nothing would change.",
            ["-: life would be worse", "others: nothing would change"],
        ),
        (
            "The minister denied the charge, saying that he had never met the envoy.",
            ["The minister: the charge", "The minister: he had never met the envoy"],
        ),
        (
            "The army, which said it had lost two men, blamed the rebels for the attack.",
            ["The army: it had lost two men", "The army: the rebels for the attack"],
        ),
        (
            "Detective Sgt. Vera Kolm described the street as a ruin. Sens. Jo Burr and Ada Finch denied the claim.",
            ["Detective Sgt. Vera Kolm: the street as a ruin", "Sens. Jo Burr and Ada Finch: the claim"],
        ),
        ("On Sunday, Gov. Jo Burr said he would leave.", ["Gov. Jo Burr: he would leave"]),
        ("Burr apologized on Monday for the flood.", ["Burr: for the flood"]),
        ("Burr spoke openly about the flood.", ["Burr: the flood"]),
        ("The mill reported a loss on Monday that shook the town.", ["The mill: a loss on Monday that shook the town"]),
        (
            "It was signed, according to both sides, in the old mill, and it runs until May.",
            ["both sides: It was signed / in the old mill"],
        ),
        (
            'In a statement it said the ship was "fully sound" and had passed a test in May.',
            ['it: the ship was "fully sound" and had passed a test in May'],
        ),
        ("He was charged with murder. The judge sentenced three men to death.", []),
        ("It seems that the dam is weak.", ["-: the dam is weak"]),
        ("Asked whether anyone was alive, Tarn paused.", ["-: whether anyone was alive"]),
        ("When asked about the dam, Tarn declined to comment.", ["-: the dam", "Tarn: to comment"]),
        ("The mayor did not answer when asked how he would pay for it.", ["-: how he would pay for it"]),
        (
            "Burr declined to comment when asked whether the dam was safe.",
            ["Burr: to comment", "-: whether the dam was safe"],
        ),
        (
            "Asked by Meridian Radio what he would say to the farmers, Burr promised help.",
            ["Meridian Radio: what he would say to the farmers"],
        ),
        (
            "Mr. Burr, asked by reporters what he would do about the dam, shrugged.",
            ["reporters: what he would do about the dam"],
        ),
        ("The envoy denounced the mill, an old building on the river.", ["The envoy: the mill"]),
        ("The envoy denounced the mill, leaving the hall in a hurry.", ["The envoy: the mill"]),
        (
            "The envoy said he liked the mill, an old building on the river.",
            [
                "The envoy: he liked the mill, an old building on the river",
            ],
        ),
        ('Burr called that report on Friday a "lie."', ['Burr: that report on Friday a "lie']),
        (
            'Burr called the remarks of the judge "racist," a charge that drew new criticism.',
            ['Burr: the remarks of the judge "racist,"'],
        ),
        ("Tarn's plan to close the mill failed.", ["Tarn: to close the mill"]),
        ("The envoy visited the mill, a shop and a school.", []),
        ("The envoy denounced the mill, a shop and a school.", ["The envoy: the mill, a shop and a school"]),
        ("Burr asked whether anyone was alive.", ["Burr: whether anyone was alive"]),
        ("Some of the farmers said the water had risen.", ["Some of the farmers: the water had risen"]),
        ("None of the farmers said the water had risen.", ["None of the farmers: the water had risen"]),
        ("The mayor was quick to add that the bridge was safe.", ["The mayor: the bridge was safe"]),
        (
            "The bishops called on both sides to lay down their arms.",
            ["The bishops: both sides to lay down their arms"],
        ),
        (
            "The strikes are reported to have killed ten people, according to a monitoring group.",
            [
                "a monitoring group: The strikes are reported to have killed ten people",
                "-: The strikes / to have killed ten people",
            ],
        ),
    ],
)
def test_who_says_what(parse: Parse, text: str, expected: list[str]) -> None:
    assert told(parse, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The flood destroyed two bridges and a school.",
        "Three men walked into the bar and ordered nothing.",
        "The blast claimed thirty lives.",
        "The team won the match by two goals.",
        "Odrun lies on the river Luve, north of the capital.",
    ],
)
def test_a_plain_story_has_no_speaker(parse: Parse, text: str) -> None:
    assert told(parse, text) == []
