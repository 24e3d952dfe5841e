"""Every fuzz target on its seeds, on what Hypothesis makes, on what it ever failed at, and for a while by atheris."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzzing import mutation, promises
from tests.fuzzing.__main__ import main
from tests.fuzzing.news import HARM, MARKS, WORDS, news
from tests.fuzzing.seeds import FINDINGS, seeds
from tests.fuzzing.targets import TARGETS, Target, text_of

LIGHT = sorted(name for name, target in TARGETS.items() if not target.heavy)
#: What reads what strangers wrote, a character at a time: where coverage shows the way best.
GUIDED = ("decoding", "plain", "markdown", "mail", "saved_json", "word_document", "marks", "numerals", "dates")
FOUND = sorted(file.relative_to(FINDINGS) for file in FINDINGS.rglob("*") if file.is_file())
#: What of the bytes is text, mostly: any text, and news that means harm.
BYTES = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: b"\0" + text.encode()),
    st.binary(max_size=120).map(lambda data: b"\1" + data),
    st.lists(st.sampled_from(WORDS + MARKS + HARM), max_size=30).map(
        lambda pieces: b"\0" + " ".join(pieces).encode("utf-8", "surrogatepass")
    ),
)
FUZZED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_and_what_once_failed_break_no_promise(name):
    for data in seeds(name):
        TARGETS[name].run(data)


@pytest.mark.parametrize("found", FOUND, ids=str)
def test_findings_belong_to_a_target(found):
    assert found.parts[0] in TARGETS
    assert len(found.parts) == 2


@pytest.mark.parametrize("name", LIGHT)
@given(data=BYTES)
@settings(max_examples=60, **FUZZED)
def test_no_input_breaks_a_promise(name, data):
    TARGETS[name].run(data)


@pytest.mark.parametrize("name", sorted(set(TARGETS) - set(LIGHT)))
@given(data=BYTES)
@settings(max_examples=40, **FUZZED)
def test_no_input_of_what_takes_longer_breaks_a_promise(name, data):
    TARGETS[name].run(data)


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not installed (extra `fuzz`)")
@pytest.mark.parametrize("name", GUIDED)
def test_guided_by_coverage_none_is_found_for_a_while(name, tmp_path, capfd):
    status = main([name, "--runs", "1000", "--seconds", "10", "--engine", "atheris", "--keep", str(tmp_path)])
    told = capfd.readouterr()
    assert status == 0, told.err + told.out
    assert f"{name}: " in told.out
    assert not list(tmp_path.iterdir())


# ---------------------------------------------------------------- the fuzzer itself


def failing(data: bytes) -> None:
    assert b"said" not in data


def slow(data: bytes) -> None:
    while data:
        pass


def test_variations_are_the_same_for_the_same_seed_and_find_what_is_to_be_found():
    first = list(mutation.variations("marks", 60, 1))
    assert first == list(mutation.variations("marks", 60, 1))
    assert first != list(mutation.variations("marks", 60, 2))
    number, data, error = mutation.first_finding(Target(name="marks", run=failing), 500, 1)
    assert b"said" in data
    assert number <= 500
    assert isinstance(error, AssertionError)
    assert mutation.first_finding(Target(name="marks", run=len), 100, 1) == 100


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no alarm")
def test_what_hangs_is_a_finding(monkeypatch):
    monkeypatch.setattr(mutation, "PATIENCE", 1)
    number, _, error = mutation.first_finding(Target(name="marks", run=slow), 5, 1)
    assert (number, type(error)) == (1, mutation.TooSlowError)


def test_a_finding_is_kept_and_told_with_status_1(tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(TARGETS, "marks", Target(name="marks", run=failing))
    assert main(["marks", "--runs", "500", "--engine", "variations", "--keep", str(tmp_path)]) == 1
    (kept,) = Path(tmp_path, "marks").iterdir()
    assert b"said" in kept.read_bytes()
    told = capsys.readouterr()
    assert f"a finding, kept as {kept}" in told.out
    assert "AssertionError" in told.err


def test_targets_are_named_and_unknown_ones_refused(capsys):
    assert main([]) == 0
    assert capsys.readouterr().out.split() == list(TARGETS)
    with pytest.raises(SystemExit) as ended:
        main(["poems"])
    assert ended.value.code == 2


def test_news_has_a_piece_for_each_two_bytes():
    assert news(b"\1\0\xff") == f"{WORDS[0]} "
    assert news(bytes([200, 0, 240, 0])) == MARKS[0] + HARM[0]
    assert text_of(b"\0\xff\xc3\xa9") == "\udcffé"
    assert text_of(b"\1\1\0") == f"{WORDS[0]} "


@pytest.mark.parametrize("text", ["\x1b[31m", "\u202e", "\x9b", "\ud800", "\u200b", "\r"])
def test_what_acts_is_known(text):
    assert promises.acting(f"a{text}b")
    assert not promises.acting("“no”, 👩\u200d🚒 \n")
