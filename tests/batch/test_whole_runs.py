"""Whole runs as processes: killed, interrupted, onto a full disk, two at once."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join([str(HERE), str(HERE.parent.parent)])}
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")


def command(output, *sources, seconds=0.0, workers=2):
    return [sys.executable, str(HERE / "batch_process.py"), str(output), str(seconds), str(workers), *map(str, sources)]


def begun(output, *sources, **how):
    return subprocess.Popen(
        command(output, *sources, **how), env=ENVIRONMENT, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def whole(output, *sources, **how):
    return subprocess.run(
        command(output, *sources, **how), env=ENVIRONMENT, stderr=subprocess.PIPE, text=True, timeout=300, check=False
    )


def files(path):
    return {file.name: file.read_bytes() for file in sorted(path.glob("*")) if file.is_file()}


def lines(path):
    return [
        json.loads(line) for name, data in files(path).items() if name.endswith("jsonl") for line in data.splitlines()
    ]


def until(true, *, seconds=60.0):
    """Whether `true` came true, asked for again and again; a busy machine may take its time."""
    give_up = time.monotonic() + seconds
    while not (found := true()) and time.monotonic() < give_up:
        time.sleep(0.01)
    return found


def children_of(process):
    """The workers of a run, as the system's own list of processes tells."""
    pids = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [int(pid) for pid in pids if "spawn_main" in read(f"/proc/{pid}/cmdline")]


def read(file):
    """A file of a process; nothing where that has ended meanwhile."""
    try:
        return Path(file).read_text(errors="replace")
    except OSError:
        return ""


def alive(pid):
    """Whether a process runs; one that has ended may stay in the list until somebody asks how."""
    return read(f"/proc/{pid}/stat").rpartition(")")[2].split()[:1] not in ([], ["Z"], ["X"])


def wait_for_workers(process, count=1):
    """Until the run has started its workers; who they are."""
    if not Path(f"/proc/{process.pid}/task/{process.pid}/children").exists():
        time.sleep(1.5)
        return []
    assert until(lambda: len(children_of(process)) >= count), "no workers"
    return children_of(process)


def wait_for_results(output):
    assert until((output / "part-00000.jsonl").exists), "no results"


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    file = tmp_path_factory.mktemp("source") / "news.jsonl"
    rows = [{"id": f"n{number}", "text": f"Article {number}: “Nothing new,” he said.\n"} for number in range(130)]
    rows[70]["text"] = "RAISES"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def undisturbed(source, tmp_path_factory):
    output = tmp_path_factory.mktemp("undisturbed")
    done = whole(output, source)
    assert done.returncode == 1, done.stderr
    assert [line["article"]["id"] for line in lines(output)] == [f"n{n}" for n in range(130) if n != 70]
    return output


def test_killed_at_random_moments_and_run_again_it_writes_what_an_undisturbed_run_writes(source, undisturbed, tmp_path):
    moments = random.Random(20151021)
    left = []
    for _ in range(3):
        process = begun(tmp_path, source, seconds=0.01)
        left += wait_for_workers(process)
        wait_for_results(tmp_path)
        time.sleep(moments.uniform(0.0, 0.5))
        process.kill()
        process.communicate()
    assert whole(tmp_path, source).returncode == 1
    assert files(tmp_path) == files(undisturbed)
    assert until(lambda: not any(map(alive, left))), "workers die with their run"


def seconds_of_a_process():
    """How long the machine, as busy as it is, takes to begin and end a process that does nothing."""
    began = time.monotonic()
    subprocess.run([sys.executable, "-I", "-c", ""], check=True)
    return time.monotonic() - began


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_it_ends_within_a_second_with_what_is_done(source, undisturbed, tmp_path, number):
    process = begun(tmp_path, source, seconds=0.1)
    wait_for_results(tmp_path)
    patience = 1.0 + 10 * seconds_of_a_process()
    asked = time.monotonic()
    os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
    _, said = process.communicate(timeout=300)
    assert time.monotonic() - asked < patience
    assert process.returncode == 130
    assert "Traceback" not in said
    assert "run the same command again" in said
    assert 0 < len(lines(tmp_path)) < 129
    assert whole(tmp_path, source).returncode == 1
    assert files(tmp_path) == files(undisturbed)


def test_a_second_run_into_the_same_folder_stops_and_the_first_goes_on(source, undisturbed, tmp_path):
    first = begun(tmp_path, source, seconds=0.02)
    wait_for_workers(first)
    second = whole(tmp_path, source)
    assert second.returncode == 2
    assert f"another run (process {first.pid}) is writing into {tmp_path}" in second.stderr
    first.communicate(timeout=300)
    assert first.returncode == 1
    assert files(tmp_path) == files(undisturbed)


def test_a_worker_killed_from_outside_costs_at_most_its_article(source, undisturbed, tmp_path):
    process = begun(tmp_path, source, seconds=0.02)
    workers = wait_for_workers(process, 2)
    if not workers:
        process.kill()
        process.communicate()
        pytest.skip("this system does not list a process's children")
    wait_for_results(tmp_path)
    os.kill(workers[0], signal.SIGKILL)
    process.communicate(timeout=300)
    assert process.returncode == 1
    assert len(lines(tmp_path)) in (128, 129)
    assert whole(tmp_path, source).returncode == 1
    assert files(tmp_path) == files(undisturbed)


def test_an_output_that_cannot_be_written_is_refused_at_once(source, tmp_path):
    (tmp_path / "file").write_text("no folder")
    done = whole(tmp_path / "file" / "output", source)
    assert done.returncode == 2
    assert "choose another --output" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_output_is_refused_at_once(source, tmp_path):
    tmp_path.chmod(0o500)
    assert whole(tmp_path, source).returncode == 2


def test_onto_a_full_disk_and_on_once_there_is_room(source, undisturbed, tmp_path):
    if os.sysconf("SC_PAGE_SIZE") != 4096:
        pytest.skip("a page of this system's memory is most of the disk")
    if not shutil.which("unshare") or subprocess.run(["unshare", "-rm", "true"], check=False).returncode:
        pytest.skip("no tmpfs of our own: unshare is not permitted here")
    big, copy = tmp_path / "disk", tmp_path / "copy"
    big.mkdir()
    run = " ".join(f"'{word}'" for word in command(big / "output", source))
    script = f"""
        mount -t tmpfs -o size=56k none {big} || exit 77
        {run}; first=$?
        cp -r {big}/output {copy}-full
        mount -o remount,size=10m {big} && {run}; second=$?
        cp -r {big}/output {copy}
        echo $first $second
    """
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if done.returncode == 77:
        pytest.skip("no tmpfs of our own: mounting is not permitted here")
    assert done.stdout.split() == ["1", "1"], done.stderr
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr
    assert 0 < len(lines(Path(f"{copy}-full"))) < 129
    assert files(copy) == files(undisturbed)
