"""``briefing export``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.cli.building import WRONG_USE, check_seeds, readable_briefing
from briefing.cli.kept_exports import pieces_of
from briefing.cli.output import Stop, complain, say_pieces
from briefing.config.settings import Settings
from briefing.config.values import nearest
from briefing.export.formats import FORMATS, SEVERAL_FILES


def export_briefing(settings: Settings, name: str, *, output: str | None, force: bool, with_text: bool) -> None:
    """Write the briefing in a format to a file, a folder or standard output."""
    if name not in FORMATS:
        close = nearest(name, FORMATS)
        hint = f" (did you mean {close}?)" if close else ""
        raise Stop(WRONG_USE, f"--format: unknown format {name}{hint}; there is {', '.join(FORMATS)}")
    target = None if output in {None, "-"} else Path(str(output))
    if target is None and name in SEVERAL_FILES:
        raise Stop(WRONG_USE, f"--output: --format {name} is several files: name a folder, or a file that ends in .zip")
    if target is not None and not force:
        _refuse_taken(name, target)
    if target is None:
        say_pieces(_pieces(settings, name, with_text))
        return
    from briefing.export.saving import save  # noqa: PLC0415 - what was exported before is told without
    from briefing.export.writing import write  # noqa: PLC0415

    try:
        if name in SEVERAL_FILES:
            write(readable_briefing(settings), name, target, replace=force, with_text=with_text)
        else:
            pieces = _pieces(settings, name, with_text)
            save(target, (piece.decode() if isinstance(piece, bytes) else piece for piece in pieces), replace=force)
    except OSError as error:
        raise Stop(WRONG_USE, f"--output: {output}: cannot be written: {error.strerror or 'it is there'}") from None


def _pieces(settings: Settings, name: str, with_text: bool) -> Iterator[str | bytes]:
    for notice in settings.notices:
        complain(notice)
    check_seeds(settings)
    return pieces_of(settings, name, with_text=with_text)


def _refuse_taken(name: str, target: Path) -> None:
    from briefing.export.writing import taken  # noqa: PLC0415 - what was exported before is told without

    try:
        found = taken(name, target)
    except OSError as error:
        raise Stop(WRONG_USE, f"--output: {target}: cannot be written: {error.strerror}") from None
    if found is not None:
        raise Stop(WRONG_USE, f"--output: {found} is there already (--force replaces it)")
