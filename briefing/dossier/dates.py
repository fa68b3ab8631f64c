"""Dates as people read them: ``Wed 28 Jul`` in the year of the as-of date, else ``4 Feb 2026``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from briefing.model import DateInterval, Precision

UNKNOWN = "?"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_LONG_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_month(day: date) -> str:
    """Return ``23 Jul``."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def day_month_year(day: date | None) -> str:
    """Return ``23 Jul 2021``, or ``?`` for a day that is not known."""
    return UNKNOWN if day is None else f"{day_month(day)} {day.year}"


def weekday_and_day(day: date) -> str:
    """Return ``Fri 23 Jul 2021``."""
    return f"{_WEEKDAYS[day.weekday()]} {day_month_year(day)}"


def full_day(day: date | None) -> str:
    """Return ``Friday 23 July 2021`` for headings, or ``?`` for a day that is not known."""
    if day is None:
        return UNKNOWN
    return f"{_LONG_WEEKDAYS[day.weekday()]} {day.day} {_LONG_MONTHS[day.month - 1]} {day.year}"


def month_year(day: date) -> str:
    """Return ``Jul 2021``."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date | None, as_of: date | None) -> str:
    """Return ``Wed 28 Jul`` for a day in the year of the as-of date, else ``4 Feb 2026``, or ``?``."""
    if day is None or as_of is None or day.year != as_of.year:
        return day_month_year(day)
    return f"{_WEEKDAYS[day.weekday()]} {day_month(day)}"


def newest_day(day: date | None, as_of: date | None) -> str:
    """Return ``23 Jul`` for a day in the year of the as-of date, else ``Jul 2020``, or ``?``; for narrow columns."""
    if day is None:
        return UNKNOWN
    return day_month(day) if as_of is not None and day.year == as_of.year else month_year(day)


def _quarter(day: date) -> str:
    return f"Q{(day.month + 2) // 3} {day.year}"


_CALENDAR: Mapping[Precision, Callable[[date], str]] = {
    "month": month_year,
    "quarter": _quarter,
    "year": lambda day: str(day.year),
}


def short_interval(interval: DateInterval | None, as_of: date | None) -> str:
    """Return when something falls in at most eleven characters, ``?`` where that is not known.

    A week, or a range within the as-of year, is named by its first day; longer ranges by their months or years.
    """
    if interval is None:
        return UNKNOWN
    if interval.precision in _CALENDAR:
        return _CALENDAR[interval.precision](interval.start)
    if interval.start == interval.end:
        return short_day(interval.start, as_of)
    return _short_range(interval, as_of)


def _short_range(interval: DateInterval, as_of: date | None) -> str:
    start, end = interval.start, interval.end
    if start.year != end.year:
        return f"{start.year} – {end.year}"
    if as_of is None or start.year != as_of.year:
        return month_year(start)
    if interval.precision == "week":
        return f"week {day_month(start)}"
    return f"{start.day} – {day_month(end)}" if start.month == end.month else f"from {day_month(start)}"


def long_interval(interval: DateInterval | None) -> str:
    """Return when something falls, in full: ``Wed 28 Jul 2021``, ``week of 26 Jul 2021``, ``3 – 5 Aug 2021``, ``?``."""
    if interval is None:
        return UNKNOWN
    if interval.precision in _CALENDAR:
        return _CALENDAR[interval.precision](interval.start)
    if interval.start == interval.end:
        return weekday_and_day(interval.start)
    if interval.precision == "week":
        return f"week of {day_month_year(interval.start)}"
    return period(interval.start, interval.end)


def period(start: date, end: date) -> str:
    """Return ``3 Feb – 23 Jul 2021``; ``3 – 5 Aug 2021`` within a month, the year twice where it changes."""
    if start == end:
        return day_month_year(start)
    if start.year != end.year:
        return f"{day_month_year(start)} – {day_month_year(end)}"
    if start.month != end.month:
        return f"{day_month(start)} – {day_month_year(end)}"
    return f"{start.day} – {day_month_year(end)}"


def period_of(days: Iterable[date | None]) -> str:
    """Return the period that the known days span, or nothing where none is known."""
    known = [day for day in days if day is not None]
    return period(min(known), max(known)) if known else ""


def months(start: date, end: date) -> str:
    """Return ``Feb to Jul 2021``, ``Dec 2020 to Jan 2021`` or ``Jul 2021``."""
    if (start.year, start.month) == (end.year, end.month):
        return month_year(start)
    first = _MONTHS[start.month - 1] if start.year == end.year else month_year(start)
    return f"{first} to {month_year(end)}"


def distance(interval: DateInterval | None, as_of: date | None) -> str:
    """Return how far off something is: ``today``, ``in 5 d``, ``in 4 y``, rounded down; nothing for what has begun."""
    if interval is None or as_of is None:
        return ""
    if interval.start <= as_of:
        return "today" if interval.start == interval.end == as_of else ""
    days = (interval.start - as_of).days
    years = interval.start.year - as_of.year - ((interval.start.month, interval.start.day) < (as_of.month, as_of.day))
    return f"in {years} y" if years else f"in {days} d"


def as_of_day(as_of: date | None) -> str:
    """Return ``Fri 23 Jul 2021``, or ``?`` where the day is not known."""
    return UNKNOWN if as_of is None else weekday_and_day(as_of)
