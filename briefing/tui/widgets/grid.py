"""A grid of cells with a head to each row and a name to each column, of which only what is in view is ever made.

It scrolls by whole rows and whole columns, so sixty by eighty cells cost no more than five by three.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal, NamedTuple, Protocol

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message

from briefing.tui import keys
from briefing.tui.cells import cut, width_of
from briefing.tui.glyphs import Glyphs
from briefing.tui.ink import Role, Tone
from briefing.tui.look import look_of
from briefing.tui.paint import Line, Painted, Piece, Pieces, blank, pieces_width, wrapped
from briefing.tui.widgets.row_view import GUTTER, MARGIN
from briefing.tui.widgets.thumb import thumb_range

HEAD_WIDTH = 22
LEAST_COLUMN = 30
MOST_COLUMN = 48
BETWEEN = 3
"""Cells between the texts of two columns: the end of the one before, a blank, the bar of the selected cell."""
WHEEL_ROWS = 1


class GridContent(Protocol):
    """What a grid shows. Rows and columns are known by keys, so that the selection is found again in other content."""

    @property
    def rows(self) -> Sequence[str]:
        """The keys of the rows."""
        ...

    @property
    def columns(self) -> Sequence[str]:
        """The keys of the columns."""
        ...

    def head(self, row: int, width: int) -> Sequence[Pieces]:
        """Return the lines of a row's head."""
        ...

    def name(self, column: int) -> tuple[str, Role]:
        """Return a column's name, and the role in which it is written."""
        ...

    def cell(self, row: int, column: int, width: int, height: int, glyphs: Glyphs) -> Sequence[Pieces]:
        """Return the lines of a cell, at most so many cells wide and so many lines high."""
        ...


class Place(NamedTuple):
    """The keys of a row and a column."""

    row: str
    column: str


class GridLayout(NamedTuple):
    """How many rows and columns are in view, how wide a column's text is and how many lines a cell has."""

    rows: int
    columns: int
    text_width: int
    cell_lines: int


def lay_out_grid(size: Size, rows: int, columns: int) -> GridLayout:
    """Return the layout of a grid: as many columns as are wide enough, and three lines of words where all rows fit."""
    room = size.width - GUTTER - HEAD_WIDTH - MARGIN - 1
    shown = max(1, min(room // LEAST_COLUMN, max(1, columns)))
    width = max(1, min(room // shown, MOST_COLUMN) - BETWEEN)
    height = size.height - 1
    lines = 4 if rows * 5 - 1 <= height else 3
    fitting = max(1, (height + 1) // (lines + 1))
    if fitting < rows:
        fitting = max(1, height // (lines + 1))
    return GridLayout(fitting, shown, width, lines)


class Grid(Painted, can_focus=True):
    """Cells with one of them selected, for keys and mouse."""

    DEFAULT_CSS = "Grid { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("list")

    class Moved(Message):
        """Another cell was selected by the person at the keys."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    class Opened(Moved):
        """The selected cell was asked for: enter, or a click on it."""

    class Shifted(Message):
        """Other columns or rows came into view."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._content: GridContent | None = None
        self._empty: Sequence[Pieces] = ()
        self._row = self._column = self._top = self._left = 0

    # What is shown

    def show(self, content: GridContent, place: Place | None, *, empty: Sequence[Pieces] = ()) -> None:
        """Show other content with a cell selected, the first where it is not there; ``empty`` where there are none."""
        self._content, self._empty = content, empty
        rows, columns = list(content.rows), list(content.columns)
        if place is not None:
            self._row = rows.index(place.row) if place.row in rows else self._row
            self._column = columns.index(place.column) if place.column in columns else self._column
        self._row = max(0, min(self._row, len(rows) - 1))
        self._column = max(0, min(self._column, len(columns) - 1))
        self._bring_into_view()

    @property
    def place(self) -> Place | None:
        """The selected cell, or null where there is none."""
        content = self._content
        if content is None or not content.rows or not content.columns:
            return None
        return Place(content.rows[self._row], content.columns[self._column])

    @property
    def columns_in_view(self) -> range:
        """The positions of the columns in view."""
        if self._content is None:
            return range(0)
        return range(self._left, min(self._left + self._layout().columns, len(self._content.columns)))

    def _layout(self) -> GridLayout:
        content = self._content
        return lay_out_grid(self.size, len(content.rows) if content else 0, len(content.columns) if content else 0)

    def _bring_into_view(self) -> None:
        content = self._content
        if content is None or not self.size.height:
            return
        layout = self._layout()
        self._top = _shifted(self._top, self._row, layout.rows, len(content.rows))
        self._left = _shifted(self._left, self._column, layout.columns, len(content.columns))
        self.repaint()
        self.post_message(self.Shifted())

    def on_resize(self) -> None:
        """Keep the selected cell in view in another size."""
        self._bring_into_view()

    def on_focus(self) -> None:
        """Show the selection as the one the keys move."""
        self.repaint()

    def on_blur(self) -> None:
        """Show the selection as one in another place."""
        self.repaint()

    # Painting

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the names of the columns in view, and below them the rows in view."""
        content = self._content
        if content is None or not content.rows or not content.columns:
            return [Line((blank(GUTTER), *pieces)) for pieces in wrapped(self._empty, width - GUTTER - MARGIN)]
        layout = self._layout()
        painted = [self._names(content, layout)]
        last = min(self._top + layout.rows, len(content.rows))
        for row in range(self._top, last):
            painted.extend(self._row_lines(content, layout, row))
            painted.append(Line())
        rest = len(content.rows) - last
        if rest and len(painted) <= height:
            painted[-1] = Line()
            painted.append(Line((blank(GUTTER), Piece(f"{rest:,} more", "label"))))
        return self._with_thumb(painted, len(content.rows), last - self._top, width, height)

    def _names(self, content: GridContent, layout: GridLayout) -> Line:
        glyphs = look_of(self).glyphs
        pieces: list[Piece] = [blank(GUTTER + HEAD_WIDTH)]
        for column in self.columns_in_view:
            name, role = content.name(column)
            here = column == self._column
            text = cut(name, layout.text_width)
            fill = max(0, layout.text_width - width_of(text) - 1)
            rule = (glyphs.heavy_rule if here else glyphs.rule) * fill
            name_pieces = (Piece(text, role), Piece(" "), Piece(rule, "heavy-rule" if here else "rule"))
            pieces.append(blank(BETWEEN))
            pieces.extend(_filled(name_pieces, layout.text_width))
        return Line(tuple(pieces))

    def _row_lines(self, content: GridContent, layout: GridLayout, row: int) -> list[Line]:
        glyphs = look_of(self).glyphs
        head = content.head(row, HEAD_WIDTH)
        cells = [
            content.cell(row, column, layout.text_width, layout.cell_lines, glyphs) for column in self.columns_in_view
        ]
        lines = []
        for y in range(layout.cell_lines):
            pieces = [*self._gutter(row, y), *self._head_line(head[y] if y < len(head) else (), row), blank(1)]
            for column, cell in zip(self.columns_in_view, cells, strict=True):
                text = cell[y] if y < len(cell) else ()
                pieces.extend(self._cell_line(text, layout.text_width, (row, column) == (self._row, self._column)))
            lines.append(Line(tuple(pieces)))
        return lines

    def _head_line(self, text: Pieces, row: int) -> Pieces:
        if row == self._row:
            text = tuple(Piece(words, "accent-bold" if role == "bold" else role) for words, role in text)
        return _filled(text, HEAD_WIDTH)

    def _gutter(self, row: int, y: int) -> Pieces:
        if row != self._row or y:
            return (blank(GUTTER),)
        return (Piece(look_of(self).glyphs.selected_elsewhere, "bar-elsewhere"), blank(GUTTER - 1))

    def _cell_line(self, text: Pieces, width: int, selected: bool) -> Pieces:
        filled = _filled(text, width + 1)
        if not selected:
            return (blank(BETWEEN - 1), *filled)
        tone: Literal["selected", "shown"] = "selected" if self.has_focus else "shown"
        glyphs = look_of(self).glyphs
        bar = Piece(glyphs.selected, "bar") if tone == "selected" else Piece(glyphs.selected_elsewhere, "bar-elsewhere")
        return (blank(BETWEEN - 2), *(Piece(piece.text, self._style(piece.role, tone)) for piece in (bar, *filled)))

    def _style(self, role: Role | Style, tone: Tone) -> Style:
        return role if isinstance(role, Style) else look_of(self).palette.style(role, tone)

    def _with_thumb(self, painted: list[Line], rows: int, visible: int, width: int, height: int) -> list[Line]:
        painted += [Line() for _ in range(height - len(painted))]
        glyph = look_of(self).glyphs.thumb
        for y in thumb_range(rows, visible, self._top, height - 1):
            pieces = painted[y + 1].pieces
            painted[y + 1] = Line((*pieces, blank(width - 1 - pieces_width(pieces)), Piece(glyph, "bar-elsewhere")))
        return painted

    # Moving

    def _go(self, row: int, column: int) -> None:
        content = self._content
        if content is None or not content.rows or not content.columns:
            return
        before = (self._row, self._column)
        self._row = max(0, min(row, len(content.rows) - 1))
        self._column = max(0, min(column, len(content.columns) - 1))
        self._bring_into_view()
        place = self.place
        if place is not None and before != (self._row, self._column):
            self.post_message(self.Moved(place))

    def move(self, rows: int, columns: int) -> None:
        """Select the cell so many rows and columns away, or the last one before the edge."""
        self._go(self._row + rows, self._column + columns)

    def shift(self, screens: int) -> None:
        """Show the columns beyond those in view, or before them, with the same place selected; the last at the edge."""
        if self._content is None:
            return
        visible, columns = self._layout().columns, len(self._content.columns)
        offset, before = self._column - self._left, self._left
        self._left = max(0, min(self._left + visible * screens, columns - visible))
        edge = 0 if screens < 0 else columns - 1
        self._go(self._row, edge if self._left == before else self._left + offset)

    def action_up(self) -> None:
        """Select the cell above."""
        self.move(-1, 0)

    def action_down(self) -> None:
        """Select the cell below."""
        self.move(1, 0)

    def action_first(self) -> None:
        """Select the cell in the first row."""
        self._go(0, self._column)

    def action_last(self) -> None:
        """Select the cell in the last row."""
        self._go(len(self._content.rows) if self._content else 0, self._column)

    def action_page_up(self) -> None:
        """Select the cell a page above."""
        self.move(-self._layout().rows, 0)

    def action_page_down(self) -> None:
        """Select the cell a page below."""
        self.move(self._layout().rows, 0)

    def action_half_up(self) -> None:
        """Select the cell half a page above."""
        self.move(-max(1, self._layout().rows // 2), 0)

    def action_half_down(self) -> None:
        """Select the cell half a page below."""
        self.move(max(1, self._layout().rows // 2), 0)

    def action_open(self) -> None:
        """Open the selected cell."""
        place = self.place
        if place is not None:
            self.post_message(self.Opened(place))

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """Select the cell under the mouse; open it where it is selected already."""
        layout, content = self._layout(), self._content
        pitch = layout.text_width + BETWEEN
        column = self._left + (event.x - GUTTER - HEAD_WIDTH - BETWEEN + 1) // pitch
        row, line = divmod(event.y - 1, layout.cell_lines + 1)
        row += self._top
        if (
            content is None
            or event.y < 1
            or line == layout.cell_lines
            or not self._top <= row < self._top + layout.rows
        ):
            return
        if row >= len(content.rows) or column not in self.columns_in_view:
            return
        if (row, column) == (self._row, self._column):
            self.action_open()
        else:
            self._go(row, column)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move on a row."""
        event.stop()
        self.move(WHEEL_ROWS, 0)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move back a row."""
        event.stop()
        self.move(-WHEEL_ROWS, 0)


def _shifted(first: int, selected: int, visible: int, total: int) -> int:
    """Return the first position in view that shows the selected one and leaves no room empty."""
    first = min(max(first, selected - visible + 1), selected)
    return max(0, min(first, total - visible))


def _filled(pieces: Sequence[Piece], width: int) -> Pieces:
    return (*pieces, blank(width - pieces_width(pieces)))
