"""Text that was once decoded wrongly ("â€œNoâ€"), mended where that is certain, and then said."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extractor.records import Notice

if TYPE_CHECKING:
    from extractor.articles.decoding import Decoded

#: What UTF-8 looks like when it was read as Windows-1252: a letter of the second byte, then what is no letter there.
_SUSPECT: Final = re.compile(
    "[\u00c2-\u00c6\u00ce-\u00d1\u00d7-\u00da\u00e0-\u00ef\u00f0]"
    "[\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019"
    "\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
)


def mended(decoded: Decoded) -> Decoded:
    """`decoded` with wrongly decoded passages put right, and a warning, only where no other reading is likely."""
    if not _SUSPECT.search(decoded.text):
        return decoded
    from ftfy import fix_encoding  # noqa: PLC0415  (a tenth of a second that few files cost)
    from ftfy.badness import is_bad  # noqa: PLC0415

    if not is_bad(decoded.text):
        return decoded
    text = fix_encoding(decoded.text)
    if text == decoded.text:
        return decoded
    message = "the text had been decoded wrongly before it was saved; it was put right, and positions count in it so"
    notice = Notice(code="repaired_encoding", message=message)
    return replace(decoded, text=text, notices=(*decoded.notices, notice))
