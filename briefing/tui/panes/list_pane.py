"""A list with its heading: the panes of actors, disputes and agenda."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from briefing.tui.paint import Pieces
from briefing.tui.widgets.heading import Heading
from briefing.tui.widgets.row_list import RowList
from briefing.tui.widgets.rows import Rows


class ListPane(Vertical):
    """One of the three lists; it knows its number and title, and nothing of the others."""

    def __init__(self, number: int, title: str, list_id: str) -> None:
        super().__init__(id=f"pane-{list_id}", classes="list-pane")
        self.title_text = f"{number} {title}"
        self.heading = Heading(self.title_text)
        self.list = RowList(id=list_id)
        self.count = ""

    def compose(self) -> ComposeResult:
        """Put the heading above the list."""
        yield self.heading
        yield self.list

    def show(self, rows: Rows, count: str, empty: Sequence[Pieces]) -> None:
        """Show rows and how many there are, or what to say where there are none."""
        self.count = count
        self.heading.show(self.title_text, count)
        self.list.show(rows, empty=empty)
