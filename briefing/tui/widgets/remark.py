"""A remark of the program's own, wrapped."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.tui.paint import Line, Painted, Piece, wrapped


class Remark(Painted):
    """A few words that take the room they are given."""

    def __init__(self, text: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._text = text

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the words in lines."""
        del height
        return [Line(pieces) for pieces in wrapped([(Piece(self._text),)], width)]
