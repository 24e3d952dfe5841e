"""`extractor check`: a draft and its sources in; what the sources do not bear out comes out, and the exit status."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.gather import extractions, note
from extractor.cli.options import BUNDLED_MODEL, Debug, ModelName
from extractor.cli.output import EXIT_UNREAD, EXIT_USAGE, refuse_folder, results, say
from extractor.cli.standard_input import would_wait

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.records import Extraction, Failure


class Format(StrEnum):
    """How findings are printed."""

    table = "table"
    json = "json"


def check(  # noqa: PLR0913, PLR0917  (one parameter an option)
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The draft: a file, or - for standard input.")],
    against: Annotated[
        list[str],
        typer.Option("--against", metavar="SOURCE...", help="The sources: files or folders, articles or results."),
    ],
    more: Annotated[list[str] | None, typer.Argument(metavar="[SOURCE...]", hidden=True)] = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="How findings are printed.")] = Format.table,  # noqa: A002
    model: ModelName = BUNDLED_MODEL,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the findings to this file.")
    ] = None,
    debug: Debug = False,
) -> None:
    """Hold a draft against its sources: are its quotations word for word, its figures and speakers the same?

    Exit status 1 on any finding, so that it serves as a gate before publication.
    """
    if draft == "-" and would_wait():
        say("nothing on standard input; name the draft, or pipe it in:  extractor check - --against SOURCE < draft.txt")
        raise typer.Exit(EXIT_USAGE)
    if "-" in (*against, *(more or ())):
        raise typer.BadParameter("only the draft can come from standard input", param_hint="--against")
    refuse_folder(output)
    against = [*against, *(more or ())]  # `--against A B C`: an option takes one value, so the rest arrive here
    failures: list[Failure] = []
    drafts = list(_with_text(extractions([draft], model, failures, strict=debug), failures))
    if len(drafts) != 1:
        if drafts:
            say(f"{draft}: {len(drafts)} articles; check one draft at a time")
        raise typer.Exit(EXIT_UNREAD)
    sources = list(_with_text(extractions(against, model, failures, strict=debug), failures))
    if not sources:
        say("no source could be read, so nothing was checked")
        raise typer.Exit(EXIT_UNREAD)
    _print(drafts[0], sources, failures, format, output)


def _with_text(found: Iterable[Extraction], failures: list[Failure]) -> Iterator[Extraction]:
    """Without its text a result bears nothing out, and as a draft would have nothing to find fault with."""
    from extractor.records import Failure  # noqa: PLC0415

    for extraction in found:
        article = extraction.article
        if article.text is not None:
            yield extraction
            continue
        message = (
            f"the result for {article.id!r} has no text (--no-text); name the article, or extract it with its text"
        )
        note(Failure(id=article.id, path=article.path, code="no_text", message=message), failures)


def _print(
    draft: Extraction, sources: list[Extraction], failures: list[Failure], wanted: Format, output: Path | None
) -> None:
    from extractor.checking import check as check_draft  # noqa: PLC0415
    from extractor.records import Unread  # noqa: PLC0415

    unread = [Unread(path=f.path, code=f.code, message=f.message) for f in failures]
    checked = check_draft(draft, sources, unread)
    with results(output) as stream:
        if wanted is Format.json:
            from extractor.report.json_output import to_json  # noqa: PLC0415

            stream.write(to_json(checked, indent=2) + "\n")
        else:
            from extractor.report.findings import findings_text  # noqa: PLC0415

            stream.write(findings_text(checked, terminal=output is None and stream.isatty()))
    if checked.findings or checked.unreadable:
        raise typer.Exit(EXIT_UNREAD)
