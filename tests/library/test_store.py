from __future__ import annotations

import os
import sqlite3
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.library import store
from briefing.library.store import Store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "briefing" / "library.sqlite3"


def kept(file: Path | None, key: bytes = b"k", data: bytes = b"what was read") -> Store:
    library = Store(file)
    library.put("findings", key, data)
    library.close()
    return library


def test_what_is_put_is_there_in_another_run(file: Path) -> None:
    kept(file)
    library = Store(file)
    assert library.get("findings", b"k") == b"what was read"
    assert library.get("reading", b"k") is None
    assert library.has("findings", b"k")
    assert not library.has("findings", b"other")
    assert library.notices == []
    library.close()


def test_what_is_put_is_there_at_once(file: Path) -> None:
    library = Store(file)
    assert library.is_empty()
    library.put("findings", b"k", b"new")
    assert library.get("findings", b"k") == b"new"
    assert library.has("findings", b"k")
    assert not library.is_empty()
    library.close()


@pytest.mark.skipif(os.name == "nt", reason="other rights")
def test_folder_and_file_are_for_the_user_alone(file: Path) -> None:
    kept(file)
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def _not_a_database(file: Path) -> None:
    file.write_bytes(b"no database at all" * 1000)


def _cut_short(file: Path) -> None:
    kept(file, b"large", os.urandom(200_000))
    file.write_bytes(file.read_bytes()[:9000] + bytes(100_000))


def _of_a_newer_briefing(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute(f"PRAGMA user_version = {store.FORMAT + 1}")
    connection.close()


def _somebody_elses(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (_not_a_database, "damaged"),
        (_cut_short, "damaged"),
        (_of_a_newer_briefing, "of a newer briefing"),
        (_somebody_elses, "not a library of briefing"),
    ],
)
def test_a_strange_file_is_set_aside_and_begun_anew(file: Path, spoil: Callable[[Path], None], why: str) -> None:
    kept(file)
    spoil(file)
    content = file.read_bytes()
    library = Store(file)
    for key in (b"k", b"large"):
        assert library.get("findings", key) is None
    library.put("findings", b"k", b"again")
    library.close()
    aside = file.with_name("library.set-aside-1.sqlite3")
    assert library.notices == [f"library: {file} is {why}: set aside as {aside.name}, and begun anew"]
    assert aside.read_bytes() == content
    assert Store(file).get("findings", b"k") == b"again"


def test_what_was_set_aside_is_never_overwritten(file: Path) -> None:
    for number in (1, 2):
        kept(file)
        _not_a_database(file)
        library = Store(file)
        library.open()
        library.close()
        assert file.with_name(f"library.set-aside-{number}.sqlite3").exists()


def _folder_in_its_place(file: Path) -> None:
    file.mkdir(parents=True)


def _file_for_a_folder(file: Path) -> None:
    file.parent.parent.mkdir()
    file.parent.write_text("no folder")


@pytest.mark.parametrize("hinder", [_folder_in_its_place, _file_for_a_folder])
def test_where_nothing_can_be_written_it_works_in_memory_and_says_so_once(
    file: Path, hinder: Callable[[Path], None]
) -> None:
    hinder(file)
    library = Store(file)
    library.put("findings", b"k", b"new")
    library.flush()
    assert library.get("findings", b"k") == b"new"
    library.flush()
    (notice,) = library.notices
    assert str(file) in notice
    assert "in memory only" in notice


def test_a_full_disk_is_told_once_and_nothing_is_lost(file: Path) -> None:
    kept(file)
    library = Store(file)
    library.open()
    assert library._connection is not None
    (pages,) = library._connection.execute("PRAGMA page_count").fetchone()
    library._connection.execute(f"PRAGMA max_page_count = {pages}")  # SQLite then says what it says of a full disk
    library.put("findings", b"large", bytes(200_000))
    library.flush()
    assert library.get("findings", b"large") == bytes(200_000)
    (notice,) = library.notices
    assert "full" in notice
    library.close()
    assert Store(file).get("findings", b"k") == b"what was read"


def test_a_file_is_let_go_of_where_nobody_closed_it(file: Path) -> None:
    library = Store(file)
    library.open()
    connection = library._connection
    assert connection is not None
    del library
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")


def test_another_run_that_does_not_let_go_is_not_waited_for_long(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(file)
    monkeypatch.setattr(store, "WAITING_SECONDS", 0.05)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    library = Store(file)
    assert library.get("findings", b"k") == b"what was read"
    library.put("findings", b"new", b"mine")
    library.flush()
    assert library.get("findings", b"new") == b"mine"
    assert "locked" in library.notices[0]
    other.close()


def test_two_runs_at_once_keep_what_both_read(file: Path) -> None:
    def run(name: bytes) -> None:
        library = Store(file)
        for number in range(30):
            library.put("findings", name + bytes([number]), bytes(5000))
            library.flush()
        libraries.append(library)
        library.close()

    libraries: list[Store] = []
    threads = [threading.Thread(target=run, args=(name,)) for name in (b"a", b"b", b"c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [notice for library in libraries for notice in library.notices] == []
    library = Store(file)
    assert all(library.has("findings", name + bytes([number])) for name in (b"a", b"b", b"c") for number in range(30))
    library.close()


def test_runs_that_begin_the_file_at_once_have_one_library(file: Path) -> None:
    def run(here: Path, name: bytes, begin: threading.Barrier, notices: list[str]) -> None:
        library = Store(here)
        begin.wait()
        library.put("findings", name, b"what was read")
        library.close()
        notices.extend(library.notices)

    for time in range(20):
        here = file.with_name(f"{time}.sqlite3")
        begin, notices = threading.Barrier(4), list[str]()
        threads = [threading.Thread(target=run, args=(here, bytes([name]), begin, notices)) for name in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert notices == []


def test_what_was_long_not_used_goes(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    day = 1000
    monkeypatch.setattr(store, "_today", lambda: day)
    kept(file, b"old")
    kept(file, b"used")
    day += store.KEPT_DAYS
    library = Store(file)
    assert library.get("findings", b"used") is not None
    library.put("findings", b"new", b"new")
    library.tidy()
    day += 1
    library.put("findings", b"newer", b"new")
    library.tidy()
    assert {key for key in (b"old", b"used", b"new") if library.has("findings", key)} == {b"used", b"new"}
    library.close()


def test_few_briefings_are_kept_and_the_last_used(file: Path) -> None:
    library = Store(file)
    for number in range(store.KEPT_WHOLES + 2):
        library.put("briefing", bytes([number]), b"all")
        library.tidy()
    assert [library.has("briefing", bytes([number])) for number in range(4)] == [False, False, True, True]
    library.close()


def test_it_does_not_grow_beyond_a_bound(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST_BYTES", 1_000_000)
    library = Store(file)
    for number in range(30):
        library.put("findings", bytes([number]), os.urandom(50_000))
        library.tidy()
    assert not library.has("findings", bytes([0]))
    assert library.has("findings", bytes([29]))
    library.close()
    assert file.stat().st_size < 1_500_000


def test_nothing_is_written_where_there_is_no_file() -> None:
    assert kept(None).notices == []
