"""Numbers as options give them."""

from __future__ import annotations

from math import isnan

import typer


def real_number(value: float) -> float:
    """`value`, unless it is "nan", which is a number to Python and passes every bound.

    Raises:
        typer.BadParameter: it is.
    """
    if isnan(value):
        raise typer.BadParameter(f"{value} is no number")
    return value
