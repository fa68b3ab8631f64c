"""The tour in five steps: what there is to be seen, and the keys for it, which the registry of commands knows."""

from __future__ import annotations

from typing import NamedTuple

from briefing.tui.commands import HelpLine


class TourStep(NamedTuple):
    """One step: what it is called, what is told, and lines of keys."""

    title: str
    text: str
    lines: tuple[HelpLine, ...]


TOUR: tuple[TourStep, ...] = (
    TourStep(
        "Look",
        "States with their people and bodies, what they dispute, and the agenda, with what is to come first. Below "
        "stands what is known of the selected item, and what it said.",
        (
            HelpLine(("move.down", "move.up"), "a row on, back"),
            HelpLine(("pane.next", "pane.previous"), "to the next pane, back"),
            HelpLine(("pane.1", "pane.2", "pane.3", "pane.4"), "straight to a pane"),
        ),
    ),
    TourStep(
        "Focus",
        "Choose a dispute, a person or a meeting: in the other panes only what is tied to it stays. The first line "
        "says what is in focus.",
        (
            HelpLine(("item.focus",), "focus on the selected item"),
            HelpLine(("back",), "show all again, always one step back"),
            HelpLine(("filter",), "only a period, some publishers or disputes"),
        ),
    ),
    TourStep(
        "Read",
        "Nothing is shown that no sentence says. Everything leads to the article, the sentence in sight and each "
        "mention marked.",
        (
            HelpLine(("item.open",), "read the newest source"),
            HelpLine(("read.next_mention", "read.next_statement"), "there: the next mention, the next statement"),
            HelpLine(("item.why", "item.copy"), "why it was read so; copy it with its source"),
        ),
    ),
    TourStep(
        "Search",
        "Names, roles, topics and sentences, misspelt, in another order or in other letters: shermn finds Sherman, "
        "Рябков finds Ryabkov.",
        (
            HelpLine(("search",), "search everything"),
            HelpLine(("field.kind",), "there: only one kind"),
            HelpLine(("palette",), "every command, by its words"),
        ),
    ),
    TourStep(
        "See the whole",
        "Who says what on which dispute, what was and what comes, and one page to hand over, each line with its "
        "source.",
        (
            HelpLine(("positions", "timeline", "brief"), "positions, timeline, brief; again to close"),
            HelpLine(("export",), "write it to a file"),
            HelpLine(("settings", "help"), "settings; all keys"),
        ),
    ),
)
"""The steps, in their order."""
