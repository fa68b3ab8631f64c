"""``briefing export``."""

from __future__ import annotations

from pathlib import Path

from briefing.cli.building import WRONG_USE, readable_briefing
from briefing.cli.output import Stop, say_exactly
from briefing.config.settings import Settings
from briefing.config.values import nearest
from briefing.export.formats import FORMATS
from briefing.export.saving import save
from briefing.paths import is_there


def export_briefing(settings: Settings, name: str, *, output: str | None, force: bool, with_text: bool) -> None:
    """Write the briefing in a format to a file, or to standard output."""
    if name not in FORMATS:
        close = nearest(name, FORMATS)
        hint = f" (did you mean {close}?)" if close else ""
        raise Stop(WRONG_USE, f"--format: unknown format {name}{hint}; there is {', '.join(FORMATS)}")
    to_file = None if output in {None, "-"} else Path(str(output))
    if to_file is not None and not force and is_there(to_file) and to_file.is_file():
        raise Stop(WRONG_USE, f"--output: {output} is there already (--force replaces it)")
    text = FORMATS[name](readable_briefing(settings), with_text)
    if to_file is None:
        say_exactly(text)
        return
    try:
        save(to_file, text, replace=force)
    except OSError as error:
        raise Stop(WRONG_USE, f"--output: {output}: cannot be written: {error.strerror or 'it is there'}") from None
