"""`extractor batch`: many articles into a folder of results, by several processes or a cluster, again and again."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.options import (
    BUNDLED_MODEL,
    AllQuantities,
    DateField,
    Debug,
    IdField,
    Lexicon,
    ModelName,
    Published,
    TextField,
    asked_of,
    real_number,
    taught_by,
)
from extractor.cli.output import EXIT_INTERRUPTED, EXIT_NO_MODEL, EXIT_UNREAD, EXIT_USAGE, say
from extractor.cli.standard_input import standard_input, would_wait
from extractor.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from extractor.articles.asked import Asked
    from extractor.batch.folder import Folder
    from extractor.batch.run import Progress
    from extractor.batch.task import Engine
    from extractor.batch.work import StartAnalysis


class EngineName(StrEnum):
    """What runs the work."""

    local = "local"
    dask = "dask"


def batch(  # noqa: PLR0913, PLR0917  (one parameter an option)
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
        float,
        typer.Option(min=0.1, metavar="S", callback=real_number, help="Seconds after which an article is given up."),
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
    published: Published = None,
    text_field: TextField = None,
    id_field: IdField = None,
    date_field: DateField = None,
    all_quantities: AllQuantities = False,
    model: ModelName = BUNDLED_MODEL,
    lexicon: Lexicon = None,
    debug: Debug = False,
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

    start = StartAnalysis(model=model, all_quantities=all_quantities, taught=taught_by(lexicon))
    chosen = _engine(engine, start, workers=workers or _cores(), timeout=timeout, scheduler=scheduler)
    asked = asked_of(published, text_field, id_field, date_field)
    job = Job(sources=named, output=output, restart=restart, asked=asked, start=start, engine=chosen)
    raise typer.Exit(exit_status(job))


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """The options, understood."""

    sources: list[str]
    output: Path
    restart: bool
    asked: Asked
    start: StartAnalysis
    engine: Engine


def _named(context: typer.Context, sources: list[str], files_from: str | None) -> list[str]:
    """Every source that the user named, patterns spelt out."""
    from extractor.batch.sources import SourcesError, listed, spelt_out  # noqa: PLC0415

    if "-" in (*sources, files_from) and would_wait():
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
        raise typer.BadParameter(visible(str(error)), param_hint="--files-from") from None
    if not named:
        raise typer.BadParameter("name a file, a folder, a pattern or -", param_hint="SOURCE...")
    return named


def _engine(name: EngineName, start: StartAnalysis, *, workers: int, timeout: float, scheduler: str | None) -> Engine:
    if name is EngineName.local:
        from extractor.batch.pool import LocalEngine  # noqa: PLC0415

        return LocalEngine(start=start, workers=workers, timeout=timeout)
    from extractor.batch.cluster import ClusterMissingError, DaskEngine  # noqa: PLC0415

    try:
        return DaskEngine(start=start, workers=workers, timeout=timeout, scheduler=scheduler)
    except ClusterMissingError as error:
        raise typer.BadParameter(str(error), param_hint="--engine") from None


def exit_status(job: Job) -> int:
    """Run the job, and say how it ended."""
    from extractor.batch.folder import OutputError, locked  # noqa: PLC0415
    from extractor.batch.run import Progress  # noqa: PLC0415
    from extractor.batch.sources import SourcesError, refuse_overlap  # noqa: PLC0415
    from extractor.batch.task import WorkersError  # noqa: PLC0415

    progress, begun = Progress(), False
    try:
        with _ends_when_told():
            refuse_overlap(job.sources, job.output)
            with locked(job.output) as folder:
                if job.restart:
                    folder.clear()
                folder.refuse_foreign_files()
                begun = True
                _over(job, folder, progress)
    except (OutputError, SourcesError) as error:
        say(str(error))
        return EXIT_UNREAD if begun else EXIT_USAGE
    except WorkersError as error:
        say(str(error))
        return EXIT_NO_MODEL if error.model_missing else EXIT_UNREAD
    except KeyboardInterrupt:
        say(f"interrupted: {summary(progress, job.output)}; run the same command again to go on")
        return EXIT_INTERRUPTED
    say(summary(progress, job.output))
    return EXIT_UNREAD if progress.failed else 0


def _over(job: Job, folder: Folder, progress: Progress) -> None:
    from extractor.articles.reading import read_all_but_pages  # noqa: PLC0415
    from extractor.batch.run import Run  # noqa: PLC0415
    from extractor.batch.sources import count  # noqa: PLC0415
    from extractor.batch.stamp import stamp  # noqa: PLC0415
    from extractor.report.progress import ProgressDisplay  # noqa: PLC0415

    progress.total = count(job.sources)
    with ProgressDisplay() as show:
        run = Run(folder=folder, engine=job.engine, stamp=stamp(job.start), show=show, progress=progress)
        run.over(read_all_but_pages(job.sources, standard_input=standard_input(), asked=job.asked))


def summary(progress: Progress, output: Path) -> str:
    """What a run did, in one line."""
    from extractor.report.progress import duration  # noqa: PLC0415

    words = [f"{progress.done} articles done"]
    if progress.earlier:
        words.append(f"{progress.earlier} done before")
    if progress.replaced:
        words.append(f"{progress.replaced} earlier results replaced")
    if progress.failed:
        words.append(f"{progress.failed} failed ({output / 'errors.csv'} says why)")
    words.append(f"{duration(progress.seconds)}, {progress.rate:.1f} articles/s")
    words.append(f"results in {output / 'part-*.jsonl'}")
    return "; ".join(words)


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def _ends_when_told() -> Iterator[None]:
    """What ends a program (SIGTERM) ends it as Ctrl-C does: with what is done on the disk.

    SIGINT too is taken anew: a shell's script starts what it sends to the background with that signal switched off.
    """

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
