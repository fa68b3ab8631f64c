"""The settings screen: it shows what holds and why, keeps what is chosen, and never touches the person's own file."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from briefing.config.loading import load_settings
from briefing.config.preferences import keep
from briefing.config.settings import Settings
from briefing.model import Briefing
from briefing.tui.app import BriefingApp
from briefing.tui.themes import Themes
from briefing.tui.widgets.row_list import RowList
from tests import factories
from tests.tui.conftest import screen_text, settle

OWN = "theme: newsprint\nkeys:\n  item.copy: c\n"

Opened = Callable[..., AbstractAsyncContextManager[Pilot[int]]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("briefing.paths.user_config_folder", lambda: tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.yaml").write_text(OWN, encoding="utf-8")
    (tmp_path / "articles").mkdir()
    return tmp_path


@pytest.fixture
def asked() -> list[Settings]:
    """What was to be read, each time."""
    return []


@pytest.fixture
def opened(themes: Themes, folder: Path, asked: list[Settings]) -> Opened:
    @asynccontextmanager
    async def opening(size: tuple[int, int] = (120, 36), **options: Any) -> AsyncIterator[Pilot[int]]:
        in_browser = options.pop("in_browser", False)

        def read() -> Settings:
            return replace(load_settings(options, environment={}), in_browser=in_browser)

        def load(*, settings: Settings, **_: Any) -> Briefing:
            asked.append(settings)
            return factories.briefing()

        app = BriefingApp(read(), load, themes, reread=read)
        async with app.run_test(size=size, notifications=True) as pilot:
            await settle(pilot)
            await pilot.press("comma")
            await pilot.pause()
            yield pilot
            assert (folder / "config.yaml").read_text(encoding="utf-8") == OWN

    return opening


def rows(pilot: Pilot[int]) -> RowList:
    return pilot.app.screen.query_one("#settings", RowList)


async def change(pilot: Pilot[int], key: str, text: str) -> None:
    """Give the setting of a key another value."""
    assert rows(pilot).select(key)
    await pilot.press("enter")
    await pilot.pause()
    await pilot.press("ctrl+u", *text, "enter")
    await settle(pilot)


async def test_each_setting_says_where_it_comes_from(opened: Opened, folder: Path) -> None:
    keep(folder / "preferences.yaml", {"as_of": "2021-07-01"})
    async with opened(seeds=[str(folder / "articles")]) as pilot:
        lines = screen_text(pilot.app).splitlines()
        assert any("theme" in line and "newsprint" in line and "config.yaml:1" in line for line in lines)
        assert any("as-of date" in line and "2021-07-01" in line and "chosen here" in line for line in lines)
        assert any("articles" in line and "--seeds" in line for line in lines)


async def test_an_as_of_date_is_read_from_at_once_and_kept(opened: Opened, folder: Path, asked: list[Settings]) -> None:
    async with opened() as pilot:
        await change(pilot, "as_of", "2021-07-01")
        assert str(asked[-1].as_of) == "2021-07-01"
        assert "as_of: '2021-07-01'\n" in (folder / "preferences.yaml").read_text(encoding="utf-8")
        await change(pilot, "as_of", "")
        assert asked[-1].as_of is None


async def test_a_wrong_value_is_told_and_the_field_stays(opened: Opened, folder: Path) -> None:
    async with opened() as pilot:
        await change(pilot, "as_of", "2021-02-30")
        assert "expected a date of the calendar as YYYY-MM-DD" in screen_text(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Settings" in screen_text(pilot.app)
        assert not (folder / "preferences.yaml").exists()


async def test_seeds_are_added_and_taken_away(opened: Opened, folder: Path, asked: list[Settings]) -> None:
    async with opened() as pilot:
        before = list(asked[-1].seeds)
        await change(pilot, "seeds.1", "articles")
        assert list(asked[-1].seeds) == [*before, folder / "articles"]
        await change(pilot, "seeds.0", "")
        assert list(asked[-1].seeds) == [folder / "articles"]
        await change(pilot, "seeds.0", "")
        assert "there is no other" in screen_text(pilot.app)
        await pilot.press("escape")
        await change(pilot, "seeds.1", "none-such")
        assert "none-such: no such file or folder" in screen_text(pilot.app)


async def test_a_key_works_at_once_and_is_shown_everywhere(opened: Opened, folder: Path) -> None:
    async with opened() as pilot:
        await change(pilot, "keys.positions", "P")
        await pilot.press("escape")
        await pilot.pause()
        assert "P positions" in screen_text(pilot.app)
        await pilot.press("p")
        await pilot.pause()
        assert "dispute 1 of" not in screen_text(pilot.app)
        await pilot.press("P")
        await pilot.pause()
        assert "most said first" in screen_text(pilot.app)


async def test_a_key_that_is_taken_is_refused(opened: Opened, folder: Path) -> None:
    async with opened() as pilot:
        await change(pilot, "keys.positions", "t")
        assert "positions: t is the key of timeline" in screen_text(pilot.app)
        assert not (folder / "preferences.yaml").exists()


async def test_a_choice_is_given_up_and_the_own_file_holds_again(opened: Opened, folder: Path) -> None:
    keep(folder / "preferences.yaml", {"theme": "okabe"})
    async with opened() as pilot:
        assert pilot.app.theme == "okabe"
        await pilot.press("d")
        await settle(pilot)
        assert pilot.app.theme == "newsprint"
        await pilot.press("d")
        await pilot.pause()
        assert "nothing to give up" in screen_text(pilot.app)


async def test_a_theme_is_taken_from_the_picker(opened: Opened, folder: Path) -> None:
    async with opened() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("home", "enter")
        await settle(pilot)
        assert pilot.app.theme == "night-desk"
        assert "chosen here" in screen_text(pilot.app)


async def test_what_the_command_line_says_goes_on_to_hold(opened: Opened, folder: Path, asked: list[Settings]) -> None:
    async with opened(as_of="2021-06-01") as pilot:
        await change(pilot, "as_of", "2021-07-01")
        assert "--as-of goes before it in this run" in screen_text(pilot.app)
        assert str(asked[-1].as_of) == "2021-06-01"
        assert "2021-07-01" in (folder / "preferences.yaml").read_text(encoding="utf-8")


async def test_a_file_that_cannot_be_written_is_one_line(opened: Opened, folder: Path) -> None:
    async with opened() as pilot:
        (folder / "preferences.yaml").write_text("format: 2\n", encoding="utf-8")
        await change(pilot, "as_of", "2021-07-01")
        assert "not kept: " in screen_text(pilot.app)


async def test_from_a_page_nothing_is_kept(opened: Opened, folder: Path, asked: list[Settings]) -> None:
    async with opened(in_browser=True) as pilot:
        await change(pilot, "as_of", "2021-07-01")
        assert "nothing is kept from the browser" in screen_text(pilot.app)
        assert not (folder / "preferences.yaml").exists()
        assert asked[-1].as_of is None


async def test_escape_leaves_the_field_then_the_settings(opened: Opened) -> None:
    async with opened(size=(80, 24)) as pilot:
        rows(pilot).select("as_of")
        await pilot.press("enter", *"1999")
        await pilot.press("escape")
        await pilot.pause()
        assert "1999" not in screen_text(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert "as-of date" not in screen_text(pilot.app)


async def test_hostile_names_are_shown_as_text(opened: Opened, folder: Path) -> None:
    hostile = folder / "[EU]\x1b]52;c;aGk=\x07\u202egnp"
    hostile.mkdir()
    async with opened(seeds=[str(hostile)]) as pilot:
        text = screen_text(pilot.app)
        assert "[EU]" in text
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
