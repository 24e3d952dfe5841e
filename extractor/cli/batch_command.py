"""`extractor batch`: many articles into a folder of results, by several processes or a cluster, again and again."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.extract import publication_day
from extractor.cli.output import EXIT_NO_MODEL, EXIT_UNREAD, EXIT_USAGE, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from extractor.batch.run import Progress
    from extractor.batch.task import Engine

EXIT_INTERRUPTED = 130


class EngineName(str, Enum):
    """What runs the work."""

    local = "local"
    dask = "dask"


def batch(
    context: typer.Context,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where results go, as part-*.jsonl.")
    ],
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCE...", help="A file, a folder, a pattern in quotes, or - for standard input."),
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, metavar="N", help="Processes; as many as cores.")] = None,
    timeout: Annotated[
        float, typer.Option(min=0.1, metavar="S", help="Seconds after which an article is given up.")
    ] = 120.0,
    restart: Annotated[bool, typer.Option("--restart", help="Forget the folder's results and begin again.")] = False,
    engine: Annotated[
        EngineName, typer.Option(help="Processes of this machine, or a Dask cluster.")
    ] = EngineName.local,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="With --engine dask: the cluster's scheduler, tcp://host:8786."),
    ] = None,
    files_from: Annotated[
        str | None, typer.Option(metavar="FILE", help="Read names of sources from this file, one a line; - is stdin.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day of publication, YYYY-MM-DD; wins over what the input says."),
    ] = None,
    all_quantities: Annotated[
        bool, typer.Option("--all-quantities", help="Claims also for durations, ages and bare numbers.")
    ] = False,
    model: Annotated[
        str, typer.Option(metavar="NAME", help="Another installed spaCy model than the bundled one.")
    ] = "en_core_web_sm",
    debug: Annotated[bool, typer.Option("--debug", help="Show where a fault of the program happened.")] = False,  # noqa: ARG001
) -> None:
    """Work through thousands of articles; a run that was stopped goes on where it stopped.

    Results are JSON Lines in parts in the output folder, in the order of the input; what failed is in its errors.csv
    and is tried again by the next run. Run the same command again to go on; articles that are done are not done again
    unless their text, the options or the program's version changed.
    """
    if scheduler and engine is not EngineName.dask:
        raise typer.BadParameter("only with --engine dask", param_hint="--scheduler")
    named = _named(context, sources or [], files_from)
    from extractor.batch.work import StartAnalysis  # noqa: PLC0415

    start = StartAnalysis(model=model, all_quantities=all_quantities)
    chosen = _engine(engine, start, workers=workers or _cores(), timeout=timeout, scheduler=scheduler)
    job = _Job(sources=named, output=output, restart=restart, published=publication_day(published))
    raise typer.Exit(job.run(chosen, start))


def _named(context: typer.Context, sources: list[str], files_from: str | None) -> list[str]:
    """Every source that the user named, patterns spelt out."""
    from extractor.batch.sources import SourcesError, listed, spelt_out  # noqa: PLC0415

    if "-" in (*sources, files_from) and sys.stdin.isatty():
        typer.echo(context.get_help(), err=True)
        say("nothing on standard input; name a file or a folder")
        raise typer.Exit(EXIT_USAGE)
    if files_from == "-" and "-" in sources:
        raise typer.BadParameter(
            "standard input cannot be both a list of files and an article", param_hint="--files-from"
        )
    try:
        named = [*spelt_out(sources), *(listed(files_from) if files_from else [])]
    except SourcesError as error:
        raise typer.BadParameter(str(error), param_hint="--files-from") from None
    if not named:
        raise typer.BadParameter("name a file, a folder, a pattern or -", param_hint="SOURCE...")
    return named
