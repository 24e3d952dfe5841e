"""How pieces make one number: "two and a half million", "one point six billion", "tens of thousands".

A piece that cannot go on the number before it begins the next one, so "three and two" are two numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.numerals.atoms import Atom, find_atoms
from extractor.numerals.lexicon import WORDS, either

#: What may stand between two pieces of one number.
GAP = re.compile(
    r"(?:\s|-|‑|–)?|\s+(?:and(?:\s+an?)?|an?|point|of(?:\s+an?)?)\s+|-(?:and-a-|point-)|\s+(?:of\s+)", re.IGNORECASE
)
#: Between two pieces of one number below a thousand.
JOINT = re.compile(r"\s|-|‑|–")
#: So many pieces has a number below a thousand thousand: "twenty-two hundred thousand".
LONGEST_PART = 4
#: What counts a scale.
COUNTING = ("unit", "teen", "ten")
#: "third" and its like are ordinals unless something is left of them to be a part of.
PART_FOLLOWS = re.compile(
    rf"\s+(?:(?:{either(WORDS.behind_parts)})\b"
    # These are nouns and adjectives, too: "a third live show", "a third support ship".
    r"|live\s+(?:in|on|with|without|within|near|at|outside|below|under|above|alone|there|here)\b"
    r"|want\b(?!\s+ads?\b)|think\b(?![\s-]+(?:tank|piece)s?\b)"
    r"|support\s+(?:an?|the|its|their|his|her|this|that|these|those|it|him|them|any|no|some|such)\b)"
    r"|\s*[.,;:)]|\s*$",
    re.IGNORECASE,
)
HALF_FOLLOWS = re.compile(
    rf"\s+(?:an?\s+(?:{either(WORDS.half_a)})|{either(WORDS.half_words)})|-(?:{either(WORDS.half_compounds)})",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"(?<!\w)an?[\s-]+$", re.IGNORECASE)
NOT_HALF = re.compile(rf"(?:{either(WORDS.the_half)}|['’]s)[\s-]+$", re.IGNORECASE)
#: "said that half of the doses had come": the word before begins a clause.
THAT_HALF_OF = re.compile(r"that\shalf\sof\s", re.IGNORECASE)
#: No article counts further; longer runs of digits are codes.
LARGEST = 1e18
#: How far back an article or a word that forbids "half" can begin.
LOOK_BACK = 10


@dataclass(slots=True)
class Number:
    """One number under construction; `value` None with `low` set is a fuzzy one."""

    start: int
    end: int
    total: float = 0.0
    current: float | None = None
    low: float | None = None
    high: float | None = None
    fraction: bool = False
    decimals: int = 0
    digits: bool = False
    pieces: list[Atom] = field(default_factory=list)

    @property
    def value(self) -> float | None:
        """What it comes to, None where it is fuzzy."""
        if self.low is not None:
            return None
        value = self.total + (self.current or 0.0)
        # 8.2 million is no 8199999.999999999.
        return round(value, 6) if self.fraction or self.decimals or value >= 1 else value


def find_numbers(text: str) -> Iterator[Number]:
    """All numbers of `text` in order, each as long as it can be."""
    number: Number | None = None
    atoms = list(find_atoms(text))
    for index, atom in enumerate(atoms):
        if number is not None and atom.start - number.end <= LOOK_BACK:
            gap = text[number.end : atom.start].lower()
            if (
                GAP.fullmatch(gap)
                and not begins_another(text, number, atoms[index : index + LONGEST_PART])
                and goes_on(number, atom, gap.strip(" -‑–\n"))
            ):
                number.end = atom.end
                number.pieces.append(atom)
                continue
        if number is not None:
            yield from finished(text, number)
        number = begun(text, atom)
    if number is not None:
        yield from finished(text, number)


def begun(text: str, atom: Atom) -> Number:
    """A number that begins with `atom`, its article included ("a hundred", "a few thousand", "a third")."""
    number = Number(atom.start, atom.end, pieces=[atom])
    before = text[max(0, atom.start - LOOK_BACK) : atom.start]
    article = ARTICLE.search(before)
    if atom.kind in ("scale", "part", "small") and article:
        number.start = atom.start - len(article[0])
    if atom.kind == "scale":
        number.current, number.total = (atom.worth, 0.0) if atom.worth <= 100 else (None, atom.worth)
    elif atom.kind == "part":
        number.current, number.fraction = 1 / atom.worth, True
        if atom.word == "half" and NOT_HALF.search(before) and not THAT_HALF_OF.match(text, atom.start - len("that ")):
            number.current = None
    elif atom.kind == "fuzzy":
        low, high = WORDS.fuzzy[atom.word]
        number.low, number.high = float(low), float(high) or None
    elif atom.kind == "small":
        number.low = None
    else:
        number.current, number.digits = atom.worth, atom.kind == "digits"
    return number


def begins_another(text: str, number: Number, ahead: Sequence[Atom]) -> bool:
    """Whether the words `ahead` are of the next number, since they come to a scale that this one has or is below.

    Such as "a hundred and two hundred" and "one million and two million"; "a hundred and two thousand" is one number.
    """
    first, last = ahead[0], number.pieces[-1]
    if last.kind != "scale" or first.kind not in COUNTING:
        return False
    limit = min(
        (piece.worth for piece in number.pieces if piece.kind == "scale" and piece.worth > 100), default=LARGEST
    )
    for before, atom in pairwise(ahead):
        if atom.kind not in (*COUNTING, "scale") or not JOINT.fullmatch(text, before.end, atom.start):
            return False
        if atom.kind == "scale" and (atom.worth == last.worth or atom.worth > 100):
            return atom.worth == last.worth or atom.worth >= limit
    return False


def goes_on(number: Number, atom: Atom, gap: str) -> bool:
    """Take `atom` into `number` if the language lets it stand there; `gap` is the word between."""
    last = number.pieces[-1]
    if last.kind in ("fuzzy", "small"):
        return widened(number, last, atom, gap)
    if gap == "point" or number.decimals:
        return decimal(number, atom, gap)
    if atom.kind == "part":
        return with_part(number, atom, gap)
    if atom.kind == "scale":
        return gap in ("", "a", "of a") and scaled(number, atom, gap)
    if atom.kind in COUNTING and not number.digits:
        return added(number, last, atom, gap)
    return False


def widened(number: Number, last: Atom, atom: Atom, gap: str) -> bool:
    """Such as "tens of thousands", "a few hundred", "a couple of dozen"."""
    if last.kind == "fuzzy":
        if gap != "of" or atom.kind not in ("fuzzy", "scale") or number.low is None or len(number.pieces) > 1:
            return False
        unit = scale_of(atom)
        if last.word not in ("tens", "hundreds", "thousands", "dozens", "scores") or unit is None:
            return False
        number.low *= unit
        number.high = (number.high + 1) * unit - 1 if number.high else None
        return True
    unit = scale_of(atom)
    if unit is None or gap not in ("", "of") or number.low is not None:
        return False
    number.low = 2.0 * unit
    number.high = None if unit >= 1_000_000 else 10.0 * unit - 1 if unit != 12 else 99.0
    return True


def scale_of(atom: Atom) -> float | None:
    """What "thousand" or "thousands" multiplies by, None for other words."""
    if atom.kind == "scale":
        return atom.worth
    worth = WORDS.scales.get(atom.word.removesuffix("s")) if atom.kind == "fuzzy" else None
    return float(worth) if worth else None


def decimal(number: Number, atom: Atom, gap: str) -> bool:
    """Spoken decimals: "one point six billion"."""
    if atom.kind == "scale" and number.decimals and gap == "":
        return scaled(number, atom, gap)
    single = atom.kind == "unit" or atom.word == "zero"
    if not single or (gap == "point") == bool(number.decimals) or gap not in ("", "point"):
        return False
    number.decimals += 1
    number.current = (number.current or 0.0) + atom.worth / 10**number.decimals
    return True


def with_part(number: Number, atom: Atom, gap: str) -> bool:
    """Such as "sixty-one and a half", "two-thirds", "three quarters"; the part's name must agree with its number."""
    if number.fraction:
        return False
    if number.current is None:
        number.total += number.pieces[-1].worth / atom.worth if gap == "and a" else 0.0
        return gap == "and a"
    if gap in ("and a", "and-a"):
        number.current += 1 / atom.worth
        return True
    plural = atom.word.endswith("s")
    if gap != "" or number.total or plural != (number.current != 1) or number.current >= atom.worth:
        return False
    number.current, number.fraction = number.current / atom.worth, True
    return True


def scaled(number: Number, atom: Atom, gap: str) -> bool:
    """Such as "five million", "12 hundred", "a half million", "a quarter of a million", "1,000 million"."""
    if number.fraction and number.pieces[0].word != "half" and gap != "of a":
        return False
    if gap and not number.fraction:
        return False
    if number.current is None:
        if atom.worth < 1000 or not number.total:
            return False
        number.total *= atom.worth
        return True
    number.fraction = False
    if atom.worth <= 100:
        if number.pieces[-1].kind == "scale":
            return False
        number.current *= atom.worth
        return True
    number.total += number.current * atom.worth
    number.current = None
    return True


def added(number: Number, last: Atom, atom: Atom, gap: str) -> bool:
    """Such as "twenty-four", "three hundred and five", "two thousand six"."""
    if last.kind == "ten" and atom.kind == "unit" and gap == "" and atom.worth:
        number.current = (number.current or 0.0) + atom.worth
        return True
    if last.kind != "scale" or last.worth == 12 or gap not in ("", "and") or atom.word == "zero":
        return False
    number.current = (number.current or 0.0) + atom.worth
    return True


def finished(text: str, number: Number) -> Iterator[Number]:
    """The number if it is one: a bare "few" or "third" is none, nor the "half" of a half-hour."""
    last = number.pieces[-1]
    if (number.value or number.low or 0.0) > LARGEST:
        return
    if last.kind == "small" or (number.current is None and number.low is None and not number.total):
        return
    if len(number.pieces) == 1 and last.word == "tens":
        return
    alone = len(number.pieces) == 1
    if alone and last.kind == "part" and not part_stands(text, number, last):
        return
    if (
        alone
        and last.kind == "scale"
        and number.start == last.start
        and last.word not in ("hundred", "thousand", "million", "billion")
    ):
        return
    yield number


def part_stands(text: str, number: Number, last: Atom) -> bool:
    """Whether a lone "half" or "a third" names a part and not a rank, a period or a relative."""
    if last.word == "half":
        return HALF_FOLLOWS.match(text, last.end) is None
    if last.word.endswith("s") or number.start == last.start:
        return False
    return PART_FOLLOWS.match(text, last.end) is not None
