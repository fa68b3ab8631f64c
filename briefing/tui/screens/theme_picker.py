"""The theme picker: the screen behind it is the preview."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from rich.style import Style
from textual import on
from textual.app import ComposeResult

from briefing.record import record
from briefing.tui import keys
from briefing.tui.cells import cut_at_word
from briefing.tui.contrast import ROW_PAIRS, TEXT_PAIRS, lowest
from briefing.tui.look import LookApp
from briefing.tui.paint import Piece, Pieces, blank, spread
from briefing.tui.screens.overlay import Lines, Overlay, hint_line
from briefing.tui.themes import ThemeFile
from briefing.tui.widgets.row_list import RowList
from briefing.tui.widgets.row_view import GUTTER
from briefing.tui.widgets.rows import Frame, Rows

SWATCHES = ("background", "foreground", "accent", "stance-ask", "stance-for", "stance-against")


@record(frozen=True, slots=True)
class ThemeRow:
    """A theme: name, description and its main colours."""

    theme: ThemeFile
    gap: int = 0

    @property
    def key(self) -> str:
        """The theme's name."""
        return self.theme.name

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return name with colours, and description."""
        if self.theme.ansi:
            right: Pieces = (Piece("16 colours", "muted"),)
        else:
            right = tuple(
                Piece(frame.glyphs.swatch * 2, Style(color=self.theme.values[name], bgcolor=self.theme.values[name]))
                for name in SWATCHES
            )
        name = Piece(cut_at_word(self.theme.name, frame.width - 13), "title" if frame.selected else "text")
        about = Piece(cut_at_word(self.theme.description, frame.width), "muted")
        return (spread((name,), right, frame.width), spread((about,), (), frame.width))

    def tip(self) -> str:
        """Return nothing: the lines say all."""
        return ""


class ThemePicker(Overlay[str]):
    """The themes, each shown as soon as it is selected; the result is the one to keep."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["overlay.tcss", "theme_picker.tcss"]
    TITLE_TEXT: ClassVar[str] = "Theme"

    def __init__(self, keymap: keys.Keymap, themes: Sequence[ThemeFile], current: str) -> None:
        """Make the picker; without a choice the screen goes back to ``current``."""
        super().__init__(keymap, str(len(themes)))
        self._themes = {theme.name: theme for theme in themes}
        self._current = current
        self._list = RowList(id="themes", ground="surface")
        self._numbers = Lines()
        self._sample = Lines()
        self._hints = Lines()

    def compose_body(self) -> ComposeResult:
        """Put contrast, sample and keys below the themes."""
        yield Lines()
        yield self._list
        yield Lines()
        yield self._numbers
        yield Lines()
        yield self._sample
        yield Lines()
        yield self._hints

    def on_mount(self) -> None:
        """Select the theme that is on."""
        super().on_mount()
        self._list.show(Rows.of([ThemeRow(theme) for theme in self._themes.values()]))
        self._list.focus()
        self._list.select(self._current)

    def on_resize(self) -> None:
        """Show as many themes as there is room for, and fill the lines below them."""
        self.give_rows(self._list, 2 * len(self._themes), 8)
        self._describe()

    def _describe(self) -> None:
        width = self._numbers.size.width - GUTTER - 2
        theme = self._themes.get(self._list.selected_key or "")
        if theme is None or width < 10:
            return
        indent = blank(2)
        self._numbers.show([(indent, *line) for line in _contrast_lines(theme, width)])
        sample = (
            *(Piece("D", "ask-bold"), Piece(" demand  ", "ask")),
            *(Piece("G", "for-bold"), Piece(" agree  ", "for")),
            *(Piece("O", "against-bold"), Piece(" oppose  ", "against")),
            Piece(" mention ", "mention"),
        )
        self._sample.show([(indent, *sample)])
        hints = [(self.keymap.shown("item.open"), "keep"), (self.keymap.shown("back"), "as before")]
        self._hints.show([(indent, *hint_line(hints, width))])

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        if isinstance(event, RowList.Opened):
            self.dismiss(event.key)
            return
        self._put_on(event.key)
        self._describe()

    def _put_on(self, name: str) -> None:
        app = self.app
        assert isinstance(app, LookApp)
        app.theme = name

    def action_back(self) -> None:
        """Go back to the theme that was on."""
        self._put_on(self._current)
        self.dismiss(None)


def _contrast_lines(theme: ThemeFile, width: int) -> list[Pieces]:
    if theme.ansi:
        return [(Piece("contrast is your terminal's", "muted"),), ()]
    numbers = (("lowest contrast of text", TEXT_PAIRS), ("the selected row", ROW_PAIRS))
    return [
        spread((Piece(label, "muted"),), (Piece(f"{lowest(theme.values, pairs):.1f} : 1"),), width)
        for label, pairs in numbers
    ]
