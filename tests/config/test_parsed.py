from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.config import parsed as module
from briefing.config.parsed import FILE, MOST_KEPT, parsed
from briefing.untrusted.yaml_loader import UntrustedYamlError, load_yaml

TEXT = "theme: paper\nkeys:\n  help: [f1, k]\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where it is kept, in the data folder of a user."""
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setattr("briefing.paths.user_library", lambda: folder / "library.sqlite3")
    return folder / FILE


@pytest.fixture
def parser(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list to which each text is added that is really parsed."""
    texts: list[str] = []

    def counted(text: str, **told: bool) -> object:
        texts.append(text)
        return load_yaml(text, **told)

    monkeypatch.setattr(module, "load_yaml", counted)
    return texts


@pytest.mark.usefixtures("file")
def test_a_text_is_parsed_once(parser: list[str]) -> None:
    first, second = parsed(TEXT), parsed(TEXT)
    assert first == second == load_yaml(TEXT, strings_only=True)
    assert second.line_of("keys", "help", 1) == 3
    assert parser == [TEXT]


@pytest.mark.usefixtures("file")
def test_a_changed_text_and_one_of_ours_are_parsed_for_themselves(parser: list[str]) -> None:
    for text, ours in ((TEXT, False), (TEXT + "x: 1\n", False), (TEXT, True)):
        assert parsed(text, ours=ours).data == load_yaml(text, strings_only=True).data
    assert len(parser) == 3


@pytest.mark.usefixtures("file", "parser")
def test_nobody_can_change_what_another_is_given() -> None:
    for _ in range(2):
        data = parsed(TEXT).data
        assert isinstance(data, dict)
        assert data["theme"] == "paper"
        data["theme"] = "other"


def test_what_is_wrong_is_told_each_time_and_not_kept(file: Path) -> None:
    for _ in range(2):
        with pytest.raises(UntrustedYamlError, match=re.escape("line 2: key given twice: a")):
            parsed("a: 1\na: 2\n")
    assert not file.exists()


@pytest.mark.parametrize("damage", [b"", b"x" * 200], ids=["empty", "other"])
def test_a_damaged_file_is_made_anew(file: Path, parser: list[str], damage: bytes) -> None:
    parsed(TEXT)
    whole = file.read_bytes()
    for data in (damage, whole[:-1], whole[:-1] + b"x", b"x" + whole[1:]):
        file.write_bytes(data)
        assert parsed(TEXT).data == {"theme": "paper", "keys": {"help": ["f1", "k"]}}
    assert len(parser) == 5
    assert file.read_bytes() == whole


def test_what_another_program_parsed_is_parsed_again(
    file: Path, parser: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed(TEXT)
    monkeypatch.setattr(module, "_program", lambda: b"p" * 32)
    parsed(TEXT)
    assert len(parser) == 2
    assert file.read_bytes().startswith(b"p")


def test_only_the_last_ones_are_kept(file: Path, parser: list[str]) -> None:
    for number in range(MOST_KEPT + 1):
        parsed(f"number: {number}")
    parsed("number: 1")
    assert len(parser) == MOST_KEPT + 1
    parsed("number: 0")
    assert len(parser) == MOST_KEPT + 2
    assert file.stat().st_mode & 0o077 == 0
    assert [other.name for other in file.parent.iterdir()] == [FILE]


def test_where_nothing_can_be_kept_each_text_is_parsed(file: Path, parser: list[str]) -> None:
    file.mkdir()
    assert parsed(TEXT) == parsed(TEXT)
    file.rmdir()
    file.parent.rmdir()
    assert parsed(TEXT) == parsed(TEXT)
    assert len(parser) == 4
    assert not file.parent.exists()
