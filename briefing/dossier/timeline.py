"""The timeline: agenda and dated statements on one axis, by day, week and month, around the as-of date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from briefing.dossier import dates
from briefing.dossier.catalogue import Catalogue, Item, sentence_of
from briefing.dossier.focus import tied_to
from briefing.dossier.lists import STATUS_ORDER
from briefing.dossier.moves import Move, moves_of
from briefing.dossier.sides import side_of
from briefing.model import AgendaItem, Statement
from briefing.record import record

Scale = Literal["day", "week", "month"]
SCALES: tuple[Scale, ...] = ("day", "week", "month")


@record(frozen=True, slots=True)
class Point:
    """An agenda item or a statement at its place on the axis.

    ``day`` is null where it is not known. ``ahead`` tells what stands after the line of the as-of date. ``move`` is an
    item's other date, where that moved.
    """

    day: date | None
    ahead: bool
    item: AgendaItem | None = None
    statement: Statement | None = None
    move: Move | None = None


@record(frozen=True, slots=True)
class Timeline:
    """The points that have a day in their order, and those that have none."""

    as_of: date | None
    points: tuple[Point, ...]
    undated: tuple[Point, ...]


@record(frozen=True, slots=True)
class Told:
    """The statements on one dispute in one stretch of time, newest first; ``dispute`` is null for those on none."""

    dispute: str | None
    statements: tuple[Statement, ...]


@record(frozen=True, slots=True)
class Stretch:
    """A day, a week or a month, or the part of it on one side of the as-of date, and what falls into it."""

    first: date
    last: date
    ahead: bool
    points: tuple[Point, ...]


def timeline_of(catalogue: Catalogue, focus: Item | None = None) -> Timeline:
    """Return the agenda and what known actors said, in order of time, or what of it is tied to a ``focus``.

    An agenda item stands on its first day, a deadline on its last; a statement on the day its document was published.
    What is to come stands after the as-of date even where its interval began before it.
    """
    as_of = catalogue.briefing.as_of
    moves = moves_of(catalogue)
    points = [
        *(_agenda_point(catalogue, item, moves.get(item.id)) for item in _agenda(catalogue, focus)),
        *(_statement_point(catalogue, statement) for statement in _statements(catalogue, focus)),
    ]
    dated = sorted((point for point in points if point.day is not None), key=lambda point: _order(catalogue, point))
    undated = sorted(
        (point for point in points if point.day is None), key=lambda point: _undated_order(catalogue, point)
    )
    return Timeline(as_of, tuple(dated), tuple(undated))


def _agenda(catalogue: Catalogue, focus: Item | None) -> Iterable[AgendaItem]:
    if focus is None:
        return catalogue.briefing.agenda
    tied = tied_to(catalogue, focus).agenda
    return [item for item in catalogue.briefing.agenda if item.id in tied]


def _statements(catalogue: Catalogue, focus: Item | None) -> Iterable[Statement]:
    if focus is not None:
        return statements_tied_to(catalogue, focus)
    return [statement for statement in catalogue.briefing.statements if statement.actor is not None]


def statements_tied_to(catalogue: Catalogue, focus: Item) -> list[Statement]:
    """Return what a known actor says: an actor or its people, on a dispute, in a sentence that names anything else."""
    spoken = [statement for statement in catalogue.briefing.statements if statement.actor is not None]
    if focus.kind == "actor":
        return [one for one in spoken if focus.id in {one.actor, side_of(catalogue, str(one.actor))}]
    if focus.kind == "dispute":
        return [one for one in spoken if focus.id in one.disputes]
    own = {sentence_of(found) for found in catalogue.evidence_of(focus)}
    return [one for one in spoken if sentence_of(one.evidence) in own]


def _agenda_point(catalogue: Catalogue, item: AgendaItem, move: Move | None) -> Point:
    as_of = catalogue.briefing.as_of
    ahead = catalogue.status(item) == "to_come" and as_of is not None
    if item.date is None:
        return Point(None, ahead, item=item, move=move)
    day = item.date.end if item.kind == "deadline" else item.date.start
    if as_of is not None:
        day = max(day, as_of) if ahead else min(day, as_of)
    return Point(day, ahead, item=item, move=move)


def _statement_point(catalogue: Catalogue, statement: Statement) -> Point:
    day, as_of = catalogue.published(statement.document), catalogue.briefing.as_of
    return Point(day, day is not None and as_of is not None and day > as_of, statement=statement)


def _order(catalogue: Catalogue, point: Point) -> tuple[object, ...]:
    day = point.day or date.max
    if point.item is not None:
        last = point.item.date.end if point.item.date else date.max
        return (point.ahead, day, 0, last, point.item.title)
    assert point.statement is not None
    number, start = catalogue.order(point.statement.evidence)
    return (point.ahead, day, 1, date.max, "", number, start)


def _undated_order(catalogue: Catalogue, point: Point) -> tuple[object, ...]:
    """Return the key that puts what is to come first, then the rest of the agenda, then what was said."""
    status = STATUS_ORDER.index(catalogue.status(point.item)) if point.item else len(STATUS_ORDER)
    return (status, *_order(catalogue, point))


def stretches_of(timeline: Timeline, scale: Scale) -> list[Stretch]:
    """Return the stretches into which something falls, in order; the as-of date parts the one that holds it."""
    stretches = []
    for (ahead, first), points in groupby(
        timeline.points, key=lambda point: (point.ahead, first_day(point.day, scale))
    ):
        stretches.append(Stretch(first, last_day(first, scale), ahead, tuple(points)))
    return stretches


def told_in(catalogue: Catalogue, stretch: Stretch) -> list[Told]:
    """Return what was said in a stretch by dispute, those on which most was said first, then what was on none."""
    said: dict[str | None, list[Statement]] = {}
    for point in stretch.points:
        if point.statement is not None:
            known = [dispute for dispute in point.statement.disputes if dispute in catalogue.disputes]
            for dispute in known or (None,):
                said.setdefault(dispute, []).append(point.statement)
    told = [
        Told(dispute, tuple(sorted(statements, key=lambda one: catalogue.order(one.evidence))))
        for dispute, statements in said.items()
    ]
    return sorted(told, key=lambda one: (one.dispute is None, -len(one.statements), one.dispute or ""))


def first_day(day: date | None, scale: Scale) -> date:
    """Return the first day of the day, week (from Monday) or month in which a day falls."""
    assert day is not None
    if scale == "week":
        return day - timedelta(day.weekday())
    return day.replace(day=1) if scale == "month" else day


def last_day(first: date, scale: Scale) -> date:
    """Return the last day of the stretch that begins with a day."""
    if scale == "day":
        return first
    following = next_first(first, scale)
    return following - timedelta(1) if following > first else date.max


def next_first(first: date, scale: Scale) -> date:
    """Return the first day of the next stretch; the same day at the end of the calendar."""
    try:
        if scale == "month":
            return (first.replace(day=28) + timedelta(4)).replace(day=1)
        return first + timedelta(1 if scale == "day" else 7)
    except OverflowError:
        return first


def name_of(stretch: Stretch, scale: Scale, as_of: date | None) -> str:
    """Return what a stretch is called in at most eleven characters: ``Thu 15 Apr``, ``week 12 Apr``, ``Apr 2021``."""
    if scale == "month":
        return dates.month_year(stretch.first)
    if scale == "day":
        return dates.short_day(stretch.first, as_of)
    if as_of is None or stretch.first.year != as_of.year:
        return dates.day_month_year(stretch.first)
    return f"week {dates.day_month(stretch.first)}"


def gap_between(before: Stretch, after: Stretch) -> str:
    """Return how long nothing happens between two stretches, rounded down, or nothing where they are close."""
    days = (after.first - before.last).days - 1
    if days < 14:
        return ""
    if days < 60:
        return f"{days // 7} weeks"
    months = days * 12 // 365
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'s' if years > 1 else ''}"] if years else []
    parts += [f"{rest} month{'s' if rest > 1 else ''}"] if rest else []
    return " ".join(parts)


@record(frozen=True, slots=True)
class Mark:
    """A stretch of the axis in small: how much was said or fell into it, and what is scheduled."""

    first: date
    count: int
    scheduled: int
    holds_as_of: bool


def marks_of(timeline: Timeline, scale: Scale, around: date, many: int) -> list[Mark]:
    """Return so many stretches in a row, two thirds of them before a day, none left out."""
    counts: dict[date, int] = {}
    scheduled: dict[date, int] = {}
    for point in timeline.points:
        place = scheduled if point.ahead else counts
        first = first_day(point.day, scale)
        place[first] = place.get(first, 0) + 1
    today = None if timeline.as_of is None else first_day(timeline.as_of, scale)
    return [
        Mark(first, counts.get(first, 0), scheduled.get(first, 0), first == today)
        for first in _row(first_day(around, scale), scale, many)
    ]


def _row(around: date, scale: Scale, many: int) -> Iterator[date]:
    first = around
    for _ in range(many * 2 // 3):
        if first == date.min:
            break
        first = first_day(first - timedelta(1), scale)
    for _ in range(many):
        yield first
        following = next_first(first, scale)
        if following == first:
            return
        first = following


def count_of(points: Sequence[Point]) -> tuple[int, int]:
    """Return how many agenda items and how many statements there are among some points."""
    agenda = sum(point.item is not None for point in points)
    return agenda, len(points) - agenda
