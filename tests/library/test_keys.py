"""The name of the program, on which everything kept depends."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.library import keys
from briefing.library.keys import program
from briefing.library.store import Store


@pytest.fixture
def rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a module of a program that is one room."""
    rule = tmp_path / "rules" / "deep" / "rule.py"
    rule.parent.mkdir(parents=True)
    rule.write_text("one = 1\n")
    (tmp_path / "rules" / "table.yaml").write_text("a: 1\n")
    monkeypatch.setattr(keys, "_PACKAGE", tmp_path)
    monkeypatch.setattr(keys, "_MODULES", ())
    monkeypatch.setattr(keys, "_SETTLED_NANOSECONDS", -1_000_000_000)
    return rule


def name_of(library: Store, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Return the name as another run would."""
    monkeypatch.setattr(keys, "_names", {})
    return program(library, ("rules",))


def test_it_is_that_of_the_contents(rule: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Store(None)
    first = name_of(library, monkeypatch)
    rule.write_text("two = 2\n")
    second = name_of(library, monkeypatch)
    rule.unlink()
    rule.write_text("one = 1\n")
    assert name_of(library, monkeypatch) == first != second
    rule.with_name("other.py").write_text("")
    assert name_of(library, monkeypatch) not in {first, second}


def test_unchanged_modules_are_not_read_again(rule: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Store(None)
    first = name_of(library, monkeypatch)
    monkeypatch.setattr(keys, "_name_of", lambda files: pytest.fail(f"{len(files)} files read"))
    assert name_of(library, monkeypatch) == first


def test_modules_that_changed_a_moment_ago_are_read(rule: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_SETTLED_NANOSECONDS", 60_000_000_000)
    library = Store(None)
    name_of(library, monkeypatch)
    assert library.is_empty()


def test_it_is_the_same_for_a_whole_run(rule: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Store(None)
    first = name_of(library, monkeypatch)
    rule.write_text("two = 2\n")
    assert program(library, ("rules",)) == first
