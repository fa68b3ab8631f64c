"""The file in which a person's runs leave what the next one begins with: SQLite, one row a set of seeds."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Literal, TypeVar

from briefing.memory.remembered import Remembered, RememberedError, Session
from briefing.private_files.aside import set_aside
from briefing.private_files.databases import DAMAGED, Format, StrangeError, is_unmarked, make_private
from briefing.untrusted.cleaning import clean_line

Result = TypeVar("Result")

FORMAT = 1
"""Version of the table and of the data in it; a file of a newer one is neither read nor written."""
WAITING_SECONDS = 3.0
"""How long another run that is writing is waited for; it writes for some milliseconds."""
MOST_SEEDS = 200
"""Sets of seeds that are remembered, those left last."""

_FORMAT = Format(int.from_bytes(b"brfm", "big"), FORMAT, "not of briefing")
_READ_ONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_TABLE = "CREATE TABLE IF NOT EXISTS left_with (seeds BLOB PRIMARY KEY, at REAL, session BLOB, there BLOB)"
_SIDE_FILES = ("", "-journal")


class Notebook:
    """What was left, by seeds. Nothing here raises.

    A damaged file is set aside under another name and begun anew when something is left; one of a newer format, or of
    another program, is left as it is. ``notices`` are lines for people about that. Nothing is made before something is
    left. With ``keeps`` false nothing is written.
    """

    def __init__(self, file: Path | None, *, keeps: bool = True) -> None:
        self.notices: list[str] = []
        self.file = file
        self._keeps = keeps

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever left."""
        return self.file is not None and not self.file.exists()

    def session(self, seeds: Iterable[Path]) -> Session | None:
        """Return how the dashboard was left on some seeds, or null."""
        data = self._read("session", seeds)
        try:
            return None if data is None else Session.read(data)
        except RememberedError:
            return None

    def there(self, seeds: Iterable[Path]) -> Remembered | None:
        """Return what was there when the dashboard was last left on some seeds, or null."""
        data = self._read("there", seeds)
        try:
            return None if data is None else Remembered.load(data)
        except RememberedError:
            return None

    def leave(self, seeds: Iterable[Path], session: Session, there: Remembered | None, *, part: bool = False) -> None:
        """Keep how the dashboard is left and what is there, together with what other runs have left in between.

        ``there`` is null where not all was read. With ``part`` it is a part of all: it adds to what was there, and is
        no beginning of its own.
        """
        file, name, now = self.file, _name_of(seeds), time.time()
        if file is None or not self._keeps:
            return

        def write(connection: sqlite3.Connection) -> None:
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                if not _FORMAT.marks(connection):
                    _FORMAT.begin(connection, _TABLE)
                row = connection.execute("SELECT there FROM left_with WHERE seeds = ?", (name,)).fetchone()
                kept = _together(row[0] if row else None, there, part)
                connection.execute(
                    "INSERT OR REPLACE INTO left_with VALUES (?, ?, ?, ?)", (name, now, session.written(), kept)
                )
                connection.execute(
                    "DELETE FROM left_with WHERE seeds NOT IN (SELECT seeds FROM left_with ORDER BY at DESC LIMIT ?)",
                    (MOST_SEEDS,),
                )

        try:
            make_private(file)
            self._with(file, write, "rw")
        except OSError as error:
            self._tell(f"{error.strerror}: how you left is not kept")

    def _read(self, column: Literal["session", "there"], seeds: Iterable[Path]) -> bytes | None:
        file = self.file
        if file is None or not file.exists():
            return None

        def read(connection: sqlite3.Connection) -> bytes | None:
            if is_unmarked(connection):
                return None
            _FORMAT.refuse_strange(connection)
            query = f"SELECT {column} FROM left_with WHERE seeds = ?"  # noqa: S608 - one of two names of our own
            row = connection.execute(query, (_name_of(seeds),)).fetchone()
            return None if row is None or row[0] is None else bytes(row[0])

        # What a run that was killed left half done can only be put right by one that may write.
        return self._with(file, read, "rw" if self._keeps and os.access(file, os.W_OK) else "ro", reading=True)

    def _with(
        self, file: Path, work: Callable[[sqlite3.Connection], Result], mode: str, *, reading: bool = False
    ) -> Result | None:
        for _ in range(2):
            identity = _identity_of(file)
            try:
                with closing(_opened(file, mode)) as connection:
                    return work(connection)
            except StrangeError as error:
                self._do_without(f"is {error}: not used, and left as it is")
                return None
            except sqlite3.Error as error:
                code = getattr(error, "sqlite_errorcode", 0) & 0xFF
                if code not in DAMAGED:
                    what = "cannot be written" if code in _READ_ONLY and not reading else clean_line(str(error), 80)
                    self._tell(f"{what}: how you left is not {'known' if reading else 'kept'}")
                    return None
                if not self._set_aside(file, identity) or reading:
                    return None
                make_private(file)
        return None

    def _set_aside(self, file: Path, identity: tuple[int, int] | None) -> bool:
        """Rename a damaged file, if it is still the one that was opened: another run may have begun anew."""
        if not self._keeps:
            self._do_without("is damaged: not used")
            return False
        if _identity_of(file) != identity:
            return True
        try:
            target = set_aside(file, _SIDE_FILES)
        except OSError as error:
            self._do_without(f"is damaged, and cannot be set aside: {error.strerror}")
            return False
        self._tell(f"is damaged: set aside as {target.name}, and begun anew")
        return True

    def _tell(self, what: str) -> None:
        line = (
            f"memory: {clean_line(str(self.file))} {what}"
            if what.startswith("is ")
            else (f"memory: {clean_line(str(self.file))}: {what}")
        )
        if line not in self.notices:
            self.notices.append(line)

    def _do_without(self, what: str) -> None:
        self._tell(what)
        self.file = None


def _identity_of(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _name_of(seeds: Iterable[Path]) -> bytes:
    """Return a name for a set of seeds, whatever their order."""
    paths = sorted(os.path.realpath(seed) for seed in seeds)
    return hashlib.blake2b("\0".join(paths).encode("utf-8", "surrogateescape"), digest_size=16).digest()


def _together(kept: bytes | None, there: Remembered | None, part: bool) -> bytes | None:
    """Return what was there and is there now, together."""
    if there is None:
        return kept
    try:
        before = None if kept is None else Remembered.load(kept)
    except RememberedError:
        before = None
    if before is None:
        return None if part else there.written()
    today = date.today().toordinal()
    merged = there.only_adding_to(before, today) if part else before.with_later(there, today)
    return merged.written()


def _opened(file: Path, mode: str) -> sqlite3.Connection:
    uri = f"{file.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=WAITING_SECONDS, isolation_level=None)
