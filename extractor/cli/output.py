"""Where results go: standard output, always UTF-8, or a file that appears only when whole. Messages go elsewhere."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from stat import S_IMODE
from tempfile import mkstemp
from typing import TYPE_CHECKING, TextIO

import typer

from extractor.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

EXIT_UNREAD = 1
EXIT_USAGE = 2
EXIT_NO_MODEL = 3
EXIT_INTERRUPTED = 130


def say(message: str) -> None:
    """One line on standard error, whatever its encoding can write; what would act on a terminal is spelt out.

    Nothing where standard error is closed: that costs no result.
    """
    if sys.stderr is None:
        return
    encoding = sys.stderr.encoding or "utf-8"
    line = f"extractor: {visible(message)}"
    try:
        sys.stderr.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        sys.stderr.flush()
    except OSError:
        return


def refuse_folder(output: Path | None) -> None:
    """Say so where the file to write to is a folder."""
    if output is not None and output.is_dir():
        raise typer.BadParameter(visible(f"{output} is a folder; name a file"), param_hint="--output")


@contextmanager
def results(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or `output`, to write results to.

    A reader that closes the pipe early ends the command quietly. A file is written beside its place and moved there at
    the end, so that it is never half there. Special files (/dev/stdout, a named pipe) are written as they are.
    """
    if output is None and sys.stdout is None:
        say("standard output is closed; open it, or name a file with --output")
        raise typer.Exit(EXIT_UNREAD)
    if output is None:
        with _standard_output() as stream:
            yield stream
    elif output.exists() and not output.is_file():
        with output.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
    else:
        with _whole_file(output) as stream:
            yield stream


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter flushes once more at its end; give it somewhere to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


@contextmanager
def _whole_file(output: Path) -> Iterator[TextIO]:
    place = output.resolve()
    try:
        handle, name = mkstemp(dir=place.parent, prefix=f".{place.name}.")
    except OSError as error:
        message = visible(f"{output} cannot be written: {error.strerror}")
        raise typer.BadParameter(message, param_hint="--output") from error
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
        unfinished.chmod(_mode(place))
        unfinished.replace(place)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _mode(place: Path) -> int:
    """Who may read and write a file: as before where it replaces one, else as for any new file."""
    if place.exists():
        return S_IMODE(place.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
