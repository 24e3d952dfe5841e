"""Results read back in: JSON and JSON Lines that the program itself printed, or articles not yet read.

Of what the user names, each file is told by its first bytes: a result begins with its schema version. What cannot be
used is a `Failure`; the rest goes on.
"""

from __future__ import annotations

import json
import re
from contextlib import nullcontext
from functools import cache
from typing import TYPE_CHECKING, BinaryIO, Final

from extractor.articles.inputs import ARCHIVES, JSON, JSON_LINES, TABLES, UNREADABLE, Input, expand, unreadable
from extractor.articles.reading import looked_into, read_all, read_opened, unpacked
from extractor.records import SCHEMA_VERSION, Extraction, Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from io import BufferedReader

    from pydantic import TypeAdapter

    from extractor.records import Reading

#: A result, a list of results, or the line of an article that could not be read, by its first bytes.
RESULT: Final = re.compile(rb'(?:\xef\xbb\xbf)?\s*\[?\s*\{\s*"(?:schema_version"\s*:|article"\s*:\s*\{)')
SNIFFED: Final = 400
#: The line of a result file that says that an article could not be read.
LOST: Final = re.compile(r'\s*\{\s*"article"\s*:\s*\{[^{}]*\}\s*,\s*"error"\s*:')


def read_results(arguments: Iterable[str], *, standard_input: BinaryIO) -> Iterator[Extraction | Reading | Failure]:
    """Every result and every article that `arguments` name, in order; articles come as read, not yet worked on."""
    for found in expand(arguments):
        if isinstance(found, Failure):
            yield found
            continue
        try:
            yield from _read(found, standard_input)
        except UNREADABLE as error:
            yield unreadable(found, error)


def _read(found: Input, standard_input: BinaryIO) -> Iterator[Extraction | Reading | Failure]:
    if found.file is not None and found.ending in TABLES | ARCHIVES:  # no results, and not read as a stream
        yield from read_all([str(found.file)], standard_input=standard_input)
        return
    with nullcontext(standard_input) if found.file is None else found.file.open("rb") as stream:
        start, whole = looked_into(unpacked(stream), SNIFFED)
        yield from _results(whole, found) if RESULT.match(start) else read_opened(found, whole)


def _results(stream: BufferedReader, found: Input) -> Iterator[Extraction | Failure]:
    """The results of one file: a line each where the first line is one whole, else the whole file is one document."""
    first = stream.readline()
    whole = found.ending in JSON_LINES or _is_whole(first)
    if whole and (found.ending not in JSON or stream.peek(1)):  # JSON Lines under another name
        yield from _from_lines(first, stream, found)
    else:
        yield from _from_document(first + stream.read(), found)


def _is_whole(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _from_lines(first: bytes, stream: BufferedReader, found: Input) -> Iterator[Extraction | Failure]:
    number = 0
    line = first
    while line:
        number += 1
        text = line.decode("utf-8-sig" if number == 1 else "utf-8", "replace")
        if text.strip() and not LOST.match(text):
            yield _one(text, found, f"line {number}")
        line = stream.readline()


def _from_document(data: bytes, found: Input) -> Iterator[Extraction | Failure]:
    text = data.decode("utf-8-sig", "replace")
    if not text.lstrip().startswith("["):
        yield _one(text, found, "the file")
        return
    try:
        items = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield _no_result(found, "the file", str(error))
        return
    for number, item in enumerate(items, 1):
        yield _one(json.dumps(item), found, f"item {number}")


def _one(text: str, found: Input, shown: str) -> Extraction | Failure:
    """One result out of its JSON; what is wrong with it in one sentence."""
    from pydantic import ValidationError  # noqa: PLC0415 - a tenth of a second that other commands need not wait

    version = re.search(r'"schema_version"\s*:\s*(\d{1,9})', text[:SNIFFED])
    if version and int(version[1]) > SCHEMA_VERSION:
        message = (
            f"{shown} has schema_version {version[1]} and this program reads {SCHEMA_VERSION}; update extractor, or "
            "extract the article again"
        )
        return found.failure("newer_schema", message)
    try:
        extraction = adapter().validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        return _no_result(found, shown, f"{where}: {first['msg']}" if where else first["msg"])
    fault = _unsound(extraction)
    return _no_result(found, shown, fault) if fault else extraction


def _unsound(extraction: Extraction) -> str:
    """What the schema cannot say and yet holds of every result; empty where all of it does."""
    text = extraction.article.text
    for claim in extraction.claims:
        if any(noun is not None and not noun.strip() for noun in (claim.noun, claim.noun_inferred)):
            return f"the noun of {claim.id} is blank"
        if text is not None and text[claim.start : claim.end] != claim.text:
            return f"{claim.id} is not what the text has there"
    for quote in extraction.quotes:
        if text is not None and quote.content and quote.content[-1].end > len(text):
            return f"{quote.id} ends behind the text"
    return ""


def _no_result(found: Input, shown: str, fault: str) -> Failure:
    return found.failure("invalid_result", f"{shown} is no result of extractor ({fault}); extract the article again")


@cache
def adapter() -> TypeAdapter[Extraction]:
    """Extractions from and to plain data, validated. pydantic is imported here, not with the module."""
    from pydantic import TypeAdapter  # noqa: PLC0415

    return TypeAdapter(Extraction)
