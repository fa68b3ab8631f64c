"""The first time: a line that takes no key, and a tour of five steps on request."""

from __future__ import annotations

import pytest

from briefing.memory.notebook import Notebook
from briefing.tui.app import BriefingApp
from briefing.tui.keys import by_id
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.screens.tour import TourScreen
from briefing.tui.themes import Themes
from briefing.tui.tour_steps import TOUR
from tests import factories
from tests.tui.conftest import Open, is_on, list_of, make_settings, screen_text, settle
from tests.tui.test_coming_back import Run, file, run

__all__ = ["file", "run"]


def test_the_tour_has_five_steps_of_commands_that_there_are() -> None:
    assert len(TOUR) == 5
    assert {command for step in TOUR for line in step.lines for command in line.commands} <= set(by_id())


async def test_the_first_time_a_line_above_the_footer_names_the_tour(run: Run) -> None:
    async with run(size=(80, 24)) as pilot:
        lines = screen_text(pilot.app).splitlines()
        assert lines[-2].startswith(" New here?   H a tour in five steps   ? all keys")
        await pilot.press("j")
        assert list_of(pilot.app, "actors").selected == 1, "it takes no key"
    async with run(size=(80, 24)) as pilot:
        assert "New here?" not in screen_text(pilot.app)


async def test_without_a_memory_there_is_no_hint(opened: Open) -> None:
    async with opened() as pilot:
        assert "New here?" not in screen_text(pilot.app)


async def test_who_takes_the_tour_needs_no_hint(run: Run) -> None:
    async with run() as pilot:
        await pilot.press("H")
        await pilot.pause()
        assert is_on(pilot.app, TourScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert "New here?" not in screen_text(pilot.app)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 14)])
async def test_the_tour_goes_on_and_back_and_ends(opened: Open, size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("H")
        for number, key in enumerate(("enter", "space", "right", "enter"), 1):
            await pilot.pause()
            assert f"{number} of 5" in screen_text(pilot.app)
            await pilot.press(key)
        await pilot.press("left")
        await pilot.pause()
        assert "4 of 5" in screen_text(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert "5 of 5" in screen_text(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert is_on(pilot.app, Dashboard)


async def test_the_tour_names_the_keys_that_hold(opened: Open) -> None:
    async with opened(keys={"item.focus": "z"}) as pilot:
        await pilot.press("H", "enter")
        await pilot.pause()
        assert "z    focus on the selected item" in screen_text(pilot.app)


async def test_the_tour_is_in_palette_and_help(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert "tour in five steps" in screen_text(pilot.app)
        await pilot.press("escape", "colon", *"tour", "enter")
        await settle(pilot)
        assert is_on(pilot.app, TourScreen)


async def test_a_hint_whose_key_was_taken_away_is_left_out(
    themes: Themes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    book = Notebook(tmp_path_factory.mktemp("new") / "memory.sqlite3")
    app = BriefingApp(make_settings(keys={"tour": ""}), lambda **_: factories.briefing(), themes, notebook=book)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "New here?   ? all keys   q quit" in screen_text(app)
