"""Web pages out of web archives (WARC). Needs warcio (extra `warc`)."""

from __future__ import annotations

import zlib
from contextlib import redirect_stderr
from io import StringIO
from typing import TYPE_CHECKING, Any, Final

from extractor.records import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.articles.inputs import Input

_BLOCK: Final = 1 << 16
_PAGES: Final = ("text/html", "application/xhtml")


def pages_in(source: Input, *, longest: int) -> Iterator[tuple[str, bytes] | Failure]:
    """Address and bytes of each page that was fetched well and is no longer than `longest`, in the archive's order."""
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415
    except ImportError:
        yield source.failure("no_warc", "web archives need warcio; python -m pip install 'newsfacts[warc]'")
        return
    if source.file is None:
        return
    found = False
    with source.file.open("rb") as stream:
        try:
            for record in _quietly(ArchiveIterator(stream)):
                if not _is_page(record):
                    continue
                found = True
                address = record.rec_headers.get_header("WARC-Target-URI") or source.id
                data = record.content_stream().read(longest + 1)
                if len(data) > longest:
                    yield source.failure("too_long", f"longer than {longest // 1_000_000} million bytes", id=address)
                elif _is_cut_off(record.raw_stream):
                    raise ArchiveLoadFailed("cut off in the middle of a page")
                else:
                    yield address, data
        except (ArchiveLoadFailed, EOFError, zlib.error) as error:
            found = True
            yield source.failure("invalid_warc", f"the archive is broken ({error}); what stood before was read")
    if not found:
        yield source.failure("empty", "no web page was found in this archive; check that it is whole")


def _quietly(records: Iterator[Any]) -> Iterator[Any]:
    """`records`, without the warnings that warcio writes to standard error by itself."""
    while True:
        with redirect_stderr(StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _is_page(record: Any) -> bool:  # noqa: ANN401  (warcio's)
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return str(headers.get_header("Content-Type", "")).lower().startswith(_PAGES)


def _is_cut_off(stream: Any) -> bool:  # noqa: ANN401  (warcio's)
    """Whether the archive ends before the record does, as its length says."""
    while stream.read(_BLOCK):
        pass
    return int(getattr(stream, "limit", 0)) > 0
