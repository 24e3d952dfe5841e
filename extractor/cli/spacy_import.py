"""spaCy without its own command line, which is a tenth of the time that one article takes.

`import spacy` also imports `spacy.cli`, and with it an HTTP client, a project manager and every training command, only
to offer `spacy.info`. Nothing here uses them. This is done in our own command alone: a program that imports
`extractor` as a library may want `spacy.cli`, and gets it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any, Final

_MODULE: Final = "spacy.cli.info"


def leave_out_the_command_line() -> None:
    """Have a later `import spacy` find a stand-in for `spacy.cli.info`; does nothing where spaCy is there already."""
    if "spacy" in sys.modules or _MODULE in sys.modules:
        return
    stand_in = ModuleType(_MODULE, "Stands in until somebody calls `info`.")
    stand_in.info = _info  # type: ignore[attr-defined]
    sys.modules[_MODULE] = stand_in


def _info(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever spaCy's own takes
    """What spaCy's own `info` gives, imported now that somebody wants it."""
    if not hasattr(sys.modules.get(_MODULE), "__file__"):
        del sys.modules[_MODULE]
    return import_module(_MODULE).info(*arguments, **options)
