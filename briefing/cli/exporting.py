"""``briefing export``."""

from __future__ import annotations

from pathlib import Path

from briefing.cli.building import WRONG_USE, readable_briefing
from briefing.cli.output import Stop, say_pieces
from briefing.config.settings import Settings
from briefing.config.values import nearest
from briefing.export.formats import FORMATS
from briefing.export.writing import is_one_text, render, taken, write


def export_briefing(settings: Settings, name: str, *, output: str | None, force: bool, with_text: bool) -> None:
    """Write the briefing in a format to a file, a folder or standard output."""
    if name not in FORMATS:
        close = nearest(name, FORMATS)
        hint = f" (did you mean {close}?)" if close else ""
        raise Stop(WRONG_USE, f"--format: unknown format {name}{hint}; there is {', '.join(FORMATS)}")
    target = None if output in {None, "-"} else Path(str(output))
    if target is None and not is_one_text(name):
        raise Stop(WRONG_USE, f"--output: --format {name} is several files: name a folder, or a file that ends in .zip")
    try:
        found = taken(name, target) if target is not None and not force else None
    except OSError as error:
        raise Stop(WRONG_USE, f"--output: {output}: cannot be written: {error.strerror}") from None
    if found is not None:
        raise Stop(WRONG_USE, f"--output: {found} is there already (--force replaces it)")
    briefing = readable_briefing(settings)
    if target is None:
        say_pieces(render(briefing, name, with_text=with_text))
        return
    try:
        write(briefing, name, target, replace=force, with_text=with_text)
    except OSError as error:
        raise Stop(WRONG_USE, f"--output: {output}: cannot be written: {error.strerror or 'it is there'}") from None
