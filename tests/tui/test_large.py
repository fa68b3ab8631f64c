"""A briefing of many thousand items: no key waits for what is out of view."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model import Actor, Briefing, Dispute, Evidence
from briefing.tui.widgets.rows import Rows
from tests import factories
from tests.tui.conftest import Open, list_of, screen_text

MANY = 30_000
MOST_MADE = 1_000
"""Rows that a key may make: a few screens full."""


@pytest.fixture(scope="module")
def many() -> Briefing:
    """Thirty thousand persons and disputes, and one state that is named as often."""
    briefing = factories.briefing()
    document = briefing.documents[0]
    evidence = (Evidence(document.id, 96, 102, document.sentences[1], "name"),)
    persons = tuple(
        Actor(f"p{number}", "person", f"Person {number}", (), (), ("USA", "RUS")[number % 2], evidence)
        for number in range(MANY)
    )
    disputes = tuple(Dispute(f"d{number}", f"Dispute {number}", ("usa",), evidence) for number in range(MANY))
    state = next(actor for actor in briefing.actors if actor.id == "usa")
    named = replace(state, evidence=state.evidence * (MANY // len(state.evidence)))
    return replace(briefing, actors=(named, *persons), disputes=disputes)


async def test_a_key_makes_only_rows_that_come_into_view(
    opened: Open, many: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = 0
    monkeypatch.setattr("briefing.lookup.Lookup", lambda *_: None)

    def counting(rows: Rows, position: int) -> object:
        nonlocal made
        made += 1
        return rows._make(position)

    async with opened(many) as pilot:
        assert "30,001" in screen_text(pilot.app)
        monkeypatch.setattr(Rows, "__getitem__", counting)
        for key in ["down", "down", "end", "pageup", "home", "pagedown", "2", "end", "up", "home", "4", "end", "1"]:
            made = 0
            await pilot.press(key)
            await pilot.pause()
            assert made < MOST_MADE, key
        await pilot.press("1", "end", "f")
        assert list_of(pilot.app, "actors").selected_key is not None
        await pilot.press("escape")
        assert "30,001" in screen_text(pilot.app)
