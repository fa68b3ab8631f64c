"""What the words of each shape of time expression say: a reading, or null where they name no days after all."""

from __future__ import annotations

import re
from datetime import date
from typing import cast

from briefing.extraction.intervals import (
    SEASONS,
    Days,
    Fixed,
    Later,
    MonthDay,
    OfYear,
    Part,
    Reading,
    SameDay,
    Shift,
    Side,
    Stepped,
    Unit,
    Vague,
    Weekday,
    Weekend,
    YearlyDays,
    YearlyMonths,
    a_day,
    a_quarter,
    a_year,
    months,
)
from briefing.knowledge.calendar import month_number, weekday_number

Found = re.Match[str]

BLANK = r"[ \t\u00a0\u2009\u202f]"
GAP = rf"(?:{BLANK}{{1,3}}\n?|\n)"
"""Blanks and at most one line's end: an empty line parts paragraphs."""

_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS, start=1)} | {"a": 1, "an": 1, "twenty": 20}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_PARTS: dict[str, Part] = {"start": "start", "beginning": "start", "middle": "mid", "end": "end"}
_SIDES: dict[str, Side] = {"earlier": "past", "later": "to_come"}
_STEPS: dict[Shift | None, int] = {None: 0, "last": -1, "this": 0, "next": 1}

_MONTH_IS_MEANT = re.compile(
    r"\b(?:in|by|since|until|till|through|from|to|before|after|during|of|for|the|a|an|its|their|his|her|our|into"
    rf"|around|throughout|as|ahead){GAP}\Z|['’]s{GAP}\Z",
    re.IGNORECASE,
)
_YEAR_IS_MEANT = re.compile(
    rf"\b(?:in|by|since|until|till|through|from|before|after|during|[a-z]{{4,}}{GAP}of){GAP}\Z", re.IGNORECASE
)
_YEAR_IS_EPITHET = re.compile(rf"\b(?:the|its|their|his|her|our|a){GAP}\Z|['’]s{GAP}\Z", re.IGNORECASE)
_COUNTED_THINGS = re.compile(
    rf"{GAP}(?!(?:as|was|is|has|its|this|his|amidst|versus)\b)(?:[a-z]{{2,}}s|people|men|women|percent)\b"
)
_SUPERLATIVE = re.compile(r"\b(?:first|only|most|least|[a-z]{3,}est)\b[^.;:]{0,60}\Z", re.IGNORECASE)
_LOOK_BACK = 70


def _before(found: Found, pattern: re.Pattern[str]) -> bool:
    return pattern.search(found.string[max(0, found.start() - _LOOK_BACK) : found.start()]) is not None


def _month(name: str) -> int:
    return cast(int, month_number(name))


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _shift(text: str | None) -> Shift | None:
    if text is None:
        return None
    word = text.casefold().split()[-1]
    return cast(Shift, {"past": "last", "coming": "next"}.get(word, word))


def _of_year(word: str) -> OfYear:
    return cast(OfYear, "that" if word == "same" else word)


def _part(text: str | None) -> Part | None:
    word = text.casefold().split()[0] if text else None
    return _PARTS.get(word, cast(Part, word)) if word else None


def read_iso_day(found: Found) -> Reading | None:
    """Read ``2021-07-28``."""
    try:
        return Fixed(a_day(date.fromisoformat(found[0])))
    except ValueError:
        return None


def read_dotted_day(found: Found) -> Reading | None:
    """Read ``28.07.2021``."""
    try:
        return Fixed(a_day(date(int(found["year"]), int(found["month"]), int(found["day"]))))
    except ValueError:
        return None


def read_calendar_days(found: Found) -> Reading | None:
    """Read ``28 July``, ``July 28 to 30, 2021``."""
    month = _month(found["month"])
    other = _month(found["other_month"]) if found["other_month"] else month
    day_first = found.start("day") < found.start("month")
    first = (other if day_first else month, _day(found["day"]))
    last = (month if day_first else other, _day(found["end_day"] or found["day"]))
    if found["of_year"]:
        return YearlyDays(first, last, year=_of_year(found["of_year"]))
    if not found["year"]:
        return YearlyDays(first, last, weekday_number(found["weekday"]) if found["weekday"] else None)
    year = int(found["year"])
    try:
        start, end = date(year - (first > last), *first), date(year, *last)
    except ValueError:
        return None
    return Fixed(a_day(start) if start == end else Days(start, end, "range"))


def read_calendar_months(found: Found) -> Reading | None:
    """Read ``July``, ``late March 2022``, ``March to May``."""
    month, part, shift = _month(found["month"]), _part(found["part"]), _shift(found["shift"])
    last = _month(found["end_month"]) if found["end_month"] else month
    if found["year"]:
        return Fixed(months(int(found["year"]) - (last < month), month, last, part), part)
    if found["of_year"]:
        return YearlyMonths(month, last, part, year=_of_year(found["of_year"]))
    if part or shift or found["end_month"] or _before(found, _MONTH_IS_MEANT):
        return YearlyMonths(month, last, part, shift)
    return None


def read_season(found: Found) -> Reading:
    """Read ``this spring``, ``autumn 2021``."""
    first = SEASONS[found["season"].casefold()]
    last = (first + 1) % 12 + 1
    if found["year"]:
        return Fixed(months(int(found["year"]), first, last))
    return YearlyMonths(first, last, None, _shift(found["shift"]))


def read_quarter(found: Found) -> Reading:
    """Read ``the third quarter of 2021``."""
    number = int(found["digit"]) if found["digit"] else _ORDINALS[found["ordinal"].casefold()]
    if found["year"]:
        return Fixed(a_quarter(int(found["year"]), number))
    return YearlyMonths(3 * number - 2, 3 * number)


def read_half(found: Found) -> Reading:
    """Read ``the first half of 2021``."""
    first = 6 * _ORDINALS[found["ordinal"].casefold()] - 5
    return Fixed(months(int(found["year"]), first, first + 5))


def read_unit(found: Found) -> Reading:
    """Read ``next week``, ``early next year``."""
    unit, steps = cast(Unit, found["unit"].casefold()), _STEPS[_shift(found["shift"])]
    side = _SIDES[found["side"].casefold()] if found["side"] else None
    return Stepped(unit, steps, _part(found["part"]), side)


def read_edge_of_unit(found: Found) -> Reading:
    """Read ``the end of the month``, ``year-end``."""
    return Stepped(cast(Unit, found["unit"].casefold()), 0, _part(found["part"]))


def read_weekday(found: Found) -> Reading:
    """Read ``Wednesday``, ``Monday to Wednesday``."""
    number = cast(int, weekday_number(found["weekday"]))
    last = cast(int, weekday_number(found["end_weekday"])) if found["end_weekday"] else number
    return Weekday(number, _shift(found["shift"]), (last - number) % 7)


def read_weekday_of_week(found: Found) -> Reading:
    """Read ``Tuesday of next week``."""
    return Weekday(cast(int, weekday_number(found["weekday"])), week=_STEPS[_shift(found["shift"])])


def read_weekend(found: Found) -> Reading:
    """Read ``the weekend``."""
    shift = _shift(found["shift"])
    return Stepped("weekend", _STEPS[shift]) if shift else Weekend()


def read_named_day(found: Found) -> Reading:
    """Read ``today``, ``the day before yesterday``."""
    words = found[0].casefold().split()
    if "tomorrow" in words:
        return Stepped("day", 2 if "after" in words else 1)
    if "yesterday" in words:
        return Stepped("day", -2 if "before" in words else -1)
    return Stepped("day", -1 if "last" in words else 0)


def _days_or_more(found: Found) -> tuple[Unit, int]:
    word, unit = found["number"].casefold(), found["counted"].casefold()
    number = int(word) if word.isdigit() else NUMBERS[word]
    if unit == "decade":
        return "year", 10 * number
    return ("day", number // 24) if unit == "hour" else (cast(Unit, unit), number)


def read_ago(found: Found) -> Reading:
    """Read ``two days ago``, ``a week from now``."""
    unit, number = _days_or_more(found)
    return Stepped(unit, -number if found["way"].casefold() == "ago" else number)


def read_in_some_time(found: Found) -> Reading | None:
    """Read ``within 48 hours``."""
    if _before(found, _SUPERLATIVE):
        return None
    unit, number = _days_or_more(found)
    if unit == "week" and found["way"].casefold() == "within":
        unit, number = "day", 7 * number
    return Stepped(unit, number)


def read_month_day(found: Found) -> Reading:
    """Read ``on the 27th``."""
    return MonthDay(_day(found["day"]))


def read_same_day(_found: Found) -> Reading:
    """Read ``the same day``."""
    return SameDay()


def read_later(found: Found) -> Reading:
    """Read ``six months later``."""
    unit, number = _days_or_more(found)
    return Later(unit, number if found["way"].casefold() in {"later", "afterwards"} else -number)


def read_next_one(found: Found) -> Reading:
    """Read ``the following day``."""
    back = found["way"].casefold() == "previous"
    return Later(cast(Unit, found["unit"].casefold()), -1 if back else 1)


def read_vague(found: Found) -> Reading:
    """Read ``in the coming days``."""
    return Vague("past" if found["past"] else "to_come")


def read_year(found: Found) -> Reading | None:
    """Read ``2021``, ``early 2022``, ``2021-2022``."""
    first, part = int(found["year"]), _part(found["part"])
    last = int(found["end_year"]) if found["end_year"] else first
    if last > first:
        return Fixed(Days(date(first, 1, 1), date(last, 12, 31), "range"))
    rest = found.string[found.end() : found.end() + 30]
    epithet = _before(found, _YEAR_IS_EPITHET) and re.match(rf"{GAP}\w", rest)
    meant = part or epithet or (_before(found, _YEAR_IS_MEANT) and not _COUNTED_THINGS.match(rest))
    return Fixed(a_year(first, part), part) if meant or re.match(rf"{GAP}[A-Z]\w", rest) else None
