"""Themes: YAML files with a colour for each name, read and checked here and nowhere else.

Textual does not check colours, so a wrong one would only show when it is first drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from difflib import get_close_matches
from pathlib import Path

from briefing.config.parsed import parsed
from briefing.paths import shipped_themes
from briefing.record import record
from briefing.untrusted.cleaning import clean_line
from briefing.untrusted.yaml_loader import LoadedYaml, UntrustedYamlError

DEFAULT_THEME = "night-desk"

COLOURS = (
    "background",
    "surface",
    "panel",
    "foreground",
    "text-strong",
    "text-muted",
    "accent",
    "on-accent",
    "border",
    "border-blurred",
    "block-cursor-background",
    "block-cursor-foreground",
    "cursor-muted",
    "block-cursor-blurred-background",
    "evidence-background",
    "mention-background",
    "mention-foreground",
    "mention-current-background",
    "mention-current-foreground",
    "stance-ask",
    "stance-for",
    "stance-against",
    "success",
    "warning",
    "error",
)
"""The colours that every theme gives."""

ANSI_GROUNDS = ("ansi-background", "ansi-foreground")
"""Colours that a theme of the terminal's own colours gives beside them."""

FORMS = (
    "block-cursor-text-style",
    "block-cursor-blurred-text-style",
    "mention-text-style",
    "mention-current-text-style",
    "chip-text-style",
    "strong-text-style",
)
"""Forms of letters that a theme may give; ``none`` where it does not."""

_SETTINGS = ("description", "dark", "ansi")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_ANSI_NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_ANSI_COLOURS = frozenset(
    {"ansi_default", *(f"ansi_{name}" for name in _ANSI_NAMES), *(f"ansi_bright_{name}" for name in _ANSI_NAMES)}
)
_FORM_WORDS = frozenset({"none", "bold", "italic", "underline", "reverse"})


class ThemeError(ValueError):
    """A theme file that cannot be used; the message is one safe line naming file, line, key and what was expected."""


@record(frozen=True, slots=True)
class ThemeFile:
    """A theme as read: its name is the file's; ``values`` are colours and forms by name."""

    name: str
    description: str
    dark: bool
    ansi: bool
    values: Mapping[str, str]


@record(frozen=True, slots=True)
class Themes:
    """The themes found, in the order of finding, and a line for each file that could not be used."""

    by_name: Mapping[str, ThemeFile]
    problems: tuple[str, ...] = field(default=())

    def named(self, name: str) -> ThemeFile:
        """Return the theme of a name, or the default one; ``KeyError`` if that is missing too."""
        return self.by_name.get(name) or self.by_name[DEFAULT_THEME]

    def problem_with(self, name: str) -> str | None:
        """Return what is wrong with asking for a theme of some name, or null."""
        if name in self.by_name:
            return None
        near = get_close_matches(name, self.by_name, n=1)
        hint = f", nearest is {near[0]}" if near else ""
        return f"theme: {clean_line(name, 80)}: no such theme{hint}; {DEFAULT_THEME} is used"


def load_themes(folders: Iterable[Path]) -> Themes:
    """Read all themes of some folders, shipped ones first; a later theme of the same name takes the earlier's place.

    The default theme comes first, the others by name, folder by folder. A folder that is not there has none.
    """
    found: dict[str, ThemeFile] = {}
    problems = []
    for folder in folders:
        for path in _theme_files(folder):
            try:
                theme = load_theme(path)
            except ThemeError as error:
                problems.append(str(error))
            else:
                found[theme.name] = theme
    return Themes(found, tuple(problems))


def _theme_files(folder: Path) -> list[Path]:
    try:
        paths = [path for path in folder.iterdir() if path.suffix in {".yaml", ".yml"} and path.is_file()]
    except OSError:
        return []
    return sorted(paths, key=lambda path: (path.stem != DEFAULT_THEME, path.name))


def load_theme(path: Path) -> ThemeFile:
    """Read one theme; raises :class:`ThemeError` where it cannot be read, or a key or a value is not as expected."""
    where = clean_line(str(path))
    try:
        ours = path.parent == shipped_themes()
        loaded = parsed(path.read_text(encoding="utf-8-sig"), ours=ours)
    except OSError as error:
        raise ThemeError(f"{where}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ThemeError(f"{where}: expected UTF-8 text") from None
    except UntrustedYamlError as error:
        raise ThemeError(f"{where}:{error.line}: {error.message}") from None
    return _Checked(path, where, loaded).theme()


class _Checked:
    """One theme file's values, taken out with a check each."""

    def __init__(self, path: Path, where: str, loaded: LoadedYaml) -> None:
        self._name = clean_line(path.stem, 40)
        self._where = where
        self._loaded = loaded
        if not isinstance(loaded.data, dict):
            raise ThemeError(f"{where}:1: expected names with colours")
        self._data = loaded.data

    def theme(self) -> ThemeFile:
        ansi = self._flag("ansi", default=False)
        names = (*COLOURS, *ANSI_GROUNDS) if ansi else COLOURS
        self._refuse_unknown((*_SETTINGS, *names, *FORMS))
        values = {name: self._colour(name, ansi=ansi) for name in names}
        values |= {name: self._form(name) for name in FORMS}
        description = clean_line(str(self._data.get("description") or ""), 60)
        return ThemeFile(self._name, description, self._flag("dark", default=True), ansi, values)

    def _error(self, key: str, problem: str) -> ThemeError:
        return ThemeError(f"{self._where}:{self._loaded.line_of(key)}: {clean_line(key, 80)}: {problem}")

    def _refuse_unknown(self, known: tuple[str, ...]) -> None:
        for key in self._data:
            if key not in known:
                near = get_close_matches(key, known, n=1)
                raise self._error(key, f"no such name{f', nearest is {near[0]}' if near else ''}")

    def _flag(self, key: str, *, default: bool) -> bool:
        value = self._data.get(key)
        if value is None:
            return default
        if value not in {"true", "false"}:
            raise self._error(key, f"expected true or false, found {_shown(value)}")
        return bool(value == "true")

    def _colour(self, key: str, *, ansi: bool) -> str:
        value = self._data.get(key)
        if value is None:
            raise self._error(key, "missing")
        if isinstance(value, str) and (_HEX.fullmatch(value) or (ansi and value in _ANSI_COLOURS)):
            return value.lower()
        expected = "#rrggbb, or ansi_default, ansi_blue, ansi_bright_blue …" if ansi else "#rrggbb"
        raise self._error(key, f"expected {expected}, found {_shown(value)}")

    def _form(self, key: str) -> str:
        value = self._data.get(key) or "none"
        words = value.split() if isinstance(value, str) else [""]
        if not words or not _FORM_WORDS.issuperset(words):
            raise self._error(key, f"expected none, bold, italic, underline or reverse, found {_shown(value)}")
        return " ".join(words)


def _shown(value: object) -> str:
    return clean_line(value, 40) if isinstance(value, str) else "no text"
