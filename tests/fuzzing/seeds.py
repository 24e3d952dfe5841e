"""What fuzzing starts from: our own article in every format, and small pieces of everything that goes wrong."""

from __future__ import annotations

import gzip
import json
import random
from functools import cache
from pathlib import Path

from tests.fuzzing.news import PIECES
from tests.fuzzing.targets import ENDINGS, zipped

ROOT = Path(__file__).resolve().parents[2]
FINDINGS = Path(__file__).resolve().parent / "findings"
#: No seed is longer: a long one is slow to vary and finds no more.
LONGEST = 3_000

TEXTS = (
    "RUVENNA, Kestria, May 6 (Meridian Press) — “We had no warning,” Governor Ilse Tarn said on Sunday. “None.”",
    "At least 40 people were killed and 1,200 displaced, a third of them children.\n\nSource: Meridian Press\n",
    "Herald\n\nDam bursts above Ruvenna\n\nBy Ilse Tarn, Staff Writer\n\nIt rained.\n\n© 2024 Herald. All rights reserved.",
    "“One\n\n“Two\n\n“Three.” 'No,' she said. ‘Rock ’n’ roll’ 6'2\" «A» „B“ ''C'' ``D''",
    "Tarn said: \"The '90s, 'she said', were ‘good’.\" \u2028 e\u0301 👩\u200d🚒 שלום １２ ٣ \x00 \ufeff",
    "12,34,567 Rs 5 lakh, $3-5 million, 2 1/2, 3½, 1⁄32, 2×10−5, one in five, two and a half million, 1990s, 5bn",
    "from 24 to 33-35, between 4 and 5, -5, .5, 9/11, 10p.m., mid-1990s, FY2024, Q3, 490 B.C., nineteen ninety-four",
    "Mon. 6 May 2024, 5/6/2024, 06.05.2024, 2024-05-06T10:00Z, two weeks ago, the second quarter, every Tuesday, '98",
    "2024-05-06 2024-W18 2024-W18-WE 2024-W18-1 2024-Q2 2024-H1 2024-SU 202 20 BC0490 2024-05-06TMO 9999-12-31 0001",
    "Q: Why?\nTARN: [laughter] No.\nMR VANDELL: …\n\n* * *\n\nTotal dead: 192\nWounded -- 14\nHomes\t1,200\n",
    "â€œNoâ€\x9d, said ZoÃ« Brandt â€“ twice…",
    "Der Damm brach am Sonntag oberhalb von Ruvenna, sagte die Gouverneurin. Vierzig Menschen starben im Tal. " * 2,
    '=1+1 \x1b[31m\u202e<script>alert(1)</script> [bold]x[/bold] {{ 7 * 7 }} "; DROP\t@SUM(A1)\r\n',
)
MARKDOWN = (
    '---\ntitle: "Dam"\ndate: 2024-05-06\nauthor: [Ilse Tarn]\n---\n# Dam\n\n**No** _way_ [a](b(c)d) ![i](u) <!-- x -->\n> q\n- l\n```\nx\n```\n',
    "a\n===\n\n[a]: http://b\n\\* <https://a.example> __a__ ***b*** `c` ~~d~~\n",
)
MAILS = (
    (
        "From: =?utf-8?q?Ilse_Tarn?= <a@b.example>\r\nSubject: =?utf-8?b?RGFt?=\r\nDate: Mon, 6 May 2024 10:00:00 +0000\r\n"
        "Content-Type: text/plain; charset=windows-1251; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "It rained =E2=80=94 \r\nhard.\r\n-- \r\nTarn\r\n"
    ),
    (
        'Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain\n\n'
        "Stub\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\nPGh0bWw+PHA+YTwvcD4=\n--b--\n"
    ),
    "From a@b\nSnapshot-Content-Location: https://a.example\nContent-Type: message/rfc822\n\nSubject: y\n\nz\n",
)
PAGES = (
    (
        "<!doctype html><html><head><meta charset=utf-8><title>Dam | Herald</title></head><body><article><h1>Dam</h1>"
        "<p>“We had no warning at all,” Ilse Tarn said on Sunday &mdash; twice.</p><p>Forty &#x202e; people &#xD800; died.</p>"
        "</article></body></html>"
    ),
    "<?xml version='1.0' encoding='macintosh'?><html><body><table><tr><td>a<td>b</table><blockquote>q<br>r</blockquote><pre>c\n\nd</pre>"
    + "<p>word word word word word word word word word word word word</p>" * 3,
)
JSONS = (
    '{"text": "It rained. \\ud800 \\u0000", "id": 5, "title": null, "published": "2024-05-06", "byline": ["a", "b"], "url": 1.5}',
    '[{"text": "a"}, {"text": ""}, [], null, {"no": 1}]',
    '{"text": "One."}\n{"text": "Two.", "id": "x"}\n[1]\n\n{"text": 5}\n',
    '{"text": ' + "[" * 50,
)
LEXICONS = (
    (
        '[people."Corwin Vash"]\naliases = ["Vashy"]\nroles = ["harbour boss"]\ngender = "male"\n\n[first_names]\nfemale = "tovah"\n'
        '\n[cues]\nverbs = ["grumble"]\n'
    ),
    "[people]\n[cues]\nverbs = [1, 2024-05-06, {a = 'b'}]\n[first_names]\nmale = ['a']\n",
)
WORDS = (
    "<w:p><w:pPr/><w:r><w:t>It rained.</w:t><w:br/><w:tab/></w:r><w:moveFrom><w:p><w:t>a</w:t></w:p></w:moveFrom></w:p>"
    * 2
)
#: What formats turn on; the news has the rest.
TOKENS = (
    *(
        "<p>",
        "</p>",
        "<div>",
        "<table>",
        "<td>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?xml",
        "encoding=",
        "charset=",
        "&#0;",
        "data:,",
    ),
    *(
        "Content-Type: ",
        "multipart/mixed; boundary=",
        "\n--b\n",
        "base64",
        "quoted-printable",
        "=?utf-8?b?",
        "=?",
        "?=",
        "=\n",
        "=C3",
    ),
    *(
        '{"text": "',
        '"}',
        "\\ud800",
        "\\u",
        "[[",
        "1e999",
        "NaN",
        "---\n",
        "```",
        "> ",
        "# ",
        "](",
        "\n===\n",
        "**",
        "\n- ",
    ),
    *(
        "\ufeff",
        "%PDF-",
        "WARC/1.0",
        "PAR1",
        '[people."',
        "verbs = [",
        "'''",
        '"""',
        "\nSource: ",
        "\n(AFP)\n",
        "© ",
        "By A",
    ),
)


@cache
def dictionary() -> tuple[bytes, ...]:
    """Pieces that mutation puts in."""
    marks = (
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\x1f\x8b\x08",
        b"PK\x03\x04",
        b"\x00",
        b"\xff",
        b"\xed\xa0\x80",
        b"\xc3",
    )
    return marks + tuple(piece.encode("utf-8", "surrogatepass")[:60] for piece in (*TOKENS, *PIECES))


def word_xml(body: str) -> bytes:
    """A Word document's XML with this inside its body."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    title = "<d:title xmlns:d='http://purl.org/dc/elements/1.1/'>Dam</d:title>"
    return f"<w:document {space}><w:body>{body}</w:body>{title}</w:document>".encode()


@cache
def result() -> bytes:
    """A result of an earlier run, small."""
    from extractor.articles.plain import article_of  # noqa: PLC0415
    from extractor.pipeline import analyse  # noqa: PLC0415 - needs spaCy
    from extractor.report.json_output import to_json  # noqa: PLC0415
    from tests.fuzzing.guessing import guessed_doc  # noqa: PLC0415

    article = article_of(TEXTS[1], id="a", published="2024-05-06").article
    return to_json(analyse(article, guessed_doc(TEXTS[1][: article.body.end], b"\7\3\11"), "a guess")).encode()


def seeds(target: str) -> tuple[bytes, ...]:
    """Where to begin with `target`: what is of its kind, random news, and every finding that it ever had."""
    luck = random.Random(target)
    news = [luck.randbytes(80) for _ in range(20)]
    plain = [text.encode() for text in TEXTS]
    named = {
        "mail": [text.encode() for text in MAILS],
        "decoding": [
            *plain,
            TEXTS[0].encode("utf-16"),
            TEXTS[0].encode("cp1252", "replace"),
            TEXTS[3].encode("utf-16-le"),
        ],
        "word_document": [word_xml(WORDS), word_xml(""), zipped(word_xml(WORDS))],
        "lexicon": [text.encode() for text in LEXICONS],
        "guessed_parse": news,
        "files": _files(),
        "results": [result(), b"[" + result() + b"]"] if target == "results" else [],
    }
    own = {"markdown": MARKDOWN, "page": PAGES, "saved_json": JSONS}
    texts = [b"\0" + text.encode() for text in own.get(target, TEXTS)] + [b"\1" + piece for piece in news]
    found = [file.read_bytes() for file in sorted((FINDINGS / target).glob("*"))]
    return tuple(seed[:LONGEST] for seed in (*named.get(target, texts), *found))


def _files() -> list[bytes]:
    """Every kind of file, behind the byte that picks its ending."""
    kinds = {".eml": MAILS, ".md": MARKDOWN, ".html": PAGES, ".json": JSONS, ".jsonl": JSONS, ".txt": TEXTS}
    made = [bytes([ENDINGS.index(ending)]) + text.encode() for ending, texts in kinds.items() for text in texts]
    made.append(bytes([ENDINGS.index(".docx")]) + zipped(word_xml(WORDS)))
    made += [bytes([132 + n]) + text.encode() for n, text in enumerate(TEXTS)]
    made += [
        bytes([192 + n]) + gzip.compress(json.dumps({"text": text}).encode(), mtime=0) for n, text in enumerate(TEXTS)
    ]
    formats = (file for file in sorted((ROOT / "fixtures" / "formats").iterdir()) if file.stat().st_size < LONGEST)
    return made + [
        bytes([ENDINGS.index("".join(f.suffixes[:1]))]) + f.read_bytes() for f in formats if f.suffix in ENDINGS
    ]
