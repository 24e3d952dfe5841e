"""What holds for every text: spans slice it, nothing overlaps, nothing raises, time stays linear."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.claims import find_quantities

BLANK = spacy.blank("en")
WORDS = st.sampled_from(
    [
        "killed",
        "12",
        "people",
        "of",
        "them",
        "including",
        "40",
        "percent",
        ",",
        ".",
        "(",
        ")",
        "none",
        "no",
        "deaths",
        "twice",
        "the",
        "$",
        "5",
        "million",
        "dozens",
        "a",
        "third",
        "were\n",
        "",
        "",
        "",
        "wounded",
        "3-2",
        "from",
        "to",
        "1980",
        "Total",
        "dead:",
        "\n",
        "Americans:",
        "0",
        "more",
        "than",
        "up",
        "by",
        "half",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_any_words_without_a_parse(words):
    text = " ".join(words)
    found = find_quantities(BLANK.make_doc(text), (), all_quantities=True)
    last = 0
    for q in found:
        assert last <= q.start < q.end
        assert q.text == text[q.start : q.end]
        assert q.event_mention is None or q.event_mention.text == text[q.event_mention.start : q.event_mention.end]
        last = q.end


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "12", "$", "%", "a third", "—", "\ufeff12\u2028dead", "１２ people", "٣ people", "9" * 400],
)
def test_odd_texts(text):
    find_quantities(BLANK.make_doc(text), ())


def test_the_same_twice(parse):
    text = "At least 40 people were killed and 1,200 displaced, a third of them children."
    assert find_quantities(parse(text), ()) == find_quantities(parse(text), ())


def test_a_paragraph_in_front_shifts_every_span(parse):
    text = "At least 40 people were killed and 1,200 displaced."
    front = "The sky was blue.\n\n"
    plain = [(q.start + len(front), q.end + len(front), q.event) for q in find_quantities(parse(text), ())]
    assert [(q.start, q.end, q.event) for q in find_quantities(parse(front + text), ())] == plain


@pytest.mark.parametrize("piece", ["1", "1,", "including 12 ", "Dead: 5\n", "of them 3 ", "no "])
def test_long_runs_end(piece):
    assert len(find_quantities(BLANK.make_doc(piece * (20_000 // len(piece))), ())) >= 0
