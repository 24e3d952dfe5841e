"""Years and what is larger, and halves: "1998", "1957-58", "the late 1970s", "the 20th century", "fiscal 2024"."""

from __future__ import annotations

from extractor.dates.anchors import Anchors, full_year
from extractor.dates.grammar import Match, Reading, TemporalRule
from extractor.dates.rules.amounts import mod_of
from extractor.dates.rules.days import edge_mod
from extractor.dates.value import Unit, year_text
from extractor.dates.words import ordinal_numbers, words


def bare_year(match: Match, at: Anchors) -> Reading | None:
    """Four digits that are a year by their place: not counted, not a label, and old ones only behind a preposition."""
    if not is_year(match, at):
        return None
    return Reading(value=match["y"], mod=edge_mod(match))


def is_year(match: Match, at: Anchors) -> bool:
    """Whether the words on either side let four digits be a year."""
    before, after = match.before(), match.after()
    listed = words()
    if opens_line(match):
        return True
    if "x" in match and after == "-" and len(match.after(2)) == 2 and match.after(2).isdigit():
        return False  # "the start of the 2024-25 term" tells of a range
    if (
        after in listed.counted.words
        or before in ("$", "£", "€", "#", "/", "@", "+", "=")
        or (before in (".", ":") and match.tokens.joined(match.first - 1))
        or after in ("%", "/", ":", "=")
    ):
        return False
    if "x" in match or match.text().startswith("the year") or is_bound(match):
        return True
    if before in listed.labels.words or (after == "-" and match.tokens.joined(match.last)):
        return before not in listed.labels.words
    year = int(match["y"])
    if not 1900 <= year <= 2049:
        return before in listed.old_yearcue.words
    return True


def opens_line(match: Match) -> bool:
    """Whether a year begins a line of a timeline: "2019: ..."."""
    text, (start, end) = match.tokens.text, match.span()
    return text[end : end + 2] == ": " and (not start or text[start - 1] == "\n") and match["y"] > "1000"


def is_bound(match: Match) -> bool:
    """Whether the year is one that something lasts to or from at least: "until at least 2030", "no later than 2027"."""
    listed, after = words(), match.after()
    if not 1900 <= int(match["y"]) <= 2049 or (after.isalpha() and after not in listed.behind_a_day.words):
        return False
    word, first, second = match.before(), match.before(2), match.before(3)
    if word == "than":
        return first in ("later", "earlier", "sooner", "rather", "other")
    if word in ("least", "most"):
        return first == "at" and second in listed.bounding.words
    return word in listed.approximate.words and first in listed.bounding.words


def year_range(match: Match, at: Anchors) -> tuple[Reading, ...] | None:
    """Two years, the second perhaps of two digits: each its own expression."""
    first, second = int(match["y"]), match["z"]
    other = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if other <= first or other - first > 200:
        return None
    return Reading(value=match["y"], group="y"), Reading(value=f"{other:04d}", group="z")


def short_year(match: Match, at: Anchors) -> Reading | None:
    """Read "'98": behind a preposition or a month only, since most apostrophes are something else."""
    if match.before() not in words().yearcue.words:
        return None
    return Reading(value=f"{full_year(int(match['y'][-2:])):04d}")


def spelled_year(match: Match, at: Anchors) -> Reading | None:
    """Read "nineteen ninety-four", "two thousand and four"."""
    numbers = words().numbers
    tail = sum(numbers[w] for w in match["t"].replace("-", " ").split())
    if "h" in match:
        head = numbers[match["h"]]
        if tail < 10 or (head == 20 and match.before() not in words().yearcue.words):
            return None
        return Reading(value=f"{head * 100 + tail}")
    if "t" not in match and "c" not in match:
        return None
    return Reading(value=f"{2000 + tail}")


def decade(match: Match, at: Anchors) -> Reading | None:
    """Ten years by their first digits or name; without a century the last that fits."""
    if "d" in match:
        digits = "".join(c for c in match["d"] if c.isdigit())
        if len(digits) == 4:
            return Reading(value=digits[:3], mod=edge_mod(match))
        ten = int(digits[0])
        if (
            match.before() in words().owners.words
            or (match["x"] == "mid" and match["d"][0].isdigit())
            or (match["d"][0].isdigit() and "x" not in match and match.before() != "the")
        ):
            return None
    else:
        ten = next(int(key) for key, listed in words().decades.items() if match["n"] in listed)
    if match.before() in words().owners.words:
        return None
    return Reading(value=f"{20 if ten in (0, 1) else 19}{ten}", mod=edge_mod(match))


def century_number(name: str) -> int | None:
    """The number of a century by its name: 20 for "20th" and "twentieth"; None for what no century is."""
    name = name.replace("-", " ")
    if name.startswith("twenty"):
        number = 20 + ordinal_numbers()[name.split()[-1]]
    else:
        number = ordinal_numbers().get(name) or int("".join(c for c in name if c.isdigit()))
    return number if 1 < number < 30 else None


def centuries(match: Match, at: Anchors) -> tuple[Reading, ...] | None:
    """Read "the 18th and 19th centuries": two centuries, each its own expression."""
    first, second = century_number(match["n"]), century_number(match["m"])
    if first is None or second is None or first >= second:
        return None
    return Reading(value=f"{first - 1:02d}", group="one"), Reading(value=f"{second - 1:02d}", group="two")


def century(match: Match, at: Anchors) -> Reading | None:
    """The twentieth century is the hundred years that begin with 19."""
    number = century_number(match["n"])
    if number is None:
        return None
    value = f"{number - 1:02d}"
    return Reading(value=f"BC{value}" if "b" in match and "b" in match["b"] else value, mod=edge_mod(match))


def old_year(match: Match, at: Anchors) -> Reading | None:
    """A year with its era."""
    year = int("".join(c for c in match["y"] if c.isdigit()))
    before_christ = match["b"].startswith("b")
    mod = edge_mod(match) or mod_of(match["a"])
    return Reading(value=year_text(-year if before_christ else year), mod=mod)


def half(match: Match, at: Anchors) -> Reading | None:
    """The first or second half of a year; without one only where the story tells of quarters or halves."""
    if "bare" in match and at.compared is None and at.quarter is None:
        return None
    year = at.year_named(match["y"]) if "y" in match else at.now.year if at.now else None
    first = match["n"] in ("first", "h1", "early", "opening")
    return Reading(
        value=at.part(Unit.HALF, 1 if first else 2, year), anchor=None if match["y"][:1].isdigit() else at.published
    )


def fiscal_year(match: Match, at: Anchors) -> Reading | None:
    """A fiscal year is written as the calendar year whose number it bears."""
    if "y" in match:
        digits = "".join(c for c in match["y"] if c.isdigit())
        return Reading(value=digits if len(digits) == 4 else f"{full_year(int(digits))}", mod=edge_mod(match))
    shift = {"last": -1, "previous": -1, "prior": -1, "next": 1, "coming": 1}.get(
        match["r"].split()[-1] if match["r"] else "", 0
    )
    return Reading(value=at.unit(Unit.YEAR, shift), mod=edge_mod(match), anchor=at.published)


EDGE = (
    "((the? x=(early | late | mid | later | earlier"
    " | (very? (beginning | start | middle | end | close | turn | outset) of)) (- | in | of | the)*))?"
)
RULES = (
    TemporalRule(
        name="bare-year",
        patterns=(f"{EDGE} y=YEAR", "the year y=YEAR"),
        produce=bare_year,
        confidence=0.95,
        examples={
            "in [1998]": "DATE 1998",
            "the year 2000": "DATE 2000",
            "It was warm. [The year 2016] was warmer.": "DATE 2016",
            "The lease runs until at least [2030].": "DATE 2030",
            "It will be full by around [2040], she said.": "DATE 2040",
            "The bridge closes no later than [2027].": "DATE 2027",
            "mid-1996": "DATE 1996 MID",
            "by [the end of 1990]": "DATE 1990 END",
            "since [1789]": "DATE 1789",
        },
        counter_examples=(
            "2000 people",
            "Flight 1998",
            "$1998",
            "about 1500 of them",
            "Resolution 1973",
            "at least 2000",
            "more than 2000",
            "in about 2000 schools",
        ),
    ),
    TemporalRule(
        name="year-range",
        patterns=("y=YEAR (- | /) z=(YEAR | TWO) (?! - | /)",),
        produce=year_range,
        examples={
            "[1957]-[58]": "DATE 1957; DATE 1958",
            "the [2023]-[2024] season": "DATE 2023; DATE 2024",
            "the start of the [2024]-[25] term": "DATE 2024; DATE 2025",
        },
        counter_examples=("1998-12",),
    ),
    TemporalRule(
        name="short-year",
        patterns=("y=SHORTYEAR",),
        produce=short_year,
        confidence=0.8,
        examples={"in ['98]": "DATE 1998"},
        counter_examples=("rock '98 roll",),
    ),
    TemporalRule(
        name="spelled-year",
        patterns=(
            "(the year)? h=(nineteen | twenty) t=(CARDINAL (-? CARDINAL)?) (?! UNIT | COUNTED | percent)",
            "the year c=two thousand (and? t=(CARDINAL (-? CARDINAL)?))?",
            "two thousand and? t=CARDINAL (?! UNIT | COUNTED | percent | hundred | -)",
        ),
        produce=spelled_year,
        confidence=0.85,
        examples={"nineteen ninety-four": "DATE 1994", "the year two thousand": "DATE 2000"},
        counter_examples=("nineteen two-man crews", "two thousand people"),
    ),
    TemporalRule(
        name="decade",
        patterns=(
            f"{EDGE} the? d=DECADE",
            f"{EDGE} the? d=SHORTDECADE",
            "the (x=EDGE -?)? n=DECADEWORD",
            "x=EDGE -? n=DECADEWORD",
        ),
        produce=decade,
        confidence=0.93,
        examples={
            "the late 1970s": "DATE 197 END",
            "the '80s": "DATE 198",
            "the nineties": "DATE 199",
            "the mid-1990s": "DATE 199 MID",
            "the mid-'90s": "DATE 199 MID",
        },
        counter_examples=("in his 40s", "in her early 30s", "her thirties"),
    ),
    TemporalRule(
        name="century",
        patterns=(f"{EDGE} the? n=(ORDINAL | twenty -? first) -? (century | centuries) b=ERA?",),
        produce=century,
        examples={
            "the 20th century": "DATE 19",
            "eighteenth-century": "DATE 17",
            "the early 21st century": "DATE 20 START",
        },
    ),
    TemporalRule(
        name="centuries",
        patterns=(
            (
                f"{EDGE} one=(the? n=(ORDINAL | twenty -? first)) (and | or | to | through | -) {EDGE}"
                " two=(the? m=(ORDINAL | twenty -? first) -? (century | centuries))"
            ),
        ),
        produce=centuries,
        examples={"between [the 18th] and [19th centuries]": "DATE 17; DATE 18"},
        counter_examples=("the first and second halves of the century",),
    ),
    TemporalRule(
        name="old-year",
        patterns=(
            f"{EDGE} y=(YEAR | OLDYEAR | TWO) b=ERA",
            "(a=(about | around | circa | approximately | roughly))? b=ERA y=(YEAR | OLDYEAR | TWO)",
        ),
        produce=old_year,
        examples={
            "490 BC": "DATE BC0490",
            "850 A.D.": "DATE 0850",
            "from [about AD 700] to 1100": "DATE 0700 APPROX",
        },
        counter_examples=("an AD of 1000",),
    ),
    TemporalRule(
        name="half",
        patterns=(
            (
                "(the | its | their)? n=(first | second | last | latter | opening | HTOKEN) half of (the"
                " year | (fiscal | financial)? y=(YEAR | (last | this | next | that) year))"
            ),
            "the? y=YEAR n=(first | second) half",
            "n=HTOKEN (of? y=YEAR)?",
            "the? n=(first | second) -? half (?= results | profit | profits | earnings | sales | revenue | loss | net)",
            "bare=((the | its) n=(first | second) half) (?! of | final | - | back | time)",
        ),
        produce=half,
        examples={
            "the first half of 2024": "DATE 2024-H1",
            "the second half of last year": "DATE 2023-H2",
            "H1 2023": "DATE 2023-H1",
            "the first half of fiscal 2024": "DATE 2024-H1",
            "Profit fell in the first quarter. For [the first half] it rose.": "DATE 2024-H1",
            "[First-half] profit rose from a year earlier.": "DATE 2024-H1",
        },
        counter_examples=("the first half of the game", "It scored in the first half."),
    ),
    TemporalRule(
        name="fiscal-year",
        patterns=(
            "(the | its | their)? (fiscal | financial) (year ('s)?)? y=(YEAR | SHORTYEAR | FYTOKEN)",
            "y=FYTOKEN",
            (
                f"{EDGE} (r=(this | last | next | current | previous | prior | its | their"
                " | the (latest | last | current | next | previous | prior | coming)?)) (fiscal | financial) year"
                " (?! YEAR | ended | ending)"
            ),
        ),
        produce=fiscal_year,
        confidence=0.88,
        examples={
            "fiscal 2024": "DATE 2024",
            "the fiscal year": "DATE 2024",
            "last fiscal year": "DATE 2023",
            "FY24": "DATE 2024",
        },
    ),
)
