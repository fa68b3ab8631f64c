"""Data by shelf and key in an SQLite file of the user's, or in memory where there can be none."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar

from briefing.private_files.aside import set_aside
from briefing.private_files.databases import DAMAGED, Format, StrangeError, make_private
from briefing.untrusted.cleaning import clean_line

Shelf = Literal["file", "reading", "findings", "briefing", "export"]
Result = TypeVar("Result")

FORMAT = 1
"""Version of the tables and of the data in them; a file of another one is set aside."""
WAITING_SECONDS = 5.0
"""How long another run that is writing is waited for; it writes for some milliseconds at a time."""
BATCH = 64
"""Entries that are written in one go."""
KEPT_WHOLES = 8
"""Assembled briefings, and exports of them, that are kept, those last used: each is as large as all documents."""
KEPT_DAYS = 120
"""Anything that was not used for so long goes."""
MOST_BYTES = 2_000_000_000
"""When the file is larger, what was used longest ago goes until it fits."""

_FORMAT = Format(int.from_bytes(b"brfg", "big"), FORMAT, "not a library of briefing")
_TABLE = """
CREATE TABLE IF NOT EXISTS kept (
    shelf TEXT NOT NULL, key BLOB NOT NULL, used INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (shelf, key)
)
"""
_SIDE_FILES = ("", "-wal", "-shm", "-journal")


class Store:
    """What was kept, by shelf and key: the only owner of the connection, for any thread.

    Nothing here raises: a file that is damaged or of another format is set aside and begun anew, and where there can be
    no file everything stays in memory. ``notices`` are lines for people about that.
    """

    def __init__(self, file: Path | None) -> None:
        self.notices: list[str] = []
        self.file = file
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._pending: dict[tuple[Shelf, bytes], bytes] = {}
        self._touched: set[tuple[Shelf, bytes]] = set()
        self._wrote = False

    def get(self, shelf: Shelf, key: bytes) -> bytes | None:
        """Return what was put on a shelf under a key, or null."""
        with self._lock:
            if (shelf, key) in self._pending:
                return self._pending[shelf, key]
            row = self._try(
                lambda found: found.execute(
                    "SELECT data, used FROM kept WHERE shelf = ? AND key = ?", (shelf, key)
                ).fetchone()
            )
            if row is None:
                return None
            data, used = row
            if used != _today():
                self._touched.add((shelf, key))
            return bytes(data)

    def has(self, shelf: Shelf, key: bytes) -> bool:
        """Tell whether something was put on a shelf under a key."""
        with self._lock:
            if (shelf, key) in self._pending:
                return True
            query = "SELECT 1 FROM kept WHERE shelf = ? AND key = ?"
            return self._try(lambda found: found.execute(query, (shelf, key)).fetchone()) is not None

    def is_empty(self) -> bool:
        """Tell whether nothing was kept yet."""
        with self._lock:
            query = "SELECT 1 FROM kept LIMIT 1"
            return not self._pending and self._try(lambda found: found.execute(query).fetchone()) is None

    def put(self, shelf: Shelf, key: bytes, data: bytes) -> None:
        """Keep data under a key; it is written with others, at the latest by :meth:`flush`."""
        with self._lock:
            self._pending[shelf, key] = data
            if len(self._pending) >= BATCH:
                self.flush()

    def flush(self) -> None:
        """Write what waits, all of it or nothing."""
        with self._lock:
            if not self._pending and not self._touched:
                return
            rows = [(shelf, key, _today(), data) for (shelf, key), data in self._pending.items()]
            touched = [(_today(), shelf, key) for shelf, key in self._touched]

            def write(found: sqlite3.Connection) -> None:
                with found:
                    found.execute("BEGIN IMMEDIATE")
                    found.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
                    found.executemany("UPDATE kept SET used = ? WHERE shelf = ? AND key = ?", touched)

            self._try(write)
            self._wrote = self._wrote or bool(rows)
            self._pending.clear()
            self._touched.clear()

    def tidy(self) -> None:
        """Write what waits, and let go of what is old or too much, if anything was added since the last time."""
        with self._lock:
            self.flush()
            if self._wrote:
                self._wrote = False
                self._try(_prune)

    def close(self) -> None:
        """Write what waits and let go of the file."""
        with self._lock:
            self.flush()
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def open(self) -> None:
        """Open the file now, so that ``notices`` tell what is wrong with it; else the first use does."""
        with self._lock:
            self._try(lambda _: None)

    def _try(self, work: Callable[[sqlite3.Connection], Result]) -> Result | None:
        """Do some work on the connection; where the file fails, with a new one or in memory."""
        for _ in range(2):
            try:
                return work(self._opened())
            except StrangeError as error:
                self._set_aside(str(error))
            except sqlite3.Error as error:
                if getattr(error, "sqlite_errorcode", 0) & 0xFF in DAMAGED:
                    self._set_aside("damaged")
                else:
                    self._do_without(str(error))
            except OSError as error:
                self._do_without(error.strerror or "cannot be written")
        self._do_without("cannot be begun anew") if self.file else None
        return work(self._opened())

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            if self.file is None:
                self._connection = _prepared(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False))
            else:
                self._connection = self._opened_file(self.file)
        return self._connection

    def _opened_file(self, file: Path) -> sqlite3.Connection:
        make_private(file)
        status = file.stat()
        self._identity = (status.st_dev, status.st_ino)
        connection = sqlite3.connect(file, timeout=WAITING_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            with connection:
                connection.execute("BEGIN")  # what is read is of one moment, also where another run begins the file now
                _FORMAT.refuse_strange(connection)
            _use_log(connection)
            return _prepared(connection)
        except BaseException:
            connection.close()
            raise

    def _set_aside(self, why: str) -> None:
        """Rename the file, if it is still the one that was opened: another run may have done so and begun anew."""
        assert self.file is not None
        file = self.file
        self._disconnect()
        try:
            status = file.stat()
            if (status.st_dev, status.st_ino) == self._identity:
                target = set_aside(file, _SIDE_FILES)
                self.notices.append(f"library: {file} is {why}: set aside as {target.name}, and begun anew")
        except OSError as error:
            self._do_without(f"{why}, and cannot be set aside: {error.strerror}")

    def _do_without(self, why: str) -> None:
        """Go on in memory, and say so once."""
        if self.file is not None:
            self.notices.append(f"library: {self.file}: {clean_line(why, 100)}: what is read is kept in memory only")
        self._disconnect()
        self.file = None

    def __del__(self) -> None:
        """Let go of the file where nobody did, as when a command is stopped: Python 3.13 complains of it."""
        self._disconnect()

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _today() -> int:
    return date.today().toordinal()


def _use_log(connection: sqlite3.Connection) -> None:
    """Let runs read while one writes (write-ahead log), where the file system can do that."""
    give_up = time.monotonic() + WAITING_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            # The switch does not wait for a run that is switching too.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
            time.sleep(0.02)


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return a connection to a library of our format, made where there was nothing."""
    connection.execute("PRAGMA synchronous = NORMAL")
    if not _FORMAT.marks(connection):
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            _FORMAT.begin(connection, _TABLE)
    return connection


def _prune(connection: sqlite3.Connection) -> None:
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM kept WHERE used < ?", (_today() - KEPT_DAYS,))
        for shelf in ("briefing", "export"):
            connection.execute(
                "DELETE FROM kept WHERE shelf = ? AND rowid NOT IN "
                "(SELECT rowid FROM kept WHERE shelf = ? ORDER BY used DESC, rowid DESC LIMIT ?)",
                (shelf, shelf, KEPT_WHOLES),
            )
        if _bytes_in(connection) > MOST_BYTES:
            sizes = connection.execute("SELECT rowid, length(data) FROM kept ORDER BY used DESC, rowid DESC")
            connection.executemany("DELETE FROM kept WHERE rowid = ?", list(_beyond(sizes, MOST_BYTES * 3 // 4)))
    connection.execute("PRAGMA incremental_vacuum")


def _bytes_in(connection: sqlite3.Connection) -> int:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (free,) = connection.execute("PRAGMA freelist_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    return int((pages - free) * size)


def _beyond(sizes: Iterable[tuple[int, int]], room: int) -> Iterable[tuple[Any, ...]]:
    for rowid, size in sizes:
        room -= size
        if room < 0:
            yield (rowid,)
