"""Results read back in, or made of articles on the way: what `compare` and `check` work on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import typer

from extractor.cli.output import EXIT_NO_MODEL, say
from extractor.cli.standard_input import standard_input
from extractor.records import Extraction, Failure, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.model import Model

#: Articles that are worked on together; results need no work and wait for none.
TOGETHER = 64


def extractions(inputs: Sequence[str], model: str, failures: list[Failure], *, strict: bool) -> Iterator[Extraction]:
    """Every extraction, as it is read or made; what could not be is said at once and put on `failures`."""
    from extractor.comparing.results import read_results  # noqa: PLC0415

    waiting: list[Reading] = []
    for item in read_results(inputs, standard_input=standard_input()):
        if isinstance(item, Extraction):
            yield item
        elif isinstance(item, Failure):
            note(item, failures)
        else:
            waiting.append(item)
            if len(waiting) == TOGETHER:
                yield from _extracted(waiting, model, failures, strict=strict)
                waiting.clear()
    if waiting:
        yield from _extracted(waiting, model, failures, strict=strict)


def _extracted(
    readings: Sequence[Reading], model: str, failures: list[Failure], *, strict: bool
) -> Iterator[Extraction]:
    from extractor.pipeline import ModelMissingError, extract_each  # noqa: PLC0415

    try:
        loaded = _loaded(model)
    except ModelMissingError as error:
        say(str(error))
        raise typer.Exit(EXIT_NO_MODEL) from None
    for outcome in extract_each(readings, loaded, strict=strict):
        if isinstance(outcome, Failure):
            note(outcome, failures)
        else:
            yield outcome


@cache
def _loaded(name: str) -> Model:
    from extractor.pipeline import load_model  # noqa: PLC0415

    return load_model(name)


def note(failure: Failure, failures: list[Failure]) -> None:
    """Say what could not be read, and put it on `failures`."""
    failures.append(failure)
    say(f"{failure.path or 'standard input'}: {failure.message}")
