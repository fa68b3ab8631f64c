"""What was skipped and what else went wrong, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult

from briefing.dossier.cards import counted
from briefing.model import Skipped
from briefing.record import record
from briefing.tui import keys
from briefing.tui.cells import cut_path, wrap
from briefing.tui.ink import Role
from briefing.tui.paint import Piece, Pieces
from briefing.tui.screens.overlay import Lines, Overlay, hint_line
from briefing.tui.widgets.row_list import RowList
from briefing.tui.widgets.rows import Frame, LabelRow, Row, Rows

MOST_LINES = 4
LEAST_ROWS = 2
MOST_ROWS = 20


@record(frozen=True, slots=True)
class ProblemRow:
    """A file with the reason why it was not read, or another problem."""

    number: int
    name: str
    reason: str
    gap: int = 1

    @property
    def key(self) -> str:
        """The row's number: the same file may be named twice."""
        return str(self.number)

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the file's name and below it the reason."""
        role: Role = "title" if frame.selected else "text"
        name: list[Pieces] = [(Piece(cut_path(self.name, frame.width), role),)] if self.name else []
        lines = wrap(self.reason, 0, len(self.reason), frame.width, MOST_LINES)
        return [*name, *((Piece(self.reason[line.start : line.end], "muted"),) for line in lines)]

    def tip(self) -> str:
        """Return the name in full."""
        return self.name


class SkippedScreen(Overlay[None]):
    """The list of what was not read."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["overlay.tcss", "notes.tcss"]
    TITLE_TEXT: ClassVar[str] = "Not read"

    def __init__(self, keymap: keys.Keymap, skipped: Sequence[Skipped], problems: Sequence[str]) -> None:
        """Make the list."""
        super().__init__(keymap, counted(len(skipped), "file"))
        self._skipped = skipped
        self._problems = problems
        self._list = RowList(id="skipped", ground="surface", says_more=True)
        self._hints = Lines()

    def compose_body(self) -> ComposeResult:
        """Put the key that closes below the list."""
        yield Lines()
        yield self._list
        yield self._hints

    def on_mount(self) -> None:
        """Show the list."""
        super().on_mount()
        rows: list[Row] = [ProblemRow(number, each.path, each.reason) for number, each in enumerate(self._skipped)]
        if self._problems:
            rows += [LabelRow("other problems")]
            start = len(rows)
            rows += [ProblemRow(start + number, "", problem) for number, problem in enumerate(self._problems)]
        self._list.show(Rows.of(rows), empty=[(Piece("Everything was read."),)])
        self._list.focus()

    def on_resize(self) -> None:
        """Show as many as there is room for, and fill the last line."""
        super().on_resize()
        wanted = max(LEAST_ROWS, 3 * (len(self._skipped) + len(self._problems)) + 1)
        self.give_rows(self._list, min(wanted, MOST_ROWS), 2)
        self._hints.show([hint_line((), self._hints.size.width, [(self.keymap.shown("back"), "close")])])
