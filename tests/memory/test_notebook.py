"""What runs leave for the next one: nothing is lost when they overlap, and no file of any kind stops the program."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import stat
import time
from datetime import date
from pathlib import Path

import pytest

from briefing.memory.notebook import FORMAT, Notebook
from briefing.memory.remembered import KEPT_DAYS, Known, Remembered, Session

TODAY = date.today().toordinal()
SEEDS = [Path("/articles"), Path("/more")]
SESSION = Session(4, 1, {"actors": "rus", "agenda": "ж-1"}, "d-1", ("dispute", "cyber"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "memory.sqlite3"


def there(*actors: str, read: float = 1.0, role: str = "", day: int = TODAY) -> Remembered:
    return Remembered(read=read, left=read, actors={actor: Known(role, day) for actor in actors})


def test_what_is_left_is_found_by_the_next_run(file: Path) -> None:
    Notebook(file).leave(SEEDS, SESSION, there("rus", role="state"))
    book = Notebook(file)
    assert book.session(reversed(SEEDS)) == SESSION
    assert book.there(SEEDS) == there("rus", role="state")
    assert (book.session([Path("/other")]), book.there([Path("/other")])) == (None, None)
    assert book.notices == []


def test_nothing_is_made_before_something_is_left(file: Path) -> None:
    book = Notebook(file)
    assert book.is_new
    assert (book.session(SEEDS), book.there(SEEDS)) == (None, None)
    assert not file.parent.exists()
    book.leave(SEEDS, SESSION, None)
    assert not book.is_new


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_the_file_is_for_the_user_alone(file: Path) -> None:
    Notebook(file).leave(SEEDS, SESSION, None)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_runs_that_overlap_lose_nothing_of_one_another(file: Path) -> None:
    Notebook(file).leave(SEEDS, SESSION, there("rus", read=1.0))
    first, second = Notebook(file), Notebook(file)
    second.leave(SEEDS, SESSION, there("rus", "usa", read=9.0, role="new"))
    first.leave(SEEDS, SESSION, there("rus", "ukr", read=5.0, role="old"))
    kept = Notebook(file).there(SEEDS)
    assert kept is not None
    assert {actor: known.told for actor, known in kept.actors.items()} == {"rus": "new", "usa": "new", "ukr": "old"}


def test_a_part_adds_and_changes_nothing_and_is_no_beginning(file: Path) -> None:
    book = Notebook(file)
    book.leave(SEEDS, SESSION, there("rus"), part=True)
    assert book.there(SEEDS) is None
    book.leave(SEEDS, SESSION, there("rus", role="whole"))
    book.leave(SEEDS, SESSION, there("rus", "usa", read=2.0, role="part"), part=True)
    kept = book.there(SEEDS)
    assert kept is not None
    assert {actor: known.told for actor, known in kept.actors.items()} == {"rus": "whole", "usa": "part"}


def test_where_not_all_was_read_what_was_there_stays(file: Path) -> None:
    book = Notebook(file)
    book.leave(SEEDS, SESSION, there("rus"))
    book.leave(SEEDS, Session(2), None)
    assert book.session(SEEDS) == Session(2)
    assert book.there(SEEDS) == there("rus")


def test_what_was_not_there_for_long_is_forgotten(file: Path) -> None:
    book = Notebook(file)
    book.leave(SEEDS, SESSION, there("rus", day=TODAY - KEPT_DAYS - 1))
    book.leave(SEEDS, SESSION, there("usa", read=2.0))
    kept = book.there(SEEDS)
    assert kept is not None
    assert set(kept.actors) == {"usa"}


def test_a_damaged_file_is_set_aside_and_begun_anew(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"not a database at all, but long enough to be looked at" * 20)
    book = Notebook(file)
    assert book.session(SEEDS) is None
    assert book.notices == [f"memory: {file} is damaged: set aside as memory.set-aside-1.sqlite3, and begun anew"]
    assert (file.parent / "memory.set-aside-1.sqlite3").read_bytes().startswith(b"not a database")
    book.leave(SEEDS, SESSION, None)
    assert Notebook(file).session(SEEDS) == SESSION


def test_a_row_that_is_damaged_is_as_if_it_were_not_there(file: Path) -> None:
    book = Notebook(file)
    book.leave(SEEDS, SESSION, there("rus"))
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE left_with SET session = ?, there = ?", (b'{"pane": []}', b"x"))
    connection.close()
    assert (book.session(SEEDS), book.there(SEEDS)) == (None, None)
    book.leave(SEEDS, SESSION, there("usa"))
    assert book.there(SEEDS) == there("usa")


@pytest.mark.parametrize(("version", "what"), [(FORMAT + 1, "of a newer briefing"), (0, "not of briefing")])
def test_a_file_of_another_is_left_as_it_is(file: Path, version: int, what: str) -> None:
    Notebook(file).leave(SEEDS, SESSION, None)
    with sqlite3.connect(file) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
        if not version:
            connection.execute("PRAGMA application_id = 7")
    connection.close()
    before = file.read_bytes()
    book = Notebook(file)
    assert book.session(SEEDS) is None
    book.leave(SEEDS, Session(3), None)
    assert book.notices == [f"memory: {file} is {what}: not used, and left as it is"]
    assert file.read_bytes() == before


def test_where_nothing_can_be_written_it_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    book = Notebook(tmp_path / "file" / "memory.sqlite3")
    assert book.session(SEEDS) is None
    book.leave(SEEDS, SESSION, None)
    (notice,) = book.notices
    assert notice.endswith(": how you left is not kept")


def test_a_folder_in_its_place_is_one_line(file: Path) -> None:
    file.mkdir(parents=True)
    book = Notebook(file)
    assert book.session(SEEDS) is None
    book.leave(SEEDS, SESSION, None)
    assert len(book.notices) == 2
    assert file.is_dir()


def test_one_that_keeps_nothing_only_reads(file: Path) -> None:
    Notebook(file).leave(SEEDS, SESSION, None)
    book = Notebook(file, keeps=False)
    assert book.session(SEEDS) == SESSION
    book.leave(SEEDS, Session(3), None)
    assert Notebook(file).session(SEEDS) == SESSION


def _leave_often(file: Path, first: int) -> None:
    for number in range(first, first + 20):
        Notebook(file).leave(SEEDS, SESSION, there(f"actor-{number}"))


def test_many_runs_at_once_lose_nothing(file: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    runs = [spawn.Process(target=_leave_often, args=(file, first)) for first in (0, 20)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    kept = Notebook(file).there(SEEDS)
    assert kept is not None
    assert len(kept.actors) == 40


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_run_that_is_killed_while_writing_leaves_what_was_there(file: Path) -> None:
    _leave_often(file, 0)
    run = multiprocessing.get_context("spawn").Process(target=_leave_often, args=(file, 1000))
    run.start()
    time.sleep(0.3)
    assert run.pid is not None
    os.kill(run.pid, signal.SIGKILL)
    run.join()
    book = Notebook(file)
    kept = book.there(SEEDS)
    assert kept is not None
    assert {f"actor-{number}" for number in range(20)} <= set(kept.actors)
    assert book.notices == []


def test_reading_is_quick(file: Path) -> None:
    Notebook(file).leave(SEEDS, SESSION, there(*(f"actor-{number}" for number in range(20_000))))
    begin = time.perf_counter()
    assert Notebook(file).session(SEEDS) == SESSION
    assert time.perf_counter() - begin < 0.05
