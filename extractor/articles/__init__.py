"""Articles: bytes into `Article` records. Decoding, head and foot, saved formats; no language model."""

from __future__ import annotations

from extractor.articles.inputs import STANDARD_INPUT
from extractor.articles.plain import article_of
from extractor.articles.published import PublishedError, iso_day
from extractor.articles.reading import read_all

__all__ = ["STANDARD_INPUT", "PublishedError", "article_of", "iso_day", "read_all"]
