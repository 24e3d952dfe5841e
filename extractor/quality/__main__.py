"""`python -m extractor.quality score FOLDER` and `... speed FOLDER`: our own figures, for anyone to repeat."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from extractor.model import load_model
from extractor.quality.calibration import judged, reliability, table
from extractor.quality.gate import extract_gold
from extractor.quality.gold import read_all
from extractor.quality.scores import score
from extractor.quality.speed import measure


def main(argv: list[str] | None = None) -> int:
    """Run one measurement and print it; the exit status is 2 where there is nothing to measure."""
    parser = argparse.ArgumentParser(prog="python -m extractor.quality", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    scoring = commands.add_parser("score", help="precision, recall and F1 against gold articles")
    scoring.add_argument("folder", type=Path, help="a folder of gold articles, as fixtures/articles")
    timing = commands.add_parser(
        "speed", help="this program beside the bare spaCy pipeline on the same texts, one core"
    )
    timing.add_argument("folder", type=Path, help="a folder of text files")
    timing.add_argument("--rounds", type=int, default=3, help="pairs of runs (3)")
    for name, purpose in (
        ("calibrate", "print the counts that confidence is made of, fitted on annotated articles"),
        ("reliability", "how far confidence is off on annotated articles, by kind and by tenth"),
    ):
        judging = commands.add_parser(name, help=purpose)
        judging.add_argument(
            "files", type=Path, nargs="+", help="JSON Lines as extractor/quality/reference.py describes"
        )
    args = parser.parse_args(argv)
    if args.command == "speed":
        return measure(args.folder, args.rounds)
    if args.command in ("calibrate", "reliability"):
        own = args.command == "calibrate"
        given = judged(args.files, load_model(), own=own)
        print(table(given) if own else reliability(given), end="")
        return 0
    return _score(args.folder)


def _score(folder: Path) -> int:
    articles = read_all(folder)
    if not articles:
        print(f"{folder}: no gold articles (article.txt, about.toml, gold.json) below it", file=sys.stderr)
        return 2
    print(f"{len(articles)} articles{'':13}     P      R     F1  right  given wanted")
    for metric, s in score(extract_gold(articles)).items():
        figures = f"{100 * s.precision:6.1f} {100 * s.recall:6.1f} {100 * s.f1:6.1f}"
        print(f"{metric:24} {figures} {s.right:6} {s.given:6} {s.wanted:6}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
