"""A batch run, from what the user named to parts on disk: what is done is skipped, the rest goes to an engine."""

from __future__ import annotations

import json
import time
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from extractor.articles.reading import Page
from extractor.batch.errors import written
from extractor.batch.parts import Parts, digest
from extractor.batch.stamp import page_reader
from extractor.batch.task import Task
from extractor.records import Failure, Reading
from extractor.report.json_output import as_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from extractor.batch.folder import Folder
    from extractor.batch.task import Engine, Outcome

#: Seconds between two writes of what is not on the disk yet: the most work that `kill -9` costs.
FLUSH_EVERY: Final = 5.0
ERRORS: Final = "errors.csv"


@dataclass(slots=True, kw_only=True)
class Progress:
    """How far a run is. `total` is None while nobody knows; `earlier` are done by an earlier run."""

    total: int | None = None
    done: int = 0
    failed: int = 0
    earlier: int = 0
    replaced: int = 0
    seconds: float = 0.0

    @property
    def read(self) -> int:
        """Articles that are over with, one way or the other."""
        return self.done + self.failed + self.earlier

    @property
    def rate(self) -> float:
        """Articles worked on a second."""
        return (self.done + self.failed) / self.seconds if self.seconds else 0.0


@dataclass(slots=True, kw_only=True)
class Run:
    """One run into `folder`. `stamp` is what a result depends on besides the article: version, model, options."""

    folder: Folder
    engine: Engine
    stamp: str
    show: Callable[[Progress], None]
    progress: Progress = field(default_factory=Progress)
    _failures: dict[int, Failure] = field(default_factory=dict, init=False)
    _at_work: dict[int, tuple[bytes, str, str | None]] = field(default_factory=dict, init=False)
    _began: float = field(default=0.0, init=False)
    _told_of: int = field(default=-1, init=False)

    def over(self, articles: Iterable[Reading | Page | Failure]) -> Progress:
        """Work on all `articles` that have no result yet. What is done is on the disk, however this ends.

        Raises:
            extractor.batch.folder.OutputError: the disk is full, or the folder cannot be written any more.
            extractor.batch.task.WorkersError: no worker could be started.
        """
        self._began = time.monotonic()
        parts = Parts(self.folder)
        try:
            with closing(self.engine.run(self._tasks(articles, parts))) as outcomes:
                self._keep(outcomes, parts)
        finally:
            parts.flush()
            self._write_errors()
        self.progress.replaced = parts.drop_replaced()
        self._tell()
        return self.progress

    def _tasks(self, articles: Iterable[Reading | Page | Failure], parts: Parts) -> Iterator[Task]:
        """Whatever is still to be done, read when an engine asks for it."""
        for number, item in enumerate(articles):
            if isinstance(item, Failure):
                self._fail(number, item)
                continue
            key = key_of(item, self.stamp)
            if parts.is_done(key):
                self.progress.earlier += 1
                self._tell()
                continue
            own_id, path = (
                (item.id, item.source.path) if isinstance(item, Page) else (item.article.id, item.article.path)
            )
            parts.place(key, own_id)
            self._at_work[number] = (key, own_id, path)
            yield Task(number=number, reading=item)

    def _keep(self, outcomes: Iterable[Outcome], parts: Parts) -> None:
        written_at = time.monotonic()
        for outcome in outcomes:
            key, own_id, path = self._at_work.pop(outcome.number)
            parts.settle(key, outcome.line)
            if outcome.line is None:
                self._fail(outcome.number, Failure(id=own_id, path=path, code=outcome.code, message=outcome.message))
            else:
                self.progress.done += 1
                self._tell()
            if time.monotonic() - written_at >= FLUSH_EVERY:
                parts.flush()
                self._write_errors()
                written_at = time.monotonic()

    def _fail(self, number: int, failure: Failure) -> None:
        self._failures[number] = failure
        self.progress.failed += 1
        self._tell()

    def _tell(self) -> None:
        self.progress.seconds = time.monotonic() - self._began
        self.show(self.progress)

    def _write_errors(self) -> None:
        """`errors.csv` names the failures of this run, in the order of the input; without any it goes away."""
        file = self.folder.path / ERRORS
        if len(self._failures) == self._told_of:
            return
        if self._failures:
            self.folder.write(file, written(self._failures[number] for number in sorted(self._failures)))
        else:
            self.folder.remove(file)
        self._told_of = len(self._failures)


def key_of(reading: Reading | Page, stamp: str) -> bytes:
    """What an article is known by from one run to the next: its id, what was read of it, and `stamp`; not its path."""
    if isinstance(reading, Page):
        own = [reading.id, digest(reading.data).hex(), reading.form.name, reading.published, as_data(reading.notices)]
        return digest(json.dumps([*own, page_reader(), stamp]).encode())
    told = as_data(replace(reading, article=replace(reading.article, text=None, path=None)))
    return digest(json.dumps([told, stamp], sort_keys=True).encode())
