"""The brief: one page on the briefing, or on what is in focus, every line of which leads to its source."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from briefing.dossier.brief import brief_of
from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.excerpt import excerpt_of
from briefing.dossier.passages import Passage
from briefing.export import brief_words as words
from briefing.tui import empty, keys
from briefing.tui.cells import SEPARATOR
from briefing.tui.commands import View
from briefing.tui.screens.brief_rows import BriefRow, BriefRows
from briefing.tui.screens.view import ViewScreen
from briefing.tui.widgets.heading import Heading
from briefing.tui.widgets.row_list import RowList
from briefing.tui.widgets.rows import NO_ROWS, Rows


class BriefView(ViewScreen):
    """A heading and the page: in two columns, or in one where there is little room."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["view.tcss", "brief.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("brief")
    VIEW: ClassVar[View] = "brief"

    def __init__(self, keymap: keys.Keymap, catalogue: Catalogue, focus: Item | None, start: Item | None) -> None:
        """Make the page; it begins at the top wherever it is opened from."""
        del start
        super().__init__(keymap, catalogue, focus)
        self._heading = Heading(chip=False)
        self._main = RowList(id="brief-main")
        self._aside = RowList(id="brief-aside")

    def compose_body(self) -> ComposeResult:
        """Put the columns below the heading."""
        yield self._heading
        with Horizontal(id="brief-page"):
            yield self._main
            yield self._aside

    def on_mount(self) -> None:
        """Take the keys."""
        super().on_mount()
        self._heading.activate(True)
        self._main.focus()

    def fill(self) -> None:
        """Write the page on the briefing, or on what is in focus."""
        if not self.catalogue.documents:
            self._heading.show("Brief")
            self._main.show(NO_ROWS, empty=empty.nothing_read([], self.keymap.shown("reload")))
            self._aside.show(NO_ROWS)
            return
        focus = self.in_focus
        brief = brief_of(Catalogue(excerpt_of(self.catalogue, focus)) if focus else self.catalogue)
        self._heading.show(words.title_of(brief), SEPARATOR.join(words.facts_of(brief)))
        rows = BriefRows(self.catalogue, brief)
        self._main.show(Rows.of(rows.all() if self.is_narrow else rows.main()))
        self._aside.show(NO_ROWS if self.is_narrow else Rows.of(rows.aside()))

    def on_resize(self) -> None:
        """Write the page in one column or in two."""
        was_narrow = self.has_class("-narrow")
        super().on_resize()
        if was_narrow != self.is_narrow:
            self.fill()
            self._main.focus()

    def passage(self) -> Passage | None:
        """Return where the selected line stands."""
        row = (self._aside if self.focused is self._aside else self._main).selected_row
        return row.passage if isinstance(row, BriefRow) else None

    def action_next_pane(self) -> None:
        """Go to the other column."""
        (self._main if self.focused is self._aside else self._aside).focus()

    action_previous_pane = action_next_pane

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Switch off the other column where there is but one."""
        if action in {"next_pane", "previous_pane"}:
            return not self.is_narrow
        return super().check_action(action, parameters)

    def on_descendant_focus(self) -> None:
        """Show the keys that work in the column."""
        self.refresh_bindings()

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        if isinstance(event, RowList.Opened):
            self.want("read")
