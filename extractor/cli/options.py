"""Options that several commands have, said once, and what they mean."""

from __future__ import annotations

from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.output import EXIT_USAGE, say

if TYPE_CHECKING:
    from extractor.articles.asked import Asked
    from extractor.taught import Taught

Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="The day of publication, YYYY-MM-DD; wins over what the input says."),
]
TextField = Annotated[
    str | None, typer.Option(metavar="NAME", help="The field of JSON that holds the article's text, if not text.")
]
IdField = Annotated[str | None, typer.Option(metavar="NAME", help="The field of JSON that holds its id, if not id.")]
DateField = Annotated[
    str | None, typer.Option(metavar="NAME", help="The field of JSON with its day, if not published.")
]
AllQuantities = Annotated[
    bool, typer.Option("--all-quantities", help="Claims also for durations, ages and bare numbers.")
]
ModelName = Annotated[str, typer.Option(metavar="NAME", help="Another installed spaCy model than the bundled one.")]
Lexicon = Annotated[
    Path | None, typer.Option(metavar="FILE", help="A TOML file of your own people and reporting verbs.")
]
Debug = Annotated[bool, typer.Option("--debug", help="Show where a fault of the program happened.")]

#: The model that the program brings along.
BUNDLED_MODEL = "en_core_web_sm"


def real_number(value: float) -> float:
    """`value`, unless it is "nan", which is a number to Python and passes every bound.

    Raises:
        typer.BadParameter: it is.
    """
    if isnan(value):
        raise typer.BadParameter(f"{value} is no number")
    return value


def asked_of(published: str | None, text_field: str | None, id_field: str | None, date_field: str | None) -> Asked:
    """What these options say of all inputs.

    Raises:
        typer.BadParameter: `published` is no date.
    """
    from extractor.articles.asked import Asked  # noqa: PLC0415

    day = _publication_day(published)
    return Asked(published=day, text_field=text_field, id_field=id_field, date_field=date_field)


def _publication_day(published: str | None) -> str | None:
    """The ISO date that --published gives."""
    if published is None:
        return None
    from extractor.articles.published import PublishedError, iso_day  # noqa: PLC0415

    try:
        return iso_day(published)
    except PublishedError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from None


def taught_by(lexicon: Path | None) -> Taught | None:
    """What the reader's own word list teaches, None where none is named. One that cannot be used ends the command."""
    if lexicon is None:
        return None
    from extractor.taught import LexiconError, read  # noqa: PLC0415

    try:
        return read(lexicon)
    except LexiconError as error:
        say(str(error))
        raise typer.Exit(EXIT_USAGE) from None
