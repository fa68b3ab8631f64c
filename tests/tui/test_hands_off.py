"""In the browser nothing is written and no program started."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from briefing.tui.app import BriefingApp
from tests.tui.conftest import Open, screen_text, settle


@pytest.fixture(autouse=True)
def no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a program was started")

    monkeypatch.setattr(subprocess, "run", refuse)
    monkeypatch.setattr(subprocess, "Popen", refuse)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("briefing.tui.clipboard.shutil.which", lambda name: f"/bin/{name}")


@pytest.mark.parametrize(("key", "what"), [("o", "the editor"), ("e", "export")])
async def test_what_writes_or_starts_something_is_off(opened: Open, key: str, what: str) -> None:
    async with opened(in_browser=True) as pilot:
        screens = len(pilot.app.screen_stack)
        await pilot.press(key)
        await settle(pilot)
        assert f"{what} is off in the browser: from here nothing is written" in screen_text(pilot.app)
        assert len(pilot.app.screen_stack) == screens


async def test_no_choice_is_kept(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "preferences.yaml"
    async with opened(in_browser=True, preferences_file=file) as pilot:
        assert isinstance(pilot.app, BriefingApp)
        assert pilot.app.prefer({"theme": "newsprint"}) == "nothing is kept from the browser"
    assert not file.exists()


async def test_the_palette_is_no_way_round(opened: Open) -> None:
    async with opened(in_browser=True) as pilot:
        await pilot.press("colon", *"export", "enter")
        await settle(pilot)
        assert "export is off in the browser" in screen_text(pilot.app)


async def test_words_go_to_the_clipboard_of_the_page_alone(opened: Open) -> None:
    async with opened(in_browser=True) as pilot:
        await pilot.press("y")
        await settle(pilot)
        assert pilot.app.clipboard
        assert "copied: " in screen_text(pilot.app)
