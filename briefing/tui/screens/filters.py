"""The filters: a period, publishers and disputes; what is taken holds at once, behind the box."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from briefing.config.narrowing import Narrowing
from briefing.config.values import ExpectedError, day
from briefing.record import record
from briefing.tui import keys
from briefing.tui.cells import cut_at_word
from briefing.tui.ink import Role
from briefing.tui.messages import FilterWanted
from briefing.tui.paint import Piece, Pieces
from briefing.tui.screens.overlay import Field, Lines, ListOverlay, RuleLine, hint_line
from briefing.tui.widgets.row_list import RowList
from briefing.tui.widgets.rows import Frame, LabelRow, Row, Rows

EVERYTHING = "all"
MARK_WIDTH = 2
ROWS_BESIDE = 5
"""Rows of the box that are no choices."""


@record(frozen=True, slots=True)
class ChoiceRow:
    """Something to be filtered by, marked where it is taken."""

    key: str
    name: str
    taken: bool
    gap: int = 0

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the one line."""
        mark = frame.glyphs.in_focus if self.taken else ""
        role: Role = "title" if frame.selected else "strong" if self.taken else "text"
        return ((Piece(f"{mark:<{MARK_WIDTH}}", "accent"), Piece(cut_at_word(self.name, frame.width - 2), role)),)

    def tip(self) -> str:
        """Return nothing: the line says all."""
        return ""


class FilterScreen(ListOverlay[None]):
    """Two fields for days, and the publishers and disputes there are."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["overlay.tcss", "filters.tcss"]
    TITLE_TEXT: ClassVar[str] = "Filter"

    def __init__(
        self, keymap: keys.Keymap, narrowing: Narrowing, publishers: Sequence[str], disputes: Mapping[str, str]
    ) -> None:
        """Make the box with what holds now; ``disputes`` are names by id."""
        super().__init__(keymap, "filters")
        self._narrowing = narrowing
        self._publishers = publishers
        self._disputes = disputes
        self._since = Field(str(narrowing.since or ""))
        self._until = Field(str(narrowing.until or ""))
        self._remark = Lines()
        self._hints = Lines()

    def compose_body(self) -> ComposeResult:
        """Put days, choices, what holds and the keys below one another."""
        with Horizontal(classes="field"):
            for name, field in (("since", self._since), ("until", self._until)):
                label = Lines(classes="prompt")
                label.show([(Piece(f"{name}  ", "muted"),)])
                yield label
                yield field
        yield RuleLine()
        yield self._list
        yield RuleLine()
        yield self._remark
        yield self._hints

    def on_mount(self) -> None:
        """Begin with the first day."""
        super().on_mount()
        self._show()
        self._since.focus()

    def on_resize(self) -> None:
        """Show as many choices as there is room for, and fill the lines below them."""
        super().on_resize()
        self._fit()

    def _fit(self) -> None:
        self.give_rows(self._list, len(self._list.rows), ROWS_BESIDE)
        hints = [("item.open", "take, leave"), ("field.kind", "since, until"), ("field.close", "close")]
        shown = [(self.keymap.shown(command), does) for command, does in hints]
        self._hints.show([hint_line(shown, self._hints.size.width)])

    def _show(self, problem: str = "") -> None:
        self._list.show(Rows.of(self._rows()))
        self._fit()
        words = ", ".join(self._narrowing.words())
        holds = (
            (Piece("only ", "muted"), Piece(words, "bold")) if words else (Piece("everything that was read", "muted"),)
        )
        self._remark.show([(Piece(problem, "warning"),) if problem else holds])

    def _rows(self) -> list[Row]:
        held = self._narrowing
        taken = {name.casefold() for name in held.publishers}
        rows: list[Row] = [ChoiceRow(EVERYTHING, "everything, no filter", held == Narrowing())]
        if self._publishers:
            rows += [LabelRow(), LabelRow("only from")]
            rows += [ChoiceRow(f"publisher:{name}", name, name.casefold() in taken) for name in self._publishers]
        if self._disputes:
            rows += [LabelRow(), LabelRow("only on")]
            rows += [ChoiceRow(f"dispute:{key}", name, key in held.disputes) for key, name in self._disputes.items()]
        return rows

    def _hold(self, narrowing: Narrowing) -> None:
        if narrowing != self._narrowing:
            self._narrowing = narrowing
            self.post_message(FilterWanted(narrowing))
        self._show()

    @on(Input.Changed)
    def _typed(self) -> None:
        try:
            since, until = (day(field.value.strip() or None, Path()) for field in (self._since, self._until))
        except ExpectedError:
            self._show("expected a day of the calendar as YYYY-MM-DD")
        else:
            self._hold(replace(self._narrowing, since=since, until=until))

    @on(RowList.Opened)
    @on(Input.Submitted)
    def _toggle(self) -> None:
        kind, _, name = (self._list.selected_key or "").partition(":")
        held = self._narrowing
        if kind == EVERYTHING:
            self._since.value = self._until.value = ""
            self._hold(Narrowing())
        elif kind == "publisher":
            others = tuple(one for one in held.publishers if one.casefold() != name.casefold())
            added = () if len(others) < len(held.publishers) else (name,)
            self._hold(replace(held, publishers=(*others, *added)))
        elif kind == "dispute":
            others = tuple(one for one in held.disputes if one != name)
            added = () if len(others) < len(held.disputes) else (name,)
            self._hold(replace(held, disputes=(*others, *added)))

    def action_next_kind(self) -> None:
        """Go to the other day."""
        (self._since if self._until.has_focus else self._until).focus()

    action_previous_kind = action_next_kind
