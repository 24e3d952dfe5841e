"""What a verb behind "and", or behind an aside, hangs on. Hand-built parses, no model."""

from __future__ import annotations

import pytest

from extractor.quotes.coordination import governor
from tests.parses import parsed

SAID = "He/PRP/nsubj/1 said/VBD/ROOT/1 talks/NNS/nsubj/4"
HEARD = "Jurors/NNS/nsubj/1 heard/VBD/ROOT/1 Burr/NNP/nsubj/4 ,/,/punct/2"


@pytest.mark.parametrize(
    ("rows", "verb", "expected"),
    [
        (f"{SAID} would/MD/aux/4 fail/VB/ccomp/1 and/CC/cc/4 warned/VBD/conj/4", "warned", "said"),
        (f"{SAID} had/VBD/aux/4 failed/VBN/ccomp/1 and/CC/cc/4 warned/VBD/conj/4", "warned", "said"),
        (f"{SAID} had/VBD/aux/4 failed/VBN/ccomp/1 and/CC/cc/4 ended/VBN/conj/4", "ended", "failed"),
        (f"{SAID} had/VBD/aux/4 failed/VBN/ccomp/1 and/CC/cc/4 warns/VBZ/conj/4", "warns", "failed"),
        (f"{SAID} badly/RB/advmod/4 failed/VBN/ccomp/1 and/CC/cc/4 warned/VBD/conj/4", "warned", "failed"),
        (f"{HEARD} praised/VBN/ccomp/1 once/RB/advmod/4 ,/,/punct/1 lied/VBD/conj/1", "lied", "praised"),
        (f"{HEARD} praised/VBN/ccomp/1 once/RB/advmod/4 and/CC/cc/1 lied/VBD/conj/1", "lied", "heard"),
        (f"{HEARD} was/VBD/auxpass/5 praised/VBN/ccomp/1 ,/,/punct/1 lied/VBD/conj/1", "lied", "heard"),
        ("He/PRP/nsubj/1 slept/VBD/ROOT/1 ,/,/punct/1 ate/VBD/conj/1", "ate", "slept"),
    ],
)
def test_what_a_verb_hangs_on(rows: str, verb: str, expected: str) -> None:
    doc = parsed(rows)
    assert governor(next(token for token in doc if token.text == verb)).text == expected
