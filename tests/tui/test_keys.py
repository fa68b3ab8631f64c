from __future__ import annotations

import pytest
from textual.binding import Binding

from briefing.tui.commands import COMMANDS, HELP, HELP_HINT, HINTS, TOGETHER
from briefing.tui.keys import UNBOUND, bindings, by_id, resolve, shown
from briefing.tui.screens.dashboard import Dashboard
from briefing.tui.screens.reader import Reader
from tests.tui.conftest import Open, has_keys, is_on, list_of, screen_text

SAME_ON_BOTH = {"exclamation_mark"}
"""Signs that stand on the same key in a Latin and in a Cyrillic layout."""


def test_ids_are_unique() -> None:
    assert len(by_id()) == len(COMMANDS)


def test_no_two_commands_share_a_key_where_both_work() -> None:
    shared = set()
    for contexts in TOGETHER:
        owners: dict[str, str] = {}
        for command in COMMANDS:
            if contexts.isdisjoint(command.contexts):
                continue
            for key in command.keys:
                other = owners.setdefault(key, command.id)
                if other != command.id:
                    shared.add((other, command.id, key))
    assert shared == {("read.on", "item.focus", "space")}, "in an article space is a page down"


def test_what_a_later_issue_brings_has_no_key_yet() -> None:
    taken = {key for command in COMMANDS for key in command.keys}
    assert taken.isdisjoint(["x", "m", "R", "a", "w"])


def test_footer_and_help_name_commands_that_there_are() -> None:
    named = {command for hints in HINTS.values() for hint in (*hints, HELP_HINT) for command in hint.commands}
    named |= {command for section in HELP for line in section.lines for command in line.commands}
    assert named <= set(by_id())


def test_keys_are_shown_as_they_are_typed() -> None:
    keys = ("question_mark", "slash", "escape", "ctrl+p", "left_square_bracket", "G", "shift+tab", "space")
    assert [shown(key) for key in keys] == ["?", "/", "esc", "ctrl+p", "[", "G", "S-tab", "space"]


def test_changed_keys_are_taken_and_defaults_are_no_change() -> None:
    keymap = resolve({"help": "h, F2", "quit": "q", "back": "escape, backspace"})
    assert keymap.problems == ()
    assert set(keymap.changed) == {"help"}
    assert keymap.keys["help"] == ("h", "f2")
    assert keymap.shown("help") == "h"


def test_an_empty_text_takes_the_key_away() -> None:
    keymap = resolve({"theme": ""})
    assert keymap.changed == {"theme": UNBOUND}
    assert keymap.shown("theme") == ""


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ({"hepl": "h"}, "keys: hepl: no such command, nearest is help"),
        ({"help": "ctrl+j"}, "keys: help: ctrl+j: a terminal cannot tell it from enter"),
        ({"help": "ctrl+shift+a"}, "keys: help: ctrl+shift+a: no key that a terminal can send"),
        ({"help": "hyper"}, "keys: help: hyper: no key that a terminal can send"),
        ({"help": "T"}, "keys: help: T is the key of theme"),
        ({"item.copy": "j"}, "keys: item.copy: j is the key of move.down"),
    ],
)
def test_a_change_that_cannot_be_taken_is_one_line_and_the_rest_goes_on(asked: dict[str, str], problem: str) -> None:
    keymap = resolve({**asked, "reload": "R"})
    assert keymap.problems == (problem,)
    assert set(keymap.changed) == {"reload"}
    assert keymap.keys["help"] == by_id()["help"].keys


def test_a_problem_names_the_line_it_stands_on() -> None:
    keymap = resolve({"hepl": "h"}, {"keys.hepl": "/home/me/config.yaml:3"})
    assert keymap.problems == ("/home/me/config.yaml:3: keys: hepl: no such command, nearest is help",)


def test_two_commands_may_change_places() -> None:
    keymap = resolve({"item.copy": "o", "item.editor": "y"})
    assert keymap.problems == ()
    assert (keymap.keys["item.copy"], keymap.keys["item.editor"]) == (("o",), ("y",))


def test_a_change_gives_way_to_the_default_that_another_change_falls_back_to() -> None:
    keymap = resolve({"item.copy": "o", "item.editor": "T"})
    assert keymap.problems == (
        "keys: item.editor: T is the key of theme",
        "keys: item.copy: o is the key of item.editor",
    )
    assert keymap.changed == {}


def test_a_problem_holds_no_control_character() -> None:
    (problem,) = resolve({"help\x1b[2J": "h"}).problems
    assert "\x1b" not in problem


async def test_a_changed_key_works_and_is_shown_and_the_old_one_does_not(opened: Open) -> None:
    async with opened(keys={"item.focus": "z", "pane.next": "v"}) as pilot:
        assert " v pane   enter read   z focus" in screen_text(pilot.app)
        await pilot.press("f", "space")
        assert "◆" not in screen_text(pilot.app)
        await pilot.press("z")
        assert "◆" in screen_text(pilot.app)
        await pilot.press("v")
        assert has_keys(pilot.app, list_of(pilot.app, "disputes"))


async def test_keys_that_change_places_both_work(opened: Open) -> None:
    async with opened(keys={"item.why": "T", "theme": "i"}) as pilot:
        await pilot.press("T")
        await pilot.pause()
        assert "╭─ Why ─" in screen_text(pilot.app)
        await pilot.press("escape", "i")
        await pilot.pause()
        assert "╭─ Theme ─" in screen_text(pilot.app)


async def test_a_key_that_was_taken_away_does_nothing_and_is_not_shown(opened: Open) -> None:
    async with opened(keys={"quit": ""}) as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert pilot.app.is_running
        assert "quit" not in screen_text(pilot.app)


async def test_a_clash_is_named_above_the_footer(opened: Open) -> None:
    async with opened(keys={"help": "T"}) as pilot:
        assert "1 problem" in screen_text(pilot.app)
        await pilot.press("exclamation_mark")
        await pilot.pause()
        assert "keys: help: T is the key of theme" in screen_text(pilot.app)


async def test_letters_work_on_a_cyrillic_layout(opened: Open) -> None:
    async with opened() as pilot:
        await pilot.press("о")
        assert list_of(pilot.app, "actors").selected == 1
        await pilot.press("enter")
        await pilot.pause()
        assert is_on(pilot.app, Reader)
        await pilot.press("й")
        await pilot.pause()
        assert is_on(pilot.app, Dashboard)


def test_every_command_can_be_given_on_a_cyrillic_layout() -> None:
    for command in COMMANDS:
        typed = next(
            binding.key.split(",")
            for binding in bindings(command.contexts[0])
            if isinstance(binding, Binding) and binding.id == command.id
        )
        same = [key for key in typed if not key.isascii() or key.isdigit() or key in SAME_ON_BOTH]
        assert same or any(len(key) > 1 and "_" not in key for key in typed), command.id


def test_no_cyrillic_letter_gives_two_commands_where_both_work() -> None:
    for contexts in TOGETHER:
        owners: dict[str, str] = {}
        for context in contexts:
            for binding in bindings(context):
                assert isinstance(binding, Binding)
                for key in binding.key.split(","):
                    if not key.isascii():
                        assert owners.setdefault(key, binding.id or "") == binding.id


@pytest.mark.parametrize(("key", "order"), [("s", "newest first"), ("ы", "newest first"), ("і", "newest first")])
async def test_positions_are_sorted_on_every_layout(opened: Open, key: str, order: str) -> None:
    async with opened() as pilot:
        await pilot.press("p", key)
        await pilot.pause()
        assert order in screen_text(pilot.app)


@pytest.mark.parametrize("layout", [".", "ю"])
async def test_the_agenda_stands_alone_on_every_layout(opened: Open, layout: str) -> None:
    async with opened() as pilot:
        await pilot.press("t", layout)
        await pilot.pause()
        assert "statements hidden" in screen_text(pilot.app)


@pytest.mark.parametrize(
    ("keys", "selected"),
    [
        (["j", "j", "k"], 1),
        (["down", "down", "up"], 1),
        (["G"], 14),
        (["end", "home"], 0),
        (["pagedown", "pageup"], 0),
        (["ctrl+d"], 6),
        (["end", "ctrl+u", "g"], 0),
    ],
)
async def test_keys_move_in_a_list(opened: Open, keys: list[str], selected: int) -> None:
    async with opened() as pilot:
        await pilot.press(*keys)
        assert list_of(pilot.app, "actors").selected == selected
