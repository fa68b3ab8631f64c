"""Colour is never the only sign, and typographic signs have a plain stand-in."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Open, screen_text


async def test_with_no_color_only_greys_are_drawn(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as pilot:
        screenshot = pilot.app.export_screenshot()
    colours = {word[:7] for word in screenshot.split("fill: ")[1:] if word.startswith("#")}
    colours -= {"#c5c8c6", "#292929", "#ff5f57", "#febc2e", "#28c840"}
    assert colours
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours), colours


async def test_without_colour_signs_tell_selection_pane_mention_and_evidence(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as pilot:
        text = screen_text(pilot.app)
        assert " ▌  Russia" in text
        assert " ▏  Arms control" in text
        assert " ━━ 1 Actors ━" in text
        assert " ── 2 Disputes ─" in text
        await pilot.press("enter")
        text = screen_text(pilot.app)
        assert "mention 1 of 5" in text
        assert "   ┃  " in text


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_in_plain_signs_everything_is_ascii(opened: Open, size: tuple[int, int]) -> None:
    async with opened(glyphs="ascii", size=size) as pilot:
        assert screen_text(pilot.app).isascii()
        assert " >  Russia" in screen_text(pilot.app)
        for key in ["p", "t", "b", "e", "f", "question_mark", "T", "slash", "colon", "exclamation_mark", "i"]:
            await pilot.press(key)
            await pilot.pause()
            assert screen_text(pilot.app).isascii(), key
            if key != "f":
                await pilot.press("escape")
        await pilot.press("escape", "enter", "enter")
        await pilot.pause()
        text = screen_text(pilot.app)
        assert text.isascii()
        assert "WASHINGTON (AP) - The United States" in text
