"""The command line: options into calls into an exit status. spaCy and pydantic are imported inside commands only.

Exit status: 0 all read, 1 some article could not be read, 2 wrong use of options, 3 the language model is missing,
130 interrupted.
"""

from __future__ import annotations

import atexit
import errno
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
from extractor.cli.output import EXIT_INTERRUPTED, say
from extractor.cli.spacy_import import leave_out_the_command_line

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
#: What the system says of a disk that takes no more.
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def main() -> None:
    """Run the command line and end the process."""
    gc.set_threshold(GARBAGE_AFTER, 20, 100)
    leave_out_the_command_line()
    _end(status_of_run())


def status_of_run() -> int:
    """Run the command line; its exit status. A fault is one line on standard error; --debug shows where it happened."""
    try:
        app(prog_name="extractor")
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            say(f"the results cannot be written ({error.strerror}); make room and run the command again")
        else:
            say(f"a fault of the program ({type(error).__name__}: {error}); run again with --debug and report it")
        return 1
    return 0


def _end(status: int) -> NoReturn:
    """End with `status`, tidied up but for the memory: to free a model object by object takes a tenth of a second.

    Interrupted inside an `exec`, the interpreter would also end itself by the signal instead of with 130.
    """
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):  # there is none where it was closed from outside
            stream.flush()
    os._exit(status)
