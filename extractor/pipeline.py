"""The whole journey of one article, top to bottom: text -> parse -> four rooms -> linking -> extraction."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from extractor import __version__
from extractor.claims import find_quantities
from extractor.dates import find_dates
from extractor.linking import link
from extractor.model import BATCH_SIZE, BUNDLED_MODEL, Model, ModelMissingError, load_model
from extractor.quotes import find_statements
from extractor.quotes.cues import also
from extractor.records import Article, Extraction, Failure, Notice, Reading
from extractor.speakers import find_speakers
from extractor.taught import NOTHING, Taught

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc

__all__ = [
    "BUNDLED_MODEL",
    "Model",
    "ModelMissingError",
    "Options",
    "analyse",
    "body_text",
    "extract_all",
    "extract_each",
    "load_model",
]


#: Where a byline is looked for, in characters from the start of the body.
HEAD: Final = 1_500


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a user may ask for beyond the defaults."""

    all_quantities: bool = False
    scare_quotes: bool = False
    own_confidence: bool = False
    taught: Taught = NOTHING


def body_text(article: Article) -> str:
    """The article's text up to the end of its body, with everything before the body and the byline blanked.

    So the parser never sees outlet names, links and reporters, and yet its offsets are offsets of the article.
    """
    if article.body is None or article.text is None:
        return ""
    body = article.text[article.body.start : article.body.end]
    if article.byline and (line := _byline(body, article.byline)):
        body = body[: line.start()] + " " * len(line[0]) + body[line.end() :]
    return " " * article.body.start + body


def _byline(body: str, byline: str) -> re.Match[str] | None:
    """The line near the top of `body` that names its reporter and nothing else."""
    found = re.compile(rf"^[ \t]*(?:\w+[ \t]+)?by\b[ \t:]*{re.escape(byline)}.{{0,80}}$", re.IGNORECASE | re.MULTILINE)
    return found.search(body, 0, HEAD)


def analyse(article: Article, doc: Doc, model_name: str, options: Options | None = None) -> Extraction:
    """Everything found in one parsed article. `doc` must be the parse of `body_text(article)`."""
    options = options or Options()
    dates = find_dates(doc, published=article.published)
    with also(options.taught.verbs):
        statements, notices = find_statements(doc, scare=options.scare_quotes)
    quantities = find_quantities(doc, dates, all_quantities=options.all_quantities)
    sources = [q.source for q in quantities if q.source]
    speakers = find_speakers(doc, statements, sources, known=options.taught.words)
    linked = link(
        doc,
        dates=dates,
        statements=statements,
        quantities=quantities,
        speakers=speakers,
        own_confidence=options.own_confidence,
    )
    return Extraction(
        extractor_version=__version__,
        model=model_name,
        article=article,
        speakers=linked.speakers,
        quotes=linked.quotes,
        dates=linked.dates,
        claims=linked.claims,
        claim_groups=linked.claim_groups,
        warnings=(*date_notices(article), *notices),
    )


def date_notices(article: Article) -> tuple[Notice, ...]:
    """One warning where relative dates have nothing to be resolved against."""
    if article.published:
        return ()
    return (
        Notice(
            code="no_publication_date",
            message="no publication date is known, so relative dates stay open; give one with --published YYYY-MM-DD",
        ),
    )


def extract_all(articles: Iterable[Article], model: Model, options: Options | None = None) -> Iterator[Extraction]:
    """Extractions of many articles, in order, parsed in small batches; memory stays flat. What goes wrong is raised."""
    for extraction in extract_each((Reading(article=article) for article in articles), model, options, strict=True):
        if isinstance(extraction, Extraction):
            yield extraction


def extract_each(
    readings: Iterable[Reading | Failure], model: Model, options: Options | None = None, *, strict: bool = False
) -> Iterator[Extraction | Failure]:
    """What `extract_all` gives, one for one and in order; an article that cannot be worked on is a `Failure`.

    Failures of reading pass through in their place. `strict` raises instead of turning an exception into a `Failure`.
    """
    todo = iter(readings)
    while batch := list(islice(todo, BATCH_SIZE)):
        docs = iter(_parses([item.article for item in batch if isinstance(item, Reading)], model, strict=strict))
        for item in batch:
            yield item if isinstance(item, Failure) else _extraction(item, next(docs), model, options, strict=strict)


def _parses(articles: Sequence[Article], model: Model, *, strict: bool) -> list[Doc | Exception]:
    """One parse an article; where a batch fails, each article is tried alone, so that one costs no other."""
    try:
        return list(model.parse([body_text(article) for article in articles]))
    except Exception as error:
        if strict:
            raise
        if len(articles) == 1:
            return [error]
    return [outcome for article in articles for outcome in _parses([article], model, strict=strict)]


def _extraction(
    reading: Reading, doc: Doc | Exception, model: Model, options: Options | None, *, strict: bool
) -> Extraction | Failure:
    if isinstance(doc, Exception):
        return _internal(reading.article, doc)
    try:
        extraction = analyse(reading.article, doc, model.name, options)
    except Exception as error:
        if strict:
            raise
        return _internal(reading.article, error)
    return replace(extraction, warnings=(*reading.notices, *extraction.warnings))


def _internal(article: Article, error: Exception) -> Failure:
    fault = f"a fault of the program ({type(error).__name__}: {error})"
    message = f"article {article.id!r}: {fault}; run again with --debug and report it"
    return Failure(id=article.id, path=article.path, code="internal_error", message=message)
