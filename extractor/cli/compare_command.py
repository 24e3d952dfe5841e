"""`extractor compare`: results or articles in; what they agree on, where they differ and how the figures moved out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.gather import extractions
from extractor.cli.options import BUNDLED_MODEL, Debug
from extractor.cli.output import EXIT_UNREAD, EXIT_USAGE, refuse_folder, results, say
from extractor.cli.standard_input import would_wait

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from extractor.records import Extraction, Failure


class Format(StrEnum):
    """How the comparison is printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


def compare(  # noqa: PLR0913, PLR0917  (one parameter an option)
    context: typer.Context,
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="RESULT...",
            help="Results of extract or batch, or articles: a file, a folder, or - for standard input.",
        ),
    ],
    format: Annotated[Format, typer.Option("--format", "-f", help="How the comparison is printed.")] = Format.table,  # noqa: A002
    speakers: Annotated[
        bool, typer.Option("--speakers", help="Who is quoted in these articles, and what they said, in order.")
    ] = False,
    singles: Annotated[bool, typer.Option("--singles", help="Also facts that are told only once.")] = False,
    model: Annotated[
        str, typer.Option(metavar="NAME", help="The spaCy model for articles that are not yet extracted.")
    ] = BUNDLED_MODEL,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the comparison to this file.")
    ] = None,
    debug: Debug = False,
) -> None:
    """Line up what several articles say about the same facts: who vouches for which figure, and do they agree.

    The verdict on each fact is same, compatible, revised (a later figure replaces an earlier one) or conflicting.
    """
    if "-" in inputs and would_wait():
        typer.echo(context.get_help(), err=True)
        say("nothing on standard input; name result files, or pipe results in:  extractor compare - < results.jsonl")
        raise typer.Exit(EXIT_USAGE)
    refuse_folder(output)
    failures: list[Failure] = []
    found = extractions(inputs, model, failures, strict=debug)
    with results(output) as stream:
        terminal = output is None and stream.isatty()
        if speakers:
            _print_speakers(found, format, stream, terminal=terminal)
        else:
            _print_facts(found, format, stream, singles=singles, terminal=terminal)
    if failures:
        raise typer.Exit(EXIT_UNREAD)


def _print_facts(
    extractions: Iterable[Extraction], wanted: Format, stream: TextIO, *, singles: bool, terminal: bool
) -> None:
    from extractor.comparing import compare as compare_facts  # noqa: PLC0415

    facts = compare_facts(extractions, singles=singles)
    if wanted is Format.table:
        from extractor.report.comparison import facts_text  # noqa: PLC0415

        stream.write(facts_text(facts, terminal=terminal))
    else:
        _print_json(facts, wanted, stream)


def _print_speakers(extractions: Iterable[Extraction], wanted: Format, stream: TextIO, *, terminal: bool) -> None:
    from extractor.comparing import speakers_across  # noqa: PLC0415

    known = speakers_across(extractions)
    if wanted is Format.table:
        from extractor.report.comparison import speakers_text  # noqa: PLC0415

        stream.write(speakers_text(known, terminal=terminal))
    else:
        _print_json(known, wanted, stream)


def _print_json(found: tuple[object, ...], wanted: Format, stream: TextIO) -> None:
    """An array, or an object a line."""
    from extractor.report.json_output import to_json  # noqa: PLC0415

    if wanted is Format.json:
        stream.write(to_json(found, indent=2) + "\n")
    else:
        stream.writelines(to_json(item) + "\n" for item in found)
