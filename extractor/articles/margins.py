"""Head and foot of a plain-text article: which lines are outlet, byline, source, copyright or link and so no body.

Conservative: a line leaves the body only where its form is unmistakable, and never the last line that is left. What is
inside the article stays, whatever it looks like.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import dropwhile
from typing import TYPE_CHECKING, Final

from extractor.articles.datelines import Dateline, read_dateline
from extractor.articles.published import day_in
from extractor.lexicon import read_own
from extractor.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Lines looked at from either end; longer margins do not occur, and this keeps every input linear.
_DEPTH: Final = 15
#: A longer line is a paragraph. Copyright notices are the exception.
_LINE: Final = 160
_NOTICE: Final = 700

_LINES: Final = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_URL: Final = re.compile(r"<?(?:https?://|www\.)\S+>?")
_MAIL: Final = re.compile(r"(?:e-?mail:?\s*)?<?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+>?", re.IGNORECASE)
_COPYRIGHT: Final = re.compile(r"(?:copyright\b|©|\(c\)\s*(?:copyright\b|\d{4}))", re.IGNORECASE)
_RIGHTS: Final = re.compile(
    r"all rights reserved|this (?:material|content|article|story) (?:may|must|can) ?not be "
    r"(?:published|reproduced|broadcast|redistributed|copied)",
    re.IGNORECASE,
)
_HOLDER: Final = re.compile(r"(?:copyright|©|\(c\)|\d{4}(?:\s?[-–]\s?\d{4})?|by|[\s,.:])+", re.IGNORECASE)
_SOURCE: Final = re.compile(r"\(?sources?(?:\s*:\s*|\s*[-–—]\s+)(?P<name>[^()]{2,80}?)\)?\.?", re.IGNORECASE)
_NAME: Final = r"[A-ZÀ-ÖØ-Þ][\w.'’\-]*"
_POST: Final = (
    rf"(?:{_NAME}|of|in|at|and|for|the|to|staff|special|senior|chief|political|news|foreign"
    r"|writers?|correspondents?|reporters?|editors?)"
)
_BYLINE: Final = re.compile(
    r"(?:BY|By|by|Words by|Written by|Story by|Report by)[ \t:]+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
    rf"(?P<name>{_NAME}(?:,?[ ](?:and[ ]|&[ ]|in[ ]|de[ ]|van[ ]|von[ ]|al-|bin[ ])?{_NAME}){{0,9}})"
    rf"(?:\s?[|,/–—-]\s?{_POST}(?:[ ,/]{{1,2}}{_POST}){{0,7}})?\.?"
)
_CREDIT: Final = re.compile(
    r"[(\[]?(?:additional |further )?(?:reporting|writing|editing|compiled|edited|written|reported|photography)"
    r"(?: and (?:writing|editing))? by\s*:?\s+(?P<name>[^;()\[\]]{2,80})[^()\[\]]{0,300}[)\]]?\.?",
    re.IGNORECASE,
)
_CONTRIBUTED: Final = re.compile(
    r".{3,200} contributed (?:reporting )?to this (?:report|story|article)\.?[)\]]?", re.IGNORECASE
)
_STAMP: Final = re.compile(
    r"(?:first |last )?(?:published|posted|updated|modified|date)(?: on| at)?\s*:?\s.{4,60}", re.IGNORECASE
)
_LABELLED: Final = re.compile(
    r"(?:tags?|topics?|keywords|filed under|categor(?:y|ies)|read more|see also|more on this"
    r"|related(?: (?:articles?|stories|topics))?|share this(?: article| story)?|link|url|original(?: article)?"
    r"|photo(?:graph)?|image|follow (?:us|me|him|her|@?\w+))"
    r"(?:\s*:.{0,140}|\s*$)|follow .{2,60} on (?:twitter|facebook|instagram|x)\b.{0,60}",
    re.IGNORECASE,
)
_WIRE: Final = re.compile(r"[-–—/(\[]*\s?(?P<name>[A-Z][\w .'’&-]{1,30}?)[)\]/]*")
_DATE_ONLY: Final = re.compile(r"[\w ,.:/|–-]{4,60}")
_WORD: Final = re.compile(r"[^\W\d_][\w'’.-]*")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”'’)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The word lists of `margins.toml`."""

    outlet_words: frozenset[str]
    sections: frozenset[str]
    agencies: frozenset[str]
    agency_words: frozenset[str]
    end_marks: frozenset[str]


@cache
def _words() -> _Words:
    return read_own("extractor.articles", "margins.toml", _Words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    start: int
    end: int
    text: str


@dataclass(slots=True, kw_only=True)
class Margins:
    """Where the body stands, and what the lines round it and its own opening say. Offsets are code points."""

    body: Span | None = None
    title: str | None = None
    byline: str | None = None
    source: str | None = None
    agency: str | None = None
    dateline: str | None = None
    url: str | None = None
    day: str | None = None
    holders: list[str] = field(default_factory=list)

    def keep(self, name: str, value: str | None) -> None:
        """Fill a field that nothing has filled before."""
        if value and getattr(self, name) is None:
            setattr(self, name, value)


def read_margins(text: str) -> Margins:
    """Part `text` into body and margins. The body is None only where `text` holds nothing but white space."""
    margins = Margins()
    lines = list(_lines(text))
    if not lines:
        return margins
    last = _foot(lines, margins)
    first = _head(lines[:last], margins)
    body = lines[first:last]
    margins.body = Span(start=body[0].start, end=body[-1].end)
    _opening(body, text, margins)
    return margins


def _lines(text: str) -> Iterator[_Line]:
    for match in _LINES.finditer(text):
        stripped = match[0].strip()
        if stripped:
            start = match.start() + match[0].index(stripped[0])
            yield _Line(start=start, end=start + len(stripped), text=stripped)


# ---------------------------------------------------------------- foot


def _foot(lines: Sequence[_Line], margins: Margins) -> int:
    """The number of lines before the foot."""
    last = len(lines)
    while last > 1 and len(lines) - last < _DEPTH and _is_foot(lines[last - 1].text, margins):
        last -= 1
    return last


def _is_foot(line: str, margins: Margins) -> bool:
    return _is_notice(line, margins) or (
        len(line) <= 2 * _LINE
        and (_is_credit(line, margins) or line.lower() in _words().end_marks or _is_wire(line, margins))
    )


def _is_notice(line: str, margins: Margins) -> bool:
    """A copyright line or a link, at either end."""
    if len(line) > _NOTICE:
        return False
    bare = _URL.sub("", line).strip(" |–—-")
    if url := _URL.search(line):
        if not bare:
            margins.keep("url", url[0].strip("<>"))
            return True
        if _COPYRIGHT.match(bare) or _RIGHTS.search(bare):
            margins.keep("url", url[0].strip("<>"))
    if _COPYRIGHT.match(bare):
        rest = _HOLDER.match(bare)
        margins.holders.append(bare[rest.end() if rest else 0 :])
        return True
    return bool(_RIGHTS.search(bare)) or bool(_MAIL.fullmatch(line))


def _is_credit(line: str, margins: Margins) -> bool:
    """A line that says where the article comes from and who made it, at either end."""
    if source := _SOURCE.fullmatch(line):
        name = source["name"].strip()
        margins.keep("agency" if _is_agency(name) else "source", name)
        return True
    if len(line) <= _LINE and (byline := _BYLINE.fullmatch(line)):
        margins.keep("byline", byline["name"])
        return True
    if credit := _CREDIT.fullmatch(line):
        margins.keep("byline", credit["name"].strip(" ."))
        return True
    return bool(_CONTRIBUTED.fullmatch(line) or _LABELLED.fullmatch(line))


def _is_wire(line: str, margins: Margins) -> bool:
    """An agency's name alone: "-- Reuters", "(AFP)"."""
    match = _WIRE.fullmatch(line)
    if match and match["name"].lower() in _words().agencies:
        margins.keep("agency", match["name"])
        return True
    return False


def _is_agency(name: str) -> bool:
    words = _words()
    return name.lower() in words.agencies or any(w.lower() in words.agency_words for w in _WORD.findall(name))


# ---------------------------------------------------------------- head


def _head(lines: Sequence[_Line], margins: Margins) -> int:
    """The number of lines that the head takes."""
    first = 0
    while first < min(_DEPTH, len(lines) - 1):
        line, rest = lines[first].text, lines[first + 1 :]
        if not (_is_head(line, margins) or _is_outlet(line, rest, margins)):
            break
        first += 1
    return first


def _is_head(line: str, margins: Margins) -> bool:
    if _is_notice(line, margins) or (len(line) <= _LINE and _is_credit(line, margins)):
        return True
    if len(line) > _LINE:
        return False
    if _is_stamp(line):
        margins.keep("day", day_in(line))
        return True
    return line.lower() in _words().sections or _is_wire(line, margins)


def _is_stamp(line: str) -> bool:
    """A line that only says when the article appeared; one with a sentence in it is none."""
    if _SENTENCE_END.search(line) and not re.search(r"[ap]\.m\.$", line):
        return False
    return bool(_STAMP.fullmatch(line)) or (bool(_DATE_ONLY.fullmatch(line)) and _is_only_a_day(line))


def _is_only_a_day(line: str) -> bool:
    """Whether hardly anything but a whole day stands in `line`: "Monday, May 6, 2024 | 10:15"."""
    return day_in(line) is not None and len(_WORD.findall(line)) <= 4


def _is_outlet(line: str, rest: Sequence[_Line], margins: Margins) -> bool:
    """A short name above the headline: known by its last word, or named again in the copyright line."""
    words = line.split()
    if len(words) > 5 or _SENTENCE_END.search(line) or not _is_name(words):
        return False
    plain = _squeeze(line)
    if plain and any(plain in _squeeze(holder) for holder in (*margins.holders, margins.url or "")):
        margins.keep("source", line)
        return True
    if not _above_headline(rest):
        return False
    if len(words) == 1 or words[-1].lower() in _words().outlet_words:
        margins.keep("source", line)
        return True
    return False


def _is_name(words: Sequence[str]) -> bool:
    return all(w[0].isupper() or w in {"of", "the", "and", "&"} or "." in w for w in words) and not any(
        c.isdigit() for w in words for c in w
    )


def _above_headline(rest: Sequence[_Line]) -> bool:
    """Whether a headline and then a paragraph follow, or the paragraph would be taken for one."""
    rest = list(dropwhile(lambda line: _is_head(line.text, Margins()), rest[:_DEPTH]))
    return (
        len(rest) >= 2
        and len(rest[0].text) < _LINE
        and len(rest[0].text.split()) >= 3
        and not _SENTENCE_END.search(rest[0].text)
        and read_dateline(rest[0].text) is None
        and any(_SENTENCE_END.search(line.text) for line in rest[1:4])
    )


def _squeeze(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())


# ---------------------------------------------------------------- opening


def _opening(body: Sequence[_Line], text: str, margins: Margins) -> None:
    """Title, byline, day and dateline from the body's own first lines, which stay in the body.

    A page that was copied by hand has its day under the headline: "Monday 12 September 2022 16.40 BST".
    """
    for number, line in enumerate(body[:6]):
        dateline = read_dateline(line.text)
        if dateline is not None and _is_sure(dateline):
            margins.keep("dateline", dateline.text)
            margins.keep("agency", dateline.agency)
            margins.keep("day", dateline.day)
            break
        if not number or len(line.text) > _LINE:
            continue
        if byline := _BYLINE.fullmatch(line.text):
            margins.keep("byline", byline["name"])
        elif _is_stamp(line.text):
            margins.keep("day", day_in(line.text))
    if len(body) > 1 and _is_headline(body[0].text) and _blank_between(text, body[0], body[1]):
        margins.keep("title", body[0].text)


def _is_sure(dateline: Dateline) -> bool:
    """Whether a bracket holds an agency rather than a party or a nickname, where nothing else tells a dateline."""
    agency, place = dateline.agency, dateline.text or ""
    return (
        agency is None or place.isupper() or any(c.isdigit() for c in place) or agency.isupper() or _is_agency(agency)
    )


def _is_headline(line: str) -> bool:
    return (
        len(line) <= _LINE
        and 2 <= len(line.split()) <= 22
        and not re.search(r"[.:;,…\-—–_][\"”’']*$", line)
        and line[0] not in "\"“'‘«`"
        and read_dateline(line) is None
    )


def _blank_between(text: str, first: _Line, second: _Line) -> bool:
    between = text[first.end : second.start]
    return len(between.replace("\r\n", "\n").strip(" \t\xa0")) > 1
