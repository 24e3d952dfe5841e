"""Mutation testing: do the tests notice when the code is changed so that it is wrong?

    python -m pip install -e '.[dev,mutation]' && python -m tests.mutation [ROOM...]

mutmut changes one thing in one function at a time (a comparison, a constant, a word, an argument left out) and runs the
tests that reach the function. The rooms are those that know no language model; which files and tests, says
`[tool.mutmut]` in pyproject.toml. It works on a copy of the project, in which caches are taken off: mutmut leaves
decorated functions alone, and a cache would remember what the unchanged code answered.

Prints the names of survivors and a line a room; `mutmut show NAME` in build/mutation says what was changed. Exit status 1 where a room's tests kill less than `FLOOR` of its mutants.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = {
    "marks": "extractor.quotes.marks.",
    "names": "extractor.speakers.names.",
    "numerals": "extractor.numerals.",
    "values": "extractor.dates.value.",
}
FLOOR = 0.8
#: Endings that mean the tests noticed.
NOTICED = ("killed", "timeout", "segfault")
MUTMUT = Path(sys.executable).parent / "mutmut"
#: Where the copy is; `mutmut show NAME` and `mutmut browse` work there afterwards.
WORK = ROOT / "build" / "mutation"


def copied(target: Path) -> None:
    """A copy of what mutmut needs, without caches."""
    for folder in ("extractor", "tests"):
        shutil.copytree(ROOT / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", target)
    for path in (target / "extractor").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"^@lru_cache\(.*\)\n", "", text, flags=re.MULTILINE), encoding="utf-8")


def endings(results: str) -> Iterable[tuple[str, str]]:
    """(mutant, how it ended) of what `mutmut results` prints."""
    for line in results.splitlines():
        name, _, ending = line.strip().rpartition(": ")
        if name.startswith("extractor."):
            yield name, ending


def report(results: str, rooms: Iterable[str]) -> bool:
    """Print a line a room; whether all of them reach the floor."""
    good = True
    for room in rooms:
        ended = Counter(ending for name, ending in endings(results) if name.startswith(ROOMS[room]))
        total, killed = ended.total(), sum(ended[ending] for ending in NOTICED)
        others = ", ".join(f"{count} {ending}" for ending, count in ended.most_common() if ending not in NOTICED)
        print(
            f"{room:9} {killed} of {total} killed, {killed / max(total, 1):.1%} ({ended['timeout']} by time; {others})"
        )
        good = good and killed >= FLOOR * total > 0
    return good


def main(rooms: list[str]) -> int:
    """Run the named rooms, all where none is named."""
    unknown = set(rooms) - ROOMS.keys()
    if unknown or not MUTMUT.exists():
        print(f"no such room: {', '.join(unknown)}" if unknown else "pip install -e '.[dev,mutation]' first")
        return 2
    rooms = rooms or list(ROOMS)
    shutil.rmtree(WORK, ignore_errors=True)
    copied(WORK)
    subprocess.run([MUTMUT, "run", *(f"{ROOMS[room]}*" for room in rooms)], cwd=WORK, stdout=sys.stderr, check=True)
    results = subprocess.run(
        [MUTMUT, "results", "--all", "true"], cwd=WORK, capture_output=True, text=True, check=True
    ).stdout
    for name, ending in endings(results):
        if ending not in (*NOTICED, "not checked"):
            print(f"{name}: {ending}")
    return 0 if report(results, rooms) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
