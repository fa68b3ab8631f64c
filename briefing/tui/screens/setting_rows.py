"""The rows of the settings: what holds, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing import paths
from briefing.config.settings import Settings
from briefing.record import record
from briefing.tui import keys
from briefing.tui.cells import cut, cut_path, width_of
from briefing.tui.commands import COMMANDS
from briefing.tui.ink import Role
from briefing.tui.paint import Piece, Pieces, column, spread
from briefing.tui.widgets.rows import Frame, LabelRow, Row, Rows

NAME_WIDTH = 26
ADD = "add a file or folder"
NEWEST = "the newest article’s day"


@record(frozen=True, slots=True)
class SettingRow:
    """A setting: its name, what holds, and where that comes from; ``text`` is what a field begins with.

    A row without a name is a file or folder, which takes the room of the name too.
    """

    key: str
    name: str
    value: str
    origin: str
    text: str = ""
    gap: int = 0

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the one line."""
        role: Role = "title" if frame.selected else "text"
        origin = cut(self.origin, 24)
        room = frame.width - width_of(origin) - 2
        if not self.name:
            left: Pieces = (Piece(cut_path(self.value, room), role),)
        else:
            value = Piece(cut(self.value, room - NAME_WIDTH), "strong")
            left = (*column(cut(self.name, NAME_WIDTH - 2), role, NAME_WIDTH), value)
        return (spread(left, (Piece(origin, "muted"),), frame.width),)

    def tip(self) -> str:
        """Return the value in full."""
        return self.value


def setting_rows(settings: Settings, keymap: keys.Keymap) -> Rows:
    """Return the settings that can be chosen in the dashboard: theme, as-of date, seeds, keys."""
    as_of = str(settings.as_of or "")
    rows: list[Row] = [
        SettingRow("theme", "theme", settings.theme, origin_of(settings, "theme"), settings.theme),
        SettingRow("as_of", "as-of date", as_of or NEWEST, origin_of(settings, "as_of"), as_of),
        LabelRow(),
        LabelRow("seeds: the articles"),
    ]
    origin = origin_of(settings, "seeds")
    rows += [
        SettingRow(f"seeds.{number}", "", str(seed), origin, str(seed)) for number, seed in enumerate(settings.seeds)
    ]
    rows += [SettingRow(f"seeds.{len(settings.seeds)}", ADD, "", ""), LabelRow(), LabelRow("keys, by command")]
    for command in COMMANDS:
        shown = "  ".join(keys.shown(key) for key in keymap.keys[command.id]) or "none"
        where = origin_of(settings, f"keys.{command.id}")
        rows.append(SettingRow(f"keys.{command.id}", command.id, shown, where, key_text(settings, keymap, command.id)))
    return Rows.of(rows)


def key_text(settings: Settings, keymap: keys.Keymap, command: str) -> str:
    """Return the keys of a command as they are written in the configuration."""
    written = settings.keys.get(command)
    return ", ".join(keymap.keys[command]) if written is None else written


def origin_of(settings: Settings, key: str) -> str:
    """Return in a few words where a value comes from; nothing where it is the shipped one."""
    origin = settings.origins.get(key, "")
    file, _, line = origin.rpartition(":")
    if not file or file == str(paths.shipped_config()):
        return origin if not file else ""
    return "chosen here" if file == str(settings.preferences_file) else f"{Path(file).name}:{line}"
