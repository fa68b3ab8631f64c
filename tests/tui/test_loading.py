from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from briefing.model import Briefing
from briefing.pipeline import Progress
from briefing.tui.app import BriefingApp
from briefing.tui.themes import Themes
from tests import factories
from tests.tui.conftest import has_keys, list_of, make_settings, screen_text, settle


class Slow:
    """A load that waits for the test before each step."""

    def __init__(self, *steps: Progress, result: Briefing | Exception | None = None) -> None:
        self.steps = steps
        self.result = result if result is not None else factories.briefing()
        self.gate = threading.Semaphore(0)
        self._given_up = threading.Event()

    def __call__(
        self,
        *,
        progress: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        **_: Any,
    ) -> Briefing:
        assert progress is not None
        assert cancelled is not None
        for step in self.steps:
            self._wait(cancelled)
            progress(step)
        self._wait(cancelled)
        if isinstance(self.result, Exception):
            raise self.result
        return self.result

    @property
    def cancelled(self) -> bool:
        """Whether the load was told to give up, which it asks now and then."""
        return self._given_up.wait(timeout=5)

    def _wait(self, cancelled: Callable[[], bool]) -> None:
        while not self.gate.acquire(timeout=0.02):
            if cancelled():
                self._given_up.set()
                raise RuntimeError("cancelled")


def some() -> Briefing:
    """What was found halfway."""
    briefing = factories.briefing()
    return replace(briefing, actors=briefing.actors[:4], disputes=(), agenda=(), statements=(), skipped=())


async def test_progress_is_shown_lists_fill_and_the_selection_stays(themes: Themes) -> None:
    load = Slow(Progress(5, 8, "a.txt"), Progress(6, 8, "b.txt", some()))
    app = BriefingApp(make_settings(), load, themes)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        assert "as of not known yet" in screen_text(app)
        assert "still reading" in screen_text(app)
        load.gate.release()
        await pilot.pause(0.2)
        text = screen_text(app)
        assert "reading 5 of 8" in text
        assert "62 %" in text
        load.gate.release()
        await pilot.pause(0.2)
        assert "4 so far" in screen_text(app)
        list_of(app, "actors").select("ukr")
        await pilot.pause()
        load.gate.release()
        await settle(pilot)
        text = screen_text(app)
        assert "reading" not in text
        assert "so far" not in text
        assert list_of(app, "actors").selected_key == "ukr"
        assert "4 Ukraine" in text


async def test_keys_work_while_reading_goes_on(themes: Themes) -> None:
    load = Slow(Progress(6, 8, "b.txt", some()))
    app = BriefingApp(make_settings(), load, themes)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        load.gate.release()
        await pilot.pause(0.2)
        await pilot.press("2")
        assert has_keys(app, list_of(app, "disputes"))
        await pilot.press("1", "down", "enter")
        await pilot.pause()
        assert "reader" in screen_text(app)
        await pilot.press("escape", "question_mark", "escape", "T", "escape")
        await pilot.press("slash", *"russia")
        await pilot.pause()
        assert "still reading: the search follows" in screen_text(app)
        load.gate.release()


async def test_reading_is_given_up_when_the_application_ends(themes: Themes) -> None:
    load = Slow()
    app = BriefingApp(make_settings(), load, themes)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("q")
    assert load.cancelled


async def test_reading_again_gives_up_the_reading_before(themes: Themes) -> None:
    load = Slow()
    app = BriefingApp(make_settings(), load, themes)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause(0.1)
        await pilot.press("r")
        await pilot.pause(0.2)
        assert load.cancelled
        load.gate.release()
        await settle(pilot)
        assert "Wendy Sherman" in screen_text(app)
        assert "broke down" not in screen_text(app)


@pytest.mark.parametrize("words", ["out of [memory]", "[/] [EU] \x1b[2J\u202e"])
async def test_a_reading_that_breaks_down_is_told_and_can_be_tried_again(themes: Themes, words: str) -> None:
    load = Slow(result=OSError(words))
    app = BriefingApp(make_settings(), load, themes)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        load.gate.release()
        await settle(pilot)
        text = screen_text(app)
        assert "1 problem" in text
        assert "reading broke down: OSError:" in text
        assert "\x1b" not in text
        load.result = factories.briefing()
        await pilot.press("r")
        load.gate.release()
        await settle(pilot)
        assert "Wendy Sherman" in screen_text(app)
        assert "broke down" not in screen_text(app)


async def test_a_failed_reading_keeps_what_was_there(themes: Themes) -> None:
    load = Slow()
    app = BriefingApp(make_settings(), load, themes)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        load.gate.release()
        await settle(pilot)
        load.result = OSError("gone")
        await pilot.press("r")
        load.gate.release()
        await settle(pilot)
        assert "Wendy Sherman" in screen_text(app)
        assert "reading broke down: OSError: gone" in screen_text(app)


async def test_a_search_opened_while_reading_shows_what_all_of_it_says(themes: Themes) -> None:
    load = Slow(Progress(6, 8, "b.txt", some()))
    app = BriefingApp(make_settings(), load, themes)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        load.gate.release()
        await pilot.pause(0.2)
        await pilot.press("slash", *"ryabkov")
        load.gate.release()
        await settle(pilot)
        assert "mentions in 0 documents" not in screen_text(app)
        assert "named 0 times" not in screen_text(app)
        assert "Sergey Ryabkov" in screen_text(app)
