from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from briefing.model import Briefing
from briefing.tui import reading
from briefing.tui.app import BriefingApp
from briefing.tui.themes import Themes
from tests import factories
from tests.tui.conftest import list_of, make_settings, screen_text, settle


class Watch:
    """Tells of changes when the test says so."""

    def __init__(self) -> None:
        self.told: SimpleQueue[bool] = SimpleQueue()
        self.begun = threading.Event()
        self.ended: threading.Event | None = None

    def __call__(self, seeds: Sequence[Path], ended: threading.Event) -> Iterator[None]:
        self.ended = ended
        self.begun.set()
        while self.told.get():
            yield


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    monkeypatch.setattr(reading, "WATCH_SECONDS", 0.01)
    watch = Watch()
    yield watch
    watch.told.put(False)


async def test_what_changed_is_read_again_and_the_selection_stays(themes: Themes, watch: Watch) -> None:
    whole = factories.briefing()
    shown: list[Briefing] = [whole]
    app = BriefingApp(make_settings(), lambda **_: shown[-1], themes, watch=watch)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        list_of(app, "actors").select("ukr")
        shown.append(replace(whole, as_of=date(2022, 1, 1)))
        await pilot.pause(0.1)
        assert watch.begun.is_set()
        watch.told.put(True)
        await pilot.pause(0.2)
        await settle(pilot)
        assert "as of Sat 1 Jan 2022" in screen_text(app)
        assert list_of(app, "actors").selected_key == "ukr"
    assert watch.ended is not None
    assert watch.ended.is_set()


async def test_known_briefing_is_shown_without_reading(themes: Themes) -> None:
    def load(**_: Any) -> Briefing:
        raise AssertionError("read")

    app = BriefingApp(make_settings(), load, themes, factories.briefing())
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        text = screen_text(app)
        assert "Wendy Sherman" in text
        assert "reading" not in text
        await pilot.press("slash", *"ryabkov")
        await pilot.pause(reading.SEARCHABLE_SECONDS + 0.2)
        await settle(pilot)
        assert "Sergey Ryabkov" in screen_text(app)


async def test_seeds_that_cannot_be_watched_are_shown_all_the_same(
    themes: Themes, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = threading.Event()

    def watch(_: Sequence[Path], __: threading.Event) -> Iterator[None]:
        tried.set()
        raise OSError("too many folders")
        yield  # type: ignore[unreachable] # makes it a generator

    monkeypatch.setattr(reading, "WATCH_SECONDS", 0.01)
    app = BriefingApp(make_settings(), lambda **_: factories.briefing(), themes, watch=watch)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await pilot.pause(0.1)
        assert tried.is_set()
        assert "Wendy Sherman" in screen_text(app)
