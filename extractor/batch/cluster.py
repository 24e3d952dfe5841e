"""The same work on a Dask cluster: every article is one task, results come back to the run that writes the parts.

A worker that dies is Dask's business: its articles go to others. Only what has cost several workers their lives is
suspect; suspects are tried once more, one at a time, when everything else is done, so that none takes a neighbour down.
"""

from __future__ import annotations

import logging
import os
import signal
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from threading import Lock, Timer
from typing import TYPE_CHECKING, Any, Final

from extractor.batch.task import Outcome, Task, WorkersError
from extractor.batch.worker import answer

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from extractor.batch.task import Start, Work

#: Tasks on their way for each thread of the cluster: enough that none waits for the next one.
AHEAD: Final = 2
#: Seconds to reach a scheduler, and to let go of it.
CONNECT_TIMEOUT: Final = 30
CLOSE_TIMEOUT: Final = 2

_works: dict[Start, Work] = {}
_one_at_a_time = Lock()


class ClusterMissingError(RuntimeError):
    """Dask is not installed; the message names the fix."""


def work_on(task: Task, start: Start, timeout: float) -> Outcome:
    """What a Dask worker runs. It loads the model once; an article that takes too long ends the worker, not the run."""
    with _one_at_a_time:  # a spaCy model is for one thread
        if start not in _works:
            _works[start] = start()
        watch = Timer(timeout, os._exit, args=(1,))
        watch.daemon = True
        watch.start()
        try:
            return answer(task, _works[start])
        finally:
            watch.cancel()


def dask_setup(_worker: object) -> None:
    """What Dask calls in each worker of this machine: Ctrl-C is for the run alone, which then ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@dataclass(slots=True, kw_only=True)
class DaskEngine:
    """A cluster by its scheduler's address, or one of `workers` processes on this machine."""

    start: Start
    workers: int
    timeout: float
    scheduler: str | None = None
    _suspects: list[Task] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        try:
            import distributed  # noqa: F401, PLC0415
        except ImportError:
            raise ClusterMissingError("Dask is not installed; python -m pip install 'newsfacts[cluster]'") from None

    def run(self, tasks: Iterator[Task]) -> Generator[Outcome, None, None]:
        """One outcome for every task, as they are ready.

        Raises:
            WorkersError: the scheduler cannot be reached, or its workers cannot load the model.
        """
        first = next(tasks, None)
        if first is None:
            return
        with ExitStack() as stack:
            client = self._client(stack)
            yield from self._outcomes(client, first, tasks)
            suspects, self._suspects = self._suspects, []
            for task in suspects:
                yield from self._outcomes(client, task, iter(()), again=True)

    def _client(self, stack: ExitStack) -> Any:  # noqa: ANN401 - Dask is an extra
        from distributed import Client, LocalCluster  # noqa: PLC0415

        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # a worker that dies is no news here
        try:
            if self.scheduler:
                return stack.enter_context(Client(self.scheduler, timeout=CONNECT_TIMEOUT))
            cluster = LocalCluster(
                n_workers=self.workers,
                threads_per_worker=1,
                dashboard_address=None,
                silence_logs=logging.CRITICAL,
                preload=__name__,
            )
            stack.callback(cluster.close, timeout=CLOSE_TIMEOUT)
            return stack.enter_context(Client(cluster))
        except OSError as error:
            raise WorkersError(f"no Dask scheduler answers at {self.scheduler} ({error}); check --scheduler") from error

    def _outcomes(self, client: Any, first: Task, rest: Iterator[Task], *, again: bool = False) -> Iterator[Outcome]:  # noqa: ANN401
        from distributed import as_completed  # noqa: PLC0415

        at_work: dict[str, Task] = {}
        finished = as_completed()

        def send(task: Task) -> None:
            future = client.submit(work_on, task, self.start, self.timeout, pure=False)
            at_work[future.key] = task
            finished.add(future)

        send(first)
        for future in finished:
            yield from self._outcome(future, at_work.pop(future.key), again=again)
            ahead = AHEAD * max(1, sum(client.nthreads().values()))
            for task in islice(rest, max(0, ahead - len(at_work))):
                send(task)

    def _outcome(self, future: Any, task: Task, *, again: bool) -> Iterator[Outcome]:  # noqa: ANN401
        """The outcome of a finished task; a suspect gives none until it is tried again."""
        from distributed.scheduler import KilledWorker  # noqa: PLC0415

        error = future.exception() if future.status != "cancelled" else WorkersError("the Dask cluster went away")
        if error is None:
            yield future.result()
        elif not isinstance(error, KilledWorker):
            raise WorkersError.by(type(error).__name__, str(error)) from error
        elif not again:
            self._suspects.append(task)
        else:
            message = (
                f"every Dask worker that tried it died, or needed longer than {self.timeout:g} seconds; "
                "run the same command again to try it once more"
            )
            yield Outcome(number=task.number, code="crashed", message=message)
