"""Reads the short notation of the sieves' examples into a plain text, the source asked for, and statements."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.records import Span, Statement

MARKS = re.compile(r"[\[\]{}]")
QUOTATION = re.compile(r'"([^"]+)"')


@dataclass(frozen=True)
class Marked:
    """`text` without the marks; `asked` is what stood in [brackets], `statements` one for it and one for every {source}."""

    text: str
    asked: Span
    statements: tuple[Statement, ...]


def marked(text: str) -> Marked:
    """Everything between straight quotation marks that holds no source is what the source nearest before or after it says.

    A source without a quotation says the rest of its sentence.
    """
    plain = MARKS.sub("", text)
    spans: dict[str, list[Span]] = {"[": [], "{": []}
    for found in re.finditer(r"([\[{])([^\]}]*)[\]}]", text):
        start = found.start() - len(MARKS.findall(text[: found.start()]))
        spans[found.group(1)].append(Span(start=start, end=start + len(found.group(2))))
    quotations = [Span(start=m.start(1), end=m.end(1)) for m in QUOTATION.finditer(plain)]
    (asked,) = spans["["]
    statements = []
    for source in sorted([asked, *spans["{"]]):
        free = [q for q in quotations if not q.overlaps(source)]
        near = min(free, key=lambda q: min(abs(q.end - source.start), abs(q.start - source.end)), default=None)
        stop = plain.find(".", source.end)
        rest = Span(start=source.end, end=stop if stop > source.end else len(plain))
        told = near if near is not None and not any(q.contains(source) for q in quotations) else rest
        statements.append(
            Statement(
                kind="direct" if told is near else "indirect",
                content=(told,),
                quoted=(told,) if told is near else (),
                source=source,
                found_by="example",
                confidence=1.0,
            )
        )
    return Marked(text=plain, asked=asked, statements=tuple(statements))
