"""What recurs: "every week", "each July", "daily", "$5 a share a year", "on Mondays"."""

from __future__ import annotations

from extractor.dates.anchors import Anchors
from extractor.dates.grammar import Match, Reading, TemporalRule
from extractor.dates.rules.amounts import amount_of
from extractor.dates.value import length
from extractor.dates.words import month_numbers, part_names, season_names, unit_names, weekday_numbers, words


def every(match: Match, at: Anchors) -> Reading | None:
    """Each of a unit, weekday, month, season or part of the day."""
    if match["u"] == "night":
        return Reading(value="XXXX-XX-XXTNI")
    if match["u"].startswith("weekend") and "n" not in match and "o" not in match:
        return Reading(value="XXXX-WXX-WE")
    if "u" in match:
        amount = amount_of(match["n"]) if "n" in match else 2.0 if "o" in match else 1.0
        return Reading(value=length(amount, unit_names()[match["u"]]))
    if "w" in match:
        part = part_names()[match["p"]] if "p" in match else ""
        return Reading(value=f"XXXX-WXX-{weekday_numbers()[match['w']] + 1}{part}")
    if "m" in match:
        day = f"-{int(''.join(c for c in match['d'] if c.isdigit())):02d}" if "d" in match else ""
        return Reading(value=f"XXXX-{month_numbers()[match['m']]:02d}{day}")
    if "s" in match:
        return Reading(value=f"XXXX-{season_names()[match['s']]}")
    return Reading(value=f"XXXX-XX-XX{part_names()[match['p']]}")


def adverb(match: Match, at: Anchors) -> Reading | None:
    """Read "daily", "annually"; a capitalised one, or one before a name, is a newspaper."""
    if match.raw("v")[:1].isupper() and match.before() not in (".", '"', "“", "", "\n\n"):
        return None
    if match.follower()[:1].isupper():
        return None
    return Reading(value=words().rates[match["v"]])


def rate(match: Match, at: Anchors) -> Reading | None:
    """Read "a year" behind a sum, a share or a number: each year."""
    return Reading(value=length(1.0, unit_names()[match["u"]]))


def counted_rate(match: Match, at: Anchors) -> Reading | None:
    """Read "forty dinners a day", "8 inches (20 cm) an hour": a number, what it counts, and then each of a unit."""
    before, listed = match.before(), words()
    many = before.endswith(tuple(listed.plurals.words)) or before in (")", *listed.counted.words)
    if not many and match.before(2) != "of":
        return None
    for back in range(2, COUNT_REACH + 1):
        word = match.before(back)
        if word[:1].isdigit() or word in listed.numbers or word in listed.vague_counts.words:
            return rate(match, at)
        if not (word.isalpha() or word in HYPHENS or before == ")") or word in listed.apart.words:
            return None
    return None


#: Tokens from "a day" back to the number.
COUNT_REACH = 6
HYPHENS = frozenset({"-", "–", "'", "’"})

RULES = (
    TemporalRule(
        name="every",
        patterns=(
            "(every | each) (o=(other | second))? u=UNITONE (?! of (?! the))",
            "every n=(INT | CARDINAL | few | couple of) u=UNIT",
            "(every | each) (other | second)? w=WEEKDAY p=PART?",
            "(every | each) m=MONTH d=DAYNUM?",
            "(every | each) s=SEASON",
            "(every | each) p=PART",
            "w=WEEKDAYS p=PART?",
            "w=WEEKDAY p=(mornings | afternoons | evenings | nights)",
            "u=weekends",
        ),
        produce=every,
        type="SET",
        confidence=0.9,
        examples={
            "every week": "SET P1W",
            "each July": "SET XXXX-07",
            "on [Tuesdays]": "SET XXXX-WXX-2",
            "every other day": "SET P2D",
            "every other Tuesday": "SET XXXX-WXX-2",
            "every morning": "SET XXXX-XX-XXTMO",
            "every four years": "SET P4Y",
            "shut on [weekends]": "SET XXXX-WXX-WE",
            "[Every weekend] she sails.": "SET XXXX-WXX-WE",
        },
    ),
    TemporalRule(
        name="adverb-of-rate",
        patterns=(
            (
                "v=(hourly | daily | everyday | nightly | weekly | biweekly | fortnightly | monthly |"
                " bimonthly | annually | yearly | biannual | biannually)"
            ),
        ),
        produce=adverb,
        type="SET",
        confidence=0.8,
        examples={"sold [daily]": "SET P1D", "annually": "SET P1Y"},
        counter_examples=("the Harbour Daily Post",),
    ),
    TemporalRule(
        name="rate",
        patterns=(
            (
                "(?<= RATECUE | % | INT | DECIMAL | COUNTED | UNITMANY | hour | minute | day | night)"
                " (a | an) u=UNITONE (?! and a half | - | ago | earlier | later | before | after | old | or)"
            ),
            "per u=UNITONE",
        ),
        produce=rate,
        type="SET",
        confidence=0.85,
        examples={
            "$40 million [a year]": "SET P1Y",
            "twice [a week]": "SET P1W",
            "60 hours [a week]": "SET P1W",
            "an hour [a day]": "SET P1D",
            "per day": "SET P1D",
        },
        counter_examples=("5 million a year ago", "a year of change"),
    ),
    TemporalRule(
        name="counted-rate",
        patterns=(
            "(a | an) u=UNITONE (?! and a half | - | ago | earlier | later | before | after | old | or | of | to)",
        ),
        produce=counted_rate,
        type="SET",
        confidence=0.8,
        examples={
            "forty dinners [a day]": "SET P1D",
            "20 centimetres (8 inches) [an hour], he said": "SET PT1H",
            "hundreds of calls [a day] and night": "SET P1D",
            "five cups of coffee [a day]": "SET P1D",
            "takes 200 asylum seekers [a week] in ferries": "SET P1W",
        },
        counter_examples=("He gave 3 workers a day to pack.", "two visits after a week", "gives the workers a day"),
    ),
)
