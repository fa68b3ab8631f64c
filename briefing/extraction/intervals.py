"""What a time expression says, and the days it means once the article's date and the tense are known.

A reading keeps the sense of the words (``the coming Wednesday``, ``28 July of some year``); its ``days`` are told from
an anchor. Relative readings need the day of publication: without one they stay unresolved.
Seasons are those of the northern half of the world; ``early``, ``mid`` and ``late`` are thirds of their period,
its end is the last month of a year and the last week of a month. A narrowed period keeps its precision.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeGuard

from briefing.model import Precision, Tense

Unit = Literal["day", "week", "month", "quarter", "year", "weekend"]
Part = Literal["early", "mid", "late", "start", "end", "last day"]
Side = Literal["past", "to_come"]
Shift = Literal["last", "this", "next"]
OfYear = Literal["last", "this", "next", "that"]
"""Which year is meant: one beside that of publication, or the one last spoken of."""

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month in which a season begins."""

_FIRST_YEAR, _LAST_YEAR = 1800, 2200
"""A day of publication outside these years anchors nothing."""


class Days(NamedTuple):
    """First and last day, both inclusive, and the precision with which the words name them."""

    start: date
    end: date
    precision: Precision


class Anchor(NamedTuple):
    """What a relative reading is seen from: the day of publication, the tense, and the day last spoken of."""

    published: date | None
    tense: Tense | None = None
    previous: date | None = None


def a_day(day: date) -> Days:
    """Return one day."""
    return Days(day, day, "day")


def a_year(year: int, part: Part | None = None) -> Days:
    """Return a year, or a part of it."""
    return _narrowed(Days(date(year, 1, 1), date(year, 12, 31), "year"), part)


def months(year: int, first: int, last: int, part: Part | None = None) -> Days:
    """Return months of a year; where the last comes before the first it is the next year's."""
    end_year = year + (last < first)
    end = date(end_year, last, monthrange(end_year, last)[1])
    return _narrowed(Days(date(year, first, 1), end, "month" if first == last else "range"), part)


def a_quarter(year: int, number: int) -> Days:
    """Return a quarter of a year, 1 to 4."""
    return months(year, 3 * number - 2, 3 * number)._replace(precision="quarter")


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days that need no anchor; ``part`` is that of a longer period which they are."""

    fixed: Days
    part: Part | None = None
    side: Side | None = None

    def days(self, _anchor: Anchor) -> Days | None:
        """Return the days, whatever the anchor."""
        return self.fixed


@dataclass(frozen=True, slots=True)
class YearlyDays:
    """Days of a year that is not said, as month and day; the weekday, if said, tells which (Monday is 0)."""

    first: tuple[int, int]
    last: tuple[int, int]
    weekday: int | None = None
    year: OfYear | None = None
    """Which year, where the words say so: ``6 September last year``."""

    @property
    def side(self) -> Side | None:
        """The side of publication on which the words put the days."""
        return _SHIFT_SIDES.get(self.year)

    def days(self, anchor: Anchor) -> Days | None:
        """Return the days of the year that the words, the tense or the weekday tell, else of the nearest."""
        found = []
        for year in _years_around(anchor, 1) if self.year is None else _years_named(self.year, anchor):
            try:
                start = date(year, *self.first)
                end = date(year + (self.last < self.first), *self.last)
            except ValueError:
                continue
            found.append(Days(start, end, "day" if start == end else "range"))
        named = [days for days in found if self.weekday is None or days.start.weekday() == self.weekday]
        return _told_by_tense(named or found, anchor)


@dataclass(frozen=True, slots=True)
class YearlyMonths:
    """Months of a year that is not said: ``in February``, ``between March and May``, ``late November``, ``spring``."""

    first: int
    last: int
    part: Part | None = None
    shift: Shift | None = None
    year: OfYear | None = None
    """Which year, where the words say so: ``March of that year``."""

    @property
    def side(self) -> Side | None:
        """The side of publication on which the words put the months."""
        return _SHIFT_SIDES.get(self.shift or self.year)

    def days(self, anchor: Anchor) -> Days | None:
        """Return the months of the year that the words or the tense tell, else the nearest."""
        published = anchor.published
        if self.year is not None:
            named = (months(year, self.first, self.last, self.part) for year in _years_named(self.year, anchor))
            return next(named, None)
        found = [months(year, self.first, self.last, self.part) for year in _years_around(anchor, 2)]
        if published is None or not found:
            return None
        match self.shift:
            case "last":
                return [days for days in found if days.end < published][-1]
            case "next":
                return next(days for days in found if days.start > published)
            case "this":
                return found[2]
        return _told_by_tense(found, anchor)


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month that is not said: ``on the 27th``."""

    day: int
    side: Side | None = None

    def days(self, anchor: Anchor) -> Days | None:
        """Return the day in the month that the tense tells, else the nearest."""
        if not _anchored(anchor.published):
            return None
        starts = [_stepped("month", step, anchor.published).start for step in (-1, 0, 1)]
        known = [start for start in starts if self.day <= monthrange(start.year, start.month)[1]]
        return _told_by_tense([a_day(start.replace(day=self.day)) for start in known], anchor)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday is 0, and how many days more: ``Monday to Wednesday`` is two.

    Told as done it is the latest, the day of publication included, else the coming one; ``week`` says of which week
    it is, counted from that of publication: ``Monday of next week`` is 1.
    """

    number: int
    shift: Shift | None = None
    more: int = 0
    week: int | None = None

    @property
    def side(self) -> Side | None:
        """The side of publication on which the words put the day."""
        return _side_of(self.week) if self.week else _SHIFT_SIDES.get(self.shift)

    def days(self, anchor: Anchor) -> Days | None:
        """Return the day, or the days."""
        published = anchor.published
        if not _anchored(published):
            return None
        back, ahead = (published.weekday() - self.number) % 7, (self.number - published.weekday()) % 7
        if self.week is not None:
            start = published + timedelta(7 * self.week + self.number - published.weekday())
        elif self.shift == "last":
            start = published - timedelta(back or 7)
        elif self.shift == "next":
            start = published + timedelta(7 - published.weekday() + self.number)
        elif anchor.tense in {"to_come", "under_way"}:
            start = published + timedelta(ahead)
        else:
            start = published - timedelta(back)
        return Days(start, start + timedelta(self.more), "range" if self.more else "day")


@dataclass(frozen=True, slots=True)
class Stepped:
    """A unit some steps away from the anchor's: ``next week`` is one week on, ``yesterday`` one day back.

    ``clip`` is that of ``earlier this year`` and ``later this week``: the days up to or from the anchor.
    """

    unit: Unit
    steps: int
    part: Part | None = None
    clip: Side | None = None

    @property
    def side(self) -> Side | None:
        """The side of publication on which the words put the days."""
        if self.steps:
            return "past" if self.steps < 0 else "to_come"
        return self.clip

    def days(self, anchor: Anchor) -> Days | None:
        """Return the unit's days."""
        published = anchor.published
        if not _anchored(published):
            return None
        days = _narrowed(_stepped(self.unit, self.steps, published), self.part)
        if self.clip == "past":
            return days._replace(end=min(days.end, published))
        if self.clip == "to_come":
            return days._replace(start=max(days.start, published))
        return days


@dataclass(frozen=True, slots=True)
class Weekend:
    """``the weekend``, ``over the weekend``: which one, the tense tells."""

    side: Side | None = None

    def days(self, anchor: Anchor) -> Days | None:
        """Return Saturday and Sunday."""
        if not _anchored(anchor.published):
            return None
        days = _stepped("weekend", 0, anchor.published)
        if anchor.tense == "past" and anchor.published < days.start:
            return _stepped("weekend", -1, anchor.published)
        return days


@dataclass(frozen=True, slots=True)
class SameDay:
    """``later in the day``, ``the same day``: the day last spoken of, else that of publication."""

    side: Side | None = None

    def days(self, anchor: Anchor) -> Days | None:
        """Return the day last spoken of."""
        day = anchor.previous or anchor.published
        return a_day(day) if day else None


@dataclass(frozen=True, slots=True)
class Later:
    """``the following day``, ``six months later``, ``a week earlier``: some steps from the day last spoken of."""

    unit: Unit
    steps: int
    side: Side | None = None

    def days(self, anchor: Anchor) -> Days | None:
        """Return the days; null where no day was spoken of."""
        if not _anchored(anchor.previous):
            return None
        if self.unit == "week":
            return _stepped("day", 7 * self.steps, anchor.previous)
        return _stepped(self.unit, self.steps, anchor.previous)


@dataclass(frozen=True, slots=True)
class Vague:
    """``in the coming days``, ``in recent weeks``: no days, but a side."""

    side: Side | None

    def days(self, _anchor: Anchor) -> Days | None:
        """Return nothing."""
        return None


Reading = Fixed | YearlyDays | YearlyMonths | MonthDay | Weekday | Stepped | Weekend | SameDay | Later | Vague

_STEPS: dict[OfYear, int] = {"last": -1, "this": 0, "next": 1}
_SHIFT_SIDES: dict[OfYear | None, Side] = {"last": "past", "next": "to_come"}


def counts_from_another(reading: Reading) -> bool:
    """Tell whether a reading's days depend on a day or year that was spoken of before."""
    if isinstance(reading, YearlyDays | YearlyMonths):
        return reading.year == "that"
    return isinstance(reading, SameDay | Later)


def _side_of(steps: int) -> Side | None:
    return "past" if steps < 0 else "to_come" if steps > 0 else None


def _anchored(published: date | None) -> TypeGuard[date]:
    return published is not None and _FIRST_YEAR <= published.year <= _LAST_YEAR


def _years_around(anchor: Anchor, reach: int) -> Iterable[int]:
    published = anchor.published
    return range(published.year - reach, published.year + reach + 1) if _anchored(published) else ()


def _years_named(year: OfYear, anchor: Anchor) -> Iterable[int]:
    if year == "that":
        return [anchor.previous.year] if _anchored(anchor.previous) else []
    return [anchor.published.year + _STEPS[year]] if _anchored(anchor.published) else []


def _told_by_tense(candidates: list[Days], anchor: Anchor) -> Days | None:
    """Return the latest that has begun, the earliest that has not ended, or the nearest: the tense tells which."""
    published = anchor.published
    if published is None:
        return None
    if anchor.tense == "past":
        candidates = [days for days in candidates if days.start <= published][-1:] or candidates
    elif anchor.tense == "to_come":
        candidates = [days for days in candidates if days.end >= published][:1] or candidates
    return min(candidates, key=lambda days: max(days.start - published, published - days.end), default=None)


def _stepped(unit: Unit, steps: int, published: date) -> Days:
    match unit:
        case "day":
            return a_day(published + timedelta(steps))
        case "week":
            monday = published + timedelta(7 * steps - published.weekday())
            return Days(monday, monday + timedelta(6), "week")
        case "weekend":
            saturday = published + timedelta(7 * steps - published.weekday() + 5)
            return Days(saturday, saturday + timedelta(1), "range")
        case "month":
            year, month = divmod(published.year * 12 + published.month - 1 + steps, 12)
            return months(year, month + 1, month + 1)
        case "quarter":
            year, quarter = divmod(published.year * 4 + (published.month - 1) // 3 + steps, 4)
            return a_quarter(year, quarter + 1)
    return a_year(published.year + steps)


def _narrowed(days: Days, part: Part | None) -> Days:
    if part is None or days.precision in {"day", "week"}:
        return days
    length = (days.end - days.start).days + 1
    third, edge = timedelta(length // 3), timedelta(30 if length > 31 else 6)
    start, end = {
        "early": (days.start, days.start + third - timedelta(1)),
        "mid": (days.start + third, days.end - third),
        "late": (days.end - third + timedelta(1), days.end),
        "start": (days.start, days.start + edge),
        "end": (days.end - edge, days.end),
        "last day": (days.end, days.end),
    }[part]
    return Days(start, end, "day" if start == end else days.precision)
