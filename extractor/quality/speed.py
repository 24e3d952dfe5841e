"""Speed beside bare spaCy: processor time of whole processes on the same texts, on one core.

Pairs in turn, and the ratio of each pair, because machines are noisy.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from extractor.model import BUNDLED_PACKAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What spaCy alone takes: load the model, run every component over every text.
BARE: Final = """
import pathlib, sys, spacy
texts = [pathlib.Path(name).read_text(encoding="utf-8", errors="replace") for name in sys.argv[2:]]
for doc in spacy.load(sys.argv[1]).pipe(texts):
    pass
"""
#: Processor seconds for each text, without start-up and without what only the first article costs.
LONG: Final = """
import pathlib, sys, time, extractor
texts = [pathlib.Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]
model = extractor.load()
extractor.extract(texts[0][:5000], model=model)
for text in texts:
    started = time.process_time()
    extractor.extract(text, model=model)
    print(time.process_time() - started)
"""
#: Peak memory of a command as the system counts it, by a small process, since a child's peak begins with its parent's.
PEAK: Final = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
#: Characters of the article whose time is compared with that of one ten times as long.
ONCE: Final = 20_000
TIMES: Final = 10


def measure(folder: Path, rounds: int = 3) -> int:
    """Print how this program's time compares with bare spaCy's; 2 where the folder holds no text (.txt)."""
    sizes = {path: path.stat().st_size for path in folder.rglob("*.txt")}
    files = sorted((path for path, size in sizes.items() if size), key=sizes.__getitem__)
    if not files:
        print(f"{folder}: no .txt files with text below it", file=sys.stderr)
        return 2
    one = str(files[len(files) // 2])
    names = [str(path) for path in files]
    extract = [sys.executable, "-m", "extractor", "extract"]
    bare = [sys.executable, "-c", BARE, BUNDLED_PACKAGE]
    _compared(f"{len(names)} articles", [*extract, *names, "--format", "jsonl"], [*bare, *names], rounds)
    _compared("one article, cold start", [*extract, one, "--format", "json"], [*bare, one], rounds)
    _compared("--help", [sys.executable, "-m", "extractor", "--help"], [*bare, one], rounds)
    with TemporaryDirectory() as work:
        short, long = _lengthened(files, Path(work))
        ratios = [_growth(short, long) for _ in range(rounds)]
        peaks = [(name, _megabytes([*extract, name, "--format", "json"])) for name in (one, short, long)]
    _show(f"an article of {TIMES * ONCE:,} characters / of {ONCE:,}", ratios)
    if all(peak for _, peak in peaks):
        shown = ", ".join(f"{peak:.0f} MB" for _, peak in peaks)
        print(f"memory for one article, for {ONCE:,} and {TIMES * ONCE:,} characters: {shown}")
    return 0


def _compared(what: str, ours: list[str], bare: list[str], rounds: int) -> None:
    _show(f"{what}, extractor / bare spaCy", [_seconds(ours) / _seconds(bare) for _ in range(rounds)])


def _show(what: str, ratios: Sequence[float]) -> None:
    shown = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"{what}, run by run: {shown}; median {statistics.median(ratios):.2f}", flush=True)


def _lengthened(files: Sequence[Path], work: Path) -> list[str]:
    """Two files of `work`, of the folder's texts end to end until they are long enough."""
    text = ""
    for path in cycle(files):
        if len(text) >= TIMES * ONCE:
            break
        text += path.read_text(encoding="utf-8", errors="replace") + "\n\n"
    names = []
    for length in (ONCE, TIMES * ONCE):
        (work / f"{length}.txt").write_text(text[:length], encoding="utf-8")
        names.append(str(work / f"{length}.txt"))
    return names


def _growth(short: str, long: str) -> float:
    """How many times as long the long article takes."""
    done = _run([sys.executable, "-c", LONG, short, long], stdout=subprocess.PIPE)
    once, more = map(float, done.stdout.split())
    return more / once


def _seconds(command: list[str]) -> float:
    """Processor seconds that a command takes; seconds by the clock where the system does not tell them."""
    before, started = os.times(), time.perf_counter()
    _run(command, stdout=subprocess.DEVNULL)
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return spent or time.perf_counter() - started


def _megabytes(command: list[str]) -> float:
    """The most memory that a command holds at once; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    peak = float(_run([sys.executable, "-S", "-c", PEAK, *command], stdout=subprocess.PIPE).stdout)
    return peak / 2 ** (20 if sys.platform == "darwin" else 10)


def _run(command: list[str], stdout: int) -> subprocess.CompletedProcess[str]:
    pinned = ["taskset", "-c", "0", *command] if shutil.which("taskset") else command
    return subprocess.run(pinned, check=True, stdout=stdout, text=True, env=os.environ | {"OMP_NUM_THREADS": "1"})
