"""Spans of records in the tokens of any document; no trained model."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.components.kept import ComponentError, Settings
from extractor.components.marking import mark
from extractor.records import Article, Extraction, Timex

BLANK = spacy.blank("en")


def extraction(text, *places):
    empty = dict.fromkeys(("path", "title", "byline", "source", "agency", "dateline", "url", "published"))
    article = Article(id="a", language="en", published_from=None, sha256="", body=None, text=text, **empty)
    dates = tuple(
        Timex(id=f"d{n}", start=a, end=b, text=text[a:b], type="DATE", value="XXXX", found_by="t", confidence=1.0)
        for n, (a, b) in enumerate(places, 1)
    )
    return Extraction(extractor_version="0", model="m", article=article, dates=dates)


@pytest.mark.parametrize(
    ("place", "covered"),
    [((4, 10), "Monday"), ((4, 12), "Monday,he"), ((11, 13), ",he"), ((0, 3), "on"), ((14, 18), "left")],
)
def test_an_edge_inside_a_token_moves_out_to_the_tokens_own(place, covered):
    doc = Doc(Vocab(), words=["on", " ", "Monday", ",he", "left"], spaces=[True, False, False, True, False])
    assert doc.text == "on  Monday,he left"
    mark(doc, extraction(doc.text, place), "dates")
    ((span,),) = doc.spans.values()
    assert (span.text, span.label_, span.id_, span.kb_id_) == (covered, "DATE", "d1", "")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40), st.data())
def test_any_span_of_any_text_is_covered_and_no_more_than_its_tokens(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    doc = BLANK.make_doc(text)
    mark(doc, extraction(text, (start, end)), "dates")
    (span,) = doc.spans["dates"]
    behind = span[-1].idx + len(span[-1].text_with_ws)
    assert span.start_char <= start < end <= behind
    assert doc[span.start].idx + len(doc[span.start].text_with_ws) > start
    assert doc[span.end - 1].idx < end


def test_a_group_of_nothing_is_there_and_empty():
    doc = BLANK.make_doc("Nothing.")
    mark(doc, extraction(doc.text), "dates")
    assert list(doc.spans["dates"]) == []


def test_settings_of_two_components_go_together_unless_they_differ():
    one = Settings(published="2024-05-07")
    assert one.and_then(Settings(all_quantities=True)) == Settings(published="2024-05-07", all_quantities=True)
    assert Settings().and_then(one) == one == one.and_then(Settings())
    with pytest.raises(ComponentError, match="lexicon is 'a' for one and 'b'"):
        Settings(lexicon="a").and_then(Settings(lexicon="b"))
