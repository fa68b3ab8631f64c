"""The dossier's rows as they are drawn in the three lists: two lines where there is room beside, else one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.dossier.cards import STATUS_WORDS
from briefing.dossier.dates import newest_day
from briefing.dossier.kinds import LETTERS
from briefing.dossier.lists import ActorGroup, ActorRow, AgendaRow, DisputeRow
from briefing.model import StatementKind
from briefing.record import record
from briefing.tui.cells import SEPARATOR, cut, cut_at_word, fit_members, fits, width_of
from briefing.tui.ink import Role, kind_roles
from briefing.tui.paint import Piece, Pieces, blank, column, joined, spread
from briefing.tui.widgets.rows import Frame, LabelRow, Row, Rows

DATE_WIDTH = 10
"""Cells of the agenda's dates; an eleventh is borrowed from the gap."""
NAME_WIDTH = 34
DISPUTE_WIDTH = 23
PARTIES_WIDTH = 24
TITLE_WIDTH = 36
NO_STATE = "no state known"


def _mark(frame: Frame) -> Pieces:
    return (Piece(f" {frame.glyphs.in_focus}", "accent"),) if frame.marked else ()


def kinds_pieces(kinds: Sequence[tuple[StatementKind, int]]) -> Pieces:
    """Return counts by kind as letters with numbers: ``D1 A2``."""
    groups = []
    for kind, count in kinds:
        letter, number = kind_roles(kind)
        groups.append((Piece(LETTERS[kind], letter), Piece(str(count), number)))
    return joined(groups, " ")


@record(frozen=True, slots=True)
class ActorLine:
    """An actor under its state: name and count, and the role where there is room."""

    row: ActorRow
    member: bool
    gap: int = 0

    @property
    def key(self) -> str:
        """The actor's id."""
        return self.row.id

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return the one line of an actor."""
        count = Piece(f"{self.row.mentions:,}", "muted")
        indent = "  " if self.member else ""
        mark = _mark(frame)
        room = frame.width - len(indent) - width_of(count.text) - 1 - len(mark) * 2
        name = (Piece(cut(self.row.name, room), self._role(frame)), *mark)
        if frame.beside or not self.row.role:
            return (spread((Piece(indent), *name), (count,), frame.width),)
        left = column(cut(self.row.name, NAME_WIDTH - 4), self._role(frame), NAME_WIDTH - 2 - len(mark) * 2)
        role = Piece(cut_at_word(self.row.role, frame.width - NAME_WIDTH - width_of(count.text) - 2), "muted")
        return (spread((Piece(indent), left[0], *mark, left[1], role), (count,), frame.width),)

    def _role(self, frame: Frame) -> Role:
        if not self.member:
            return "bold"
        if self.row.kind == "organisation":
            return "italic"
        return "title" if frame.selected else "text"

    def tip(self) -> str:
        """Return name and role."""
        return ", ".join(part for part in (self.row.name, self.row.role) if part)


@record(frozen=True, slots=True)
class DisputeLine:
    """A dispute: its name, its parties, how many positions there are and from when the newest is."""

    row: DisputeRow
    newest: str
    gap: int = 0

    @property
    def key(self) -> str:
        """The dispute's id."""
        return self.row.id

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return two lines, or one with the kinds of positions where there is only one list beside."""
        role: Role = "title" if frame.selected else "text"
        count = f"{self.row.positions:,}" if self.row.positions else frame.glyphs.none
        mark = _mark(frame)
        if frame.beside:
            name = cut_at_word(self.row.name, frame.width - width_of(count) - 1 - len(mark) * 2)
            parties = fit_members(self.row.parties, frame.width - width_of(self.newest) - 1)
            return (
                spread((Piece(name, role), *mark), (Piece(count, "muted"),), frame.width),
                spread((Piece(parties, "muted"),), (Piece(self.newest, "muted"),), frame.width),
            )
        name = cut_at_word(self.row.name, DISPUTE_WIDTH - 2 - len(mark) * 2)
        left = (
            Piece(name, role),
            *mark,
            blank(DISPUTE_WIDTH - width_of(name) - len(mark) * 2),
            *column(fit_members(self.row.parties, PARTIES_WIDTH - 2), "muted", PARTIES_WIDTH),
        )
        right = Piece(f"{count:>5}  {self.newest:>6}", "muted")
        room = frame.width - DISPUTE_WIDTH - PARTIES_WIDTH - width_of(right.text)
        kinds = self.row.kinds
        while kinds and sum(2 + len(str(number)) for _, number in kinds) - 1 > room:
            kinds = kinds[:-1]
        return (spread((*left, *kinds_pieces(kinds)), (right,), frame.width),)

    def tip(self) -> str:
        """Return name and parties."""
        return f"{self.row.name}: {', '.join(self.row.parties)}" if self.row.parties else self.row.name


def where_line(place: str, participants: Sequence[str], room: int) -> str:
    """Return where something takes place and who takes part, as many as there is room for: ``Geneva · Russia, US``."""
    if not place:
        return fit_members(participants, room, ", ")
    place = cut(place, room)
    rest = room - width_of(place) - width_of(SEPARATOR)
    others = len(participants) - 1
    if not participants or not fits(participants[0], rest - (3 if others else 0)):
        return place
    return place + SEPARATOR + fit_members(participants, rest, ", ")


@record(frozen=True, slots=True)
class AgendaLine:
    """An agenda item: when, what, where, who, and how far off."""

    row: AgendaRow
    gap: int = 0

    @property
    def key(self) -> str:
        """The agenda item's id."""
        return self.row.id

    @property
    def _is_quiet(self) -> bool:
        return self.row.status == "past"

    def lines(self, frame: Frame) -> Sequence[Pieces]:
        """Return two lines for what is to come or under way, one for the rest."""
        quiet: Role = "muted" if self._is_quiet else "text"
        role: Role = "title" if frame.selected else quiet
        day_role: Role = "title" if frame.selected else "muted" if self.row.when == "?" else quiet
        day = Piece(f"{self.row.when:>{DATE_WIDTH}}", day_role)
        gap = blank(DATE_WIDTH + 2 - width_of(day.text))
        room = frame.width - DATE_WIDTH - 2
        mark = _mark(frame)
        two_lines = frame.beside and self.row.status in {"to_come", "under_way"}
        distance = Piece(self.row.distance, "muted")
        if two_lines:
            title = Piece(cut_at_word(self.row.title, room - len(mark) * 2), role)
            place = Piece(
                where_line(self.row.place, self.row.participants, room - width_of(distance.text) - 1), "muted"
            )
            return ((day, gap, title, *mark), spread((blank(DATE_WIDTH + 2), place), (distance,), frame.width))
        if frame.beside:
            title = Piece(cut_at_word(self.row.title, room - len(mark) * 2 - width_of(distance.text) - 1), role)
            return (spread((day, gap, title, *mark), (distance,), frame.width),)
        title_room = min(TITLE_WIDTH, room - width_of(distance.text) - 1)
        name = cut_at_word(self.row.title, title_room - len(mark) * 2)
        left = (day, gap, Piece(name, role), *mark, blank(title_room + 2 - width_of(name) - len(mark) * 2))
        rest = room - title_room - 2 - width_of(distance.text) - 1
        place = Piece(where_line(self.row.place, self.row.participants, rest) if rest > 4 else "", "muted")
        return (spread((*left, place), (distance,), frame.width),)

    def tip(self) -> str:
        """Return title, place and participants."""
        return " · ".join(part for part in (self.row.title, self.row.place, ", ".join(self.row.participants)) if part)


def actor_list(groups: Sequence[ActorGroup], below: Sequence[LabelRow] = ()) -> Rows:
    """Return the rows of the actors and what stands below them; a state that nobody names is a label."""
    rows: list[Row] = []
    for group in groups:
        if group.head is not None:
            rows.append(ActorLine(group.head, member=False))
        else:
            rows.append(LabelRow(group.name or NO_STATE))
        rows.extend(ActorLine(member, member=True) for member in group.members)
    return Rows.of([*rows, *below])


def dispute_list(disputes: Sequence[DisputeRow], as_of: date | None, below: Sequence[LabelRow] = ()) -> Rows:
    """Return the rows of the disputes and what stands below; days in the as-of year are written without it."""
    return Rows.of([*(DisputeLine(row, newest_day(row.newest, as_of)) for row in disputes), *below])


def agenda_list(agenda: Sequence[AgendaRow], below: Sequence[LabelRow] = ()) -> Rows:
    """Return the rows of the agenda under a label for each status, and what stands below them."""
    rows: list[Row] = []
    status = None
    for row in agenda:
        if row.status != status:
            rows += [LabelRow(), LabelRow(STATUS_WORDS[row.status])] if rows else [LabelRow(STATUS_WORDS[row.status])]
            status = row.status
        rows.append(AgendaLine(row))
    return Rows.of([*rows, *below])
