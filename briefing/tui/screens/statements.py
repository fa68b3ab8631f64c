"""The statements behind one place of a view, newest first, each of which leads to its source."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from briefing.dossier.cards import counted
from briefing.dossier.catalogue import Catalogue
from briefing.dossier.passages import Passage, passage_of_statement
from briefing.model import Statement
from briefing.tui import keys
from briefing.tui.commands import View
from briefing.tui.panes.entries import StatementEntry
from briefing.tui.screens.view import ViewScreen
from briefing.tui.widgets.heading import Heading
from briefing.tui.widgets.row_list import RowList
from briefing.tui.widgets.rows import Rows


class Statements(ViewScreen):
    """A heading and a list of statements."""

    VIEW: ClassVar[View] = "statements"

    def __init__(
        self, keymap: keys.Keymap, catalogue: Catalogue, title: str, statements: tuple[Statement, ...]
    ) -> None:
        """Make the list of some statements, which are newest first."""
        super().__init__(keymap, catalogue)
        self._title = title
        self._statements = statements
        self._heading = Heading(chip=False)
        self._list = RowList(id="statements", says_more=True)

    def compose_body(self) -> ComposeResult:
        """Put the heading above the list."""
        yield self._heading
        yield self._list

    def on_mount(self) -> None:
        """Take the keys."""
        super().on_mount()
        self._heading.activate(True)
        self._list.focus()

    def fill(self) -> None:
        """Show the statements that the briefing has."""
        narrow = self.is_narrow
        known = [self.catalogue.statements[one.id] for one in self._statements if one.id in self.catalogue.statements]

        def entry(position: int) -> StatementEntry:
            return StatementEntry(self.catalogue, known[position], columns=not narrow, own=False, gap=1)

        self._heading.show(self._title, f"{counted(len(known), 'statement')}, newest first")
        self._list.show(Rows(len(known), entry))

    def show_news(self) -> None:
        """Mark new positions."""
        self._list.mark_new(self.news.statements)

    def on_resize(self) -> None:
        """Write in the width there is."""
        super().on_resize()
        self.fill()

    def passage(self) -> Passage | None:
        """Return where the selected statement stands."""
        row = self._list.selected_row
        return passage_of_statement(self.catalogue, row.statement) if isinstance(row, StatementEntry) else None

    @on(RowList.Opened)
    def _opened(self) -> None:
        self.want("read")
