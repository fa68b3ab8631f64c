"""The painting of a list: whole rows from some position on, each made only as it comes into view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.tui.ink import Tone
from briefing.tui.look import look_of
from briefing.tui.paint import Line, Painted, Piece, Pieces, blank, pieces_width, wrapped
from briefing.tui.widgets.rows import NO_ROWS, Frame, Row, Rows, TitleRow
from briefing.tui.widgets.thumb import thumb_range

GUTTER = 3
"""Cells before a row's text: selection, a mark, a blank."""
MARGIN = 1
"""The blank cell after a row's text, in which the thumb of a longer list stands."""


class Placed(NamedTuple):
    """A row in view: its position in the list and the lines of the widget it stands on."""

    position: int
    top: int
    lines: Sequence[Pieces]


class RowView(Painted):
    """Rows painted from ``top`` on; it scrolls by whole rows, so nothing has to be known of those out of view."""

    DEFAULT_CSS = "RowView { height: 1fr; }"

    def __init__(self, *, id: str | None, ground: Tone, says_more: bool) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.ground = ground
        self.beside = True
        """Whether lists stand side by side, so that a row has two lines."""
        self._rows: Rows = NO_ROWS
        self._empty: Sequence[Pieces] = ()
        self._says_more = says_more
        self._top = 0
        self.selected: int | None = None
        """The position of the selected row."""
        self._hovered: int | None = None
        self._placed: list[Placed] = []
        self._marked: frozenset[str] = frozenset()
        self._new: frozenset[str] = frozenset()

    @property
    def _active(self) -> bool:
        """Whether the selection is the one that the keys move."""
        return self.has_focus

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the visible rows as lines."""
        if not self._rows:
            self._placed = []
            return [
                Line((blank(GUTTER), *pieces), self.ground) for pieces in wrapped(self._empty, width - GUTTER - MARGIN)
            ]
        self._placed = self._place(width, height)
        painted: list[Line] = []
        for placed in self._placed:
            painted.extend(Line(tone=self.ground) for _ in range(placed.top - len(painted)))
            painted.extend(self._row_lines(placed))
        painted.extend(self._more(len(painted), height))
        return self._with_thumb(painted, width, height)

    def _place(self, width: int, height: int) -> list[Placed]:
        """Return the rows from the top that fit as a whole; the first one whatever its height."""
        placed: list[Placed] = []
        y = 0
        for position in range(self._top, len(self._rows)):
            lines = self._lines_of(position, width)
            rest = self._says_more and position + 1 < len(self._rows)
            if placed and y + len(lines) > height - rest:
                break
            placed.append(Placed(position, y, lines))
            y += len(lines) + self._rows[position].gap
            if y >= height:
                break
        return placed[: self._without_stranded_labels(placed)]

    def _without_stranded_labels(self, placed: Sequence[Placed]) -> int:
        """Return how many rows stay in view where labels at its end, whose rows are out of view, go."""
        if not placed or not self._rows.selectable_from(placed[-1].position + 1):
            return len(placed)
        kept = len(placed)
        while kept and not self._rows.selectable(placed[kept - 1].position):
            kept -= 1
        return kept or len(placed)

    def _lines_of(self, position: int, width: int) -> Sequence[Pieces]:
        row: Row = self._rows[position]
        glyphs = look_of(self).glyphs
        marked = row.key in self._marked
        room = width - MARGIN - (0 if isinstance(row, TitleRow) else GUTTER)
        frame = Frame(room, self.beside, position == self.selected, marked, glyphs, position == self._top)
        return row.lines(frame)

    def _row_lines(self, placed: Placed) -> list[Line]:
        tone = self._tone(placed.position)
        gutters = [self._gutter(placed.position, tone, first=first) for first in (True, False)]
        return [Line((*gutters[number > 0], *pieces), tone) for number, pieces in enumerate(placed.lines)]

    def _tone(self, position: int) -> Tone:
        if position == self.selected:
            return "selected" if self._active else "shown"
        return "hover" if position == self._hovered else self.ground

    def _gutter(self, position: int, tone: Tone, *, first: bool) -> Pieces:
        """Return what stands before a line of a row; only before its first one that it is new."""
        glyphs = look_of(self).glyphs
        if isinstance(self._rows[position], TitleRow):
            return ()
        bar = blank(1)
        if position == self.selected:
            here = tone == "selected"
            bar = Piece(glyphs.selected, "bar") if here else Piece(glyphs.selected_elsewhere, "bar-elsewhere")
        sign = Piece(glyphs.new, "accent") if first and self._rows[position].key in self._new else blank(1)
        return (bar, sign, blank(GUTTER - 2))

    def _more(self, painted: int, height: int) -> list[Line]:
        below = self._placed[-1].position + 1 if self._placed else 0
        count = self._rows.selectable_from(below)
        if not self._says_more or not count or painted >= height:
            return []
        return [Line((Piece(" " * GUTTER), Piece(f"{count:,} more", "label")), self.ground)]

    def _with_thumb(self, painted: list[Line], width: int, height: int) -> list[Line]:
        if not self._placed or len(self._placed) >= len(self._rows):
            return painted
        thumb = thumb_range(len(self._rows), len(self._placed), self._top, height)
        glyph = look_of(self).glyphs.thumb
        painted += [Line(tone=self.ground) for _ in range(height - len(painted))]
        for y in thumb:
            pieces, tone = painted[y]
            fill = Piece(" " * (width - 1 - pieces_width(pieces)))
            painted[y] = Line((*pieces, fill, Piece(glyph, "bar-elsewhere")), tone)
        return painted

    def _bring_into_view(self) -> None:
        width, height = self.size
        if self.selected is None or not height:
            return
        self._top = min(self._top, self._top_for(len(self._rows) - 1, width, height))
        if self.selected <= self._top:
            self._top = self._first_of_group(self.selected)
            return
        last = self._last_of_end(self.selected)
        while self._top < self.selected:
            placed = self._place(width, height)
            if placed[-1].position >= last:
                return
            self._top = min(self.selected, max(self._top + 1, self._top_for(last, width, height)))

    def _last_of_end(self, position: int) -> int:
        """Return the last row of all where only labels follow a position, so that moving down shows those too."""
        return position if self._rows.selectable_from(position + 1) else len(self._rows) - 1

    def _first_of_group(self, position: int) -> int:
        """Return the label above a position, so that moving up to the first row shows its group's name."""
        while position > 0 and not self._rows.selectable(position - 1):
            position -= 1
        return position

    def _top_for(self, last: int, width: int, height: int) -> int:
        """Return the first row in view where ``last`` is the last one."""
        room = height - self._says_more
        top = last
        while top >= 0:
            room -= len(self._lines_of(top, width)) + (self._rows[top].gap if top != last else 0)
            if room < 0:
                break
            top -= 1
        return min(top + 1, last)
