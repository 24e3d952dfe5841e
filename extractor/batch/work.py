"""The pure function that every engine runs: an article as read -> its extraction as one line of JSON."""

from __future__ import annotations

import gc
import os
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from extractor.articles.reading import Page
from extractor.records import Failure
from extractor.report.json_output import to_json

if TYPE_CHECKING:
    from extractor.batch.task import Work
    from extractor.records import Reading
    from extractor.taught import Taught

#: A worker has one core; libraries that start a thread a core would only get in each other's way.
THREAD_LIMITS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
#: Articles whose words a worker keeps for good. From then on an article's new words are forgotten with it, so memory
#: stays flat; the common words are known by then, and the tokenizer, which caches nothing new, is as fast as ever.
REMEMBERED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class StartAnalysis:
    """Loads the model where it is called, and gives the function that works on one article.

    It is small and picklable; nothing heavy is imported before it is called.
    """

    model: str
    all_quantities: bool = False
    taught: Taught | None = None

    def __call__(self) -> Work:
        """Load the model.

        Raises:
            extractor.pipeline.ModelMissingError: it is not installed.
        """
        for name in THREAD_LIMITS:
            os.environ.setdefault(name, "1")
        from extractor.pipeline import Options, extract_each, load_model  # noqa: PLC0415 - only workers pay for spaCy
        from extractor.taught import NOTHING  # noqa: PLC0415

        model = load_model(self.model)
        options = Options(all_quantities=self.all_quantities, taught=self.taught or NOTHING)

        remembered = count()

        def work(reading: Reading | Page) -> bytes | Failure:
            if isinstance(reading, Page):  # here and not in the run: it takes long, and may crash or hang
                read = reading.read()
                if isinstance(read, Failure):
                    return read
                reading = read
            fresh = next(remembered) < REMEMBERED
            with nullcontext() if fresh else model.nlp.memory_zone():
                (found,) = extract_each([reading], model, options)
            return found if isinstance(found, Failure) else to_json(found).encode("utf-8")

        gc.collect()
        gc.freeze()  # the model never becomes garbage: do not look through it again and again
        return work
