"""Weekdays, today and its neighbours, and the parts of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from extractor.dates.anchors import Anchors, Direction
from extractor.dates.grammar import Match, Reading, TemporalRule
from extractor.dates.value import Unit
from extractor.dates.words import part_names, weekday_numbers, words

#: Words before a weekday that name the week it is in.
WEEK_SHIFTS = {"last": -1, "next": 1}
#: Words from "than" to the "today" that is these days.
THAN_REACH = 4
#: Years from the one told of to the "today" that is these days.
LONG_PAST = 2
#: The weekdays from one to the other, words between them, and words before them when they are days of one week.
WORKING = frozenset({("monday", "friday"), ("monday", "saturday"), ("monday", "sunday"), ("tuesday", "sunday")})
TO = frozenset({"to", "through", "-", "–"})
FROM = frozenset({"from", "on", "between", "last", "next", "this"})
DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def edge_mod(match: Match, group: str = "x") -> str | None:
    """START, MID or END for the first telling word of a named part."""
    return next((words().edges[w] for w in match[group].replace("-", " ").split() if w in words().edges), None)


def day_text(day: date | None) -> str:
    """A day's value, open when unknown."""
    return day.isoformat() if day else "XXXX-XX-XX"


def with_part(match: Match, value: str, at: Anchors, anchor: date | None) -> Reading:
    """A day, or the part of it that the match names."""
    if "p" in match:
        value += part_names()[match["p"]]
    return Reading(value=value, mod=edge_mod(match), anchor=anchor, type="TIME" if "p" in match else None)


def weekday(match: Match, at: Anchors) -> Reading | None:
    """A weekday without a word that says which."""
    if match.before() in words().named_weekdays.words or match.follower() in words().papers.words:
        return None
    number = weekday_numbers()[match["w"]]
    if match.before() in ("a", "an") and (not match.after().isalpha() or match.after() in words().behind_a_day.words):
        if at.day is not None and at.day.weekday() == number and match.before(2) == ",":
            return with_part(match, at.day.isoformat(), at, None)
        return replace(with_part(match, f"XXXX-WXX-{number + 1}", at, None), aside=True)
    if is_whole_week(match) and at.context.tense(*match.span()) is not Direction.PAST:
        return replace(with_part(match, f"XXXX-WXX-{number + 1}", at, None), type="SET")
    day = at.weekday(number, match.span())
    return with_part(match, day.isoformat() if day else f"XXXX-WXX-{number + 1}", at, at.now)


def is_whole_week(match: Match) -> bool:
    """Whether a weekday begins or ends the days on which something is always so: "open Monday to Friday"."""
    ends = (match["w"], match.after(2)) if match.after() in TO else (match.before(2), match["w"])
    start = match.before() if match.after() in TO else match.before(3)
    return (match.after() in TO or match.before() in TO) and ends in WORKING and start not in FROM


def near_weekday(match: Match, at: Anchors) -> Reading:
    """Say that "last Tuesday" is the one before today, "next Tuesday" the one after, "this Tuesday" this week's."""
    number, which = weekday_numbers()[match["w"]], match["r"].split()[-1]
    start = at.reference if which in ("previous", "following", "preceding") else at.now
    if start is None:
        return with_part(match, f"XXXX-WXX-{number + 1}", at, None)
    return with_part(match, weekday_beside(number, which, start).isoformat(), at, start)


def weekday_beside(number: int, which: str, start: date) -> date:
    """The weekday that "last", "next" or "this" names from a day on."""
    if which in ("last", "past", "previous", "preceding"):
        return start - timedelta(days=(start.weekday() - number - 1) % 7 + 1)
    if which in ("next", "coming", "following"):
        return start + timedelta(days=(number - start.weekday() - 1) % 7 + 1)
    return start + timedelta(days=number - start.weekday())


def weekday_of_week(match: Match, at: Anchors) -> Reading:
    """Read "Tuesday of last week", "last week's Tuesday"."""
    number, now = weekday_numbers()[match["w"]], at.now
    if now is None:
        return Reading(value=f"XXXX-WXX-{number + 1}")
    day = now + timedelta(days=number - now.weekday() + 7 * WEEK_SHIFTS.get(match["r"], 0))
    return with_part(match, day.isoformat(), at, now)


def deictic(match: Match, at: Anchors) -> Reading | None:
    """Today and its neighbours."""
    if match.raw("t") == "Today" and (match.before() == "usa" or match.after() == "show"):
        return None
    now = at.now
    name = match["t"]
    if name == "today" and is_nowadays(match, at):
        return Reading(value="PRESENT_REF")
    value = day_text(now + timedelta(days=DEICTIC[name]) if now else None)
    if name == "tonight":
        return Reading(value=f"{value}TNI", mod=edge_mod(match), anchor=now, type="TIME")
    return with_part(match, value, at, now)


def is_nowadays(match: Match, at: Anchors) -> bool:
    """Whether "today" is these days: "more often than today", or "Today it is a museum" behind a year long past."""
    if "p" in match or "x" in match or at.published is None or at.context.tense(*match.span()) is not Direction.EITHER:
        return False
    if "than" in (match.before(back) for back in range(1, THAN_REACH + 1)):
        return True
    opens = match.raw("t") == "Today" and match.before() in (".", "”", '"', "\n\n")
    return opens and at.year is not None and at.published.year - at.year >= LONG_PAST


def day_beyond(match: Match, at: Anchors) -> Reading:
    """The day before yesterday, the day after tomorrow."""
    days = -2 if match.text().endswith("yesterday") else 2
    return Reading(value=day_text(at.now + timedelta(days=days) if at.now else None), anchor=at.now)


def this_part(match: Match, at: Anchors) -> Reading | None:
    """Read "this morning", "last night", "that evening", "the next morning"; "This Morning" is a programme."""
    if match.raw("r") == "This" and match.raw("p")[0].isupper():
        return None
    which = match["r"].split()[-1]
    start = at.now if which in ("this", "last") else at.event if which == "that" else at.reference
    shift = {"last": -1, "next": 1, "following": 1, "previous": -1}.get(which, 0)
    day = start + timedelta(days=shift) if start else None
    return with_part(match, day_text(day), at, start)


def the_part(match: Match, at: Anchors) -> Reading | None:
    """Read "into the evening", "most of the afternoon" of the day told of; shares are traded on the day of the news."""
    follower = match.after()
    if follower in words().trades.words:
        return with_part(match, day_text(at.published), at, at.published)
    if follower == "-" or (follower.isalpha() and follower not in words().behind_a_day.words):
        return None
    if match.before() == "in" and at.context.tense(*match.span()) is Direction.EITHER:
        return None
    day = at.day_near(match.span()[0])
    return with_part(match, day_text(day), at, day)


def overnight(match: Match, at: Anchors) -> Reading | None:
    """The night before the day told of, or before the news; the coming one in forecasts. An overnight train is none."""
    if match.after() in words().overnight_things.words:
        return None
    if at.context.tense(*match.span()) is Direction.FUTURE:
        told = at.day if at.same_sentence(at.day_end, match.span()[0]) else None
        return Reading(value=f"{day_text(told or at.published)}TNI", anchor=told or at.published)
    day = at.day_near(match.span()[0])
    if day is not None and at.published is not None and day > at.published:
        day = at.published
    return Reading(value=f"{day_text(day - timedelta(days=1) if day else None)}TNI", anchor=day)


def goes_on(match: Match) -> bool:
    """Whether "the day before" has what it is before still to come: "the day before the vote"."""
    behind = match.after()
    return behind.isalnum() and behind not in words().behind_a_day.words


def near_day(match: Match, at: Anchors) -> Reading | None:
    """Read "the same day", "the next day", "the day before": a step from the day last named."""
    text = match.text()
    if text.endswith(("before", "after")) and goes_on(match):
        return None
    start = at.event if text.endswith(("same day", "the day", "whole day")) else at.reference
    shift = 0
    if any(word in text for word in ("next", "following", "after", "later")):
        shift = 1
    elif any(word in text for word in ("previous", "before", "preceding", "earlier", "prior")):
        shift = -1
    return with_part(match, day_text(start + timedelta(days=shift) if start else None), at, start)


def weekend(match: Match, at: Anchors) -> Reading:
    """Say that "last weekend" and "the weekend" are the one just over, with future words the one to come.

    "This weekend" is over, too, where something was done on it and the week has just begun.
    """
    which, now = match["r"], at.now
    if now is None:
        return Reading(value=at.unit(Unit.WEEKEND, 0), mod=edge_mod(match))
    shift = 0
    if which.startswith(("last", "past", "this past", "previous")) or just_over(which, now, at, match.span()):
        shift = -1
    elif which.startswith(("next", "following")):
        shift = 1
    return Reading(value=at.unit(Unit.WEEKEND, shift), mod=edge_mod(match), anchor=now)


def just_over(which: str, now: date, at: Anchors, place: tuple[int, int]) -> bool:
    """Whether "the weekend", or "this weekend" on which something was done, is the one before a day of the week."""
    if which == "this":
        return now.weekday() < 2 and at.context.tense(*place) is Direction.PAST
    return which in ("the", "over the") and now.weekday() < 4 and not at.ahead(place)


EARLY = "(x=(early | late | earlier | later | mid) (- | on | in | the)*)?"
RULES = (
    TemporalRule(
        name="bare-weekday",
        patterns=(
            f"{EARLY} w=WEEKDAY p=PART?",
            "w=WEEKDAYABBR p=PART",
        ),
        produce=weekday,
        confidence=0.92,
        examples={
            "Tuesday": "DATE 2024-04-30",
            "Monday": "DATE 2024-05-06",
            "early Thursday": "DATE 2024-05-02 START",
            "Friday evening": "TIME 2024-05-03TEV",
            "It happened on a [Tuesday] in winter.": "DATE XXXX-WXX-2",
            "It fell on 19 April, a [Friday], and rose.": "DATE 2024-04-19",
            "It set a [Friday] deadline.": "DATE 2024-05-03",
            "It is open [Monday] to [Friday].": "SET XXXX-WXX-1; SET XXXX-WXX-5",
            "It rained from [Monday] to [Friday].": "DATE 2024-05-06; DATE 2024-05-10",
        },
    ),
    TemporalRule(
        name="near-weekday",
        patterns=(
            (
                f"{EARLY} r=((this | the)? (last | past | next | coming) |"
                " the (previous | following | preceding) | this) w=WEEKDAYNAME p=PART?"
            ),
        ),
        produce=near_weekday,
        confidence=0.93,
        examples={
            "last Tuesday": "DATE 2024-04-30",
            "last Monday": "DATE 2024-04-29",
            "next Monday": "DATE 2024-05-13",
            "this Friday": "DATE 2024-05-10",
            "this past Sunday": "DATE 2024-05-05",
            "late last Friday night": "TIME 2024-05-03TNI END",
        },
        counter_examples=("last orders",),
    ),
    TemporalRule(
        name="weekday-of-week",
        patterns=("w=WEEKDAY p=PART? of? r=(last | this | next) week", "r=(last | this | next) week 's w=WEEKDAY"),
        produce=weekday_of_week,
        examples={"Tuesday of last week": "DATE 2024-04-30", "Friday next week": "DATE 2024-05-17"},
    ),
    TemporalRule(
        name="deictic",
        patterns=(
            f"{EARLY} t=(today | tonight | yesterday | tomorrow) p=PART?",
            "x=(late | early | mid)? -? p=PART t=(yesterday | today | tomorrow)",
        ),
        produce=deictic,
        confidence=0.96,
        examples={
            "today": "DATE 2024-05-06",
            "late yesterday": "DATE 2024-05-05 END",
            "tomorrow morning": "TIME 2024-05-07TMO",
            "tonight": "TIME 2024-05-06TNI",
            "It was built in 1950. [Today] it is a museum.": "DATE PRESENT_REF",
            "It rained more often than it does [today].": "DATE PRESENT_REF",
            "It was built in 1950. It opens again [today].": "DATE 2024-05-06",
        },
    ),
    TemporalRule(
        name="day-beyond",
        patterns=("the? day before yesterday", "the? day after tomorrow"),
        produce=day_beyond,
        examples={"the day before yesterday": "DATE 2024-05-04", "the day after tomorrow": "DATE 2024-05-08"},
    ),
    TemporalRule(
        name="this-part",
        patterns=(f"{EARLY} r=(this | last | that | (that | the) same | the (next | following | previous)) p=PART",),
        produce=this_part,
        type="TIME",
        examples={
            "this morning": "TIME 2024-05-06TMO",
            "last night": "TIME 2024-05-05TNI",
            "later this afternoon": "TIME 2024-05-06TAF END",
            "It opened on May 2 and closed [that evening].": "TIME 2024-05-02TEV",
        },
    ),
    TemporalRule(
        name="the-part",
        patterns=(
            (
                "(?<= into | in | during | throughout | of) the whole? p=(morning | afternoon | evening | night)"
                " (?! before | after)"
            ),
            "x=(early | late | mid)? -? p=(morning | afternoon) (?= (trading | trade | trades | deals | dealings))",
        ),
        produce=the_part,
        type="TIME",
        confidence=0.75,
        examples={
            "Delays went on into [the evening].": "TIME 2024-05-06TEV",
            "It was shut on May 2 for much of [the afternoon].": "TIME 2024-05-02TAF",
            "Shares fell 3% in [morning] trading.": "TIME 2024-05-06TMO",
        },
        counter_examples=("into the evening news", "People swim in the morning.", "in the morning after the fire"),
    ),
    TemporalRule(
        name="overnight",
        patterns=("overnight",),
        produce=overnight,
        type="TIME",
        confidence=0.7,
        examples={
            "Shelling went on [overnight].": "TIME 2024-05-05TNI",
            "Next Friday he leaves. Shells fell [overnight].": "TIME 2024-05-05TNI",
        },
        counter_examples=("the overnight train", "an overnight success"),
    ),
    TemporalRule(
        name="near-day",
        patterns=(
            f"{EARLY} (the | that) very? same day",
            "(the | that) very? (next | following | previous | preceding) day",
            "(the | a | one) day (earlier | later | before | after)",
            f"{EARLY} that very? day",
            "(?<= spent | spend | spends | spending) the whole? day",
        ),
        produce=near_day,
        confidence=0.8,
        examples={
            "They met on May 2; [the next day] they left.": "DATE 2024-05-03",
            "It ended on May 2. [A day earlier] it rained.": "DATE 2024-05-01",
            "They met on May 2. [That day] it rained.": "DATE 2024-05-02",
            "He spent [the day] at sea.": "DATE 2024-05-06",
        },
    ),
    TemporalRule(
        name="weekend",
        patterns=(
            (
                f"{EARLY} r=((this | the)? (last | past | next | coming) | the (previous | following) | this |"
                " that | the) weekend"
            ),
        ),
        produce=weekend,
        examples={
            "last weekend": "DATE 2024-W18-WE",
            "over [the weekend]": "DATE 2024-W18-WE",
            "this weekend": "DATE 2024-W19-WE",
        },
    ),
)
