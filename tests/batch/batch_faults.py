"""Work that fails in every way an article can make it fail, given to engines in place of the analysis."""

from __future__ import annotations

import json
import os
import signal
import time
from dataclasses import dataclass, field

from extractor.batch.task import Task


@dataclass(frozen=True)
class FaultyStart:
    """Work whose article says what shall happen; any other article takes `seconds` and gives its text back."""

    seconds: float = field(default=0.0, repr=False)  # what is done slowly is the same when it is done fast
    model: str = "none"

    def __call__(self):
        def work(reading):
            text = reading.article.text
            if "KILLED" in text:
                os.kill(os.getpid(), signal.SIGKILL)
            if "ENDED" in text:
                os._exit(7)
            if "HANGS" in text:
                time.sleep(600)
            if "RAISES" in text:
                raise ValueError("such\na thing")
            time.sleep(self.seconds)
            told = {"article": {"id": reading.article.id, "text": text}, "process": "any", "warnings": []}
            return json.dumps(told, ensure_ascii=False).encode()

        return work


class ModelMissingError(RuntimeError):
    """Named as the pipeline's own."""


@dataclass(frozen=True)
class NoStart:
    """A worker that cannot begin: it says why, or dies."""

    dies: bool = False

    def __call__(self):
        if self.dies:
            os._exit(5)
        raise ModelMissingError("there is no such model; install it")


@dataclass(frozen=True)
class PidStart:
    """Work that tells who did it, so that a test can kill the one that is idle."""

    def __call__(self):
        return lambda reading: str(os.getpid()).encode()


@dataclass(frozen=True)
class GrowingStart:
    """Work that takes much memory and keeps it."""

    def __call__(self):
        kept = []

        def work(reading):
            if "GROWS" in reading.article.text:
                kept.append(bytearray(os.urandom(1)) * (300 << 20))
            return str(os.getpid()).encode()

        return work


def readings(*texts):
    from extractor.articles.plain import article_of  # noqa: PLC0415 - workers, which import this too, have no need of it

    return [article_of(text, id=f"a{number:03}") for number, text in enumerate(texts)]


def tasks(*texts):
    return iter([Task(number=number, reading=reading) for number, reading in enumerate(readings(*texts))])
