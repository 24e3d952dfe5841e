import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.report.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("two\n\nlines\tand  more ", "two lines and more"),
        ("\x1b[31mred\x07", "␛[31mred␇"),
        ("a\x7fb\x9bc", "a␡b<U+009B>c"),
        ("abc\u202edef\u2066", "abc<U+202E>def<U+2066>"),
        ("zero\u200bwidth\ufeff", "zero<U+200B>width<U+FEFF>"),
        ("soft\u00adhyphen", "softhyphen"),
        ("caf\u00e9 “curly” 東京 👩\u200d🚒", "caf\u00e9 “curly” 東京 👩\u200d🚒"),
        ("\ud800", "<U+D800>"),
        ("line\u2028break\x85", "line break"),
    ],
)
def test_visible(text, shown):
    assert visible(text) == shown


@given(st.text())
def test_nothing_acts_on_a_terminal(text):
    shown = visible(text)
    bad = {c for c in shown if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}} - {"\u200c", "\u200d"}
    assert not bad
