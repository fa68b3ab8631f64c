"""Text that means to be markup, a terminal command or a burden, through everything that shows text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from textual.pilot import Pilot
from textual.widgets._toast import Toast

from briefing.model import (
    Actor,
    AgendaItem,
    Briefing,
    DateInterval,
    Dispute,
    Document,
    Evidence,
    Instrument,
    Mention,
    Role,
    Skipped,
    Span,
    Statement,
)
from briefing.tui.widgets.row_list import RowList
from tests import factories
from tests.tui.conftest import Open, list_of, screen_text, settle

SIGNS = (
    "a [/] b",
    "[EU] [sic] [b]bold[/b]",
    "[@click=app.quit]quit[/] [link=file:///etc/passwd]here[/link]",
    "[[[/b][ ]] [$error] [",
    "\x1b]52;c;aGFja2Vk\x07\x1b[2J\x1b[31m",
    "\x9b2J\x85\x90",
    "\u202egnp.exe\u2066\u2069",
    "z\u200be\u200dr\ufeffo\u00ad\u2060",
    "e" + "\u0301" * 500,
    "会談の日程 “Рябков” 🇷🇺👨‍👩‍👧",
    "one\ntwo\ttabbed\r\nthree\u2028four",
    "%s {name} $HOME `id` {{x}}",
)
ALL_SIGNS = " ".join(SIGNS)
ESCAPE = SIGNS[4]


def hostile(words: str) -> Briefing:
    """Return a briefing in which every text is the hostile one, as if nothing had been cleaned before."""
    text = f"{words}\n\n{words}"
    sentences = (Span(0, len(words)), Span(len(words) + 2, len(text)))
    document = replace(
        factories.document("x", [], path=f"{words}.txt"),
        text=text,
        title=words,
        sentences=sentences,
        blocks=(),
        published=date(2021, 7, 23),
        published_basis=words,
        publisher=words,
        dateline=words,
        also_in=(words,),
        file=None,
    )
    blocks = factories.documents()[0].blocks[:1]
    document = replace(
        document,
        blocks=(
            blocks[0]._replace(kind="headline", start=0, end=len(words)),
            blocks[0]._replace(kind="body", start=len(words) + 2, end=len(text)),
        ),
    )
    return _about(document, words, sentences)


def _about(document: Document, words: str, sentences: tuple[Span, ...]) -> Briefing:
    second = sentences[1]
    evidence = Evidence(document.id, second.start, second.start + 1, second, words)
    first = Evidence(document.id, 0, 1, sentences[0], words)
    statement = Statement(
        "s", document.id, "person", "accuse", True, True, "body", ("topic",), (Span(0, 1),), (), (second,), evidence
    )
    return Briefing(
        as_of=date(2021, 7, 23),
        as_of_basis="newest document",
        documents=(document,),
        mentions={document.id: (Mention(0, 1, "person", "person", words),)},
        actors=(
            Actor("person", "person", words, (words,), (Role(words, document.id),), words, (first, evidence)),
            Actor("body", "organisation", words, (words,), (), None, (evidence,)),
            Actor("usa", "state", words, (words,), (), "USA", (first,)),
        ),
        statements=(statement, replace(statement, id="t", actor=None)),
        instruments=(Instrument("i", words, (words,), (evidence,)),),
        disputes=(Dispute("topic", words, ("person", "usa"), (evidence,)),),
        agenda=(
            AgendaItem(
                "a",
                "meeting",
                words,
                DateInterval(date(2021, 7, 28), date(2021, 7, 28), "day", words),
                None,
                words,
                ("person", "usa"),
                "i",
                (first,),
            ),
        ),
        skipped=(Skipped(words, words),),
    )


def check(pilot: Pilot[int]) -> None:
    """Fail where a control or a bidirectional control reaches the terminal; every line fits the terminal."""
    text = screen_text(pilot.app)
    bad = {
        character
        for character in text.replace("\n", "")
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character != "\u200d"
    }
    assert not bad, [unicodedata.name(character, hex(ord(character))) for character in bad]


def everywhere() -> Iterator[list[str]]:
    """Yield the keys that lead through every pane, view, toast and overlay, one after another."""
    yield ["down"]
    yield ["f"]
    yield ["escape"]
    yield ["i"]
    yield ["escape", "y"]
    yield ["2", "f"]
    yield ["escape", "i"]
    yield ["escape", "3", "f"]
    yield ["escape", "4", "down", "i"]
    yield ["escape", "y", "o"]
    yield ["exclamation_mark"]
    yield ["escape", "colon"]
    yield ["escape", "1", "enter"]
    yield ["n"]
    yield ["right_square_bracket"]
    yield ["i"]
    yield ["escape", "y", "o", "question_mark"]
    yield ["escape", "slash", "left_square_bracket", "slash", "right_square_bracket"]
    yield ["escape", "escape", "escape"]
    yield ["slash", "a"]
    yield ["enter", "escape"]
    yield ["1", "p"]
    yield ["full_stop", "f"]
    yield ["f", "f", "enter"]
    yield ["escape", "t"]
    yield ["f", "s", "s"]
    yield ["f", "g", "escape"]
    yield ["b"]
    yield ["tab", "f", "enter"]
    yield ["escape", "e"]
    yield ["down", "escape", "escape"]


@pytest.mark.parametrize(
    ("words", "size"),
    [
        pytest.param(ALL_SIGNS, (120, 36), id="signs"),
        pytest.param(ALL_SIGNS, (80, 24), id="signs, narrow"),
        pytest.param(ALL_SIGNS, (200, 60), id="signs, wide"),
        pytest.param("wörd " * 10_000 + SIGNS[9] * 30 + "x" * 50_000, (80, 24), id="long line and long word"),
    ],
)
async def test_hostile_text_is_shown_as_text_everywhere(opened: Open, words: str, size: tuple[int, int]) -> None:
    async with opened(hostile(words), size=size) as pilot:
        check(pilot)
        for keys in everywhere():
            await pilot.press(*keys)
            await settle(pilot)
            assert pilot.app.is_running, keys
            check(pilot)
        await pilot.press("1")
        await pilot.hover(RowList, offset=(5, 1))
        await pilot.pause(0.4)
        check(pilot)


@pytest.mark.parametrize("words", ["a [/] b", "[EU] [sic]", "[@click=app.quit]quit[/]"])
async def test_brackets_are_neither_lost_nor_obeyed(opened: Open, words: str) -> None:
    async with opened(hostile(words)) as pilot:
        shown = screen_text(pilot.app)
        assert words in shown
        await pilot.press("y")
        await settle(pilot)
        toast = pilot.app.screen.query_one(Toast)
        assert words in toast.render().plain
        await pilot.hover(RowList, offset=(5, 1))
        await pilot.pause(0.4)
        tooltip = list_of(pilot.app, "actors").tooltip
        assert tooltip is not None
        assert words in str(tooltip)
        await pilot.press("enter")
        await pilot.pause()
        assert words in screen_text(pilot.app)


async def test_what_is_copied_holds_no_control_character(opened: Open) -> None:
    async with opened(hostile(ESCAPE)) as pilot:
        await pilot.press("y")
        await settle(pilot)
        assert "\x1b" not in pilot.app.clipboard


async def test_hostile_text_can_be_typed(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("slash", *"[/][EU]$x{}")
        await settle(pilot)
        assert "[/][EU]$x{}" in screen_text(pilot.app)
        await pilot.press("escape", "enter", "slash", *"[/]")
        await settle(pilot)
        assert "“[/]” not found" in screen_text(pilot.app)
