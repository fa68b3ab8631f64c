"""Files that cannot be used are not thrown away: they get another name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def set_aside(file: Path, endings: Iterable[str] = ("",)) -> Path:
    """Rename a file, and those beside it with these endings more; return its new name. OSError where that fails."""
    number = 1
    while (target := file.with_name(f"{file.stem}.set-aside-{number}{file.suffix}")).exists():
        number += 1
    for ending in endings:
        beside = file.with_name(file.name + ending)
        if beside.exists():
            beside.rename(target.with_name(target.name + ending))
    return target
