"""Rows of a list: what the list asks of a row, and rows in a sequence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol, overload

from briefing.record import record
from briefing.tui.glyphs import Glyphs
from briefing.tui.paint import Piece, Pieces
from briefing.tui.widgets.heading import heading_line


class Frame(NamedTuple):
    """What a row is painted for.

    That is the cells it has, whether lists stand side by side and so have two lines a row (``beside``), whether it is
    the selected row or the one in focus, the signs, and whether it is the first one in view (``top``).
    """

    width: int
    beside: bool
    selected: bool
    marked: bool
    glyphs: Glyphs
    top: bool = False


class Row(Protocol):
    """One entry of a list: one or more lines that belong together."""

    @property
    def key(self) -> str:
        """What the entry is known by, so that the selection finds it again in a new sequence."""
        ...

    @property
    def gap(self) -> int:
        """How many blank lines follow the entry."""
        ...

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the entry's lines, each at most as wide as the frame."""
        ...

    def tip(self) -> str:
        """Return the entry's words in full, for a tooltip; empty where its lines say all."""
        ...


@record(frozen=True, slots=True)
class LabelRow:
    """A line that cannot be selected: the name of a group, a remark; blank where it has no text."""

    text: str = ""
    gap: int = 0

    @property
    def key(self) -> str:
        """Labels are never looked for."""
        return ""

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the label in italics; a blank one only parts lists that stand side by side."""
        return ((Piece(self.text, "label"),),) if self.text or frame.beside else ()

    def tip(self) -> str:
        """Return nothing."""
        return ""


@record(frozen=True, slots=True)
class TitleRow(LabelRow):
    """The heading of a part of a list: a rule with a title and a count in it, over the gutter too."""

    count: str = ""

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the one line."""
        return (heading_line(self.text, self.count, frame.width, frame.glyphs).pieces,)


class Rows(Sequence[Row]):
    """A sequence of rows of which those at ``fixed`` positions, in order, cannot be selected.

    ``make`` returns the row at a position: the rows of a long list are made as they come into view.
    """

    def __init__(self, count: int, make: Callable[[int], Row], fixed: Sequence[int] = ()) -> None:
        self._count = count
        self._make = make
        self._fixed = fixed
        self._fixed_set = frozenset(fixed)
        self._positions: Mapping[str, int] | None = None

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Rows:
        """Return rows that are there already; the labels among them cannot be selected."""
        fixed = [position for position, row in enumerate(rows) if isinstance(row, LabelRow)]
        made = cls(len(rows), rows.__getitem__, fixed)
        made._positions = {row.key: position for position, row in enumerate(rows) if row.key}
        return made

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, position: int) -> Row: ...

    @overload
    def __getitem__(self, position: slice) -> Sequence[Row]: ...

    def __getitem__(self, position: int | slice) -> Row | Sequence[Row]:
        if isinstance(position, slice):
            return [self._make(each) for each in range(*position.indices(self._count))]
        if not 0 <= position < self._count:
            raise IndexError(position)
        return self._make(position)

    def selectable(self, position: int) -> bool:
        """Return whether the row at a position can be selected."""
        return 0 <= position < self._count and position not in self._fixed_set

    def selectable_from(self, position: int) -> int:
        """Return how many rows from a position to the end can be selected."""
        labels = len(self._fixed) - bisect_left(self._fixed, position)
        return max(0, self._count - position - labels)

    def near(self, position: int, step: int) -> int | None:
        """Return the first selectable position from ``position`` on, going up or down by ``step``."""
        while 0 <= position < self._count:
            if position not in self._fixed_set:
                return position
            position += step
        return None

    def find(self, key: str) -> int | None:
        """Return the position of the row with a key, or null."""
        if self._positions is not None:
            return self._positions.get(key)
        return next((each for each in range(self._count) if self._make(each).key == key), None)


NO_ROWS = Rows.of(())
"""A list without rows."""
