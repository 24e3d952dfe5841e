"""The command line: options into calls into an exit status. spaCy and pydantic are imported inside commands only.

Exit status: 0 all read, 1 some article could not be read, 2 wrong use of options, 3 the language model is missing,
130 interrupted.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import Annotated, NoReturn

import typer

from extractor import __version__
from extractor.cli.about import info, schema
from extractor.cli.batch_command import batch
from extractor.cli.check_command import check
from extractor.cli.compare_command import compare
from extractor.cli.extract import extract
from extractor.cli.output import say

app = typer.Typer(
    help="Who said what, when, and how many: quotes, dates and numeric claims out of English news articles, offline.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(no_args_is_help=True)(extract)
app.command(no_args_is_help=True)(batch)
app.command(no_args_is_help=True)(compare)
app.command(no_args_is_help=True)(check)
app.command()(schema)
app.command()(info)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"extractor {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Options that stand before any command."""


#: New objects until garbage is looked for. Imports, models and parses make many objects and hardly any garbage: looking
#: as often as usual takes a tenth of the time of one article.
GARBAGE_AFTER = 100_000
EXIT_INTERRUPTED = 130


def _end_interrupted() -> NoReturn:
    """End with 130 at once. Interrupted inside an `exec`, the interpreter would else end itself by the signal."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(EXIT_INTERRUPTED)


def main() -> None:
    """Run the command line. An unforeseen fault is one line on standard error; --debug shows where it happened."""
    gc.set_threshold(GARBAGE_AFTER, 20, 100)
    debug = "--debug" in sys.argv
    try:
        app(prog_name="extractor")
    except KeyboardInterrupt:
        _end_interrupted()
    except SystemExit as end:
        if end.code == EXIT_INTERRUPTED:
            _end_interrupted()
        raise
    except Exception as error:
        if debug:
            raise
        say(f"a fault of the program ({type(error).__name__}: {error}); run again with --debug and report it")
        sys.exit(1)
