"""The list of the dashboard: rows of one or more lines, of which only the visible ones are ever made.

It scrolls by whole rows, so nothing has to be known of those out of view, and a hundred thousand cost no more than ten.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive

from briefing.tui import keys
from briefing.tui.ink import Tone
from briefing.tui.look import look_of
from briefing.tui.paint import Line, Painted, Piece, Pieces, blank, pieces_width, wrapped
from briefing.tui.widgets.rows import NO_ROWS, Frame, Row, Rows
from briefing.tui.widgets.thumb import thumb_range

GUTTER = 3
"""Cells before a row's text: selection, a mark, a blank."""
MARGIN = 1
"""The blank cell after a row's text, in which the thumb of a longer list stands."""
WHEEL_ROWS = 3


class _Placed(NamedTuple):
    """A row in view: its position in the list and the lines of the widget it stands on."""

    position: int
    top: int
    lines: Sequence[Pieces]


class RowList(Painted, can_focus=True):
    """A list with a selection that is kept through updates, for keys and mouse."""

    DEFAULT_CSS = "RowList { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("list")

    selected: reactive[int | None] = reactive(None, init=False)

    class Moved(Message):
        """Another row was selected by the person at the keys."""

        def __init__(self, row_list: RowList, key: str) -> None:
            super().__init__()
            self.row_list = row_list
            self.key = key

        @property
        def control(self) -> RowList:
            """The list."""
            return self.row_list

    class Opened(Moved):
        """The selected row was asked for: enter, or a click on it."""

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        ground: Tone = "plain",
        says_more: bool = False,
        always_active: bool = False,
    ) -> None:
        """Make an empty list.

        ``ground`` is what it stands on. With ``says_more`` it counts the rows below its end (``2 more``). A list that
        is ``always_active`` shows its selection as if it had the focus, for one that is steered from a field of input.
        """
        super().__init__(id=id)
        self.ground = ground
        self._rows = NO_ROWS
        self._empty: Sequence[Pieces] = ()
        self._says_more = says_more
        self._always_active = always_active
        self._top = 0
        self._hovered: int | None = None
        self._placed: list[_Placed] = []
        self._dragging = False
        self._chosen: str | None = None
        """The key of the row that somebody selected last."""
        self._marked: frozenset[str] = frozenset()
        self.beside = True
        """Whether lists stand side by side, so that a row has two lines."""

    # What is shown

    def show(self, rows: Rows, *, empty: Sequence[Pieces] = (), keep: bool = True) -> None:
        """Show other rows, and the paragraphs of ``empty`` where there are none.

        With ``keep`` the row that somebody selected is found again by its key, in its place in view. Where it has gone,
        the row in its place is selected until it comes back. Until somebody selects a row it is always the first.
        """
        if not keep:
            self._chosen = None
        old = self.selected if self._chosen is not None else None
        offset = 0 if old is None else old - self._top
        self._rows, self._empty = rows, empty
        found = None if self._chosen is None else rows.find(self._chosen)
        if found is None and rows:
            start = min(old or 0, len(rows) - 1)
            found = rows.near(start, 1)
            found = rows.near(start, -1) if found is None else found
        self._top = 0 if old is None else max(0, min((found or 0) - offset, len(rows) - 1))
        self._hovered = None
        self.set_reactive(RowList.selected, found)
        self._bring_into_view()
        self.repaint()

    def mark(self, marked: frozenset[str]) -> None:
        """Mark the rows with these keys as being in focus."""
        self._marked = marked
        self.repaint()

    @property
    def rows(self) -> Rows:
        """The rows shown."""
        return self._rows

    @property
    def selected_key(self) -> str | None:
        """The key of the selected row, or null."""
        row = self.selected_row
        return None if row is None else row.key

    @property
    def selected_row(self) -> Row | None:
        """The selected row, or null."""
        if self.selected is None or not self._rows.selectable(self.selected):
            return None
        row: Row = self._rows[self.selected]
        return row

    def select(self, key: str) -> bool:
        """Select the row with a key; false where there is none."""
        found = self._rows.find(key)
        if found is not None:
            self._go(found)
        return found is not None

    # Painting

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

    def _place(self, width: int, height: int) -> list[_Placed]:
        """Return the rows from the top that fit as a whole; the first one whatever its height."""
        placed: list[_Placed] = []
        y = 0
        for position in range(self._top, len(self._rows)):
            lines = self._lines_of(position, width)
            rest = self._says_more and position + 1 < len(self._rows)
            if placed and y + len(lines) > height - rest:
                break
            placed.append(_Placed(position, y, lines))
            y += len(lines) + self._rows[position].gap
            if y >= height:
                break
        return placed

    def _lines_of(self, position: int, width: int) -> Sequence[Pieces]:
        row: Row = self._rows[position]
        glyphs = look_of(self).glyphs
        marked = row.key in self._marked
        frame = Frame(width - GUTTER - MARGIN, self.beside, position == self.selected, marked, glyphs)
        return row.lines(frame)

    def _row_lines(self, placed: _Placed) -> list[Line]:
        tone = self._tone(placed.position)
        gutter = self._gutter(placed.position, tone)
        return [Line((*gutter, *pieces), tone) for pieces in placed.lines]

    def _tone(self, position: int) -> Tone:
        if position == self.selected:
            return "selected" if self._active else "shown"
        return "hover" if position == self._hovered else self.ground

    @property
    def _active(self) -> bool:
        return self.has_focus or self._always_active

    def _gutter(self, position: int, tone: Tone) -> Pieces:
        glyphs = look_of(self).glyphs
        if position != self.selected:
            return (Piece(" " * GUTTER),)
        bar = Piece(glyphs.selected, "bar") if tone == "selected" else Piece(glyphs.selected_elsewhere, "bar-elsewhere")
        return (bar, Piece(" " * (GUTTER - 1)))

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

    def on_focus(self) -> None:
        """Show the selection as the one the keys move."""
        self.repaint()

    def on_blur(self) -> None:
        """Show the selection as one in another pane."""
        self.repaint()

    def on_resize(self) -> None:
        """Keep the selected row in view in another size."""
        self._bring_into_view()
        self.repaint()

    # Moving

    def _go(self, position: int | None) -> None:
        moved = position is not None and position != self.selected
        if moved:
            self.selected = position
        self._chosen = self.selected_key
        self._bring_into_view()
        self.repaint()
        if moved and self._chosen is not None:
            self.post_message(self.Moved(self, self._chosen))

    def _bring_into_view(self) -> None:
        width, height = self.size
        if self.selected is None or not height:
            return
        self._top = min(self._top, self._top_for(len(self._rows) - 1, width, height))
        if self.selected <= self._top:
            self._top = self._first_of_group(self.selected)
            return
        while self._top < self.selected:
            placed = self._place(width, height)
            if placed[-1].position >= self.selected:
                return
            self._top = max(self._top + 1, self._top_for(self.selected, width, height))

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

    def _visible(self) -> int:
        return max(1, len(self._placed) - 1)

    def _move(self, step: int) -> None:
        if not self._rows:
            return
        start = self._top if self.selected is None else self.selected + step
        start = max(0, min(start, len(self._rows) - 1))
        direction = 1 if step > 0 else -1
        found = self._rows.near(start, direction)
        self._go(found if found is not None else self._rows.near(start, -direction))

    def action_up(self) -> None:
        """Select the row above."""
        self._move(-1)

    def action_down(self) -> None:
        """Select the row below."""
        self._move(1)

    def action_first(self) -> None:
        """Select the first row."""
        self._move(-len(self._rows))

    def action_last(self) -> None:
        """Select the last row."""
        self._move(len(self._rows))

    def action_page_up(self) -> None:
        """Select the row a page above."""
        self._move(-self._visible())

    def action_page_down(self) -> None:
        """Select the row a page below."""
        self._move(self._visible())

    def action_half_up(self) -> None:
        """Select the row half a page above."""
        self._move(-max(1, self._visible() // 2))

    def action_half_down(self) -> None:
        """Select the row half a page below."""
        self._move(max(1, self._visible() // 2))

    # Mouse

    def _position_at(self, y: int) -> int | None:
        for placed in self._placed:
            if placed.top <= y < placed.top + len(placed.lines):
                return placed.position if self._rows.selectable(placed.position) else None
        return None

    def _show_from(self, top: int) -> None:
        width, height = self.size
        last_top = self._top_for(len(self._rows) - 1, width, height) if self._rows else 0
        self._top = max(0, min(top, last_top))
        self.repaint()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on; the selection stays."""
        event.stop()
        self._show_from(self._top + WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back; the selection stays."""
        event.stop()
        self._show_from(self._top - WHEEL_ROWS)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tint the row under the mouse, or drag the thumb."""
        if self._dragging:
            self._drag(event.y)
            return
        hovered = self._position_at(event.y)
        if hovered != self._hovered:
            self._hovered = hovered
            tip = "" if hovered is None else self._rows[hovered].tip()
            self.tooltip = look_of(self).content(tip) if tip else None
            self.repaint()

    def on_leave(self) -> None:
        """Tint no row."""
        self._hovered = None
        self.repaint()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the thumb."""
        if event.x == self.size.width - 1 and len(self._placed) < len(self._rows):
            self._dragging = True
            self.capture_mouse()
            self._drag(event.y)

    def on_mouse_up(self) -> None:
        """Let go of the thumb."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def _drag(self, y: int) -> None:
        height = max(1, self.size.height - 1)
        self._show_from(round(y / height * (len(self._rows) - 1)))

    def on_click(self, event: events.Click) -> None:
        """Select the row under the mouse; open it where it is selected already."""
        position = self._position_at(event.y)
        if position is None or event.x == self.size.width - 1:
            return
        if position == self.selected:
            self.action_open()
        else:
            self._go(position)

    def action_open(self) -> None:
        """Open the selected row."""
        key = self.selected_key
        if key is not None:
            self.post_message(self.Opened(self, key))
