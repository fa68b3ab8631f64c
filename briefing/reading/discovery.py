"""Finding the files that are to be read, in an order that does not depend on the file system."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from briefing.model import Skipped
from briefing.untrusted.cleaning import clean_line

SUFFIXES = frozenset({".txt", ".md"})
"""Endings of the files that are read, in lower case."""

UNSUPPORTED = "unsupported type"

_IRREGULAR = (
    (stat.S_ISFIFO, "a pipe, not a regular file"),
    (stat.S_ISSOCK, "a socket, not a regular file"),
    (stat.S_ISCHR, "a device, not a regular file"),
    (stat.S_ISBLK, "a device, not a regular file"),
)


class Candidate(NamedTuple):
    """A regular file of a supported type: its absolute path, and the cleaned path that is shown."""

    file: Path
    path: str


class Found(NamedTuple):
    """What is to be read and what was passed over, each in order."""

    candidates: tuple[Candidate, ...]
    skipped: tuple[Skipped, ...]


def irregularity(mode: int) -> str | None:
    """Return why a file of this ``st_mode`` is not read, or null for a regular file."""
    if stat.S_ISREG(mode):
        return None
    return next((reason for is_kind, reason in _IRREGULAR if is_kind(mode)), "not a regular file")


def os_reason(error: OSError | ValueError) -> str:
    """Return an error of the operating system as a reason for skipping."""
    what = error.strerror if isinstance(error, OSError) else None
    return f"cannot be read: {clean_line(what or 'bad path', 100)}"


def find_files(seeds: Iterable[Path]) -> Found:
    """Return the files of ``seeds`` (files and folders, searched through) and what is skipped there.

    Files and folders whose names begin with a dot and README files are passed over without a word, unless they
    are seeds themselves. Links are followed; a folder is entered once, however many links lead to it.
    """
    found: dict[Path, Candidate | Skipped] = {}
    entered: set[tuple[int, int]] = set()
    for seed in seeds:
        for file, item in _of_seed(seed.absolute(), seed, entered):
            found.setdefault(file, item)
    return Found(
        tuple(item for item in found.values() if isinstance(item, Candidate)),
        tuple(item for item in found.values() if isinstance(item, Skipped)),
    )


def _of_seed(root: Path, given: Path, entered: set[tuple[int, int]]) -> Iterable[tuple[Path, Candidate | Skipped]]:
    status = _status(root)
    if isinstance(status, str):
        return [(root, Skipped(clean_line(str(given)), status))]
    if not stat.S_ISDIR(status.st_mode):
        return [(root, _judge(root, root.name, status))]
    inside = sorted(_walk(root, status, entered), key=lambda pair: pair[0])
    return [(root.joinpath(*parts), item) for parts, item in inside]


def _walk(
    root: Path, status: os.stat_result, entered: set[tuple[int, int]]
) -> Iterator[tuple[tuple[str, ...], Candidate | Skipped]]:
    """Yield what lies below a folder with its place in the order; folders reached by links come last."""
    folders: list[tuple[Path, tuple[str, ...], os.stat_result]] = [(root, (), status)]
    linked: list[tuple[Path, tuple[str, ...], os.stat_result]] = []
    while folders or linked:
        folder, parts, status = folders.pop() if folders else linked.pop(0)
        identity = (status.st_dev, status.st_ino)
        if identity in entered:
            continue
        entered.add(identity)
        try:
            names = sorted(entry.name for entry in folder.iterdir())
        except OSError as error:
            yield parts, Skipped(_shown(parts) or clean_line(folder.name), f"folder {os_reason(error)}")
            continue
        for name in names:
            if name.startswith(".") or name.partition(".")[0].casefold() == "readme":
                continue
            here = (*parts, name)
            below = _status(folder / name)
            if isinstance(below, str):
                yield here, Skipped(_shown(here), below)
            elif stat.S_ISDIR(below.st_mode):
                (linked if (folder / name).is_symlink() else folders).append((folder / name, here, below))
            else:
                yield here, _judge(folder / name, "/".join(here), below)


def _status(path: Path) -> os.stat_result | str:
    """Return the status of what a path leads to, or why there is none."""
    try:
        return path.stat()
    except FileNotFoundError:
        return "a link to nothing" if path.is_symlink() else "no such file or folder"
    except (OSError, ValueError) as error:
        return os_reason(error)


def _judge(file: Path, path: str, status: os.stat_result) -> Candidate | Skipped:
    path = clean_line(path)
    reason = irregularity(status.st_mode)
    if reason is None and file.suffix.lower() not in SUFFIXES:
        reason = UNSUPPORTED
    return Candidate(file, path) if reason is None else Skipped(path, reason)


def _shown(parts: tuple[str, ...]) -> str:
    return clean_line("/".join(parts))
