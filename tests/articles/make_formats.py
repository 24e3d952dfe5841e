"""Makes `fixtures/formats/`: one article of ours in every format that is read, furniture and all.

Run it from the root of the project, `python -m tests.articles.make_formats`, after changing the article or a format
here; what it writes is part of the project. Parquet needs pyarrow. Nothing depends on the day or machine it runs on.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import quopri
import textwrap
import zipfile
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = ROOT / "fixtures" / "articles" / "ferncroft-court" / "article.txt"
FOLDER = ROOT / "fixtures" / "formats"
TITLE, *PARAGRAPHS = ARTICLE.read_text(encoding="utf-8").strip().split("\n\n")
TEXT = "\n\n".join((TITLE, *PARAGRAPHS)) + "\n"
DAY = "2024-01-18"
URL = "https://sentinel.invalid/courts/ferncroft-fire"
OUTLET = "Ferncroft Sentinel"
REPORTER = "Odile Marsh"
FIELDS = {"title": TITLE, "published": DAY, "url": URL, "source": OUTLET, "byline": REPORTER}

#: What stands between paragraphs of a page and is none: after the second, the fourth and the sixth.
BETWEEN = {
    1: '<figure><img src="court.jpg" alt=""><figcaption>The warehouse on the morning after the fire. '
    "<span>Photograph: Ruan Hale/Sentinel</span></figcaption></figure>",
    3: '<p><strong>Read more:</strong> <a href="/night">The night the warehouse burned</a></p>'
    '<aside class="newsletter"><h3>Sign up for the Sentinel newsletter</h3>'
    "<p>Court reports in your inbox every Friday.</p><form><input><button>Sign up</button></form></aside>",
    5: '<div class="ad">Advertisement</div><p>(Photo by Ruan Hale)</p>',
}
NAVIGATION = '<header><nav><ul><li><a href="/">Home</a></li><li><a href="/courts">Courts</a></li></ul></nav></header>'
AFTER = (
    '<section class="related"><h2>Related stories</h2><ul><li><a href="/a">Council to sell the docks</a></li>'
    '<li><a href="/b">Two ferries collide in fog</a></li></ul></section>'
    '<section class="comments"><h2>Comments</h2><p>I worked there for years and nobody ever listened to us.</p></section>'
    f"<footer><p>© 2024 {OUTLET}. All rights reserved.</p></footer>"
)


def page(*, opening: str = "<!DOCTYPE html>\n<html lang='en'>", charset: str = "utf-8", picture: str = "") -> str:
    """A saved web page with the furniture that such pages have."""
    head = (
        f'<meta charset="{charset}"/><title>{escape(TITLE)} | {OUTLET}</title>'
        f'<meta property="og:site_name" content="{OUTLET}"/><meta name="author" content="{REPORTER}"/>'
        f'<meta property="article:published_time" content="{DAY}T17:40:00+00:00"/>'
        "<script>var page = {'kind': 'story', 'paywall': false};</script><style>p { margin: 1em }</style>"
    )
    story = "\n".join(f"<p>{escape(p, quote=False)}</p>{BETWEEN.get(n, '')}" for n, p in enumerate(PARAGRAPHS))
    story = story.replace("<figure><img", f"<figure>{picture}<img") if picture else story
    return (
        f"{opening}<head>{head}</head>\n<body>{NAVIGATION}<main><article><h1>{escape(TITLE)}</h1>"
        f'<p class="byline">By {REPORTER}</p>\n{story}\n</article></main>{AFTER}</body></html>\n'
    )


def saved_from_a_browser() -> bytes:
    """As a browser saves a page: "saved from url", and an encoding declared that it is really in."""
    opening = f"<!DOCTYPE html>\n<!-- saved from url=({len(URL):04}){URL} -->\n<html lang='en'>"
    return page(opening=opening, charset="windows-1252").encode("windows-1252")


def single_file() -> bytes:
    """As the SingleFile extension saves a page: its comment, pictures within the page, the wrong encoding declared."""
    opening = (
        "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n"
        f" url: {URL} \n saved date: Fri Jan 19 2024 09:12:44 GMT+0000 \n-->"
    )
    pixels = base64.b64encode(b"\x89PNG\r\n" + bytes(range(256)) * 8).decode()
    picture = f'<img src="data:image/png;base64,{pixels}"/>'
    return page(opening=opening, charset="iso-8859-1", picture=picture).encode()


def xhtml() -> bytes:
    """XHTML, with an XML declaration and void elements closed."""
    opening = '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="en">'
    return page(opening=opening).replace('alt="">', 'alt=""/>').replace("<input>", "<input/>").encode()


def markdown() -> bytes:
    """Markdown with front matter, a link, emphasis and a quotation."""
    body = "\n\n".join(PARAGRAPHS).replace("prosecutors said", "[prosecutors](https://p.invalid) said")
    body = body.replace("three men", "*three men*").replace('"You knew', '> "You knew')
    return (
        f'---\ntitle: "{TITLE}"\ndate: {DAY}\nauthor: {REPORTER}\nsource: {OUTLET}\nurl: {URL}\n---\n\n'
        f"# {TITLE}\n\n{body}\n"
    ).encode()


def mail() -> bytes:
    """A newsletter's mail: flowed plain text, and a page beside it that is not read."""
    flowed = "\n".join(line for p in PARAGRAPHS for line in (*(" \n".join(textwrap.wrap(p, 70))).split("\n"), ""))
    text = quopri.encodestring(flowed.encode()).decode()
    return (
        f"From: {REPORTER} <desk@sentinel.invalid>\nTo: readers@sentinel.invalid\nSubject: {TITLE}\n"
        "Date: Thu, 18 Jan 2024 17:40:00 +0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/alternative; boundary="=-sentinel"\n\n'
        '--=-sentinel\nContent-Type: text/plain; charset="utf-8"; format=flowed\n'
        f"Content-Transfer-Encoding: quoted-printable\n\n{text}\n"
        '--=-sentinel\nContent-Type: text/html; charset="utf-8"\n\n<p>View this mail in your browser.</p>\n'
        "--=-sentinel--\n"
    ).encode()


def mhtml() -> bytes:
    """A page as browsers save it in one file, with a picture beside it."""
    html = quopri.encodestring(page().encode()).decode()
    return (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: {URL}\nSubject: {TITLE}\n"
        "Date: Fri, 19 Jan 2024 09:12:44 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----Multipart--1"\n\n'
        f"------Multipart--1\nContent-Type: text/html\nContent-Location: {URL}\n"
        f"Content-Transfer-Encoding: quoted-printable\n\n{html}\n"
        "------Multipart--1\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
        "------Multipart--1--\n"
    ).encode()


def word() -> bytes:
    """A Word document: paragraphs in runs of different looks, tab stops, and a text box that is there twice."""
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    paragraphs = "".join(
        '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(p[:9])}</w:t></w:r>'
        f'<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">{escape(p[9:])}</w:t></w:r></w:p>'
        for p in (TITLE, *PARAGRAPHS)
    )
    properties = (
        f'<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title>'
        "</cp:coreProperties>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in (
            ("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
            ("word/document.xml", f"<w:document {names}><w:body>{paragraphs}</w:body></w:document>"),
            ("docProps/core.xml", properties),
        ):
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 18, 0, 0, 0)), content)
    return made.getvalue()


def pdf() -> bytes:
    """Two pages set in lines, with a word broken at a line's end and page numbers."""
    paragraphs = [textwrap.wrap(p, 76) for p in (TITLE, *PARAGRAPHS)]
    before, after = paragraphs[1][-1].split("firefighters")
    paragraphs[1][-1:] = [f"{before}fire-", f"fighters{after}"]
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>"]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, shown in enumerate((paragraphs[:6], paragraphs[6:]), 1):
        stream, y = f"BT /F1 11 Tf 300 40 Td ({number}) Tj ET\n", 780
        for lines in shown:
            for line in lines:
                safe = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
                stream += f"BT /F1 11 Tf 60 {y} Td ({safe}) Tj ET\n"
                y -= 14
            y -= 14
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {len(objects) + 2} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}endstream")
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return made + f"{end}startxref\n{len(made)}\n%%EOF\n".encode()


def archive() -> bytes:
    """A web archive of one page, each record packed by itself."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page().encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {URL}\r\nWARC-Date: 2024-01-19T09:12:44Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + answer + b"\r\n\r\n", mtime=0)


def table() -> bytes:
    """One row of Parquet."""
    import pyarrow  # noqa: PLC0415 - an extra
    from pyarrow import parquet  # noqa: PLC0415

    made = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist([{"id": "row", "text": TEXT, **FIELDS}]), made)
    return made.getvalue()


#: Every file, by its name, and what makes it.
FILES = {
    "page.html": lambda: page().encode(),
    "browser.htm": saved_from_a_browser,
    "singlefile.html": single_file,
    "page.xhtml": xhtml,
    "notes.md": markdown,
    "mail.eml": mail,
    "page.mhtml": mhtml,
    "document.docx": word,
    "paper.pdf": pdf,
    "object.json": lambda: json.dumps({"text": TEXT, **FIELDS}, indent=1).encode(),
    "scraped.jsonl": lambda: json.dumps({"uid": "s1", "body": TEXT, "when": f"{DAY}T17:40:00Z"}).encode() + b"\n",
    "packed.txt.gz": lambda: gzip.compress(TEXT.encode(), mtime=0),
    "crawl.warc.gz": archive,
    "rows.parquet": table,
}

if __name__ == "__main__":
    for name, make in FILES.items():
        (FOLDER / name).write_bytes(make())
