"""`extractor extract`: articles in, a table or JSON out."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import chain
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
from extractor.cli.output import EXIT_NO_MODEL, EXIT_UNREAD, EXIT_USAGE, refuse_folder, results, say
from extractor.cli.printing import BINARY, TABLES, WITH_TEXT, Format, printer_for
from extractor.cli.standard_input import standard_input, would_wait
from extractor.records import Failure, Reading
from extractor.report.selection import KINDS, LISTS, SCARE, ParquetMissingError, Selection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TextIO

    from extractor.articles.asked import Asked
    from extractor.cli.printing import Printer
    from extractor.records import Extraction
    from extractor.taught import Taught


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """The options, understood."""

    articles: Sequence[str]
    format: Format
    asked: Asked
    selection: Selection
    all_quantities: bool
    csv_bom: bool
    model: str
    taught: Taught | None
    output: Path | None
    debug: bool


def extract(  # noqa: PLR0913, PLR0917  (one parameter an option)
    context: typer.Context,
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE...", help="A file, a folder, or - for standard input.")
    ],
    format: Annotated[Format, typer.Option("--format", "-f", help="How results are printed.")] = Format.table,  # noqa: A002
    published: Published = None,
    text_field: TextField = None,
    id_field: IdField = None,
    date_field: DateField = None,
    only: Annotated[
        str | None, typer.Option(metavar="KIND,...", help=f"Print these kinds only: {', '.join(KINDS)}.")
    ] = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the article's text out of JSON.")] = False,
    all_quantities: AllQuantities = False,
    min_confidence: Annotated[
        float,
        typer.Option(min=0.0, max=1.0, metavar="X", callback=real_number, help="Leave out what is less sure, 0 to 1."),
    ] = 0.0,
    csv_bom: Annotated[bool, typer.Option("--csv-bom", help="Begin CSV with a byte order mark, for Excel.")] = False,
    model: ModelName = BUNDLED_MODEL,
    lexicon: Lexicon = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write results to this file.")
    ] = None,
    debug: Debug = False,
) -> None:
    """Find speakers, quotes, dates and numeric claims in news articles.

    Reads plain text, JSON and JSON Lines, saved web pages, mails, Markdown, Word documents, and with extras PDF and web
    archives; any of them packed with gzip. Results go to standard output, everything else to
    standard error.
    """
    if "-" in articles and would_wait():
        typer.echo(context.get_help(), err=True)
        say("nothing on standard input; name a file, or pipe an article in:  cat article.txt | extractor extract -")
        raise typer.Exit(EXIT_USAGE)
    refuse_folder(output)
    wanted = _Wanted(
        articles=articles,
        format=format,
        asked=asked_of(published, text_field, id_field, date_field),
        selection=Selection(kinds=_kinds(only), min_confidence=min_confidence, text=not no_text),
        all_quantities=all_quantities,
        csv_bom=csv_bom,
        model=model,
        taught=taught_by(lexicon),
        output=output,
        debug=debug,
    )
    _refuse_what_does_not_go_together(wanted)
    with results(output) as stream:
        failed = _run(wanted, stream)
    if failed:
        raise typer.Exit(EXIT_UNREAD)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _kinds(only: str | None) -> frozenset[str]:
    """The kinds that --only names."""
    if only is None:
        return frozenset()
    kinds = frozenset(kind.strip().lower() for kind in only.split(",")) - {""}
    unknown = sorted(kinds - set(KINDS))
    if unknown or not kinds:
        raise typer.BadParameter(
            f"{', '.join(unknown) or 'nothing'} is no kind; there are {', '.join(KINDS)}", param_hint="--only"
        )
    return kinds


def _refuse_what_does_not_go_together(wanted: _Wanted) -> None:
    """Say which options the format needs or cannot have."""
    form = wanted.format
    if form in TABLES and not _is_one_table(wanted.selection.kinds):
        name = "CSV" if form is Format.csv else "Parquet"
        raise typer.BadParameter(f"a {name} file is one table; name one of {', '.join(LISTS)}", param_hint="--only")
    if form in WITH_TEXT and not wanted.selection.text:
        raise typer.BadParameter(f"--format {form} is nothing without the text", param_hint="--no-text")
    if form in BINARY and wanted.output is None and _is_terminal(sys.stdout):
        raise typer.BadParameter(f"--format {form} is no text for a terminal; name a file", param_hint="--output")
    if wanted.csv_bom and form is not Format.csv:
        raise typer.BadParameter("only with --format csv", param_hint="--csv-bom")


def _is_one_table(kinds: frozenset[str]) -> bool:
    """Whether `kinds` make one flat table: one list, or scare quotes alone or with the quotes."""
    return kinds in ({SCARE}, {SCARE, "quotes"}) or (len(kinds) == 1 and kinds <= set(LISTS))


def _run(wanted: _Wanted, stream: TextIO) -> bool:
    """Extract and print everything; whether something could not be read."""
    from extractor.articles.reading import read_all  # noqa: PLC0415

    terminal = wanted.output is None and _is_terminal(stream)
    try:
        printer = printer_for(wanted.format, stream, wanted.selection, terminal=terminal, bom=wanted.csv_bom)
    except ParquetMissingError as error:
        raise typer.BadParameter(str(error), param_hint="--format") from None
    printer.many = _are_many(wanted.articles)
    readings = read_all(wanted.articles, standard_input=standard_input(), asked=wanted.asked)
    failed = False
    for outcome in _outcomes(_watched(readings, printer), wanted):
        if isinstance(outcome, Failure):
            failed = True
            say(f"{outcome.path or 'standard input'}: {outcome.message}")
            printer.failure(outcome)
        else:
            printer.article(outcome)
    printer.end()
    return failed


def _are_many(articles: Sequence[str]) -> bool:
    """Whether these are a collection, as far as names tell: they also do where nothing in it can be read."""
    from extractor.articles.inputs import COLLECTIONS, ending_of  # noqa: PLC0415

    first = Path(articles[0])
    return len(articles) > 1 or first.is_dir() or ending_of(first) in COLLECTIONS


def _watched(readings: Iterable[Reading | Failure], printer: Printer) -> Iterator[Reading | Failure]:
    """`readings`, telling the printer whether they come from a collection, before they are worked on."""
    for reading in readings:
        printer.many = printer.many or (isinstance(reading, Reading) and reading.among_others)
        yield reading


def _outcomes(readings: Iterator[Reading | Failure], wanted: _Wanted) -> Iterator[Extraction | Failure]:
    """One outcome a reading. spaCy and the model are loaded only once there is an article to read."""
    for first in readings:
        if isinstance(first, Failure):
            yield first
        else:
            yield from _extracted(chain([first], readings), wanted)


def _extracted(readings: Iterable[Reading | Failure], wanted: _Wanted) -> Iterator[Extraction | Failure]:
    from extractor.pipeline import ModelMissingError, Options, extract_each, load_model  # noqa: PLC0415

    try:
        model = load_model(wanted.model)
    except ModelMissingError as error:
        say(str(error))
        raise typer.Exit(EXIT_NO_MODEL) from None
    from extractor.taught import NOTHING  # noqa: PLC0415

    options = Options(
        all_quantities=wanted.all_quantities,
        scare_quotes=SCARE in wanted.selection.kinds,
        taught=wanted.taught or NOTHING,
    )
    yield from extract_each(readings, model, options, strict=wanted.debug)
