"""The shapes of time expressions: a regular expression for each, the keys to look for first, and what reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from briefing.extraction.intervals import SEASONS, Reading
from briefing.extraction.time_readings import (
    BLANK,
    GAP,
    NUMBERS,
    Found,
    read_ago,
    read_calendar_days,
    read_calendar_months,
    read_dotted_day,
    read_edge_of_unit,
    read_half,
    read_in_some_time,
    read_iso_day,
    read_later,
    read_month_day,
    read_named_day,
    read_next_one,
    read_quarter,
    read_same_day,
    read_season,
    read_unit,
    read_vague,
    read_weekday,
    read_weekday_of_week,
    read_weekend,
    read_year,
)
from briefing.knowledge.calendar import MONTH_ABBREVIATIONS, MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS


class Pattern(NamedTuple):
    """A shape of words and the function that reads it; null where these words name no days after all.

    ``keys`` are pieces of words of which one stands in every expression of the shape, in lower case unless the shape
    itself wants a capital: looking for them first is cheap.
    """

    keys: tuple[str, ...]
    shape: re.Pattern[str]
    read: Callable[[Found], Reading | None]


_SETS = {
    "month": "|".join([*MONTHS, *(name.upper() for name in MONTHS)]),
    "month_short": "|".join(MONTH_ABBREVIATIONS),
    "weekday": "|".join(WEEKDAYS),
    "weekday_short": "|".join(WEEKDAY_ABBREVIATIONS),
    "season": "|".join(SEASONS),
    "number": "|".join(NUMBERS),
}
_MONTH = rf"(?:\b(?:{_SETS['month']})\b|\b(?:{_SETS['month_short']})(?:\.|(?={GAP}\d)))"
_WEEKDAY = rf"(?:\b(?:{_SETS['weekday']})|\b(?:{_SETS['weekday_short']})\.)(?!\w)"
_DAY = r"(?<![\w.,:/$€£#])(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%/]|[.,:]\d)"
_YEAR = r"(?<![\d.,:/$€£#])(?:19|20)\d\d(?![\w%/]|[.,:]\d)"
_TO = rf"(?:{GAP}(?:to|through|until|till){GAP}|{GAP}and{GAP}(?!\d+{GAP}[a-z]+s\b)|{BLANK}?[-–—]{BLANK}?)"
_OF_YEAR = rf"(?:,?{GAP}(?:of{GAP})?(?P<year>{_YEAR}))"
_IN_YEAR = rf"(?:,?{GAP}(?:of{GAP})?(?:the{GAP})?(?P<of_year>last|this|next|that|same){GAP}year\b)"
_SHIFT = rf"(?P<shift>(?i:this{GAP}(?:past|coming)|last|this|next|coming))"
_EDGE = rf"(?:start|beginning|middle|end){GAP}of"
_PART = rf"(?P<part>(?i:early|mid|late|{_EDGE}))(?:{GAP}|-)"
_DATED_WEEKDAY = rf"(?:(?P<weekday>{_WEEKDAY}),?{GAP}(?:the{GAP})?)?"

_COUNTED = rf"(?P<number>\d{{1,3}}|{_SETS['number']}){GAP}(?P<counted>hour|day|week|month|year|decade)s?"
_UNIT = r"(?P<unit>week|month|quarter|year)"
_A_MONTH = tuple(sorted({form for name in MONTHS for form in (name[:3], name[:3].upper())}))
_A_WEEKDAY = tuple(sorted({name[:3] for name in WEEKDAYS}))
_A_SEASON = tuple(SEASONS)
_A_UNIT = ("week", "month", "quarter", "year")
_A_TIME = ("hour", "day", "week", "month", "year", "decade")
_SHAPES: tuple[tuple[tuple[str, ...], str, Callable[[Found], Reading | None]], ...] = (
    (("-0", "-1"), r"(?<![\w-])(?:19|20)\d\d-\d\d-\d\d(?![\w-])", read_iso_day),
    (
        (".19", ".20"),
        r"(?<![\w.,/-])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?![\w/-]|\.\d)",
        read_dotted_day,
    ),
    (
        _A_MONTH,
        rf"{_DATED_WEEKDAY}(?P<month>{_MONTH}){GAP}(?P<day>{_DAY})"
        rf"(?:{_TO}(?:(?P<other_month>{_MONTH}){GAP})?(?P<end_day>{_DAY}))?(?:{_OF_YEAR}|{_IN_YEAR})?",
        read_calendar_days,
    ),
    (
        _A_MONTH,
        rf"{_DATED_WEEKDAY}(?P<day>{_DAY})(?:(?:{GAP}(?P<other_month>{_MONTH}))?{_TO}(?P<end_day>{_DAY}))?"
        rf"(?:{GAP}of)?{GAP}(?P<month>{_MONTH})(?:{_OF_YEAR}|{_IN_YEAR})?",
        read_calendar_days,
    ),
    (
        _A_MONTH,
        rf"(?:\b{_SHIFT}{GAP})?(?:\b{_PART})?(?P<month>{_MONTH})(?:{_TO}(?P<end_month>{_MONTH}))?"
        rf"(?:{_OF_YEAR}|{_IN_YEAR})?",
        read_calendar_months,
    ),
    (_A_SEASON, rf"\b(?:{_SHIFT}{GAP}(?P<season>(?i:{_SETS['season']})))\b(?P<year>(?!))?", read_season),
    (_A_SEASON, rf"\b(?P<shift>(?!))?(?P<season>(?i:{_SETS['season']})){_OF_YEAR}", read_season),
    (_A_SEASON, rf"(?<=\bin )(?P<shift>(?!))?(?:the )?(?P<season>{_SETS['season']})\b(?P<year>(?!))?", read_season),
    (
        ("quarter", "q1", "q2", "q3", "q4"),
        rf"\b(?:Q(?P<digit>[1-4])|(?P<ordinal>(?i:first|second|third|fourth)){GAP}quarter)"
        rf"(?:{_OF_YEAR}|{GAP}of{GAP}(?:the|this){GAP}year\b)",
        read_quarter,
    ),
    (("half",), rf"\b(?P<ordinal>(?i:first|second)){GAP}half{_OF_YEAR}", read_half),
    (_A_UNIT, rf"\b(?:{_PART}|(?P<side>(?i:earlier|later)){GAP})?{_SHIFT}{GAP}(?i:{_UNIT})\b", read_unit),
    (_A_UNIT, rf"\b(?P<part>(?i:{_EDGE})){GAP}the{GAP}{_UNIT}\b", read_edge_of_unit),
    (("-end", " end", "\nend"), rf"\b(?P<unit>year|month|week)(?:['’]s{GAP}|-)(?P<part>end)\b", read_edge_of_unit),
    (
        _A_WEEKDAY,
        rf"(?<!Black )(?<!Good )(?<!Bloody )(?:\b{_SHIFT}{GAP})?(?P<weekday>{_WEEKDAY})"
        rf"(?:{_TO}(?P<end_weekday>{_WEEKDAY}))?(?:{GAP}(?:morning|afternoon|evening|night)\b)?",
        read_weekday,
    ),
    (
        ("week",),
        rf"(?P<weekday>{_WEEKDAY}),?{GAP}(?:of{GAP}|in{GAP})?{_SHIFT}{GAP}week\b",
        read_weekday_of_week,
    ),
    (("weekend",), rf"\b(?:{_SHIFT}|(?i:the)){GAP}weekend\b", read_weekend),
    (
        ("today", "tonight", "tomorrow", "yesterday", "morning", "afternoon", "evening", "night"),
        rf"\b(?i:the{GAP}day{GAP}after{GAP}tomorrow|the{GAP}day{GAP}before{GAP}yesterday|today|tonight|tomorrow|yesterday"
        rf"|this{GAP}(?:morning|afternoon|evening)|last{GAP}night)\b",
        read_named_day,
    ),
    (("ago", "now", "today"), rf"\b(?i:{_COUNTED}{GAP}(?P<way>ago|from{GAP}(?:now|today)))\b", read_ago),
    (
        ("later", "earlier", "afterwards", "before"),
        rf"\b(?i:{_COUNTED}{GAP}(?P<way>later|earlier|afterwards|before(?=[,.;)])))\b",
        read_later,
    ),
    (
        ("following", "next", "previous"),
        rf"\b(?i:the{GAP}(?P<way>following|next(?={GAP}day)|previous){GAP}(?P<unit>day|week|month|year))\b",
        read_next_one,
    ),
    (
        _A_TIME,
        rf"\b(?i:(?P<way>in|within){GAP}(?:the{GAP}next{GAP})?{_COUNTED})\b",
        read_in_some_time,
    ),
    (
        (" day", "\nday", "evening", "night"),
        rf"\b(?i:the{GAP}same{GAP}day|that{GAP}(?:same{GAP})?(?:day|evening|night)"
        rf"|(?:later|earlier){GAP}in{GAP}the{GAP}day)\b",
        read_same_day,
    ),
    (
        ("days", "weeks", "months", "years", "future", "soon", "shortly"),
        rf"\b(?i:(?:in|over|during|within){GAP}(?:the{GAP})?(?:coming|next|(?P<past>recent|past|last)){GAP}(?:few{GAP})?"
        rf"(?:days|weeks|months|years)|in{GAP}the{GAP}near{GAP}future|(?:soon|shortly)(?!{GAP}(?:after|before)))\b",
        read_vague,
    ),
    (
        tuple(f"the {digit}" for digit in range(10)),
        rf"\b(?i:(?<=on )the{GAP})(?P<day>{_DAY})(?=[,.;)]|{GAP}(?:and|at|in|to)\b)",
        read_month_day,
    ),
    (("19", "20"), rf"(?:\b{_PART})?(?P<year>{_YEAR})(?:{_TO}(?P<end_year>{_YEAR}))?", read_year),
)
PATTERNS = tuple(Pattern(keys, re.compile(shape), read) for keys, shape, read in _SHAPES)
