"""How far a long run is: one bar on a terminal, a plain line now and then elsewhere; always on standard error."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final, Protocol, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

if TYPE_CHECKING:
    from types import TracebackType

#: Seconds between two plain lines.
PLAIN_EVERY: Final = 10.0


class Counts(Protocol):
    """What is shown. `total` is None while nobody knows; `rate` is articles a second."""

    @property
    def total(self) -> int | None: ...  # noqa: D102
    @property
    def read(self) -> int: ...  # noqa: D102
    @property
    def failed(self) -> int: ...  # noqa: D102
    @property
    def rate(self) -> float: ...  # noqa: D102


class ProgressDisplay:
    """Shows counts while it is entered; calling it with new ones is cheap."""

    def __init__(self, console: Console | None = None, *, plain_every: float = PLAIN_EVERY) -> None:
        # Whether somebody watches: Rich alone would also draw into a log where FORCE_COLOR is set.
        watched = sys.stderr is not None and sys.stderr.isatty()
        self._console = console or Console(file=sys.stderr, highlight=False, force_terminal=watched)
        self._plain_every = plain_every
        self._shown_at = time.monotonic()
        self._bar = Progress(
            SpinnerColumn(),
            BarColumn(),
            TextColumn("{task.description}"),
            console=self._console,
            disable=not self._console.is_terminal,
            refresh_per_second=4,
        )
        self._task = self._bar.add_task("starting", total=None)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def __call__(self, counts: Counts) -> None:
        """Show `counts`, unless something was shown a moment ago."""
        now = time.monotonic()
        over = counts.total is not None and counts.read >= counts.total
        if now - self._shown_at < (0.1 if self._console.is_terminal else self._plain_every) and not over:
            return
        self._shown_at = now
        if self._console.is_terminal:
            self._bar.update(self._task, total=counts.total, completed=counts.read, description=in_words(counts))
        elif not over:  # at the end the summary says it
            self._console.file.write(f"{in_words(counts)}\n")
            self._console.file.flush()


def in_words(counts: Counts) -> str:
    """Counts in one line: "120/500 articles, 8.1/s, 47 s left, 2 failed"."""
    total = counts.total if counts.total is not None and counts.read <= counts.total else None  # it was a guess
    of = f"/{total}" if total is not None else ""
    words = [f"{counts.read}{of} articles", f"{counts.rate:.1f}/s"]
    if total is not None and counts.rate > 0:
        words.append(f"{duration((total - counts.read) / counts.rate)} left")
    words.append(f"{counts.failed} failed")
    return ", ".join(words)


def duration(seconds: float) -> str:
    """Seconds for people: "47 s", "3 min 20 s", "5 h 10 min"."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
