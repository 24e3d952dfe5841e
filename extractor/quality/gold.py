"""Gold articles: a text, what is true of it, and where. Made by hand, in words rather than in offsets.

A folder holds `article.txt`, `about.toml` (title, publication date, what it exercises) and `gold.json`. In the gold a
passage is given by its words, and by `nth` (counted from 1) where the same words stand more than once; a quotation
in several ranges is a list of passages. So a person can write it, and a reader can check it.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class GoldError(ValueError):
    """A gold file that names a passage which the article does not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldItem:
    """One gold quote, date or claim: its ranges in the article and what is true of it."""

    spans: tuple[Span, ...]
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """One gold article; `published` is an ISO date."""

    slug: str
    text: str
    published: str
    quotes: tuple[GoldItem, ...]
    dates: tuple[GoldItem, ...]
    claims: tuple[GoldItem, ...]


def read_gold(folder: Path) -> GoldArticle:
    """Read one gold folder.

    Raises:
        GoldError: a passage of the gold is not in the article.
    """
    text = (folder / "article.txt").read_bytes().decode("utf-8")
    about = tomllib.loads((folder / "about.toml").read_text(encoding="utf-8"))
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    kinds = {
        kind: tuple(_item(text, facts, folder.name) for facts in gold[kind]) for kind in ("quotes", "dates", "claims")
    }
    return GoldArticle(slug=folder.name, text=text, published=about["published"], **kinds)


def read_all(folder: Path) -> tuple[GoldArticle, ...]:
    """All gold articles below `folder`, by name."""
    return tuple(read_gold(path.parent) for path in sorted(folder.glob("*/gold.json")))


def digest(folders: Iterable[Path]) -> str:
    """SHA-256 over articles and gold, so that floors say which data they were measured on."""
    sha = hashlib.sha256()
    for folder in sorted(folders):
        for name in ("article.txt", "about.toml", "gold.json"):
            sha.update((folder / name).read_bytes())
    return sha.hexdigest()


def _item(text: str, facts: dict[str, Any], slug: str) -> GoldItem:
    passages = facts["text"] if isinstance(facts["text"], list) else [facts["text"]]
    return GoldItem(spans=tuple(_find(text, passage, facts.get("nth", 1), slug) for passage in passages), facts=facts)


def _find(text: str, passage: str, nth: int, slug: str) -> Span:
    places = [m.start() for m in re.finditer(rf"(?<![\w,.])(?={re.escape(passage)}(?!\w))", text)]
    if not passage[0].isalnum():
        places = [m.start() for m in re.finditer(re.escape(passage), text)]
    if len(places) < nth:
        raise GoldError(f"{slug}: the article has no {nth}. {passage!r}")
    return Span(start=places[nth - 1], end=places[nth - 1] + len(passage))
