"""The registry of commands: one row each, which feeds bindings, footer, help, palette and keymap."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from briefing.record import record

Context = Literal[
    "list",
    "article",
    "source",
    "dashboard",
    "reader",
    "view",
    "positions",
    "timeline",
    "brief",
    "app",
    "overlay",
    "settings",
    "tour",
    "field",
]
"""Where a key works.

That is in a list, an article, the source pane, on a screen (``view`` is every one that lies over the dashboard but for
the reader), everywhere, in an overlay, in that of the settings or of the
tour, beside a field.
"""

View = Literal["dashboard", "reader", "positions", "timeline", "brief", "statements"]
"""A screen as a person sees it, each with hints of its own."""


@record(frozen=True, slots=True)
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
    Command(
        "item.focus",
        ("dashboard", "positions", "timeline"),
        ("f", "space"),
        "toggle_focus",
        "Focus on the selected item",
    ),
    Command("pane.next", ("dashboard", "brief"), ("tab", "right"), "next_pane", "Next pane"),
    Command("pane.previous", ("dashboard", "brief"), ("shift+tab", "left"), "previous_pane", "Previous pane"),
    *(
        Command(f"pane.{number}", ("dashboard",), (str(number),), f"pane({number})", f"Go to {name}")
        for number, name in enumerate(("the actors", "the disputes", "the agenda", "the detail", "the source"), 1)
    ),
    Command(
        "positions", ("dashboard", "reader", "view"), ("p",), "app.view('positions')", "Positions: who stands where"
    ),
    Command(
        "timeline", ("dashboard", "reader", "view"), ("t",), "app.view('timeline')", "Timeline: what was, what comes"
    ),
    Command("brief", ("dashboard", "reader", "view"), ("b",), "app.view('brief')", "Brief: one page"),
    Command(
        "export", ("dashboard", "reader", "view"), ("e",), "app.export", "Export the briefing, or what is in focus"
    ),
    Command("filter", ("dashboard", "reader", "view"), ("F",), "app.filter", "Filter by period, publisher, dispute"),
    Command("positions.left", ("positions",), ("left",), "left"),
    Command("positions.right", ("positions",), ("right",), "right"),
    Command("positions.open", ("positions",), ("full_stop",), "open_state", "Show or hide a state's people and bodies"),
    Command("positions.sort", ("positions",), ("s",), "sort", "Sort by number, by the newest, by name"),
    Command("positions.shift_left", ("positions",), ("less_than_sign",), "shift(-1)", "Earlier parties"),
    Command("positions.shift_right", ("positions",), ("greater_than_sign",), "shift(1)", "Further parties"),
    Command("timeline.scale", ("timeline",), ("s",), "scale", "By day, by week, by month"),
    Command("timeline.as_of", ("timeline",), ("0",), "as_of", "Go to the as-of date"),
    Command("timeline.fold", ("timeline",), ("full_stop",), "fold", "Show or hide what was said"),
    Command("search", ("dashboard",), ("slash", "ctrl+f"), "search", "Search everything"),
    Command("find", ("reader",), ("slash", "ctrl+f"), "find", "Find in the article"),
    Command("item.editor", ("dashboard", "reader", "view"), ("o",), "editor", "Open the source in $EDITOR"),
    Command("item.copy", ("dashboard", "reader", "view"), ("y",), "copy", "Copy with attribution"),
    Command("item.why", ("dashboard", "reader", "view"), ("i",), "why", "Why: the rule that read it"),
    Command("skipped", ("app",), ("exclamation_mark",), "skipped", "What was skipped, and why"),
    Command("theme", ("app",), ("T",), "theme", "Theme, with live preview"),
    Command("settings", ("app",), ("comma",), "settings", "Settings: theme, as-of date, seeds, keys"),
    Command("settings.forget", ("settings",), ("d", "delete"), "forget"),
    Command("reload", ("app",), ("r",), "reload", "Read the seeds again"),
    Command("help", ("app",), ("question_mark", "f1"), "help", "Keys and signs"),
    Command("tour", ("app",), ("H",), "tour", "Tour: the dashboard in five steps"),
    Command("tour.next", ("tour",), ("enter", "space", "right"), "next"),
    Command("tour.previous", ("tour",), ("left",), "previous"),
    Command("palette", ("app",), ("colon", "ctrl+p"), "palette"),
    Command("back", ("dashboard", "reader", "view", "overlay"), ("escape", "backspace"), "back", "Back one step"),
    Command("close", ("reader", "view", "overlay"), ("q",), "back"),
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
    frozenset({"list", "view", "positions", "app"}),
    frozenset({"list", "view", "timeline", "app"}),
    frozenset({"list", "view", "brief", "app"}),
    frozenset({"list", "overlay", "settings"}),
    frozenset({"overlay", "tour"}),
    frozenset({"field"}),
)
"""Contexts that work at the same time, so that their keys must differ."""


class Hint(NamedTuple):
    """A hint of the footer: the commands whose first keys it shows, and what they do."""

    commands: tuple[str, ...]
    label: str
    short: str = ""
    """What it says on a narrow screen, where that is less."""


HINTS: Mapping[View, tuple[Hint, ...]] = {
    "dashboard": (
        Hint(("pane.next",), "pane"),
        Hint(("item.open",), "read"),
        Hint(("item.focus",), "focus"),
        Hint(("read.next_mention", "read.previous_mention"), "mention"),
        Hint(("read.next_statement", "read.previous_statement"), "statement"),
        Hint(("search",), "search"),
        Hint(("positions",), "positions"),
        Hint(("timeline",), "timeline"),
        Hint(("brief",), "brief"),
        Hint(("export",), "export"),
        Hint(("item.copy",), "copy"),
        Hint(("item.why",), "why"),
        Hint(("filter",), "filter"),
        Hint(("theme",), "theme"),
        Hint(("quit",), "quit"),
        Hint(("item.editor",), "editor"),
        Hint(("settings",), "settings"),
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
    "positions": (
        Hint(("positions.left", "positions.right"), "party", "dispute"),
        Hint(("item.open",), "its statements", "statements"),
        Hint(("positions.open",), "open state", "state"),
        Hint(("positions.sort",), "sort"),
        Hint(("item.focus",), "focus"),
        Hint(("positions.shift_left", "positions.shift_right"), "shift parties"),
        Hint(("back",), "back"),
        Hint(("item.copy",), "copy"),
        Hint(("item.why",), "why"),
        Hint(("timeline",), "timeline"),
    ),
    "timeline": (
        Hint(("item.open",), "read"),
        Hint(("timeline.scale",), "day, week, month", "scale"),
        Hint(("timeline.as_of",), "as-of date", "as of"),
        Hint(("timeline.fold",), "agenda only", "agenda"),
        Hint(("item.focus",), "focus"),
        Hint(("back",), "back"),
        Hint(("item.copy",), "copy"),
        Hint(("item.why",), "why"),
        Hint(("positions",), "positions"),
    ),
    "brief": (
        Hint(("pane.next",), "column"),
        Hint(("item.open",), "read"),
        Hint(("export",), "export"),
        Hint(("back",), "back"),
        Hint(("item.copy",), "copy"),
        Hint(("item.why",), "why"),
        Hint(("positions",), "positions"),
        Hint(("timeline",), "timeline"),
    ),
    "statements": (
        Hint(("item.open",), "read"),
        Hint(("item.copy",), "copy"),
        Hint(("item.why",), "why"),
        Hint(("item.editor",), "editor"),
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
            HelpLine(("move.down", "move.up"), "a row on, back"),
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
            HelpLine(("filter",), "filter"),
            HelpLine(("positions",), "positions"),
            HelpLine(("timeline",), "timeline"),
            HelpLine(("brief",), "brief, one page"),
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
        "Positions",
        (
            HelpLine(("positions.left", "positions.right"), "cell"),
            HelpLine(("positions.open",), "a state's people"),
            HelpLine(("positions.sort",), "sort"),
            HelpLine(("positions.shift_left", "positions.shift_right"), "shift the parties"),
        ),
    ),
    HelpSection(
        "Timeline",
        (
            HelpLine(("timeline.scale",), "day, week, month"),
            HelpLine(("timeline.as_of",), "the as-of date"),
            HelpLine(("timeline.fold",), "agenda only"),
        ),
    ),
    HelpSection(
        "Do",
        (
            HelpLine(("export",), "export"),
            HelpLine(("theme",), "theme, live preview"),
            HelpLine(("settings",), "settings"),
            HelpLine(("reload",), "read the seeds again"),
            HelpLine(("skipped",), "what was skipped"),
            HelpLine(("palette",), "every action"),
            HelpLine(("help",), "this page"),
            HelpLine(("tour",), "tour in five steps"),
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
