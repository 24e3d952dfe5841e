"""The output folder: one run at a time, files that are there whole or not at all, nothing that is not ours."""

from __future__ import annotations

import contextlib
import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

STATE: Final = ".extractor"
#: Fewest digits of a part's number, so that parts sort by name: part-00000.jsonl.
DIGITS: Final = 5


class OutputError(RuntimeError):
    """The output folder cannot be used or written; the message names the fix."""


@dataclass(frozen=True, slots=True)
class Folder:
    """Where a run writes: results in `path`, everything else but `errors.csv` in its `.extractor`."""

    path: Path

    @property
    def state(self) -> Path:
        """The folder of the run's own files."""
        return self.path / STATE

    def part(self, number: int) -> Path:
        """The results of part `number`."""
        return self.path / f"part-{number:0{DIGITS}}.jsonl"

    def index(self, number: int) -> Path:
        """What is known of part `number`."""
        return self.state / "parts" / f"{number:0{DIGITS}}.jsonl"

    def numbers(self) -> list[int]:
        """The parts that this folder knows of, in order."""
        return sorted(int(file.stem) for file in (self.state / "parts").glob("*.jsonl") if file.stem.isdigit())

    def write(self, file: Path, data: bytes) -> None:
        """Put `data` into `file`, so that whatever happens the file is the old or the new one, whole and on the disk.

        Raises:
            OutputError: the disk is full or the folder cannot be written.
        """
        draft = self.state / f"{file.name}.draft"
        try:
            with draft.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            draft.replace(file)
            _sync_folder(file.parent)
        except OSError as error:
            with contextlib.suppress(OSError):
                draft.unlink()
            raise OutputError(f"cannot write {file} ({error.strerror}); what was written before is safe") from error

    def remove(self, file: Path) -> None:
        """Remove `file`, if it is there.

        Raises:
            OutputError: it cannot be removed.
        """
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError(f"cannot remove {file} ({error.strerror})") from error

    def clear(self) -> None:
        """Remove the results and the state of earlier runs, and nothing else."""
        for number in self.numbers():
            self.remove(self.part(number))
            self.remove(self.index(number))
        self.remove(self.path / "errors.csv")

    def refuse_foreign_files(self) -> None:
        """Every `*.jsonl` file here must be a part that an earlier run wrote.

        Raises:
            OutputError: one is not.
        """
        own = {self.part(number) for number in self.numbers()}
        foreign = sorted(file.name for file in self.path.glob("*.jsonl") if file not in own)
        if foreign:
            raise OutputError(
                f"{self.path} holds {foreign[0]}, which is no result of this command; choose an empty or new folder"
            )


@contextmanager
def locked(path: Path) -> Iterator[Folder]:
    """The output folder, made if need be and held for this run alone; a run that is killed lets go of it.

    Raises:
        OutputError: it cannot be made or written, or another run is writing into it.
    """
    folder = Folder(path)
    try:
        (folder.state / "parts").mkdir(parents=True, exist_ok=True)
        lock = (folder.state / "lock").open("a+", encoding="utf-8")
    except OSError as error:
        raise OutputError(f"cannot write into {path} ({error.strerror}); choose another --output folder") from error
    with lock:
        if not _hold(lock):
            lock.seek(0)
            raise OutputError(
                f"another run (process {lock.read().strip() or 'unknown'}) is writing into {path}; "
                "wait for it to end, or choose another --output folder"
            )
        try:
            lock.truncate(0)
            lock.write(f"{os.getpid()}\n")
            lock.flush()
            for draft in folder.state.glob("*.draft"):
                draft.unlink()
        except OSError as error:
            raise OutputError(f"cannot write into {path} ({error.strerror}); make room or choose another") from error
        yield folder


def _hold(lock: TextIO) -> bool:
    """Take the lock without waiting; the system gives it back when the process ends, however it ends."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - not elsewhere

            lock.seek(1 << 20)  # beyond the text, which others must be able to read
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _sync_folder(folder: Path) -> None:
    """Have the folder's own entries written too; some systems cannot, and need not."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
