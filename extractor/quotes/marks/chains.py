"""Pairs of one paragraph into quotations that may run over several, and the repair of what has lost a mark."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.quotes.marks.glyphs import Family, Mark, marks
from extractor.quotes.marks.pairing import Paired, pair_singles, pair_together

#: Over so many paragraphs may a quotation run that is not re-opened; beyond that its closing mark was lost.
LONGEST_UNOPENED = 4
#: Words of a speaker's name and office below the quotation.
LONGEST_SIGNATURE = 10

_SENTENCE_START = re.compile(r"[.!?]\s+(?=\S)")


@dataclass(slots=True)
class Chain:
    """One quotation, from its first opening mark to behind its last closing one, with a range inside a paragraph."""

    family: Family
    start: int
    end: int
    ranges: list[tuple[int, int]]
    repaired: bool = False


def chains_of(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[list[Chain], list[int]]:
    """All quotations of the text, unordered, and the offsets of the marks that had no partner."""
    families: dict[Family, _Builder] = {}
    for number, (start, end) in enumerate(paragraphs):
        for family, paired in _paired(text, start, end).items():
            if family not in families:
                families[family] = _Builder(text=text, paragraphs=paragraphs, family=family)
            families[family].add(number, paired)
    for builder in families.values():
        builder.give_up()
    chains = [chain for builder in families.values() for chain in builder.chains]
    return chains, [place for builder in families.values() for place in builder.repairs]


def _paired(text: str, start: int, end: int) -> dict[Family, Paired]:
    """The marks of one paragraph, paired within each family that occurs; mixed ones stand under the first's name."""
    by_family: dict[Family, list[Mark]] = defaultdict(list)
    for mark in marks(text, start, end):
        by_family[mark.family].append(mark)
    singles = by_family.pop("single", None)
    paired = dict(zip(by_family, pair_together(list(by_family.values())), strict=False))
    if singles:
        paired["single"] = pair_singles(singles, text)
    return paired


@dataclass(slots=True)
class _Builder:
    """Quotations of one family, paragraph after paragraph. `open` waits for its closing mark since paragraph `last`."""

    text: str
    paragraphs: Sequence[tuple[int, int]]
    family: Family
    chains: list[Chain] = field(default_factory=list)
    repairs: list[int] = field(default_factory=list)
    open: Chain | None = None
    last: int = 0

    def add(self, number: int, paired: Paired) -> None:
        """Take the next paragraph that has marks of the family."""
        pairs = sorted(paired.pairs, key=lambda pair: pair[0].start)
        if self.open:
            self._carry_on(number, paired, pairs)
        self.chains += [Chain(self.family, a.start, b.end, [(a.end, b.start)]) for a, b in pairs]
        if self.family != "single":
            self._repair(number, paired, pairs)
        if paired.left_open:
            self.give_up()
            self._leave_open(number, paired.left_open)

    def give_up(self) -> None:
        """The open quotation never closes: it ends with its last paragraph (a single mark was an apostrophe)."""
        if self.open and self.family != "single":
            self.open.repaired = True
            self.chains.append(self.open)
            self.repairs.append(self.open.start)
        self.open = None

    def _leave_open(self, number: int, mark: Mark) -> None:
        start, end = self.paragraphs[number]
        if self.family == "single" and self.text[start : mark.start].strip():
            return
        self.open, self.last = Chain(self.family, mark.start, end, [(mark.end, end)]), number

    def _carry_on(self, number: int, paired: Paired, pairs: list[tuple[Mark, Mark]]) -> None:
        """Join to the open quotation what this paragraph has of it, or give it up."""
        chain, adjacent = self.open, number == self.last + 1
        if chain is None:
            return
        start, end = self.paragraphs[number]
        first = start + len(self.text[start:end]) - len(self.text[start:end].lstrip())
        if adjacent and pairs and pairs[0][0].start == first:
            opener, closer = pairs.pop(0)
            self._close(chain, (opener.end, closer.start), closer.end)
        elif adjacent and paired.left_open and paired.left_open.start == first:
            chain.ranges.append((paired.left_open.end, end))
            chain.end, self.last, paired.left_open = end, number, None
        elif self._closed_unopened(number, paired, pairs):
            stray = paired.strays.pop(0)
            if adjacent and self._is_signature(chain, start, stray):
                chain.end, self.open = stray.end, None
                self.chains.append(chain)
                return
            chain.ranges += self.paragraphs[self.last + 1 : number]
            self._close(chain, (start, stray.start), stray.end)
        else:
            self.give_up()

    def _closed_unopened(self, number: int, paired: Paired, pairs: list[tuple[Mark, Mark]]) -> bool:
        """Whether this paragraph closes the quotation though no paragraph since re-opened it."""
        if len(paired.strays) != 1 or pairs or paired.lost or number - self.last > LONGEST_UNOPENED:
            return False
        since, until = self.paragraphs[self.last + 1][0], paired.strays[0].start
        return not any(mark.family != "single" for mark in marks(self.text, since, until))

    def _is_signature(self, chain: Chain, start: int, stray: Mark) -> bool:
        """Whether the last line inside the marks is no speech but the speaker's name and office."""
        return (
            self.text[chain.end : start].count("\n") == 1
            and not self.text[stray.end :].split("\n", 1)[0].strip()
            and len(self.text[start : stray.start].split()) <= LONGEST_SIGNATURE
        )

    def _close(self, chain: Chain, part: tuple[int, int], end: int) -> None:
        chain.ranges.append(part)
        chain.end, self.open = end, None
        self.chains.append(chain)

    def _repair(self, number: int, paired: Paired, pairs: Sequence[tuple[Mark, Mark]]) -> None:
        """Quotations of this paragraph that lack one of their marks, each mended between its neighbours."""
        alone = [*paired.lost, *paired.strays]
        if not alone:
            return
        self.repairs += [mark.start for mark in alone]
        lost, strays = set(paired.lost), set(paired.strays)
        start, end = self.paragraphs[number]
        whole = [mark for pair in pairs for mark in pair] + alone + ([paired.left_open] if paired.left_open else [])
        for before, mark, after in _with_neighbours(sorted(whole, key=lambda m: m.start)):
            if mark in lost:
                until = self._sentence_end(mark.end, after.start if after else end)
                self.chains.append(Chain(self.family, mark.start, until, [(mark.end, until)], repaired=True))
            elif mark in strays and self.text[mark.start - 1] in ",.!?":
                since = self._sentence_start(before.end, mark.start) if before else start
                if since is not None and not any(m.family != "single" for m in marks(self.text, since, mark.start)):
                    self.chains.append(Chain(self.family, since, mark.end, [(since, mark.start)], repaired=True))

    def _sentence_end(self, start: int, end: int) -> int:
        """Behind the last full stop before the next mark, or that mark."""
        cut = max(self.text.rfind(stop, start, end) for stop in ".!?")
        return cut + 1 if cut >= 0 else end

    def _sentence_start(self, start: int, end: int) -> int | None:
        """The first sentence that begins between two marks."""
        match = _SENTENCE_START.search(self.text, start, end)
        return match.end() if match else None


def _with_neighbours(found: Sequence[Mark]) -> Iterator[tuple[Mark | None, Mark, Mark | None]]:
    for index, mark in enumerate(found):
        yield found[index - 1] if index else None, mark, found[index + 1] if index + 1 < len(found) else None
