"""What was chosen in the dashboard: read over the user's file, written without ever losing anything."""

from __future__ import annotations

import multiprocessing
import os
import time
from pathlib import Path

import pytest

from briefing.config.loading import load_settings
from briefing.config.preferences import FORGOTTEN, PreferencesError, keep
from briefing.config.settings import Settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("briefing.paths.user_config_folder", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def file(folder: Path) -> Path:
    return folder / "preferences.yaml"


def load(**environment: str) -> Settings:
    return load_settings(environment=environment)


def test_choices_go_over_the_users_file_and_under_environment_and_command_line(folder: Path, file: Path) -> None:
    own = "theme: newsprint\nkeys:\n  help: h\n"
    (folder / "config.yaml").write_text(own, encoding="utf-8")
    assert keep(file, {"theme": "okabe", "as_of": "2021-07-01", "keys.reload": "R"}) is None
    settings = load()
    assert (settings.theme, str(settings.as_of)) == ("okabe", "2021-07-01")
    assert (settings.keys["help"], settings.keys["reload"]) == ("h", "R")
    assert settings.origins["theme"] == f"{file}:4"
    assert load(BRIEFING_THEME="terminal").theme == "terminal"
    assert load_settings({"theme": "carbon-copy"}, environment={}).theme == "carbon-copy"
    assert (folder / "config.yaml").read_text(encoding="utf-8") == own


def test_a_file_that_was_named_goes_over_the_choices(folder: Path, file: Path) -> None:
    keep(file, {"theme": "okabe", "as_of": "2021-07-01"})
    named = folder / "work.yaml"
    named.write_text("theme: newsprint\n", encoding="utf-8")
    settings = load_settings(config=named, environment={})
    assert (settings.theme, str(settings.as_of)) == ("newsprint", "2021-07-01")


def test_a_choice_can_be_taken_back_and_nothing_can_be_chosen_too(folder: Path, file: Path) -> None:
    (folder / "config.yaml").write_text("as_of: 2021-07-01\n", encoding="utf-8")
    keep(file, {"as_of": None, "keys.help": "h"})
    assert load().as_of is None
    keep(file, {"as_of": FORGOTTEN, "keys.help": FORGOTTEN})
    assert str(load().as_of) == "2021-07-01"
    assert "keys" not in file.read_text(encoding="utf-8")


def test_words_that_yaml_takes_for_something_else_come_back_as_they_are(file: Path) -> None:
    seeds = ["/articles/NO", "/a: b # c", "/null", "/über/статьи"]
    keep(file, {"seeds": seeds, "keys.help": "!"})
    settings = load()
    assert [str(seed) for seed in settings.seeds] == seeds
    assert settings.keys["help"] == "!"


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("theme: [\n", "FILE:2: expected the node content, but found '<stream end>': not used"),
        ("- 1\n", "FILE:1: expected keys with values, found a list: not used"),
        ("format: 2\ntheme: okabe\n", "FILE: written by a newer briefing: not used"),
        ("theme: okabe\n", "FILE: expected format: 1: not used"),
        ("", "FILE: expected format: 1: not used"),
        (
            "format: 1\nas_of: soon\n",
            'FILE:2: as_of: expected a date of the calendar as YYYY-MM-DD, found "soon": not used',
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_one_line_and_stops_nothing(file: Path, text: str, notice: str) -> None:
    file.write_text(text, encoding="utf-8")
    settings = load()
    assert [line.replace(str(file), "FILE") for line in settings.notices] == [notice]
    assert settings.theme == "night-desk"


def test_one_wrong_value_does_not_take_the_others_with_it(file: Path) -> None:
    file.write_text("format: 1\nas_of: soon\ntheme: okabe\n", encoding="utf-8")
    assert load().theme == "okabe"


def test_a_damaged_file_is_set_aside_when_something_is_chosen(folder: Path, file: Path) -> None:
    file.write_text("theme: [\n", encoding="utf-8")
    notice = keep(file, {"theme": "okabe"})
    assert notice == f"{file} is damaged: set aside as preferences.set-aside-1.yaml, and begun anew"
    assert (folder / "preferences.set-aside-1.yaml").read_text(encoding="utf-8") == "theme: [\n"
    assert load().theme == "okabe"


def test_a_newer_file_is_left_as_it_is(file: Path) -> None:
    file.write_text("format: 2\ntheme: okabe\n", encoding="utf-8")
    with pytest.raises(PreferencesError, match="written by a newer briefing: left as it is"):
        keep(file, {"theme": "newsprint"})
    assert file.read_text(encoding="utf-8") == "format: 2\ntheme: okabe\n"


def test_what_a_later_version_added_is_kept(file: Path) -> None:
    file.write_text("format: 1\ncolumns: [a, b]\ntheme: okabe\n", encoding="utf-8")
    keep(file, {"theme": "newsprint"})
    assert "columns" in file.read_text(encoding="utf-8")
    assert load().notices == ()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that cannot be written")
def test_a_folder_that_cannot_be_written_is_one_line(folder: Path, file: Path) -> None:
    folder.chmod(0o500)
    try:
        with pytest.raises(PreferencesError, match="cannot be written: Permission denied"):
            keep(file, {"theme": "okabe"})
    finally:
        folder.chmod(0o700)


def test_a_name_that_is_a_folder_is_one_line(file: Path) -> None:
    file.mkdir()
    (notice,) = load().notices
    assert notice == f"{file}: cannot be read: Is a directory: not used"


def _choose_keys(file: Path, first: int) -> None:
    for number in range(first, first + 10):
        keep(file, {f"keys.command{number}": "x"})


def test_nothing_is_lost_when_two_runs_choose_at_once(file: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    runs = [spawn.Process(target=_choose_keys, args=(file, first)) for first in (0, 10)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert len([line for line in file.read_text("utf-8").splitlines() if line.startswith("  command")]) == 20


def test_a_lock_that_a_killed_run_left_does_not_count(folder: Path, file: Path) -> None:
    lock = folder / ".preferences.yaml.lock"
    lock.touch()
    old = time.time() - 60
    os.utime(lock, (old, old))
    keep(file, {"theme": "okabe"})
    assert load().theme == "okabe"
    assert not lock.exists()
