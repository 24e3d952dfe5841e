"""Days of the calendar: "May 6, 2024", "6 May", "2024-05-06", "6/5/2024", "May 3-5"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractor.dates.anchors import Anchors, day_of, full_year
from extractor.dates.grammar import Match, Reading, TemporalRule
from extractor.dates.value import Period, Unit
from extractor.dates.words import month_numbers, ordinal_numbers, weekday_numbers, words


def day_number(text: str) -> int:
    """A day number: "6", "06", "6th" and "sixth" -> 6."""
    return ordinal_numbers().get(text) or int("".join(c for c in text if c.isdigit()))


def given_year(text: str) -> int:
    """A year as given: "2024" and "'24" -> 2024."""
    return int(text) if len(text) == 4 else full_year(int(text[-2:]))


def full_date(match: Match, at: Anchors) -> Reading | None:
    """A day whose year is given."""
    day = day_of(given_year(match["y"]), month_numbers()[match["m"]], day_number(match["d"]))
    return Reading(value=str(Period.day(day))) if day else None


def day_of_told_year(match: Match, at: Anchors) -> Reading | None:
    """A day "of last year", "of that year"."""
    year = at.year_named(match["y"])
    month, number = month_numbers()[match["m"]], day_number(match["d"])
    if year is None:
        return Reading(value=f"XXXX-{month:02d}-{number:02d}")
    day = day_of(year, month, number)
    return Reading(value=str(Period.day(day)), anchor=at.published) if day else None


def month_day(match: Match, at: Anchors) -> Reading | None:
    """A day whose year is not given."""
    month, number = month_numbers()[match["m"]], day_number(match["d"])
    if "y" in match:
        last = month_numbers()[match["n"]]
        day = day_of(int(match["y"]) - (month > last), month, number)
        return Reading(value=str(Period.day(day))) if day else None
    for named in words().named_days:
        if (named.month, named.day) == (month, number) and match.after() in named.nouns:
            return Reading(value=str(Period.day(date(named.year, month, number))), aside=True)
    return open_day(match, at, month, number)


def open_day(match: Match, at: Anchors, month: int, number: int, group: str | None = None) -> Reading | None:
    """A month and a day number in the year that fits."""
    weekday = weekday_numbers()[match["w"]] if "w" in match else None
    day = at.month_day(month, number, match.span(), weekday)
    if day is not None:
        return Reading(value=str(Period.day(day)), anchor=at.published, group=group)
    if day_of(2000, month, number) is None:
        return None
    return Reading(value=f"XXXX-{month:02d}-{number:02d}", group=group)


def day_of_told_month(match: Match, at: Anchors) -> Reading | None:
    """Read "on the 31st", of the month told of; before a noun it counts ("on the 31st floor")."""
    if "r" not in match and match.after().isalpha() and match.after() not in words().behind_a_day.words:
        return None
    number = day_number(match["d"])
    month = at.month
    if match["r"] in MONTH_SHIFTS:
        month = Period.around(Unit.MONTH, at.now).shift(MONTH_SHIFTS[match["r"]]) if at.now else None
    if month is None:
        return Reading(value=f"XXXX-XX-{number:02d}")
    day = day_of(month.years(), month.number % 12 + 1, number)
    return Reading(value=str(Period.day(day)), anchor=at.reference) if day else None


#: Words before "month" that name it from today.
MONTH_SHIFTS = {"last": -1, "this": 0, "next": 1}


def day_range(match: Match, at: Anchors) -> tuple[Reading, ...] | None:
    """Two days of one month, each its own expression."""
    return days_of_month(match, at, (("one", "d"), ("two", "e")))


def day_list(match: Match, at: Anchors) -> tuple[Reading, ...] | None:
    """Three days of one month, each its own expression; a number before a noun counts it."""
    if match.after().isalpha() and match.after() not in words().behind_a_day.words:
        return None
    return days_of_month(match, at, (("one", "d"), ("two", "e"), ("three", "f")))


def days_of_month(match: Match, at: Anchors, parts: tuple[tuple[str, str], ...]) -> tuple[Reading, ...] | None:
    """The days of one month that parts of a match name by their numbers, if these rise."""
    month = month_numbers()[match["m"]]
    found: list[Reading] = []
    for group, name in parts:
        number = day_number(match[name])
        if "y" in match:
            day = day_of(given_year(match["y"]), month, number)
            reading = Reading(value=str(Period.day(day)), group=group) if day else None
        else:
            reading = open_day(match, at, month, number, group)
        if reading is None or (found and found[-1].value >= reading.value):
            return None
        found.append(reading)
    return tuple(found)


def iso_date(match: Match, at: Anchors) -> Reading | None:
    """A date in the international form."""
    written = match.text().upper()
    day = day_of(int(written[:4]), int(written[5:7]), int(written[8:10]))
    return Reading(value=written, type="TIME" if "T" in written else None) if day else None


def slashed(match: Match, at: Anchors) -> Reading | None:
    """Day and month in the order that the article's other dates show; dots always mean the day first."""
    parts = [int(p) for p in re.split(r"[/.]", match.text())]
    if parts[0] > 31:
        year, month, day = parts
    else:
        month, day, year = parts
        if at.day_first or "." in match.text():
            month, day = day, month
        if month > 12:
            month, day = day, month
    found = day_of(full_year(year) if year < 100 else year, month, day)
    return Reading(value=str(Period.day(found))) if found else None


def weekday_of_month(match: Match, at: Anchors) -> Reading:
    """Read "the first Monday of May"; that of the month or of each month recurs."""
    weekday = weekday_numbers()[match["w"]]
    if "m" not in match:
        return Reading(value=f"XXXX-WXX-{weekday + 1}", type="SET")
    month = month_numbers()[match["m"]]
    year = int(match["y"]) if "y" in match else at.year_of_month(month, match.span())
    if year is None:
        return Reading(value=f"XXXX-{month:02d}")
    first = Period.part(Unit.MONTH, year, month).span() or (date(year, month, 1),) * 2
    if match["o"] == "last":
        day = first[1] - timedelta(days=(first[1].weekday() - weekday) % 7)
    else:
        weeks = ordinal_numbers()[match["o"]] - 1
        day = first[0] + timedelta(days=(weekday - first[0].weekday()) % 7 + 7 * weeks)
    return Reading(value=str(Period.day(day)), anchor=None if "y" in match else at.published)


def week_of(match: Match, at: Anchors) -> Reading | None:
    """The week, or weekend, in which a day lies."""
    day = at.month_day(month_numbers()[match["m"]], day_number(match["d"]), match.span())
    unit = Unit.WEEKEND if match["u"] == "weekend" else Unit.WEEK
    return Reading(value=str(Period.around(unit, day)), anchor=at.published) if day else None


def nine_eleven(match: Match, at: Anchors) -> Reading:
    """The day that is known by its numbers."""
    return Reading(value="2001-09-11", aside=True)


RANGE = "(- | to | and | or | through | until)"
RULES = (
    TemporalRule(
        name="iso-date",
        patterns=("ISO",),
        produce=iso_date,
        confidence=0.99,
        examples={"2024-02-29": "DATE 2024-02-29", "2024-05-06T17:30": "TIME 2024-05-06T17:30"},
        counter_examples=("2023-02-29",),
    ),
    TemporalRule(
        name="slashed-date",
        patterns=("SLASHED",),
        produce=slashed,
        confidence=0.9,
        examples={"5/6/2024": "DATE 2024-05-06", "25/12/23": "DATE 2023-12-25", "06.05.2024": "DATE 2024-05-06"},
        counter_examples=("a 50/50/2024 split",),
    ),
    TemporalRule(
        name="month-day-year",
        patterns=("(WEEKDAYNAME ,?)? m=MONTH the? d=(DAYNUM | ORDINAL) ,? of? y=(YEAR | SHORTYEAR)",),
        produce=full_date,
        confidence=0.99,
        examples={
            "May 6, 2024": "DATE 2024-05-06",
            "Monday, May 6, 2024": "DATE 2024-05-06",
            "Feb. 29, 2024": "DATE 2024-02-29",
            "the meeting of [January 5th 1999]": "DATE 1999-01-05",
            "March 2, '97": "DATE 1997-03-02",
        },
        counter_examples=("Feb. 30, 2024",),
    ),
    TemporalRule(
        name="day-month-year",
        patterns=("(WEEKDAYNAME ,? the?)? the? d=DAYNUM of? m=MONTH ,? of? y=(YEAR | SHORTYEAR)",),
        produce=full_date,
        confidence=0.99,
        examples={"6 May 2024": "DATE 2024-05-06", "the 1st of April, 2019": "DATE 2019-04-01"},
    ),
    TemporalRule(
        name="day-of-told-year",
        patterns=(
            (
                "(w=WEEKDAYNAME ,?)? (m=MONTH d=DAYNUM | the? d=DAYNUM of? m=MONTH) ,? of?"
                " y=((last | this | next | that | the same | the (previous | following)) year)"
            ),
        ),
        produce=day_of_told_year,
        confidence=0.93,
        examples={"June 16th of last year": "DATE 2023-06-16", "3 May this year": "DATE 2024-05-03"},
    ),
    TemporalRule(
        name="day-range",
        patterns=(
            (
                f"one=((w=WEEKDAYNAME ,?)? m=MONTH d=DAYNUM) {RANGE} two=(e=DAYNUM (,? y=YEAR)?)"
                " (?! UNIT | COUNTED | percent | % | - | , INT | MONTH | AMPM | more | of)"
            ),
            f"one=(the? d=DAYNUM) {RANGE} two=(the? e=DAYNUM of? m=MONTH (,? y=YEAR)?)",
        ),
        produce=day_range,
        confidence=0.95,
        examples={
            "from [May 3] to [5]": "DATE 2024-05-03; DATE 2024-05-05",
            "[Oct. 3]-[5, 2019]": "DATE 2019-10-03; DATE 2019-10-05",
            "[3]-[5 May]": "DATE 2024-05-03; DATE 2024-05-05",
        },
        counter_examples=("may 3 to 5 people", "about 20 and 30 of them"),
    ),
    TemporalRule(
        name="day-list",
        patterns=(
            (
                "one=((w=WEEKDAYNAME ,?)? m=MONTH d=DAYNUM) , two=(e=DAYNUM) ,? (and | or)"
                " three=(f=DAYNUM (,? y=YEAR)?) (?! UNIT | COUNTED | percent | % | - | INT | MONTH | AMPM | more | of)"
            ),
            "one=(the? d=DAYNUM) , two=(the? e=DAYNUM) ,? (and | or) three=(the? f=DAYNUM of? m=MONTH (,? y=YEAR)?)",
        ),
        produce=day_list,
        confidence=0.9,
        examples={
            "on [May 3], [4] and [5]": "DATE 2024-05-03; DATE 2024-05-04; DATE 2024-05-05",
            "on [3], [4] and [6 May 2019]": "DATE 2019-05-03; DATE 2019-05-04; DATE 2019-05-06",
        },
        counter_examples=("On May 3, 4 and 5 people came.", "May 3, 20 and 7"),
    ),
    TemporalRule(
        name="month-day",
        patterns=(
            f"m=MONTH d=DAYNUM (?= ,? {RANGE} n=MONTH DAYNUM ,? y=YEAR)",
            "(w=WEEKDAYNAME ,?)? m=MONTH d=DAYNUM (?! percent | % | UNITMANY | COUNTED)",
            "(w=WEEKDAYNAME ,?)? m=MONTH the d=(DAYTH | ORDINAL)",
            "(this coming)? w=WEEKDAYNAME ,? m=MONTH d=ORDINAL",
        ),
        produce=month_day,
        confidence=0.97,
        examples={
            "May 3": "DATE 2024-05-03",
            "March 30": "DATE 2024-03-30",
            "from [June 3] to July 9, 1987": "DATE 1987-06-03",
            "Monday, Oct. 26": "DATE 2026-10-26",
            "on [Wednesday, May eighth]": "DATE 2024-05-08",
            "the [Sept. 11] attacks": "DATE 2001-09-11",
        },
        counter_examples=("They may 3 times refuse.", "They march 20 miles.", "May 20 percent go?"),
    ),
    TemporalRule(
        name="day-month",
        patterns=(
            f"the? d=DAYNUM of? m=MONTH (?= ,? {RANGE} DAYNUM of? n=MONTH ,? y=YEAR)",
            "(w=WEEKDAYNAME ,?)? the? d=DAYNUM of? m=MONTH (?! DAY)",
        ),
        produce=month_day,
        confidence=0.95,
        examples={
            "6 May": "DATE 2024-05-06",
            "the 30th of April": "DATE 2024-04-30",
            "Friday 3 May": "DATE 2024-05-03",
        },
        counter_examples=("the 3 may differ",),
    ),
    TemporalRule(
        name="day-of-told-month",
        patterns=(
            "(?<= on | until | till | by | before) the d=DAYTH",
            "the d=DAYTH of r=(last | this | next | that) month",
        ),
        produce=day_of_told_month,
        confidence=0.8,
        examples={
            "It opens on 1 June and closes on [the 30th].": "DATE 2024-06-30",
            "It opened on [the 14th of last month].": "DATE 2024-04-14",
        },
        counter_examples=("on the 31st floor", "by the 4th attempt", "the 5th of them"),
    ),
    TemporalRule(
        name="weekday-of-month",
        patterns=(
            "the? o=(first | second | third | fourth | last) w=WEEKDAY (of | in) m=MONTH (,? of? y=YEAR)?",
            "the? o=(first | second | third | fourth | last) w=WEEKDAY (of | in) (the | each | every) month",
        ),
        produce=weekday_of_month,
        confidence=0.9,
        examples={
            "the first Tuesday of May 2023": "DATE 2023-05-02",
            "the last Friday in June": "DATE 2024-06-28",
            "They meet on [the first Monday of the month].": "SET XXXX-WXX-1",
        },
        counter_examples=("the last Tuesday before May",),
    ),
    TemporalRule(
        name="week-of",
        patterns=("the? u=(week | weekend) (of | beginning | starting | ending | ended) m=MONTH d=DAYNUM",),
        produce=week_of,
        examples={"the week of April 30": "DATE 2024-W18", "the weekend of May 11": "DATE 2024-W19-WE"},
    ),
    TemporalRule(
        name="nine-eleven",
        patterns=("NAMEDDAY",),
        produce=nine_eleven,
        examples={"the [9/11] attacks": "DATE 2001-09-11"},
    ),
)
