"""The factories that spaCy finds by the package's entry points. They only check what they are told.

Annotations are read by spaCy when it checks a configuration, so they are no strings here.
"""

from spacy.language import Language

from extractor.components.component import Component, taught_by
from extractor.components.kept import Settings

PARSE = ["token.tag", "token.dep"]
PARSE_AND_NAMES = [*PARSE, "doc.ents"]
MARKS = ["doc.spans"]


@Language.factory("extractor_dates", requires=PARSE, assigns=MARKS, default_config={"published": None})
def dates(nlp: Language, name: str, published: str | None) -> Component:
    """Mark temporal expressions in `doc.spans["dates"]`; `published` is the day that relative ones count from.

    Raises:
        extractor.articles.published.PublishedError: `published` is no date.
    """
    return Component("dates", _model(nlp), Settings(published=_day(published)))


@Language.factory(
    "extractor_quotes",
    requires=PARSE_AND_NAMES,
    assigns=MARKS,
    default_config={"published": None, "lexicon": None, "scare_quotes": False},
)
def quotes(nlp: Language, name: str, published: str | None, lexicon: str | None, scare_quotes: bool) -> Component:
    """Mark what was said in `doc.spans["quotes"]`; `lexicon` is the path of a word list as for `--lexicon`.

    Raises:
        extractor.articles.published.PublishedError: `published` is no date.
        extractor.lexicon.LexiconError: the word list cannot be used.
    """
    settings = Settings(published=_day(published), lexicon=_list(lexicon), scare_quotes=scare_quotes)
    return Component("quotes", _model(nlp), settings)


@Language.factory(
    "extractor_claims",
    requires=PARSE_AND_NAMES,
    assigns=MARKS,
    default_config={"published": None, "lexicon": None, "all_quantities": False},
)
def claims(nlp: Language, name: str, published: str | None, lexicon: str | None, all_quantities: bool) -> Component:
    """Mark numeric claims in `doc.spans["claims"]`; `all_quantities` as for `--all-quantities`.

    Raises:
        extractor.articles.published.PublishedError: `published` is no date.
        extractor.lexicon.LexiconError: the word list cannot be used.
    """
    settings = Settings(published=_day(published), lexicon=_list(lexicon), all_quantities=all_quantities)
    return Component("claims", _model(nlp), settings)


def _model(nlp: Language) -> str:
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def _day(published: str | None) -> str | None:
    from extractor.articles.published import iso_day  # noqa: PLC0415 - spaCy imports this module for everybody

    return iso_day(published) if published else None


def _list(path: str | None) -> str | None:
    """The path, once its file has been read: an error of it belongs to whoever names it, not to the first document."""
    if path:
        taught_by(path)
    return path
