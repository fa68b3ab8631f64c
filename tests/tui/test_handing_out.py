"""Copying and opening in an editor."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing.tui import clipboard
from briefing.tui.app import BriefingApp
from briefing.tui.clipboard import copy_with_tool, platform_tool
from briefing.tui.editor import editor_command
from tests import factories
from tests.tui.conftest import Open, list_of, screen_text, settle


@pytest.fixture(autouse=True)
def no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test writes the clipboard of whoever runs it."""
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(variable, raising=False)


async def test_a_copy_has_its_attribution_and_the_toast_says_how_it_went(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("2", "down", "y")
        await settle(pilot)
        expected = '"Moscow insists that a new agreement must limit U.S. missile defenses." - AP, 23 Jul 2021'
        assert pilot.app.clipboard == expected
        assert "copied through the terminal (OSC 52)" in screen_text(pilot.app)


async def test_in_the_detail_the_selected_entry_is_copied(opened: Open) -> None:
    async with opened() as pilot:
        list_of(pilot.app, "actors").select("antony-blinken")
        await pilot.pause()
        await pilot.press("4", "y")
        await settle(pilot)
        expected = '"The treaty makes the world safer" - Antony Blinken, State Department, 3 Feb 2021'
        assert pilot.app.clipboard == expected


async def test_in_the_reader_the_sentence_looked_at_is_copied(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("enter", "n", "y")
        await settle(pilot)
        assert pilot.app.clipboard.startswith('"WASHINGTON (AP) — The United States and Russia will open')


async def test_the_platforms_tool_is_named(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.tui.handing_out.copy_with_tool", lambda text: "wl-copy")
    async with opened() as pilot:
        await pilot.press("y")
        await settle(pilot)
        assert "copied with wl-copy, and through the terminal (OSC 52)" in screen_text(pilot.app)


async def test_ctrl_c_quits_where_nothing_is_selected(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert not pilot.app.is_running


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q"])
async def test_the_keys_that_quit_at_once_do_so_in_an_overlay_too(opened: Open, key: str) -> None:
    async with opened() as pilot:
        await pilot.press("slash", key)
        await pilot.pause()
        assert not pilot.app.is_running


async def test_words_selected_with_the_mouse_are_marked_and_copied(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("enter")
        await pilot.mouse_down(offset=(6, 7))
        await pilot.hover(offset=(21, 7))
        await pilot.mouse_up(offset=(21, 7))
        await pilot.pause()
        strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
        marked = [
            part.text
            for part in strips[7]
            if part.style and part.style.bgcolor and part.style.bgcolor.name == "#2b3848"
        ]
        assert "".join(marked).startswith("WASHINGTON (AP)")
        await pilot.press("ctrl+c")
        await settle(pilot)
        assert pilot.app.is_running
        assert pilot.app.clipboard.startswith("WASHINGTON (AP)")
        assert "copied through the terminal" in screen_text(pilot.app)


async def test_a_selection_over_several_lines_has_no_indent(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("enter")
        await pilot.mouse_down(offset=(6, 7))
        await pilot.hover(offset=(15, 8))
        await pilot.mouse_up(offset=(15, 8))
        await pilot.press("ctrl+c")
        await settle(pilot)
        first, second = pilot.app.clipboard.splitlines()
        assert first == "WASHINGTON (AP) — The United States and Russia will open strategic"
        assert second.startswith("stability")


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "darwin", "pbcopy"),
        ({}, "win32", "clip.exe"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", "wl-copy"),
        ({"DISPLAY": ":0"}, "linux", "xclip"),
        ({"WSL_DISTRO_NAME": "Ubuntu"}, "linux", "clip.exe"),
        ({}, "linux", None),
    ],
)
def test_each_platform_has_its_own_tool(
    environment: dict[str, str], platform: str, expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.tui.clipboard.shutil.which", lambda name: f"/bin/{name}")
    tool = platform_tool(environment, platform)
    assert (tool[0] if tool else None) == expected


def test_a_tool_that_is_not_installed_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.tui.clipboard.shutil.which", lambda name: "/bin/xsel" if name == "xsel" else None)
    assert platform_tool({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, "linux") == ("xsel", "--clipboard", "--input")


@pytest.mark.parametrize("failure", [OSError("gone"), subprocess.TimeoutExpired("xclip", 3)])
def test_a_tool_that_fails_is_as_good_as_none(failure: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise failure

    monkeypatch.setattr(clipboard, "platform_tool", lambda environment: ("xclip",))
    monkeypatch.setattr(subprocess, "run", fail)
    assert copy_with_tool("words") is None


def test_a_tool_is_given_the_text_and_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    target = tmp_path / "copied"
    monkeypatch.setattr(clipboard, "platform_tool", lambda environment: ("tee", str(target)))
    assert copy_with_tool("Рябков “said”") == "tee"
    assert target.read_text(encoding="utf-8") == "Рябков “said”"


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"EDITOR": "vim"}, ["vim", "+7", "/a/b c.txt"]),
        ({"EDITOR": "vim", "VISUAL": "/usr/bin/nano -w"}, ["/usr/bin/nano", "-w", "+7", "/a/b c.txt"]),
        ({"EDITOR": "code"}, ["code", "--wait", "--goto", "/a/b c.txt:7"]),
        ({"EDITOR": "hx"}, ["hx", "/a/b c.txt:7"]),
        ({"EDITOR": "'my editor' --flag"}, ["my editor", "--flag", "/a/b c.txt"]),
    ],
)
def test_an_editor_is_told_the_line_as_it_wants_it(environment: dict[str, str], command: Sequence[str]) -> None:
    assert editor_command(Path("/a/b c.txt"), 7, environment) == command


def test_without_an_editor_set_a_common_one_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.tui.editor.shutil.which", lambda name: "/bin/nano" if name == "nano" else None)
    assert editor_command(Path("/a.txt"), 1, {}) == ["nano", "+1", "/a.txt"]
    monkeypatch.setattr("briefing.tui.editor.shutil.which", lambda name: None)
    assert editor_command(Path("/a.txt"), 1, {}) is None


async def test_the_editor_opens_the_file_at_the_sentence_with_the_terminal_to_itself(
    opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "vi")
    calls: list[Sequence[str]] = []
    suspended: list[bool] = []

    @contextmanager
    def suspend(app: BriefingApp) -> Any:
        suspended.append(True)
        yield
        suspended.append(False)

    monkeypatch.setattr(BriefingApp, "suspend", suspend)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: calls.append(command))
    briefing = factories.briefing()
    file = str(tmp_path / "talks.txt")
    documents = (replace(briefing.documents[0], file=file), *briefing.documents[1:])
    async with opened(replace(briefing, documents=documents)) as pilot:
        await pilot.press("2", "down", "o")
        await pilot.pause()
    assert calls == [["vi", "+7", file]]
    assert suspended == [True, False]


@pytest.mark.parametrize(
    ("editor", "said"),
    [("'unbalanced", "EDITOR: No closing quotation"), ("/no/such/editor", "EDITOR: ")],
)
async def test_an_editor_that_cannot_be_started_is_told(
    opened: Open, monkeypatch: pytest.MonkeyPatch, editor: str, said: str
) -> None:
    @contextmanager
    def suspend(app: BriefingApp) -> Any:
        yield

    monkeypatch.setattr(BriefingApp, "suspend", suspend)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    briefing = factories.briefing()
    documents = (replace(briefing.documents[0], file="/x/talks.txt"), *briefing.documents[1:])
    async with opened(replace(briefing, documents=documents)) as pilot:
        await pilot.press("o")
        await settle(pilot)
        assert said in screen_text(pilot.app)


async def test_what_is_no_file_is_told(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("o")
        await settle(pilot)
        assert "talks.txt is no file on disk" in screen_text(pilot.app)
