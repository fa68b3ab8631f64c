"""Writing an export so that a reader never sees half of it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def save(path: Path, text: str, *, replace: bool = False) -> None:
    """Write a text as UTF-8 under ``path``, all of it or nothing.

    What is no regular file (a device, a pipe) is written to as it is. Raises :class:`FileExistsError` where the file
    is there and ``replace`` is not asked for, and :class:`OSError` where it cannot be written.
    """
    data = text.encode("utf-8")
    target = path.resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    if target.exists() and not replace:
        raise FileExistsError(path)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            stream.write(data)
        part.replace(target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()
