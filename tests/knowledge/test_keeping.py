from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from briefing.knowledge import keeping, loader
from briefing.knowledge.keeping import FILE, kept_or_made
from briefing.knowledge.loader import compiled, shipped_tables
from briefing.knowledge.matcher import Matcher
from briefing.knowledge.tables import Knowledge
from briefing.knowledge.user_tables import Problem


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the data folder of a user."""
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setattr("briefing.paths.user_library", lambda: folder / "library.sqlite3")
    return folder


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    return folder


def never() -> Any:
    raise AssertionError("made again")


def _plain(value: Any) -> Any:
    return value.__dict__ if isinstance(value, Matcher) else value


def test_all_of_the_knowledge_comes_back(folder: Path, theirs: Path) -> None:
    made = compiled(shipped_tables())
    problems = (Problem("states.yaml:2", "expected a list"),)
    kept_or_made(theirs, lambda: (made, problems))
    found, also = kept_or_made(theirs, never)
    assert also == problems
    assert type(found) is Knowledge
    for field in fields(made):
        assert _plain(getattr(found, field.name)) == _plain(getattr(made, field.name)), field.name


def test_a_changed_table_is_compiled_anew(folder: Path, theirs: Path) -> None:
    file = theirs / "media.yaml"
    file.write_text("gazette: {name: Example Gazette, kind: medium}\n")
    kept_or_made(theirs, lambda: "before")
    assert kept_or_made(theirs, never) == "before"
    file.write_text("gazette: {name: Example Courier, kind: medium}\n")
    assert kept_or_made(theirs, lambda: "after") == "after"


def test_a_changed_program_compiles_anew(folder: Path, theirs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_or_made(theirs, lambda: "before")
    monkeypatch.setattr(keeping, "_ours", lambda: [("states.yaml", b"changed")])
    assert kept_or_made(theirs, lambda: "after") == "after"


@pytest.mark.parametrize("length", [0, 40, 70, -1])
def test_a_damaged_file_is_made_anew(folder: Path, theirs: Path, length: int) -> None:
    kept_or_made(theirs, lambda: ("before",))
    (folder / FILE).write_bytes((folder / FILE).read_bytes()[:length])
    assert kept_or_made(theirs, lambda: ("after",)) == ("after",)
    assert kept_or_made(theirs, never) == ("after",)


def test_where_there_is_no_folder_or_it_cannot_be_written_nothing_is_kept(folder: Path, theirs: Path) -> None:
    (folder / FILE).mkdir()
    assert kept_or_made(theirs, lambda: "made") == "made"
    assert [file.name for file in folder.iterdir()] == [FILE]
    (folder / FILE).rmdir()
    folder.rmdir()
    assert kept_or_made(theirs, lambda: "made") == "made"
    assert not folder.exists()


def test_the_loader_keeps_what_it_compiles(folder: Path, theirs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (theirs / "media.yaml").write_text("gazette: {name: Example Gazette, kind: medium}\n")
    (theirs / "states.yaml").write_text("fra:\n  names: Gaul\n")
    loader._load_with.cache_clear()
    first = loader.load_with(theirs)
    loader._load_with.cache_clear()
    monkeypatch.setattr(loader, "compiled", never)
    again = loader.load_with(theirs)
    assert again.problems == first.problems != ()
    assert again.knowledge.organisations == first.knowledge.organisations
    loader._load_with.cache_clear()
