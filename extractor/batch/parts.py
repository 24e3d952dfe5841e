"""Which articles are done and where their results stand; everything here survives `kill -9` and a full disk.

Results stand in parts of `CAPACITY` articles, in the order of the input. A part is two files, each replaced as a
whole: the results, and an index that names the part's articles, done or not, with a digest of each result. A result
counts only if its line is there and has the digest that the index gives; so it does not matter between which two writes
a run dies, and a run that goes on where another ended writes the very files that an undisturbed one would have.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.batch.folder import Folder

#: Articles in a part: some ten megabytes of results.
CAPACITY: Final = 250
_DONE: Final = 1
_SEEN: Final = 2
_FLAGS: Final = 2


def digest(data: bytes) -> bytes:
    """Sixteen bytes that stand for `data`."""
    return blake2b(data, digest_size=16).digest()


@dataclass(slots=True, kw_only=True)
class _Member:
    """One article of a part: its id, and its result once there is one."""

    id: str
    line: bytes | None = None


@dataclass(slots=True, kw_only=True)
class _Part:
    """A part that is being worked on; `waiting` counts its articles that are with a worker."""

    number: int
    members: dict[bytes, _Member] = field(default_factory=dict)
    waiting: int = 0
    changed: bool = False


class Parts:
    """The parts of one output folder. At most a few are in memory; of the others only 16 bytes an article."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self._known: dict[bytes, int] = {}  # key -> part number and flags
        self._open: dict[int, _Part] = {}
        self._last = -1
        self._room = 0
        for number in folder.numbers():
            entries = list(self._read_index(number))
            if not entries:  # only a failing disk brings that about; without its index a part cannot be trusted
                folder.remove(folder.part(number))
                folder.remove(folder.index(number))
                continue
            for key, done in entries:
                self._known[key] = number << _FLAGS | (_DONE if done else 0)
            self._last, self._room = number, CAPACITY - len(entries)

    @property
    def done(self) -> int:
        """How many articles have a result."""
        return sum(1 for value in self._known.values() if value & _DONE)

    def is_done(self, key: bytes) -> bool:
        """Whether this article has a result; from now on it counts as part of this run's input."""
        value = self._known.get(key)
        if value is None:
            return False
        self._known[key] = value | _SEEN
        return bool(value & _DONE)

    def place(self, key: bytes, article_id: str) -> None:
        """Give an article its place: the one it had in an earlier run, else the next free one."""
        value = self._known.get(key)
        if value is None:
            if self._room <= 0:
                self._last, self._room = self._last + 1, CAPACITY
            self._room -= 1
            number = self._last
            self._known[key] = number << _FLAGS | _SEEN
        else:
            number = value >> _FLAGS
        part = self._open.get(number) or self._load(number)
        part.members.setdefault(key, _Member(id=article_id))
        part.waiting += 1
        part.changed = True

    def settle(self, key: bytes, line: bytes | None) -> None:
        """Keep an article's result; None leaves it undone, for the next run. A finished part goes to the disk."""
        number = self._known[key] >> _FLAGS
        part = self._open[number]
        part.waiting -= 1
        if line is not None:
            part.members[key].line = line
            part.changed = True
            self._known[key] |= _DONE
        if not part.waiting and (number != self._last or self._room <= 0):
            self._write(part)
            del self._open[number]

    def flush(self) -> None:
        """Write whatever is not on the disk yet, in the order of the parts."""
        for number in sorted(self._open):
            self._write(self._open[number])

    def drop_replaced(self) -> int:
        """Drop results of earlier runs whose article came again with another text, version or options; how many.

        Only to be called when the whole input has been seen.
        """
        if all(value & _SEEN for value in self._known.values()):
            return 0
        self.flush()
        self._open.clear()
        entries = [(number, key, own) for number in self.folder.numbers() for key, own in self._ids(number)]
        current = {own for _, key, own in entries if self._known[key] & _SEEN}
        old: dict[int, list[bytes]] = {}
        for number, key, own in entries:
            if own in current and not self._known[key] & _SEEN:
                old.setdefault(number, []).append(key)
        dropped = 0
        for number, keys in old.items():
            part = self._load(number)
            for key in keys:
                del part.members[key]
                dropped += bool(self._known.pop(key) & _DONE)
            part.changed = True
            self._write(part)
        self._open.clear()
        return dropped

    def _write(self, part: _Part) -> None:
        """The index first: every part on the disk is known to be ours."""
        if not part.changed:
            return
        lines = [member.line for member in part.members.values() if member.line is not None]
        rows: list[object] = [{"bytes": sum(len(line) + 1 for line in lines)}]
        for key, member in part.members.items():
            rows.append([key.hex(), digest(member.line).hex() if member.line is not None else None, member.id])
        index, file = self.folder.index(part.number), self.folder.part(part.number)
        self.folder.write(index, "".join(f"{json.dumps(row)}\n" for row in rows).encode())
        if lines:
            self.folder.write(file, b"".join(line + b"\n" for line in lines))
        else:
            self.folder.remove(file)
            if not part.members:
                self.folder.remove(index)
        part.changed = False

    def _load(self, number: int) -> _Part:
        """Bring a part into memory; results that the index does not know are left out."""
        part = _Part(number=number)
        self._open[number] = part
        lines = self._lines(number)
        for key, wanted, own in self._rows(number):
            part.members[key] = _Member(id=own, line=lines.get(wanted) if wanted else None)
        return part

    def _read_index(self, number: int) -> Iterator[tuple[bytes, bool]]:
        """The articles of a part, and whether each has a result: by size where it fits, else line by line."""
        rows = list(self._rows(number))
        file = self.folder.part(number)
        size = file.stat().st_size if file.exists() else 0
        there = None if size == self._size(number) else self._lines(number)
        for key, wanted, _ in rows:
            yield key, wanted is not None and (there is None or wanted in there)

    def _lines(self, number: int) -> dict[bytes, bytes]:
        file = self.folder.part(number)
        if not file.exists():
            return {}
        return {digest(line): line for line in file.read_bytes().split(b"\n")[:-1]}

    def _ids(self, number: int) -> Iterator[tuple[bytes, bytes]]:
        for key, _, own in self._rows(number):
            yield key, digest(own.encode("utf-8", "surrogatepass"))

    def _size(self, number: int) -> int:
        head = self._index_lines(number)[:1]
        return int(head[0]["bytes"]) if head else 0

    def _rows(self, number: int) -> Iterator[tuple[bytes, bytes | None, str]]:
        for key, wanted, own in self._index_lines(number)[1:]:
            yield bytes.fromhex(key), bytes.fromhex(wanted) if wanted else None, own

    def _index_lines(self, number: int) -> list:  # type: ignore[type-arg]
        """The rows of an index; none where the file is not whole."""
        file = self.folder.index(number)
        try:
            return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []
        except ValueError:
            return []
