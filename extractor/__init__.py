"""Speakers, direct quotes, dates and numeric claims out of news articles. Nothing heavy is imported here.

Example:
    model = extractor.load()
    extraction = extractor.extract(text, published="2024-05-07", model=model)
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extractor.records import Extraction

if TYPE_CHECKING:
    from datetime import date

    from extractor.model import Model

__all__ = ["Extraction", "__version__", "extract", "load"]
__version__ = "0.1.0"


def load(name: str = "en_core_web_sm") -> Model:
    """The language model of that name, loaded once a process; the default one ships with the program.

    Raises:
        extractor.model.ModelMissingError: no such model is installed.
    """
    return _loaded(name)


@cache
def _loaded(name: str) -> Model:
    from extractor.model import load_model  # noqa: PLC0415 - spaCy takes half a second to import

    return load_model(name)


def extract(  # noqa: PLR0913 - all by keyword
    text: str,
    *,
    published: str | date | None = None,
    title: str | None = None,
    id: str = "text",  # noqa: A002 - the contract's own name for it
    model: Model | None = None,
    all_quantities: bool = False,
) -> Extraction:
    """Everything found in one article. Offsets count code points of `text`, which is taken as it is.

    `published` is a date, or one as text in ISO form; without it relative dates stay open. `model` is what `load`
    gives, and is loaded when not given.

    Raises:
        extractor.articles.published.PublishedError: `published` is no date.
        extractor.model.ModelMissingError: the language model is not installed.
    """
    from extractor.articles.plain import Given, article_of  # noqa: PLC0415
    from extractor.articles.published import iso_day  # noqa: PLC0415
    from extractor.pipeline import Options, extract_each  # noqa: PLC0415

    day = iso_day(str(published)) if published else None
    reading = article_of(text, id=id, given=Given(title=title), published=day)
    (found,) = extract_each([reading], model or load(), Options(all_quantities=all_quantities), strict=True)
    assert isinstance(found, Extraction)  # strict: a failure would have been raised
    return found
