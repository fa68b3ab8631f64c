"""One list of 100,000 rows and nothing else: ours, or Textual's where ``theirs`` is asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import App, ComposeResult
from textual.widgets import OptionList

from briefing.paths import shipped_themes
from briefing.tui.look import LookApp
from briefing.tui.paint import Piece, Pieces
from briefing.tui.themes import load_themes
from briefing.tui.widgets.row_list import RowList
from briefing.tui.widgets.rows import Frame, Rows

COUNT = 100_000
FEW = 1_000


@dataclass(frozen=True, slots=True)
class _Line:
    key: str
    gap: int = 0

    def lines(self, frame: Frame) -> Sequence[Pieces]:  # noqa: ARG002 - one line whatever the width
        return [(Piece(self.key),)]

    def tip(self) -> str:
        return self.key


def name_of(filled: int, row: int) -> str:
    """Return what stands in a row after the list was filled so many times."""
    return f"fill{filled}-row{row}."


class Ours(LookApp):
    """Our list. The keys f and a fill it with few and with all rows."""

    def __init__(self) -> None:
        super().__init__(load_themes([shipped_themes()]), "night-desk")
        self.list = RowList()
        self.filled = 0

    def compose(self) -> ComposeResult:
        """Show the list."""
        yield self.list

    def on_mount(self) -> None:
        """Fill it with all rows."""
        self.list.focus()
        self.key_a()

    def key_a(self) -> None:
        """Fill it with all rows."""
        self._fill(COUNT)

    def key_f(self) -> None:
        """Fill it with few rows."""
        self._fill(FEW)

    def _fill(self, count: int) -> None:
        self.filled += 1
        filled = self.filled
        self.list.show(Rows(count, lambda number: _Line(name_of(filled, number))), keep=False)


class Theirs(App[int]):
    """Textual's list, with the same keys."""

    def __init__(self) -> None:
        super().__init__()
        self.list = OptionList()
        self.filled = 0

    def compose(self) -> ComposeResult:
        """Show the list."""
        yield self.list

    def on_mount(self) -> None:
        """Fill it with all rows."""
        self.list.focus()
        self.key_a()

    def key_a(self) -> None:
        """Fill it with all rows."""
        self._fill(COUNT)

    def key_f(self) -> None:
        """Fill it with few rows."""
        self._fill(FEW)

    def _fill(self, count: int) -> None:
        self.filled += 1
        self.list.clear_options()
        self.list.add_options([name_of(self.filled, number) for number in range(count)])
        self.list.highlighted = 0


if __name__ == "__main__":
    (Theirs() if sys.argv[1:] == ["theirs"] else Ours()).run()
