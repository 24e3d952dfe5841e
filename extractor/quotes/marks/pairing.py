"""Opening marks and their closing partners within one paragraph, one family of glyphs at a time.

Families are paired apart from each other, so that a stray mark of one never shifts the pairs of another; within a
family a mark that cannot be what the count would make it is set aside, so that it never shifts its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.quotes.marks.glyphs import Mark


@dataclass(slots=True)
class Paired:
    """The pairs of one paragraph and family; `strays` close what was never opened, `left_open` was never closed.

    `lost` are opening marks before the last one whose partner is missing.
    """

    pairs: list[tuple[Mark, Mark]] = field(default_factory=list)
    strays: list[Mark] = field(default_factory=list)
    lost: list[Mark] = field(default_factory=list)
    left_open: Mark | None = None


def pair_doubles(found: Sequence[Mark]) -> Paired:
    """Pair the double marks of one family in one paragraph. Linear: it looks at most two marks ahead."""
    result = Paired()
    opened: Mark | None = None
    skip = -1
    for index, mark in enumerate(found):
        if index <= skip:
            continue
        if opened is None:
            opened = _start(mark, result)
        elif mark.closes and not _is_inch(mark, found, index):
            result.pairs.append((opened, mark))
            opened = None
        elif mark.opens and _closes_twice(found, index):
            result.pairs.append((mark, found[index + 1]))
            skip = index + 1
        elif mark.opens:
            result.lost.append(opened)
            opened = mark
    result.left_open = opened
    return result


def _start(mark: Mark, result: Paired) -> Mark | None:
    """The mark if it opens a quotation; otherwise it is a stray, or inches, which are nothing at all."""
    if mark.opens:
        return mark
    if mark.sure:
        result.strays.append(mark)
    return None


def _is_inch(mark: Mark, found: Sequence[Mark], index: int) -> bool:
    """Whether a mark behind a number is inches, since another one closes the same quotation."""
    if mark.sure:
        return False
    return index + 1 < len(found) and found[index + 1].closes and not found[index + 1].opens


def _closes_twice(found: Sequence[Mark], index: int) -> bool:
    """Whether two closing marks follow, so that the opening one at `index` is a quotation inside the open one."""
    following = found[index + 1 : index + 3]
    return len(following) == 2 and all(mark.closes and not mark.opens for mark in following)


def pair_singles(found: Sequence[Mark], text: str) -> Paired:
    """Pair single marks, of which most may be apostrophes: a sure closing mark wins over the first doubtful one.

    What finds no partner was an apostrophe and is left out, but for an opening mark that begins the paragraph.
    """
    result = Paired()
    opened: Mark | None = None
    doubtful: Mark | None = None
    for mark in found:
        if mark.opens:
            if opened and doubtful:
                result.pairs.append((opened, doubtful))
                opened = None
            if opened is None or not _glyphs_match(text, opened, mark):
                opened, doubtful = mark, None
        elif opened and mark.sure and _glyphs_match(text, opened, mark):
            result.pairs.append((opened, mark))
            opened = doubtful = None
        elif opened and doubtful is None and _glyphs_match(text, opened, mark):
            doubtful = mark
        elif opened is None and mark.sure:
            result.strays.append(mark)
    if opened and doubtful:
        result.pairs.append((opened, doubtful))
        opened = None
    result.left_open = opened
    return result


def _glyphs_match(text: str, opening: Mark, closing: Mark) -> bool:
    """Straight with straight, curly with curly; ‹ with ›."""
    first, last = text[opening.start], text[closing.start]
    if first in "‹›" or last in "‹›":
        return first in "‹›" and last in "‹›"
    return (first == "'") == (last == "'")


def pair_together(families: Sequence[Sequence[Mark]]) -> list[Paired]:
    """Pair the double marks of one paragraph, each family apart from the others.

    Where that leaves marks over and the families taken as one leave fewer, an editor has mixed them (“A," said X. "B.”)
    and they are one.
    """
    apart = [pair_doubles(found) for found in families]
    if len(families) < 2 or not any(map(_leftovers, apart)):
        return apart
    mixed = pair_doubles(sorted((mark for found in families for mark in found), key=lambda m: m.start))
    if _leftovers(mixed) >= sum(map(_leftovers, apart)):
        return apart
    return [mixed]


def _leftovers(paired: Paired) -> int:
    return len(paired.strays) + len(paired.lost) + (paired.left_open is not None)
