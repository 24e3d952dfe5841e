"""How the command line ends when something is wrong with the program, its terminal or what is installed."""

from __future__ import annotations

import errno
import sys
from importlib import metadata
from unittest.mock import Mock

import pytest

from extractor import cli
from extractor.cli import about, app


@pytest.fixture
def ending(monkeypatch):
    """The status of a run whose command line raises `error`."""

    def run(error, *argv):
        def broken(**_):
            raise error

        monkeypatch.setattr(cli, "app", broken)
        monkeypatch.setattr(sys, "argv", ["extractor", *argv])
        return cli.status_of_run()

    return run


def test_a_fault_of_the_program_is_one_line_and_status_1(ending, capsys):
    assert ending(RuntimeError("two\nlines")) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "extractor: a fault of the program (RuntimeError: two lines); run again with --debug and report it\n"
    )


def test_a_full_disk_is_no_fault_of_the_program(ending, capsys):
    assert ending(OSError(errno.ENOSPC, "No space left on device")) == 1
    assert capsys.readouterr().err.startswith("extractor: the results cannot be written (No space left on device)")


def test_debug_shows_where_it_happened(ending):
    with pytest.raises(RuntimeError, match="lines"):
        ending(RuntimeError("lines"), "extract", "--debug")


@pytest.mark.parametrize(
    ("end", "status"), [(KeyboardInterrupt(), 130), (SystemExit(130), 130), (SystemExit(2), 2), (SystemExit(), 0)]
)
def test_other_endings_keep_their_status(ending, end, status):
    assert ending(end) == status


@pytest.fixture
def refused(monkeypatch, tmp_path, capsys):
    """Run the command line in an empty folder; its exit status, and standard error as one line without frames."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Nothing.", encoding="utf-8")

    def run(*arguments):
        with pytest.raises(SystemExit) as end:
            app(list(arguments), prog_name="extractor")
        return end.value.code, " ".join(capsys.readouterr().err.replace("│", " ").split())

    return run


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["extract", "-"], "name a file"),
        (["compare", "-"], "compare - <"),
        (["check", "-", "--against", "a.txt"], "check - --against"),
        (["batch", "-", "--output", "out"], "name a file"),
        (["batch", "--files-from", "-", "--output", "out"], "name a file"),
    ],
)
def test_a_terminal_as_standard_input_gets_help_and_never_hangs(refused, arguments, word, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "stdin", Mock(isatty=lambda: True))
    status, said = refused(*arguments)
    assert status == 2
    assert "nothing on standard input" in said
    assert word in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["batch", "--output", "out"], "name a file, a folder"),
        (["batch", "-", "--files-from", "-", "--output", "out"], "cannot be both"),
        (["batch", "--files-from", "no-such-list", "--output", "out"], "no-such-list"),
        (["check", "a.txt", "--against", "a.txt", "--output", "."], "is a folder"),
        (["compare", "a.txt", "--output", "."], "is a folder"),
    ],
)
def test_wrong_use_is_2_and_says_what_is_wrong(refused, arguments, word):
    status, said = refused(*arguments)
    assert (status, word in said) == (2, True)


def test_without_the_cluster_extra_the_dask_engine_names_it(refused, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    status, said = refused("batch", "a.txt", "--engine", "dask", "--output", "out")
    assert (status, "newsfacts[cluster]" in said) == (2, True)


def test_info_without_the_model_says_so_with_status_3(monkeypatch, capsys):
    def version(package):
        if package == about._MODEL_PACKAGE:
            raise metadata.PackageNotFoundError(package)
        return "1.0"

    monkeypatch.setattr(about.metadata, "version", version)
    with pytest.raises(SystemExit) as end:
        app(["info"], prog_name="extractor")
    assert end.value.code == 3
    assert "model      en_core_web_sm not installed" in capsys.readouterr().out
