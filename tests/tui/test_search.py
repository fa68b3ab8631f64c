from __future__ import annotations

import pytest

from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.screens.reader import Reader
from tests.tui.conftest import Open, has_keys, is_on, list_of, screen_text, settle


async def type_in(pilot, words: str) -> None:  # type: ignore[no-untyped-def]
    await pilot.press("slash", *words)
    await settle(pilot)


@pytest.mark.parametrize("query", ["sherman", "shermn", "wendy sherman", "sherman wendy"])
async def test_a_person_is_found_as_one_types(opened: Open, query: str) -> None:
    async with opened() as pilot:
        await type_in(pilot, query)
        text = screen_text(pilot.app)
    assert "Wendy Sherman  Deputy Secretary of State · United States" in text
    assert "named 2 times" in text


async def test_hits_are_grouped_by_kind_and_empty_kinds_are_told(opened: Open) -> None:
    async with opened() as pilot:
        await type_in(pilot, "ryabkov")
        text = screen_text(pilot.app)
    for words in ("actors", "agenda", "sentences", "nothing in disputes, instruments", "3 hits"):
        assert words in text


async def test_matched_letters_are_bold_and_underlined(opened: Open) -> None:
    async with opened() as pilot:
        await type_in(pilot, "ryabkov")
        strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
        matched = [
            segment.text
            for strip in strips
            for segment in strip
            if segment.style and segment.style.underline and segment.style.bold
        ]
    assert matched
    assert set(matched) == {"Ryabkov"}


async def test_enter_goes_to_an_item_in_its_list(opened: Open) -> None:
    async with opened() as pilot:
        await type_in(pilot, "missile defense")
        await pilot.press("tab", "tab")
        await settle(pilot)
        assert "disputes · 1 hit" in screen_text(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert is_on(pilot.app, Dashboard)
        assert list_of(pilot.app, "disputes").selected_key == "missile_defense"
        assert has_keys(pilot.app, list_of(pilot.app, "disputes"))
        assert "4 Missile defense" in screen_text(pilot.app)


async def test_enter_opens_a_sentence_in_the_reader_with_the_words_marked(opened: Open) -> None:
    async with opened() as pilot:
        await type_in(pilot, "launchers in romania")
        await pilot.press("enter")
        await pilot.pause()
        assert is_on(pilot.app, Reader)
        assert "┃  Russia says that launchers in Romania" in screen_text(pilot.app)


async def test_enter_opens_an_instrument_in_the_reader(opened: Open) -> None:
    async with opened() as pilot:
        await type_in(pilot, "new start")
        await pilot.press("shift+tab", "shift+tab")
        await settle(pilot)
        assert "instruments · 1 hit" in screen_text(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert is_on(pilot.app, Reader)
        assert "New START · mention 1 of 1" in screen_text(pilot.app)


async def test_what_the_focus_hides_is_gone_to_without_it(opened: Open) -> None:
    async with opened() as pilot:
        list_of(pilot.app, "actors").select("wendy-sherman")
        await pilot.pause()
        await pilot.press("f")
        await type_in(pilot, "zelenskyy")
        await pilot.press("enter")
        await pilot.pause()
        assert list_of(pilot.app, "actors").selected_key == "volodymyr-zelenskyy"
        assert "◆" not in screen_text(pilot.app)


async def test_arrows_move_and_the_preview_follows(opened: Open) -> None:
    async with opened() as pilot:
        await type_in(pilot, "ryabkov")
        assert "person · Russia · 1 mention in 1 document" in screen_text(pilot.app)
        await pilot.press("down")
        await pilot.pause()
        assert "meeting · to come" in screen_text(pilot.app)
        await pilot.press("up")
        await pilot.pause()
        assert "person · Russia · 1 mention in 1 document" in screen_text(pilot.app)


async def test_a_space_is_a_space_and_letters_are_letters(opened: Open) -> None:
    async with opened() as pilot:
        await type_in(pilot, "q f")
        assert "/ q f" in screen_text(pilot.app)


async def test_nothing_found_is_said_and_escape_closes(opened: Open) -> None:
    async with opened() as pilot:
        await type_in(pilot, "xqzjvk")
        assert "nothing found" in screen_text(pilot.app)
        await pilot.press("enter")
        await pilot.press("escape")
        await pilot.pause()
        assert is_on(pilot.app, Dashboard)


async def test_a_click_selects_a_hit_and_another_goes_there(opened: Open) -> None:
    async with opened() as pilot:
        await type_in(pilot, "ryabkov")
        row = next(y for y, line in enumerate(screen_text(pilot.app).splitlines()) if "with Sergey Ryabkov" in line)
        await pilot.click(offset=(40, row))
        await pilot.click(offset=(40, row))
        await pilot.pause()
        assert list_of(pilot.app, "agenda").selected_key == "strategic-stability-talks-2021-07-28"


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 60)])
async def test_the_search_can_be_drawn_at_every_size(opened: Open, size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        await type_in(pilot, "russia")
        text = screen_text(pilot.app)
        assert "Search" in text
        assert "/ russia" in text
