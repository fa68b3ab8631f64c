"""The axis in small above the timeline: a mark a day, a week or a month, for what was said and what is scheduled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil

from briefing.dossier.dates import month_year
from briefing.dossier.timeline import Mark, Scale, Timeline, marks_of
from briefing.tui.glyphs import Glyphs
from briefing.tui.ink import Role
from briefing.tui.look import look_of
from briefing.tui.paint import Line, Painted, Piece, Pieces, column
from briefing.tui.widgets.row_view import GUTTER

LABEL_WIDTH = 18
STEPS: dict[Scale, int] = {"day": 1, "week": 2, "month": 4}
"""Cells from one mark to the next."""


class TimelineMarks(Painted):
    """Marks in a row and the months below them, around the selected day."""

    DEFAULT_CSS = "TimelineMarks { height: 2; }"

    def __init__(self) -> None:
        super().__init__(id="marks")
        self._timeline: Timeline | None = None
        self._scale: Scale = "day"
        self._day: date | None = None

    def show(self, timeline: Timeline, scale: Scale, day: date | None) -> None:
        """Show the marks around the as-of date, or around another day that lies beyond those."""
        self._timeline, self._scale, self._day = timeline, scale, day
        self.repaint()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the line of marks and the line of months."""
        del height
        timeline = self._timeline
        around = None if timeline is None else timeline.as_of or self._day
        if timeline is None or around is None:
            return []
        step = STEPS[self._scale]
        many = max(1, (width - GUTTER - LABEL_WIDTH) // step)
        marks = marks_of(timeline, self._scale, around, many)
        if self._day is not None and not marks[0].first <= self._day <= marks[-1].first:
            marks = marks_of(timeline, self._scale, self._day, many)
        glyphs = look_of(self).glyphs
        indent = (Piece(" " * GUTTER),)
        return [
            Line((*indent, *column("said, scheduled", "label", LABEL_WIDTH), *_signs(marks, step, glyphs))),
            Line(
                (
                    *indent,
                    *column(f"a mark a {self._scale}", "muted", LABEL_WIDTH),
                    Piece(_months(marks, step), "muted"),
                )
            ),
        ]


def _signs(marks: Sequence[Mark], step: int, glyphs: Glyphs) -> Pieces:
    most = max((mark.count for mark in marks), default=0) or 1
    steps = len(glyphs.bars) - 1
    pieces = []
    for mark in marks:
        role: Role = "accent" if mark.holds_as_of or mark.scheduled else "muted"
        sign = glyphs.bars[ceil(mark.count * steps / most)] if mark.count or not mark.scheduled else glyphs.to_come
        pieces.append(Piece(sign.ljust(step), role))
    return tuple(pieces)


def _months(marks: Sequence[Mark], step: int) -> str:
    """Return the names of the months below the marks with which they begin, with the year in January."""
    line = ""
    for number, mark in enumerate(marks):
        new = number == 0 or (mark.first.year, mark.first.month) != _month(marks[number - 1])
        if not new or len(line) > number * step:
            continue
        month, year = month_year(mark.first).split()
        name = year if mark.first.month == 1 else month
        if number * step + len(name) <= len(marks) * step:
            line = f"{line.ljust(number * step)}{name} "
    return line


def _month(mark: Mark) -> tuple[int, int]:
    return (mark.first.year, mark.first.month)
