"""The tour: five short steps over the dashboard, which stays in sight."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from briefing.tui import keys
from briefing.tui.cells import width_of, wrap
from briefing.tui.commands import HelpLine
from briefing.tui.paint import Piece, Pieces, blank, column
from briefing.tui.screens.overlay import Lines, Overlay, hint_line
from briefing.tui.tour_steps import TOUR
from briefing.tui.widgets.row_view import GUTTER


class TourScreen(Overlay[None]):
    """A box at the lower edge with one step at a time."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["overlay.tcss", "tour.tcss"]
    TITLE_TEXT: ClassVar[str] = "Tour"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("tour")

    def __init__(self, keymap: keys.Keymap) -> None:
        """Begin with the first step."""
        super().__init__(keymap)
        self._step = 0
        self._lines = Lines()
        self._hints = Lines()

    def compose_body(self) -> ComposeResult:
        """Put the keys of the tour below its step."""
        yield self._lines
        yield Lines()
        yield self._hints

    def on_resize(self) -> None:
        """Write in the width there is."""
        super().on_resize()
        self._show()

    def _show(self) -> None:
        width = self._hints.size.width - GUTTER
        if width < 10:
            return
        self._lines.show([(blank(GUTTER), *line) for line in _step_lines(self._step, self.keymap, width)])
        hints = [("tour.next", "next" if self._step + 1 < len(TOUR) else "done"), ("tour.previous", "back")]
        shown = [(self.keymap.shown(command), does) for command, does in hints[: 2 if self._step else 1]]
        close = [(self.keymap.shown("back"), "leave")]
        self._hints.show([(blank(GUTTER), *hint_line(shown, width, close))])

    def action_next(self) -> None:
        """Go to the next step, after the last one back to the dashboard."""
        if self._step + 1 == len(TOUR):
            self.dismiss(None)
            return
        self._step += 1
        self._show()

    def action_previous(self) -> None:
        """Go to the step before."""
        self._step = max(0, self._step - 1)
        self._show()


def _step_lines(number: int, keymap: keys.Keymap, width: int) -> list[Pieces]:
    step = TOUR[number]
    title: Pieces = (Piece(step.title, "accent-bold"), Piece(f"   {number + 1} of {len(TOUR)}", "muted"))
    text = [(Piece(step.text[line.start : line.end]),) for line in wrap(step.text, 0, len(step.text), width)]
    shown = [(_keys(line, keymap), line.text) for line in step.lines]
    key_width = max(width_of(key) for key, _ in shown) + 2
    return [title, *text, (), *((*column(key, "key", key_width), Piece(does, "muted")) for key, does in shown if key)]


def _keys(line: HelpLine, keymap: keys.Keymap) -> str:
    return " ".join(key for key in (keymap.shown(command) for command in line.commands) if key)
