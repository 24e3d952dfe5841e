"""A reader's own people and reporting verbs: known wherever the option stands, and nowhere else."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor import pipeline
from extractor.batch.work import StartAnalysis
from extractor.cli import app
from extractor.quotes import cues
from extractor.speakers.words import WORDS
from extractor.taught import NOTHING, LexiconError, Taught, read

LIST = """
[people."Corwin Vash"]
aliases = ["Vashy"]
roles = ["harbour boss"]
gender = "male"

[first_names]
female = "tovah"

[cues]
verbs = ["grumpf"]
"""
TEXT = (
    'Corwin Vash met Laura Stone on Monday. "The quay is ours," grumpfed Vashy. '
    "The harbour boss said the quay was safe. Stone grumpfs that it is not."
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture
def quotes(monkeypatch, model, tmp_path: Path):
    """Who says what by the command line, with these options."""
    monkeypatch.setattr(pipeline, "load_model", lambda name: model)
    article = tmp_path / "quay.txt"
    article.write_text(TEXT, encoding="utf-8")

    def said(*options: str) -> set[tuple[str, str]]:
        done = CliRunner().invoke(app, ["extract", str(article), "--format", "json", *options])
        data = json.loads(done.stdout)
        found = data[0] if isinstance(data, list) else data
        names = {speaker["id"]: speaker["name"] for speaker in found["speakers"]}
        return {(names[quote["speaker"]], quote["text"].rstrip(",")) for quote in found["quotes"] if quote["speaker"]}

    return said


def test_extract_knows_the_people_and_verbs_of_the_list(quotes, file: Path) -> None:
    taught = {
        ("Corwin Vash", "The quay is ours"),
        ("Corwin Vash", "the quay was safe"),
        ("Laura Stone", "it is not"),
    }
    assert quotes("--lexicon", str(file)) == taught
    assert not quotes() & taught - {("Corwin Vash", "the quay was safe")}


def test_a_verb_is_forgotten_with_the_work_it_was_for() -> None:
    with cues.also(frozenset({"grumpf"})):
        assert cues.forms()["verb"]["grumpfed"].introduces_speech
        with cues.also(frozenset()):
            assert "grumpfed" not in cues.forms()["verb"]
        assert "grumpfed" in cues.forms()["verb"]
    assert "grumpfed" not in cues.forms()["verb"]


def test_a_verb_that_we_know_otherwise_reports_speech_now() -> None:
    with cues.also(frozenset({"believe"})):
        assert cues.forms()["verb"]["believed"].introduces_speech
    assert not cues.forms()["verb"]["believed"].introduces_speech


def test_workers_of_a_batch_get_the_list(file: Path) -> None:
    start = StartAnalysis(model="en_core_web_sm", taught=read(file))
    assert pickle.loads(pickle.dumps(start)) == start
    assert repr(start) != repr(StartAnalysis(model="en_core_web_sm"))


def test_nothing_taught_is_our_own_words() -> None:
    assert NOTHING.words is WORDS
    assert NOTHING.verbs == frozenset()
    assert Taught().words is WORDS


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[people."Corwin Vash"]\nsex = "m"\n', "mine.toml: people / Corwin Vash / sex: there is no such key"),
        ("[cue]\nverbs = []\n", "mine.toml: cue: there is no such key"),
        ('[cues]\nverbs = ["shot back"]\n', "mine.toml: cues: 'shot back' is no single word of letters only"),
        ('[people."Corwin Vash"]\ngender = "m"\n', "mine.toml: people / Corwin Vash / gender"),
    ],
)
def test_an_error_of_the_list_is_one_line_and_status_2(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError):
        read(path)
    for command in (["extract", str(path)], ["batch", str(path), "--output", str(tmp_path / "out")]):
        done = CliRunner().invoke(app, [*command, "--lexicon", str(path)])
        assert done.exit_code == 2
        assert done.stderr.startswith(f"extractor: {message}")
        assert done.stderr.count("\n") == 1
