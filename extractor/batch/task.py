"""What goes to an engine and what comes back: one article's work, and its result or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from extractor.articles.reading import Page
    from extractor.records import Failure, Reading

    #: One article -> its result as one line of JSON, without the line's end, or why there is none.
    Work = Callable[[Reading | Page], bytes | Failure]
    #: Called once in each worker; what it returns is then called for each article. It must be picklable.
    Start = Callable[[], Work]


class WorkersError(RuntimeError):
    """No worker could be started at all; the message says why. `model_missing`: because it is not installed there."""

    model_missing = False

    @classmethod
    def by(cls, kind: str, message: str) -> WorkersError:
        """The error of a worker that raised an exception of that kind while it began."""
        missing = kind == "ModelMissingError"  # by name: the run itself imports no language model
        error = cls(message if missing else f"a worker could not begin ({kind}: {message}); please report it")
        error.model_missing = missing
        return error


@dataclass(frozen=True, slots=True, kw_only=True)
class StartFailure:
    """What a worker sends in place of "ready"."""

    kind: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One article to work on; `number` is its place in the input and names it within a run."""

    number: int
    reading: Reading | Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one task: `line` is its result, or None, and then `code` and `message` say what went wrong."""

    number: int
    line: bytes | None = None
    code: str = ""
    message: str = ""


class Engine(Protocol):
    """Whatever runs tasks: processes on this machine, or a cluster."""

    def run(self, tasks: Iterator[Task]) -> Generator[Outcome, None, None]:
        """One outcome for every task, in the order in which they are ready; closing it stops all work at once.

        Raises:
            WorkersError: no worker could be started.
        """
        ...
