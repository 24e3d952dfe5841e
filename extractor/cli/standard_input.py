"""Standard input, where nobody may type, and which may be closed from outside, as cron and some shells do."""

from __future__ import annotations

import sys
from io import BytesIO
from typing import BinaryIO


def standard_input() -> BinaryIO:
    """Its bytes; none where it is closed."""
    return BytesIO() if sys.stdin is None else sys.stdin.buffer


def would_wait() -> bool:
    """Whether reading it would wait for somebody to type."""
    return sys.stdin is not None and sys.stdin.isatty()
