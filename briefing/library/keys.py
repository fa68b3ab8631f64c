"""What the kept depends on, as keys: when anything of it changes there is another key, and nothing is stale.

The program itself is named by the contents of its modules and tables, not by its version: in a checkout rules change
while the version stands, and what an older rule found must not be shown as what the new one finds.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.config.settings import Settings
from briefing.library.store import Store
from briefing.model import DisputeDefinition, Document, Skipped

_PACKAGE = Path(__file__).resolve().parents[1]
_ROOMS = ("assembly", "extraction", "knowledge", "library", "pipeline", "reading", "untrusted")
_MODULES = ("model.py", "same_event.py")
_SETTLED_NANOSECONDS = 2_000_000_000
"""A file that changed a moment ago may change again without its time showing it: clocks of file systems are coarse."""
_DIGEST_BYTES = 16


def digest(*parts: object) -> bytes:
    """Return a short name for the written form of some values."""
    return digest_of(repr(parts).encode("utf-8", "surrogatepass"))


def digest_of(data: bytes) -> bytes:
    """Return a short name for some bytes."""
    return hashlib.blake2b(data, digest_size=_DIGEST_BYTES).digest()


def program(library: Store, rooms: tuple[str, ...] = _ROOMS) -> bytes:
    """Return a name for all of the program that decides what is read and found, or for other rooms of it.

    It is that of their contents when it was asked for first; the library knows it by the files' states, so that they
    need not be read at each start.
    """
    if rooms not in _names:
        files = sorted(file for room in rooms for file in _files_in(os.fspath(_PACKAGE / room)))
        files += [os.fspath(_PACKAGE / name) for name in _MODULES]
        states = [(file, stamp_of(Path(file))) for file in files]
        key = None if any(stamp is None for _, stamp in states) else digest(sys.version_info[:2], states)
        name = library.get("file", key) if key else None
        if name is None:
            name = _name_of(files)
            if key:
                library.put("file", key, name)
        _names[rooms] = name
    return _names[rooms]


_names: dict[tuple[str, ...], bytes] = {}


def _files_in(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files_in(entry.path)
            elif entry.name.endswith((".py", ".yaml")):
                yield entry.path


def _name_of(files: Iterable[str]) -> bytes:
    named = [(os.path.relpath(file, _PACKAGE), digest_of(Path(file).read_bytes())) for file in files]
    return digest(sys.version_info[:2], named)


def tables_in(folder: Path) -> bytes:
    """Return a name for what lies in a folder of a user's tables: names and contents of its files."""
    try:
        files = sorted(file for file in folder.iterdir() if file.is_file())
        return digest(str(folder), [(file.name, digest_of(file.read_bytes())) for file in files])
    except OSError as error:
        return digest(str(folder), type(error).__name__)


class Source(NamedTuple):
    """A file to read, the path under which it is shown, and a name for the state it is in; null where that is open."""

    file: Path
    path: str
    stamp: bytes | None


def stamp_of(file: Path) -> bytes | None:
    """Return a name for the state of a file by its status alone; null where it changed a moment ago or is gone."""
    try:
        status = file.stat()
    except (OSError, ValueError):
        return None
    # The time of the last change of status cannot be set back, as that of the contents can.
    if max(status.st_mtime_ns, status.st_ctime_ns) > time.time_ns() - _SETTLED_NANOSECONDS:
        return None
    return digest(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_dev)


class Keys:
    """Makes the keys for one program and one set of a user's tables."""

    def __init__(self, settings: Settings, user_tables: Path, library: Store) -> None:
        self._settings = settings
        self._base = digest(program(library), tables_in(user_tables))

    def of_file(self, source: Source) -> bytes:
        """Return the key under which stands how a file was last seen."""
        return digest(self._base, os.fspath(source.file), source.path, self._settings.file_bytes)

    def of_reading(self, source: Source, content: bytes) -> bytes:
        """Return the key of what is read from a file whose bytes have the name ``content``."""
        return digest(self._base, os.fspath(source.file), source.path, self._settings.file_bytes, content)

    def of_findings(self, document: Document) -> bytes:
        """Return the key of what a document says by the configured disputes."""
        read = (
            document.text_sha256,
            document.title,
            document.published,
            document.dateline,
            document.publisher,
            document.blocks,
        )
        return digest(self._base, read, self._disputes)

    def of_briefing(
        self, sources: Sequence[Source], skipped: Sequence[Skipped], standard_input: bytes | None
    ) -> bytes | None:
        """Return the key of the briefing of some files, or null where the state of one is open."""
        if any(source.stamp is None for source in sources):
            return None
        settings = self._settings
        return digest(
            self._base,
            [(os.fspath(source.file), source.path, source.stamp) for source in sources],
            skipped,
            standard_input and digest_of(standard_input),
            (settings.disputes, settings.as_of, settings.narrowing, settings.file_bytes),
        )

    @property
    def _disputes(self) -> tuple[DisputeDefinition, ...]:
        return self._settings.disputes
