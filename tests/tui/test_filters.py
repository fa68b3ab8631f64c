"""The filters by their keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from textual.pilot import Pilot

from briefing.config.narrowing import Narrowing
from briefing.config.settings import Settings
from briefing.model import Briefing, DisputeDefinition, Findings
from briefing.tui.app import BriefingApp
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.screens.filters import FilterScreen
from briefing.tui.screens.timeline import TimelineView
from briefing.tui.themes import Themes
from tests import factories
from tests.tui.conftest import is_on, list_of, make_settings, screen_text, settle

DISPUTES = (DisputeDefinition("cyber", "Cyber", ()), DisputeDefinition("missile_defense", "Missile defense", ()))


class Narrowed:
    """A load that keeps to what is wanted, and remembers what was."""

    def __init__(self) -> None:
        self.asked: list[Narrowing] = []

    def __call__(self, *, settings: Settings, **_: Any) -> Briefing:
        narrowing = settings.narrowing
        self.asked.append(narrowing)
        briefing = factories.briefing()
        documents = tuple(one for one in briefing.documents if narrowing.takes(one, _findings(briefing, one.id)))
        known = {one.id for one in documents}
        return replace(
            briefing,
            documents=documents,
            actors=tuple(
                replace(actor, roles=(), evidence=found)
                for actor in briefing.actors
                if (found := tuple(evidence for evidence in actor.evidence if evidence.document in known))
            ),
            statements=(),
            instruments=(),
            disputes=(),
            agenda=(),
            narrowed=narrowing.words(),
        )


def _findings(briefing: Briefing, document: str) -> Findings:
    disputes = tuple(
        replace(one, evidence=found)
        for one in briefing.disputes
        if (found := tuple(evidence for evidence in one.evidence if evidence.document == document))
    )
    return Findings(document, disputes=disputes)


@pytest.fixture
def load() -> Narrowed:
    return Narrowed()


@pytest.fixture
def make(themes: Themes, load: Narrowed) -> Callable[..., BriefingApp]:
    return lambda **changed: BriefingApp(make_settings(disputes=DISPUTES, **changed), load, themes)


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def test_a_period_holds_as_soon_as_it_is_a_day(make: Callable[..., BriefingApp], load: Narrowed) -> None:
    app = make()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "F", *"2021-07-0")
        assert load.asked == [Narrowing()]
        assert "expected a day of the calendar as YYYY-MM-DD" in screen_text(app)
        await press(pilot, "1", "tab", *"2021-07-23")
        assert load.asked[-1] == Narrowing(date(2021, 7, 1), date(2021, 7, 23))
        assert "only since 2021-07-01, until 2021-07-23" in screen_text(app)
        await press(pilot, "escape")
        assert is_on(app, Dashboard)
        assert "only since 2021-07-01, until 2021-07-23 · as of" in screen_text(app).splitlines()[0]
        assert "1 document " in screen_text(app).splitlines()[0]


async def test_publishers_and_disputes_are_taken_and_left(make: Callable[..., BriefingApp], load: Narrowed) -> None:
    app = make()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "F")
        choices = list_of(app, "filters")
        assert choices.select("publisher:AP")
        await press(pilot, "enter")
        assert load.asked[-1] == Narrowing(publishers=("AP",))
        assert "◆ AP" in screen_text(app)
        assert choices.select("dispute:missile_defense")
        await press(pilot, "enter")
        assert load.asked[-1] == Narrowing(publishers=("AP",), disputes=("missile_defense",))
        assert choices.select("publisher:AP")
        await press(pilot, "enter")
        assert load.asked[-1] == Narrowing(disputes=("missile_defense",))
        await press(pilot, *["pageup"] * 3, "enter")
        assert load.asked[-1] == Narrowing()


async def test_all_publishers_can_be_taken_while_one_is(make: Callable[..., BriefingApp]) -> None:
    app = make()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        publishers = {one.publisher for one in factories.briefing().documents if one.publisher}
        assert len(publishers) > 1
        await press(pilot, "F", "down", "enter", "escape", "F")
        for name in publishers:
            assert list_of(app, "filters").select(f"publisher:{name}")


async def test_escape_on_the_dashboard_goes_back_to_what_it_was_started_with(
    make: Callable[..., BriefingApp], load: Narrowed
) -> None:
    app = make(narrowing=Narrowing(since=date(2021, 2, 1)))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "F")
        assert list_of(app, "filters").select("publisher:AP")
        await press(pilot, "enter", "escape")
        assert load.asked[-1] == Narrowing(since=date(2021, 2, 1), publishers=("AP",))
        await press(pilot, "f", "escape")
        assert load.asked[-1].publishers == ("AP",), "the focus goes first"
        await press(pilot, "escape")
        assert load.asked[-1] == Narrowing(since=date(2021, 2, 1))
        times = len(load.asked)
        await press(pilot, "escape")
        assert len(load.asked) == times


async def test_filters_that_leave_nothing_say_so(make: Callable[..., BriefingApp]) -> None:
    app = make()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "F", *"2031-07-01", "escape")
        text = screen_text(app)
        assert "No article since" in text
        assert "2031-07-01." in text
        assert "F  changes the filter" in text


async def test_a_view_that_is_open_is_narrowed_too(make: Callable[..., BriefingApp]) -> None:
    app = make()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "t", "F", *"2021-07-01")
        assert is_on(app, FilterScreen)
        await press(pilot, "escape")
        assert is_on(app, TimelineView)
        assert "only since 2021-07-01" in screen_text(app).splitlines()[0]
