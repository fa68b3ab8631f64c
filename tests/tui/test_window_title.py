"""The title of the terminal's window says what is looked at, and no article can say anything else through it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.tui.window_title import WindowTitle, has_title, names_of
from tests import factories
from tests.tui.conftest import Open, list_of, settle


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is written to the terminal."""
    written: list[str] = []
    monkeypatch.setattr(WindowTitle, "of", lambda _, clean: WindowTitle(written.append, clean))
    return written


def last(written: list[str]) -> str:
    return written[-1].rpartition("\x1b]2;")[2].partition("\x07")[0]


async def test_it_follows_what_is_looked_at(opened: Open, written: list[str]) -> None:
    async with opened() as pilot:
        assert written[0].startswith("\x1b[22;2t\x1b]2;")
        assert last(written) == "articles - briefing"
        list_of(pilot.app, "actors").select("ukr")
        await pilot.press("f")
        await pilot.pause()
        assert last(written) == "Ukraine - articles - briefing"
        await pilot.press("t")
        await settle(pilot)
        assert last(written) == "timeline - Ukraine - articles - briefing"
        await pilot.press("question_mark")
        await settle(pilot)
        assert last(written) == "timeline - Ukraine - articles - briefing"
        await pilot.press("escape", "escape", "enter")
        await settle(pilot)
        assert last(written) == "U.S. and Russia to talk about strategic arms in Geneva - briefing"
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert last(written) == "articles - briefing"
    assert written[-1].endswith("\x1b[23;2t")


async def test_an_article_cannot_write_to_the_terminal_through_it(opened: Open, written: list[str]) -> None:
    whole = factories.briefing()
    hostile = replace(whole.documents[0], title="a\x07\x1b]52;c;aGk=\x07\u202e[/]" + "x" * 1000)
    async with opened(replace(whole, documents=(hostile, *whole.documents[1:]))) as pilot:
        await pilot.press("2", "enter")
        await settle(pilot)
        assert last(written).startswith("a")
        assert len(last(written)) < 120
        assert not {"\x1b", "\x07", "\u202e"} & set(last(written))
        assert "\x1b]52" not in "".join(written)


@pytest.mark.parametrize(("term", "has"), [("xterm-256color", True), ("linux", False), ("dumb", False), (None, False)])
def test_a_terminal_without_a_title_is_left_alone(term: str | None, has: bool) -> None:
    assert has_title({} if term is None else {"TERM": term}) == has


def test_seeds_are_named_in_a_few_words() -> None:
    assert names_of([Path("/a/articles")]) == "articles"
    assert names_of([Path("/a/articles"), Path("/b.txt")]) == "articles and 1 other"
    assert names_of([Path("/a"), Path("/b"), Path("-")]) == "a and 2 others"
    assert names_of([]) == ""
