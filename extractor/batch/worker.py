"""One worker process: it gets an article, sends back the result, and never outlives the run that started it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from extractor.batch.task import Outcome, StartFailure, Task
from extractor.records import Failure

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from extractor.batch.task import Start, Work

READY: Final = "ready"
#: A worker that has grown by this much since it began is replaced after its article; megabytes.
GROWTH: Final = 200


def serve(pipe: Connection[object, object], start: Start) -> None:
    """Begin with `start`, say that you are ready (or why not), then answer each task with `(outcome, tired)`.

    `tired` asks for a fresh worker: this one holds more memory than it should. Ends when the pipe is closed.
    """
    with contextlib.suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the run decides what ends
    Thread(target=_die_with_the_run, daemon=True).start()
    with contextlib.suppress(EOFError, OSError):
        try:
            work = start()
        except Exception as error:  # whatever it is, the run must say it
            pipe.send(StartFailure(kind=type(error).__name__, message=str(error)))
            return
        pipe.send(READY)
        limit = _megabytes() + GROWTH
        while isinstance(task := pipe.recv(), Task):
            pipe.send((answer(task, work), _megabytes() > limit))


def answer(task: Task, work: Work) -> Outcome:
    """The outcome of one task; whatever an article makes `work` raise is that article's failure."""
    try:
        done = work(task.reading)
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        message = f"a fault of the program ({reason}); please report it"
        return Outcome(number=task.number, code="internal_error", message=message)
    if isinstance(done, Failure):
        return Outcome(number=task.number, code=done.code, message=done.message)
    return Outcome(number=task.number, line=done)


def _die_with_the_run() -> None:
    """End this process as soon as its parent is gone, even in the middle of an article."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _megabytes() -> float:
    """The memory that this process holds, or, where only that is told, the most it has held; 0 where nothing is."""
    if sys.platform == "linux":  # not getrusage: its peak begins with that of the process that started this one
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    if sys.platform == "win32":
        return 0.0
    import resource  # noqa: PLC0415 - not on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2 ** (20 if sys.platform == "darwin" else 10)
