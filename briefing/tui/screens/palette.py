"""The palette: every command by its words, with its key."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from briefing.model import Span
from briefing.record import record
from briefing.tui import keys
from briefing.tui.cells import cut_at_word, width_of
from briefing.tui.commands import COMMANDS, Command
from briefing.tui.ink import Role
from briefing.tui.paint import Piece, Pieces, spread
from briefing.tui.panes.entries import styled
from briefing.tui.screens.overlay import Field, Lines, ListOverlay, RuleLine
from briefing.tui.widgets.row_list import RowList
from briefing.tui.widgets.rows import Frame, Rows

MOST_ROWS = 20


@record(frozen=True, slots=True)
class CommandRow:
    """A command, the letters that matched marked, and its key."""

    command: Command
    matched: tuple[Span, ...]
    shown_key: str
    gap: int = 0

    @property
    def key(self) -> str:
        """The command's id."""
        return self.command.id

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the one line."""
        words = cut_at_word(self.command.palette, frame.width - width_of(self.shown_key) - 2)
        role: Role = "title" if frame.selected else "text"
        name = styled(words, Span(0, len(words)), self.matched, "match", role)
        return (spread(name, (Piece(self.shown_key, "muted"),), frame.width),)

    def tip(self) -> str:
        """Return nothing: the line says all."""
        return ""


def matching(words: str, text: str) -> tuple[Span, ...] | None:
    """Return where each of some words begins a word of a text, or stands in it; null where one does not."""
    folded = text.casefold()
    spans = []
    for word in words.casefold().split():
        at = f" {folded}".find(f" {word}")
        at = folded.find(word) if at < 0 else at
        if at < 0 or len(folded) != len(text):
            return None
        spans.append(Span(at, at + len(word)))
    return tuple(sorted(spans))


class PaletteScreen(ListOverlay[str]):
    """A field and the commands that work here; the result is the id of the one to carry out."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["overlay.tcss", "palette.tcss"]
    TITLE_TEXT = "Commands"

    def __init__(self, keymap: keys.Keymap, live: frozenset[str]) -> None:
        """Make the palette of the commands whose ids are in ``live``."""
        super().__init__(keymap, "commands")
        self._commands = [command for command in COMMANDS if command.palette and command.id in live]
        self._rows = 0
        self._field = Field()

    def compose_body(self) -> ComposeResult:
        """Put the field above the commands."""
        prompt = Lines(classes="prompt")
        prompt.show([(Piece(": ", "accent-bold"),)])
        with Horizontal(classes="field"):
            yield prompt
            yield self._field
        yield RuleLine()
        yield self._list

    def on_mount(self) -> None:
        """Begin to type."""
        super().on_mount()
        self._field.focus()
        self._show("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, words: str) -> None:
        matched = [(command, matching(words, command.palette)) for command in self._commands]
        rows = [
            CommandRow(command, spans, self.keymap.shown(command.id)) for command, spans in matched if spans is not None
        ]
        self._list.show(Rows.of(rows), empty=[(Piece("no such command", "label"),)], keep=False)
        self._rows = len(rows)
        self._fit()

    def _fit(self) -> None:
        self.give_rows(self._list, min(self._rows, MOST_ROWS), 2)

    def on_resize(self) -> None:
        """Show as many commands as there is room for."""
        super().on_resize()
        self._fit()

    @on(RowList.Opened)
    @on(Input.Submitted)
    def _go(self) -> None:
        key = self._list.selected_key
        if key is not None:
            self.dismiss(key)

    action_next_kind = ListOverlay.action_down
    action_previous_kind = ListOverlay.action_up
