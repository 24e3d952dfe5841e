"""Lengths of time: "three days", "the past two years", "a 10-year plan", "for weeks"."""

from __future__ import annotations

from extractor.dates.anchors import Anchors
from extractor.dates.grammar import Match, Reading, TemporalRule
from extractor.dates.rules.amounts import amount_of, compares, mod_of
from extractor.dates.value import LETTERS, Unit, length
from extractor.dates.words import month_numbers, unit_names, words


def duration(match: Match, at: Anchors) -> Reading | tuple[Reading, ...] | None:
    """An amount of a unit."""
    if (
        of_a_noun(match, at)
        or (match["n"] == "many" and match.before() == "as")
        or compares(match)
        or counts_none(match)
    ):
        return None
    if is_part(match):
        return ()
    unit = unit_names()[match["u"]]
    amount = amount_of(match["n"]) if "n" in match else None if match["u"].endswith("s") else 1.0
    if amount is not None and ("h" in match):
        amount += 0.5
    if unit == "second" and amount == 1:
        return None
    if match["a"] == "over" and (match.before() not in words().beyond.words or match["rest"].startswith("the ")):
        return Reading(value=length(amount, unit), group="rest")
    return Reading(value=length(amount, unit), mod=mod_of(match["a"]))


def counts_none(match: Match) -> bool:
    """Whether the number is a year of its own: "the 2024-25 school year"."""
    number = match["n"]
    behind = match.text().replace("–", "-").partition(f"{number}-")[2]
    return len(number) == 4 and number.isdigit() and behind[:1].isdigit()


def is_part(match: Match) -> bool:
    """Whether a quarter is a part of something and no time: "less than a quarter of that", "three quarters of voters".

    Quarters of a time or of what fills them are times: "three quarters of an hour", "three quarters of slow growth".
    """
    words_of = match.text().split()
    if words_of[-1] not in ("quarter", "quarters") or words_of[-2:-1] not in (["a"], ["one"], ["three"]):
        return False
    if match.after() != "of" or not match.after(2):
        return False
    if match.after(2) in ("a", "an"):
        return match.after(3) not in unit_names()
    return all(match.after(n) not in words().filling_quarters.words for n in (2, 3, 4))


def of_a_noun(match: Match, at: Anchors) -> bool:
    """Whether the number counts a noun that the unit only describes: "two night watchmen", "two day-care centres"."""
    one = match.text().split()[-1]
    if one not in BARE or "n" not in match or "h" in match or match["n"] in LESS_THAN_ONE:
        return False
    if match.tokens.words[match.last - 1] in HYPHENS or match.before() in ("a", "an"):
        return False
    compound = match.tokens.joined(match.last) and match.after() in HYPHENS
    return compound or at.context.describes(*match.span())


def year_ended(match: Match, at: Anchors) -> Reading | None:
    """The year or quarter up to a day that follows: a length, though a quarter told of before keeps its number.

    A quarter that ends with one of the calendar is that one.
    """
    if match["u"] == "quarter" and at.quarter is not None:
        return Reading(value=str(at.quarter), anchor=at.published, type="DATE")
    month = month_numbers()[match["m"]] if "m" in match else 0
    if match["u"] == "quarter" and month and month % 3 == 0:
        year = int(match["y"]) if "y" in match else at.year_of_month(month, match.span())
        return Reading(value=at.part(Unit.QUARTER, month // 3, year), anchor=at.published, type="DATE")
    return Reading(value=length(1.0, match["u"]))


def given_time(match: Match, at: Anchors) -> Reading | None:
    """Read "gave the firm a week to reply": a verb that gives time stands a few words before it."""
    for back in range(1, GIVEN_REACH + 1):
        word = match.before(back)
        if word in words().giving.words:
            return Reading(value=length(1.0, unit_names()[match["u"]]))
        if not word.isalpha():
            return None
    return None


def compound(match: Match, at: Anchors) -> Reading | None:
    """A length in two units, the larger first: "two years and five months"."""
    sizes = list(LETTERS)
    units = [unit_names()[match[name]] for name in ("u", "v")]
    amounts = [amount_of(match[name]) for name in ("n", "k")]
    if None in amounts or sizes.index(units[0]) >= sizes.index(units[1]):
        return None
    first, second = (length(amount, unit) for amount, unit in zip(amounts, units, strict=True))
    joined = second.removeprefix("PT" if first.startswith("PT") else "P")
    return Reading(value=first + joined, mod=mod_of(match["a"]))


def some_time(match: Match, at: Anchors) -> Reading:
    """A time of which nothing is known."""
    return Reading(value="PXX")


def age(match: Match, at: Anchors) -> tuple[Reading, ...]:
    """How old somebody is, which is no expression of time."""
    return ()


#: Words from the verb that gives time to the time.
GIVEN_REACH = 5
#: Units in the singular.
BARE = frozenset(word for word in unit_names() if not word.endswith("s"))
HYPHENS = frozenset({"-", "‑", "–", "—"})
#: Before these amounts a unit stands in the singular.
LESS_THAN_ONE = frozenset({"half an", "half a", "one", "1"})
BEFORE = (
    "(the (first | last | past | next | final | coming | previous | following | preceding | latest |"
    " opening | entire | full"
    " | whole | same | intervening | ensuing)? | these | those | (a | an) (additional | extra | estimated)"
    " | another | a (further | mere | full | whole | record))"
)
AMONG = (
    "(more | full | straight | consecutive | whole | business | working | trading | additional |"
    " short | long | calendar"
    " | successive | extra | solid | entire | further | academic | fiscal | financial | school | tax)"
)
HALF = "(h=(and a half))?"
OR_SO = "(or (so | more))?"
AMOUNT = f"(n=NUMBER (to | or | -) NUMBER | n=(NUMBER | VAGUE)) {AMONG}* u=UNIT {HALF} {OR_SO}"
ONE = "(year | month | week | hour | minute | decade | century | day | fortnight | weekend)"
MANY = "(years | months | weeks | days | hours | minutes | decades | centuries | quarters)"
QUARTER = "(a? quarter of (a | an) | three -? quarters of (a | an) | a quarter -)"
NOT_AGE = "(?! old | - old | of age)"
RULES = (
    TemporalRule(
        name="age",
        patterns=(
            "NUMBER -? UNIT - (old | olds)",
            "NUMBER UNIT (old | of age)",
            "(age | aged | ages) of? NUMBER UNIT?",
            "(age | aged | ages) (between | from)? NUMBER (and | to | -) NUMBER",
        ),
        produce=age,
        type="DURATION",
        confidence=0.9,
        examples={"a [52-year-old] man": ""},
    ),
    TemporalRule(
        name="hyphenated",
        patterns=(
            (
                "(a=ABOUT (a | the)?)? rest=(n=(INT | DECIMAL | CARDINAL (- CARDINAL)? | several | multi | half"
                " | hundred) -"
                f" (h=(and - a - half) -)? u=UNITONE (- long)?) {NOT_AGE}"
            ),
            "n=(INT | DECIMAL | CARDINAL (- CARDINAL)?) u=UNITONE (?! old | -)",
            "u=UNIT - long",
        ),
        produce=duration,
        type="DURATION",
        confidence=0.95,
        examples={
            "a [10-year] plan": "DURATION P10Y",
            "a [2000-hour] course": "DURATION PT2000H",
            "a [two-hour] meeting": "DURATION PT2H",
            "a [four day] rally": "DURATION P4D",
            "a [month-long] siege": "DURATION P1M",
            "a [decades-long] feud": "DURATION PXDE",
            "a [three-and-a-half-year] wait": "DURATION P3Y6M",
        },
        counter_examples=("a 12-year-old girl",),
    ),
    TemporalRule(
        name="duration",
        patterns=(
            f"(a=ABOUT)? rest=({BEFORE}? {AMOUNT}) {NOT_AGE}",
            f"{BEFORE} a=ABOUT {AMOUNT}",
            f"a=ABOUT rest=((a | an | one | another) (full | whole)? u=UNITONE {HALF})",
            f"((a | one) | (the (last | past | next | first | final)) | another) u={ONE} h=(and a half)",
        ),
        produce=duration,
        type="DURATION",
        confidence=0.93,
        examples={
            "three days": "DURATION P3D",
            "the past two years": "DURATION P2Y",
            "more than four hours": "DURATION PT4H MORE_THAN",
            "two and a half years": "DURATION P2Y6M",
            "the last few months": "DURATION PXM",
            "a couple of weeks": "DURATION P2W",
            "nearly a decade": "DURATION P10Y LESS_THAN",
            "several years": "DURATION PXY",
            "half an hour": "DURATION PT30M",
            "a year and a half": "DURATION P1Y6M",
            "spread over [three years]": "DURATION P3Y",
            "the next 10 to 15 years": "DURATION P10Y",
            "over [the past decade and a half]": "DURATION P15Y",
            "a total of [31 years]": "DURATION P31Y",
            "after [three quarters] of slow growth": "DURATION P3Q",
        },
        counter_examples=(
            "40 years old",
            "a second man",
            "two day-care centres",
            "three week-end cruises",
            "twice in as many weeks",
            "less than a quarter of that",
            "three quarters of the dead",
            "Three quarters of voters said no.",
            "Nearly three quarters of Kestrians agree.",
            "three quarters of a million people",
            "the 2024-25 school year",
            "the 2024–25 academic year",
        ),
    ),
    TemporalRule(
        name="quarter-of-a-unit",
        patterns=(
            f"(a=ABOUT)? n={QUARTER} u=(hour | century) (?! ago | earlier | later)",
            "(a=ABOUT)? n=(a quarter) u=century",
        ),
        produce=duration,
        type="DURATION",
        confidence=0.93,
        examples={
            "within [a quarter of an hour]": "DURATION PT15M",
            "after [nearly three quarters of an hour]": "DURATION PT45M LESS_THAN",
            "ruled for [a quarter of a century]": "DURATION P25Y",
        },
        counter_examples=("a quarter of the hourly wage",),
    ),
    TemporalRule(
        name="compound-length",
        patterns=(
            (
                f"(a=ABOUT)? ({BEFORE})? n=(INT | CARDINAL (-? CARDINAL)? | a | an | one) u=UNIT ,? and?"
                " k=(INT | CARDINAL (-? CARDINAL)? | a | one) v=UNIT (?! ago | earlier | later | - | old)"
            ),
        ),
        produce=compound,
        type="DURATION",
        confidence=0.93,
        examples={
            "jailed for [two years and five months]": "DURATION P2Y5M",
            "after [two hours and 15 minutes]": "DURATION PT2H15M",
            "in [3 hours 12 minutes]": "DURATION PT3H12M",
            "within [a year and a day]": "DURATION P1Y1D",
        },
        counter_examples=("five days and three years", "two days or three hours", "two years and four months ago"),
    ),
    TemporalRule(
        name="one-unit",
        patterns=(
            (
                "(?<= ONECUE) (a | an | one | another | an additional | a full | a whole)"
                f" u={ONE} (?! and a half | - | ago | earlier | later)"
            ),
            f"(a | an | one) u={ONE} (?= (a | each | every | per) UNITONE)",
            f"(a | an | one) u={ONE} (?= after | before | on (from | since) | away)",
            f"(one | another) u={ONE}",
        ),
        produce=duration,
        type="DURATION",
        confidence=0.8,
        examples={
            "within [a week]": "DURATION P1W",
            "for [a year]": "DURATION P1Y",
            "barely [a month] after the vote": "DURATION P1M",
            "She swims [an hour] a day.": "DURATION PT1H",
        },
        counter_examples=("a year ago",),
    ),
    TemporalRule(
        name="given-time",
        patterns=(f"(a | an | one | another) u={ONE} (?= to | in which | for)",),
        produce=given_time,
        type="DURATION",
        confidence=0.8,
        examples={
            "The court gave the firm [a week] to reply.": "DURATION P1W",
            "She gave herself [a month] to finish it.": "DURATION P1M",
        },
        counter_examples=("It was a year to forget.", "costs $4 a day to run", "He gave up. It was a year to forget."),
    ),
    TemporalRule(
        name="year-ended",
        patterns=(
            (
                "(the | a | its)? full? (fiscal | financial)? u=(year | quarter) (?= (ended | ending)"
                " (on? m=MONTH (DAYNUM (,? y=YEAR)?)?)?)"
            ),
            "(the | a | its)? full? (fiscal | financial)? u=(year | quarter) (?= to (the end of)? DAYNUM? MONTH)",
        ),
        produce=year_ended,
        type="DURATION",
        confidence=0.8,
        examples={
            "For [the year] ended March 31 it lost money.": "DURATION P1Y",
            "Prices rose 3% in [the year] to March.": "DURATION P1Y",
            "For [the quarter] ended March 31 it lost money.": "DATE 2024-Q1",
            "For [the quarter] ended Sept. 30, 2021, it lost money.": "DATE 2021-Q3",
            "For [the quarter] ended Jan. 31 it lost money.": "DURATION P1Q",
        },
    ),
    TemporalRule(
        name="plain-units",
        patterns=(
            (
                "(?<= MANYCUE)"
                " (many | the (coming | past | last | early | next | intervening | first | final | previous))?"
                f" u={MANY} (or (even)? {MANY})? (?! of age | ago | later | earlier | old | - old | ahead)"
            ),
            (
                "(the (last | first | past | next | early | final | coming | recent)? | recent | coming |"
                " past | future)"
                f" u={MANY} (?! of age | ago)"
            ),
            "the u=(days | weeks | months | years) (ahead | to come)",
            f"u={MANY} (?= after | before | away)",
            "u=(years | months | weeks | decades | hours) (?= of (?! the | age | operation | work | service))",
        ),
        produce=duration,
        type="DURATION",
        confidence=0.7,
        examples={
            "for [years]": "DURATION PXY",
            "within [weeks]": "DURATION PXW",
            "within [weeks or months]": "DURATION PXW",
            "despite [months] of talks": "DURATION PXM",
            "A ruling is [weeks] away.": "DURATION PXW",
            "just [hours] before the vote": "DURATION PTXH",
            "recent weeks": "DURATION PXW",
        },
    ),
    TemporalRule(
        name="vague-length",
        patterns=("(?<= for) (a long time | a time)", "a while", "some time (?! ago)"),
        produce=some_time,
        type="DURATION",
        confidence=0.6,
        examples={"for [some time]": "DURATION PXX"},
    ),
)
