"""Writing an export so that a reader never sees half of it."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

Files = Iterable[tuple[str, Iterable[str]]]
"""Files by name, each as pieces of its text."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can name: the clock would make each export another."""
_READABLE = 0o100644 << 16


def save(path: Path, pieces: Iterable[str], *, replace: bool = False) -> None:
    """Write the pieces of a text as UTF-8 under ``path``, all of them or nothing.

    What is no regular file (a device, a pipe) is written to as it is. Raises :class:`FileExistsError` where the file
    is there and ``replace`` is not asked for, and :class:`OSError` where it cannot be written.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        _write(target, pieces)
        return
    with _part_of(target, path, replace=replace) as part:
        _write(part, pieces)


def save_zip(path: Path, files: Files, *, replace: bool = False) -> None:
    """Write files into one zip under ``path``, without entries for folders; equal files make an equal zip.

    Raises as :func:`save` does.
    """
    with (
        _part_of(path.resolve(), path, replace=replace) as part,
        zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name, pieces in files:
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _READABLE
            with archive.open(entry, "w", force_zip64=True) as stream:
                for piece in pieces:
                    stream.write(piece.encode("utf-8"))


def save_folder(path: Path, files: Files, *, replace: bool = False) -> None:
    """Write files into a folder, which is made where it is not there; other files in it are left alone.

    A new folder appears with all files in it; in one that is there each file appears whole. Raises as :func:`save`
    does, before anything is written.
    """
    target = path.resolve()
    named = list(files)
    found = next((name for name, _ in named if (target / name).exists()), None)
    if found is not None and not replace:
        raise FileExistsError(path / found)
    if target.exists() and not target.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
    part = _part_name(target)
    part.mkdir()
    try:
        for name, pieces in named:
            _write(part / name, pieces)
        if target.exists():
            for name, _ in named:
                (part / name).replace(target / name)
        else:
            part.rename(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


@contextlib.contextmanager
def _part_of(target: Path, path: Path, *, replace: bool) -> Iterator[Path]:
    """Hand out a file beside the target, which takes its place where all went well, and goes where not."""
    if target.exists() and not replace:
        raise FileExistsError(path)
    part = _part_name(target)
    try:
        yield part
        part.replace(target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()


def _part_name(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.part")


def _write(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(pieces)
