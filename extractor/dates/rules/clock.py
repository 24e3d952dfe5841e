"""Times of the day: "5 p.m. EST Wednesday", "17:30 GMT", "noon on Saturday", "midnight"."""

from __future__ import annotations

from datetime import date, timedelta

from extractor.dates.anchors import Anchors, day_of
from extractor.dates.grammar import Match, Reading, TemporalRule
from extractor.dates.rules.amounts import mod_of
from extractor.dates.rules.calendar import day_number, given_year
from extractor.dates.rules.days import DEICTIC, day_text, edge_mod, weekday_beside
from extractor.dates.words import month_numbers, part_names, weekday_numbers, words

#: How what is said of an hour begins when it is past noon.
AFTER_NOON = ("p", "afternoon", "evening", "night")
NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
#: How much further an hour seems that lies before the last one told.
BACK_WEIGHT = 4
#: Tokens in which the same hour in another zone and the day after it stand.
ZONE_REACH = 8
#: Days from the one told of.
STEPS = {"next": 1, "following": 1, "previous": -1}
ZONES = {"gmt": "Z", "utc": "Z"}


def clock_time(match: Match, at: Anchors) -> Reading | None:
    """An hour, with the day that stands beside it or else the one last named."""
    clock = clock_text(match, at)
    if clock is None:
        return None
    day = day_beside(match, at)
    return Reading(value=f"{day}T{clock}", mod=mod_of(match["a"]), anchor=at.now)


def clock_text(match: Match, at: Anchors) -> str | None:
    """HH:MM on the clock of 24 hours, None for an impossible hour."""
    if "n" in match:
        if match.before() == "high":
            return None
        return NAMED[match["n"]]
    hour, _, minute = match["c"].replace(".", ":").partition(":")
    if not minute and len(hour) == 4 and hour.isdigit():
        hour, minute = hour[:2], hour[2:]
    number = words().numbers.get(hour) or int(hour[:3] if hour.isdigit() else 99)
    if "p" in match:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if match["p"].startswith(AFTER_NOON) else 0)
    elif at.hour is not None and "z" not in match and at.near(at.hour_at, match.span()[0]):
        number = near_hour(number, hour, at.hour)
    if number > 24 or (minute and int(minute) > 59):
        return None
    zone = ZONES.get(match["z"].split()[0], "") if match["z"] else ""
    return f"{number:02d}:{minute or '00'}{zone}"


def near_hour(number: int, written: str, told: int) -> int:
    """The hour meant by one without "a.m." in a text that writes it: the nearer to the last hour, rather after it."""
    if not 1 <= number < 12 or written.startswith("0"):
        return number
    return min(number, number + 12, key=lambda hour: hour - told if hour >= told else BACK_WEIGHT * (told - hour))


def day_beside(match: Match, at: Anchors) -> str:
    """The day that the match names beside its hour."""
    now = at.now
    if "l" in match:
        return day_text(now - timedelta(days=1) if now else None)
    if "s" in match:
        return day_text(now)
    if "t" in match:
        name = match["t"]
        if name in DEICTIC:
            return day_text(now + timedelta(days=DEICTIC[name]) if now else None)
        number = weekday_numbers()[name]
        day = weekday_beside(number, match["r"], now) if "r" in match and now else at.weekday(number, match.span())
        return day.isoformat() if day else f"XXXX-WXX-{number + 1}"
    if "m" in match:
        month, number = month_numbers()[match["m"]], day_number(match["d"])
        named: date | None = (
            day_of(given_year(match["y"]), month, number) if "y" in match else at.month_day(month, number, match.span())
        )
        return named.isoformat() if named else f"XXXX-{month:02d}-{number:02d}"
    if "k" in match:
        told = at.event if match["k"].split()[1] in ("same", "day") else at.reference
        return day_text(told + timedelta(days=STEPS.get(match["k"].split()[1], 0)) if told else None)
    behind = weekday_behind(match)
    if behind is not None:
        return day_text(at.weekday(behind, match.span()))
    if match.span()[0] < at.recurs_end:
        return at.recurs
    return day_text(at.published if is_stamp(match) else at.day_near(match.span()[0]))


def is_stamp(match: Match) -> bool:
    """Whether an hour stands alone on its line, as over the entries of a live page: it is of the day published."""
    text, (start, end) = match.tokens.text, match.span()
    return text[max(0, start - 1) : start] in ("", "\n") and text[end : end + 3].lstrip(" :")[:1] in ("", "\n")


def weekday_behind(match: Match) -> int | None:
    """The weekday (Monday is 0) behind the same hour in another zone: "07:45 local time (04:45 GMT) on Saturday"."""
    tokens = [word.lower() for word in match.tokens.words[match.last + 1 : match.last + 1 + ZONE_REACH]]
    if ")" not in tokens or (tokens[0] not in ("(", ")")):
        return None
    rest = [word for word in tokens[tokens.index(")") + 1 :] if word not in ("on", ",")]
    return weekday_numbers().get(rest[0]) if rest else None


def part_of_named_day(match: Match, at: Anchors) -> Reading | None:
    """A part of a day that is named beside it; early hours without one are in the morning. "This Morning" is none."""
    if match.before() == "this" and match.raw("p")[:1].isupper():
        return None
    part = part_names()[match["p"]] if "p" in match else "TMO"
    return Reading(value=f"{day_beside(match, at)}{part}", mod=edge_mod(match), anchor=at.now)


#: A day that stands beside an hour or a part of the day.
A_DAY = (
    "((WEEKDAYNAME ,?)? (m=MONTH d=DAYNUM | d=DAYNUM m=MONTH) (,? y=YEAR)?"
    " | (r=(last | next | this))? t=WEEKDAY | t=(today | yesterday | tomorrow)"
    " | k=(the (next | following | same | previous) day | that (same)? day) | l=last night"
    " | s=this (morning | afternoon | evening))"
)
WHEN = f"(,? (on (the p=PART of)?)? {A_DAY} PART?)"
PART = "((in the | this | l=last) p=PART | at p=(night | dawn))"
ABOUT = "(a=(about | around | approximately))?"
ZONE = "(z=(ZONE time? | local time))?"
RULES = (
    TemporalRule(
        name="clock",
        patterns=(
            (
                "(shortly after | just (after | before) | a=(about | around | approximately))? c=(CLOCK |"
                " DOTCLOCK | HOUR) p=AMPM"
                f" {ZONE} {WHEN}?"
            ),
            f"{ABOUT} c=(CLOCK | DOTCLOCK | INT) (hours | hrs)? z=(ZONE time? | local time) {WHEN}?",
            f"(?<= CLOCKCUE) c=CLOCK (hours | hrs)? {WHEN}? (?! AMPM)",
            f"{ABOUT} c=(CLOCK | HOUR | CARDINAL) (o ' clock)? {PART} {WHEN}?",
            f"{ABOUT} c=(HOUR | CARDINAL) o ' clock {PART}? {WHEN}?",
            f"{ABOUT} n=(noon | midday | midnight) {ZONE} {WHEN}?",
            f"{A_DAY} PART? ,? at? {ABOUT} c=(CLOCK | DOTCLOCK | HOUR) p=AMPM {ZONE}",
        ),
        produce=clock_time,
        type="TIME",
        confidence=0.92,
        examples={
            "10 p.m. Wednesday": "TIME 2024-05-01T22:00",
            "around 8:40 p.m.": "TIME 2024-05-06T20:40 APPROX",
            "17:30 GMT": "TIME 2024-05-06T17:30Z",
            "Monday 6 May 2024 [16.40 BST]": "TIME 2024-05-06T16:40",
            "from [2211 GMT]": "TIME 2024-05-06T22:11Z",
            "noon Thursday": "TIME 2024-05-02T12:00",
            "4 p.m. EST, Nov. 12": "TIME 2023-11-12T16:00",
            "midnight": "TIME 2024-05-06T24:00",
            "at [07:45 local time] ([04:45 GMT]) on Saturday": "TIME 2024-05-04T07:45; TIME 2024-05-04T04:45Z",
            "at [four in the morning]": "TIME 2024-05-06T04:00",
            "at [14:30]": "TIME 2024-05-06T14:30",
            "It left on May 2 and came back at [6am the next day].": "TIME 2024-05-03T06:00",
            "It left on May 2 and came back at [6pm the same day].": "TIME 2024-05-02T18:00",
            "The mill is open every day from [9am] to [5.30pm].": "TIME XXXX-XX-XXT09:00; TIME XXXX-XX-XXT17:30",
            "just before 10pm last night": "TIME 2024-05-05T22:00",
            "this morning at 8.30am": "TIME 2024-05-06T08:30",
            "Thursday evening at 6pm": "TIME 2024-05-02T18:00",
            "10 a.m. next Tuesday": "TIME 2024-05-07T10:00",
            "It began at [11.40 a.m.]; by [1:20] all had left.": "TIME 2024-05-06T11:40; TIME 2024-05-06T13:20",
            "It is open daily. She came at [9am].": "TIME 2024-05-06T09:00",
        },
        counter_examples=("They won 4:30", "a ratio of 3:20", "High Noon"),
    ),
    TemporalRule(
        name="part-of-named-day",
        patterns=(
            f"the? x=EDGE? -? p=PART (of | on) {A_DAY}",
            f"x=(early | late) (in | on) the p=PART (of | on) {A_DAY}",
            f"the x=(early | late | small | predawn) p=PART? hours (of | on) {A_DAY} p=PART?",
        ),
        produce=part_of_named_day,
        type="TIME",
        confidence=0.92,
        examples={
            "the night of April 18": "TIME 2024-04-18TNI",
            "the early hours of Wednesday": "TIME 2024-05-01TMO START",
            "on [the morning of 4 May 1998]": "TIME 1998-05-04TMO",
            "the evening of Sunday": "TIME 2024-05-05TEV",
            "the early hours of this morning": "TIME 2024-05-06TMO START",
            "the night of last Tuesday": "TIME 2024-04-30TNI",
        },
        counter_examples=("He told This Morning on Monday he was well.",),
    ),
)
