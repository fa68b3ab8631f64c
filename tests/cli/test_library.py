"""The library through the command: kept between runs, told of, and left alone where that is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def library(home: Path) -> Path:
    return home / "data" / "briefing" / "library.sqlite3"


def test_a_second_run_says_the_same(run: Run, articles: Path, library: Path) -> None:
    (articles / "empty.txt").write_bytes(b"")
    first = run("export", "--format", "json", "--seeds", articles)
    assert library.is_file()
    assert (library.parent / "knowledge.bin").is_file()
    again = run("export", "--format", "json", "--seeds", articles)
    assert (again.stdout, again.stderr, again.returncode) == (first.stdout, "briefing: skipped empty.txt: empty\n", 0)
    (articles / "talks.txt").write_text("Talks\n\nNorway warned Sweden on Monday.\n", encoding="utf-8")
    names = {
        actor["name"] for actor in json.loads(run("export", "--format", "json", "--seeds", articles).stdout)["actors"]
    }
    assert "Norway" in names


def test_no_library_neither_uses_nor_keeps(run: Run, articles: Path, library: Path) -> None:
    run("export", "--format", "json", "--seeds", articles, "--no-library")
    assert not library.exists()


def test_where_names_the_library(run: Run, articles: Path, library: Path) -> None:
    assert f"library    {library} (not there)\n" in run("where").stdout
    run("export", "--format", "json", "--seeds", articles)
    assert f"library    {library} (0." in run("where").stdout
    assert "library    in memory only, for this run\n" in run("where", "--no-library").stdout


def test_a_damaged_library_is_set_aside_with_a_line(run: Run, articles: Path, library: Path) -> None:
    library.parent.mkdir(parents=True, exist_ok=True)
    library.write_bytes(b"not a database" * 1000)
    done = run("export", "--format", "json", "--seeds", articles)
    aside = library.with_name("library.set-aside-1.sqlite3")
    notice = f"briefing: library: {library} is damaged: set aside as {aside.name}, and begun anew\n"
    assert (done.returncode, done.stderr) == (0, notice)
    assert aside.is_file()
    assert run("export", "--format", "json", "--seeds", articles).stderr == ""


def test_check_tells_of_a_library_that_cannot_be_written(run: Run, articles: Path, library: Path) -> None:
    assert f"library    {library}\n" in run("check", "--seeds", articles).stdout
    library.parent.rename(library.parent.with_name("kept"))
    library.parent.write_text("no folder")
    done = run("check", "--seeds", articles)
    assert done.returncode == 1
    assert "library    in memory only\n" in done.stdout
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"briefing: library: {library}: ")
