"""Headings: a rule with a title in it, as in a newspaper, and a count at its right end."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message

from briefing.tui.cells import SEPARATOR, cut_at_word, fit_parts, head, width_of
from briefing.tui.glyphs import Glyphs
from briefing.tui.ink import Role
from briefing.tui.look import look_of
from briefing.tui.paint import Line, Painted, Piece, Pieces, pieces_width

LEAD = 2
"""Cells of rule before a title."""


class Heading(Painted):
    """``── 1 Actors ───── 28 ─``: a thin rule, or a heavy one with the title as a chip where the keys work."""

    def __init__(self, title: str = "", *, id: str | None = None, chip: bool = True) -> None:  # noqa: A002
        """Make a heading; without ``chip`` the title stays plain on a heavy rule, as in full-screen views."""
        super().__init__(id=id)
        self._title = title
        self._right = ""
        self._chip = chip
        self._active = False

    def show(self, title: str, right: str = "") -> None:
        """Show another title and what stands at the right end."""
        if (title, right) != (self._title, self._right):
            self._title, self._right = title, right
            self.repaint()

    def activate(self, active: bool) -> None:
        """Draw the heading of the place where the keys work, or of another."""
        if active != self._active:
            self._active = active
            self.repaint()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the heading's one line."""
        del height
        return (heading_line(self._title, self._right, width, look_of(self).glyphs, self._active, chip=self._chip),)


def heading_line(
    title: str, right: str, width: int, glyphs: Glyphs, active: bool = False, *, chip: bool = True
) -> Line:
    """Return a rule with a title in it and words at its right end, as many whole parts of these as there is room for.

    The title keeps at least half of the width.
    """
    room = width - LEAD - 4
    least = width_of(head(title, room // 2))
    right = fit_parts(right.split(SEPARATOR), room - least - 3)
    title = cut_at_word(title, room - (width_of(right) + 3 if right else 0))
    rule = glyphs.heavy_rule if active else glyphs.rule
    role: Role = "heavy-rule" if active else "rule"
    left: Pieces = (Piece(rule * LEAD, role), Piece(f" {title} ", "chip" if active and chip else "bold"))
    end: Pieces = (Piece(f" {right} ", "muted"), Piece(rule, role)) if right else ()
    fill = width - pieces_width(left) - pieces_width(end)
    return Line((*left, Piece(rule * max(0, fill), role), *end))


class TabHeading(Painted):
    """The heading row of several lists of which one is shown: ``── 1 Actors ─ 2 Disputes ─ 3 Agenda ───── 7 ─``."""

    class Chosen(Message):
        """A tab was clicked; counted from 0."""

        def __init__(self, tab: int) -> None:
            super().__init__()
            self.tab = tab

    def __init__(self, titles: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._titles = titles
        self._tab = 0
        self._right = ""
        self._active = False
        self._ends: list[int] = []

    def show(self, tab: int, right: str, *, active: bool) -> None:
        """Show which list is seen, what stands at the right end, and whether the keys work there."""
        if (tab, right, active) != (self._tab, self._right, self._active):
            self._tab, self._right, self._active = tab, right, active
            self.repaint()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the row of tabs."""
        del height
        glyphs = look_of(self).glyphs
        rule = glyphs.heavy_rule if self._active else glyphs.rule
        role: Role = "heavy-rule" if self._active else "rule"
        pieces: list[Piece] = [Piece(rule * LEAD, role)]
        self._ends = []
        for number, title in enumerate(self._titles):
            if number:
                pieces.append(Piece(rule, role))
            chosen: Role = "chip" if self._active else "bold"
            pieces.append(Piece(f" {title} ", chosen if number == self._tab else "muted"))
            self._ends.append(pieces_width(pieces))
        end = (Piece(f" {self._right} ", "muted"), Piece(rule, role))
        fill = width - pieces_width(pieces) - pieces_width(end)
        return (Line((*pieces, Piece(rule * max(0, fill), role), *end)),)

    def on_click(self, event: events.Click) -> None:
        """Choose the tab under the mouse."""
        tab = next((number for number, end in enumerate(self._ends) if event.x < end), None)
        if tab is not None:
            self.post_message(self.Chosen(tab))
