from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from briefing import paths
from briefing.config.settings import Settings
from briefing.model import Briefing
from briefing.tui.app import BriefingApp
from briefing.tui.themes import Themes, load_themes
from briefing.tui.widgets.row_list import RowList
from tests import factories
from tests.tui.idle import quick_waiting

Open = Callable[..., AbstractAsyncContextManager[Pilot[int]]]
"""Opens the dashboard on a briefing, in a terminal of some size, and yields its pilot when all is read."""


@pytest.fixture(scope="session", autouse=True)
def waiting() -> Iterator[None]:
    """Wait no longer after a key than there is something to do."""
    with quick_waiting():
        yield


@pytest.fixture(scope="session")
def themes() -> Themes:
    """The shipped themes."""
    return load_themes([paths.shipped_themes()])


def make_settings(**changed: Any) -> Settings:
    """Return settings that read nothing of the machine's own."""
    values: dict[str, Any] = {
        "seeds": (Path("/articles"),),
        "theme": "night-desk",
        "as_of": None,
        "glyphs": "unicode",
        "search_limit": 20,
        "file_bytes": 5_000_000,
        "disputes": (),
    }
    return Settings(**(values | changed))


@pytest.fixture
def make_app(themes: Themes) -> Callable[..., BriefingApp]:
    """Make an application that shows a briefing built by hand."""

    def make(briefing: Briefing | None = None, **changed: Any) -> BriefingApp:
        shown = briefing if briefing is not None else factories.briefing()
        return BriefingApp(make_settings(**changed), lambda **_: shown, themes)

    return make


@pytest.fixture
def opened(make_app: Callable[..., BriefingApp]) -> Open:
    """Open the dashboard with toasts and tooltips on, and wait until all is read."""

    @asynccontextmanager
    async def opening(
        briefing: Briefing | None = None, size: tuple[int, int] = (120, 36), **changed: Any
    ) -> AsyncIterator[Pilot[int]]:
        app = make_app(briefing, **changed)
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            await settle(pilot)
            yield pilot

    return opening


async def settle(pilot: Pilot[int]) -> None:
    """Wait until the workers are done and what they told is shown."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


def screen_text(app: App[int]) -> str:
    """Return what stands on the screen, line by line."""
    width, height = app.size
    lines = app.screen._compositor.render_strips(app.size)
    assert len(lines) == height
    assert all(line.cell_length == width for line in lines)
    return "\n".join(line.text for line in lines)


def list_of(app: App[int], name: str) -> RowList:
    """Return one of the dashboard's lists."""
    return app.screen.query_one(f"#{name}", RowList)


def is_on(app: App[int], screen: type[Screen[Any]]) -> bool:
    """Return whether a screen of some class is on top."""
    return isinstance(app.screen, screen)


def has_keys(app: App[int], widget: Widget) -> bool:
    """Return whether a widget takes the keys."""
    return app.focused is widget
