from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model import Skipped
from briefing.tui.commands import HELP
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.screens.help import HelpScreen
from briefing.tui.screens.palette import PaletteScreen, matching
from briefing.tui.screens.reader import Reader
from tests import factories
from tests.tui.conftest import Open, is_on, list_of, screen_text


async def test_the_help_is_titled_keys_and_names_every_section(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        text = screen_text(pilot.app)
    assert "╭─ Keys ─" in text
    assert "─ dashboard ─╮" in text
    for section in HELP:
        assert section.title in text
    assert "Kinds of statement" in text
    assert "new since last time" in text


@pytest.mark.parametrize("key", ["escape", "backspace", "q"])
async def test_the_help_goes_away_by_any_key_that_goes_back(opened: Open, key: str) -> None:
    async with opened() as pilot:
        await pilot.press("f1")
        await pilot.pause()
        assert is_on(pilot.app, HelpScreen)
        await pilot.press(key)
        await pilot.pause()
        assert is_on(pilot.app, Dashboard)


async def test_in_a_small_terminal_the_help_scrolls(opened: Open) -> None:
    async with opened(size=(80, 20)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert "source number" not in screen_text(pilot.app)
        await pilot.press("end")
        await pilot.pause()
        assert "source number" in screen_text(pilot.app)
        await pilot.press("home", "down", "up", "pagedown", "pageup", "enter")
        await pilot.pause()
        assert "next pane, back" in screen_text(pilot.app)


async def test_the_help_says_from_which_view_it_was_opened(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("enter", "question_mark")
        await pilot.pause()
        assert "─ reader ─╮" in screen_text(pilot.app)


async def test_the_palette_lists_commands_with_their_keys_and_carries_one_out(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("colon")
        await pilot.pause()
        assert "Search everything" in screen_text(pilot.app)
        assert "Next mention" not in screen_text(pilot.app), "there is no article here"
        await pilot.press(*"agenda", "enter")
        await pilot.pause()
        assert is_on(pilot.app, Dashboard)
        assert pilot.app.focused is list_of(pilot.app, "agenda")


async def test_the_palette_of_the_reader_has_the_readers_commands(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("enter", "ctrl+p")
        await pilot.pause()
        assert is_on(pilot.app, PaletteScreen)
        await pilot.press(*"next men", "enter")
        await pilot.pause()
        assert is_on(pilot.app, Reader)
        assert "mention 2 of 5" in screen_text(pilot.app)


async def test_the_palette_says_when_there_is_no_such_command(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("colon", *"xyz", "enter")
        await pilot.pause()
        assert "no such command" in screen_text(pilot.app)
        await pilot.press("up", "down", "pageup", "pagedown", "tab", "escape")
        await pilot.pause()
        assert is_on(pilot.app, Dashboard)


def test_words_match_where_words_begin_before_anywhere() -> None:
    spans = matching("pane next", "Next pane")
    assert spans is not None
    assert ["Next pane"[span.start : span.end] for span in spans] == ["Next", "pane"]
    assert matching("ane", "Next pane") is not None
    assert matching("quit", "Next pane") is None
    assert matching("", "Next pane") == ()


async def test_what_was_skipped_has_a_list_with_reasons(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("exclamation_mark")
        await pilot.pause()
        text = screen_text(pilot.app)
        assert "╭─ Not read ─" in text
        assert "empty.txt" in text
        assert "unsupported type .pdf: briefing reads .txt and .md" in text
        await pilot.press("down", "escape")
        await pilot.pause()
        assert is_on(pilot.app, Dashboard)


async def test_a_hundred_skipped_files_are_scrolled_through(opened: Open) -> None:
    skipped = tuple(Skipped(f"folder/{number}.pdf", "unsupported type") for number in range(100))
    async with opened(replace(factories.briefing(), skipped=skipped)) as pilot:
        await pilot.press("exclamation_mark", "end")
        await pilot.pause()
        assert "folder/99.pdf" in screen_text(pilot.app)


async def test_where_all_was_read_the_list_says_so(opened: Open) -> None:
    async with opened(replace(factories.briefing(), skipped=())) as pilot:
        assert "skipped" not in screen_text(pilot.app)
        await pilot.press("exclamation_mark")
        await pilot.pause()
        assert "Everything was read." in screen_text(pilot.app)


async def test_why_names_rule_sentence_source_and_file(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("i")
        await pilot.pause()
        text = screen_text(pilot.app)
    for words in ("╭─ Why ─", "read by     name", "[1] AP, Fri 23 Jul 2021, from text", "talks.txt"):
        assert words in text


async def test_why_keeps_a_denied_or_reported_claim_from_standing_bare(opened: Open) -> None:
    briefing = factories.briefing()
    statements = tuple(replace(said, negated=True, reported_by="usa") for said in briefing.statements)
    async with opened(replace(briefing, statements=statements)) as pilot:
        await pilot.press("2", "down", "i")
        await pilot.pause()
        text = screen_text(pilot.app)
        assert "not quoted, negated, reported by United States" in text
        await pilot.press("escape")
        await pilot.pause()
        text = screen_text(pilot.app)
        assert "says US" in text
        assert "negated" in text
