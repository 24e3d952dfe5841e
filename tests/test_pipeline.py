"""The whole journey: spans, long and hostile articles, faults that stay where they are."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor import model as model_module
from extractor import pipeline
from extractor.articles.plain import article_of
from extractor.model import joined, load_model, split
from extractor.pipeline import Options, body_text, extract_all, extract_each
from extractor.records import Extraction, Failure, Reading
from extractor.report.json_output import to_json
from tests.fuzzing import promises

PARAGRAPH = (
    "“We had no warning,” Governor Ilse Tarn told reporters on Sunday. “We will find out why.” "
    "At least 40 people were killed and 1,200 displaced, a rescue official said.\n\n"
)
WORDS = ("“No,”", '"yes"', "she", "said", "Ilse", "Tarn", "on", "Sunday", "40", "people", "killed", "a", "third", "of")
MARKS = (".", ",", "\n\n", "\r\n", "’", "“", '"', "(", "\u202e", "\x00", "é", "\U0001f600", " ", "  ", "\u2028")
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def one(text, model, **options):
    (extraction,) = extract_all([article_of(text, id="a", **options).article], model)
    return extraction


@given(pieces=st.lists(st.sampled_from(WORDS + MARKS), max_size=60), glue=st.sampled_from(["", " "]))
@SLOW
def test_an_extraction_keeps_every_promise(model, pieces, glue):
    text = glue.join(pieces)
    extraction = one(text, model, published="2024-05-06")
    assert extraction.article.text == text
    promises.extraction(extraction)


@given(text=st.text(max_size=300))
@SLOW
def test_no_text_is_a_fault(model, text):
    extraction = one(text, model)
    assert extraction.article.text == text


def test_two_runs_give_the_same_bytes(model):
    assert to_json(one(PARAGRAPH * 3, model)) == to_json(one(PARAGRAPH * 3, model))


def test_neighbours_in_a_batch_change_nothing(model):
    texts = [PARAGRAPH, "Nothing.", PARAGRAPH * 2]
    together = list(extract_all([article_of(text, id="a").article for text in texts], model))
    assert together == [one(text, model) for text in texts]


def test_nothing_is_found_outside_the_body(model):
    text = f"Source: “We know,” said Ilse Tarn\n\n{PARAGRAPH}Copyright 2012 Ruvenna.com. All rights reserved"
    extraction = one(text, model)
    assert "2012" not in {date.text for date in extraction.dates}


def test_the_head_is_blanked_and_the_foot_cut_off():
    article = article_of(f"By Ilse Tarn\n\n{PARAGRAPH}\n(AFP)\n", id="a").article
    blanked = body_text(article)
    assert len(blanked) == article.body.end
    assert blanked[article.body.start :] == article.text[article.body.start : article.body.end]
    assert not blanked[: article.body.start].strip()


def test_without_a_publication_date_there_is_one_warning(model):
    assert [w.code for w in one("It rained.", model).warnings] == ["no_publication_date"]
    assert one("It rained.", model, published="2024-05-06").warnings == ()


def test_a_long_article_is_parsed_in_pieces_and_is_whole(model, monkeypatch):
    text = PARAGRAPH * 12
    whole = one(text, model)
    monkeypatch.setattr(model_module, "LONGEST_PIECE", 3 * len(PARAGRAPH))
    in_pieces = one(text, model)
    assert [(d.start, d.text, d.value) for d in in_pieces.dates] == [(d.start, d.text, d.value) for d in whole.dates]
    assert [(c.start, c.text, c.value) for c in in_pieces.claims] == [(c.start, c.text, c.value) for c in whole.claims]
    assert len(in_pieces.dates) >= 12


@given(text=st.text(alphabet="ab .\n", max_size=400), longest=st.integers(2, 50))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pieces_are_the_text(monkeypatch, text, longest):
    monkeypatch.setattr(model_module, "LONGEST_PIECE", longest)
    pieces = split(text)
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= longest


def test_more_than_a_million_characters_are_tokenized_whole(model):
    text = "rain " * 210_000
    docs = [model.nlp.make_doc(piece) for piece in split(text)]
    assert joined(docs).text == text


@pytest.mark.parametrize("piece", ["(", '"', "a", "a.", "…", "http://a", "'s", "1,"])
def test_endless_runs_are_tokenized_in_no_time(model, piece):
    run = piece * (200_000 // len(piece))
    text = f"He said {run} on Sunday."
    doc = model.nlp.make_doc(text)
    assert doc.text == text
    assert len(doc) < 300
    assert [t.text for t in doc][:2] == ["He", "said"]


def test_words_as_long_as_links_are_tokenized_as_ever(model):
    text = f"See https://ruvenna.example/{'a' * 200} (now)."
    assert [t.text for t in model.nlp.tokenizer(text)] == [t.text for t in model.nlp.tokenizer.inner(text)]


def test_a_fault_costs_one_article_and_failures_keep_their_place(model, monkeypatch):
    real = pipeline.body_text

    def poisoned(article):
        if article.id == "b":
            raise ZeroDivisionError("poison")
        return real(article)

    monkeypatch.setattr(pipeline, "body_text", poisoned)
    unread = Failure(id="x", path=None, code="missing", message="gone")
    todo = [article_of(PARAGRAPH, id="a"), unread, article_of("b", id="b"), article_of(PARAGRAPH, id="c")]
    done = list(extract_each(todo, model))
    assert [type(item) for item in done] == [Extraction, Failure, Failure, Extraction]
    assert done[1] is unread
    assert done[2].code == "internal_error"
    assert "ZeroDivisionError" in done[2].message
    with pytest.raises(ZeroDivisionError):
        list(extract_each(todo, model, strict=True))


def test_what_reading_has_to_say_comes_first(model):
    reading = article_of("It rained.", id="a")
    assert isinstance(reading, Reading)
    (extraction,) = extract_each([reading], model, Options())
    assert extraction.warnings[0].code == "no_publication_date"


def test_a_blank_article_has_nothing(model):
    extraction = one(" \n", model)
    assert extraction.article.body is None
    assert (extraction.quotes, extraction.dates, extraction.claims) == ((), (), ())


def test_a_model_without_the_needed_parts_is_refused(tmp_path):
    spacy = pytest.importorskip("spacy")
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(model_module.ModelMissingError, match="no tagger and no parser"):
        load_model(str(tmp_path / "blank"))


def test_the_models_name_is_the_one_users_know(model):
    assert model.name == "en_core_web_sm 3.8.0"
