from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing.model import Briefing, Skipped
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.screens.reader import Reader
from briefing.tui.widgets.article import ArticleView
from tests import factories
from tests.tui.conftest import Open, has_keys, is_on, list_of, screen_text, settle


async def test_the_first_screen_shows_people_disputes_and_what_is_to_come(opened: Open) -> None:
    async with opened() as pilot:
        text = screen_text(pilot.app)
    assert "Wendy Sherman" in text
    assert "Missile defense" in text
    assert "Wed 28 Jul  Strategic stability talks" in text
    assert "as of Fri 23 Jul 2021 · newest document" in text
    assert "4 documents · 3 Feb – 23 Jul 2021" in text


async def test_the_first_list_has_the_keys_and_its_first_actor_is_in_the_detail(opened: Open) -> None:
    async with opened() as pilot:
        assert has_keys(pilot.app, list_of(pilot.app, "actors"))
        assert "4 Russia" in screen_text(pilot.app)


@pytest.mark.parametrize(
    ("keys", "pane"),
    [
        (["tab"], "disputes"),
        (["tab", "tab"], "agenda"),
        (["right", "right", "right"], "entries"),
        (["tab", "tab", "tab", "tab"], "actors"),
        (["shift+tab"], "entries"),
        (["left"], "entries"),
        (["2"], "disputes"),
        (["3", "1"], "actors"),
        (["4"], "entries"),
        (["5"], "actors"),
    ],
)
async def test_keys_go_from_pane_to_pane(opened: Open, keys: list[str], pane: str) -> None:
    async with opened() as pilot:
        await pilot.press(*keys)
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == pane


async def test_in_a_wide_terminal_the_source_is_the_fifth_pane_and_enter_moves_into_it(opened: Open) -> None:
    async with opened(size=(200, 60)) as pilot:
        assert "5 U.S. and Russia to talk" in screen_text(pilot.app)
        await pilot.press("enter")
        assert has_keys(pilot.app, pilot.app.screen.query_one(ArticleView))
        await pilot.press("escape")
        assert has_keys(pilot.app, list_of(pilot.app, "actors"))
        await pilot.press("5", "enter")
        assert is_on(pilot.app, Reader)


async def test_the_source_follows_the_entry_that_is_moved_to(opened: Open) -> None:
    async with opened(size=(200, 60)) as pilot:
        await pilot.press("2", "down", "4", "down")
        article = pilot.app.screen.query_one("#source-article", ArticleView)
        assert article.document is not None
        assert article.document.path == "notes/defense.txt"


async def test_one_list_at_a_time_is_seen_in_a_narrow_terminal(opened: Open) -> None:
    async with opened(size=(80, 24)) as pilot:
        assert "Sergey Ryabkov" in screen_text(pilot.app)
        await pilot.press("2")
        text = screen_text(pilot.app)
    assert "Sergey Ryabkov" not in text
    assert "Missile defense        Russia · NATO · US      D1 A1 N1" in text


async def test_a_narrow_terminal_has_the_card_in_lines_above_the_sentences(opened: Open) -> None:
    async with opened(size=(80, 24)) as pilot:
        list_of(pilot.app, "actors").select("wendy-sherman")
        await pilot.pause()
        text = screen_text(pilot.app)
        assert "role       Deputy Secretary of State, as of 23 Jul 2021" in text
        assert "will meet  China, Sun 25 Jul · Sergey Ryabkov, Wed 28 Jul, Geneva" in text
        await pilot.press("4")
        assert list_of(pilot.app, "entries").selected == 3, "a line of the card cannot be selected"


async def test_enter_opens_the_newest_evidence_in_the_reader(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("2", "down", "enter")
        assert is_on(pilot.app, Reader)
        assert "Moscow insists that a new agreement" in screen_text(pilot.app)
        await pilot.press("escape")
        assert is_on(pilot.app, Dashboard)


async def test_the_focus_ties_the_panes_together_and_escape_shows_all(opened: Open) -> None:
    async with opened() as pilot:
        list_of(pilot.app, "actors").select("wendy-sherman")
        await pilot.pause()
        await pilot.press("f")
        text = screen_text(pilot.app)
        assert "◆ Wendy Sherman  esc shows all" in text
        assert "Wendy Sherman ◆" in text
        assert "2 of 6" in text
        assert "4 hidden · esc shows all" in text
        assert "Vladimir Putin" not in text
        await pilot.press("escape")
        assert "Vladimir Putin" in screen_text(pilot.app)
        assert list_of(pilot.app, "actors").selected_key == "wendy-sherman"


async def test_space_on_the_item_in_focus_takes_the_focus_away(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("2", "space")
        assert "◆" in screen_text(pilot.app)
        await pilot.press("space")
        assert "◆" not in screen_text(pilot.app)


async def test_a_pane_to_which_nothing_is_tied_says_so(opened: Open) -> None:
    async with opened() as pilot:
        list_of(pilot.app, "actors").select("antony-blinken")
        await pilot.pause()
        await pilot.press("f")
        text = screen_text(pilot.app)
    assert "Nothing here is tied to Antony Blinken." in text
    assert "focus: Antony Blinken" in text


async def test_a_selection_that_the_focus_hides_comes_back(opened: Open) -> None:
    async with opened() as pilot:
        list_of(pilot.app, "disputes").select("cyber")
        await pilot.press("1")
        list_of(pilot.app, "actors").select("volodymyr-zelenskyy")
        await pilot.pause()
        await pilot.press("f")
        assert list_of(pilot.app, "disputes").selected_key == "ukraine"
        await pilot.press("escape")
        assert list_of(pilot.app, "disputes").selected_key == "cyber"


async def test_escape_never_quits(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("escape", "escape", "backspace", "escape")
        assert pilot.app.is_running
        assert is_on(pilot.app, Dashboard)


async def test_q_quits(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert not pilot.app.is_running


async def test_an_empty_briefing_says_what_to_do(opened: Open) -> None:
    async with opened(Briefing(None, "unknown")) as pilot:
        text = screen_text(pilot.app)
        await pilot.press("enter", "f", "y", "i", "o", "down", "4", "enter", "slash", "escape")
        assert pilot.app.is_running
    assert "No article to read." in text
    assert "/articles" in text
    assert "as of ?" in text
    assert "focus" not in text.splitlines()[-1], "keys that do nothing here are not shown"


async def test_where_nothing_could_be_read_it_says_so_and_which_key_tells_why(opened: Open) -> None:
    nothing = Briefing(None, "unknown", skipped=(Skipped("a.txt", "binary"),))
    async with opened(nothing) as pilot:
        assert "The one file could not be" in screen_text(pilot.app)
    two = replace(nothing, skipped=(*nothing.skipped, Skipped("b.txt", "empty")))
    async with opened(two) as pilot:
        text = screen_text(pilot.app)
    assert "None of 2 files could be" in text
    assert "!  shows why" in text
    assert "Put .txt" not in text


async def test_lists_without_rows_say_why(opened: Open) -> None:
    alone = replace(factories.briefing(), disputes=(), agenda=())
    async with opened(alone) as pilot:
        text = screen_text(pilot.app)
    assert "No dispute found" in text
    assert "Relative dates such as “Wednesday”" in text


async def test_what_was_skipped_is_named_above_the_footer(opened: Open) -> None:
    async with opened() as pilot:
        line = screen_text(pilot.app).splitlines()[-3]
    assert "2 files skipped" in line
    assert "scan.pdf: unsupported type" in line
    assert "! shows why" in line


async def test_a_terminal_that_is_too_small_is_told_kindly(opened: Open) -> None:
    async with opened(size=(30, 8)) as pilot:
        assert "briefing needs 40 columns" in screen_text(pilot.app)
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        assert "Wendy Sherman" in screen_text(pilot.app)


async def test_every_size_can_be_drawn_and_the_selection_stays_through_them(opened: Open) -> None:
    async with opened(size=(200, 60)) as pilot:
        list_of(pilot.app, "actors").select("joe-biden")
        await pilot.press("5")
        for size in [(159, 29), (120, 36), (99, 30), (80, 24), (40, 12), (41, 70), (300, 12), (100, 13)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            screen_text(pilot.app)
            assert list_of(pilot.app, "actors").selected_key == "joe-biden"


async def test_the_focus_of_the_keys_leaves_a_pane_that_is_no_longer_there(opened: Open) -> None:
    async with opened(size=(200, 60)) as pilot:
        await pilot.press("2", "5")
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        assert has_keys(pilot.app, list_of(pilot.app, "disputes"))


async def test_the_basis_of_the_as_of_date_is_always_to_be_seen(opened: Open) -> None:
    given = replace(factories.briefing(), as_of=date(2021, 8, 1), as_of_basis="given")
    async with opened(given, size=(80, 24)) as pilot:
        assert "as of Sun 1 Aug 2021 · given" in screen_text(pilot.app)
    async with opened(size=(60, 24)) as pilot:
        assert "as of Fri 23 Jul 2021 · newest" in screen_text(pilot.app)


async def test_the_footer_drops_whole_hints_from_the_right_and_keeps_help(opened: Open) -> None:
    async with opened(size=(50, 24)) as pilot:
        footer = screen_text(pilot.app).splitlines()[-1]
    assert footer.rstrip().endswith("? help")
    assert footer.startswith(" tab pane  enter read  f focus")
    assert "quit" not in footer


async def test_a_click_selects_and_another_reads(opened: Open) -> None:
    async with opened() as pilot:
        lines = screen_text(pilot.app).splitlines()
        row = next(y for y, line in enumerate(lines) if "Missile defense" in line)
        await pilot.click(offset=(40, row))
        assert list_of(pilot.app, "disputes").selected_key == "missile_defense"
        assert "4 Missile defense" in screen_text(pilot.app)
        await pilot.click(offset=(40, row))
        await pilot.pause()
        assert is_on(pilot.app, Reader)


async def test_a_tab_can_be_clicked(opened: Open) -> None:
    async with opened(size=(80, 24)) as pilot:
        heading = screen_text(pilot.app).splitlines()[1]
        await pilot.click(offset=(heading.index("3 Agenda") + 2, 1))
        await pilot.pause()
        assert "Strategic stability talks" in screen_text(pilot.app)


async def test_reading_again_shows_what_is_new_and_keeps_the_selection(opened: Open) -> None:
    async with opened() as pilot:
        list_of(pilot.app, "actors").select("joe-biden")
        await pilot.press("r")
        await settle(pilot)
        assert list_of(pilot.app, "actors").selected_key == "joe-biden"
        assert "4 Joe Biden" in screen_text(pilot.app)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 16)])
async def test_filters_are_shown_while_they_hold(opened: Open, size: tuple[int, int]) -> None:
    narrowed = replace(factories.briefing(), narrowed=("since 2021-02-01", "on ukraine"))
    async with opened(narrowed, size=size) as pilot:
        for key in ("down", "f", "p", "t", "b", "escape"):
            await pilot.press(key)
            await settle(pilot)
            assert "only since" in screen_text(pilot.app).splitlines()[0], key
    async with opened(size=size) as pilot:
        assert "only" not in screen_text(pilot.app).splitlines()[0]
