"""The bars at the edges of a screen: header, footer, and the line for what went wrong."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.dossier.cards import counted
from briefing.model import Skipped
from briefing.record import record
from briefing.tui.cells import cut_at_word, cut_path, width_of
from briefing.tui.look import look_of
from briefing.tui.paint import Line, Painted, Piece, Pieces, pieces_width, spread

NARROW = 100
"""Columns below which things are said more shortly."""
BAR_WIDTH = 24
ONLY = "only {} · "


@record(frozen=True, slots=True)
class HeaderState:
    """What the header says.

    That is the view and a remark on it, what is in focus, how many documents of what period, reading, the as-of date.
    """

    view: str = ""
    remark: str = ""
    focus: str = ""
    focus_hint: str = ""
    documents: int = 0
    period: str = ""
    reading: tuple[int, int] | None = None
    as_of: str = "?"
    basis: str = ""
    narrowed: str = ""
    """The filters that hold; they never give way."""


class HeaderBar(Painted):
    """The first row: the program's name, what is looked at, and the day it is looked at from."""

    def __init__(self) -> None:
        super().__init__()
        self._state = HeaderState()

    def show(self, state: HeaderState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self.repaint()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the one line; period and remark give way first, then the basis, then the end of the filters."""
        del height
        state = self._state
        candidates = [
            (self._left(period=True), self._right(state.basis)),
            (self._left(period=False), self._right(state.basis)),
            (self._left(period=False), self._right(state.basis.split()[0] if state.basis else "")),
            (self._left(period=False), self._right("")),
        ]
        for left, right in candidates:
            if pieces_width(left) + pieces_width(right) + 2 <= width:
                return (Line(spread(left, right, width)),)
        left = candidates[-1][0][: 3 if state.view else 1]
        room = width - pieces_width(left) - pieces_width(self._as_of("")) - width_of(ONLY.format("")) - 2
        return (Line(spread(left, self._right("", room), width)),)

    def _left(self, *, period: bool) -> Pieces:
        state = self._state
        name = Piece("briefing", "bold")
        if state.view:
            remark = Piece(f"   {state.remark}" if period and state.remark else "", "muted")
            return (name, Piece("  "), Piece(state.view, "accent-bold"), *self._focus(), remark)
        if state.reading:
            return (name, Piece("   "), *self._progress(*state.reading))
        if state.focus:
            return (name, *self._focus(), Piece(f"  {state.focus_hint}", "muted"))
        parts = [counted(state.documents, "document"), *([state.period] if period and state.period else [])]
        return (name, Piece("   "), Piece(" · ".join(parts), "muted"))

    def _focus(self) -> Pieces:
        if not self._state.focus:
            return ()
        mark = Piece(f"{look_of(self).glyphs.in_focus} ", "accent")
        return (Piece("  "), mark, Piece(cut_at_word(self._state.focus, 40), "accent-bold"))

    def _progress(self, done: int, total: int) -> Pieces:
        glyphs = look_of(self).glyphs
        filled = BAR_WIDTH * done // total if total else 0
        percent = 100 * done // total if total else 0
        return (
            Piece(f"reading {done:,} of {total:,}  ", "muted"),
            Piece(glyphs.heavy_rule * filled, "accent"),
            Piece(glyphs.rule * (BAR_WIDTH - filled), "rule"),
            Piece(f"  {percent} %", "muted"),
        )

    def _right(self, basis: str, room: int | None = None) -> Pieces:
        """Return filters and as-of date, the filters in so many cells where that is given."""
        filters = self._state.narrowed
        if room is not None:
            filters = cut_at_word(filters, room)
        return (*([Piece(ONLY.format(filters), "accent")] if filters else []), *self._as_of(basis))

    def _as_of(self, basis: str) -> Pieces:
        tail = (Piece(f" · {basis}", "muted"),) if basis else ()
        return (Piece("as of ", "muted"), Piece(self._state.as_of, "strong"), *tail)


@record(frozen=True, slots=True)
class HintText:
    """A hint of the footer: keys and what they do, at length and in short."""

    keys: str
    label: str
    short: str


class FooterBar(Painted):
    """The last row: the keys that work here. Whole hints drop from the right; the last one stays."""

    def __init__(self) -> None:
        super().__init__()
        self.ground = "surface"
        self._hints: Sequence[HintText] = ()
        self._last: HintText | None = None

    def show(self, hints: Sequence[HintText], last: HintText | None) -> None:
        """Show other hints, those that matter most first; ``last`` stands apart at the right."""
        if (hints, last) != (self._hints, self._last):
            self._hints, self._last = hints, last
            self.repaint()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the footer's one line."""
        del height
        narrow = width < NARROW
        gap = "  " if narrow else "   "
        last = self._hint(self._last, short=narrow) if self._last else ()
        room = width - 2 - pieces_width(last) - len(gap)
        shown: list[Piece] = []
        for hint in self._hints:
            pieces = self._hint(hint, short=narrow)
            more = (Piece(gap), *pieces) if shown else pieces
            if pieces_width(shown) + pieces_width(more) > room:
                break
            shown.extend(more)
        inner = spread(shown, last, width - 2)
        return (Line((Piece(" "), *inner, Piece(" ")), "surface"),)

    def _hint(self, hint: HintText, *, short: bool) -> Pieces:
        return (Piece(hint.keys, "key"), Piece(f" {hint.short if short else hint.label}", "muted"))


class NoticeBar(Painted):
    """The line above the footer for what went wrong: how much, the first names, and the key that says why."""

    def __init__(self) -> None:
        super().__init__(classes="-empty")
        self._skipped: Sequence[Skipped] = ()
        self._problems: Sequence[str] = ()
        self._key = ""

    def show(self, skipped: Sequence[Skipped], problems: Sequence[str], key: str) -> None:
        """Show what was skipped and what else is wrong; nothing and no line where all is well."""
        self._skipped, self._problems, self._key = skipped, problems, key
        self.set_class(not skipped and not problems, "-empty")
        self.repaint()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """Return the notice's one line."""
        del height
        why: Pieces = (Piece(self._key, "key"), Piece(" shows why ", "muted")) if self._key else ()
        left: list[Piece] = [Piece(" ! ", "error"), Piece(self._summary(), "bold")]
        room = width - pieces_width(left) - pieces_width(why) - 2
        if self._problems and room > 8:
            left.append(Piece("   " + cut_at_word(self._problems[0], room - 3)))
            room = width - pieces_width(left) - pieces_width(why) - 2
        for number, skipped in enumerate(self._skipped):
            text = f"{cut_path(skipped.path, 28)}: {skipped.reason}"
            if number == 0 and not self._problems:
                text = cut_at_word(text, room - 3)
            if width_of(text) + 3 > room:
                break
            left.append(Piece(f"   {text}"))
            room -= width_of(text) + 3
        return (Line(spread(left, why, width)),)

    def _summary(self) -> str:
        parts = [counted(len(self._problems), "problem")] if self._problems else []
        if self._skipped:
            parts.append(counted(len(self._skipped), "file") + " skipped")
        return ", ".join(parts)
