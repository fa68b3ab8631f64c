"""The timeline: agenda and statements on one axis around the line of the as-of date."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.dates import day_month_year, period_of
from briefing.dossier.lists import when_of
from briefing.dossier.passages import Passage, newest_passage, passage_of_statement
from briefing.dossier.timeline import SCALES, Point, Scale, Timeline, count_of, timeline_of
from briefing.tui import empty, keys
from briefing.tui.cells import SEPARATOR
from briefing.tui.commands import View
from briefing.tui.screens.timeline_marks import TimelineMarks
from briefing.tui.screens.timeline_rows import AgendaPoint, SaidPoint, ToldPoint, key_at, timeline_rows
from briefing.tui.screens.view import ViewScreen
from briefing.tui.widgets.heading import Heading
from briefing.tui.widgets.row_list import RowList


class TimelineView(ViewScreen):
    """Marks in small, and the axis as a list."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["view.tcss", "timeline.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("timeline")
    VIEW: ClassVar[View] = "timeline"

    def __init__(self, keymap: keys.Keymap, catalogue: Catalogue, focus: Item | None, start: Item | None) -> None:
        """Make the timeline, with an agenda item selected at the start, else what comes next."""
        super().__init__(keymap, catalogue, focus)
        self._start = start.id if start is not None and start.kind == "agenda" else None
        self._scale: Scale = "day"
        self._agenda_only = False
        self._timeline = Timeline(None, (), ())
        self._heading = Heading(chip=False)
        self._marks = TimelineMarks()
        self._list = RowList(id="axis")

    def compose_body(self) -> ComposeResult:
        """Put heading, marks and axis below one another."""
        yield self._heading
        yield self._marks
        yield self._list

    def on_mount(self) -> None:
        """Take the keys, and begin at the as-of date."""
        super().on_mount()
        self._heading.activate(True)
        self._list.focus()
        if self._start is None or not self._list.select(self._start):
            self._select_next()
        self.call_after_refresh(self._list.centre)

    # What is shown

    def fill(self) -> None:
        """Show the timeline of the briefing, or of what is in focus."""
        self._timeline = timeline_of(self.catalogue, self.in_focus)
        self._show_rows()

    def show_news(self) -> None:
        """Mark new agenda items and positions; those of a week or a month that are told together are not."""
        self._list.mark_new(self.news.agenda | self.news.statements)

    def _show_rows(self) -> None:
        timeline = self._timeline
        rows = timeline_rows(self.catalogue, timeline, self._scale, agenda_only=self._agenda_only)
        self._heading.show(self._title(), self._counts())
        self._list.show(rows, empty=self._nothing())
        self._show_marks()

    def _title(self) -> str:
        """Return when what is seen was said, and how far the agenda goes back and ahead: ``1972`` is no period."""
        dated = self._timeline.points
        said = [point.day for point in dated if point.statement is not None and point.day is not None]
        if not said:
            return f"{_day_of(dated[0])} to {_day_of(dated[-1])}" if dated else "Timeline"
        reach = []
        if dated[0].day is not None and dated[0].day < min(said):
            reach.append(f"back to {_day_of(dated[0])}")
        if dated[-1].day is not None and dated[-1].day > max(said):
            reach.append(f"on to {_day_of(dated[-1])}")
        period = period_of(said)
        return period if self.is_narrow or not reach else f"{period}{SEPARATOR}{', '.join(reach)}"

    def _counts(self) -> str:
        agenda, said = count_of((*self._timeline.points, *self._timeline.undated))
        statements = "statements hidden" if self._agenda_only else f"{said:,} statement{'s' if said != 1 else ''}"
        return SEPARATOR.join([f"{agenda:,} agenda", statements, f"by {self._scale}"])

    def on_resize(self) -> None:
        """Say more of the period where there is room."""
        super().on_resize()
        self._heading.show(self._title(), self._counts())

    def _nothing(self) -> empty.Paragraphs:
        if self.in_focus is not None:
            return empty.nothing_tied(self.catalogue.title(self.in_focus), self.keymap.shown("item.focus"))
        return empty.no_agenda()

    def _show_marks(self) -> None:
        self._marks.show(self._timeline, self._scale, self._day())
        self.refresh_bindings()

    def _day(self) -> date | None:
        """Return the day of the selected row."""
        point = self._point()
        return point.day if point else None

    def _point(self) -> Point | None:
        key = self._list.selected_key
        return next(
            (point for point in self._timeline.points if key_at(self.catalogue, point, self._scale) == key), None
        )

    def _select_next(self) -> None:
        """Select what comes first after the as-of date, else what was last before it."""
        points = self._shown()
        ahead = [point for point in points if point.ahead]
        if points:
            self._select(ahead[0] if ahead else points[-1])

    def _shown(self) -> list[Point]:
        return [point for point in self._timeline.points if point.item is not None or not self._agenda_only]

    def _select(self, point: Point) -> None:
        self._list.select(key_at(self.catalogue, point, self._scale))
        self._list.centre()

    def passage(self) -> Passage | None:
        """Return where the selected item or statement stands, of several statements the newest."""
        row = self._list.selected_row
        if isinstance(row, AgendaPoint):
            return newest_passage(self.catalogue, Item("agenda", row.key))
        if isinstance(row, SaidPoint):
            return passage_of_statement(self.catalogue, row.statement)
        if isinstance(row, ToldPoint):
            return passage_of_statement(self.catalogue, row.told.statements[0])
        return None

    # Actions

    def action_scale(self) -> None:
        """Show days, weeks or months, and stay at the same day."""
        day = self._day()
        self._scale = SCALES[(SCALES.index(self._scale) + 1) % len(SCALES)]
        self._show_rows()
        self._select_day(day)

    def _select_day(self, day: date | None) -> None:
        """Select what stands nearest to a day."""
        points = self._shown()
        if day is not None and points:
            self._select(min(points, key=lambda point: abs((point.day or day) - day)))

    def action_as_of(self) -> None:
        """Go to the line of the as-of date."""
        self._select_next()

    def action_fold(self) -> None:
        """Show the agenda alone, or also what was said."""
        day = self._day()
        self._agenda_only = not self._agenda_only
        self._show_rows()
        self._select_day(day)

    def action_toggle_focus(self) -> None:
        """Show only what is tied to the selected item, or to who speaks, or everything again."""
        if self.in_focus is not None:
            self.post_message(self.FocusWanted(None))
            return
        row = self._list.selected_row
        if isinstance(row, AgendaPoint):
            self.post_message(self.FocusWanted(Item("agenda", row.key)))
        elif isinstance(row, SaidPoint) and row.statement.actor:
            self.post_message(self.FocusWanted(Item("actor", row.statement.actor)))
        elif isinstance(row, ToldPoint) and row.told.dispute:
            self.post_message(self.FocusWanted(Item("dispute", row.told.dispute)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Switch off what does nothing where there is no row."""
        if action in {"scale", "as_of", "fold"} and not (self._timeline.points or self._timeline.undated):
            return False
        if action == "toggle_focus":
            return self.in_focus is not None or self._list.selected_key is not None
        return super().check_action(action, parameters)

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        if not isinstance(event, RowList.Opened):
            self._show_marks()

    @on(RowList.Opened)
    def _opened(self) -> None:
        row = self._list.selected_row
        if isinstance(row, ToldPoint):
            self.post_message(self.ListWanted(f"{row.title}{SEPARATOR}{row.when}", row.told.statements))
        else:
            self.want("read")


def _day_of(point: Point) -> str:
    """Return when a point stands on the axis, no more precise than it is told."""
    return when_of(point.item, None) if point.item else day_month_year(point.day)
