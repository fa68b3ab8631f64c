"""The command that opens a file in the person's own editor, at a line where the editor is known to take one."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

_LINE_BY_PLUS = frozenset(
    {"vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "micro", "joe", "mg", "ne", "kak"}
)
_LINE_BY_COLON = frozenset({"hx", "helix", "subl", "zed"})
_LINE_BY_GOTO = frozenset({"code", "codium", "code-insiders"})
_FALLBACKS = ("sensible-editor", "nano", "vim", "vi", "notepad.exe")


def editor_command(file: Path, line: int, environment: Mapping[str, str] = os.environ) -> list[str] | None:
    """Return the command to open a file at a line (from 1); null where no editor is to be found.

    ``VISUAL`` comes before ``EDITOR``, and both may hold options. Raises :class:`ValueError` where their quotes do not
    match.
    """
    asked = environment.get("VISUAL") or environment.get("EDITOR")
    if asked:
        command = shlex.split(asked, posix=sys.platform != "win32")
    else:
        command = [found for found in _FALLBACKS if shutil.which(found)][:1]
    if not command:
        return None
    return [*command, *_place(Path(command[0]).stem.lower(), file, line)]


def _place(editor: str, file: Path, line: int) -> list[str]:
    if editor in _LINE_BY_PLUS:
        return [f"+{line}", str(file)]
    if editor in _LINE_BY_GOTO:
        return ["--wait", "--goto", f"{file}:{line}"]
    if editor in _LINE_BY_COLON:
        return [f"{file}:{line}"]
    return [str(file)]
