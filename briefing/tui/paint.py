"""Lines of text in roles, and the widget that paints them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.cells import head, width_of, wrap
from briefing.tui.ink import Role, Tone
from briefing.tui.look import Look, look_of

MOST_CHARACTERS_A_CELL = 8
"""What is painted of a text is bounded even where its characters have no width."""


class Piece(NamedTuple):
    """Some text and its role; a style of its own where a colour is itself the message."""

    text: str
    role: Role | Style = "text"


Pieces = tuple[Piece, ...]


class Line(NamedTuple):
    """One line of pieces and what it stands on."""

    pieces: Pieces = ()
    tone: Tone = "plain"


def pieces_width(pieces: Iterable[Piece]) -> int:
    """Return how many cells some pieces take."""
    return sum(width_of(piece.text) for piece in pieces)


def blank(width: int) -> Piece:
    """Return a number of blank cells."""
    return Piece(" " * max(0, width))


def column(text: str, role: Role, width: int) -> Pieces:
    """Return a text, already cut, filled up with blanks to a number of cells."""
    return (Piece(text, role), blank(width - width_of(text)))


def spread(left: Sequence[Piece], right: Sequence[Piece], width: int) -> Pieces:
    """Return pieces at both ends of a width, with blanks between them."""
    return (*left, blank(width - pieces_width(left) - pieces_width(right)), *right)


def joined(groups: Iterable[Sequence[Piece]], gap: str) -> Pieces:
    """Return groups of pieces with a gap between them."""
    pieces: list[Piece] = []
    for group in groups:
        if pieces:
            pieces.append(Piece(gap))
        pieces.extend(group)
    return tuple(pieces)


def wrapped(paragraphs: Iterable[Pieces], width: int) -> list[Pieces]:
    """Return paragraphs in lines: those of one piece wrapped, others as they are."""
    lines: list[Pieces] = []
    for pieces in paragraphs:
        if len(pieces) == 1:
            (text, role) = pieces[0]
            lines.extend((Piece(text[start:end], role),) for start, end in wrap(text, 0, len(text), width))
        else:
            lines.append(pieces)
    return lines


def paint(line: Line, width: int, look: Look) -> Strip:
    """Return a line as a strip of exactly ``width`` cells."""
    segments: list[Segment] = []
    room = width
    for text, role in line.pieces:
        words = look.words(text[: room * MOST_CHARACTERS_A_CELL])
        taken = width_of(words)
        if taken > room:
            words = head(words, room)
            taken = width_of(words)
        if words:
            style = role if isinstance(role, Style) else look.palette.style(role, line.tone)
            segments.append(Segment(words, style))
        room -= taken
        if room <= 0:
            break
    if room > 0:
        segments.append(Segment(" " * room, look.palette.style("text", line.tone)))
    return Strip(segments, width)


class Painted(Widget):
    """A widget that is a few lines of pieces, painted once and kept until something changes."""

    DEFAULT_CSS = "Painted { width: 1fr; height: 1; visibility: visible; }"
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self.ground: Tone = "plain"
        self._strips: list[Strip] | None = None
        self._painted_size = Size(0, 0)

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the lines to paint, at most ``height`` of them."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Paint anew at the next opportunity."""
        self._strips = None
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget what was painted in another theme or with another focus."""
        self._strips = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Return one painted line; blank below the last."""
        look = look_of(self)
        if self._strips is None or self._painted_size != self.size:
            self._painted_size = self.size
            width, height = self.size
            lines = self.lines(width, height)
            self._strips = [paint(line, width, look) for line in lines[:height]]
        return self._strips[y] if y < len(self._strips) else paint(Line(tone=self.ground), self.size.width, look)
