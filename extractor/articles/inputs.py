"""What the user named, as files: a file is itself, a folder its known files, sorted, hidden ones left out."""

from __future__ import annotations

import gzip
import os
import stat
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from extractor.articles.formats import MAILS, MARKDOWN, PAGES, PDF, WORD
from extractor.articles.plain import whole
from extractor.records import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STANDARD_INPUT: Final = "-"
JSON_LINES: Final = frozenset({".jsonl", ".ndjson"})
JSON: Final = frozenset({".json"})
TABLES: Final = frozenset({".parquet"})
ARCHIVES: Final = frozenset({".warc"})
#: Files of many articles.
COLLECTIONS: Final = JSON_LINES | TABLES | ARCHIVES
#: What reading a file may raise; `unreadable` has words for each.
UNREADABLE: Final = (OSError, EOFError, zlib.error)
#: Endings that are read when a folder is named; a file named by itself is read whatever its ending.
#: Any other may be packed in one of these: "story.txt.gz".
PACKED: Final = frozenset({".gz"})
KNOWN: Final = (
    frozenset({".txt", ".text"}) | JSON_LINES | JSON | TABLES | ARCHIVES | PAGES | MAILS | MARKDOWN | WORD | PDF
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One file (or standard input, where `file` is None) and the id its article gets unless it has its own.

    A file's name need not be UTF-8; what is printed of it always is.
    """

    file: Path | None
    id: str

    @property
    def path(self) -> str | None:
        """The file as the user named it, with forward slashes; None for standard input."""
        return whole(self.file.as_posix()) if self.file else None

    @property
    def ending(self) -> str:
        """The file's ending in lower case, with its dot, whether it is packed or not."""
        return ending_of(self.file) if self.file else ""

    def failure(self, code: str, message: str, *, id: str | None = None) -> Failure:  # noqa: A002
        """This input as one that could not be read."""
        return Failure(id=id or self.id, path=self.path, code=code, message=whole(message))


def ending_of(file: Path) -> str:
    """The ending in lower case, that of what is packed where it is packed: ".txt" of "story.txt.gz"."""
    ending = file.suffix.lower()
    return Path(file.stem).suffix.lower() if ending in PACKED else ending


def without_ending(file: Path) -> Path:
    """The path without its ending, and without that of its packing."""
    if file.suffix.lower() in PACKED and file.stem:
        file = file.with_suffix("")
    return file.with_suffix("")


def expand(arguments: Iterable[str]) -> Iterator[Input | Failure]:
    """Every file that `arguments` name, in their order; a folder's files are sorted by path."""
    for argument in arguments:
        if argument == STANDARD_INPUT:
            yield Input(file=None, id="stdin")
            continue
        if not argument:  # an empty variable of a shell's script; a path would make the current folder of it
            yield Failure(id="unnamed", path=None, code="missing", message="an empty name; name a file or a folder")
            continue
        path = Path(argument)
        named = Input(file=path, id=whole((path.name and without_ending(path).name) or argument))
        try:
            if path.is_dir():
                yield from _folder(path, named)
            elif not path.exists():
                lost = "a link that leads nowhere" if path.is_symlink() else "no such file or folder"
                yield named.failure("missing", f"{lost}; check the path")
            else:
                yield named
        except (OSError, ValueError) as error:
            yield unreadable(named, error)


def unreadable(named: Input, error: Exception) -> Failure:
    """The failure of a file that the system would not give us."""
    if isinstance(error, (EOFError, zlib.error, gzip.BadGzipFile)):
        return named.failure("unreadable", f"a broken gzip archive ({error}); pack it again")
    if isinstance(error, PermissionError):
        return named.failure("unreadable", "not allowed to read it; change its permissions")
    reason = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
    return named.failure("unreadable", f"cannot be read ({reason}); check the file")


def _folder(folder: Path, named: Input) -> Iterator[Input | Failure]:
    closed: list[OSError] = []
    files: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(parent, name) for name in names if not name.startswith(".") and ending_of(Path(name)) in KNOWN]
    for error in closed:
        where = Path(error.filename) if error.filename else folder
        yield unreadable(Input(file=where, id=whole(where.name)), error)
    if not files and not closed:
        yield named.failure(
            "empty_folder", f"no article in this folder; read are files ending in {' '.join(sorted(KNOWN))}"
        )
    for file in sorted(files, key=lambda f: f.relative_to(folder).parts):
        found = Input(file=file, id=whole(without_ending(file.relative_to(folder)).as_posix()))
        if is_special(file):
            yield found.failure("unreadable", "a pipe or a device, which may never end; name it by itself to read it")
        else:
            yield found


def is_special(file: Path) -> bool:
    """Whether `file` is there and is no file at all: opening a pipe waits until somebody writes into it."""
    try:
        return not stat.S_ISREG(file.stat().st_mode)
    except OSError:
        return False
