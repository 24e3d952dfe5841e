"""Speed beside bare spaCy: whole processes on the same texts, one core, pairs in turn, because machines are noisy."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from extractor.model import BUNDLED_PACKAGE

if TYPE_CHECKING:
    from pathlib import Path

#: What spaCy alone takes: load the model, run every component over every text.
BARE = """
import pathlib, sys, spacy
texts = [pathlib.Path(name).read_text(encoding="utf-8", errors="replace") for name in sys.argv[2:]]
for doc in spacy.load(sys.argv[1]).pipe(texts):
    pass
"""


def measure(folder: Path, rounds: int = 3) -> int:
    """Print the ratio of this program's time to bare spaCy's, pair by pair; 2 where the folder holds no text file."""
    files = sorted(str(path) for path in folder.rglob("*.txt"))
    if not files:
        print(f"{folder}: no .txt files below it", file=sys.stderr)
        return 2
    ours = [sys.executable, "-m", "extractor", "extract", *files, "--format", "jsonl"]
    bare = [sys.executable, "-c", BARE, BUNDLED_PACKAGE, *files]
    ratios = [_seconds(ours) / _seconds(bare) for _ in range(rounds)]
    shown = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"{len(files)} files; extractor / bare spaCy, pair by pair: {shown}; median {statistics.median(ratios):.2f}")
    return 0


def _seconds(command: list[str]) -> float:
    pinned = ["taskset", "-c", "0", *command] if shutil.which("taskset") else command
    started = time.perf_counter()
    subprocess.run(pinned, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"OMP_NUM_THREADS": "1"})
    return time.perf_counter() - started
