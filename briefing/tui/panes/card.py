"""The card of an item: labels and values in a column."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from briefing.dossier.cards import Fact, Value
from briefing.tui.cells import cut_at_word, fits, width_of, wrap
from briefing.tui.glyphs import Glyphs
from briefing.tui.ink import Role
from briefing.tui.look import look_of
from briefing.tui.paint import Line, Painted, Piece, Pieces, blank, column
from briefing.tui.widgets.row_view import GUTTER

LABEL_WIDTH = 12
MOST_VALUE_LINES = 2
MOST_VALUES = 12
GAP = 2
"""Cells between the card and what stands beside it."""


def fact_lines(fact: Fact, width: int, glyphs: Glyphs, most: int = MOST_VALUES) -> list[Pieces]:
    """Return a fact's lines: the label once, then at most so many values, wrapped where one is long."""
    lines: list[Pieces] = []
    shown = fact.values if len(fact.values) <= most else fact.values[: max(1, most - 1)]
    for value in shown:
        lines.extend(_value_lines(value, width - LABEL_WIDTH, glyphs, brief=fact.brief))
    if len(shown) < len(fact.values):
        lines.append((Piece(f"{len(fact.values) - len(shown)} more", "label"),))
    labels = (column(fact.label, "muted", LABEL_WIDTH), *((blank(LABEL_WIDTH),) for _ in lines[1:]))
    return [(*label, *line) for label, line in zip(labels, lines, strict=True)]


def _value_lines(value: Value, width: int, glyphs: Glyphs, *, brief: bool) -> list[Pieces]:
    remarks = "  ".join(value.remarks)
    if brief:
        remarks = cut_at_word(remarks, width - width_of(value.text) - 2)
    first = Piece(_diagram(value.bars, glyphs)) if value.bars else Piece(value.text)
    gap = "  " if first.text and remarks else ""
    if fits(f"{first.text}{gap}{remarks}", width):
        return [(first, Piece(gap + remarks, "muted"))]
    return [*_first_lines(value.text, "text", width), *(_first_lines(remarks, "muted", width) if remarks else [])]


def _first_lines(text: str, role: Role, width: int) -> list[Pieces]:
    words = wrap(text, 0, len(text), width - 2, MOST_VALUE_LINES + 1)
    lines: list[Pieces] = [(Piece(text[line.start : line.end], role),) for line in words[:MOST_VALUE_LINES]]
    if len(words) > MOST_VALUE_LINES:
        lines[-1] = (*lines[-1], Piece(" …", "muted"))
    return lines


def _diagram(bars: Sequence[int], glyphs: Glyphs) -> str:
    most = max(bars)
    steps = len(glyphs.bars) - 1
    return "".join(glyphs.bars[ceil(count * steps / most)] for count in bars)


class CardView(Painted):
    """Facts below one another; whole facts only."""

    DEFAULT_CSS = "CardView { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._facts: Sequence[Fact] = ()

    def show(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        self._facts = facts
        self.repaint()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the lines of all facts, with fewer values each where room is short; else of as many as have room."""
        glyphs = look_of(self).glyphs
        facts: list[list[Pieces]] = []
        for most in range(MOST_VALUES, 0, -1):
            facts = [fact_lines(fact, width - GUTTER - GAP, glyphs, most) for fact in self._facts]
            if sum(len(lines) for lines in facts) <= height:
                break
        lines: list[Line] = []
        for more in facts:
            if len(lines) + len(more) > height:
                break
            lines.extend(Line((blank(GUTTER), *pieces)) for pieces in more)
        return lines
