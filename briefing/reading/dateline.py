"""The dateline of a wire story: place, perhaps a date, perhaps an agency, and a dash."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from briefing.knowledge.calendar import (
    DAY_PATTERN,
    MONTH_PATTERN,
    WEEKDAY_PATTERN,
    day_number,
    month_number,
    weekday_number,
)
from briefing.knowledge.tables import Knowledge
from briefing.reading.known import entries_for, is_city, is_place, medium_in

_LONGEST = 100
_DASH = re.compile(r"(?:\s|(?<=\)))(?:-{1,3}|_|[–—―])(?:\s|\Z)|\s*[—―]\s*|\s*--\s*|(?<=\))\s*(?=[A-Z“\"])")
_SLASHED = re.compile(r"\.?\s*/(?P<agency>[A-Z][\w .-]{1,20})/\.?\s+")
_PARENTHESIS = re.compile(r"\(([^()]{1,40})\)\Z")
_PARTIAL_DATE = re.compile(
    rf"(?:(?P<weekday>{WEEKDAY_PATTERN}),?\s+)?"
    rf"(?:(?P<month>{MONTH_PATTERN})\s+(?P<day>{DAY_PATTERN})|(?P<day_first>{DAY_PATTERN})\s+(?P<month_second>{MONTH_PATTERN}))"
    r"(?:,?\s+(?P<year>(?:19|20|21)\d\d))?\.?\Z",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"[\s,]+\Z|(?<=\w{3})\.[\s,]*\Z")
_AGENCY = re.compile(r"[A-Z][\w&./-]{1,30}")
_NAME = re.compile(r"[^\W\d_][\w.’'/-]*")
_LABELS = frozenset({"FILE", "PHOTO", "VIDEO", "LIVE", "WATCH", "BREAKING", "EXCLUSIVE", "ANALYSIS", "EXPLAINER"})
_SMALL_WORDS = frozenset({"of", "the", "and", "de", "la", "al", "on", "aboard", "near", "in"})


class PartialDate(NamedTuple):
    """A day of a month, with weekday (Monday is 0) and year where they are given."""

    month: int
    day: int
    year: int | None
    weekday: int | None

    def in_year(self, year: int) -> date | None:
        """Return the day in a year; null where the calendar has none or its weekday is another."""
        try:
            found = date(year, self.month, self.day)
        except ValueError:
            return None
        return found if self.weekday in (None, found.weekday()) else None


class Dateline(NamedTuple):
    """A dateline as it stands; ``end`` is the offset behind its dash."""

    place: str | None
    agency: str | None
    date: PartialDate | None
    end: int


def partial_date(text: str) -> PartialDate | None:
    """Return the date with which a text ends, and nothing but which it is."""
    found = _PARTIAL_DATE.match(text.strip())
    return _partial(found) if found else None


def find_dateline(text: str, start: int, end: int, knowledge: Knowledge) -> Dateline | None:
    """Return the dateline with which a paragraph begins, if it does.

    ``WASHINGTON, D.C. —``, ``LVIV, Ukraine (AP) —``, ``MOSCOW, July 23 (Xinhua) --``, ``MOSCOW, July 23. /TASS/.``,
    ``GENEVA (23 July 2021) –``, ``July 23 (Reuters) -``, and ``Geneva –`` where the tables know the place.
    """
    beginning = text[start : min(end, start + _LONGEST)]
    slashed = _SLASHED.search(beginning)
    if slashed is not None:
        return _parsed(beginning[: slashed.start()], slashed["agency"], start + slashed.end(), knowledge)
    for dash in _DASH.finditer(beginning):
        found = _parsed(beginning[: dash.start()], None, start + dash.end(), knowledge)
        if found is not None:
            return found
        if beginning[dash.start() : dash.end()].strip():
            return None
    return None


def _parsed(head: str, agency: str | None, end: int, knowledge: Knowledge) -> Dateline | None:
    head = head.strip()
    day = None
    parenthesis = _PARENTHESIS.search(head)
    if parenthesis is not None:
        day = partial_date(parenthesis[1])
        agency = None if day else parenthesis[1].strip()
        head = head[: parenthesis.start()].strip()
    if day is None:
        dated = _PARTIAL_DATE.search(head)
        day = _partial(dated) if dated else None
        head = head[: dated.start()] if dated and day else head
    place, named = _without_medium(_TRAILING.sub("", head), knowledge)
    agency = agency or named
    known = agency is not None and medium_in(agency, knowledge) is not None
    if not (_is_dateline_place(place, knowledge, sure=known or day is not None) if place else known):
        return None
    is_agency = known or (
        agency is not None and _AGENCY.fullmatch(agency) is not None and not is_place(agency, knowledge)
    )
    return Dateline(place or None, agency if is_agency else None, day, end)


def _without_medium(place: str, knowledge: Knowledge) -> tuple[str, str | None]:
    """Part ``TEHRAN, IRNA`` into place and medium."""
    head, _, last = place.rpartition(",")
    if head and medium_in(last, knowledge) and not is_place(last, knowledge):
        return head.strip(), last.strip()
    return place, None


def _is_dateline_place(place: str, knowledge: Knowledge, *, sure: bool) -> bool:
    city, *regions = [part.strip() for part in place.split(",")]
    if not 0 < len(city.split()) <= 5 or len(regions) > 2 or not all(_is_name(part) for part in (city, *regions)):
        return False
    if sure or is_city(city, knowledge):
        return True
    is_acronym = " " not in city and any(entry.table == "organisation" for entry in entries_for(city, knowledge))
    return city.isupper() and city not in _LABELS and sum(map(str.isalpha, city)) >= 3 and not is_acronym


def _is_name(part: str) -> bool:
    words = part.split()
    return bool(words) and all(_NAME.fullmatch(word) and (word[0].isupper() or word in _SMALL_WORDS) for word in words)


def _partial(found: re.Match[str]) -> PartialDate | None:
    month = month_number(found["month"] or found["month_second"])
    day = day_number(found["day"] or found["day_first"])
    if month is None or day is None:
        return None
    weekday = weekday_number(found["weekday"]) if found["weekday"] else None
    return PartialDate(month, day, int(found["year"]) if found["year"] else None, weekday)
