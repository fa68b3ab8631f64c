"""The export: a format, where to, and whether the whole briefing or what is in focus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from briefing.dossier.catalogue import Catalogue, Item
from briefing.dossier.excerpt import excerpt_of
from briefing.export.writing import taken, write
from briefing.model import Briefing
from briefing.record import record
from briefing.tui import keys
from briefing.tui.cells import cut_path, width_of
from briefing.tui.ink import Role
from briefing.tui.look import LookApp
from briefing.tui.paint import Piece, Pieces, blank, column
from briefing.tui.screens.overlay import Field, Lines, ListOverlay, RuleLine, hint_line
from briefing.tui.widgets.row_list import RowList
from briefing.tui.widgets.rows import Frame, Rows
from briefing.untrusted.cleaning import clean_line

NAME_WIDTH = 10
FORMATS: Mapping[str, tuple[str, str]] = {
    "markdown": (".md", "the brief on one page"),
    "html": (".html", "the brief on one page, for screen and paper"),
    "json": (".json", "everything, a documented contract"),
    "csv": (".zip", "tables, in a zip or in a folder"),
    "ics": (".ics", "the agenda as a calendar"),
    "graphml": (".graphml", "actors, disputes and statements as a graph"),
    "ftm": (".ftm.json", "FollowTheMoney entities"),
}
"""The end of the file's name and what is in it, for each format of ``briefing export``."""


@record(frozen=True, slots=True)
class FormatRow:
    """One format."""

    key: str
    gap: int = 0

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the format's name and what is in it."""
        role: Role = "title" if frame.selected else "text"
        return ((*column(self.key, role, NAME_WIDTH), Piece(FORMATS[self.key][1], "muted")),)

    def tip(self) -> str:
        """Return nothing."""
        return ""


class Written(Message):
    """The export ended: with a file, or with what went wrong."""

    def __init__(self, path: Path, problem: str = "") -> None:
        super().__init__()
        self.path = path
        self.problem = problem


class ExportScreen(ListOverlay[None]):
    """A field for the file's name, the formats, and what it is about."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["overlay.tcss", "export.tcss"]
    TITLE_TEXT: ClassVar[str] = "Export"

    def __init__(self, keymap: keys.Keymap, catalogue: Catalogue, focus: Item | None) -> None:
        """Make the export of a briefing; of what is in focus, as long as nobody asks for the whole."""
        super().__init__(keymap, "formats")
        self._catalogue = catalogue
        self._focus = focus
        self._whole = focus is None
        self._own_name = ""
        self._replace: Path | None = None
        self._field = Field()
        self._what = Lines()
        self._remark = Lines()
        self._hints = Lines()

    def compose_body(self) -> ComposeResult:
        """Put field, formats, remarks and keys below one another."""
        prompt = Lines(classes="prompt")
        prompt.show([(Piece("> ", "accent-bold"),)])
        with Horizontal(classes="field"):
            yield prompt
            yield self._field
        yield RuleLine()
        yield self._list
        yield RuleLine()
        yield self._what
        yield self._remark
        yield self._hints

    def on_mount(self) -> None:
        """Begin with the first format under a name made from the as-of date."""
        super().on_mount()
        self._list.show(Rows.of([FormatRow(name) for name in FORMATS]))
        self._name_file()
        self._field.focus()

    def on_resize(self) -> None:
        """Show all formats, and fill the lines below them."""
        super().on_resize()
        self.give_rows(self._list, len(FORMATS), 6)
        self._say()

    @property
    def _format(self) -> str:
        return self._list.selected_key or next(iter(FORMATS))

    def _name_file(self) -> None:
        """Name the file after the day and the format, unless it has another name already."""
        if self._field.value in {"", self._own_name}:
            day = self._catalogue.briefing.as_of
            self._own_name = f"briefing{f'-{day}' if day else ''}{FORMATS[self._format][0]}"
            self._field.value = self._own_name
            self._field.cursor_position = len(self._own_name)
        self._say()

    def _say(self, remark: str = "") -> None:
        width = self._hints.size.width
        what = "the whole briefing" if self._whole or self._focus is None else self._catalogue.title(self._focus)
        others = [(self.keymap.shown("field.kind"), "the whole, or what is in focus")] if self._focus else []
        self._what.show([(Piece("of ", "muted"), Piece(what, "bold"))])
        folder = cut_path(clean_line(str(Path.cwd()), 300), max(1, width - width_of("in ")))
        self._remark.show([(Piece(remark, "warning"),) if remark else (Piece(f"in {folder}", "muted"),)])
        hints = [(self.keymap.shown("item.open"), "write"), *others, (self.keymap.shown("field.close"), "close")]
        self._hints.show([(blank(0), *hint_line(hints, width))])

    @on(Input.Changed)
    def _typed(self) -> None:
        self._replace = None
        self._say()

    @on(Input.Submitted)
    def _asked(self, event: Input.Submitted) -> None:
        name = event.value.strip()
        if not name:
            self._say("name a file")
            return
        path = Path(name).expanduser()
        try:
            there = taken(self._format, path)
        except OSError as error:
            self._say(f"cannot be written: {error.strerror}")
            return
        if there is not None and self._replace != path:
            self._replace = path
            self._say(f"{clean_line(there.name, 60)} is there already: {self.keymap.shown('item.open')} replaces it")
            return
        self._write(self._part(), self._format, path, there is not None)

    def _part(self) -> Briefing:
        if self._whole or self._focus is None:
            return self._catalogue.briefing
        return excerpt_of(self._catalogue, self._focus)

    @work(thread=True, exclusive=True, exit_on_error=False, group="export")
    def _write(self, briefing: Briefing, name: str, path: Path, replace: bool) -> None:
        try:
            write(briefing, name, path, replace=replace)
        except (OSError, ValueError) as error:
            self.post_message(Written(path, getattr(error, "strerror", None) or type(error).__name__))
        else:
            self.post_message(Written(path))

    @on(Written)
    def _written(self, event: Written) -> None:
        if event.problem:
            self._say(f"cannot be written: {event.problem}")
            return
        app = self.app
        assert isinstance(app, LookApp)
        app.toast(f"written: {event.path}")
        self.dismiss(None)

    action_page_up = ListOverlay.action_up
    action_page_down = ListOverlay.action_down

    def action_next_kind(self) -> None:
        """Take the whole briefing, or what is in focus."""
        if self._focus is not None:
            self._whole = not self._whole
            self._say()

    action_previous_kind = action_next_kind

    @on(RowList.Moved)
    def _moved(self) -> None:
        self._replace = None
        self._name_file()
