"""Web pages out of web archives (WARC). Needs warcio (extra `warc`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extractor.records import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.articles.inputs import Input

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
    with source.file.open("rb") as stream:
        try:
            for record in ArchiveIterator(stream):
                headers = record.http_headers
                if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
                    continue
                if not headers.get_header("Content-Type", "").lower().startswith(_PAGES):
                    continue
                address = record.rec_headers.get_header("WARC-Target-URI") or source.id
                data = record.content_stream().read(longest + 1)
                if len(data) > longest:
                    yield source.failure("too_long", f"longer than {longest // 1_000_000} million bytes", id=address)
                else:
                    yield address, data
        except ArchiveLoadFailed as error:
            yield source.failure("invalid_warc", f"the archive is broken ({error}); what stood before was read")
