"""Markdown into its text: front matter read, marks of headings, emphasis, links and quotations taken away."""

from __future__ import annotations

import re
from typing import Final

from extractor.articles.plain import Given, Saved

_FRONT_MATTER: Final = re.compile(r"\ufeff?---[ \t]*\n(?P<fields>(?:.*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD: Final = re.compile(r"(?P<name>[A-Za-z_-]{2,30})[ \t]*:[ \t]*(?P<value>\S.*)")
#: What the fields are called by common site generators.
_NAMES: Final = {
    "title": "title",
    "date": "published",
    "published": "published",
    "pubdate": "published",
    "publishdate": "published",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "source": "source",
    "site": "source",
    "publisher": "source",
    "url": "url",
    "link": "url",
    "canonical": "url",
}
_FENCE: Final = re.compile(r"[ \t]{0,3}(```|~~~)")
_HEADING: Final = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(?P<words>.*?)[ \t]*#*[ \t]*")
_UNDERLINE: Final = re.compile(r"[ \t]{0,3}(?:=+|-{3,}|\*{3,}|_{3,})[ \t]*")
_PREFIX: Final = re.compile(r"^[ \t]{0,3}(?:(?:>[ \t]?)+|[*+-][ \t]+(?=\S))")
_IMAGE: Final = re.compile(r"!\[[^\]\n]{0,500}\]\([^()\n]{0,2000}\)")
_LINK: Final = re.compile(r"\[([^\[\]\n]{1,500})\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)|\[[^\[\]\n]{0,100}\])")
_BARE_LINK: Final = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_REFERENCE: Final = re.compile(r"[ \t]{0,3}\[[^\]\n]{1,100}\]:[ \t]+\S.*")
_STRONG: Final = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1")
_EMPHASIS: Final = re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1(?![\w*_])")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")
_BLANK_LINES: Final = re.compile(r"\n{3,}")


def read_markdown(text: str) -> Saved:
    """The article of a Markdown file; its first heading, or its front matter, is the title and no part of the text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    fields: dict[str, str] = {}
    if front := _FRONT_MATTER.match(text):
        fields = _fields(front["fields"])
        text = text[front.end() :]
    lines, heading = _lines(_without_comments(text))
    body = _inline("\n".join(lines))
    given = Given(
        title=fields.get("title") or heading,
        published=fields.get("published"),
        url=fields.get("url"),
        source=fields.get("source"),
        byline=fields.get("byline"),
    )
    return Saved(text=_BLANK_LINES.sub("\n\n", body).strip("\n"), given=given)


def _fields(front: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in front.split("\n"):
        match = _FIELD.fullmatch(line.strip())
        name = _NAMES.get(match["name"].lower()) if match else None
        if match and name:
            found.setdefault(name, match["value"].strip().strip("[]").strip("\"'"))
    return found


def _lines(text: str) -> tuple[list[str], str | None]:
    """The lines without their block marks, and the first heading of the first level, which is not among them."""
    lines: list[str] = []
    title: str | None = None
    fence = ""
    for line in text.split("\n"):
        opening = _FENCE.match(line)
        if opening and (not fence or opening[1] == fence):
            fence = "" if fence else opening[1]
        elif fence or _REFERENCE.fullmatch(line):
            continue
        elif heading := _HEADING.fullmatch(line):
            words = heading["words"]
            if title is None and len(heading[1]) == 1 and not any(lines):
                title = _inline(words)
            else:
                lines += ["", words, ""]
        elif not _UNDERLINE.fullmatch(line):
            lines.append(_PREFIX.sub("", line, count=1).rstrip())
    return lines, title


def _without_comments(text: str) -> str:
    kept = []
    start = 0
    while (opening := text.find("<!--", start)) >= 0 and (closing := text.find("-->", opening)) >= 0:
        kept.append(text[start:opening])
        start = closing + 3
    return "".join(kept) + text[start:]


def _inline(text: str) -> str:
    """`text` without the marks inside lines."""
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _BARE_LINK.sub(r"\1", text)
    text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text))
    return _ESCAPE.sub(r"\1", text)
