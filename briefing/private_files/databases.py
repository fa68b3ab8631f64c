"""SQLite files of the program's own: made for the user alone, and told from those of others and of other versions."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import NamedTuple

DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
"""Primary codes of errors that tell of a damaged file."""


class StrangeError(Exception):
    """A file that is not of the format that is wanted; the argument says what it is."""


class Format(NamedTuple):
    """What marks a file as one of ours, and as of this version; ``otherwise`` says what one of others is not."""

    application: int
    version: int
    otherwise: str

    def marks(self, connection: sqlite3.Connection) -> bool:
        """Tell whether a file is of this format."""
        return _marks_of(connection) == (self.application, self.version)

    def refuse_strange(self, connection: sqlite3.Connection) -> None:
        """Raise StrangeError where a file is neither empty nor of this format."""
        application, version = _marks_of(connection)
        if (application, version) == (self.application, self.version):
            return
        if application == self.application:
            raise StrangeError("of a newer briefing" if version > self.version else "of an older briefing")
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
            raise StrangeError(self.otherwise)

    def begin(self, connection: sqlite3.Connection, table: str) -> None:
        """Make the table in an empty file, and mark the file; raises StrangeError where another run made it another."""
        self.refuse_strange(connection)
        connection.execute(table)
        connection.execute(f"PRAGMA application_id = {self.application}")
        connection.execute(f"PRAGMA user_version = {self.version}")


def is_unmarked(connection: sqlite3.Connection) -> bool:
    """Tell whether nobody has marked a file, as an empty one."""
    return _marks_of(connection) == (0, 0)


def make_private(file: Path) -> None:
    """Make the file, and its folder, for the user alone, where they are not there; OSError where that fails."""
    if not file.parent.is_dir():
        file.parent.parent.mkdir(parents=True, exist_ok=True)
        file.parent.mkdir(mode=0o700, exist_ok=True)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))


def _marks_of(connection: sqlite3.Connection) -> tuple[int, int]:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return application, version
