"""File names, files and folders that mean harm, by every command: one clear line each, the rest goes on."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor import pipeline
from extractor.batch.errors import written
from extractor.cli import app
from extractor.cli.batch_command import summary
from extractor.cli.output import say
from extractor.cli.printing import Format, printer_for
from extractor.records import Failure
from extractor.report.progress import in_words
from extractor.report.selection import Selection
from tests.fuzzing.promises import acting

TEXT = "“We had no warning,” Governor Ilse Tarn said on Sunday. Forty people were killed."
#: Names of files as a disk may hold them; the first is no UTF-8.
NAMES = (
    b"caf\xe9",
    b"two\nlines",
    b"\x1b]0;owned\x07\x1b[31mred",
    "\u202egnp\u2066".encode(),
    b"=1+1",
    b"<img src=x onerror=alert(1)>",
    b"[bold]loud[/bold] {{ 7 * 7 }}",
)
FORMATS = [["--format", form] for form in ("table", "json", "jsonl", "html", "labelstudio")]
FORMATS += [["--format", "csv", "--only", kind] for kind in ("quotes", "claims", "speakers")]
posix = pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")


@pytest.fixture
def run(monkeypatch, model):
    monkeypatch.setattr(pipeline, "load_model", lambda name: model)
    return lambda *arguments: CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture
def named(tmp_path):
    """A folder with an article under every bad name, and an empty file beside each."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name in NAMES:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name.replace(b"/", b"\xe2\x88\x95") + b".txt")).write_text(TEXT)
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name.replace(b"/", b"\xe2\x88\x95") + b"-empty.txt")).touch()
    return folder


def one_line_each(stderr, count):
    """As many lines as there are files that could not be read, each of them the program's own, and none acts."""
    lines = stderr.splitlines()
    assert len(lines) == count
    assert all(line.startswith("extractor: ") for line in lines)
    assert not acting(stderr)


@posix
@pytest.mark.parametrize("to_file", [False, True])
@pytest.mark.parametrize("options", FORMATS, ids=lambda options: "-".join(options[1::2]))
def test_names_that_mean_harm_cost_nothing_in_any_format(run, named, tmp_path, options, to_file):
    output = tmp_path / "out"
    done = run("extract", named, *options, *(["-o", output] if to_file else []))
    assert done.exit_code == 1
    one_line_each(done.stderr, len(NAMES))
    shown = output.read_bytes().decode("utf-8") if to_file else done.stdout_bytes.decode("utf-8")
    assert shown.count("killed" if "claims" in options else "Tarn") >= len(NAMES)
    if "csv" in options:
        assert not [c for row in csv.reader(io.StringIO(shown, newline="")) for c in row if re.match(r"[=+@]", c)]
    else:
        assert not acting(shown.replace("\t", ""))
        assert "<img" not in shown or "html" not in options


@posix
def test_a_batch_of_such_names_goes_on_and_says_why(run, named, tmp_path):
    done = run("batch", named, "--output", tmp_path / "out", "--workers", "1")
    assert done.exit_code == 1
    assert not acting(done.stderr)
    assert f"{len(NAMES)} articles done; {len(NAMES)} failed" in done.stderr
    rows = [json.loads(line) for line in (tmp_path / "out" / "part-00000.jsonl").read_bytes().splitlines()]
    assert len(rows) == len(NAMES)
    errors = (tmp_path / "out" / "errors.csv").read_bytes().decode("utf-8")
    assert len(list(csv.reader(io.StringIO(errors, newline="")))) == 1 + len(NAMES)
    assert not acting(errors)
    compared = run("compare", tmp_path / "out" / "part-00000.jsonl")
    assert compared.exit_code == 0
    assert not acting(compared.stdout)


@posix
@pytest.mark.parametrize("command", ["compare", "check"])
def test_compare_and_check_show_such_names_harmless(run, named, command):
    arguments = [named] if command == "compare" else [named / "=1+1.txt", "--against", named]
    done = run(command, *arguments)
    assert done.exit_code == 1
    one_line_each(done.stderr, len(NAMES))
    assert not acting(done.stdout)
    assert not acting(run(command, *arguments, "--format", "json").stdout)


def test_errors_as_a_spreadsheet_and_a_terminal_get_them():
    failures = [Failure(id=os.fsdecode(name), path="\uff1d1", code="x", message="\x1b[2J\u202e") for name in NAMES]
    shown = written([Failure(id="a", path="\uff1d1", code="x", message="\x1b[2J\u202e"), *failures[1:]]).decode()
    assert not acting(shown)
    assert "'\uff1d1" in shown


def test_what_is_said_is_one_line_that_does_nothing(capsys):
    say("two\nlines \x1b[31m \u202e \x9b \ud800")
    told = capsys.readouterr().err
    assert told == "extractor: two lines ␛[31m <U+202E> <U+009B> <U+D800>\n"


def test_the_summary_of_a_batch_is_harmless_where_it_is_said(capsys):
    class Counts:
        done, earlier, replaced, failed, seconds, rate, total, read = 1, 0, 0, 1, 1.0, 1.0, 2, 2

    say(summary(Counts, Path("\x1b[31m\nout")))
    assert not acting(capsys.readouterr().err)
    assert not acting(in_words(Counts))


@pytest.mark.parametrize("options", [["--output", "\x1b[31m/none/x"], ["--files-from", "\x1b[31m"]])
def test_wrong_options_are_shown_harmless(run, tmp_path, options):
    command = ["extract", "a.txt"] if options[0] == "--output" else ["batch", "--output", tmp_path / "out"]
    done = run(*command, *options)
    assert done.exit_code == 2
    assert not acting(done.stderr)
    assert "␛[31m" in done.stderr


def test_csv_acts_on_no_terminal_and_is_exact_in_a_file(extraction_of_escapes):
    shown = {}
    for terminal in (False, True):
        stream = io.StringIO()
        printer = printer_for(Format.csv, stream, Selection(kinds=frozenset({"quotes"})), terminal=terminal)
        printer.article(extraction_of_escapes)
        shown[terminal] = stream.getvalue()
    assert "\x1b[31mNo\u202e" in shown[False]
    assert not acting(shown[True])
    assert "␛[31mNo<U+202E>" in shown[True]


@pytest.fixture
def extraction_of_escapes(model):
    from extractor import extract  # noqa: PLC0415 - spaCy

    found = extract("“It \x1b[31mNo\u202e never rained,” Governor Ilse Tarn said.", model=model)
    assert found.quotes
    return found


# ---------------------------------------------------------------- links, permissions, word lists


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few users make links")
def test_links_in_a_circle_and_to_nowhere_are_one_line_each(run, tmp_path):
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "round.txt").symlink_to("round.txt")
    (tmp_path / "lost.txt").symlink_to("nowhere.txt")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "up").symlink_to(tmp_path)
    (inner / "self").symlink_to("self")
    done = run("extract", tmp_path, "--format", "jsonl")
    assert done.exit_code == 1
    one_line_each(done.stderr, 2)
    items = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(item["article"]["id"], "error" in item) for item in items] == [
        ("good", False),
        ("lost", True),
        ("round", True),
    ]
    done = run("extract", tmp_path / "round.txt", tmp_path / "good.txt", "--format", "jsonl")
    assert done.exit_code == 1
    one_line_each(done.stderr, 1)
    assert "link" in done.stderr
    assert len(done.stdout.splitlines()) == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_files_and_folders_that_may_not_be_read_are_one_line_each(run, tmp_path):
    (tmp_path / "good.txt").write_text(TEXT)
    for closed in (tmp_path / "closed.txt", tmp_path / "shut"):
        closed.mkdir() if closed.suffix == "" else closed.write_text(TEXT)
        closed.chmod(0)
    done = run("extract", tmp_path, "--format", "jsonl")
    for closed in (tmp_path / "closed.txt", tmp_path / "shut"):
        closed.chmod(stat.S_IRWXU)
    assert done.exit_code == 1
    one_line_each(done.stderr, 2)
    assert "permissions" in done.stderr
    assert len(done.stdout.splitlines()) == 3


def test_files_that_the_system_keeps_back_cost_only_themselves(run, tmp_path, monkeypatch):
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT)
    real = Path.open

    def guarded(self, *arguments, **named):
        if self.name == "b.txt":
            raise PermissionError(13, "Permission denied\x1b[31m")
        return real(self, *arguments, **named)

    monkeypatch.setattr(Path, "open", guarded)
    done = run("extract", tmp_path, "--format", "jsonl")
    assert done.exit_code == 1
    one_line_each(done.stderr, 1)
    assert ["error" in json.loads(line) for line in done.stdout.splitlines()] == [False, True, False]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_folders_named_as_articles_are_walked_and_named_pipes_not_waited_for(run, tmp_path):
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "folder.txt" / "b.txt").write_text(TEXT)
    os.mkfifo(tmp_path / "folder.txt" / "a.txt")
    done = run("extract", tmp_path, "--format", "jsonl")
    assert done.exit_code == 1
    one_line_each(done.stderr, 1)
    items = [json.loads(line) for line in done.stdout.splitlines()]
    assert [item["article"]["id"] for item in items] == ["folder.txt/a", "folder.txt/b"]
    assert items[0]["error"]["code"] == "unreadable"


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe[\x00",
        b"[people",
        b"\x00",
        b"verbs = 5",
        b"[cues]\nverbs = [1]",
        b"[cues]\nverbs = ['\xe2\x80\xae']",
        b"['\x1b[31m']",
        b'["\\u001b[31m\\u202e"]\na = 1',
        b"a = " + b"[" * 5_000,
        b'[people."\\n"]\nroles = "x"',
        b"[people]\n" * 2,
        b"a" * 100_000,
        b"[people.x]\ngender = 1e400",
    ],
)
@pytest.mark.parametrize("command", ["extract", "batch"])
def test_a_broken_word_list_is_one_clear_line_and_status_2(tmp_path, data, command):
    file, article = tmp_path / "mine.toml", tmp_path / "a.txt"
    file.write_bytes(data)
    article.write_text(TEXT)
    options = ["--lexicon", str(file), "--output", str(tmp_path / "out")]
    done = CliRunner().invoke(app, [command, str(article), *options])
    assert done.exit_code == 2
    one_line_each(done.stderr, 1)
    assert "mine.toml" in done.stderr
    assert len(done.stderr) < 500
    assert not (tmp_path / "out").exists()


def test_a_word_list_that_is_a_folder_or_not_there_is_one_line(tmp_path):
    for name in (tmp_path, tmp_path / "none.toml"):
        done = CliRunner().invoke(app, ["extract", "a.txt", "--lexicon", str(name)])
        assert done.exit_code == 2
        one_line_each(done.stderr, 1)
