"""Long runs of one character or piece through every reader and rule: what takes more than linear time shows here.

`python -m tests.fuzzing.long_runs --length 1000000` gives each of them a megabyte of each piece, and prints the slowest.
The tests do the same with less (`test_linear_time.py`).
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date

from spacy.tokens import Doc

from extractor.articles.asked import NOTHING
from extractor.articles.datelines import read_dateline
from extractor.articles.decoding import BinaryError, Decoded, decode, decode_declared
from extractor.articles.inputs import Input
from extractor.articles.language import language_notices
from extractor.articles.mail import read_mail
from extractor.articles.margins import read_margins
from extractor.articles.markdown import read_markdown
from extractor.articles.mojibake import mended
from extractor.articles.plain import NoArticleError
from extractor.articles.published import PublishedError, day_in, iso_day
from extractor.articles.reading import read_all
from extractor.articles.saved_json import looks_like_json, read_json
from extractor.articles.web_page import decode_page, looks_like_page
from extractor.articles.word_document import read_word_document
from extractor.checking.wording import pieces_of, words_of
from extractor.claims import find_quantities
from extractor.comparing.names import names_of
from extractor.comparing.wording import sentences, words
from extractor.dates import find_dates
from extractor.dates.reading import read as read_dates
from extractor.model import split
from extractor.numerals import find_numerals, parse_numeral
from extractor.quotes import find_statements
from extractor.quotes.marks import find_segments, paragraphs
from extractor.report.flat import line
from extractor.report.json_output import to_json
from extractor.report.visible import visible, visible_lines
from extractor.speakers import find_speakers
from extractor.speakers.names import parse_name
from tests.fuzzing.guessing import tokenizer
from tests.fuzzing.targets import zipped
from tests.growth import seconds

#: Single characters: every one that some rule looks for, and some of every kind that none does.
CHARACTERS = (
    *"1aA \n\t\r\0“”\"'‘’«»„`()[]{}<>.,:;!?…-–—%$€£½&*#=|/\\_~^+@é１٣",
    *(
        "\u0301",
        "\U0001f600",
        "\u202e",
        "\u200b",
        "\u2028",
        "\ufeff",
        "\u05d0",
        "\u3000",
        "\xa0",
        "\x85",
        "\x1b",
        "İ",
        "ﬁ",
    ),
)
#: Short pieces that some rule begins with, and that nothing ends.
REPEATED = (
    *(
        "a ",
        "A ",
        "1 ",
        "1,",
        "1.",
        "1-",
        "1/",
        "a.",
        "A. ",
        "A, ",
        "A and ",
        "\n\n",
        "a\n",
        "1\n",
        "\r\n",
        "a-",
        "a'",
        "'s ",
    ),
    *(
        '" ',
        '"a ',
        ' "a ',
        "“a” ",
        '“"',
        "''",
        "``",
        '"\n',
        "\n\n“a",
        'he said, "',
        "said that ",
        "according to A, ",
        "“a, ",
    ),
    *(
        "$1 ",
        "1% ",
        "one ",
        "million ",
        "half ",
        "of the ",
        "more than ",
        "1 to ",
        "1 in ",
        "from 1 to ",
        "including 1 ",
        "no ",
    ),
    *(
        "May 5, ",
        "5/6/",
        "'90s ",
        "1990s ",
        "2024-05-06 ",
        "last ",
        "early - the ",
        "10 p.m. ",
        "Mon. ",
        "a year ago ",
        "1/1 ",
    ),
    *(
        "> ",
        "- ",
        "---\n",
        "# a\n",
        "**a",
        "* ",
        "[a](",
        "![",
        "[[",
        "```\n",
        "<!--",
        "<b>",
        "&amp;",
        "a: ",
        "Q: ",
        "Total: 1\n",
    ),
    *(
        "=?utf-8?q?a?= ",
        "=?",
        "http://a",
        "a@b.",
        "By A ",
        "Source: ",
        "copyright ",
        "(a",
        "(A) ",
        "... ",
        "â€",
        "Mr. ",
        "A’s ",
    ),
    *(
        "he ",
        "who ",
        "“",
        "Ann Bee ",
        "Ann Bee: a\n",
        "e\u0301",
        "1 of them ",
        "killed 5, ",
        "5 killed ",
        "a third of ",
        "the A of ",
    ),
)
PUBLISHED = date(2024, 5, 6)


def _refusing(read: Callable[..., object]) -> Callable[..., None]:
    """`read`, where a refusal is as good as an answer."""

    def answered(*given: object) -> None:
        with suppress(BinaryError, NoArticleError, PublishedError):
            read(*given)

    return answered


def _mail(head: bytes) -> Callable[[str], None]:
    return lambda text: _refusing(read_mail)(head + text.encode())


def _all_names(text: str) -> None:
    for part in sentences(text, 0, len(text)):
        names_of(text, words(text, part.start, part.end))


#: What takes text, and no parse of it.
READERS: dict[str, Callable[[str], object]] = {
    "decode": lambda text: _refusing(decode)(text.encode()),
    "decode, damaged": lambda text: _refusing(decode)(text.encode() + b"\xff\xfe"),
    "decode, declared": lambda text: _refusing(decode_declared)(text.encode() + b"\xff", "windows-1251"),
    "decode, page": lambda text: _refusing(decode_page)(text.encode()),
    "mended": lambda text: mended(Decoded(text=f"â€œNoâ€\x9d, said ZoÃ« {text}")),
    "a file": lambda text: list(read_all(["-"], standard_input=io.BytesIO(text.encode()))),
    "margins": read_margins,
    "dateline": read_dateline,
    "language": language_notices,
    "day": day_in,
    "published": _refusing(iso_day),
    "page or not": lambda text: looks_like_page(text, named_so=True),
    "markdown": read_markdown,
    "mail": _mail(b"Subject: x\n\n"),
    "mail, flowed": _mail(b"Content-Type: text/plain; format=flowed\n\n"),
    "mail, parts": _mail(b"Content-Type: multipart/mixed; boundary=a\n\n--a\n"),
    "mail, head": _mail(b"Subject: "),
    "mail, address": _mail(b"From: "),
    "mail, type": _mail(b"Content-Type: "),
    "json": lambda text: list(read_json(json.dumps({"text": text}), Input(file=None, id="a"), asked=NOTHING)),
    "json, broken": lambda text: list(read_json('{"a": ' + text, Input(file=None, id="a"), asked=NOTHING)),
    "json or not": looks_like_json,
    "word document": lambda text: _refusing(read_word_document)(zipped(text.encode())),
    "paragraphs": paragraphs,
    "marks": find_segments,
    "numerals": find_numerals,
    "numeral": parse_numeral,
    "dates": lambda text: list(read_dates(text, PUBLISHED)),
    "dates, undated": lambda text: list(read_dates(text, None)),
    "tokens": lambda text: tokenizer()(text),  # noqa: PLW0108 - made when it is first asked for
    "pieces": split,
    "name": parse_name,
    "names": _all_names,
    "words": words_of,
    "stretches": lambda text: pieces_of(text, 0, len(text)),
    "visible": visible,
    "visible lines": visible_lines,
    "csv": lambda text: line([text]),
    "to json": to_json,
}
#: What takes a parse; here there is none, so that rules fall back on words.
RULES: dict[str, Callable[[Doc], object]] = {
    "find_dates": lambda doc: find_dates(doc, published="2024-05-06"),
    "find_statements": lambda doc: find_statements(doc, scare=True),
    "find_quantities": lambda doc: find_quantities(doc, (), all_quantities=True),
    "find_speakers": lambda doc: find_speakers(doc, (), ()),
}


def run_of(piece: str, length: int) -> str:
    """About `length` characters of `piece`."""
    return piece * max(1, length // len(piece))


def measured(piece: str, length: int) -> Iterable[tuple[str, float]]:
    """Every reader and rule with the seconds that a run of `piece` takes it."""
    text = run_of(piece, length)
    for name, read in READERS.items():
        yield name, seconds(read, text)
    doc = tokenizer()(text)
    for name, find in RULES.items():
        yield name, seconds(find, doc)


def main(arguments: list[str] | None = None) -> int:
    """Print whatever takes longer than `--seconds`; 1 if anything does."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing.long_runs", description=__doc__)
    parser.add_argument("--length", type=int, default=1_000_000, help="characters of each run")
    parser.add_argument("--seconds", type=float, default=10.0, help="longer than this is told")
    asked = parser.parse_args(arguments)
    slow, most = 0, (0.0, "", "")
    for piece in (*CHARACTERS, *REPEATED):
        for name, took in measured(piece, asked.length):
            most = max(most, (took, name, piece))
            if took > asked.seconds:
                slow += 1
                print(f"{name}: {took:.1f} s for {asked.length} characters of {piece!r}", flush=True)
    print(f"{slow} slow; the slowest is {most[1]} with {most[0]:.1f} s for {most[2]!r}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
