from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model import Span
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.screens.reader import Reader, find_all
from tests import factories
from tests.tui.conftest import Open, has_keys, is_on, list_of, screen_text


async def test_headline_date_and_publisher_stand_above_the_article(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("enter")
        lines = [line.strip() for line in screen_text(pilot.app).splitlines()]
    assert "U.S. and Russia to talk about strategic arms in Geneva" in lines[4]
    assert "AP · Fri 23 Jul 2021 (text) · talks.txt · [1]" in lines[5]
    assert "WASHINGTON (AP) — The United States and Russia will open strategic" in lines[7]


async def test_an_article_without_a_headline_of_its_own_shows_its_title(opened: Open) -> None:
    briefing = factories.briefing()
    newest = briefing.documents[0]
    bare = replace(newest, title="Talks <in> [Geneva]", blocks=newest.blocks[1:], published=None)
    async with opened(replace(briefing, documents=(bare, *briefing.documents[1:]))) as pilot:
        await pilot.press("enter")
        text = screen_text(pilot.app)
    assert "     Talks <in> [Geneva]" in text
    assert "AP · date ? · talks.txt · [1]" in text


async def test_all_mentions_are_marked_and_the_current_one_is_told(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("enter")
        assert "Russia · mention 1 of 5" in screen_text(pilot.app)
        strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
        marked = [
            segment.text
            for strip in strips
            for segment in strip
            if segment.style and segment.style.bgcolor and segment.style.bgcolor.name in {"#3a3222", "#e9b45f"}
        ]
    assert marked == ["Russia", "Russia", "Russia", "Russia", "Moscow"]


async def test_keys_go_from_mention_to_mention_and_stop_at_the_ends(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("enter", "n", "n")
        assert "mention 3 of 5" in screen_text(pilot.app)
        await pilot.press("N")
        assert "mention 2 of 5" in screen_text(pilot.app)
        await pilot.press("N", "N", "N")
        assert "mention 1 of 5" in screen_text(pilot.app)
        await pilot.press("n", "n", "n", "n", "n", "n")
        assert "mention 5 of 5" in screen_text(pilot.app)


async def test_keys_go_from_statement_to_statement_with_the_rule_in_the_margin(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("enter", "right_square_bracket")
        assert "speech verb: said" in screen_text(pilot.app)
        await pilot.press("right_square_bracket")
        assert "speech verb: wants" in screen_text(pilot.app)
        assert "[1] AP, 23 Jul 2021" in screen_text(pilot.app)
        await pilot.press("left_square_bracket")
        assert "speech verb: said" in screen_text(pilot.app)


async def test_a_bar_stands_beside_the_evidence_and_nowhere_else(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("2", "down", "enter")
        barred = [line for line in screen_text(pilot.app).splitlines() if line.startswith("   ┃")]
    assert len(barred) == 2
    assert "Moscow insists that a new agreement" in barred[0]


async def test_below_the_article_of_a_narrow_terminal_stands_what_was_read(opened: Open) -> None:
    async with opened(size=(80, 24)) as pilot:
        await pilot.press("2", "down", "enter")
        lines = screen_text(pilot.app).splitlines()
    assert lines[-3].startswith(" ── Read here ─")
    assert "D demand  Russia · Arms control +1 " in lines[-2]
    assert lines[-2].rstrip().endswith("[1]")


async def test_words_that_are_found_were_read_by_no_rule(opened: Open) -> None:
    async with opened(size=(80, 24)) as pilot:
        await pilot.press("2", "down", "enter", "slash", *"cyberattacks", "enter")
        below = screen_text(pilot.app).splitlines()[-2]
        assert "“cyberattacks”" in below
        assert "read by" not in below
        await pilot.press("i")
        assert "read by" not in screen_text(pilot.app)


async def test_i_says_which_rule_read_it(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("2", "down", "enter", "i")
        await pilot.pause()
        text = screen_text(pilot.app)
        assert "speech verb: insists" in text
        assert "PLOVER REQUEST" in text
        await pilot.press("escape")
        await pilot.pause()
        assert is_on(pilot.app, Reader)


async def test_words_are_found_as_one_types_and_escape_gives_the_mentions_back(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("enter", "slash", *"geneva")
        await pilot.pause()
        assert "“geneva” · mention 1 of 2" in screen_text(pilot.app)
        await pilot.press("enter", "n")
        await pilot.pause()
        assert "“geneva” · mention 2 of 2" in screen_text(pilot.app)
        await pilot.press("escape")
        assert "Russia · mention 1 of 5" in screen_text(pilot.app)
        assert is_on(pilot.app, Reader)
        await pilot.press("escape")
        await pilot.pause()
        assert is_on(pilot.app, Dashboard)


async def test_words_that_do_not_stand_there_are_said_not_to(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("enter", "slash", *"zzz")
        await pilot.pause()
        assert "“zzz” not found" in screen_text(pilot.app)
        await pilot.press("backspace", "backspace", "backspace")
        await pilot.pause()
        assert "Russia · mention 1 of 5" in screen_text(pilot.app)


async def test_letters_typed_into_the_field_are_no_commands(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("enter", "slash", "q", "y", "question_mark")
        await pilot.pause()
        assert is_on(pilot.app, Reader)
        await pilot.press("escape")
        assert is_on(pilot.app, Reader)


@pytest.mark.parametrize("key", ["escape", "backspace", "q"])
async def test_back_leads_to_where_one_came_from(opened: Open, key: str) -> None:
    async with opened() as pilot:
        await pilot.press("3", "down", "enter", key)
        await pilot.pause()
        assert is_on(pilot.app, Dashboard)
        assert has_keys(pilot.app, list_of(pilot.app, "agenda"))


async def test_a_long_article_scrolls_by_key_and_wheel_and_says_where_it_ends(opened: Open) -> None:
    briefing = factories.briefing()
    paragraphs = [[f"Paragraph {number} says nothing new."] for number in range(60)]
    long = factories.document("A long article", paragraphs, path="long.txt")
    async with opened(replace(briefing, documents=(*briefing.documents, long))) as pilot:
        await pilot.press("slash", *"paragraph 30")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause()
        text = screen_text(pilot.app)
        assert "Paragraph 30 says" in text
        assert "· end" not in text
        await pilot.press("end")
        assert "· end" in screen_text(pilot.app)
        await pilot.press("home")
        assert "A long article" in screen_text(pilot.app)
        top = screen_text(pilot.app)
        await pilot.press("space")
        assert screen_text(pilot.app) != top
        await pilot.press("pageup", "down", "down", "up", "up", "ctrl+d", "ctrl+u")
        assert screen_text(pilot.app) == top


async def test_mentions_out_of_view_are_brought_into_view(opened: Open) -> None:
    briefing = factories.briefing()
    sentences = [["Sherman spoke first."], *[["Nobody spoke then."]] * 60, ["Sherman spoke last."]]
    long = factories.document("Silence", sentences, path="long.txt")
    mentions = factories.mentions_in(long)
    evidence = tuple(factories.evidence_at(long, Span(found.start, found.end), "name") for found in mentions)
    actors = tuple(
        replace(actor, evidence=evidence) if actor.id == "wendy-sherman" else actor for actor in briefing.actors
    )
    async with opened(replace(briefing, documents=(long, *briefing.documents), actors=actors)) as pilot:
        list_of(pilot.app, "actors").select("wendy-sherman")
        await pilot.pause()
        await pilot.press("enter", "n")
        assert "Sherman spoke last." in screen_text(pilot.app)
        assert "mention 2 of 2 · end" in screen_text(pilot.app)


def test_words_are_found_whatever_their_case() -> None:
    assert find_all("Talks, talks and TALKS", "talks") == (Span(0, 5), Span(7, 12), Span(17, 22))
    assert find_all("Talks", "  ") == ()
    assert find_all("İstanbul and istanbul", "istanbul") == (Span(13, 21),)
    assert len(find_all("a" * 5000, "a")) == 1000
