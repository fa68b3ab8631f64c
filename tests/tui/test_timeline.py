"""The timeline by its keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from textual.pilot import Pilot

from briefing.model import Briefing
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.screens.positions import Positions
from briefing.tui.screens.reader import Reader
from briefing.tui.screens.statements import Statements
from tests import factories
from tests.tui.conftest import Open, is_on, list_of, screen_text, settle

LINE = "as of Fri 23 Jul 2021 ━━"


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def test_t_opens_the_axis_around_the_line_of_the_as_of_date(opened: Open) -> None:
    async with opened() as pilot:
        await press(pilot, "t")
        shown = screen_text(pilot.app)
        order = [
            "Thu 22 Apr",
            "welcomed the step",
            "Russian troops back in their bases",
            "wants later negotiations",
            LINE,
            "Meeting of Wendy Sherman",
            "Strategic stability talks",
            "4 years",
            "New START runs out",
            "no date",
            "Meeting of Volodymyr Zelenskyy and Vladimir Putin",
            "denies that its missile defense",
        ]
        places = [shown.index(words) for words in order]
        assert places == sorted(places)
        assert "6 agenda · 8 statements · by day" in shown
        await press(pilot, "t")
        assert is_on(pilot.app, Dashboard)


async def test_the_heading_tells_when_it_was_said_and_how_far_the_agenda_goes(opened: Open) -> None:
    async with opened() as pilot:
        await press(pilot, "t")
        heading = "3 Feb – 23 Jul 2021 · back to 26 Jan 2021, on to 4 Feb 2026"
        assert heading in screen_text(pilot.app).splitlines()[2]
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert " 3 Feb – 23 Jul 2021 ━━" in screen_text(pilot.app).splitlines()[1]


async def test_it_begins_at_what_comes_next_or_at_the_selected_item(opened: Open) -> None:
    async with opened() as pilot:
        await press(pilot, "t")
        assert list_of(pilot.app, "axis").selected_key == "meeting-2021-07-25"
        await press(pilot, "g", "0")
        assert list_of(pilot.app, "axis").selected_key == "meeting-2021-07-25"
        await press(pilot, "t", "3")
        list_of(pilot.app, "agenda").select("call-2021-01-26")
        await press(pilot, "t")
        assert list_of(pilot.app, "axis").selected_key == "call-2021-01-26"


async def test_enter_reads_the_source_of_an_item_and_of_a_statement(opened: Open) -> None:
    async with opened() as pilot:
        await press(pilot, "t", "enter")
        assert is_on(pilot.app, Reader)
        await press(pilot, "escape", "up", "enter")
        assert is_on(pilot.app, Reader)
        assert "D demand" in screen_text(pilot.app)


async def test_s_goes_from_days_to_weeks_and_months_and_stays_at_the_place(opened: Open) -> None:
    async with opened() as pilot:
        await press(pilot, "t")
        for words, name in (("by week", "week 19 Jul"), ("by month", "Jul 2021"), ("by day", "Sun 25 Jul")):
            await press(pilot, "s")
            shown = screen_text(pilot.app)
            assert words in shown
            assert name in shown
            assert list_of(pilot.app, "axis").selected_key == "meeting-2021-07-25"


async def test_what_was_said_in_a_month_is_told_by_dispute_and_listed_on_enter(opened: Open) -> None:
    async with opened() as pilot:
        await press(pilot, "t", "s", "s", "up")
        shown = screen_text(pilot.app)
        assert "said       Missile defense           D1" in shown
        await press(pilot, "up", "enter")
        assert is_on(pilot.app, Statements)
        assert "Missile defense · Jul 2021" in screen_text(pilot.app)
        assert "1 statement, newest first" in screen_text(pilot.app)


async def test_a_point_leaves_the_agenda_alone(opened: Open) -> None:
    async with opened() as pilot:
        await press(pilot, "t", "full_stop")
        shown = screen_text(pilot.app)
        assert "statements hidden" in shown
        assert "wants later negotiations" not in shown
        assert "Strategic stability talks" in shown
        await press(pilot, "full_stop")
        assert "wants later negotiations" in screen_text(pilot.app)


async def test_the_day_is_written_once_and_again_at_the_top_of_the_view(opened: Open) -> None:
    async with opened(size=(120, 14)) as pilot:
        await press(pilot, "t", "g", *["down"] * 4)
        lines = screen_text(pilot.app).splitlines()
        assert sum("Thu 22 Apr" in line for line in lines) == 1
        await press(pilot, "G", *["up"] * 10)
        top = screen_text(pilot.app).splitlines()[2]
        assert "Thu 22 Apr" in top
        assert "had demanded that Russia pull back" in top


async def test_an_uncertain_day_is_not_made_certain(opened: Open) -> None:
    briefing = factories.briefing()
    talks = next(item for item in briefing.agenda if item.place == "Geneva")
    assert talks.date is not None
    august = replace(talks.date, start=date(2021, 8, 1), end=date(2021, 8, 31), precision="month")
    async with opened(replace(briefing, agenda=(replace(talks, date=august),))) as pilot:
        await press(pilot, "t")
        shown = screen_text(pilot.app)
        assert "Aug 2021  □" in shown
        assert "1 Aug" not in shown


def moved() -> Briefing:
    """Return the briefing with New START's end told in two documents, of which the later one gives a later day."""
    briefing = factories.briefing()
    (ends,) = [item for item in briefing.agenda if item.instrument == "new-start"]
    assert ends.date is not None
    found = replace(ends.evidence[0], rule="deadline: verb")
    newest = replace(found, document=briefing.documents[0].id)
    before = replace(ends, id="before", title="New START was to run out", evidence=(found,))
    before = replace(before, date=replace(ends.date, start=date(2021, 2, 5), end=date(2021, 2, 5), basis="on"))
    return replace(briefing, agenda=(before, replace(ends, evidence=(newest,))))


async def test_what_moved_says_so_with_the_other_date_and_where_it_stands(opened: Open) -> None:
    async with opened(moved()) as pilot:
        await press(pilot, "t")
        shown = screen_text(pilot.app)
        line = next(line for line in shown.splitlines() if "New START runs out" in line)
        assert "moved" in line
        assert "was Fri 5 Feb 2021 [3]" in shown
        await press(pilot, "g")
        assert "now Wed 4 Feb 2026 [1]" in screen_text(pilot.app)


async def test_focus_follows_the_selected_row(opened: Open) -> None:
    async with opened() as pilot:
        await press(pilot, "t", "f")
        shown = screen_text(pilot.app)
        assert "◆ Meeting of Wendy Sherman" in shown.splitlines()[0]
        assert "Russian troops" not in shown
        await press(pilot, "f")
        assert "◆" not in screen_text(pilot.app)
        await press(pilot, "g", "down", "f")
        assert "◆" in screen_text(pilot.app).splitlines()[0]
        await press(pilot, "p")
        assert is_on(pilot.app, Positions)
        assert "◆" in screen_text(pilot.app).splitlines()[0]


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 36), (200, 60)])
async def test_every_size_can_be_drawn(opened: Open, size: tuple[int, int]) -> None:
    async with opened(moved(), size=size) as pilot:
        await press(pilot, "t")
        for keys in (["s"], ["s"], ["s"], ["g"], ["G"], ["full_stop"]):
            await press(pilot, *keys)
            assert "moved" in screen_text(pilot.app) or keys != ["G"]


async def test_without_an_agenda_and_without_a_day_it_says_what_is_missing(opened: Open) -> None:
    nothing = replace(factories.briefing(), statements=(), agenda=(), as_of=None)
    async with opened(nothing) as pilot:
        await press(pilot, "t", "enter", "s", "0", "full_stop", "f", "y")
        shown = screen_text(pilot.app)
        assert "No date found in these documents." in shown
        assert "as-of date" not in shown.splitlines()[-1], "keys that do nothing here are not shown"
    undated = replace(factories.briefing(), as_of=None)
    async with opened(undated) as pilot:
        await press(pilot, "t", "0", "s")
        assert LINE not in screen_text(pilot.app)
        assert "Strategic stability talks" in screen_text(pilot.app)
