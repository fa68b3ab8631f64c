"""The dashboard comes back as it was left."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from briefing.memory.notebook import Notebook
from briefing.memory.remembered import Session
from briefing.model import Briefing
from briefing.tui.app import BriefingApp
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.themes import Themes
from tests import factories
from tests.tui.conftest import has_keys, is_on, list_of, make_settings, screen_text, settle

Run = Callable[..., AbstractAsyncContextManager[Pilot[int]]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "memory.sqlite3"


@pytest.fixture
def run(themes: Themes, file: Path) -> Run:
    """Open the dashboard, and leave it at the end as a person does."""

    @asynccontextmanager
    async def running(
        briefing: Briefing | None = None, size: tuple[int, int] = (120, 36), **changed: Any
    ) -> AsyncIterator[Pilot[int]]:
        shown = briefing or factories.briefing()
        app = BriefingApp(make_settings(**changed), lambda **_: shown, themes, notebook=Notebook(file))
        async with app.run_test(size=size, notifications=True) as pilot:
            await settle(pilot)
            yield pilot
            await pilot.press("ctrl+q")

    return running


async def test_selection_pane_and_focus_come_back(run: Run) -> None:
    async with run() as pilot:
        list_of(pilot.app, "actors").select("usa")
        await pilot.press("f", "3", "down")
        agenda = list_of(pilot.app, "agenda").selected_key
    async with run() as pilot:
        assert "◆ United States" in screen_text(pilot.app).splitlines()[0]
        assert list_of(pilot.app, "actors").selected_key == "usa"
        assert list_of(pilot.app, "agenda").selected_key == agenda
        assert has_keys(pilot.app, list_of(pilot.app, "agenda"))


async def test_an_entry_of_the_detail_comes_back(run: Run) -> None:
    async with run() as pilot:
        await pilot.press("2", "4", "down")
        entry = list_of(pilot.app, "entries").selected_key
    async with run() as pilot:
        assert list_of(pilot.app, "entries").selected_key == entry
        assert has_keys(pilot.app, list_of(pilot.app, "entries"))
        await pilot.press("1", "down")
        assert list_of(pilot.app, "entries").selected == list_of(pilot.app, "entries").rows.near(0, 1)


@pytest.mark.parametrize("keys", [["question_mark"], ["comma"], ["p"], ["enter"], ["slash", "a"], ["T", "down"]])
async def test_it_never_begins_within_something_that_lay_over_it(run: Run, keys: list[str]) -> None:
    async with run() as pilot:
        await pilot.press("2", *keys)
        await pilot.pause()
    async with run() as pilot:
        assert is_on(pilot.app, Dashboard)
        assert has_keys(pilot.app, list_of(pilot.app, "disputes"))


async def test_it_begins_with_rows(run: Run, file: Path) -> None:
    whole = factories.briefing()
    async with run() as pilot:
        await pilot.press("3")
    async with run(replace(whole, agenda=())) as pilot:
        assert has_keys(pilot.app, list_of(pilot.app, "actors"))


async def test_what_has_gone_is_passed_over(run: Run, file: Path) -> None:
    left = Session(9, 7, {"actors": "nobody", "elsewhere": "x"}, "none", ("actor", "nobody"))
    Notebook(file).leave([Path("/articles")], left, None)
    async with run() as pilot:
        assert list_of(pilot.app, "actors").selected == 0
        assert has_keys(pilot.app, list_of(pilot.app, "actors"))


async def test_the_source_is_a_list_again_where_the_terminal_is_narrow(run: Run) -> None:
    async with run(size=(200, 60)) as pilot:
        await pilot.press("2", "5")
    async with run(size=(80, 24)) as pilot:
        assert has_keys(pilot.app, list_of(pilot.app, "disputes"))


async def test_each_set_of_seeds_has_a_session_of_its_own(run: Run) -> None:
    async with run(seeds=(Path("/articles"), Path("/more"))) as pilot:
        await pilot.press("3")
    async with run() as pilot:
        assert has_keys(pilot.app, list_of(pilot.app, "actors"))
    async with run(seeds=(Path("/more"), Path("/articles"))) as pilot:
        assert has_keys(pilot.app, list_of(pilot.app, "agenda"))


async def test_standard_input_leaves_nothing(run: Run, file: Path) -> None:
    async with run(seeds=(Path("-"),)) as pilot:
        await pilot.press("3")
    assert not file.exists()


async def test_who_selects_while_reading_goes_on_is_not_taken_back(themes: Themes, file: Path) -> None:
    Notebook(file).leave([Path("/articles")], Session(1, 0, {"actors": "ukr"}), None)
    app = BriefingApp(
        make_settings(), lambda **_: factories.briefing(), themes, factories.briefing(), notebook=Notebook(file)
    )
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("g", "r")
        await settle(pilot)
        assert list_of(app, "actors").selected == 0
