from dataclasses import replace
from datetime import date, timedelta

import pytest

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.timeline import (
    Point,
    Stretch,
    Timeline,
    count_of,
    first_day,
    gap_between,
    last_day,
    marks_of,
    name_of,
    next_first,
    stretches_of,
    timeline_of,
    told_in,
)
from briefing.model import Tense
from tests import factories

AS_OF = date(2021, 7, 23)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(factories.briefing())


@pytest.fixture(scope="module")
def timeline(catalogue: Catalogue) -> Timeline:
    return timeline_of(catalogue)


def titles(points: tuple[Point, ...]) -> list[str]:
    return [point.item.title for point in points if point.item]


def test_agenda_and_statements_stand_on_one_axis_in_order(timeline: Timeline) -> None:
    days = [point.day for point in timeline.points if point.day]
    assert days == sorted(days)
    assert titles(timeline.points) == [
        "Call between Joe Biden and Vladimir Putin",
        "Russian troops back in their bases",
        "Meeting of Wendy Sherman and China's foreign minister",
        "Strategic stability talks",
        "New START runs out",
    ]


def test_the_as_of_date_parts_what_was_from_what_comes(timeline: Timeline) -> None:
    ahead = [point.ahead for point in timeline.points]
    assert ahead == sorted(ahead)
    assert all(point.day > AS_OF for point in timeline.points if point.ahead and point.day)
    assert sum(ahead) == 3


def test_a_deadline_stands_on_its_last_day(timeline: Timeline) -> None:
    (bases,) = [point for point in timeline.points if point.item and point.item.id == "pull-back-2021-05-01"]
    assert bases.day == date(2021, 5, 1)


def test_what_has_no_day_stands_apart_what_is_to_come_first(timeline: Timeline) -> None:
    assert titles(timeline.undated) == ["Meeting of Volodymyr Zelenskyy and Vladimir Putin"]
    assert count_of(timeline.undated) == (1, 2)
    assert timeline.undated[0].item is not None


def test_what_is_to_come_within_an_interval_that_has_begun_stands_after_the_line() -> None:
    briefing = factories.briefing()
    talks = next(item for item in briefing.agenda if item.kind == "meeting" and item.place == "Geneva")
    assert talks.date is not None
    july = replace(talks.date, start=date(2021, 7, 1), end=date(2021, 7, 31), precision="month")
    told: tuple[tuple[Tense, bool, date], ...] = (("to_come", True, AS_OF), ("past", False, date(2021, 7, 1)))
    for tense, ahead, day in told:
        item = replace(talks, date=july, tense=tense)
        (point,) = timeline_of(Catalogue(replace(briefing, agenda=(item,), statements=()))).points
        assert (point.ahead, point.day) == (ahead, day)


def test_without_an_as_of_date_there_is_no_line() -> None:
    timeline = timeline_of(Catalogue(replace(factories.briefing(), as_of=None)))
    assert timeline.as_of is None
    assert not any(point.ahead for point in timeline.points)


@pytest.mark.parametrize(
    ("focus", "agenda", "actors"),
    [
        (Item("actor", "nato"), [], ["nato"]),
        (Item("dispute", "ukraine"), [], ["volodymyr-zelenskyy", "jens-stoltenberg", "rus"]),
        (Item("agenda", "call-2021-01-26"), ["Call between Joe Biden and Vladimir Putin"], []),
    ],
)
def test_a_focus_leaves_what_is_tied_to_it(
    catalogue: Catalogue, focus: Item, agenda: list[str], actors: list[str]
) -> None:
    timeline = timeline_of(catalogue, focus)
    points = (*timeline.points, *timeline.undated)
    assert set(agenda) <= set(titles(points))
    assert {point.statement.actor for point in points if point.statement} <= set(actors)
    assert count_of(points) != count_of(timeline_of(catalogue).points)


def test_stretches_hold_every_point_once_and_the_line_parts_one(timeline: Timeline) -> None:
    for scale in ("day", "week", "month"):
        stretches = stretches_of(timeline, scale)
        assert [point for stretch in stretches for point in stretch.points] == list(timeline.points)
    july = [stretch for stretch in stretches_of(timeline, "month") if stretch.first == date(2021, 7, 1)]
    assert [stretch.ahead for stretch in july] == [False, True]


def test_what_is_said_in_a_stretch_is_told_by_dispute(catalogue: Catalogue, timeline: Timeline) -> None:
    july = next(stretch for stretch in stretches_of(timeline, "month") if stretch.first == date(2021, 7, 1))
    told = told_in(catalogue, july)
    assert [each.dispute for each in told] == ["arms_control", "missile_defense", None]
    assert {one.id for each in told for one in each.statements} == {
        point.statement.id for point in july.points if point.statement
    }


def test_a_dispute_that_the_briefing_does_not_have_counts_as_none() -> None:
    briefing = factories.briefing()
    statements = tuple(replace(one, disputes=("gone",)) for one in briefing.statements)
    catalogue = Catalogue(replace(briefing, statements=statements))
    told = [each for one in stretches_of(timeline_of(catalogue), "month") for each in told_in(catalogue, one)]
    assert {each.dispute for each in told} == {None}


def stretch(first: date, last: date | None = None) -> Stretch:
    return Stretch(first, last or first, False, ())


def test_names_of_stretches() -> None:
    assert name_of(stretch(date(2021, 4, 15)), "day", AS_OF) == "Thu 15 Apr"
    assert name_of(stretch(date(2021, 4, 12)), "week", AS_OF) == "week 12 Apr"
    assert name_of(stretch(date(2020, 4, 13)), "week", AS_OF) == "13 Apr 2020"
    assert name_of(stretch(date(2021, 4, 1)), "month", AS_OF) == "Apr 2021"


@pytest.mark.parametrize(
    ("days", "gap"),
    [
        (3, ""),
        (14, ""),
        (15, "2 weeks"),
        (46, "6 weeks"),
        (100, "3 months"),
        (400, "1 year 1 month"),
        (800, "2 years 2 months"),
    ],
)
def test_gaps_are_told_where_they_are_long(days: int, gap: str) -> None:
    assert gap_between(stretch(AS_OF), stretch(AS_OF + timedelta(days))) == gap


def test_days_weeks_and_months_begin_and_end_where_the_calendar_says() -> None:
    assert first_day(AS_OF, "week") == date(2021, 7, 19)
    assert last_day(date(2021, 7, 19), "week") == date(2021, 7, 25)
    assert next_first(date(2020, 12, 1), "month") == date(2021, 1, 1)
    assert last_day(date(2020, 2, 1), "month") == date(2020, 2, 29)


@pytest.mark.parametrize("scale", ["day", "week", "month"])
def test_the_calendar_has_two_ends(scale: str) -> None:
    for day in (date.min, date.max):
        first = first_day(day, scale)  # type: ignore[arg-type]
        assert first <= day <= last_day(first, scale)  # type: ignore[arg-type]
        marks = marks_of(Timeline(day, (Point(day, False),), ()), scale, day, 30)  # type: ignore[arg-type]
        assert marks[0].first >= date.min
        assert any(mark.count for mark in marks)


def test_marks_count_what_was_and_what_is_scheduled_without_leaving_a_stretch_out(timeline: Timeline) -> None:
    marks = marks_of(timeline, "month", AS_OF, 12)
    assert [mark.first.month for mark in marks] == [11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    (today,) = [mark for mark in marks if mark.holds_as_of]
    assert (today.first, today.scheduled) == (date(2021, 7, 1), 2)
    assert sum(mark.count for mark in marks) == sum(not point.ahead for point in timeline.points)
