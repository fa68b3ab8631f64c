"""The list of the dashboard: rows of one or more lines, of which only the visible ones are ever made.

It scrolls by whole rows, so nothing has to be known of those out of view, and a hundred thousand cost no more than ten.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from briefing.tui import keys
from briefing.tui.ink import Tone
from briefing.tui.look import look_of
from briefing.tui.paint import Pieces
from briefing.tui.widgets.row_view import RowView
from briefing.tui.widgets.rows import Row, Rows

WHEEL_ROWS = 3


class RowList(RowView, can_focus=True):
    """A list with a selection that is kept through updates, for keys and mouse."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("list")

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
        super().__init__(id=id, ground=ground, says_more=says_more)
        self._always_active = always_active
        self._dragging = False
        self._chosen: str | None = None
        """The key of the row that somebody selected last."""

    @property
    def _active(self) -> bool:
        return self.has_focus or self._always_active

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
        self.selected = found
        self._bring_into_view()
        self.repaint()

    def prefer(self, key: str) -> None:
        """Select the row with a key as soon as there is one, unless somebody selects another before."""
        self._chosen = key

    def mark_new(self, new: frozenset[str]) -> None:
        """Mark the rows with these keys as not having been there before."""
        if new != self._new:
            self._new = new
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
        return self._rows[self.selected]

    def select(self, key: str) -> bool:
        """Select the row with a key; false where there is none."""
        found = self._rows.find(key)
        if found is not None:
            self._go(found)
        return found is not None

    def centre(self) -> None:
        """Bring the selected row into the middle of the view."""
        if self.selected is not None:
            self._top = max(0, self.selected - self.size.height // 2)
            self._bring_into_view()
            self.repaint()

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Switch off opening where nothing is selected."""
        del parameters
        return action != "open" or self.selected_key is not None

    def action_open(self) -> None:
        """Open the selected row."""
        key = self.selected_key
        if key is not None:
            self.post_message(self.Opened(self, key))
