from datetime import date

import pytest

from briefing.dossier import dates
from briefing.model import DateInterval, Precision

AS_OF = date(2021, 7, 23)


def interval(start: date, end: date | None = None, precision: Precision = "day") -> DateInterval:
    return DateInterval(start, end or start, precision, "")


@pytest.mark.parametrize(
    ("found", "short", "long"),
    [
        (interval(date(2021, 7, 28)), "Wed 28 Jul", "Wed 28 Jul 2021"),
        (interval(date(2026, 2, 4)), "4 Feb 2026", "Wed 4 Feb 2026"),
        (interval(date(2021, 2, 1), date(2021, 2, 28), "month"), "Feb 2021", "Feb 2021"),
        (interval(date(2021, 7, 1), date(2021, 9, 30), "quarter"), "Q3 2021", "Q3 2021"),
        (interval(date(2026, 1, 1), date(2026, 12, 31), "year"), "2026", "2026"),
        (interval(date(2021, 7, 26), date(2021, 8, 1), "week"), "week 26 Jul", "week of 26 Jul 2021"),
        (interval(date(2022, 7, 25), date(2022, 7, 31), "week"), "Jul 2022", "week of 25 Jul 2022"),
        (interval(date(2021, 8, 3), date(2021, 8, 5), "range"), "3 – 5 Aug", "3 – 5 Aug 2021"),
        (interval(date(2021, 7, 30), date(2021, 8, 2), "range"), "from 30 Jul", "30 Jul – 2 Aug 2021"),
        (interval(date(2021, 12, 30), date(2022, 1, 2), "range"), "2021 – 2022", "30 Dec 2021 – 2 Jan 2022"),
        (None, "?", "?"),
    ],
)
def test_an_interval_is_written_short_and_long(found: DateInterval | None, short: str, long: str) -> None:
    assert dates.short_interval(found, AS_OF) == short
    assert len(short) <= 11
    assert dates.long_interval(found) == long


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (interval(date(2021, 7, 23)), "today"),
        (interval(date(2021, 7, 24)), "in 1 d"),
        (interval(date(2021, 8, 23)), "in 31 d"),
        (interval(date(2022, 7, 22)), "in 364 d"),
        (interval(date(2022, 7, 23)), "in 1 y"),
        (interval(date(2026, 2, 4)), "in 4 y"),
        (interval(date(2021, 7, 22)), ""),
        (interval(date(2021, 7, 1), date(2021, 7, 31), "month"), ""),
        (None, ""),
    ],
)
def test_distance_is_rounded_down_and_empty_for_what_has_begun(found: DateInterval | None, expected: str) -> None:
    assert dates.distance(found, AS_OF) == expected


def test_without_an_as_of_date_years_are_written_and_distances_are_not() -> None:
    assert dates.short_interval(interval(date(2021, 7, 28)), None) == "28 Jul 2021"
    assert dates.distance(interval(date(2021, 7, 28)), None) == ""
    assert dates.as_of_day(None) == "?"
    assert dates.as_of_day(AS_OF) == "Fri 23 Jul 2021"


def test_a_period_names_the_year_once_where_it_does_not_change() -> None:
    assert dates.period_of([date(2021, 7, 23), None, date(2021, 2, 3)]) == "3 Feb – 23 Jul 2021"
    assert dates.period_of([date(2020, 12, 3), date(2021, 2, 3)]) == "3 Dec 2020 – 3 Feb 2021"
    assert dates.period_of([AS_OF]) == "23 Jul 2021"
    assert dates.period_of([None]) == ""


def test_months_are_joined_by_to() -> None:
    assert dates.months(date(2021, 2, 3), AS_OF) == "Feb to Jul 2021"
    assert dates.months(date(2020, 12, 3), AS_OF) == "Dec 2020 to Jul 2021"
    assert dates.months(AS_OF, AS_OF) == "Jul 2021"


def test_the_newest_day_of_a_column_drops_the_year_of_the_as_of_date() -> None:
    assert dates.newest_day(AS_OF, AS_OF) == "23 Jul"
    assert dates.newest_day(date(2020, 4, 16), AS_OF) == "Apr 2020"
    assert dates.newest_day(None, AS_OF) == "?"
