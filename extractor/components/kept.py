"""What the components keep in a document: plain data in `user_data`, which a DocBin and other processes carry along."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractor.records import Extraction

#: Everything found, as JSON has it but for the article's text, which is the document's own.
FOUND: Final = "extractor"
#: What it was found with, for the next component.
RUN: Final = "extractor_run"


class ComponentError(ValueError):
    """A component that cannot work in this pipeline or on this document; the message names the fix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the components of one pipeline are told; it holds for all of them, whichever it was told to.

    `published` is an ISO date, `lexicon` the path of a TOML file.
    """

    published: str | None = None
    lexicon: str | None = None
    all_quantities: bool = False
    scare_quotes: bool = False

    def and_then(self, later: Settings) -> Settings:
        """These settings with those of a later component.

        Raises:
            ComponentError: the two say different things.
        """
        told: dict[str, object] = {}
        for item in fields(self):
            ours, theirs = getattr(self, item.name), getattr(later, item.name)
            if item.default is MISSING or theirs == item.default:
                continue
            if ours not in (item.default, theirs):
                raise ComponentError(
                    f"two extractor components of the pipeline are told different things: {item.name} is {ours!r} for "
                    f"one and {theirs!r} for a later one; tell both the same, or begin with a new Doc"
                )
            told[item.name] = theirs
        return replace(self, **told)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a document was read with: one that is the same needs not be read again.

    `day` is the day of publication that the document itself gives, an ISO date. `whole` is false where only dates
    were looked for; `groups` are the span groups made so far.
    """

    model: str
    version: str
    settings: Settings
    day: str | None
    whole: bool
    groups: tuple[str, ...] = ()


def run_of(doc: Doc) -> Run | None:
    """The run whose findings `doc` holds, None where there was none."""
    from extractor.shapes import fitted  # noqa: PLC0415 - not for pipelines without us

    data = doc.user_data.get(RUN)
    return None if data is None else fitted(_with_lists(data), Run)


def keep(doc: Doc, run: Run, extraction: Extraction | None = None) -> None:
    """Write down the run, and what it found where that is new."""
    from extractor.report.json_output import as_data  # noqa: PLC0415

    doc.user_data[RUN] = as_data(run)
    if extraction is not None:
        doc.user_data[FOUND] = as_data(replace(extraction, article=replace(extraction.article, text=None)))


def extraction_of(doc: Doc) -> Extraction:
    """All that the components found in `doc`, as the same records that `extractor.extract` gives.

    It works on documents read from a DocBin (`store_user_data=True`) and on those of other processes. The offsets are
    code points into `doc.text`; a span of a group covers whole tokens, so it may begin earlier or end later. After
    `extractor_dates` alone only the dates are there.

    Raises:
        ComponentError: no component of ours has run on it.
    """
    from extractor.records import Extraction  # noqa: PLC0415
    from extractor.shapes import fitted  # noqa: PLC0415

    data = doc.user_data.get(FOUND)
    if data is None:
        raise ComponentError(
            "no extractor component has run on this document; add one to the pipeline, as in "
            'nlp.add_pipe("extractor_quotes"), and store user data where the document went through a DocBin'
        )
    extraction = fitted(_with_lists(data), Extraction)
    return replace(extraction, article=replace(extraction.article, text=doc.text))


def _with_lists(data: object) -> object:
    """Plain data with lists where it has tuples, as it has once it was in a DocBin."""
    if isinstance(data, dict):
        return {name: _with_lists(value) for name, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [_with_lists(item) for item in data]
    return data
