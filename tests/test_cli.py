"""The command line as its users meet it: options, exit status, where things are printed."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from stat import S_IMODE

import jsonschema
import pytest
from typer.testing import CliRunner

from extractor import __version__, pipeline
from extractor.cli import app

TEXT = "RUVENNA — “We had no warning,” Governor Ilse Tarn said on Sunday. Forty people were killed."
LISTS = ("speakers", "quotes", "dates", "claims", "claim_groups")


@pytest.fixture
def run(monkeypatch, model):
    """Run the command line in this process, with the model that is loaded already."""
    monkeypatch.setattr(pipeline, "load_model", lambda name: model)

    def invoke(*arguments, stdin=None):
        return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)

    return invoke


@pytest.fixture
def article(tmp_path):
    file = tmp_path / "ruvenna.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_version_and_help(run):
    assert run("--version").stdout == f"extractor {__version__}\n"
    for arguments in (["-h"], ["--help"], ["extract", "-h"], ["schema", "-h"], ["info", "-h"]):
        done = run(*arguments)
        assert done.exit_code == 0
        assert "Usage" in done.stdout


@pytest.mark.parametrize(
    "options",
    [
        ["--format", "xml"],
        ["--only", "poems"],
        ["--only", ","],
        ["--only", "quotes,claims", "--format", "csv"],
        ["--published", "6/5/2024"],
        ["--min-confidence", "2"],
        ["--min-confidence", "nan"],
        ["--nonsense"],
        ["--output", "."],
        ["--output", "/nowhere/at/all.json"],
    ],
)
def test_wrong_options_are_2_and_print_no_result(run, article, options):
    done = run("extract", article, *options)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert options[0] in done.stderr


def test_json_of_one_file_is_one_object_that_the_schema_accepts(run, article):
    done = run("extract", article, "--format", "json", "--published", "2024-05-06")
    assert (done.exit_code, done.stderr) == (0, "")
    data = json.loads(done.stdout)
    jsonschema.validate(data, json.loads(run("schema").stdout))
    assert data["article"]["text"] == TEXT
    assert data["article"]["published_from"] == "option"


def test_json_of_several_is_an_array(run, article, tmp_path):
    lines = tmp_path / "one.jsonl"
    lines.write_text(json.dumps({"text": TEXT}))
    for arguments in ([tmp_path], [lines], [article, article]):
        assert isinstance(json.loads(run("extract", *arguments, "--format", "json").stdout), list)
    assert json.loads(run("extract", "-", "-f", "json", stdin=TEXT).stdout)["article"]["id"] == "stdin"


def test_json_of_a_collection_in_which_nothing_can_be_read_is_an_empty_array(run, tmp_path):
    (tmp_path / "none.json").write_text("[]")
    (tmp_path / "bad.jsonl").write_text('{"id": "x"}\n{\n')
    (tmp_path / "bad.json").write_text('{"id": "x"}')
    for name, status, printed in (("none.json", 0, "[]\n"), ("bad.jsonl", 1, "[]\n"), ("bad.json", 1, "")):
        done = run("extract", tmp_path / name, "--format", "json")
        assert (done.exit_code, done.stdout) == (status, printed)


def test_jsonl_is_an_object_a_line_in_the_order_of_the_input_with_errors_in_their_place(run, article, tmp_path):
    rows = [json.dumps({"id": str(n), "text": f"{TEXT} {n}"}) for n in range(20)]
    rows.insert(3, "{")
    lines = tmp_path / "wire.jsonl"
    lines.write_text("\n".join(rows))
    done = run("extract", article, tmp_path / "none.txt", lines, "--format", "jsonl")
    items = [json.loads(line) for line in done.stdout.splitlines()]
    ids = [item["article"]["id"] for item in items]
    assert ids == ["ruvenna", "none", "0", "1", "2", "wire:4", *map(str, range(3, 20))]
    assert items[1] == {
        "article": {"id": "none", "path": (tmp_path / "none.txt").as_posix()},
        "error": {"code": "missing", "message": items[1]["error"]["message"]},
    }
    assert done.exit_code == 1
    assert [line.split(": ")[1] for line in done.stderr.splitlines()] == [
        (tmp_path / "none.txt").as_posix(),
        lines.as_posix(),
    ]


def test_only_empties_the_other_lists_and_keeps_the_keys(run, article):
    data = json.loads(run("extract", article, "-f", "json", "--only", "quotes,claims").stdout)
    assert [name for name in LISTS if name not in data] == []
    assert data["speakers"] == data["dates"] == data["claim_groups"] == []


def test_no_text_nulls_it(run, article):
    assert json.loads(run("extract", article, "-f", "json", "--no-text").stdout)["article"]["text"] is None


def test_output_is_written_whole_or_not_at_all(run, article, tmp_path, monkeypatch):
    output = tmp_path / "out" / "result.json"
    output.parent.mkdir()
    output.write_text("before")
    with monkeypatch.context() as broken:
        broken.setattr("extractor.report.json_output.to_json", lambda *a, **k: 1 / 0)
        assert run("extract", article, "-f", "json", "-o", output).exit_code == 1
    assert output.read_text() == "before"
    done = run("extract", article, "-f", "json", "-o", output)
    assert (done.exit_code, done.stdout) == (0, "")
    assert json.loads(output.read_text(encoding="utf-8"))["article"]["text"] == TEXT
    assert [p.name for p in output.parent.iterdir()] == ["result.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such permissions")
def test_output_may_be_read_by_whom_it_might_before(run, article, tmp_path):
    output = tmp_path / "result.json"
    before = os.umask(0o027)
    try:
        assert run("extract", article, "-f", "json", "-o", output).exit_code == 0
    finally:
        os.umask(before)
    assert S_IMODE(output.stat().st_mode) == 0o640
    output.chmod(0o600)
    assert run("extract", article, "-f", "json", "-o", output).exit_code == 0
    assert S_IMODE(output.stat().st_mode) == 0o600


def test_output_may_be_a_special_file(run, article):
    assert run("extract", article, "-o", "/dev/null").exit_code == 0


def test_a_missing_model_is_3(article):
    done = CliRunner().invoke(app, ["extract", str(article), "--model", "xx_no_such_model"])
    assert done.exit_code == 3
    assert done.stderr.count("\n") == 1
    assert "xx_no_such_model" in done.stderr


def test_a_terminal_gets_help_instead_of_waiting(run, monkeypatch):
    monkeypatch.setattr(sys.modules["extractor.cli.extract"], "would_wait", lambda: True)
    done = run("extract", "-")
    assert done.exit_code == 2
    assert "Usage" in done.stderr


def test_a_fault_in_one_article_is_its_own_and_debug_shows_where(run, article, tmp_path, monkeypatch):
    other = tmp_path / "other.txt"
    other.write_text("Poison.")
    real = pipeline.find_dates

    def poisoned(doc, **options):
        if "Poison" in doc.text:
            raise ZeroDivisionError("poison")
        return real(doc, **options)

    monkeypatch.setattr(pipeline, "find_dates", poisoned)
    done = run("extract", article, other, article, "-f", "jsonl")
    items = [json.loads(line) for line in done.stdout.splitlines()]
    assert [("error" in item) for item in items] == [False, True, False]
    assert items[1]["error"]["code"] == "internal_error"
    assert done.exit_code == 1
    assert "--debug" in done.stderr
    assert isinstance(run("extract", other, "--debug").exception, ZeroDivisionError)


def test_info_names_model_and_licence(run):
    done = run("info")
    assert done.exit_code == 0
    assert __version__ in done.stdout
    assert f"{sys.version_info.major}.{sys.version_info.minor}." in done.stdout
    assert "en_core_web_sm 3.8.0  MIT" in done.stdout


def test_two_runs_give_the_same_bytes(run, article):
    first, second = (run("extract", article, "-f", "json").stdout_bytes for _ in range(2))
    assert first == second


def test_table_is_the_default_and_warns_without_a_date(run, article):
    done = run("extract", article)
    assert "Quotes" in done.stdout
    assert "--published" in done.stdout
    assert "\x1b" not in done.stdout


def test_csv_is_one_table_for_all_articles(run, article, tmp_path):
    done = run("extract", article, article, "--only", "dates", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {row["article_id"] for row in rows} == {"ruvenna", "ruvenna~2"}
    assert {row["text"] for row in rows} == {"Sunday"}
    empty = run("extract", tmp_path / "none.txt", "--only", "dates", "--format", "csv")
    assert empty.stdout == done.stdout.splitlines(keepends=True)[0]
    assert run("extract", article, "--only", "scare", "--format", "csv").exit_code == 0


def test_html_is_one_page(run, article, tmp_path):
    output = tmp_path / "page.html"
    assert run("extract", article, article, "--format", "html", "--output", output).exit_code == 0
    page = output.read_text(encoding="utf-8")
    assert page.count("<!doctype html>") == 1
    assert "2 articles" in page
    assert run("extract", tmp_path / "none.txt", "--format", "html").stdout == ""
