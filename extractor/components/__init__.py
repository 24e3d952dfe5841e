"""The program as spaCy components, for pipelines of others: `nlp.add_pipe("extractor_quotes")`, and dates and claims.

Each marks its kind as a span group of the document (`doc.spans["quotes"]`, `["dates"]`, `["claims"]`); all that is
known of the spans is kept in `doc.user_data["extractor"]` as plain data, and `extraction_of` gives it back as records.
Nothing heavy is imported here: spaCy imports the factories of every installed package whenever it makes a pipeline.
"""

from __future__ import annotations

from extractor.components.kept import ComponentError, extraction_of

__all__ = ["ComponentError", "extraction_of"]
