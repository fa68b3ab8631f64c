"""The shapes of time expressions: a regular expression for each, and what it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple, cast

from briefing.extraction.intervals import (
    SEASONS,
    Days,
    Fixed,
    Later,
    MonthDay,
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
from briefing.knowledge.calendar import (
    MONTH_ABBREVIATIONS,
    MONTHS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
    month_number,
    weekday_number,
)

Found = re.Match[str]


class Pattern(NamedTuple):
    """A shape of words and the function that reads it; null where these words name no days after all.

    ``keys`` are pieces of words of which one stands in every expression of the shape, in lower case unless the shape
    itself wants a capital: looking for them first is cheap.
    """

    keys: tuple[str, ...]
    shape: re.Pattern[str]
    read: Callable[[Found], Reading | None]


_BLANK = r"[ \t\u00a0\u2009\u202f]"
GAP = rf"(?:{_BLANK}{{1,3}}\n?|\n)"
"""Blanks and at most one line's end: an empty line parts paragraphs."""

_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS, start=1)} | {"a": 1, "an": 1, "twenty": 20}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_PARTS: dict[str, Part] = {"start": "start", "beginning": "start", "middle": "mid", "end": "end"}
_SIDES: dict[str, Side] = {"earlier": "past", "later": "to_come"}
_STEPS: dict[Shift | None, int] = {None: 0, "last": -1, "this": 0, "next": 1}

_SETS = {
    "month": "|".join([*MONTHS, *(name.upper() for name in MONTHS)]),
    "month_short": "|".join(MONTH_ABBREVIATIONS),
    "weekday": "|".join(WEEKDAYS),
    "weekday_short": "|".join(WEEKDAY_ABBREVIATIONS),
    "season": "|".join(SEASONS),
    "number": "|".join(_NUMBERS),
}
_MONTH = rf"(?:\b(?:{_SETS['month']})\b|\b(?:{_SETS['month_short']})(?:\.|(?={GAP}\d)))"
_WEEKDAY = rf"(?:\b(?:{_SETS['weekday']})|\b(?:{_SETS['weekday_short']})\.)(?!\w)"
_DAY = r"(?<![\w.,:/$€£#])(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%/]|[.,:]\d)"
_YEAR = r"(?<![\d.,:/$€£#])(?:19|20)\d\d(?![\w%/]|[.,:]\d)"
_TO = rf"(?:{GAP}(?:to|through|until|till){GAP}|{GAP}and{GAP}(?!\d+{GAP}[a-z]+s\b)|{_BLANK}?[-–—]{_BLANK}?)"
_OF_YEAR = rf"(?:,?{GAP}(?:of{GAP})?(?P<year>{_YEAR}))"
_IN_YEAR = rf"(?:{GAP}(?:of{GAP})?(?P<of_year>last|this|next){GAP}year\b)"
_SHIFT = rf"(?P<shift>(?i:this{GAP}(?:past|coming)|last|this|next|coming))"
_EDGE = rf"(?:start|beginning|middle|end){GAP}of"
_PART = rf"(?P<part>(?i:early|mid|late|{_EDGE}))(?:{GAP}|-)"
_DATED_WEEKDAY = rf"(?:(?P<weekday>{_WEEKDAY}),?{GAP}(?:the{GAP})?)?"

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


def _part(text: str | None) -> Part | None:
    word = text.casefold().split()[0] if text else None
    return _PARTS.get(word, cast(Part, word)) if word else None


def _iso_day(found: Found) -> Reading | None:
    try:
        return Fixed(a_day(date.fromisoformat(found[0])))
    except ValueError:
        return None


def _dotted_day(found: Found) -> Reading | None:
    try:
        return Fixed(a_day(date(int(found["year"]), int(found["month"]), int(found["day"]))))
    except ValueError:
        return None


def _calendar_days(found: Found) -> Reading | None:
    month = _month(found["month"])
    other = _month(found["other_month"]) if found["other_month"] else month
    day_first = found.start("day") < found.start("month")
    first = (other if day_first else month, _day(found["day"]))
    last = (month if day_first else other, _day(found["end_day"] or found["day"]))
    if found["of_year"]:
        return YearlyDays(first, last, year=_STEPS[_shift(found["of_year"])])
    if not found["year"]:
        return YearlyDays(first, last, weekday_number(found["weekday"]) if found["weekday"] else None)
    year = int(found["year"])
    try:
        start, end = date(year - (first > last), *first), date(year, *last)
    except ValueError:
        return None
    return Fixed(a_day(start) if start == end else Days(start, end, "range"))


def _calendar_months(found: Found) -> Reading | None:
    month, part, shift = _month(found["month"]), _part(found["part"]), _shift(found["shift"])
    last = _month(found["end_month"]) if found["end_month"] else month
    if found["year"]:
        return Fixed(months(int(found["year"]) - (last < month), month, last, part), part)
    if part or shift or found["end_month"] or _before(found, _MONTH_IS_MEANT):
        return YearlyMonths(month, last, part, shift)
    return None


def _season(found: Found) -> Reading:
    first = SEASONS[found["season"].casefold()]
    last = (first + 1) % 12 + 1
    if found["year"]:
        return Fixed(months(int(found["year"]), first, last))
    return YearlyMonths(first, last, None, _shift(found["shift"]))


def _quarter(found: Found) -> Reading:
    number = int(found["digit"]) if found["digit"] else _ORDINALS[found["ordinal"].casefold()]
    if found["year"]:
        return Fixed(a_quarter(int(found["year"]), number))
    return YearlyMonths(3 * number - 2, 3 * number)


def _half(found: Found) -> Reading:
    first = 6 * _ORDINALS[found["ordinal"].casefold()] - 5
    return Fixed(months(int(found["year"]), first, first + 5))


def _unit(found: Found) -> Reading:
    unit, steps = cast(Unit, found["unit"].casefold()), _STEPS[_shift(found["shift"])]
    side = _SIDES[found["side"].casefold()] if found["side"] else None
    return Stepped(unit, steps, _part(found["part"]), side)


def _edge_of_unit(found: Found) -> Reading:
    return Stepped(cast(Unit, found["unit"].casefold()), 0, _part(found["part"]))


def _weekday(found: Found) -> Reading:
    number = cast(int, weekday_number(found["weekday"]))
    last = cast(int, weekday_number(found["end_weekday"])) if found["end_weekday"] else number
    return Weekday(number, _shift(found["shift"]), (last - number) % 7)


def _weekday_of_week(found: Found) -> Reading:
    return Weekday(cast(int, weekday_number(found["weekday"])), week=_STEPS[_shift(found["shift"])])


def _weekend(found: Found) -> Reading:
    shift = _shift(found["shift"])
    return Stepped("weekend", _STEPS[shift]) if shift else Weekend()


def _named_day(found: Found) -> Reading:
    words = found[0].casefold().split()
    if "tomorrow" in words:
        return Stepped("day", 2 if "after" in words else 1)
    if "yesterday" in words:
        return Stepped("day", -2 if "before" in words else -1)
    return Stepped("day", -1 if "last" in words else 0)


def _days_or_more(found: Found) -> tuple[Unit, int]:
    word, unit = found["number"].casefold(), found["counted"].casefold()
    number = int(word) if word.isdigit() else _NUMBERS[word]
    if unit == "decade":
        return "year", 10 * number
    return ("day", number // 24) if unit == "hour" else (cast(Unit, unit), number)


def _ago(found: Found) -> Reading:
    unit, number = _days_or_more(found)
    return Stepped(unit, -number if found["way"].casefold() == "ago" else number)


def _in_some_time(found: Found) -> Reading | None:
    if _before(found, _SUPERLATIVE):
        return None
    unit, number = _days_or_more(found)
    if unit == "week" and found["way"].casefold() == "within":
        unit, number = "day", 7 * number
    return Stepped(unit, number)


def _month_day(found: Found) -> Reading:
    return MonthDay(_day(found["day"]))


def _same_day(_found: Found) -> Reading:
    return SameDay()


def _later(found: Found) -> Reading:
    unit, number = _days_or_more(found)
    return Later(unit, number if found["way"].casefold() in {"later", "afterwards"} else -number)


def _next_one(found: Found) -> Reading:
    back = found["way"].casefold() == "previous"
    return Later(cast(Unit, found["unit"].casefold()), -1 if back else 1)


def _vague(found: Found) -> Reading:
    return Vague("past" if found["past"] else "to_come")


def _year(found: Found) -> Reading | None:
    first, part = int(found["year"]), _part(found["part"])
    last = int(found["end_year"]) if found["end_year"] else first
    if last > first:
        return Fixed(Days(date(first, 1, 1), date(last, 12, 31), "range"))
    rest = found.string[found.end() : found.end() + 30]
    epithet = _before(found, _YEAR_IS_EPITHET) and re.match(rf"{GAP}\w", rest)
    meant = part or epithet or (_before(found, _YEAR_IS_MEANT) and not _COUNTED_THINGS.match(rest))
    return Fixed(a_year(first, part), part) if meant or re.match(rf"{GAP}[A-Z]\w", rest) else None


_COUNTED = rf"(?P<number>\d{{1,3}}|{_SETS['number']}){GAP}(?P<counted>hour|day|week|month|year|decade)s?"
_UNIT = r"(?P<unit>week|month|quarter|year)"
_A_MONTH = tuple(sorted({form for name in MONTHS for form in (name[:3], name[:3].upper())}))
_A_WEEKDAY = tuple(sorted({name[:3] for name in WEEKDAYS}))
_A_SEASON = tuple(SEASONS)
_A_UNIT = ("week", "month", "quarter", "year")
_A_TIME = ("hour", "day", "week", "month", "year", "decade")
_SHAPES: tuple[tuple[tuple[str, ...], str, Callable[[Found], Reading | None]], ...] = (
    (("-0", "-1"), r"(?<![\w-])(?:19|20)\d\d-\d\d-\d\d(?![\w-])", _iso_day),
    (
        (".19", ".20"),
        r"(?<![\w.,/-])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?![\w/-]|\.\d)",
        _dotted_day,
    ),
    (
        _A_MONTH,
        rf"{_DATED_WEEKDAY}(?P<month>{_MONTH}){GAP}(?P<day>{_DAY})"
        rf"(?:{_TO}(?:(?P<other_month>{_MONTH}){GAP})?(?P<end_day>{_DAY}))?(?:{_OF_YEAR}|{_IN_YEAR})?",
        _calendar_days,
    ),
    (
        _A_MONTH,
        rf"{_DATED_WEEKDAY}(?P<day>{_DAY})(?:(?:{GAP}(?P<other_month>{_MONTH}))?{_TO}(?P<end_day>{_DAY}))?"
        rf"(?:{GAP}of)?{GAP}(?P<month>{_MONTH})(?:{_OF_YEAR}|{_IN_YEAR})?",
        _calendar_days,
    ),
    (
        _A_MONTH,
        rf"(?:\b{_SHIFT}{GAP})?(?:\b{_PART})?(?P<month>{_MONTH})(?:{_TO}(?P<end_month>{_MONTH}))?{_OF_YEAR}?",
        _calendar_months,
    ),
    (_A_SEASON, rf"\b(?:{_SHIFT}{GAP}(?P<season>(?i:{_SETS['season']})))\b(?P<year>(?!))?", _season),
    (_A_SEASON, rf"\b(?P<shift>(?!))?(?P<season>(?i:{_SETS['season']})){_OF_YEAR}", _season),
    (_A_SEASON, rf"(?<=\bin )(?P<shift>(?!))?(?:the )?(?P<season>{_SETS['season']})\b(?P<year>(?!))?", _season),
    (
        ("quarter", "q1", "q2", "q3", "q4"),
        rf"\b(?:Q(?P<digit>[1-4])|(?P<ordinal>(?i:first|second|third|fourth)){GAP}quarter)"
        rf"(?:{_OF_YEAR}|{GAP}of{GAP}(?:the|this){GAP}year\b)",
        _quarter,
    ),
    (("half",), rf"\b(?P<ordinal>(?i:first|second)){GAP}half{_OF_YEAR}", _half),
    (_A_UNIT, rf"\b(?:{_PART}|(?P<side>(?i:earlier|later)){GAP})?{_SHIFT}{GAP}(?i:{_UNIT})\b", _unit),
    (_A_UNIT, rf"\b(?P<part>(?i:{_EDGE})){GAP}the{GAP}{_UNIT}\b", _edge_of_unit),
    (("-end", " end", "\nend"), rf"\b(?P<unit>year|month|week)(?:['’]s{GAP}|-)(?P<part>end)\b", _edge_of_unit),
    (
        _A_WEEKDAY,
        rf"(?<!Black )(?<!Good )(?<!Bloody )(?:\b{_SHIFT}{GAP})?(?P<weekday>{_WEEKDAY})"
        rf"(?:{_TO}(?P<end_weekday>{_WEEKDAY}))?(?:{GAP}(?:morning|afternoon|evening|night)\b)?",
        _weekday,
    ),
    (
        ("week",),
        rf"(?P<weekday>{_WEEKDAY}),?{GAP}(?:of{GAP}|in{GAP})?{_SHIFT}{GAP}week\b",
        _weekday_of_week,
    ),
    (("weekend",), rf"\b(?:{_SHIFT}|(?i:the)){GAP}weekend\b", _weekend),
    (
        ("today", "tonight", "tomorrow", "yesterday", "morning", "afternoon", "evening", "night"),
        rf"\b(?i:the{GAP}day{GAP}after{GAP}tomorrow|the{GAP}day{GAP}before{GAP}yesterday|today|tonight|tomorrow|yesterday"
        rf"|this{GAP}(?:morning|afternoon|evening)|last{GAP}night)\b",
        _named_day,
    ),
    (("ago", "now", "today"), rf"\b(?i:{_COUNTED}{GAP}(?P<way>ago|from{GAP}(?:now|today)))\b", _ago),
    (
        ("later", "earlier", "afterwards", "before"),
        rf"\b(?i:{_COUNTED}{GAP}(?P<way>later|earlier|afterwards|before(?=[,.;)])))\b",
        _later,
    ),
    (
        ("following", "next", "previous"),
        rf"\b(?i:the{GAP}(?P<way>following|next(?={GAP}day)|previous){GAP}(?P<unit>day|week|month|year))\b",
        _next_one,
    ),
    (
        _A_TIME,
        rf"\b(?i:(?P<way>in|within){GAP}(?:the{GAP}next{GAP})?{_COUNTED})\b",
        _in_some_time,
    ),
    (
        (" day", "\nday", "evening", "night"),
        rf"\b(?i:the{GAP}same{GAP}day|that{GAP}(?:same{GAP})?(?:day|evening|night)"
        rf"|(?:later|earlier){GAP}in{GAP}the{GAP}day)\b",
        _same_day,
    ),
    (
        ("days", "weeks", "months", "years", "future", "soon", "shortly"),
        rf"\b(?i:(?:in|over|during|within){GAP}(?:the{GAP})?(?:coming|next|(?P<past>recent|past|last)){GAP}(?:few{GAP})?"
        rf"(?:days|weeks|months|years)|in{GAP}the{GAP}near{GAP}future|(?:soon|shortly)(?!{GAP}(?:after|before)))\b",
        _vague,
    ),
    (
        tuple(f"the {digit}" for digit in range(10)),
        rf"\b(?i:(?<=on )the{GAP})(?P<day>{_DAY})(?=[,.;)]|{GAP}(?:and|at|in|to)\b)",
        _month_day,
    ),
    (("19", "20"), rf"(?:\b{_PART})?(?P<year>{_YEAR})(?:{_TO}(?P<end_year>{_YEAR}))?", _year),
)
PATTERNS = tuple(Pattern(keys, re.compile(shape), read) for keys, shape, read in _SHAPES)
