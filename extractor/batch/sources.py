"""What the user named, as arguments that `extractor.articles` reads: globs spelt out, lists of files, and a count."""

from __future__ import annotations

import glob
import os
import sys
from codecs import BOM_UTF8
from pathlib import Path
from typing import TYPE_CHECKING, Final

from extractor.articles.inputs import JSON_LINES, PACKED, STANDARD_INPUT, TABLES, expand, is_special
from extractor.articles.parquet import rows_in
from extractor.records import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.articles.inputs import Input

_BLOCK: Final = 1 << 20


class SourcesError(ValueError):
    """The sources cannot be used as they were named; the message names the fix."""


def spelt_out(arguments: Iterable[str]) -> Iterator[str]:
    """`arguments`, each pattern (`news/**/*.txt`) as what matches it, sorted; what matches nothing stays.

    What lies in a folder that matches too (`news/**`) comes with that folder, once.
    """
    for argument in arguments:
        if argument == STANDARD_INPUT or not glob.has_magic(argument) or Path(argument).exists():
            yield argument
            continue
        found = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - Path.glob has no absolute ones
        folders = {Path(name) for name in found if Path(name).is_dir()}
        yield from [name for name in found if folders.isdisjoint(Path(name).parents)] or [argument]


def listed(file: str) -> list[str]:
    """The names in `file` ("-" for standard input): one a line, or between NUL characters as from `find -print0`.

    Raises:
        SourcesError: it cannot be read.
    """
    try:
        data = _standard_input() if file == STANDARD_INPUT else Path(file).read_bytes()
    except OSError as error:
        raise SourcesError(f"{file} cannot be read ({error.strerror}); check the path") from error
    data = data.removeprefix(BOM_UTF8)
    names = data.split(b"\0") if b"\0" in data else data.splitlines()
    return [os.fsdecode(name) for name in names if name.strip()]


def _standard_input() -> bytes:
    return b"" if sys.stdin is None else sys.stdin.buffer.read()


def refuse_overlap(arguments: Sequence[str], output: Path) -> None:
    """The output folder must not lie in a source: its results would be read as articles by the next run.

    Raises:
        SourcesError: it does.
    """
    target = output.resolve()
    for argument in arguments:
        source = Path(argument)
        if argument != STANDARD_INPUT and source.is_dir() and target.is_relative_to(source.resolve()):
            raise SourcesError(f"the output folder {output} lies in the source {argument}; choose one beside it")


def count(arguments: Sequence[str]) -> int | None:
    """How many articles there are, for the progress bar: a line of JSON Lines is one, a row of Parquet, any other file.

    None where nobody can know without reading it all: on standard input, in what is compressed, and in a pipe, which
    can be read only once.
    """
    if STANDARD_INPUT in arguments:
        return None
    articles = 0
    for item in expand(arguments):
        if (
            not isinstance(item, Failure)
            and item.file
            and (item.file.suffix.lower() in PACKED or is_special(item.file))
        ):
            return None
        articles += _articles(item)
    return articles


def _articles(item: Input | Failure) -> int:
    if isinstance(item, Failure) or item.file is None:
        return 1
    if item.ending in TABLES:
        return rows_in(item.file)
    return _lines(item.file) if item.ending in JSON_LINES else 1


def _lines(file: Path) -> int:
    """Lines of `file`, the last one even without its end; 1 where it cannot be read."""
    lines, last = 0, b"\n"
    try:
        with file.open("rb") as stream:
            while block := stream.read(_BLOCK):
                lines += block.count(b"\n")
                last = block[-1:]
    except OSError:
        return 1
    return lines + (last != b"\n")
