"""`--text-field`, `--id-field` and `--date-field` on the command line."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.articles.make_formats import DAY, FOLDER

SCRAPED = str(FOLDER / "scraped.jsonl")
FIELDS = ("--text-field", "body", "--id-field", "uid", "--date-field", "when")


def run(*arguments):
    command = [sys.executable, "-m", "extractor", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_extract_reads_the_fields_that_are_named():
    done = run("extract", SCRAPED, *FIELDS, "--format", "jsonl")
    article = json.loads(done.stdout)["article"]
    assert (done.returncode, article["id"], article["published"]) == (0, "s1", DAY)


def test_batch_reads_the_fields_that_are_named(tmp_path):
    done = run("batch", SCRAPED, *FIELDS, "--output", str(tmp_path / "out"), "--workers", "1")
    (part,) = (tmp_path / "out").glob("part-*.jsonl")
    article = json.loads(part.read_text(encoding="utf-8"))["article"]
    assert (done.returncode, article["id"], article["published"]) == (0, "s1", DAY)


@pytest.mark.parametrize(
    ("option", "name"), [("--text-field", "content"), ("--id-field", "guid"), ("--date-field", "day")]
)
def test_a_field_that_is_not_there_is_one_line_that_names_those_that_are(option, name):
    done = run("extract", SCRAPED, *FIELDS, option, name)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert f'"{name}"' in line
    assert '"uid", "body", "when"' in line
