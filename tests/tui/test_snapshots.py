"""Pictures of the screens; a change is looked at and taken with ``pytest --snapshot-update``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from briefing.model import Briefing
from briefing.tui.app import BriefingApp
from tests.tui.conftest import settle

MakeApp = Callable[..., BriefingApp]
Compare = Callable[..., bool]


def pressing(*keys: str) -> Callable[[Pilot[int]], Any]:
    """Return what is done before the picture is taken: wait for all to be read, then press some keys."""

    async def before(pilot: Pilot[int]) -> None:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)

    return before


@pytest.mark.parametrize("theme", ["night-desk", "newsprint"])
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_dashboard(snap_compare: Compare, make_app: MakeApp, theme: str, size: tuple[int, int]) -> None:
    app = make_app(theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=pressing("2", "down"))


@pytest.mark.parametrize(
    ("theme", "size"),
    [("night-desk", (120, 36)), ("newsprint", (80, 24))],
    ids=["120x36", "80x24"],
)
def test_reader(snap_compare: Compare, make_app: MakeApp, theme: str, size: tuple[int, int]) -> None:
    app = make_app(theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=pressing("2", "down", "enter"))


@pytest.mark.parametrize(
    ("theme", "size"),
    [("night-desk", (120, 36)), ("newsprint", (80, 24)), ("newsprint", (200, 60))],
    ids=["120x36", "80x24", "200x60"],
)
@pytest.mark.parametrize(
    ("name", "keys"),
    [("positions", ("2", "down", "p")), ("timeline", ("t",)), ("brief", ("b",))],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_full_views(
    snap_compare: Compare, make_app: MakeApp, name: str, keys: tuple[str, ...], theme: str, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(theme=theme), terminal_size=size, run_before=pressing(*keys))


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("statements", ("2", "down", "p", "enter")),
        ("months", ("t", "s", "s")),
        ("actor", ("down",)),
        ("focus", ("down", "down", "down", "down", "down", "f")),
        ("keys", ("question_mark",)),
        ("filter", ("F",)),
        ("themes", ("T",)),
        ("search", ("slash", *"ryabkov")),
        ("why", ("2", "down", "i")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_views(snap_compare: Compare, make_app: MakeApp, name: str, keys: tuple[str, ...]) -> None:
    assert snap_compare(make_app(), terminal_size=(120, 36), run_before=pressing(*keys))


@pytest.mark.parametrize("theme", ["night-desk", "newsprint"])
def test_settings(snap_compare: Compare, make_app: MakeApp, theme: str) -> None:
    app = make_app(theme=theme, preferences_file=Path("/config/preferences.yaml"))
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("comma", "down", "enter"))


@pytest.mark.parametrize("theme", ["night-desk", "newsprint"])
def test_tour(snap_compare: Compare, make_app: MakeApp, theme: str) -> None:
    assert snap_compare(make_app(theme=theme), terminal_size=(80, 24), run_before=pressing("H", "enter", "enter"))


def test_nothing_to_read(snap_compare: Compare, make_app: MakeApp) -> None:
    app = make_app(Briefing(None, "unknown"), seeds=(Path("/articles"),))
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing())


def test_without_colour(snap_compare: Compare, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(), terminal_size=(120, 36), run_before=pressing("2", "down"))


def test_plain_signs(snap_compare: Compare, make_app: MakeApp) -> None:
    app = make_app(glyphs="ascii")
    assert snap_compare(app, terminal_size=(120, 36), run_before=pressing("2", "down"))
