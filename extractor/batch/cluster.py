"""The same work on a Dask cluster: every article is one task, results come back to the run that writes the parts.

Each thread of a Dask worker has a process of its own for the articles, so that one that crashes or hangs costs itself
alone, as on one machine. A Dask worker that dies is Dask's business: its articles go to others.
"""

from __future__ import annotations

import logging
import multiprocessing
import signal
import threading
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from extractor.batch.pool import LocalEngine
from extractor.batch.task import Outcome, Task, WorkersError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from extractor.batch.task import Start

#: Tasks on their way for each thread of the cluster: enough that none waits for the next one.
AHEAD: Final = 2
#: Seconds to reach a scheduler, and to let go of it.
CONNECT_TIMEOUT: Final = 30
CLOSE_TIMEOUT: Final = 2

_mine = threading.local()


class ClusterMissingError(RuntimeError):
    """Dask is not installed; the message names the fix."""


def work_on(task: Task, start: Start, timeout: float) -> Outcome:
    """What a Dask worker runs; the process that does it is there for the next task too.

    Raises:
        WorkersError: that process cannot begin.
    """
    if getattr(_mine, "made_for", None) != (start, timeout):
        _mine.engine = LocalEngine(start=start, workers=1, timeout=timeout)
        _mine.made_for = (start, timeout)
    engine: LocalEngine = _mine.engine
    with _children_allowed():
        return engine.one(task)


@contextmanager
def _children_allowed() -> Iterator[None]:
    """Let a Dask worker start processes: they die with it, so what multiprocessing forbids daemons does no harm."""
    settings = multiprocessing.current_process()._config  # type: ignore[attr-defined]
    before = settings.pop("daemon", None)
    try:
        yield
    finally:
        if before is not None:
            settings["daemon"] = before


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
            yield from self._outcomes(self._client(stack), first, tasks)

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
            stack.callback(_close, cluster)
            return stack.enter_context(Client(cluster))
        except (OSError, ValueError) as error:  # the latter where the address is none
            raise WorkersError(f"no Dask scheduler answers at {self.scheduler} ({error}); check --scheduler") from error

    def _outcomes(self, client: Any, first: Task, rest: Iterator[Task]) -> Iterator[Outcome]:  # noqa: ANN401
        from distributed import as_completed  # noqa: PLC0415

        at_work: dict[str, Task] = {}
        finished = as_completed()

        def send(task: Task) -> None:
            future = client.submit(work_on, task, self.start, self.timeout, pure=False)
            at_work[future.key] = task
            finished.add(future)

        send(first)
        for future in finished:
            yield _outcome(future, at_work.pop(future.key))
            ahead = AHEAD * max(1, sum(client.nthreads().values()))
            for task in islice(rest, max(0, ahead - len(at_work))):
                send(task)


def _close(cluster: Any) -> None:  # noqa: ANN401
    """End the workers of this machine; where that takes them too long, they end with this process."""
    with suppress(TimeoutError):
        cluster.close(timeout=CLOSE_TIMEOUT)


def _outcome(future: Any, task: Task) -> Outcome:  # noqa: ANN401
    from distributed.scheduler import KilledWorker  # noqa: PLC0415

    error = future.exception() if future.status != "cancelled" else WorkersError("the Dask cluster went away")
    if error is None:
        outcome: Outcome = future.result()
        return outcome
    if isinstance(error, KilledWorker):
        message = "every Dask worker that had it died; run the same command again to try it once more"
        return Outcome(number=task.number, code="crashed", message=message)
    raise error if isinstance(error, WorkersError) else WorkersError.by(type(error).__name__, str(error))
