"""Where the paragraphs of a plain text are: the unit within which quotation marks find their partners."""

from __future__ import annotations

import re

#: A text whose longest line is this short was broken by a line width, not by its author.
WIDEST_WRAPPED_LINE = 100
#: ... and one with lines shorter than this is a list or a poem.
NARROWEST_WRAPPED_LINE = 45

_LINE = re.compile(r"[^\n]+")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Ranges of the non-blank paragraphs of `text`, in order, as (start, end) code points.

    A line break ends a paragraph unless the next line goes on in lower case or, in a text of even narrow lines, its
    first word would not have fitted on the line before. Linear in the length of the text.
    """
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    width = max((end - start for start, end in lines), default=0)
    wrapped = NARROWEST_WRAPPED_LINE <= width <= WIDEST_WRAPPED_LINE
    found: list[tuple[int, int]] = []
    previous: tuple[int, int] | None = None
    for start, end in lines:
        if not text[start:end].strip():
            previous = None
            continue
        if previous and start == previous[1] + 1 and _runs_on(text, previous, (start, end), width if wrapped else 0):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        previous = (start, end)
    return found


def _runs_on(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether the break between two adjacent lines is only one of layout. `width` is 0 for an unwrapped text."""
    head = text[following[0] : following[0] + 60].split(maxsplit=1)
    if not head:
        return False
    if head[0][0].islower():
        return True
    return bool(width) and line[1] - line[0] + 1 + len(head[0]) > width
