"""Names of months and weekdays, and full dates as they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

MONTHS: Mapping[str, int] = {
    "January": 1,
    "February": 2,
    "March": 3,
    "April": 4,
    "May": 5,
    "June": 6,
    "July": 7,
    "August": 8,
    "September": 9,
    "October": 10,
    "November": 11,
    "December": 12,
}
"""Full English month names and their numbers."""

MONTH_ABBREVIATIONS: Mapping[str, int] = {
    "Jan": 1,
    "Feb": 2,
    "Mar": 3,
    "Apr": 4,
    "Jun": 6,
    "Jul": 7,
    "Aug": 8,
    "Sep": 9,
    "Sept": 9,
    "Oct": 10,
    "Nov": 11,
    "Dec": 12,
}
"""Short month names without their dot."""

WEEKDAYS: Mapping[str, int] = {
    "Monday": 0,
    "Tuesday": 1,
    "Wednesday": 2,
    "Thursday": 3,
    "Friday": 4,
    "Saturday": 5,
    "Sunday": 6,
}
"""Full English weekday names and their numbers, as :meth:`datetime.date.weekday` counts."""

WEEKDAY_ABBREVIATIONS: Mapping[str, int] = {
    "Mon": 0,
    "Tue": 1,
    "Tues": 1,
    "Wed": 2,
    "Thu": 3,
    "Thur": 3,
    "Thurs": 3,
    "Fri": 4,
    "Sat": 5,
    "Sun": 6,
}
"""Short weekday names without their dot."""

_MONTH_NUMBERS = {name.casefold(): number for name, number in {**MONTHS, **MONTH_ABBREVIATIONS}.items()}
_WEEKDAY_NUMBERS = {name.casefold(): number for name, number in {**WEEKDAYS, **WEEKDAY_ABBREVIATIONS}.items()}


def _alternatives(full: Mapping[str, int], short: Mapping[str, int]) -> str:
    longest_first = sorted(short, key=len, reverse=True)
    return rf"(?:{'|'.join(full)}|(?:{'|'.join(longest_first)})\b\.?)"


MONTH_PATTERN = _alternatives(MONTHS, MONTH_ABBREVIATIONS)
"""Regular expression of a month's name, full or short with or without its dot; meant for ``re.IGNORECASE``."""

WEEKDAY_PATTERN = _alternatives(WEEKDAYS, WEEKDAY_ABBREVIATIONS)
"""Regular expression of a weekday's name, full or short with or without its dot; meant for ``re.IGNORECASE``."""

DAY_PATTERN = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w])"
"""Regular expression of a day of a month, plain or ordinal; meant for ``re.IGNORECASE``."""

_YEAR = r"(?:1[89]|20|21)\d\d"
_GAP = r"[ \t\u00a0\u2009\u202f]+"
_BREAK = r"(?:[ \t\u00a0\u2009\u202f]+|[ \t\u00a0\u2009\u202f]*\n[ \t\u00a0\u2009\u202f]*)"
"""A blank inside a date may be a line's end, but never an empty line: that parts paragraphs."""

_ABSOLUTE = re.compile(
    rf"""
    (?<!\w)
    (?:
        (?:(?P<weekday>{WEEKDAY_PATTERN}),?{_BREAK})?(?:the{_GAP})?
        (?:
            (?P<month_first>{MONTH_PATTERN}){_BREAK}(?P<day_second>{DAY_PATTERN})(?:,{_BREAK}?|{_BREAK})
          | (?P<day_first>{DAY_PATTERN})(?:{_BREAK}of)?{_BREAK}(?P<month_second>{MONTH_PATTERN})(?:,{_BREAK}?|{_BREAK})
        )
        (?P<year>{_YEAR})
      | (?<![/.-])(?P<iso_year>{_YEAR})(?P<sign>[-/])(?P<iso_month>\d\d?)(?P=sign)(?P<iso_day>\d\d?)(?=T\d|(?![\w/-]))
    )
    (?![\d])
    """,
    re.VERBOSE | re.IGNORECASE,
)


class AbsoluteDate(NamedTuple):
    """A full date in a text: ``start`` and ``end`` in code points (the weekday included), and the day it names."""

    start: int
    end: int
    date: date


def month_number(name: str) -> int | None:
    """Return the number of a month's full or short name, with or without a dot, in any case; null for other words."""
    return _MONTH_NUMBERS.get(name.rstrip(".").casefold())


def weekday_number(name: str) -> int | None:
    """Return the number of a weekday's full or short name (Monday is 0), in any case; null for other words."""
    return _WEEKDAY_NUMBERS.get(name.rstrip(".").casefold())


def day_number(text: str) -> int | None:
    """Return the number of ``23``, ``3rd`` or ``23rd``; null where it is no day of a month."""
    found = re.fullmatch(DAY_PATTERN, text, re.IGNORECASE)
    return int(re.sub(r"\D", "", text)) if found else None


def absolute_dates(text: str, start: int = 0, end: int | None = None) -> list[AbsoluteDate]:
    """Return the full dates in ``text[start:end]`` in order, offsets counted in the whole of ``text``.

    Read are ``July 23, 2021``, ``Friday, July 23rd, 2021``, ``Jul. 23, 2021``, ``23 July 2021``,
    ``the 23rd of July 2021``, ``2021-07-23`` and ``2021/07/23``. A day that no calendar has is left out.
    """
    found = []
    for match in _ABSOLUTE.finditer(text, start, len(text) if end is None else end):
        day = _date_of(match)
        if day is not None:
            found.append(AbsoluteDate(match.start(), match.end(), day))
    return found


def _date_of(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    if groups["iso_year"]:
        year, month, day = int(groups["iso_year"]), int(groups["iso_month"]), int(groups["iso_day"])
    else:
        year = int(groups["year"])
        month = month_number(groups["month_first"] or groups["month_second"]) or 0
        day = day_number(groups["day_first"] or groups["day_second"]) or 0
    try:
        return date(year, month, day)
    except ValueError:
        return None
