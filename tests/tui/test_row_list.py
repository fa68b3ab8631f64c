from __future__ import annotations

import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.pilot import Pilot

from briefing.tui.look import LookApp
from briefing.tui.paint import Piece, Pieces
from briefing.tui.themes import Themes
from briefing.tui.widgets.row_list import RowList
from briefing.tui.widgets.rows import Frame, LabelRow, Row, Rows, TitleRow
from briefing.tui.widgets.thumb import thumb_range
from tests.tui.conftest import screen_text


@dataclass(frozen=True)
class Plain:
    key: str
    height: int = 1
    gap: int = 0

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        return [(Piece(f"{self.key}.{line}"),) for line in range(self.height)]

    def tip(self) -> str:
        return f"tip of {self.key}"


class ListApp(LookApp):
    def __init__(self, themes: Themes, row_list: RowList) -> None:
        super().__init__(themes, "night-desk")
        self.row_list = row_list
        self.told: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.row_list

    @on(RowList.Moved)
    def tell(self, event: RowList.Moved) -> None:
        self.told.append(f"{type(event).__name__} {event.key}")


@asynccontextmanager
async def showing(
    themes: Themes, rows: Rows, height: int = 6, *, says_more: bool = False
) -> AsyncIterator[tuple[RowList, Pilot[int]]]:
    row_list = RowList(says_more=says_more)
    app = ListApp(themes, row_list)
    async with app.run_test(size=(20, height), notifications=True, tooltips=True) as pilot:
        row_list.focus()
        row_list.show(rows)
        await pilot.pause()
        yield row_list, pilot


def plain(*keys: str, height: int = 1, gap: int = 0) -> list[Row]:
    return [Plain(key, height, gap) for key in keys]


def seen(pilot: Pilot[int]) -> list[str]:
    return [line.rstrip() for line in screen_text(pilot.app).splitlines()]


async def test_rows_stand_behind_a_gutter_of_three_and_the_selected_one_has_a_bar(themes: Themes) -> None:
    async with showing(themes, Rows.of(plain("a", "b"))) as (_, pilot):
        assert seen(pilot)[:3] == ["▌  a.0", "   b.0", ""]


async def test_labels_are_shown_and_never_selected(themes: Themes) -> None:
    rows = Rows.of([LabelRow("one"), *plain("a"), LabelRow("two"), *plain("b")])
    async with showing(themes, rows) as (row_list, pilot):
        assert seen(pilot)[0] == "   one"
        assert row_list.selected_key == "a"
        await pilot.press("down")
        assert row_list.selected_key == "b"
        await pilot.press("up", "up")
        assert row_list.selected_key == "a"


async def test_only_whole_rows_are_shown_and_the_rest_is_counted(themes: Themes) -> None:
    rows = Rows.of(plain("a", "b", "c", "d", height=2, gap=1))
    async with showing(themes, rows, height=7, says_more=True) as (row_list, pilot):
        assert [line[3:6].strip() for line in seen(pilot)] == ["a.0", "a.1", "", "b.0", "b.1", "2 m", ""]
        await pilot.press("end")
        assert [line[3:6].strip() for line in seen(pilot)][:5] == ["c.0", "c.1", "", "d.0", "d.1"]
        assert row_list.selected_key == "d"


async def test_moving_up_to_the_first_row_shows_the_label_above_it(themes: Themes) -> None:
    rows = Rows.of([LabelRow("group"), *plain(*"abcdefgh")])
    async with showing(themes, rows, height=3) as (_, pilot):
        await pilot.press("end", "home")
        assert seen(pilot)[0].startswith("   group")


async def test_moving_down_to_the_last_row_shows_the_labels_below_it(themes: Themes) -> None:
    rows = Rows.of([*plain(*"abcdefgh"), LabelRow("one"), LabelRow("two")])
    async with showing(themes, rows, height=4) as (row_list, pilot):
        await pilot.press("end")
        assert [line[:6].rstrip() for line in seen(pilot)] == ["   g.0", "▌  h.0", "   one", "   two"]
        assert row_list.selected_key == "h"


async def test_a_row_taller_than_the_list_stays_in_view_before_labels(themes: Themes) -> None:
    rows = Rows.of([*plain("a", "b", height=3), *[LabelRow("end")] * 5])
    async with showing(themes, rows, height=4) as (row_list, pilot):
        await pilot.press("end")
        assert seen(pilot)[0].startswith("▌  b.0")
        assert row_list.selected_key == "b"


async def test_a_label_is_not_shown_without_anything_below_it(themes: Themes) -> None:
    rows = Rows.of([*plain("a", "b"), LabelRow("group"), *plain("c", height=2)])
    async with showing(themes, rows, height=4, says_more=True) as (_, pilot):
        assert [line[:9].rstrip() for line in seen(pilot)] == ["▌  a.0", "   b.0", "   1 more", ""]
    async with showing(themes, Rows.of([LabelRow(str(number)) for number in range(9)]), height=4) as (_, pilot):
        assert [line[3] for line in seen(pilot)] == ["0", "1", "2", "3"]


async def test_a_title_stands_over_the_gutter_with_its_words_above_those_of_the_rows(themes: Themes) -> None:
    async with showing(themes, Rows.of([TitleRow("Part", count="2 of 3"), *plain("a")])) as (_, pilot):
        title, row = seen(pilot)[:2]
        assert title == "── Part ── 2 of 3 ─"
        assert title.index("Part") == row.index("a.0")


async def test_the_selection_is_found_again_in_other_rows(themes: Themes) -> None:
    async with showing(themes, Rows.of(plain(*"abcdefgh")), height=4) as (row_list, pilot):
        row_list.select("e")
        await pilot.pause()
        before = seen(pilot)
        row_list.show(Rows.of(plain("x", "y", *"abcdefgh")))
        await pilot.pause()
        assert row_list.selected_key == "e"
        assert [line[3:6] for line in seen(pilot)] == [line[3:6] for line in before]


async def test_a_row_that_went_leaves_the_selection_to_its_place_until_it_is_back(themes: Themes) -> None:
    async with showing(themes, Rows.of(plain(*"abcd"))) as (row_list, _):
        row_list.select("b")
        row_list.show(Rows.of(plain("a", "c", "d")))
        assert row_list.selected_key == "c"
        row_list.show(Rows.of(plain("a")))
        assert row_list.selected_key == "a"
        row_list.show(Rows.of(plain(*"abcd")))
        assert row_list.selected_key == "b"


async def test_until_somebody_selects_the_first_row_is_selected(themes: Themes) -> None:
    async with showing(themes, Rows.of(plain("m"))) as (row_list, _):
        row_list.show(Rows.of(plain("a", "m")))
        assert row_list.selected_key == "a"


async def test_an_update_tells_nobody_that_the_selection_moved(themes: Themes) -> None:
    async with showing(themes, Rows.of(plain(*"abc"))) as (row_list, pilot):
        await pilot.press("down", "enter")
        row_list.show(Rows.of(plain("x", *"abc")))
        await pilot.pause()
        assert isinstance(pilot.app, ListApp)
        assert pilot.app.told == ["Moved b", "Opened b"]


async def test_without_rows_it_says_so_and_no_key_breaks_it(themes: Themes) -> None:
    async with showing(themes, Rows.of(())) as (row_list, pilot):
        row_list.show(Rows.of(()), empty=[(Piece("nothing to be seen here at all"),)])
        await pilot.press("up", "down", "end", "home", "pagedown", "pageup", "ctrl+d", "ctrl+u", "enter")
        assert row_list.selected_key is None
        assert seen(pilot)[:2] == ["   nothing to be", "   seen here at all"]


async def test_rows_of_labels_alone_have_no_selection(themes: Themes) -> None:
    async with showing(themes, Rows.of([LabelRow("only")])) as (row_list, pilot):
        await pilot.press("down", "end", "enter")
        assert row_list.selected_key is None


async def test_the_wheel_scrolls_and_the_selection_stays(themes: Themes) -> None:
    async with showing(themes, Rows.of(plain(*"abcdefghij")), height=4) as (row_list, pilot):
        await pilot._post_mouse_events([_scroll_down()], RowList, offset=(2, 1))
        await pilot.pause()
        assert seen(pilot)[0][3:6] == "d.0"
        assert row_list.selected_key == "a"
        await pilot.press("down")
        assert row_list.selected_key == "b"
        assert "b.0" in "".join(seen(pilot))


def _scroll_down() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


async def test_the_thumb_can_be_dragged(themes: Themes) -> None:
    async with showing(themes, Rows.of(plain(*"abcdefghij")), height=4) as (_, pilot):
        await pilot.mouse_down(RowList, offset=(19, 3))
        await pilot.pause()
        assert seen(pilot)[0][3:6] == "g.0"
        await pilot.hover(RowList, offset=(19, 0))
        await pilot.pause()
        assert seen(pilot)[0][3:6] == "a.0"
        await pilot.mouse_up(RowList, offset=(19, 0))
        await pilot.hover(RowList, offset=(5, 3))
        await pilot.pause()
        assert seen(pilot)[0][3:6] == "a.0"


async def test_a_row_under_the_mouse_has_its_words_in_a_tooltip(themes: Themes) -> None:
    async with showing(themes, Rows.of(plain("a", "b"))) as (row_list, pilot):
        await pilot.hover(RowList, offset=(4, 1))
        assert str(row_list.tooltip) == "tip of b"
        await pilot.hover(RowList, offset=(4, 5))
        assert row_list.tooltip is None


async def test_a_row_taller_than_the_list_is_shown_from_its_top(themes: Themes) -> None:
    async with showing(themes, Rows.of(plain("a", "b", height=9)), height=4, says_more=True) as (row_list, pilot):
        assert seen(pilot)[0][3:6] == "a.0"
        await pilot.press("down")
        assert seen(pilot)[0][3:6] == "b.0"
        assert row_list.selected_key == "b"


async def test_a_hundred_thousand_rows_are_made_only_as_they_are_seen(themes: Themes) -> None:
    made: list[int] = []

    def make(position: int) -> Row:
        made.append(position)
        return Plain(str(position))

    async with showing(themes, Rows(100_000, make), height=20) as (row_list, pilot):
        begin = time.thread_time()
        await pilot.press("end", "pageup", "home", "pagedown", "down")
        assert time.thread_time() - begin < 2
        assert row_list.selected == 20
        assert len(set(made)) < 200


def test_the_thumb_shows_which_part_is_seen() -> None:
    assert thumb_range(10, 10, 0, 5) == range(0)
    assert thumb_range(100, 10, 0, 10) == range(1)
    assert thumb_range(100, 10, 90, 10) == range(9, 10)
    assert thumb_range(20, 10, 5, 10) == range(2, 7)
    assert thumb_range(20, 10, 99, 10) == range(5, 10)
