"""Time expressions on sentences of our own, seen from a Friday: 23 July 2021."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from briefing.extraction.intervals import Anchor
from briefing.extraction.times import date_of, find_times
from briefing.model import DateInterval, Tense
from tests.growth import assert_linear

FRIDAY = date(2021, 7, 23)


def read(text: str, tense: Tense | None = None, published: date | None = FRIDAY) -> list[DateInterval | None]:
    return [date_of(found, text, Anchor(published, tense)) for found in find_times(text)]


def days(text: str, tense: Tense | None = None, published: date | None = FRIDAY) -> list[str]:
    return [
        f"{found.start} {found.end} {found.precision}" if found else "unknown" for found in read(text, tense, published)
    ]


@pytest.mark.parametrize(
    ("text", "tense", "expected"),
    [
        ("They met on Wednesday.", "past", "2021-07-21 2021-07-21 day"),
        ("They will meet on Wednesday.", "to_come", "2021-07-28 2021-07-28 day"),
        ("Wednesday’s discussions in Geneva", "to_come", "2021-07-28 2021-07-28 day"),
        ("They said on Friday", "past", "2021-07-23 2021-07-23 day"),
        ("They will meet on Friday", "to_come", "2021-07-23 2021-07-23 day"),
        ("Late on Thursday the council voted", "past", "2021-07-22 2021-07-22 day"),
        ("at 3 p.m. Thursday", "past", "2021-07-22 2021-07-22 day"),
        ("last Tuesday", None, "2021-07-20 2021-07-20 day"),
        ("last Friday", None, "2021-07-16 2021-07-16 day"),
        ("next Monday", None, "2021-07-26 2021-07-26 day"),
        ("this past Sunday", None, "2021-07-18 2021-07-18 day"),
        ("a visit from Monday to Wednesday", "to_come", "2021-07-26 2021-07-28 range"),
    ],
)
def test_weekdays_are_told_by_tense(text: str, tense: Tense | None, expected: str) -> None:
    assert days(text, tense) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yesterday", "2021-07-22 2021-07-22 day"),
        ("today", "2021-07-23 2021-07-23 day"),
        ("tonight", "2021-07-23 2021-07-23 day"),
        ("this morning", "2021-07-23 2021-07-23 day"),
        ("last night", "2021-07-22 2021-07-22 day"),
        ("tomorrow", "2021-07-24 2021-07-24 day"),
        ("the day after tomorrow", "2021-07-25 2021-07-25 day"),
        ("the day before yesterday", "2021-07-21 2021-07-21 day"),
        ("this week", "2021-07-19 2021-07-25 week"),
        ("next week", "2021-07-26 2021-08-01 week"),
        ("last week", "2021-07-12 2021-07-18 week"),
        ("next month", "2021-08-01 2021-08-31 month"),
        ("last month", "2021-06-01 2021-06-30 month"),
        ("last quarter", "2021-04-01 2021-06-30 quarter"),
        ("this year", "2021-01-01 2021-12-31 year"),
        ("earlier this year", "2021-01-01 2021-07-23 year"),
        ("later this month", "2021-07-23 2021-07-31 month"),
        ("late last year", "2020-09-01 2020-12-31 year"),
        ("in two weeks", "2021-08-02 2021-08-08 week"),
        ("three days ago", "2021-07-20 2021-07-20 day"),
        ("Five years ago", "2016-01-01 2016-12-31 year"),
        ("a month ago", "2021-06-01 2021-06-30 month"),
        ("two days from now", "2021-07-25 2021-07-25 day"),
        ("within 48 hours", "2021-07-25 2021-07-25 day"),
        ("within two weeks", "2021-08-06 2021-08-06 day"),
        ("in 90 days", "2021-10-21 2021-10-21 day"),
        ("the end of the month", "2021-07-25 2021-07-31 month"),
        ("by the end of the year", "2021-12-31 2021-12-31 day"),
        ("the start of next year", "2022-01-01 2022-01-31 year"),
        ("this weekend", "2021-07-24 2021-07-25 range"),
        ("last weekend", "2021-07-17 2021-07-18 range"),
        ("next June", "2022-06-01 2022-06-30 month"),
        ("last June", "2021-06-01 2021-06-30 month"),
        ("last spring", "2021-03-01 2021-05-31 range"),
        ("next winter", "2021-12-01 2022-02-28 range"),
        ("on September 6 last year", "2020-09-06 2020-09-06 day"),
        ("in May last year", "2020-05-01 2020-05-31 month"),
        ("in November of this year", "2021-11-01 2021-11-30 month"),
    ],
)
def test_relative_expressions_are_counted_from_the_day_of_publication(text: str, expected: str) -> None:
    assert days(f"It was said {text}.") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("July 28, 2021", "2021-07-28 2021-07-28 day"),
        ("28 July 2021", "2021-07-28 2021-07-28 day"),
        ("the 28th of July, 2021", "2021-07-28 2021-07-28 day"),
        ("Wednesday, July 28, 2021", "2021-07-28 2021-07-28 day"),
        ("Jan. 20, 2009", "2009-01-20 2009-01-20 day"),
        ("2021-07-28", "2021-07-28 2021-07-28 day"),
        ("through 4 February 2026", "2026-02-04 2026-02-04 day"),
        ("June 14-19, 2022", "2022-06-14 2022-06-19 range"),
        ("30 June to 2 July 2021", "2021-06-30 2021-07-02 range"),
        ("December 30 to January 2, 2022", "2021-12-30 2022-01-02 range"),
        ("in February 2026", "2026-02-01 2026-02-28 month"),
        ("in mid-June 2019", "2019-06-11 2019-06-20 month"),
        ("between March and May 2020", "2020-03-01 2020-05-31 range"),
        ("by the end of March 2022", "2022-03-31 2022-03-31 day"),
        ("until 2026", "2026-01-01 2026-12-31 year"),
        ("in 2015", "2015-01-01 2015-12-31 year"),
        ("the 2015 Minsk agreements", "2015-01-01 2015-12-31 year"),
        ("the election of 2020", "2020-01-01 2020-12-31 year"),
        ("from 2014 to 2016", "2014-01-01 2016-12-31 range"),
        ("late 2021", "2021-09-02 2021-12-31 year"),
        ("by the end of 2025", "2025-12-31 2025-12-31 day"),
        ("the summer of 2021", "2021-06-01 2021-08-31 range"),
        ("the second quarter of 2024", "2024-04-01 2024-06-30 quarter"),
        ("Q2 2025", "2025-04-01 2025-06-30 quarter"),
        ("the second half of 2023", "2023-07-01 2023-12-31 range"),
    ],
)
def test_full_dates_need_no_anchor(text: str, expected: str) -> None:
    assert days(f"It happens {text} as said.", published=None) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "on Wednesday",
        "yesterday",
        "next week",
        "in February",
        "on 28 July",
        "in two weeks",
        "on the 27th,",
        "last night",
    ],
)
def test_relative_expressions_without_an_anchor_stay_unresolved(text: str) -> None:
    assert days(f"It happens {text} again.", published=None) == ["unknown"]


@pytest.mark.parametrize(
    ("text", "tense", "expected"),
    [
        ("on 28 July", "to_come", "2021-07-28 2021-07-28 day"),
        ("on 28 July", "past", "2020-07-28 2020-07-28 day"),
        ("by 1 May", "to_come", "2022-05-01 2022-05-01 day"),
        ("by 1 May", "past", "2021-05-01 2021-05-01 day"),
        ("since April 2", "past", "2021-04-02 2021-04-02 day"),
        ("after a September 3 deadline", None, "2021-09-03 2021-09-03 day"),
        ("from 2 to 5 May", "past", "2021-05-02 2021-05-05 range"),
        ("June 14 to 19", "past", "2021-06-14 2021-06-19 range"),
        ("on June 15 and 16,", "past", "2021-06-15 2021-06-16 range"),
        ("on November 14th", "to_come", "2021-11-14 2021-11-14 day"),
        ("in February", "past", "2021-02-01 2021-02-28 month"),
        ("in February", "to_come", "2022-02-01 2022-02-28 month"),
        ("in July", "past", "2021-07-01 2021-07-31 month"),
        ("late November", "past", "2020-11-21 2020-11-30 month"),
        ("early May", "to_come", "2022-05-01 2022-05-10 month"),
        ("between March and May", "past", "2021-03-01 2021-05-31 range"),
        ("in the autumn", "to_come", "2021-09-01 2021-11-30 range"),
        ("over the weekend", "past", "2021-07-17 2021-07-18 range"),
        ("over the weekend", "to_come", "2021-07-24 2021-07-25 range"),
        ("on the 27th.", "to_come", "2021-07-27 2021-07-27 day"),
        ("on the 27th.", "past", "2021-06-27 2021-06-27 day"),
    ],
)
def test_a_year_that_is_not_said_is_told_by_tense(text: str, tense: Tense | None, expected: str) -> None:
    assert days(text, tense) == [expected]


def test_a_leap_day_falls_in_a_leap_year() -> None:
    assert days("on Feb. 29", "past", date(2023, 5, 1)) == ["2024-02-29 2024-02-29 day"]


def test_a_weekday_beside_a_date_tells_its_year() -> None:
    assert days("on Thursday, July 23", "past", FRIDAY) == ["2020-07-23 2020-07-23 day"]


def test_the_same_day_is_the_one_last_spoken_of() -> None:
    text = "Later in the day she flew on."
    (found,) = find_times(text)
    assert date_of(found, text, Anchor(FRIDAY, "past", date(2021, 7, 20))) == DateInterval(
        date(2021, 7, 20), date(2021, 7, 20), "day", "Later in the day"
    )
    assert date_of(found, text, Anchor(FRIDAY, "past")) == DateInterval(FRIDAY, FRIDAY, "day", "Later in the day")


@pytest.mark.parametrize(
    "text",
    [
        "They may go and march on the city.",
        "The talks lasted for two years.",
        "It was the first visit in five years.",
        "Resolution 1929 and page 2015 cost $2015.",
        "Announcement No. 4 of 2025 was made.",
        "It fell in 2000 villages.",
        "At noon GMT, or 3 p.m., they spoke.",
        "They met on Black Friday.",
        "Article 5 binds 14 and 19 members.",
        "On February 30, 2021 nothing happened.",
        "Over the past year it grew.",
    ],
)
def test_words_that_name_no_day_are_left_alone(text: str) -> None:
    assert days(text, published=FRIDAY) == []


@pytest.mark.parametrize(
    ("text", "side"), [("in the coming days", "to_come"), ("in recent weeks", "past"), ("soon", "to_come")]
)
def test_vague_words_keep_their_side_and_no_days(text: str, side: str) -> None:
    (found,) = find_times(f"They meet {text}.")
    assert found.reading.side == side
    assert date_of(found, text, Anchor(FRIDAY)) is None


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("by 1 May", "by"),
        ("no later than 1 May", "by"),
        ("until 2026", "until"),
        ("through the end of March", "until"),
        ("since April 2", "since"),
        ("after September 3", "after"),
        ("ahead of next week", "before"),
        ("within 48 hours", "within"),
        ("on 28 July", "on"),
    ],
)
def test_relations_say_how_the_event_lies_to_the_days(text: str, relation: str) -> None:
    (found,) = find_times(text)
    assert found.relation == relation


def test_the_basis_is_the_words_and_the_relation_when_it_limits() -> None:
    def basis(text: str) -> list[str]:
        return [found.basis for found in read(text, "past") if found]

    assert basis("Wednesday’s talks follow those of last\nmonth.") == ["Wednesday’s", "last month"]
    assert basis("It holds until 2026, they said on Friday.") == ["until 2026", "Friday"]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Monday. They meet on 28 July, they said."
    assert [text[found.start : found.end] for found in find_times(text, 8, len(text))] == ["28 July"]


def test_a_line_end_may_stand_inside_an_expression_but_no_empty_line() -> None:
    assert days("on 28\nJuly 2021") == ["2021-07-28 2021-07-28 day"]
    assert days("in July\n\n2021 people") == ["2021-07-01 2021-07-31 month"]


def test_days_outside_the_calendar_do_not_break_the_reading() -> None:
    assert days("next year and 999 years ago", published=date(9999, 12, 31)) == ["unknown", "unknown"]


@pytest.mark.parametrize("piece", ["on 28 July 2021 to ", "Monday to ", "5 and 6 ", "the end of ", "2020-", " "])
def test_reading_is_linear(piece: str) -> None:
    assert_linear(lambda count: partial(find_times, piece * count), 1_000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on the following day", "2021-04-01 2021-04-01 day"),
        ("The next day's talks", "2021-04-01 2021-04-01 day"),
        ("two days earlier", "2021-03-29 2021-03-29 day"),
        ("a week later", "2021-04-07 2021-04-07 day"),
        ("six months later", "2021-09-01 2021-09-30 month"),
        ("in the previous year", "2020-01-01 2020-12-31 year"),
    ],
)
def test_steps_from_the_day_last_spoken_of(text: str, expected: str) -> None:
    (found,) = find_times(text)
    told = date_of(found, text, Anchor(FRIDAY, None, date(2021, 3, 31)))
    assert told is not None
    assert f"{told.start} {told.end} {told.precision}" == expected
    assert date_of(found, text, Anchor(FRIDAY)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 23.07.2021", "2021-07-23 2021-07-23 day"),
        ("Tuesday of next week", "2021-07-27 2021-07-27 day"),
        ("on Friday last week", "2021-07-16 2021-07-16 day"),
        ("by year's end", "2021-12-31 2021-12-31 day"),
        ("by year-end", "2021-12-31 2021-12-31 day"),
        ("three weeks from today", "2021-08-09 2021-08-15 week"),
    ],
)
def test_more_ways_to_name_days(text: str, expected: str) -> None:
    assert days(text) == [expected]


def test_a_number_with_points_is_no_day() -> None:
    assert days("version 31.13.2021 and 1.2.2021.3") == []
