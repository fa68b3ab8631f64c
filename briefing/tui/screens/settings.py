"""The settings: what holds and why; what is chosen here is kept in the program's own file and holds at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from briefing.config.preferences import FORGOTTEN
from briefing.config.settings import STANDARD_INPUT, Settings
from briefing.config.values import ExpectedError, day, path
from briefing.paths import is_there
from briefing.tui import keys
from briefing.tui.cells import wrap
from briefing.tui.ink import Role
from briefing.tui.messages import Chosen, ThemesWanted
from briefing.tui.paint import Piece, blank
from briefing.tui.screens.overlay import Field, Lines, Overlay, RuleLine, hint_line
from briefing.tui.screens.setting_rows import SettingRow, setting_rows
from briefing.tui.widgets.row_list import RowList
from briefing.tui.widgets.row_view import GUTTER

ROWS_BESIDE = 6
"""Rows of the box that are no settings."""
REMARK_LINES = 3
MOST_ROWS = 26


class SettingsScreen(Overlay[None]):
    """A list of settings, and a field for a new value of the selected one."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["overlay.tcss", "settings.tcss"]
    TITLE_TEXT: ClassVar[str] = "Settings"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("settings")

    def __init__(self, keymap: keys.Keymap, settings: Settings) -> None:
        """Make the list of what holds."""
        super().__init__(keymap, settings.preferences_file.name if settings.preferences_file else "")
        self._settings = settings
        self._list = RowList(id="settings", ground="surface", always_active=True)
        self._prompt = Lines(classes="prompt")
        self._field = Field()
        self._remark = Lines()
        self._hints = Lines()

    def compose_body(self) -> ComposeResult:
        """Put settings, field, a remark and the keys below one another."""
        yield self._list
        yield RuleLine()
        yield self._remark
        with Horizontal(id="change", classes="field"):
            yield self._prompt
            yield self._field
        yield self._hints

    def on_mount(self) -> None:
        """Take the keys."""
        super().on_mount()
        self._list.show(setting_rows(self._settings, self.keymap))
        self._list.focus()
        self._say()

    def on_resize(self) -> None:
        """Show as many settings as there is room for, and fill the lines below them."""
        super().on_resize()
        self.give_rows(self._list, MOST_ROWS, ROWS_BESIDE)
        self._say()

    def show(self, settings: Settings, keymap: keys.Keymap, problem: str | None = None) -> None:
        """Show what holds now, and what went wrong, if anything."""
        self._settings, self.keymap = settings, keymap
        self._list.show(setting_rows(settings, keymap))
        self._say(problem or "")

    @property
    def _row(self) -> SettingRow | None:
        row = self._list.selected_row
        return row if isinstance(row, SettingRow) else None

    @property
    def _is_changing(self) -> bool:
        return self.has_class("-changing")

    def _say(self, problem: str = "") -> None:
        words = problem or (_help(self._row.key) if self._row else "")
        width = self._remark.size.width - GUTTER
        lines = wrap(words, 0, len(words), width, REMARK_LINES)
        role: Role = "warning" if problem else "label"
        self._remark.show([(blank(GUTTER), Piece(words[line.start : line.end], role)) for line in lines])
        if self._is_changing:
            hints = [(self.keymap.shown("item.open"), "keep"), (self.keymap.shown("back"), "as before")]
        else:
            commands = [("item.open", "change"), ("settings.forget", "give up the choice"), ("back", "close")]
            hints = [(self.keymap.shown(command), does) for command, does in commands]
        self._hints.show([(blank(GUTTER), *hint_line(hints, width))])

    # Changing

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        if not isinstance(event, RowList.Opened):
            self._say()

    @on(RowList.Opened)
    def _change(self) -> None:
        row = self._row
        if row is None:
            return
        if row.key == "theme":
            self.post_message(ThemesWanted())
            return
        self.add_class("-changing")
        name = row.name if row.key.startswith(("as_of", "keys.")) else "file or folder"
        self._prompt.show([(blank(GUTTER), Piece(name, "muted"))])
        self._prompt.styles.width = GUTTER + len(name) + 2
        self._field.value = row.text
        self._field.cursor_position = len(row.text)
        self._field.focus()
        self._say()

    def _end_change(self, problem: str = "") -> None:
        self.remove_class("-changing")
        self._list.focus()
        self._say(problem)

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        row = self._row
        if row is None:
            return
        try:
            choices = self._choices(row.key, event.value.strip())
        except ValueError as error:
            self._say(str(error))
            return
        self._end_change()
        self.post_message(Chosen(choices))

    def _choices(self, key: str, text: str) -> Mapping[str, Any]:
        """Return what is to be kept; raises ``ValueError`` that says what was expected."""
        section, _, name = key.partition(".")
        if section == "as_of":
            return {"as_of": str(day(text, Path())) if text else None}
        if section == "keys":
            return {key: self._checked_keys(name, text)}
        seeds = [str(seed) for seed in self._settings.seeds if seed != STANDARD_INPUT]
        position = min(int(name), len(seeds))
        seeds[position : position + 1] = [_checked_seed(text)] if text else []
        if not seeds:
            raise ValueError("expected a file or folder: there is no other")
        return {"seeds": list(dict.fromkeys(seeds))}

    def _checked_keys(self, command: str, text: str) -> str | None:
        before = keys.resolve(self._settings.keys).problems
        problems = keys.resolve({**self._settings.keys, command: text}).problems
        new = [problem for problem in problems if problem not in before]
        if new:
            raise ValueError(new[0].removeprefix("keys: "))
        return text or None

    def action_forget(self) -> None:
        """Give up what was chosen here, so that the person's own configuration holds again."""
        row = self._row
        if row is None or self._is_changing:
            return
        if row.origin != "chosen here":
            self._say("not chosen here: nothing to give up")
            return
        key = "seeds" if row.key.startswith("seeds.") else row.key
        self.post_message(Chosen({key: FORGOTTEN}))

    def action_back(self) -> None:
        """Leave the field as it was, or the settings."""
        if self._is_changing:
            self._end_change()
        else:
            self.dismiss(None)


def _checked_seed(text: str) -> str:
    try:
        seed = path(text, Path.cwd())
    except ExpectedError as error:
        raise ValueError(str(error)) from None
    if seed == STANDARD_INPUT:
        raise ValueError("standard input can only be named on the command line")
    if not is_there(seed):
        raise ValueError(f"{text}: no such file or folder")
    return str(seed)


def _help(key: str) -> str:
    section, _, name = key.partition(".")
    if section == "keys":
        does = keys.by_id()[name].palette
        return (f"{does}: " if does else "") + "keys, parted by commas; none where it is left empty"
    return {
        "theme": "the colours of the dashboard",
        "as_of": "YYYY-MM-DD; the day of the newest article where it is left empty",
        "seeds": "a file or folder of articles; taken away where it is left empty",
    }[section]
