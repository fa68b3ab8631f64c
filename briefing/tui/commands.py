"""The registry of commands: one row each, which feeds bindings, footer, help, palette and keymap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

Context = Literal["list", "article", "source", "dashboard", "reader", "app", "overlay", "field"]
"""Where a key works: in a list, an article, the source pane, on a screen, everywhere, in an overlay, beside a field."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key can do.

    ``id`` is what a person's configuration calls it; the same command may work in several contexts. ``keys`` are
    Textual's names. ``action`` is the method, without ``action_``, of the node that the context belongs to.
    ``palette`` is its line in the palette; a command without one is left out there.
    """

    id: str
    contexts: tuple[Context, ...]
    keys: tuple[str, ...]
    action: str
    palette: str = ""


COMMANDS: tuple[Command, ...] = (
    Command("move.up", ("list", "article"), ("up", "k"), "up"),
    Command("move.down", ("list", "article"), ("down", "j"), "down"),
    Command("move.first", ("list", "article"), ("g", "home"), "first"),
    Command("move.last", ("list", "article"), ("G", "end"), "last"),
    Command("move.page_up", ("list", "article"), ("pageup",), "page_up"),
    Command("move.page_down", ("list", "article"), ("pagedown",), "page_down"),
    Command("move.half_up", ("list", "article"), ("ctrl+u",), "half_up"),
    Command("move.half_down", ("list", "article"), ("ctrl+d",), "half_down"),
    Command("read.on", ("article",), ("space",), "page_down"),
    Command("read.next_mention", ("article",), ("n",), "next_mention", "Next mention"),
    Command("read.previous_mention", ("article",), ("N",), "previous_mention", "Previous mention"),
    Command("read.next_statement", ("article",), ("right_square_bracket",), "next_statement", "Next statement"),
    Command(
        "read.previous_statement", ("article",), ("left_square_bracket",), "previous_statement", "Previous statement"
    ),
    Command("item.open", ("list", "source"), ("enter",), "open", "Read the source"),
    Command("item.focus", ("dashboard",), ("f", "space"), "toggle_focus", "Focus on the selected item"),
    Command("pane.next", ("dashboard",), ("tab", "right"), "next_pane", "Next pane"),
    Command("pane.previous", ("dashboard",), ("shift+tab", "left"), "previous_pane", "Previous pane"),
    *(
        Command(f"pane.{number}", ("dashboard",), (str(number),), f"pane({number})", f"Go to {name}")
        for number, name in enumerate(("the actors", "the disputes", "the agenda", "the detail", "the source"), 1)
    ),
    Command("search", ("dashboard",), ("slash", "ctrl+f"), "search", "Search everything"),
    Command("find", ("reader",), ("slash", "ctrl+f"), "find", "Find in the article"),
    Command("item.editor", ("dashboard", "reader"), ("o",), "editor", "Open the source in $EDITOR"),
    Command("item.copy", ("dashboard", "reader"), ("y",), "copy", "Copy with attribution"),
    Command("item.why", ("dashboard", "reader"), ("i",), "why", "Why: the rule that read it"),
    Command("skipped", ("app",), ("exclamation_mark",), "skipped", "What was skipped, and why"),
    Command("theme", ("app",), ("T",), "theme", "Theme, with live preview"),
    Command("reload", ("app",), ("r",), "reload", "Read the seeds again"),
    Command("help", ("app",), ("question_mark", "f1"), "help", "Keys and signs"),
    Command("palette", ("app",), ("colon", "ctrl+p"), "palette"),
    Command("back", ("dashboard", "reader", "overlay"), ("escape", "backspace"), "back", "Back one step"),
    Command("close", ("reader", "overlay"), ("q",), "back"),
    Command("quit", ("dashboard",), ("q",), "app.quit", "Quit"),
    Command("quit_now", ("app", "overlay"), ("ctrl+q",), "app.quit"),
    Command("copy_or_quit", ("app", "overlay"), ("ctrl+c",), "app.copy_or_quit"),
    Command("suspend", ("app", "overlay"), ("ctrl+z",), "app.suspend_process", "Suspend"),
    Command("field.up", ("field",), ("up",), "up"),
    Command("field.down", ("field",), ("down",), "down"),
    Command("field.page_up", ("field",), ("pageup",), "page_up"),
    Command("field.page_down", ("field",), ("pagedown",), "page_down"),
    Command("field.kind", ("field",), ("tab",), "next_kind"),
    Command("field.kind_back", ("field",), ("shift+tab",), "previous_kind"),
    Command("field.close", ("field",), ("escape",), "back"),
)
"""Every command; the order is that of the palette."""

TOGETHER: tuple[frozenset[Context], ...] = (
    frozenset({"list", "dashboard", "app"}),
    frozenset({"article", "source", "dashboard", "app"}),
    frozenset({"article", "reader", "app"}),
    frozenset({"list", "overlay"}),
    frozenset({"field"}),
)
"""Contexts that work at the same time, so that their keys must differ."""


class Hint(NamedTuple):
    """A hint of the footer: the commands whose first keys it shows, and what they do."""

    commands: tuple[str, ...]
    label: str
    short: str = ""
    """What it says on a narrow screen, where that is less."""


HINTS: Mapping[Literal["dashboard", "reader"], tuple[Hint, ...]] = {
    "dashboard": (
        Hint(("pane.next",), "pane"),
        Hint(("item.open",), "read"),
        Hint(("item.focus",), "focus"),
        Hint(("read.next_mention", "read.previous_mention"), "mention"),
        Hint(("read.next_statement", "read.previous_statement"), "statement"),
        Hint(("search",), "search"),
        Hint(("item.copy",), "copy"),
        Hint(("item.editor",), "editor"),
        Hint(("item.why",), "why"),
        Hint(("theme",), "theme"),
        Hint(("quit",), "quit"),
    ),
    "reader": (
        Hint(("read.next_mention", "read.previous_mention"), "next, previous mention", "mention"),
        Hint(("read.next_statement", "read.previous_statement"), "statement"),
        Hint(("item.editor",), "open in editor", "editor"),
        Hint(("item.copy",), "copy"),
        Hint(("item.why",), "why"),
        Hint(("find",), "find"),
        Hint(("back",), "back"),
    ),
}
"""The hints of each screen, those that matter most first; ``? help`` stands apart and stays."""

HELP_HINT = Hint(("help",), "help")


class HelpLine(NamedTuple):
    """A line of the help: commands whose keys it shows, and what they do; ``keys`` where it has words of its own."""

    commands: tuple[str, ...]
    text: str
    keys: str = ""


class HelpSection(NamedTuple):
    """A titled group of lines of the help."""

    title: str
    lines: tuple[HelpLine, ...]


HELP: tuple[HelpSection, ...] = (
    HelpSection(
        "Move",
        (
            HelpLine(("pane.next", "pane.previous"), "next pane, back"),
            HelpLine(("pane.1", "pane.2", "pane.3", "pane.4", "pane.5"), "to a pane"),
            HelpLine(("move.down", "move.up"), "down, up"),
            HelpLine(("move.first", "move.last"), "first, last"),
            HelpLine(("move.page_down", "move.page_up"), "a page on, back"),
            HelpLine(("move.half_down", "move.half_up"), "half a page"),
            HelpLine(("back",), "step back"),
        ),
    ),
    HelpSection(
        "Look",
        (
            HelpLine(("item.open",), "read the source"),
            HelpLine(("item.focus",), "focus on the item"),
            HelpLine(("search",), "search everything"),
            HelpLine(("item.why",), "why: the rule"),
            HelpLine(("item.copy",), "copy with source"),
            HelpLine(("item.editor",), "open in $EDITOR"),
        ),
    ),
    HelpSection(
        "Read",
        (
            HelpLine(("read.next_mention", "read.previous_mention"), "next mention, back"),
            HelpLine(("read.next_statement", "read.previous_statement"), "next statement, back"),
            HelpLine(("find",), "find in the article"),
            HelpLine(("read.on",), "a page on"),
        ),
    ),
    HelpSection(
        "Do",
        (
            HelpLine(("theme",), "theme, live preview"),
            HelpLine(("reload",), "read the seeds again"),
            HelpLine(("skipped",), "what was skipped"),
            HelpLine(("palette",), "every action"),
            HelpLine(("help",), "this page"),
            HelpLine(("quit",), "quit, in a view back"),
        ),
    ),
    HelpSection(
        "Mouse",
        (
            HelpLine((), "select", "click"),
            HelpLine((), "read", "again"),
            HelpLine((), "scroll", "wheel"),
        ),
    ),
)
"""The help, section by section."""
