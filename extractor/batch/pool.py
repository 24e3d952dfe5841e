"""Workers on this machine: one process and one pipe each, so that one that crashes or hangs costs its article alone.

Why not a library: `concurrent.futures` fails every task when one worker dies and `nlp.pipe(n_process=2)` then hangs for
ever. pebble (LGPL) survives one death, but its workers share a pipe, and with one killed every third of a second while
4,000 small tasks ran, pebble 5.2 gave the whole pool up ("All workers expired"); these pages lost 17 tasks and went on.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final

from extractor.batch.task import Outcome, StartFailure, Task, WorkersError
from extractor.batch.worker import READY, serve

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from extractor.batch.task import Start

#: Seconds that a worker may take to load its model, on a machine that is busy with other things.
START_TIMEOUT: Final = 300.0
#: Seconds of one wait; the system's own clock for waiting ends at some 24 days.
LONGEST_WAIT: Final = 3600.0
#: Workers that may die in a row before one is ready; then the run ends.
START_DEATHS: Final = 3


@dataclass(slots=True, kw_only=True, eq=False)
class _Worker:
    """One process as the run sees it: starting, then idle (`task` is None) or busy until `deadline`."""

    process: SpawnProcess
    pipe: Connection[object, object]
    deadline: float
    ready: bool = False
    task: Task | None = None

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()
        self.process.close()


@dataclass(slots=True, kw_only=True)
class LocalEngine:
    """At most `workers` processes; an article that takes longer than `timeout` seconds is given up."""

    start: Start
    workers: int
    timeout: float
    _team: list[_Worker] = field(default_factory=list, init=False)
    _deaths: int = field(default=0, init=False)

    def run(self, tasks: Iterator[Task]) -> Generator[Outcome, None, None]:
        """One outcome for every task, as they are ready. Processes are started when there is something to do.

        Raises:
            WorkersError: no worker could be started.
        """
        ahead = list(islice(tasks, self.workers))  # no more workers than there are tasks
        tasks = chain(ahead, tasks)
        try:
            upcoming = next(tasks, None)
            while upcoming is not None or any(worker.task for worker in self._team):
                while upcoming is not None and len(self._team) < len(ahead):
                    self._team.append(self._hire())
                for worker in list(self._team):
                    if upcoming is not None and worker.ready and worker.task is None and self._give(worker, upcoming):
                        upcoming = next(tasks, None)
                yield from self._collect()
        finally:
            while self._team:
                self._team.pop().end()

    def one(self, task: Task) -> Outcome:
        """The outcome of one task, by a worker that stays for the next one; not to be mixed with `run`.

        Raises:
            WorkersError: no worker could be started.
        """
        given = False
        while True:
            if not self._team:
                self._team.append(self._hire())
            if not given and self._team[0].ready:
                given = self._give(self._team[0], task)
                continue
            for outcome in self._collect():
                return outcome

    def _hire(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, self.start), daemon=True, name="extractor-worker")
        with _interrupts_held_back():
            process.start()
        theirs.close()
        return _Worker(process=process, pipe=ours, deadline=time.monotonic() + START_TIMEOUT)

    def _give(self, worker: _Worker, task: Task) -> bool:
        """Hand over a task; False where the worker died while it was idle: then the task is still to be given."""
        try:
            worker.pipe.send(task)
        except OSError:
            self._dismiss(worker)
            return False
        worker.task, worker.deadline = task, time.monotonic() + self.timeout
        return True

    def _collect(self) -> Iterator[Outcome]:
        """Wait until something happens, and say what."""
        now = time.monotonic()
        watched = [worker for worker in self._team if worker.task or not worker.ready]
        if not watched:
            return
        earliest = min(worker.deadline for worker in watched)
        heard = wait([worker.pipe for worker in self._team], timeout=max(0.0, min(earliest - now, LONGEST_WAIT)))
        for worker in list(self._team):
            if worker.pipe in heard:
                yield from self._hear(worker)
            elif worker in watched and time.monotonic() >= worker.deadline and not worker.pipe.poll():
                yield from self._give_up(worker)

    def _hear(self, worker: _Worker) -> Iterator[Outcome]:
        """What a worker has to say: that it is ready, an outcome, or, by a closed pipe, that it is dead."""
        try:
            said = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        if isinstance(said, tuple):
            outcome, tired = said
            worker.task = None
            if tired:
                self._dismiss(worker)
            yield outcome
        elif isinstance(said, StartFailure):
            raise WorkersError.by(said.kind, said.message)
        elif said == READY:
            worker.ready, self._deaths = True, 0

    def _bury(self, worker: _Worker) -> Iterator[Outcome]:
        worker.process.join()
        how, task = _cause(worker.process.exitcode), worker.task
        if not worker.ready:
            self._deaths += 1
            if self._deaths >= START_DEATHS:
                raise WorkersError(f"{self._deaths} workers in a row died while they were starting (the last {how})")
        self._dismiss(worker)
        if task:
            message = f"its worker {how}; run the same command again to try it once more"
            yield Outcome(number=task.number, code="crashed", message=message)

    def _give_up(self, worker: _Worker) -> Iterator[Outcome]:
        task = worker.task
        if task is None:
            raise WorkersError(f"a worker was not ready after {START_TIMEOUT:.0f} seconds")
        self._dismiss(worker)
        message = f"took longer than {self.timeout:g} seconds; give it more with --timeout and run again"
        yield Outcome(number=task.number, code="timeout", message=message)

    def _dismiss(self, worker: _Worker) -> None:
        worker.end()
        self._team.remove(worker)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """A process started inside never sees Ctrl-C, not even before its first line runs; ours arrives a moment later."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # otherwise the first start would do it, and let the signal through after it
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _cause(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        try:
            return f"was killed by {signal.Signals(-exit_code).name}"
        except ValueError:
            return f"was killed by signal {-exit_code}"
    return f"ended with status {exit_code}"
