from datetime import date

import pytest

from briefing.knowledge.calendar import absolute_dates, day_number, month_number, weekday_number

JULY_23 = date(2021, 7, 23)


@pytest.mark.parametrize(
    "written",
    [
        "July 23, 2021",
        "July 23rd, 2021",
        "July 23 2021",
        "JULY 23, 2021",
        "Jul 23, 2021",
        "Jul. 23, 2021",
        "23 July 2021",
        "23 July, 2021",
        "23 Jul. 2021",
        "23rd of July 2021",
        "the 23rd of July 2021",
        "Friday, July 23, 2021",
        "Fri., July 23, 2021",
        "Fri 23 Jul 2021",
        "Friday the 23rd of July 2021",
        "2021-07-23",
        "2021/07/23",
        "2021/7/23",
        "July\u00a023,\u00a02021",
        "23\u202fJuly\u00a02021",
        "July\n23, 2021",
    ],
)
def test_a_full_date_is_found_with_its_span(written: str) -> None:
    text = f"He came on {written}, and left."
    (found,) = absolute_dates(text)
    assert text[found.start : found.end] == written
    assert found.date == JULY_23


@pytest.mark.parametrize(
    "written",
    [
        "30 February 2021",
        "2021-13-01",
        "2021-02-30",
        "July 32, 2021",
        "July 2021",
        "July 23",
        "July\n\n23, 2021",
        "file-2021-07-23-more",
        "2021-07/23",
        "2021-07-231",
        "July 23, 20215",
        "July 23, 900",
        "Maybe 23, 2021",
        "the 123 July 2021",
    ],
)
def test_what_is_no_full_date_is_left_alone(written: str) -> None:
    assert absolute_dates(f"On {written} it ended.") == []


def test_the_first_sentence_may_begin_and_end_with_a_date() -> None:
    assert [found.date for found in absolute_dates("2021-07-23 to 2021-07-24")] == [JULY_23, date(2021, 7, 24)]


def test_a_time_may_follow_an_iso_date() -> None:
    assert absolute_dates("2021-07-23T10:30:00Z")[0].date == JULY_23


def test_offsets_count_in_the_whole_text_when_only_a_part_is_read() -> None:
    text = "July 1, 2020. July 23, 2021. July 2, 2022."
    (found,) = absolute_dates(text, 14, 28)
    assert (found.start, found.end, found.date) == (14, 27, JULY_23)


def test_a_leap_day_is_a_day_in_leap_years_alone() -> None:
    assert [found.date for found in absolute_dates("29 February 2020 and 29 February 2021")] == [date(2020, 2, 29)]


def test_a_long_line_of_beginnings_is_read_in_linear_time() -> None:
    assert absolute_dates("Friday, July 23, " * 50_000 + "2021")[0].date == JULY_23


@pytest.mark.parametrize(
    ("name", "number"), [("July", 7), ("jul", 7), ("Sept.", 9), ("MAY", 5), ("Sat", None), ("J", None), ("", None)]
)
def test_months_by_name(name: str, number: int | None) -> None:
    assert month_number(name) == number


@pytest.mark.parametrize(("name", "number"), [("Monday", 0), ("thurs.", 3), ("SUN", 6), ("Tues", 1), ("day", None)])
def test_weekdays_by_name(name: str, number: int | None) -> None:
    assert weekday_number(name) == number


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("3rd", 3), ("31st", 31), ("07", 7), ("32", None), ("0", None)])
def test_days_of_a_month(text: str, number: int | None) -> None:
    assert day_number(text) == number
