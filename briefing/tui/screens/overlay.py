"""Overlays: a box over the screen below, with a title in its upper edge."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input

from briefing.tui import keys
from briefing.tui.layout import NARROW
from briefing.tui.look import look_of
from briefing.tui.paint import Line, Painted, Piece, Pieces, joined, pieces_width, spread
from briefing.tui.widgets.row_list import RowList

Result = TypeVar("Result")

EDGES = 2
"""Rows of a box's upper and lower edge."""


class FrameTop(Painted):
    """The upper edge of a box: ``╭─ Search ───── 4 ─╮``."""

    def __init__(self, title: str, right: str = "") -> None:
        super().__init__()
        self.ground = "surface"
        self._title = title
        self._right = right

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the edge."""
        del height
        glyphs = look_of(self).glyphs
        left = (Piece(glyphs.top_left + glyphs.rule, "rule"), Piece(f" {self._title} ", "bold"))
        end: Pieces = (Piece(glyphs.rule + glyphs.top_right, "rule"),)
        if self._right:
            end = (Piece(f" {self._right} ", "muted"), *end)
        fill = glyphs.rule * (width - pieces_width(left) - pieces_width(end))
        return (Line((*left, Piece(fill, "rule"), *end), "surface"),)


class Lines(Painted):
    """A few lines on an overlay, given from outside."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self.ground = "surface"
        self._content: Sequence[Pieces] = ()

    def show(self, content: Sequence[Pieces], *, grow: bool = True) -> None:
        """Show other lines; the widget grows to hold them unless told not to."""
        self._content = content
        if grow:
            self.styles.height = max(1, len(content))
        self.repaint()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the lines."""
        del width, height
        return [Line(pieces, "surface") for pieces in self._content]


class Field(Input):
    """A field for words, without a blinking cursor."""

    def __init__(self, value: str = "") -> None:
        super().__init__(value, select_on_focus=False)
        self.cursor_blink = False


class RuleLine(Painted):
    """A thin rule across an overlay."""

    def __init__(self) -> None:
        super().__init__()
        self.ground = "surface"

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the rule."""
        del height
        return (Line((Piece(look_of(self).glyphs.rule * width, "rule"),), "surface"),)


class Overlay(ModalScreen[Result]):
    """A box over what was there; escape takes it away."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["overlay.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("overlay")
    TITLE_TEXT: ClassVar[str] = ""

    def __init__(self, keymap: keys.Keymap, right: str = "") -> None:
        super().__init__()
        self.keymap = keymap
        self.top = FrameTop(self.TITLE_TEXT, right)

    def compose(self) -> ComposeResult:
        """Put the box around its body."""
        with Vertical(classes="frame"):
            yield self.top
            with Vertical(classes="frame-body"):
                yield from self.compose_body()

    def compose_body(self) -> ComposeResult:
        """Yield what is in the box."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Draw the box in the signs that the terminal can show."""
        self.set_class(look_of(self.top).glyphs.ascii, "-ascii")

    def on_resize(self) -> None:
        """Take the whole width of a narrow terminal."""
        self.set_class(self.app.size.width < NARROW, "-narrow")

    def give_rows(self, widget: Widget, wanted: int, others: int) -> None:
        """Give a widget the rows it wants, as far as the terminal has them beside the ``others`` of the body."""
        widget.styles.height = max(1, min(wanted, self.app.size.height - EDGES - others))

    def action_back(self) -> None:
        """Take the box away without a result."""
        self.dismiss(None)


class ListOverlay(Overlay[Result]):
    """A box with a list in it that never takes the keys: they go to a field, and those that move go on to the list."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("field")

    def __init__(self, keymap: keys.Keymap, list_id: str) -> None:
        super().__init__(keymap)
        self._list = RowList(id=list_id, ground="surface", always_active=True)
        self._list.can_focus = False

    def action_up(self) -> None:
        """Select the row above."""
        self._list.action_up()

    def action_down(self) -> None:
        """Select the row below."""
        self._list.action_down()

    def action_page_up(self) -> None:
        """Select the row a page above."""
        self._list.action_page_up()

    def action_page_down(self) -> None:
        """Select the row a page below."""
        self._list.action_page_down()


def hint_line(hints: Sequence[tuple[str, str]], width: int, right: Sequence[tuple[str, str]] = ()) -> Pieces:
    """Return keys with what they do, some at the right end."""

    def pieces(group: Sequence[tuple[str, str]]) -> Pieces:
        return joined(((Piece(key, "key"), Piece(f" {does}", "muted")) for key, does in group), "   ")

    return spread(pieces(hints), pieces(right), width)
