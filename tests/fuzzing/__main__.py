"""Fuzz what takes text and files: `python -m tests.fuzzing TARGET... --runs N`; without a target it names them.

Guided by coverage where atheris is installed (`pip install -e '.[fuzz]'`, Linux), else by variations of seeds. An input
that breaks a promise is kept under `findings/TARGET/`, where pytest runs it from then on; exit status 1 says so.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import subprocess
import sys
import tempfile
import time
import traceback
from hashlib import sha256
from pathlib import Path

from tests.fuzzing.mutation import LONGEST, PATIENCE, first_finding
from tests.fuzzing.seeds import FINDINGS, ROOT, dictionary, seeds
from tests.fuzzing.targets import TARGETS, Target

#: Megabytes that no input of some thousand bytes may need; the language model is the most of it.
MEMORY = 3_000


def main(arguments: list[str] | None = None) -> int:
    """Fuzz the targets that are named, one after the other; 1 when one of them has a finding."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"all, or some of {', '.join(TARGETS)}")
    parser.add_argument("--runs", type=int, default=10_000, help="inputs a target")
    parser.add_argument("--seconds", type=int, default=0, help="at most so long a target, with atheris; 0 is no limit")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same inputs")
    parser.add_argument("--engine", choices=("atheris", "variations"), default=default_engine())
    parser.add_argument("--keep", type=Path, default=FINDINGS, metavar="FOLDER", help="where findings go")
    asked = parser.parse_args(arguments)
    if not asked.targets:
        print("\n".join(TARGETS))
        return 0
    wanted = list(TARGETS) if asked.targets == ["all"] else asked.targets
    if unknown := sorted(set(wanted) - set(TARGETS)):
        parser.error(f"no target is called {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    fuzz = _guided if asked.engine == "atheris" else _varied
    return max([fuzz(TARGETS[name], asked) for name in wanted])


def default_engine() -> str:
    """The better one that is there."""
    return "atheris" if importlib.util.find_spec("atheris") else "variations"


def _varied(target: Target, asked: argparse.Namespace) -> int:
    started = time.monotonic()
    outcome = first_finding(target, asked.runs, asked.seed)
    if isinstance(outcome, int):
        return _told(target, asked, outcome, started)
    number, data, error = outcome
    traceback.print_exception(error)
    return _told(target, asked, number, started, _kept(target, data, asked.keep))


def _guided(target: Target, asked: argparse.Namespace) -> int:
    """One process of libFuzzer's, its corpus in a folder that goes away."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="fuzzing-") as made:
        folder = Path(made)
        corpus = folder / "corpus"
        corpus.mkdir()
        for number, seed in enumerate(seeds(target.name)):
            (corpus / f"{number:04}").write_bytes(seed)
        words = ("".join(f"\\x{byte:02x}" for byte in word) for word in dictionary())
        (folder / "words").write_text("".join(f'"{word}"\n' for word in words))
        options = [
            *(f"-runs={asked.runs}", f"-seed={asked.seed}", f"-max_len={LONGEST}", f"-max_total_time={asked.seconds}"),
            *(
                f"-timeout={PATIENCE}",
                f"-rss_limit_mb={MEMORY}",
                f"-dict={folder / 'words'}",
                f"-artifact_prefix={made}/",
            ),
        ]
        command = [sys.executable, "-m", "tests.fuzzing.guided", target.name, *options, str(corpus)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
        found = [file for kind in ("crash", "timeout", "oom", "leak") for file in folder.glob(f"{kind}-*")]
        ran = max([0, *map(int, re.findall(r"^#(\d+)\s", done.stderr, re.MULTILINE))])
        ran = max([ran, *map(int, re.findall(r"^Done (\d+) runs", done.stderr, re.MULTILINE))])
        if not found and done.returncode == 0:
            return _told(target, asked, ran, started)
        print("\n".join((done.stdout + done.stderr).splitlines()[-40:]), file=sys.stderr)
        kept = [_kept(target, file.read_bytes(), asked.keep) for file in found]
        return _told(target, asked, ran, started, kept[0] if kept else Path("none: the fuzzer itself failed"))


def _kept(target: Target, data: bytes, folder: Path) -> Path:
    file = folder / target.name / sha256(data).hexdigest()[:12]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def _told(target: Target, asked: argparse.Namespace, ran: int, started: float, finding: Path | None = None) -> int:
    outcome = f"a finding, kept as {finding}" if finding else "no finding"
    seconds = time.monotonic() - started
    print(f"{target.name}: {ran} inputs, {outcome} ({asked.engine}, seed {asked.seed}, {seconds:.0f} s)", flush=True)
    return 1 if finding else 0


if __name__ == "__main__":
    sys.exit(main())
