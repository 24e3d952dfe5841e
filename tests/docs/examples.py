"""The examples of README and docs: a block of Python behind `<!-- run -->`, and what it prints behind `<!-- prints -->`.

`<!-- run: MODULE ... -->` names modules that an example needs beyond the package itself.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.docs.pages import PAGES, ROOT

_RUN = re.compile(
    r"<!-- run(?:: (?P<needs>[\w. ]+))? -->\n```python\n(?P<code>.*?)```\n(?:\n<!-- prints -->\n```text\n(?P<prints>.*?)```)?",
    re.DOTALL,
)
ARTICLE = ROOT / "fixtures" / "articles" / "sorvan-flood" / "article.txt"


@dataclass(frozen=True, kw_only=True)
class Example:
    name: str
    code: str
    needs: tuple[str, ...]
    prints: str | None


def examples() -> list[Example]:
    found = []
    for page in (ROOT / "README.md", *PAGES):
        for n, match in enumerate(_RUN.finditer(page.read_text(encoding="utf-8")), 1):
            needs = tuple((match["needs"] or "").split())
            found.append(Example(name=f"{page.stem}-{n}", code=match["code"], needs=needs, prints=match["prints"]))
    return found


def run(example: Example, python: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """The example run by that Python in an empty folder with an `article.txt`; nothing of this checkout on its path."""
    shutil.copy(ARTICLE, folder / "article.txt")
    file = folder / "example.py"
    file.write_text(example.code, encoding="utf-8")
    return subprocess.run(
        [python, "-X", "utf8", file.name], cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=120
    )


def can_import(module: str, python: Path) -> bool:
    return subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False).returncode == 0
