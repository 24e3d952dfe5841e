"""The part that atheris runs, in a process of its own: `python -m tests.fuzzing.guided TARGET [libFuzzer's options]`.

Coverage of `extractor` guides it. It ends as libFuzzer does: 0 when the runs are over, else with the input written down.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["extractor"]):
    from tests.fuzzing.targets import TARGETS


def main() -> None:
    """Fuzz one target until libFuzzer has had its runs."""
    name = sys.argv[1]
    target = TARGETS[name]
    if target.heavy:  # what it imports when it runs is not worth waiting for
        target.run(b"")
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target.run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
