"""The positions: who says what on which dispute, as a matrix, or one dispute at a time where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from briefing.dossier.cards import counted
from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.dates import as_of_day
from briefing.dossier.kinds import LETTERS
from briefing.dossier.matrix import ORDERS, Cell, Matrix, MatrixColumn, MatrixRow, Order, matrix_of
from briefing.dossier.passages import Passage, parted, passage_of_statement
from briefing.dossier.sides import side_of
from briefing.tui import empty, keys
from briefing.tui.cells import SEPARATOR
from briefing.tui.commands import View
from briefing.tui.look import look_of
from briefing.tui.paint import Line, Painted, Piece, blank
from briefing.tui.panes.entries import prose
from briefing.tui.screens.position_cells import PositionCells, is_new, party_rows
from briefing.tui.screens.view import ViewScreen
from briefing.tui.widgets.grid import Grid, Place
from briefing.tui.widgets.heading import Heading, heading_line
from briefing.tui.widgets.row_list import RowList
from briefing.tui.widgets.row_view import GUTTER, MARGIN

SENTENCE_WIDTH = 110
"""Two long lines, so that all disputes of a small collection have room above them."""
ORDER_WORDS: dict[Order, str] = {"number": "most said first", "newest": "newest first", "name": "by name"}


class Positions(ViewScreen):
    """The matrix, the cell that is selected in it, and the sentence behind that."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["view.tcss", "positions.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("positions")
    VIEW: ClassVar[View] = "positions"

    def __init__(self, keymap: keys.Keymap, catalogue: Catalogue, focus: Item | None, start: Item | None) -> None:
        """Make the matrix, with the row of a dispute or the column of an actor selected at the start."""
        super().__init__(keymap, catalogue, focus)
        self._order: Order = "number"
        self._opened: frozenset[str] = frozenset()
        self._matrix = Matrix((), (), {})
        self._row = start.id if start is not None and start.kind == "dispute" else None
        self._column = side_of(catalogue, start.id) if start is not None and start.kind == "actor" else None
        self._heading = Heading(chip=False)
        self._grid = Grid(id="matrix")
        self._list = RowList(id="parties", says_more=True)
        self._sentence = CellSentence(self)

    def compose_body(self) -> ComposeResult:
        """Put matrix, or heading and list, above the sentence."""
        yield self._heading
        yield self._grid
        yield self._list
        yield self._sentence

    def on_mount(self) -> None:
        """Take the keys."""
        super().on_mount()
        self._heading.activate(True)
        self._take_keys()

    def on_resize(self) -> None:
        """Show one dispute at a time where there is little room."""
        super().on_resize()
        self._take_keys()
        self._show_selected()

    def _take_keys(self) -> None:
        (self._list if self.is_narrow else self._grid).focus()

    # What is shown

    def fill(self) -> None:
        """Show the matrix of the briefing, or of what is in focus."""
        self._matrix = matrix_of(self.catalogue, self._order, self._opened, self.in_focus)
        rows, columns = [row.id for row in self._matrix.rows], [party.id for party in self._matrix.columns]
        if self._row not in rows:
            self._row = rows[0] if rows else None
        if self._column not in columns:
            self._column = columns[0] if columns else None
        self._show_selected()

    def show_news(self) -> None:
        """Mark the cells with new positions."""
        self._show_selected()

    def _show_selected(self) -> None:
        place = Place(self._row, self._column) if self._row is not None and self._column is not None else None
        nothing = self._nothing()
        self._grid.show(PositionCells(self.catalogue, self._matrix, self.news), place, empty=nothing)
        dispute = self.dispute
        if dispute is not None and self._matrix.columns:
            number = self._matrix.rows.index(dispute) + 1
            self._heading.show(dispute.name, f"dispute {number:,} of {len(self._matrix.rows):,}")
            self._list.show(party_rows(self.catalogue, self._matrix, dispute.id), empty=nothing)
            cells = ((party.id, self._matrix.cell(dispute.id, party.id)) for party in self._matrix.columns)
            self._list.mark_new(frozenset(party for party, cell in cells if cell and is_new(cell, self.news)))
            if self._column is not None:
                self._list.select(self._column)
            self._follow_list()
        else:
            self._heading.show("Positions")
            self._list.show(party_rows(self.catalogue, Matrix((), (), {}), ""), empty=nothing)
        self._sentence.repaint()
        self.refresh_bindings()

    def _follow_list(self) -> None:
        """Where one dispute is seen, the selected party is one that speaks on it."""
        if self.is_narrow and self._list.selected_key is not None:
            self._column = self._list.selected_key

    def _nothing(self) -> empty.Paragraphs:
        if self.in_focus is not None:
            return empty.nothing_tied(self.catalogue.title(self.in_focus), self.keymap.shown("item.focus"))
        return empty.no_positions()

    def remark(self) -> str:
        """Return how much of the matrix is in view, and its order."""
        columns = self._matrix.columns
        if not columns:
            return ""
        seen = self._grid.columns_in_view
        parties = "1 party" if len(columns) == 1 else f"{len(columns):,} parties"
        if not self.is_narrow and len(seen) < len(columns):
            parties = f"parties {seen.start + 1:,}–{seen.stop:,} of {len(columns):,}"
        return SEPARATOR.join([counted(len(self._matrix.rows), "dispute"), parties, ORDER_WORDS[self._order]])

    @property
    def dispute(self) -> MatrixRow | None:
        """The dispute of the selected cell."""
        return next((row for row in self._matrix.rows if row.id == self._row), None)

    @property
    def party(self) -> MatrixColumn | None:
        """The party of the selected cell."""
        return next((party for party in self._matrix.columns if party.id == self._column), None)

    @property
    def cell(self) -> Cell | None:
        """The selected cell, or null where it has no statement."""
        return self._matrix.cell(self._row or "", self._column or "")

    def passage(self) -> Passage | None:
        """Return where the newest statement of the selected cell stands."""
        return passage_of_statement(self.catalogue, self.cell.newest) if self.cell else None

    # Actions

    def action_left(self) -> None:
        """Select the party before, or show the dispute before where one is seen at a time."""
        self._step(-1)

    def action_right(self) -> None:
        """Select the next party, or show the next dispute where one is seen at a time."""
        self._step(1)

    def _step(self, step: int) -> None:
        if not self.is_narrow:
            self._grid.move(0, step)
            return
        rows = [row.id for row in self._matrix.rows]
        if self._row in rows:
            self._row = rows[max(0, min(rows.index(self._row) + step, len(rows) - 1))]
            self._show_selected()

    def action_shift(self, screens: int) -> None:
        """Show the parties beyond those in view, or before them."""
        self._grid.shift(screens)

    def action_sort(self) -> None:
        """Sort rows and columns in the next order."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self.fill()
        self.show_header()

    def action_open_state(self) -> None:
        """Show the people and bodies of the selected party's state beside it, or hide them again."""
        party = self.party
        if party is None:
            return
        state = party.state or party.id
        if state in self._opened or party.can_open:
            self._opened ^= {state}
            self._column = state
            self.fill()
            self.show_header()

    def action_toggle_focus(self) -> None:
        """Show what the selected party speaks on, then only the selected dispute, then everything again."""
        party, dispute = Item("actor", self._column or ""), Item("dispute", self._row or "")
        steps = [item for item in (party, dispute) if self.catalogue.thing(item) is not None]
        place = steps.index(self.in_focus) + 1 if self.in_focus in steps else 0 if self.in_focus is None else len(steps)
        self.post_message(self.FocusWanted(steps[place] if place < len(steps) else None))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Switch off what does nothing here."""
        if action in {"left", "right", "sort", "toggle_focus"} and not self._matrix.columns:
            return action == "toggle_focus" and self.in_focus is not None
        if action == "shift":
            return not self.is_narrow and len(self._grid.columns_in_view) < len(self._matrix.columns)
        if action == "open_state":
            party = self.party
            return party is not None and (party.can_open or party.state is not None)
        return super().check_action(action, parameters)

    @on(Grid.Moved)
    def _cell_moved(self, event: Grid.Moved) -> None:
        if isinstance(event, Grid.Opened):
            return
        self._row, self._column = event.place
        self._sentence.repaint()
        self.refresh_bindings()

    @on(Grid.Shifted)
    def _shifted(self) -> None:
        self.show_header()

    @on(RowList.Moved)
    def _party_moved(self, event: RowList.Moved) -> None:
        if isinstance(event, RowList.Opened):
            return
        self._column = event.key
        self._sentence.repaint()
        self.refresh_bindings()

    @on(Grid.Opened)
    @on(RowList.Opened)
    def _opened_cell(self) -> None:
        if self.cell is not None and self.party is not None and self.dispute is not None:
            title = f"{self.party.name} on {self.dispute.name}"
            self.post_message(self.ListWanted(title, self.cell.statements))


class CellSentence(Painted):
    """Below the matrix: the whole sentence of the newest statement in the selected cell."""

    def __init__(self, positions: Positions) -> None:
        super().__init__(id="sentence")
        self._positions = positions

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return a heading with party, dispute and source, and the sentence."""
        positions, glyphs = self._positions, look_of(self).glyphs
        party, dispute, cell = positions.party, positions.dispute, positions.cell
        if party is None or dispute is None:
            return []
        title = party.name if positions.is_narrow else f"{party.name} on {dispute.name}"
        if cell is None:
            return [
                heading_line(title, "", width, glyphs),
                Line((blank(GUTTER), Piece("no position found", "label"))),
            ]
        statement, catalogue = cell.newest, positions.catalogue
        document = catalogue.documents[statement.document]
        source = [f"[{catalogue.number(document.id)}]"]
        source = [document.publisher, *source] if document.publisher else source
        speaker = statement.actor if statement.actor not in {None, party.id} else None
        parts = [
            *([catalogue.name(speaker)] if speaker else []),
            f"{LETTERS[statement.kind]} {statement.kind}",
            f"1 of {len(cell.statements):,}",
            *([as_of_day(document.published)] if not positions.is_narrow else []),
            " ".join(source),
        ]
        room = min(SENTENCE_WIDTH, width - GUTTER - MARGIN)
        marks = parted(statement.content)
        sentence = prose(
            document.text, statement.evidence.sentence, marks, room, ("strong", "muted"), max(1, height - 1)
        )
        return [
            heading_line(title, SEPARATOR.join(parts), width, glyphs),
            *(Line((blank(GUTTER), *pieces)) for pieces in sentence),
        ]
