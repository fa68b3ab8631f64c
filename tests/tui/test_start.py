"""What the start does only once, or puts off until the first paint."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from textual.color import Color

from briefing.tui.app import BriefingApp
from briefing.tui.paint import Painted
from briefing.tui.themes import Themes
from tests import factories
from tests.tui.conftest import Open, make_settings, settle


@pytest.fixture
def collecting() -> Iterator[None]:
    """Leave the collector of garbage as it was."""
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("collecting")
async def test_garbage_is_looked_for_again_from_the_first_paint_on(opened: Open) -> None:
    gc.disable()
    async with opened():
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0


async def test_nothing_else_begins_before_the_first_frame(themes: Themes, monkeypatch: pytest.MonkeyPatch) -> None:
    happened: list[str] = []

    def noting(name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*given: Any) -> Any:
            happened.append(name)
            return method(*given)

        return noted

    monkeypatch.setattr(BriefingApp, "_display", noting("frame", BriefingApp._display))
    monkeypatch.setattr(BriefingApp, "_look_for_news", noting("news", BriefingApp._look_for_news))
    app = BriefingApp(make_settings(), lambda **_: factories.briefing(), themes, factories.briefing())
    async with app.run_test() as pilot:
        await settle(pilot)
    assert happened[0] == "frame"
    assert happened.count("news") == 1


@pytest.fixture
def refreshed(monkeypatch: pytest.MonkeyPatch) -> list[BriefingApp]:
    """Return a list to which an application is added whenever all its styles are read anew."""
    times: list[BriefingApp] = []
    refresh = BriefingApp.refresh_css

    def counted(app: BriefingApp, animate: bool = True) -> None:
        times.append(app)
        refresh(app, animate)

    monkeypatch.setattr(BriefingApp, "refresh_css", counted)
    return times


@pytest.mark.parametrize("theme", ["night-desk", "contrast-dark", "newsprint", "terminal"])
async def test_styles_are_read_once_for_a_dark_theme(
    make_app: Callable[..., BriefingApp], refreshed: list[BriefingApp], theme: str
) -> None:
    app = make_app(theme=theme)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert app.theme == theme
        chosen = app.themes.named(theme)
        assert app.get_css_variables()["foreground"] == chosen.values["foreground"]
        assert app.screen.styles.background == Color.parse(chosen.values["background"])
        assert app.has_class("-dark-mode") == chosen.dark
    assert len(refreshed) == (theme in {"newsprint", "terminal"})


async def test_only_what_has_something_to_show_is_painted(opened: Open) -> None:
    async with opened() as pilot:
        body = pilot.app.screen.query_one("#body")
        for widget in body.walk_children(with_self=True):
            assert widget.visible == isinstance(widget, Painted), widget
