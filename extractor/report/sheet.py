"""A sheet to print on with Rich that becomes a string: coloured for a terminal, plain otherwise."""

from __future__ import annotations

import re
from io import StringIO
from shutil import get_terminal_size
from typing import Final

from rich.console import Console

#: Longer lines are not easily read.
_WIDEST: Final = 140
_LINE_END: Final = re.compile(r" +\n")


class Sheet:
    """`console` prints on it. Nothing is markup, and nothing is coloured by what it looks like.

    `terminal` colours it, unless NO_COLOR is set. `width` None is the terminal's own width, or what COLUMNS says, or
    80, as far as it is easily read.
    """

    def __init__(self, *, terminal: bool = False, width: int | None = None) -> None:
        self._written = StringIO()
        self.console = Console(
            file=self._written,
            force_terminal=terminal,
            width=width or min(get_terminal_size().columns, _WIDEST),
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )

    def text(self) -> str:
        """All that was printed, without spaces at the ends of lines."""
        return _LINE_END.sub("\n", self._written.getvalue())
