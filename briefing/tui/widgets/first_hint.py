"""The line for who is here for the first time; it takes no key, and is gone when the dashboard was left once."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.tui.cells import width_of
from briefing.tui.paint import Line, Painted, Piece, Pieces


class FirstHint(Painted):
    """One line: which keys help to begin. Whole hints drop from the right."""

    def __init__(self) -> None:
        super().__init__(classes="-empty")
        self._hints: Sequence[tuple[str, str]] = ()

    def show(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show keys and what they do; nothing and no line where there is none with a key."""
        self._hints = [(key, does) for key, does in hints if key]
        self.set_class(not self._hints, "-empty")
        self.repaint()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the one line."""
        del height
        pieces: Pieces = (Piece("New here?", "label"),)
        taken = width_of(pieces[0].text)
        for key, does in self._hints:
            taken += 4 + width_of(key) + width_of(does)
            if taken > width:
                break
            pieces = (*pieces, Piece("   "), Piece(key, "key"), Piece(f" {does}", "muted"))
        return (Line(pieces),)
