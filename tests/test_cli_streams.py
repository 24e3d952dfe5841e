"""What only a real process shows: start-up, closed pipes, consoles of another encoding, interruption."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

COMMAND = [sys.executable, "-m", "extractor"]
HEAVY = ("spacy", "pydantic", "extractor.pipeline")
LIGHT = f"""
import sys
from extractor.cli import app
try:
    app(sys.argv[1:], prog_name="extractor")
finally:
    print("HEAVY", [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--help"], 0),
        (["--version"], 0),
        (["extract", "--help"], 0),
        (["info"], 0),
        (["extract", "a.txt", "--format", "xml"], 2),
        (["extract", "a.txt", "--only", "poems"], 2),
        (["extract", "a.txt", "--published", "soon"], 2),
        (["extract", "a.txt", "--min-confidence", "-1"], 2),
        (["nonsense"], 2),
        (["extract"], 2),
    ],
)
def test_help_and_wrong_use_import_neither_spacy_nor_pydantic(arguments, status):
    done = subprocess.run([sys.executable, "-c", LIGHT, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stderr
    assert done.stderr.splitlines()[-1] == "HEAVY []"


def test_a_missing_file_is_told_without_loading_the_model():
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, "extract", "none.txt"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "extractor: none.txt: no such file or folder; check the path",
        "HEAVY []",
    ]


def wire(tmp_path, rows):
    file = tmp_path / "wire.jsonl"
    file.write_text("".join(json.dumps({"text": f"“No,” said Ilse Tarn. {n} \u202e"}) + "\n" for n in range(rows)))
    return file


def test_a_closed_pipe_ends_quietly(tmp_path):
    file = wire(tmp_path, 40)
    process = subprocess.Popen(
        [*COMMAND, "extract", str(file), "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert json.loads(process.stdout.readline())["article"]["id"] == "wire:1"
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=120) == 0
    process.stderr.close()


@pytest.mark.parametrize("form", ["table", "json"])
def test_a_console_of_another_encoding_gets_utf8(tmp_path, form):
    file = wire(tmp_path, 1)
    environment = os.environ | {"PYTHONIOENCODING": "cp1252:strict"}
    done = subprocess.run(
        [*COMMAND, "extract", str(file), str(tmp_path / "“none”.txt"), "--format", form],
        capture_output=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 1
    shown = done.stdout.decode("utf-8")
    assert ("“No”" in shown) if form == "table" else (json.loads(shown)[0]["article"]["text"][0] == "“")
    assert "\u201cnone\u201d.txt".encode("cp1252") in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send")
def test_interruption_is_130_and_leaves_no_half_file(tmp_path):
    file = wire(tmp_path, 4000)
    output = tmp_path / "out.jsonl"
    process = subprocess.Popen(
        [*COMMAND, "extract", str(file), "--format", "jsonl", "--output", str(output)],
        stderr=subprocess.PIPE,
        # a shell that runs the tests in the background has switched the signal off, and children inherit that
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    for _ in range(600):
        if list(tmp_path.glob(".out.jsonl.*")):
            break
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 130
    assert b"Traceback" not in errors
    assert [p.name for p in tmp_path.iterdir()] == ["wire.jsonl"]
