"""The positions matrix by its keys, at three sizes, with little and with much in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from textual.geometry import Size
from textual.pilot import Pilot

from briefing.model import Actor, Briefing, Dispute, Evidence, Span, Statement
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.screens.positions import Positions
from briefing.tui.screens.reader import Reader
from briefing.tui.screens.statements import Statements
from briefing.tui.screens.timeline import TimelineView
from briefing.tui.widgets.grid import Grid, lay_out_grid
from tests import factories
from tests.tui.conftest import Open, is_on, list_of, screen_text, settle


def positions(pilot: Pilot[int]) -> Positions:
    """Return the positions, which are on top."""
    screen = pilot.app.screen
    assert isinstance(screen, Positions)
    return screen


def cell(pilot: Pilot[int]) -> tuple[str, str]:
    """Return the names of the selected dispute and party."""
    screen = positions(pilot)
    assert screen.dispute is not None
    assert screen.party is not None
    return screen.dispute.name, screen.party.name


def header(pilot: Pilot[int]) -> str:
    return screen_text(pilot.app).splitlines()[0]


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


def spoken_by(**actors: str) -> Briefing:
    """Return the briefing with other speakers, by the id of the one before."""
    briefing = factories.briefing()
    statements = tuple(replace(one, actor=actors.get(str(one.actor), one.actor)) for one in briefing.statements)
    return replace(briefing, statements=statements)


async def test_p_opens_the_matrix_and_closes_it(opened: Open) -> None:
    async with opened() as pilot:
        await press(pilot, "p")
        shown = screen_text(pilot.app)
        assert "briefing  positions" in shown
        for name in ("Arms control", "Missile defense", "Russia", "United States", "D demand", "wants later"):
            assert name in shown
        await press(pilot, "p")
        assert is_on(pilot.app, Dashboard)
        await press(pilot, "p", "escape")
        assert is_on(pilot.app, Dashboard)


async def test_the_matrix_opens_on_what_is_selected_in_the_dashboard(opened: Open) -> None:
    async with opened() as pilot:
        list_of(pilot.app, "disputes").select("ukraine")
        await press(pilot, "2", "p")
        assert cell(pilot)[0] == "Ukraine"
        await press(pilot, "p", "1")
        list_of(pilot.app, "actors").select("wendy-sherman")
        await press(pilot, "p")
        assert cell(pilot)[1] == "United States"


async def test_arrows_move_the_cell_and_stop_at_the_edges(opened: Open) -> None:
    async with opened() as pilot:
        await press(pilot, "p")
        start = cell(pilot)
        await press(pilot, "left", "up")
        assert cell(pilot) == start
        await press(pilot, "right", "down")
        assert cell(pilot)[0] != start[0]
        assert cell(pilot)[1] != start[1]
        await press(pilot, "G", *["right"] * 9)
        assert cell(pilot) == ("Cyber", "Jens Stoltenberg")
        await press(pilot, "g")
        assert cell(pilot) == (start[0], "Jens Stoltenberg")


async def test_no_denied_or_reported_claim_is_shown_as_made(opened: Open) -> None:
    briefing = factories.briefing()
    denied = next(one for one in briefing.statements if one.kind == "deny")
    async with opened(replace(briefing, statements=(denied,))) as pilot:
        await press(pilot, "p")
        assert "N deny" in screen_text(pilot.app)
        assert "denies that its missile" in screen_text(pilot.app)
    reported = replace(denied, kind="state", reported_by="usa")
    async with opened(replace(briefing, statements=(reported,))) as pilot:
        await press(pilot, "p")
        assert "says US: NATO denies that" in screen_text(pilot.app)


async def test_enter_lists_the_statements_of_a_cell_and_enter_again_reads_the_source(opened: Open) -> None:
    async with opened() as pilot:
        list_of(pilot.app, "disputes").select("missile_defense")
        await press(pilot, "2", "p", "enter")
        assert is_on(pilot.app, Statements)
        shown = screen_text(pilot.app)
        assert "Russia on Missile defense" in shown
        assert "2 statements, newest first" in shown
        assert shown.index("a new agreement must limit") < shown.index("launchers in Romania")
        await press(pilot, "down", "enter")
        assert is_on(pilot.app, Reader)
        assert "Missile defense, the oldest argument" in screen_text(pilot.app)
        await press(pilot, "escape")
        assert is_on(pilot.app, Statements)
        await press(pilot, "escape")
        assert is_on(pilot.app, Positions)


async def test_enter_on_an_empty_cell_does_nothing(opened: Open) -> None:
    async with opened() as pilot:
        await press(pilot, "p", "G", "enter")
        assert is_on(pilot.app, Positions)
        assert "no position found" in screen_text(pilot.app)


async def test_a_point_opens_the_people_of_a_state_and_folds_them_again(opened: Open) -> None:
    async with opened(spoken_by(rus="sergey-ryabkov")) as pilot:
        await press(pilot, "p", "full_stop")
        assert "Sergey Ryabkov ─" in screen_text(pilot.app)
        await press(pilot, "right")
        assert cell(pilot)[1] == "Sergey Ryabkov"
        await press(pilot, "full_stop")
        assert cell(pilot)[1] == "Russia"
        assert "Sergey Ryabkov ─" not in screen_text(pilot.app)


async def test_s_sorts_rows_and_columns_and_the_cell_stays_selected(opened: Open) -> None:
    async with opened() as pilot:
        await press(pilot, "p")
        before = cell(pilot)
        seen = []
        for words in ("newest first", "by name", "most said first"):
            await press(pilot, "s")
            assert words in header(pilot)
            assert cell(pilot) == before
            seen.append([row.name for row in positions(pilot)._matrix.rows])
        assert seen[1] == ["Arms control", "Missile defense", "Ukraine", "Cyber"]


async def test_shifting_shows_the_further_parties(opened: Open) -> None:
    async with opened() as pilot:
        await press(pilot, "p")
        assert "parties 1–3 of 5" in header(pilot)
        await press(pilot, "greater_than_sign")
        assert "parties 3–5 of 5" in header(pilot)
        assert "Jens Stoltenberg" in screen_text(pilot.app)
        await press(pilot, "less_than_sign")
        assert "parties 1–3 of 5" in header(pilot)


async def test_focus_narrows_to_the_party_then_to_the_dispute_and_holds_in_every_view(opened: Open) -> None:
    async with opened() as pilot:
        list_of(pilot.app, "actors").select("nato")
        await press(pilot, "p", "f")
        assert "◆ NATO" in header(pilot)
        assert [row.name for row in positions(pilot)._matrix.rows] == ["Missile defense"]
        await press(pilot, "f")
        assert "◆ Missile defense" in header(pilot)
        await press(pilot, "t")
        assert is_on(pilot.app, TimelineView)
        assert "◆ Missile defense" in header(pilot)
        await press(pilot, "p", "f")
        assert "◆" not in header(pilot)
        assert len(positions(pilot)._matrix.rows) == 4
        await press(pilot, "f", "escape")
        assert is_on(pilot.app, Dashboard)
        assert "◆" in header(pilot)


async def test_a_focus_without_positions_says_so(opened: Open) -> None:
    async with opened() as pilot:
        list_of(pilot.app, "actors").select("chn")
        await press(pilot, "f", "p")
        assert "Nothing here is tied to China." in screen_text(pilot.app)
        await press(pilot, "enter", "right", "down", "full_stop", "s", "y", "i", "f")
        assert "Arms control" in screen_text(pilot.app)


async def test_without_positions_the_matrix_says_what_would_stand_there(opened: Open) -> None:
    for size in ((120, 36), (80, 24)):
        async with opened(replace(factories.briefing(), statements=()), size=size) as pilot:
            await press(pilot, "p", "down", "right", "enter")
            shown = screen_text(pilot.app)
            assert "No position found in these documents." in shown
            assert "sort" not in shown.splitlines()[-1], "keys that do nothing here are not shown"


async def test_in_80_columns_one_dispute_is_seen_at_a_time(opened: Open) -> None:
    async with opened(size=(80, 24)) as pilot:
        list_of(pilot.app, "disputes").select("missile_defense")
        await press(pilot, "2", "p")
        shown = screen_text(pilot.app)
        assert "Missile defense" in shown
        assert "dispute 2 of 4" in shown
        assert "no position found: United States, Ukraine, Jens Stoltenberg" in shown
        assert cell(pilot) == ("Missile defense", "Russia")
        await press(pilot, "down")
        assert cell(pilot) == ("Missile defense", "NATO")
        await press(pilot, "right")
        assert "dispute 3 of 4" in screen_text(pilot.app)
        await press(pilot, "left", "left", "left")
        assert "dispute 1 of 4" in screen_text(pilot.app)
        await press(pilot, "enter")
        assert is_on(pilot.app, Statements)


async def test_the_selected_cell_stays_when_the_terminal_changes(opened: Open) -> None:
    async with opened() as pilot:
        list_of(pilot.app, "disputes").select("missile_defense")
        await press(pilot, "2", "p", *["right"] * 3)
        assert cell(pilot) == ("Missile defense", "NATO")
        for size in ((80, 24), (200, 60), (120, 36), (60, 12)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert cell(pilot) == ("Missile defense", "NATO")
            assert "NATO" in screen_text(pilot.app)


async def test_copy_and_why_are_about_the_newest_statement_of_the_cell(opened: Open) -> None:
    async with opened() as pilot:
        list_of(pilot.app, "disputes").select("missile_defense")
        await press(pilot, "2", "p", "y")
        assert "a new agreement must limit" in pilot.app.clipboard
        await press(pilot, "i")
        assert "speech verb: insists" in screen_text(pilot.app)


async def test_a_click_selects_a_cell_and_another_one_opens_it(opened: Open) -> None:
    async with opened() as pilot:
        await press(pilot, "p")
        grid = pilot.app.screen.query_one(Grid)
        pitch = lay_out_grid(grid.size, 4, 5).text_width + 3
        await pilot.click(Grid, offset=(30 + pitch, 6))
        await settle(pilot)
        assert cell(pilot) == ("Missile defense", "United States")
        await pilot.click(Grid, offset=(5, 2))
        assert cell(pilot) == ("Missile defense", "United States")
        await pilot.click(Grid, offset=(30, 6))
        await pilot.click(Grid, offset=(30, 6))
        await settle(pilot)
        assert is_on(pilot.app, Statements)


@pytest.mark.parametrize(
    ("size", "rows", "columns", "shown"),
    [((118, 27), 7, 11, (6, 3)), ((198, 50), 7, 11, (10, 5)), ((98, 20), 60, 80, (4, 2)), ((40, 8), 9, 9, (1, 1))],
)
def test_as_many_rows_and_columns_are_in_view_as_fit_whole(
    size: tuple[int, int], rows: int, columns: int, shown: tuple[int, int]
) -> None:
    layout = lay_out_grid(Size(*size), rows, columns)
    assert (layout.rows, layout.columns) == shown


def large(disputes: int = 60, actors: int = 80) -> Briefing:
    """Return a briefing in which each of many actors speaks on each of many disputes."""
    briefing = factories.briefing()
    model = next(one for one in briefing.statements if one.kind == "demand")
    people = tuple(Actor(f"p{number:02}", "organisation", f"Body {number:02}") for number in range(actors))
    topics = tuple(Dispute(f"d{number:02}", f"Dispute {number:02}") for number in range(disputes))
    statements = tuple(_said(model, actor, topics) for actor in people)
    return replace(briefing, actors=(*briefing.actors, *people), disputes=topics, statements=statements)


def _said(model: Statement, actor: Actor, disputes: Sequence[Dispute]) -> Statement:
    return replace(model, id=f"s-{actor.id}", actor=actor.id, disputes=tuple(dispute.id for dispute in disputes))


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_sixty_disputes_by_eighty_actors(opened: Open, size: tuple[int, int]) -> None:
    async with opened(large(), size=size) as pilot:
        await press(pilot, "p")
        assert len(positions(pilot)._matrix.cells) == 60 * 80
        for keys in (["down", "G"], ["pagedown", "pageup"], ["right"], ["g"], ["s"], ["left"], ["end"]):
            await press(pilot, *keys)
            assert cell(pilot)[0] in screen_text(pilot.app)
            assert cell(pilot)[1] in screen_text(pilot.app)


async def test_a_key_makes_only_cells_that_come_into_view(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing.tui.screens.position_cells import PositionCells

    made = 0
    original = PositionCells.cell

    def counting(cells: PositionCells, *place: object) -> object:
        nonlocal made
        made += 1
        return original(cells, *place)  # type: ignore[arg-type]

    monkeypatch.setattr(PositionCells, "cell", counting)
    async with opened(large()) as pilot:
        await press(pilot, "p")
        for key in ("down", "G", "greater_than_sign", "right", "g"):
            made = 0
            await press(pilot, key)
            assert 0 < made < 100, key
        await press(pilot, *["greater_than_sign"] * 30, "G")
        assert cell(pilot) == ("Dispute 59", "Body 79")


async def test_of_a_long_sentence_what_is_cut_is_marked(opened: Open) -> None:
    briefing = factories.briefing()
    words = "Russia demanded " + "very much more of everything " * 20 + "."
    long = factories.document("Report", [[words]], path="long.txt", published=date(2021, 7, 23))
    statement = next(one for one in briefing.statements if one.actor == "rus" and one.disputes)
    sentence = long.sentences[-1]
    source = Span(sentence.start, sentence.start + 6)
    evidence = Evidence(long.id, *source, sentence, "rule")
    said = replace(statement, document=long.id, evidence=evidence, source=(source,), cue=(), content=(sentence,))
    changed = replace(briefing, documents=(long, *briefing.documents), statements=(said,))
    async with opened(changed) as pilot:
        await press(pilot, "p")
        lines = screen_text(pilot.app).splitlines()
        at = next(number for number, line in enumerate(lines) if "Russia on" in line and "1 of 1" in line)
        assert lines[at + 2].rstrip().endswith(" …")
        assert not lines[at + 3].strip()


async def test_all_disputes_of_a_small_collection_are_seen_at_120_by_36(opened: Open) -> None:
    briefing = factories.briefing()
    first = briefing.disputes[0]
    disputes = tuple(replace(first, id=f"d{number}", name=f"Dispute {number}") for number in range(7))
    keys = tuple(dispute.id for dispute in disputes)
    statements = tuple(replace(one, disputes=keys) for one in briefing.statements)
    async with opened(replace(briefing, disputes=disputes, statements=statements)) as pilot:
        await press(pilot, "p")
        shown = screen_text(pilot.app)
        assert all(f"Dispute {number}" in shown for number in range(7))
        assert " more\n" not in shown
