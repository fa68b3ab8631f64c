"""The brief and the export by their keys."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets._toast import Toast

from briefing.export.formats import FORMATS
from briefing.export.writing import render
from briefing.model import Briefing
from briefing.tui.screens import export
from briefing.tui.screens.brief import BriefView
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.screens.export import ExportScreen
from briefing.tui.screens.reader import Reader
from tests import factories
from tests.tui.conftest import Open, is_on, list_of, screen_text, settle


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def test_b_opens_the_page_in_two_columns(opened: Open) -> None:
    async with opened(size=(160, 60)) as pilot:
        await press(pilot, "b")
        shown = screen_text(pilot.app)
        assert "Brief as of Friday 23 July 2021" in shown
        assert "4 documents" in shown
        for words in ("Bottom line", "Disputes, each side in its own words", "What comes next", "Sources"):
            assert words in shown
        assert "denies that its missile defense is directed at Russia" in shown
        first = next(line for line in shown.splitlines() if "Bottom line" in line)
        assert "What comes next" in first
        await press(pilot, "b")
        assert is_on(pilot.app, Dashboard)


async def test_in_80_columns_the_page_is_one_column_in_its_order(opened: Open) -> None:
    async with opened(size=(80, 120)) as pilot:
        await press(pilot, "b")
        shown = screen_text(pilot.app)
        parts = ["Bottom line", "Parties and people", "Disputes, each", "Instruments", "What comes next", "Sources"]
        places = [shown.index(part) for part in parts]
        assert places == sorted(places)
        await press(pilot, "tab")
        assert list_of(pilot.app, "brief-main").has_focus


async def test_every_line_leads_to_its_source(opened: Open) -> None:
    async with opened(size=(80, 60)) as pilot:
        await press(pilot, "b")
        page = list_of(pilot.app, "brief-main")
        seen = set()
        while page.selected_key not in seen:
            seen.add(page.selected_key)
            await pilot.press("enter")
            assert is_on(pilot.app, Reader), page.selected_key
            await pilot.press("escape", "down")
        assert {str(key).partition(":")[0] for key in seen} >= {"lead", "position", "next", "party", "person", "source"}


async def test_the_columns_have_selections_of_their_own(opened: Open) -> None:
    async with opened() as pilot:
        await press(pilot, "b", "tab", "enter")
        assert is_on(pilot.app, Reader)
        assert "Meeting of Wendy Sherman" in screen_text(pilot.app)
        await press(pilot, "escape", "left", "y")
        assert "strategic stability talks in Geneva on Wednesday" in pilot.app.clipboard


async def test_the_page_is_about_what_is_in_focus(opened: Open) -> None:
    async with opened() as pilot:
        list_of(pilot.app, "actors").select("nato")
        await press(pilot, "f", "b")
        shown = screen_text(pilot.app)
        assert "◆ NATO" in shown.splitlines()[0]
        assert "2 documents" in shown
        assert "[4]" in shown, "a source keeps the number that it has in the dashboard"


async def test_the_page_on_nothing_says_what_helps(opened: Open) -> None:
    async with opened(Briefing(None, "unknown")) as pilot:
        await press(pilot, "b", "enter", "down", "y")
        assert "No article to read." in screen_text(pilot.app)
        assert is_on(pilot.app, BriefView)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_dashboard_offers_the_formats_of_the_command() -> None:
    assert tuple(export.FORMATS) == FORMATS


async def test_e_writes_the_whole_in_the_chosen_format(opened: Open, folder: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "e", "down", "down")
        assert "briefing-2021-07-23.json" in screen_text(pilot.app)
        assert "the whole briefing" in screen_text(pilot.app)
        await press(pilot, "enter")
        assert is_on(pilot.app, Dashboard)
        assert "written: briefing-2021-07-23.json" in pilot.app.screen.query_one(Toast).render().plain
    written = (folder / "briefing-2021-07-23.json").read_text(encoding="utf-8")
    assert written == "".join(render(factories.briefing(), "json"))


@pytest.mark.parametrize(("steps", "name"), enumerate(["md", "html", "json", "zip", "ics", "graphml", "ftm.json"]))
async def test_every_format_is_written(opened: Open, folder: Path, steps: int, name: str) -> None:
    async with opened() as pilot:
        await press(pilot, "b", "e", *["down"] * steps, "enter")
        assert is_on(pilot.app, BriefView)
    assert (folder / f"briefing-2021-07-23.{name}").stat().st_size > 100


async def test_what_is_in_focus_is_written_unless_the_whole_is_asked_for(opened: Open, folder: Path) -> None:
    async with opened() as pilot:
        list_of(pilot.app, "actors").select("wendy-sherman")
        await press(pilot, "f", "e", "down", "down")
        assert "of Wendy Sherman" in screen_text(pilot.app)
        await press(pilot, "enter")
        part = json.loads((folder / "briefing-2021-07-23.json").read_text(encoding="utf-8"))
        assert len(part["documents"]) == 1
        await press(pilot, "e", "down", "down", "tab")
        assert "of the whole briefing" in screen_text(pilot.app)


async def test_a_file_that_is_there_is_replaced_only_when_asked_twice(opened: Open, folder: Path) -> None:
    target = folder / "briefing-2021-07-23.md"
    target.write_text("mine", encoding="utf-8")
    async with opened() as pilot:
        await press(pilot, "e", "enter")
        assert is_on(pilot.app, ExportScreen)
        assert "is there already" in screen_text(pilot.app)
        assert target.read_text(encoding="utf-8") == "mine"
        await press(pilot, "enter")
        assert is_on(pilot.app, Dashboard)
    assert target.read_text(encoding="utf-8").startswith("# Brief as of")


async def test_a_name_of_ones_own_is_kept_and_what_cannot_be_written_is_said(opened: Open, folder: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "e", "ctrl+u", *"gone/page", "down")
        assert "gone/page" in screen_text(pilot.app)
        await press(pilot, "enter")
        assert is_on(pilot.app, ExportScreen)
        assert "cannot be written" in screen_text(pilot.app)
        await press(pilot, "ctrl+u", "enter")
        assert "name a file" in screen_text(pilot.app)
        await press(pilot, "escape")
        assert is_on(pilot.app, Dashboard)
    assert list(folder.iterdir()) == []


async def test_an_export_without_an_as_of_date_has_a_name_too(opened: Open, folder: Path) -> None:
    async with opened(replace(factories.briefing(), as_of=None)) as pilot:
        await press(pilot, "e", "enter")
    assert [path.name for path in folder.iterdir()] == ["briefing.md"]
