"""Where sentences begin before the parser has its say: at line breaks and behind datelines."""

from __future__ import annotations

import pytest
from spacy.lang.en import English

from extractor.articles.plain import article_of
from extractor.model import Model, line_breaks
from extractor.pipeline import body_text

NLP = English()


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("RUVENNA, May 6 (Meridian Press) — At least 40 died.", ["RUVENNA", "At"]),
        ("PORT ELMOND, Kalderan (Wire) -- A ferry sank.", ["PORT", "A"]),
        ("PELLAN – For years he slept.", ["PELLAN", "For"]),
        ("Tarn — who took office in May — left.", ["Tarn"]),
        ("The mayor - a former nurse - left.", ["The"]),
        ("A headline\n\nA first line\nbroken by its width.", ["A", "A"]),
        ("VELL —", ["VELL"]),
        ("(((((((((((((((((((((((((((((((((((((((", ["("]),
    ],
)
def test_sentence_starts(text: str, starts: list[str]) -> None:
    doc = line_breaks(NLP(text))
    assert [token.text for token in doc if token.is_sent_start] == starts


def test_the_reporters_line_is_blanked_and_nothing_moves() -> None:
    text = "Rail chief questioned\n\nBy Paul Esteves\n\nVELL — The head of a railway left. By Paul Esteves, he was not seen.\n"
    article = article_of(text, id="a").article
    assert article.byline == "Paul Esteves"
    body = body_text(article)
    assert body == text.replace("\nBy Paul Esteves\n", "\n               \n").rstrip("\n")


def test_a_reporter_named_by_a_field_is_not_blanked_in_prose() -> None:
    text = (
        "It was written by Ann Orlo and read by many people in the town of Vell on a long afternoon in May, they say.\n"
    )
    article = article_of(text, id="a").article
    assert body_text(article) == text.rstrip("\n")


def test_a_word_glued_to_a_mark_is_cut_from_it(model: Model) -> None:
    (doc,) = model.parse(['The mayor said,"Look out."Nobody did.'])
    assert [token.text for token in doc][:8] == ["The", "mayor", "said", ",", '"', "Look", "out", "."]
