"""The help: keys, signs and kinds, made from the registry."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from briefing.dossier.kinds import LETTERS
from briefing.tui import keys
from briefing.tui.cells import cut, width_of
from briefing.tui.commands import HELP, HelpLine
from briefing.tui.glyphs import Glyphs
from briefing.tui.ink import Role, kind_roles
from briefing.tui.layout import NARROW
from briefing.tui.look import look_of
from briefing.tui.paint import Line, Painted, Piece, Pieces, blank, column, pieces_width
from briefing.tui.screens.overlay import Lines, Overlay, hint_line
from briefing.tui.widgets.thumb import thumb_range

SIGN_WIDTH = 5
COLUMNS = {
    3: (("Move", "Positions", "Signs"), ("Look", "Timeline", "Kinds"), ("Read", "Do", "Mouse")),
    2: (("Move", "Look", "Positions", "Signs"), ("Read", "Do", "Timeline", "Mouse", "Kinds")),
}
"""The titles of the sections, by how many columns there are."""
Section = list[Pieces]


def key_section(title: str, lines: Sequence[HelpLine], keymap: keys.Keymap, width: int) -> Section:
    """Return a section on keys; commands without a key are left out."""
    shown = [(_keys(line, keymap), line.text) for line in lines]
    key_width = max((width_of(key) for key, _ in shown), default=0) + 2
    body = [(*column(key, "key", key_width), Piece(cut(text, width - key_width))) for key, text in shown if key]
    return [(Piece(title, "accent-bold"),), *body]


def _keys(line: HelpLine, keymap: keys.Keymap) -> str:
    if line.keys:
        return line.keys
    shown = [keymap.shown(command) for command in line.commands]
    return " ".join(dict.fromkeys(key for key in shown if key))


def sign_section(glyphs: Glyphs) -> Section:
    """Return the section on signs."""
    signs: tuple[tuple[str, Role, str], ...] = (
        (glyphs.selected, "bar", "selected here"),
        (glyphs.selected_elsewhere, "bar-elsewhere", "selected, other pane"),
        (glyphs.new, "accent", "new since last time"),
        (glyphs.in_focus, "accent", "in focus"),
        (glyphs.evidence, "bar", "evidence"),
        ("?", "key", "the text does not say"),
        (glyphs.none, "key", "none"),
        (glyphs.quoted, "key", "quoted words"),
        ("[1]", "key", "source number"),
    )
    body: Section = [(*column(sign, role, SIGN_WIDTH), Piece(text)) for sign, role, text in signs]
    return [(Piece("Signs", "accent-bold"),), *body]


def kind_section() -> Section:
    """Return the section on kinds of statement."""
    body: Section = [
        (*column(letter, kind_roles(kind)[0], SIGN_WIDTH), Piece(kind)) for kind, letter in LETTERS.items()
    ]
    return [(Piece("Kinds of statement", "accent-bold"),), *body]


class HelpView(Painted, can_focus=True):
    """Sections in columns, which can be scrolled."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("list")

    def __init__(self, keymap: keys.Keymap) -> None:
        super().__init__()
        self.ground = "surface"
        self._keymap = keymap
        self._top = 0

    def _columns(self, width: int) -> tuple[int, list[list[Section]]]:
        """Return the width of a column and the sections of each."""
        count = 3 if width >= NARROW - 10 else 2
        each = (width - 1) // count
        sections = {
            section.title: key_section(section.title, section.lines, self._keymap, each - 2) for section in HELP
        }
        signs, kinds = sign_section(look_of(self).glyphs), kind_section()
        columns = COLUMNS[count]
        sections |= {"Signs": signs, "Kinds": kinds}
        return each, [[sections[title] for title in titles] for titles in columns]

    def all_lines(self, width: int) -> list[Pieces]:
        """Return the whole help in a width."""
        each, columns = self._columns(width)
        stacked: list[list[Pieces]] = []
        for sections in columns:
            lines: list[Pieces] = [()]
            for section in sections:
                lines += [*section, ()]
            stacked.append(lines[:-1])
        height = max(len(lines) for lines in stacked)
        rows: list[Pieces] = []
        for y in range(height):
            row: list[Piece] = []
            for lines in stacked:
                pieces = lines[y] if y < len(lines) else ()
                row += [*pieces, blank(each - sum(width_of(piece.text) for piece in pieces))]
            rows.append(tuple(row))
        return rows

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the lines in view."""
        lines = self.all_lines(width)
        self._top = max(0, min(self._top, len(lines) - height))
        thumb = thumb_range(len(lines), height, self._top, height)
        bar = Piece(look_of(self).glyphs.thumb, "bar-elsewhere")
        painted = []
        for y, pieces in enumerate(lines[self._top : self._top + height]):
            fill = blank(width - 1 - pieces_width(pieces))
            painted.append(Line((*pieces, fill, bar) if y in thumb else pieces, "surface"))
        return painted

    def _scroll(self, lines: int) -> None:
        self._top = max(0, self._top + lines)
        self.repaint()

    def action_up(self) -> None:
        """Scroll back."""
        self._scroll(-1)

    def action_down(self) -> None:
        """Scroll on."""
        self._scroll(1)

    def action_page_up(self) -> None:
        """Scroll back a page."""
        self._scroll(-self.size.height)

    def action_page_down(self) -> None:
        """Scroll on a page."""
        self._scroll(self.size.height)

    action_half_up = action_page_up
    action_half_down = action_page_down

    def action_first(self) -> None:
        """Scroll to the beginning."""
        self._scroll(-self._top)

    def action_last(self) -> None:
        """Scroll to the end."""
        self._scroll(len(self.all_lines(self.size.width)))

    def action_open(self) -> None:
        """Do nothing: there is nothing to open."""


class HelpScreen(Overlay[None]):
    """Keys and signs."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["overlay.tcss", "help.tcss"]
    TITLE_TEXT = "Keys"

    def __init__(self, keymap: keys.Keymap, view: str) -> None:
        """Make the help, opened from a view."""
        super().__init__(keymap, view)
        self._view = HelpView(keymap)
        self._hints = Lines()

    def compose_body(self) -> ComposeResult:
        """Put the remark and the key that closes below the help."""
        yield self._view
        yield Lines()
        yield self._hints

    def on_mount(self) -> None:
        """Take the keys."""
        super().on_mount()
        self._view.focus()

    def on_resize(self) -> None:
        """Take the room that the help needs, and fill the last line."""
        super().on_resize()
        self.give_rows(self._view, len(self._view.all_lines(self._hints.size.width)), 2)
        width = self._hints.size.width
        right = hint_line([(self.keymap.shown("back"), "close")], 0)
        remark = Piece("keys can be changed in config.yaml", "label")
        self._hints.show(
            [(remark, blank(width - width_of(remark.text) - sum(width_of(p.text) for p in right)), *right)]
        )
