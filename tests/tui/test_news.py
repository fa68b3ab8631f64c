"""What was not there when the dashboard was last left is marked."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from briefing.memory.notebook import Notebook
from briefing.model import Briefing
from briefing.tui.app import BriefingApp
from briefing.tui.themes import Themes
from tests import factories
from tests.tui.conftest import make_settings, screen_text, settle
from tests.tui.test_coming_back import file, run

__all__ = ["file", "run"]

Run = Callable[..., AbstractAsyncContextManager[Pilot[int]]]

NEW_ACTORS = {"wendy-sherman", "nato"}
NEW_ITEM = "meeting-2021-07-25"


def earlier() -> Briefing:
    """What there was before: fewer actors, positions and agenda items."""
    whole = factories.briefing()
    return replace(
        whole,
        actors=tuple(actor for actor in whole.actors if actor.id not in NEW_ACTORS),
        statements=tuple(one for one in whole.statements if one.actor not in {"usa", "nato"}),
        agenda=tuple(item for item in whole.agenda if item.id != NEW_ITEM),
    )


def marked(pilot: Pilot[int], sign: str = "•") -> set[str]:
    """What stands behind the sign, up to the end of its cell."""
    return {found.strip() for found in re.findall(rf"{re.escape(sign)} +(\S.*?)(?:  |$)", screen_text(pilot.app), re.M)}


async def test_at_the_first_time_nothing_is_new(run: Run) -> None:
    async with run() as pilot:
        assert "•" not in screen_text(pilot.app)


async def test_the_same_again_is_not_new(run: Run) -> None:
    async with run():
        pass
    async with run() as pilot:
        assert "•" not in screen_text(pilot.app)


async def test_actors_disputes_agenda_and_positions_that_came_are_marked(run: Run) -> None:
    async with run(earlier()):
        pass
    async with run() as pilot:
        assert {"Wendy Sherman", "NATO", "Arms control", "Missile defense"} <= marked(pilot)
        assert any("25 Jul" in line for line in marked(pilot))
        assert not {"Russia", "Ukraine", "Vladimir Putin"} & marked(pilot)
        await pilot.press("2", "4")
        lines = [line for line in screen_text(pilot.app).splitlines() if "•" in line]
        assert any("United States" in line and "demand" in line for line in lines)
    async with run() as pilot:
        assert "•" not in screen_text(pilot.app), "they were there when the dashboard was left"


async def test_marks_stand_in_the_gutter_and_move_nothing(run: Run) -> None:
    async with run(earlier()):
        pass
    async with run(size=(80, 24)) as pilot:
        with_marks = screen_text(pilot.app)
    assert "•" in with_marks
    async with run(size=(80, 24)) as pilot:
        assert screen_text(pilot.app) == with_marks.replace("•", " ")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [(["p"], "• 23 Jul"), (["t"], "• Sun 25 Jul"), (["t"], "meeting")],
)
async def test_views_mark_what_is_new(run: Run, keys: list[str], expected: str) -> None:
    async with run(earlier()):
        pass
    async with run() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert expected in screen_text(pilot.app)
        assert "•" in screen_text(pilot.app)


async def test_plain_signs_have_one_for_new(run: Run) -> None:
    async with run(earlier()):
        pass
    async with run(glyphs="ascii") as pilot:
        assert {"Wendy Sherman", "NATO"} <= marked(pilot, "*")


async def test_what_comes_while_the_dashboard_is_open_is_marked_too(themes: Themes, tmp_path: Path) -> None:
    shown = [earlier()]

    def load(**_: Any) -> Briefing:
        return shown[-1]

    book = tmp_path / "memory.sqlite3"
    for briefings in ([earlier()], [earlier(), factories.briefing()]):
        app = BriefingApp(make_settings(), load, themes, notebook=Notebook(book))
        shown[:] = briefings[:1]
        async with app.run_test(size=(120, 36)) as pilot:
            await settle(pilot)
            assert "•" not in screen_text(app)
            shown[:] = briefings[-1:]
            await pilot.press("r")
            await settle(pilot)
            assert ("•" in screen_text(app)) == (len(briefings) > 1)
            await pilot.press("ctrl+q")


async def test_leaving_before_all_is_read_leaves_what_was_there(run: Run, themes: Themes, file: Path) -> None:
    async with run(earlier()):
        pass

    def load(**_: Any) -> Briefing:
        raise RuntimeError("broken")

    app = BriefingApp(make_settings(), load, themes, notebook=Notebook(file))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+q")
    async with run() as pilot:
        assert "Wendy Sherman" in marked(pilot)


async def test_a_part_of_the_articles_makes_nothing_new(run: Run) -> None:
    async with run():
        pass
    async with run(replace(earlier(), narrowed=("since 2021-07-01",))) as pilot:
        assert "•" not in screen_text(pilot.app)
    async with run() as pilot:
        assert "•" not in screen_text(pilot.app)


async def test_a_memory_of_a_newer_briefing_is_told_and_nothing_is_marked(run: Run, file: Path) -> None:
    import sqlite3

    async with run(earlier()):
        pass
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    async with run(size=(160, 40)) as pilot:
        assert "•" not in screen_text(pilot.app)
        assert "1 problem" in screen_text(pilot.app)
        await pilot.press("exclamation_mark")
        await pilot.pause()
        assert "of a newer briefing: not used, and left as" in screen_text(pilot.app)
