"""What an underspecified date is resolved against, and towards which side (Ahn et al. 2005; TIMEX2 anchoring).

The publication date serves weekdays, "last", "next" and "ago"; the last named day serves "later" and "earlier", the
last day of an event "the same day"; the last quarter serves "a year earlier" in an earnings story; in a text that tells
of a time far from its publication the last explicit year serves months and days. Without a publication date what
depends on it stays open. The clock is never read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from extractor.dates.value import OPEN, YEARS_EACH, Period, Unit, read_value, year_text
from extractor.dates.words import words


class Direction(Enum):
    """Which way the words around a date point."""

    PAST = "past"
    FUTURE = "future"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Context:
    """What the sentence says about a date at some characters.

    `tense` is the direction of the verb that governs it, `prospective` whether words that look ahead stand before it,
    `reported` whether all that was done then was to say something, `describes` whether their last word describes a noun
    in the plural behind them, `since` whether that word stands right before it: then it is over, `own` whether the date
    is the verb's own and that verb looks ahead: then it is to come, however near the last such date is.
    """

    tense: Callable[[int, int], Direction]
    prospective: Callable[[int], bool]
    reported: Callable[[int, int], bool]
    describes: Callable[[int, int], bool] = lambda _start, _end: False
    since: Callable[[int], bool] = lambda _start: False
    own: Callable[[int, int], bool] = lambda _start, _end: False


#: A context that says nothing.
NO_CONTEXT = Context(lambda _start, _end: Direction.EITHER, lambda _start: False, lambda _start, _end: False)
#: A month and day this near is meant, whatever the tense.
NEAR_DAYS = 60
#: A day that the verb says is to come is not this year's when that one lies further back.
FEW_DAYS = 7
#: An hour this near to a day is an hour of that day.
NEAR_CHARACTERS = 300
#: Words that join two days, and the most days from one to the other.
JOIN = re.compile(
    r"\s*(?:,?\s(?:and|or|to|through|until|till)|,|-|–|—)\s*(?:(?:again|also|then|on|early|late|at|from)\s+)*"
)
LONGEST_JOIN = 24
MOST_JOINED = 5
#: Where a sentence ends; the stop of "p.m." is no end.
SENTENCE_END = re.compile(r"(?<!\.m)[.!?]['\"”’]?\s+(?=[\"“‘']?[A-Z])|\n")
#: No longer one is looked through, which keeps every input linear.
LONGEST_SENTENCE = 600
#: Where another clause begins.
CLAUSE = re.compile(r",\s+(?:and|but|while|whereas|though|although|so)\s")
#: In a story the next year has begun when a month lies further back than this, and the last one when further ahead.
BACK_MONTHS = 7
ON_MONTHS = 9
#: In a story a year further off than this is an aside.
ASIDE_YEARS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A time that is told of from one character to another; `line` where that is a line of a timeline."""

    period: Period
    start: int
    end: int
    line: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """The state of reading a text from its beginning to some point.

    `published` is the publication date, `text` all that is read; `day` the last day named, from the character `day_at`
    to `day_end`, and `event_day` the last on which more happened than saying so; `week`, `year` and `month` the last
    named, the year up to the character `year_end`, `aside` the last year far from it; `quarter` the last one that an
    earnings story tells of and `compared` the same, or half a year, as long as nothing longer was told since; `frame`
    the time that a sentence or a line of a timeline begins with, and `entry` the day of the last such line; `hour` the
    last one told with "a.m." or "p.m.", at `hour_at`; `recurs` the days on which something happens again and again,
    told of up to the character `recurs_end`; `narrative` whether the text is far from its publication date;
    `day_first` whether the article writes 25/12/2023.
    """

    published: date | None
    text: str = ""
    context: Context = NO_CONTEXT
    narrative: bool = False
    day_first: bool = False
    day: date | None = None
    day_at: int = 0
    day_end: int = 0
    event_day: date | None = None
    week: Period | None = None
    month: Period | None = None
    year: int | None = None
    year_end: int = 0
    aside: int | None = None
    quarter: Period | None = None
    compared: Period | None = None
    frame: Frame | None = None
    entry: date | None = None
    hour: int | None = None
    hour_at: int = 0
    recurs: str = ""
    recurs_end: int = 0

    @property
    def reference(self) -> date | None:
        """The day that "later" and "the same day" start from."""
        return self.day or (None if self.narrative else self.published)

    def day_near(self, place: int) -> date | None:
        """The day of an hour at a character: the last day named, if near and an event's, else that of publication."""
        if self.narrative:
            return self.reference
        near = self.day is not None and self.near(self.day_at, place)
        return self.day if near and self.day == self.event_day else self.published

    def near(self, start: int, place: int) -> bool:
        """Whether one character stands so near behind another that an hour there belongs to what stands here."""
        return place - start <= NEAR_CHARACTERS

    @property
    def event(self) -> date | None:
        """The day that "the same day" is: the last on which something happened, not one on which it was said."""
        return self.event_day or self.reference

    @property
    def now(self) -> date | None:
        """The day that "last", "next" and "ago" start from."""
        return self.day if self.narrative and self.day else self.published

    def in_frame(self, days: Callable[[int], date | None], place: tuple[int, int]) -> date | None:
        """That one of `days`, which gives one for each year, which lies in the frame or follows it; None without one.

        What would lie far ahead of the publication comes before a frame that does not: some timelines run backwards.
        """
        now, frame = self.published, self.frame
        if now is None or frame is None or not self._told_in(frame, place):
            return None
        span = frame.period.span()
        if frame.period.unit is Unit.YEAR or span is None:
            return days(frame.period.years())
        start = span[0]
        around = [day for year in (start.year - 1, start.year, start.year + 1) if (day := days(year)) is not None]
        for day in around:
            if (day - start).days >= -NEAR_DAYS and (start > now or (day - now).days <= NEAR_DAYS):
                return day
        return max((day for day in around if day <= start), default=None)

    def _told_in(self, frame: Frame, place: tuple[int, int]) -> bool:
        """Whether the frame holds what is dated: not what is still to come, nor the present of another clause."""
        if frame.line:
            return True
        direction = self.context.tense(*place)
        if direction is Direction.EITHER:
            return CLAUSE.search(self.text, frame.start, place[0]) is None
        return direction is Direction.PAST

    def same_sentence(self, start: int, end: int) -> bool:
        """Whether no sentence ends between two characters."""
        near = self.day is not None and 0 <= end - start <= LONGEST_SENTENCE
        return near and SENTENCE_END.search(self.text, start, end) is None

    def after(self, value: str) -> Anchors:
        """The state once an expression of this value has been read."""
        period = read_value(value)
        if period is None or period.unit in YEARS_EACH:
            return self
        if self._aside(period):
            return replace(self, aside=period.number)
        if period.unit is Unit.DAY:
            day = date.fromordinal(period.number)
            return replace(self, day=day, week=None, year=day.year, month=Period.around(Unit.MONTH, day))
        if period.unit is Unit.WEEK:
            return replace(self, week=period)
        if period.unit is Unit.MONTH:
            return replace(self, month=period, year=period.years(), day=self._kept(period))
        if period.unit in (Unit.YEAR, Unit.SEASON, Unit.HALF):
            return replace(self, year=period.years(), day=self._kept(period))
        return self

    def _aside(self, period: Period) -> bool:
        """Whether a story looks up from its own time: a year alone, far from the one it is in."""
        if not self.narrative or self.year is None or period.unit is not Unit.YEAR:
            return False
        if self.aside is not None and self.year < self.aside <= period.number <= self.aside + ASIDE_YEARS:
            return False  # two in a row: the story has gone on
        return abs(period.number - self.year) > ASIDE_YEARS

    def _kept(self, period: Period) -> date | None:
        """A day named earlier goes on being the last one only inside the period named now, in a narrative."""
        if not self.narrative or self.day is None:
            return self.day
        span = period.span()
        return self.day if span and span[0] <= self.day <= span[1] else span[0] if span else None

    # ------------------------------------------------------------ by unit

    def unit(self, unit: Unit, count: int, *, start: date | None = None) -> str:
        """The period `count` units from the one around `start` (the publication date by default); open when unknown."""
        start = start or self.now
        return OPEN[unit] if start is None else str(Period.around(unit, start).shift(count))

    def year_named(self, name: str) -> int | None:
        """The year that "1998", "last year", "next year's", "that year" or nothing at all names; None when unknown."""
        digits = "".join(c for c in name if c.isdigit())
        if name.endswith(("c", "c.", "e", "e.")) and digits:
            return -int(digits)
        if len(digits) == 4:
            return int(digits)
        if len(digits) == 2:
            return full_year(int(digits))
        if name.startswith("nineteen"):
            return 1900 + sum(words().numbers[word] for word in name.replace("-", " ").split()[1:])
        if name.startswith(("that", "the same")):
            return self.year
        now = self.now
        if now is None:
            return None
        return now.year + (-1 if "last" in name or "previous" in name else 1 if "next" in name else 0)

    # ------------------------------------------------------------ by name

    def weekday(self, number: int, place: tuple[int, int]) -> date | None:
        """The day that a bare weekday (Monday is 0) names at these characters; None without a publication date.

        The publication day's own weekday is today. Future tense points forward, everything else back; a weekday that
        is joined to a day before it follows that one ("on Friday and Saturday", "from Friday noon until Monday").
        """
        now = self.now
        after = self._day_joined(number, place[0])
        if now is None:
            return after
        if after is not None and (after <= now or self.context.tense(*place) is not Direction.PAST):
            return after
        back = (now.weekday() - number) % 7
        past, coming = now - timedelta(days=back), now + timedelta(days=7 - back)
        if back == 0:
            return past
        direction = self.context.tense(*place)
        if direction is Direction.FUTURE:
            return coming
        return past

    def _day_joined(self, number: int, start: int) -> date | None:
        """The first such weekday after the day that "and", "to" or "until" joins to what begins at a character."""
        if self.day is None or start - self.day_end > LONGEST_JOIN or self.day_end > start:
            return None
        if not JOIN.fullmatch(self.text, self.day_end, start):
            return None
        days = (number - self.day.weekday() - 1) % 7 + 1
        return self.day + timedelta(days=days) if days <= MOST_JOINED else None

    def month_day(self, month: int, number: int, place: tuple[int, int], weekday: int | None = None) -> date | None:
        """The day that a month and a day number name; None when unknown or impossible in the years around."""
        now = self.published
        if self.narrative and self.year is not None and self.year > 0:
            return self._narrative_day(month, number)
        if now is None:
            return None
        if (framed := self.in_frame(lambda year: day_of(year, month, number), place)) is not None:
            return framed
        years = [d for y in range(now.year - 4, now.year + 5) if (d := day_of(y, month, number)) is not None]
        if weekday is not None:
            fitting = [d for d in years if d.weekday() == weekday]
            years = [min(fitting, key=lambda d: abs((d - now).days))] if fitting else years
        if not years:
            return None
        nearest = min(years, key=lambda d: abs((d - now).days))
        return nearest if weekday is not None or len(years) == 1 else self.fitting(years, now, place)

    def fitting(self, days: list[date], now: date, place: tuple[int, int]) -> date:
        """That one of the same day in several years which is meant: a near one, else by the words around."""
        nearest = min(days, key=lambda d: abs((d - now).days))
        past = max((d for d in days if d <= now), default=nearest)
        coming = min((d for d in days if d > now), default=nearest)
        if self.context.since(place[0]):
            return past
        if (now - nearest).days > FEW_DAYS and self.context.own(*place):
            return coming
        return nearest if abs((nearest - now).days) <= NEAR_DAYS else self._pick(past, coming, nearest, place)

    def _narrative_day(self, month: int, number: int) -> date | None:
        """In a story, the day in the year last named."""
        if self.year is None:
            return None
        return day_of(self.told_year(month) or self.year, month, number) or day_of(self.year, month, number)

    def told_year(self, month: int) -> int | None:
        """In a story, the year of a month: the one last named, or its neighbour when that brings the month nearer."""
        if self.year is None or self.month is None or not self.month_told():
            return self.year
        steps = month - self.month.number % 12 - 1
        return self.year + (steps < -BACK_MONTHS) - (steps > ON_MONTHS)

    def _just_told(self, place: int) -> bool:
        """Whether the year last named, and no month of it, stands in the sentence of a character or the one before."""
        if self.month_told() or not 0 <= place - self.year_end <= LONGEST_SENTENCE:
            return False
        ends = SENTENCE_END.findall(self.text, self.year_end, place)
        return len(ends) <= 1 and all("\n" not in end for end in ends)

    def month_told(self) -> bool:
        """Whether the month last named lies in the year last named."""
        return self.month is not None and self.month.years() == self.year

    def _pick(self, past: date, coming: date, nearest: date, place: tuple[int, int]) -> date:
        direction = self.context.tense(*place)
        if direction is Direction.FUTURE or self.context.prospective(place[0]):
            return coming
        return past if direction is Direction.PAST else nearest

    def ahead(self, place: tuple[int, int]) -> bool:
        """Whether the words around say that something is still to come."""
        return self.context.tense(*place) is Direction.FUTURE or self.context.prospective(place[0])

    def year_of_month(self, month: int, place: tuple[int, int]) -> int | None:
        """The year of a bare month (or a season, by its middle month); None when unknown."""
        if self.narrative and self.year is not None and not self.context.own(*place):
            return self.told_year(month)
        now = self.published
        if now is None:
            return None
        if (framed := self.in_frame(lambda year: date(year, month, 15), place)) is not None:
            return framed.year
        if self.year == now.year + 1 and self._just_told(place[0]) and self.context.tense(*place) is Direction.FUTURE:
            return self.year
        if month == now.month:
            return now.year
        past = now.year if month < now.month else now.year - 1
        days = (date(past, month, 15), date(past + 1, month, 15))
        nearest = min(days, key=lambda d: abs((d - now).days))
        if self.context.since(place[0]):
            return past
        if self.context.own(*place):
            return past + 1
        if abs((nearest - now).days) <= NEAR_DAYS:
            return nearest.year
        return self._pick(days[0], days[1], nearest, place).year

    def month_text(self, month: int, place: tuple[int, int]) -> str:
        """The value of a bare month."""
        year = self.year_of_month(month, place)
        return f"{'XXXX' if year is None else year_text(year)}-{month:02d}"

    def part(self, unit: Unit, index: int, year: int | None) -> str:
        """The value of a half, quarter, season or month of a year that may be unknown."""
        if year is not None:
            return str(Period.part(unit, year, index))
        known = str(Period.part(unit, 2000, index))
        return "XXXX" + known[4:]


def full_year(two_digits: int) -> int:
    """The year that two digits mean: 1950 to 2049."""
    return two_digits + (1900 if two_digits >= 50 else 2000)


def day_of(year: int, month: int, number: int) -> date | None:
    """That day, None when the calendar has none."""
    try:
        return date(year, month, number)
    except ValueError:
        return None
